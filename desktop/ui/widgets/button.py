"""Buttons with a verb, and one that holds only a symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from desktop.ui.icons import SIZE, draw
from desktop.ui.measure import font, px
from desktop.ui.paint import RADIUS, control, focus_ring, rounded
from desktop.ui.roles import now

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

HEIGHT = 30
"""Pixels of a control at 100 %."""
BESIDE = 13
"""Pixels between a button's edge and its words."""


class Button(QPushButton):
    """A button with a verb; `primary` is the one blue one of a form."""

    def __init__(self, text: str, symbol: str = "", *, primary: bool = False) -> None:
        """Make the button."""
        super().__init__(text)
        self._symbol = symbol
        self.primary = primary
        self.setFont(font("strong" if primary else "body"))
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another verb."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Want the words, the symbols and the space beside them."""
        if not self.text():
            return QSize(px(HEIGHT + 4), px(HEIGHT))
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()) + px(BESIDE) * 2
        symbols = bool(self._symbol) + (self.menu() is not None)
        return QSize(wide + symbols * (px(SIZE) + px(6)), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never hide a verb."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter as well as Space."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; pressed, hovered and focused differ a little."""
        painter = QPainter(self)
        roles = now()
        if self.primary:
            fill = roles.accent.darker(112) if self.isDown() else roles.accent
            rounded(painter, self.rect(), fill)
            self._inside(painter, roles.on_accent)
        else:
            fill = roles.neutral_tint if self.isDown() or self.underMouse() else roles.base
            control(painter, self.rect(), fill=fill)
            self._inside(painter, roles.text)
        if self.hasFocus() and self.primary:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(roles.on_accent)
            inner = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            painter.drawRoundedRect(inner, px(RADIUS - 1), px(RADIUS - 1))
        elif self.hasFocus():
            focus_ring(painter, self.rect())

    def _inside(self, painter: QPainter, colour: QColor) -> None:
        painter.setFont(self.font())
        painter.setPen(colour)
        side = px(SIZE)
        top = (self.height() - side) / 2
        if not self.text():
            alone = self._symbol or "chevron-down"
            draw(painter, QRectF((self.width() - side) / 2, top, side, side), alone, colour)
            return
        left, right = px(BESIDE), self.width() - px(BESIDE)
        if self._symbol:
            draw(painter, QRectF(left, top, side, side), self._symbol, colour)
            left += side + px(6)
        if self.menu() is not None:
            draw(painter, QRectF(right - side, top, side, side), "chevron-down", colour)
            right -= side
        align = Qt.AlignmentFlag.AlignVCenter
        if not self._symbol and self.menu() is None:
            align |= Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(left, 0, right - left + 1, self.height()), align, self.text())


class SymbolButton(Button):
    """A button that holds only a symbol; its name is its tooltip and what is read aloud."""

    def __init__(self, symbol: str, name: str) -> None:
        """Make the button."""
        super().__init__("", symbol)
        self.setToolTip(name)
        self.setAccessibleName(name)


def menu_button(text: str, *, symbol: str = "") -> tuple[Button, QMenu]:
    """Give a button that opens a menu, and the menu."""
    button = Button(text, symbol)
    menu = QMenu(button)
    menu.setAccessibleName(text)
    button.setMenu(menu)
    return button, menu
