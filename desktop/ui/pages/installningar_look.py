"""Settings of this person on this computer: colours, text size, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.form_layout import LABELS
from desktop.ui.i18n import LANGUAGES, tr
from desktop.ui.measure import em, px
from desktop.ui.theme import Look
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.words import muted, small

if TYPE_CHECKING:
    from desktop.ui.preferences import Preferences

SIZES = (100, 110, 125, 150, 175, 200)
"""Text sizes offered, per cent."""


class LookSection(QWidget):
    """Each choice is seen at once and remembered here, never in the register."""

    chosen = Signal(str)
    """Name of what was chosen; it is in the preferences."""

    def __init__(self, preferences: Preferences) -> None:
        """Make it with what is preferred now."""
        super().__init__()
        self._preferences = preferences
        self.look = SegmentedChoice(
            [
                (Look.SYSTEM.value, tr("Som datorn")),
                (Look.LIGHT.value, tr("Ljust")),
                (Look.DARK.value, tr("Mörkt")),
                (Look.CONTRAST.value, tr("Hög kontrast")),
            ]
        )
        self.text_size = ComboBox([(str(size), f"{size} %") for size in SIZES])
        self.language = SegmentedChoice(list(LANGUAGES.items()))
        card = Card(spacing=12)
        grid = QGridLayout()
        tight(grid)
        grid.setVerticalSpacing(px(12))
        grid.setColumnMinimumWidth(0, em(LABELS))
        grid.setColumnStretch(2, 1)
        rows: list[tuple[str, QWidget]] = [
            (tr("Färger"), self.look),
            (tr("Textstorlek"), self.text_size),
            (tr("Språk"), self.language),
        ]
        for at, (label, widget) in enumerate(rows):
            words = muted(label)
            words.setBuddy(widget)
            widget.setAccessibleName(label)
            grid.addWidget(words, at, 0)
            grid.addWidget(widget, at, 1)
        card.add(Heading(tr("Utseende")))
        card.body.addLayout(grid)
        card.add(small(tr("Gäller på den här datorn. Brev skrivs alltid på svenska."), wrap=True))
        column = QVBoxLayout(self)
        tight(column, 12)
        column.addWidget(card)
        self.look.set_key(preferences.look)
        self.text_size.set_key(str(min(SIZES, key=lambda each: abs(each - preferences.text_size))))
        self.language.set_key(preferences.language)
        self.look.chosen.connect(lambda _key: self._choose("look"))
        self.text_size.chosen.connect(lambda _key: self._choose("text_size"))
        self.language.chosen.connect(lambda _key: self._choose("language"))

    def _choose(self, name: str) -> None:
        self._preferences.look = self.look.key()
        self._preferences.text_size = int(self.text_size.key())
        self._preferences.language = self.language.key()
        self.chosen.emit(name)

    def focus(self, name: str) -> None:
        """Take the keyboard to one of the choices."""
        known = {"look": self.look, "text_size": self.text_size, "language": self.language}
        known.get(name, self.look).setFocus()
