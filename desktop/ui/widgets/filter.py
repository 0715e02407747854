"""The filter of a list: what is typed narrows it, while the arrows still move in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from desktop.ui.i18n import tr
from desktop.ui.icons import SIZE, draw
from desktop.ui.measure import px
from desktop.ui.roles import now
from desktop.ui.widgets.field import ROOM, LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.ui.table_view import Table

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 12,
    Qt.Key.Key_PageUp: -12,
}


class FilterEdit(LineEdit):
    """A field with a magnifier and, when something is typed, a cross."""

    asked = Signal(str)
    """What is typed, at every key."""

    def __init__(
        self, placeholder: str = "", table: Table | None = None, *, hint: str = ""
    ) -> None:
        """Make it; with a table the arrows, Enter and page keys go there."""
        super().__init__(symbol="search", hint=hint)
        self._table = table
        self.setPlaceholderText(placeholder or tr("Filtrera"))
        self.setAccessibleName(placeholder or tr("Filtrera"))
        margins = self.textMargins()
        self.setTextMargins(margins.left(), 0, margins.right() + px(SIZE), margins.bottom())
        self.textChanged.connect(self.asked)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for emptying the field, before the window takes it for going back."""
        if event.type() is QEvent.Type.ShortcutOverride and self.text():
            key = event.key() if isinstance(event, QKeyEvent) else 0
            if key == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open its row, or empty the field with Esc."""
        step = STEPS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if self._table is not None and step and plain:
            self._table.shift(step)
        elif self._table is not None and plain and event.key() in _ENTER:
            self._table.open_current()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Empty the field when the cross is clicked."""
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - px(SIZE + ROOM * 2):
            self.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with a cross."""
        super().paintEvent(event)
        if self.text():
            side = px(SIZE - 2)
            left = self.width() - px(ROOM) - side
            square = QRectF(left, (self.height() - side) / 2, side, side)
            draw(QPainter(self), square, "close", now().muted)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
