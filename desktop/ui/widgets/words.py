"""Text on the window: headings, body, links and badges, never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QTextOption
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from desktop.ui.icons import SIZE, draw
from desktop.ui.measure import font, px
from desktop.ui.paint import focus_ring, rounded
from desktop.ui.roles import Mark, Tone, now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_FOLLOWS = {
    Tone.TEXT: QPalette.ColorRole.WindowText,
    Tone.MUTED: QPalette.ColorRole.PlaceholderText,
    Tone.LINK: QPalette.ColorRole.Link,
    Tone.STOP: QPalette.ColorRole.BrightText,
}
"""Tones that the palette itself knows; the others are set and mended when it changes."""


class Words(QLabel):
    """A label in a size and weight of measure.SIZES and a tone; what it shows is never markup."""

    def __init__(
        self,
        text: str = "",
        size: str = "body",
        tone: Tone = Tone.TEXT,
        *,
        wrap: bool = False,
        right: bool = False,
    ) -> None:
        """Make the label; `right` aligns sums."""
        super().__init__()
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size))
        self.setWordWrap(wrap)
        self.setText(text)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._colour()

    def set_tone(self, tone: Tone) -> None:
        """Change how loud it is."""
        self._tone = tone
        self._colour()

    def _colour(self) -> None:
        if self._tone in _FOLLOWS:
            self.setForegroundRole(_FOLLOWS[self._tone])
            return
        palette = self.palette()
        wanted = now().tone(self._tone)
        if palette.color(QPalette.ColorRole.BrightText) != wanted:
            palette.setColor(QPalette.ColorRole.BrightText, wanted)
            self.setPalette(palette)
        # Setting the role tells us of a change again, and so for ever.
        if self.foregroundRole() != QPalette.ColorRole.BrightText:
            self.setForegroundRole(QPalette.ColorRole.BrightText)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._tone not in _FOLLOWS:
            self._colour()


def h1(text: str = "") -> Words:
    """Give a page's title."""
    return Words(text, "h1")


def h2(text: str = "") -> Words:
    """Give a card's or section's title."""
    return Words(text, "h2")


def body(text: str = "", *, wrap: bool = False) -> Words:
    """Give ordinary text."""
    return Words(text, wrap=wrap)


def muted(text: str = "", *, wrap: bool = False) -> Words:
    """Give text that only explains, in body size."""
    return Words(text, "body", Tone.MUTED, wrap=wrap)


def small(text: str = "", *, wrap: bool = False) -> Words:
    """Give text that only explains, small."""
    return Words(text, "small", Tone.MUTED, wrap=wrap)


class Elided(QWidget):
    """One line that is shortened in the middle when it does not fit, with itself as tooltip."""

    def __init__(self, text: str = "", size: str = "body", tone: Tone = Tone.TEXT) -> None:
        """Make the line."""
        super().__init__()
        self._text = ""
        self._tone = tone
        self.setFont(font(size))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        """Give the whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._hint()
        self.update()

    def sizeHint(self) -> QSize:
        """Want the whole text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.averageCharWidth() * min(len(self._text), 8), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tooltip only where something is hidden."""
        super().resizeEvent(event)
        self._hint()

    def _hint(self) -> None:
        self.setToolTip(self._text if self.sizeHint().width() > self.width() + 1 else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(now().tone(self._tone))
        metrics = QFontMetrics(self.font())
        fits = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # Half a pixel too much would else move the last word to a line that is not seen.
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.drawText(QRectF(self.rect()), fits, option)


class Link(QAbstractButton):
    """A button that looks like a link: Tab, Space and Enter reach it."""

    def __init__(self, text: str, size: str = "body", symbol: str = "", after: str = "") -> None:
        """Make the link, with a symbol before or after its words."""
        super().__init__()
        self._symbol = symbol
        self._after = after
        self.setText(text)
        self.setFont(font(size))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def _gap(self) -> int:
        return px(SIZE) + px(4)

    def sizeHint(self) -> QSize:
        """Want the words, the symbols and room for the focus ring."""
        metrics = QFontMetrics(self.font())
        symbols = (bool(self._symbol) + bool(self._after)) * self._gap()
        return QSize(metrics.horizontalAdvance(self.text()) + symbols + px(4), metrics.height())

    def keyPressEvent(self, event: object) -> None:
        """Answer Enter as well as Space."""
        key = getattr(event, "key", int)()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not getattr(event, "modifiers", int)():
            self.click()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, underlined under the pointer."""
        painter = QPainter(self)
        colour = now().link
        written = self.font()
        written.setUnderline(self.underMouse())
        painter.setFont(written)
        painter.setPen(colour)
        left, side = px(2), px(SIZE)
        middle = (self.height() - side) / 2
        if self._symbol:
            draw(painter, QRectF(left, middle, side, side), self._symbol, colour)
            left += self._gap()
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text())
        rect = QRectF(left, 0, wide + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._after:
            draw(painter, QRectF(left + wide + px(4), middle, side, side), self._after, colour)
        if self.hasFocus():
            focus_ring(painter, self.rect())

    def enterEvent(self, event: object) -> None:
        """Underline."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop underlining."""
        super().leaveEvent(event)
        self.update()


class Symbol(QWidget):
    """A symbol alone; the word stands beside it, so it has no name of its own."""

    def __init__(self, mark: Mark | str, side: float = SIZE, tone: Tone | None = None) -> None:
        """Show a state's symbol, or any drawing in a tone."""
        super().__init__()
        self._mark = mark
        self._tone = tone
        self.setFixedSize(px(side), px(side))

    def set_mark(self, mark: Mark | str) -> None:
        """Show another."""
        self._mark = mark
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the colour of its state."""
        roles = now()
        own = isinstance(self._mark, Mark)
        colour = roles.tone(self._tone or Tone.MUTED)
        if own and self._tone is None:
            colour = roles.mark(Mark(self._mark))
        draw(QPainter(self), QRectF(self.rect()), str(self._mark), colour)


class Badge(QWidget):
    """Symbol and word on a tint; neutral when nothing is wanted."""

    def __init__(self, text: str, mark: Mark | None = None) -> None:
        """Make the badge."""
        super().__init__()
        self._text = text
        self._mark = mark
        self.setFont(font("smallmedium"))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Give its word."""
        return self._text

    def set(self, text: str, mark: Mark | None) -> None:
        """Show another state."""
        self._text, self._mark = text, mark
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Want the word, the symbol and 8 pixels beside them."""
        metrics = QFontMetrics(self.font())
        symbol = px(13) + px(5) if self._mark else 0
        return QSize(metrics.horizontalAdvance(self._text) + symbol + px(15), px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; the word keeps the text colour unless its state is loud."""
        roles = now()
        painter = QPainter(self)
        rounded(painter, self.rect(), roles.tint(self._mark))
        left = px(7)
        loud = self._mark not in (None, Mark.WAITING, Mark.TODO)
        if self._mark is not None:
            side = px(13)
            top = (self.height() - side) / 2
            colour = roles.mark(self._mark) if loud else roles.muted
            square = QRectF(left, top, side, side)
            draw(painter, square, self._mark.value, colour, roles.tint(self._mark))
            left += side + px(5)
        painter.setPen(roles.mark(self._mark) if loud and self._mark else roles.text)
        rect = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._text)
