"""Settings: which version this is, and where its files lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop import __version__, logfile
from desktop.ui.form_layout import LABELS
from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.file import size_words
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from desktop.ui.session import Session


class AboutSection(QWidget):
    """Paths can be marked and copied."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._grid = QGridLayout()
        tight(self._grid)
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnMinimumWidth(0, em(LABELS))
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, Words] = {}
        card = Card(spacing=12)
        card.add(Heading(tr("Om Vänbok")))
        card.body.addLayout(self._grid)
        card.add(
            small(
                tr("Inget lämnar datorn. Loggen innehåller inga namn, adresser eller kontonummer."),
                wrap=True,
            )
        )
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(card)

    def show_about(self, session: Session) -> None:
        """Show version and places."""
        store = session.need().store
        size = size_words(store.path.stat().st_size) if store.path.exists() else ""
        events = store.rows("select count(*) from event")[0][0]
        facts = [
            (tr("Version"), f"{__version__}, Qt {qVersion()}"),
            (tr("Registret"), str(store.path)),
            (tr("Storlek"), tr("{size}, {count} händelser", size=size, count=events)),
            (tr("Kontrolltal"), store.head[:12]),
            (tr("Loggen"), str(logfile.folder())),
            (tr("Dina val"), str(session.preferences.folder)),
            (tr("Licens"), "EUPL-1.2"),
        ]
        for label, value in facts:
            if label not in self._values:
                at = len(self._values)
                words = Words("", wrap=True)
                words.setTextInteractionFlags(
                    Qt.TextInteractionFlag.TextSelectableByMouse
                    | Qt.TextInteractionFlag.TextSelectableByKeyboard
                )
                words.setAccessibleName(label)
                self._grid.addWidget(muted(label), at, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(words, at, 1)
                self._values[label] = words
            self._values[label].setText(value)
