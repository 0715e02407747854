"""The sheet that says that something went wrong, whether anything was lost, and gives a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QSizePolicy, QVBoxLayout

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row
from desktop.ui.widgets.field import NoteEdit
from desktop.ui.widgets.words import body, h2

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.what_is_saved import Saved


WIDE, SPARE, TALL = 600, 40, 2000
"""Pixels at 100 %."""


class TroubleDialog(QDialog):
    """Says what is saved and what is not, and gives a report to copy."""

    def __init__(
        self, words: str, saved: Saved, parent: QWidget | None = None, *, title: str = ""
    ) -> None:
        """Show the report; `title` says something else than that something just went wrong."""
        super().__init__(parent)
        heading = title or tr("Något gick fel i Vänbok")
        self.setWindowTitle(heading)
        self.report = words
        self.saved = saved
        shown = NoteEdit(words, lines=9)
        shown.field.setReadOnly(True)
        shown.setAccessibleName(tr("Felbeskrivning"))
        shown.setMaximumHeight(px(TALL))
        shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.go_on = Button(tr("Fortsätt"), primary=True)
        self.go_on.clicked.connect(self.accept)
        self.copy = Button(tr("Kopiera felbeskrivningen"))
        self.copy.clicked.connect(self.copy_report)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(h2(heading))
        column.addWidget(MessageBand(saved.mark, saved.strong, saved.text))
        note = tr(
            "Felbeskrivningen har inga namn, adresser eller kontonummer. Lämna den till it-stödet."
        )
        column.addWidget(body(note, wrap=True))
        column.addWidget(shown, 1)
        column.addLayout(row(None, self.copy, self.go_on))
        self.setMinimumWidth(px(WIDE))
        # The band finds its height only when it is shown: there is to be room for it.
        self.resize(px(WIDE), column.totalHeightForWidth(px(WIDE)) + px(SPARE))
        self.go_on.setDefault(True)
        self.go_on.setFocus()

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self.report)
