"""Fields to write in, thirty pixels high, with our own calm edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.icons import SIZE, draw
from desktop.ui.measure import font, px
from desktop.ui.paint import control
from desktop.ui.roles import now
from desktop.ui.widgets.button import HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ROOM = 9
"""Pixels between a field's edge and its words."""


def clear_ground(field: QWidget) -> None:
    """Keep Qt from painting a square of Base over the round corners of our own edge."""
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    field.setPalette(palette)


def leaves_undo(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Leave Ctrl+Z and Ctrl+Y to the register's own undo when a field has nothing to take back.

    A field that holds the keyboard keeps both keys to itself otherwise, and they do nothing.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    left = (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo)
    if left:
        event.ignore()
    return left


class LineEdit(QLineEdit):
    """One line of words; `bad` edges it in the stop colour."""

    def __init__(self, text: str = "", *, symbol: str = "", hint: str = "") -> None:
        """Make the field; a symbol stands inside its left edge, a grey hint inside its right."""
        super().__init__()
        self.bad = False
        self._symbol = symbol
        self._hint = hint
        self.setFrame(False)
        self.setFont(font())
        self.setFixedHeight(px(HEIGHT))
        self.setMinimumWidth(px(60))
        clear_ground(self)
        before = SIZE + 8 if symbol else 0
        after = QFontMetrics(font("small")).horizontalAdvance(hint) + px(6) if hint else 0
        self.setTextMargins(px(ROOM - 2 + before), 0, px(ROOM - 2) + after, px(1))
        self.setText(text)

    def event(self, event: QEvent) -> bool:
        """Keep only the undo that is its own."""
        if leaves_undo(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            return False
        return super().event(event)

    def set_bad(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        self.bad = bad
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge and then what is written."""
        painter = QPainter(self)
        roles = now()
        control(painter, self.rect(), focus=self.hasFocus(), bad=self.bad)
        if self._symbol:
            side = px(SIZE)
            top = (self.height() - side) / 2
            draw(painter, QRectF(px(ROOM), top, side, side), self._symbol, roles.muted)
        if self._hint and not self.text():
            painter.setFont(font("small"))
            painter.setPen(roles.muted)
            rect = QRectF(self.rect()).adjusted(0, 0, -px(ROOM + 3), 0)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, align, self._hint)
        painter.end()
        super().paintEvent(event)


class NoteEdit(QFrame):
    """Several lines of words; Tab goes on to the next field."""

    textChanged = Signal()

    def __init__(self, text: str = "", lines: int = 3) -> None:
        """Make the field, so many lines high."""
        super().__init__()
        self.bad = False
        self.field = QPlainTextEdit()
        self.field.setFont(font())
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setTabChangesFocus(True)
        clear_ground(self.field)
        self.field.viewport().setAutoFillBackground(False)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.textChanged)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(4), px(3), px(2), px(3))
        inside.addWidget(self.field)
        self.setFocusProxy(self.field)
        line = QFontMetrics(font()).lineSpacing()
        self.setFixedHeight(line * lines + px(16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setAccessibleName(self, name: str) -> None:
        """Name what is written in."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Want some width."""
        return QSize(px(300), self.height())

    def text(self) -> str:
        """Give what is written."""
        return self.field.toPlainText()

    def setText(self, text: str) -> None:
        """Write something else."""
        self.field.setPlainText(text)

    def set_bad(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        self.bad = bad
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus at the edge; keep only the undo that is its own."""
        written = self.field.document()
        if leaves_undo(event, undo=written.isUndoAvailable(), redo=written.isRedoAvailable()):
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge."""
        focus = self.field.hasFocus()
        control(QPainter(self), self.rect(), focus=focus, bad=self.bad)
