"""What the guideline says, to be read under the rule it was opened from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.i18n import tr
from desktop.ui.measure import em
from desktop.ui.widgets.card import Card, Heading
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from desktop.ui.pages.case_parts.findings import Paragraph

READABLE = 52
"""Em: longer lines are hard to read."""


def is_escape(event: QEvent) -> bool:
    """Say whether an event is the key Esc, or asks whether a widget wants it."""
    wanted = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in wanted or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Escape


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

    def event(self, event: QEvent) -> bool:
        """Put it away with Esc, before the window hears of it and goes back."""
        if is_escape(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.close_()
            return True
        return super().event(event)
