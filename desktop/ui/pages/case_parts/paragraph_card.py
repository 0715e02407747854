"""What the guideline says, to be read under the rule it was opened from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop.ui.i18n import tr
from desktop.ui.measure import em
from desktop.ui.widgets.card import Card, Heading
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.ui.pages.case_parts.findings import Paragraph

READABLE = 52
"""Em: longer lines are hard to read."""


class ParagraphCard(Card):
    """One paragraph: rule, where it stands, the words, and which guideline."""

    closed = Signal()

    def __init__(self) -> None:
        """Make it hidden."""
        super().__init__(spacing=6)
        self.key = ""
        self.heading = Heading("", link=tr("Stäng"))
        self.heading.note.show()
        self.heading.link.clicked.connect(self.close_)
        self.text = Words("", wrap=True)
        self.text.setMaximumWidth(em(READABLE))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.source = small("", wrap=True)
        self.add(self.heading, self.text, self.source)
        self.hide()

    def show_paragraph(self, found: Paragraph) -> None:
        """Show it; the same one again hides it."""
        if self.isVisible() and found.key == self.key:
            self.close_()
            return
        self.key = found.key
        self.heading.title.setText(found.title)
        self.heading.beside.setText(found.where)
        self.heading.beside.show()
        self.text.setText(found.text)
        self.source.setText(found.source)
        self.setAccessibleName(f"{found.title}. {found.where}. {found.text} {found.source}")
        self.show()
        self.heading.link.setFocus()

    def close_(self) -> None:
        """Put it away."""
        self.key = ""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away with Enter as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_()
            return
        super().keyPressEvent(event)
