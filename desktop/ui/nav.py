"""The list of pages at the left: icon, name, count; icons alone where there is little room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.i18n import shown, tr
from desktop.ui.icons import SIZE, draw
from desktop.ui.ink import Ink, write
from desktop.ui.measure import font, px
from desktop.ui.page import Place
from desktop.ui.paint import focus_ring, rounded
from desktop.ui.roles import Mark, now
from desktop.ui.widgets.card import Hairline, tight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop.ui.page import PageEntry

WIDE = 204
ROW = 34
GAP = 2
"""Pixels at 100 %."""


def narrow_width() -> int:
    """Give the width of icons alone: 52 pixels, growing less than the text does."""
    return 28 + px(24)


def row_height(*, narrow: bool) -> int:
    """Give the height of a row; eleven icons fit a low window at 200 % too."""
    return 20 + px(ROW - 20) if narrow else px(ROW)


@dataclass(frozen=True, kw_only=True)
class NavItem:
    """One page in the list."""

    key: str
    """Key of the page."""
    word: str
    """"Ärenden"."""
    icon: str
    """Drawing."""
    keys: str = ""
    """"Alt+2"."""
    below: bool = False
    """True under the line at the bottom."""


def nav_items(entries: Sequence[PageEntry]) -> list[NavItem]:
    """Give the pages of the list, with the keys they have now."""
    shown_keys = iter([f"Alt+{number}" for number in range(1, 10)])
    below_keys = iter(["Alt+0", "Ctrl+,"])
    items = []
    for entry in entries:
        if entry.place in (Place.MAIN, Place.BELOW):
            below = entry.place is Place.BELOW
            items.append(
                NavItem(
                    key=entry.key,
                    word=shown(entry.word),
                    icon=entry.icon,
                    keys=next(below_keys if below else shown_keys, ""),
                    below=below,
                )
            )
    return items


class _NavButton(QAbstractButton):
    """One row."""

    def __init__(self, item: NavItem) -> None:
        super().__init__()
        self.item = item
        self.narrow = False
        self.count = 0
        self.mark: Mark | None = None
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFixedHeight(row_height(narrow=False))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.name()

    def name(self) -> None:
        """Say page, count and keys aloud, and on the tooltip where the name is hidden."""
        word = self.item.word
        waits = tr("{count} väntar", count=self.count) if self.count else ""
        eye = tr("behöver ses över") if self.mark is not None else ""
        self.setAccessibleName(", ".join(part for part in (word, waits, eye) if part))
        self.setToolTip(f"{word}  {self.item.keys}".strip())

    def sizeHint(self) -> QSize:
        """Want the whole width of the list."""
        return QSize(px(60), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row; the page that is shown lies on a white sheet with a blue edge."""
        painter = QPainter(self)
        roles = now()
        here = self.isChecked()
        if here:
            rounded(painter, self.rect(), roles.base)
            high = self.height() // 2
            painter.fillRect(0, high // 2, px(3), high, roles.accent)
        elif self.underMouse():
            rounded(painter, self.rect(), roles.hairline)
        side = px(SIZE)
        left = (self.width() - side) / 2 if self.narrow else px(10)
        square = QRectF(left, (self.height() - side) / 2, side, side)
        colour = roles.accent if here else roles.muted
        draw(painter, square, self.item.icon, colour, roles.base if here else roles.nav)
        if not self.narrow:
            self._words(painter, left + side + px(10), here=here)
        elif self.mark is not None:
            dot = QRectF(self.width() - px(13), px(3), px(10), px(10))
            draw(painter, dot, self.mark.value, roles.mark(self.mark), roles.nav)
        if self.hasFocus():
            focus_ring(painter, self.rect())

    def _words(self, painter: QPainter, left: float, *, here: bool) -> None:
        roles = now()
        right = self.width() - px(10)
        if self.mark is not None:
            side = px(SIZE - 1)
            square = QRectF(right - side, (self.height() - side) / 2, side, side)
            draw(painter, square, self.mark.value, roles.mark(self.mark), roles.nav)
            right -= side + px(4)
        if self.count:
            words = str(self.count)
            wide = QFontMetrics(font("small")).horizontalAdvance(words)
            place = QRectF(right - wide, 0, wide, self.height())
            write(painter, place, words, Ink("small", roles.muted))
            right -= wide + px(4)
        place = QRectF(left, 0, right - left, self.height())
        size = "strong" if here else "body"
        write(painter, place, self.item.word, Ink(size, roles.text))


class Nav(QWidget):
    """The list; arrows move in it, Enter and Space go there."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._buttons: list[_NavButton] = []
        self._narrow = False
        self._here = ""
        self._column = QVBoxLayout(self)
        tight(self._column, GAP)
        self._column.setContentsMargins(8, px(9), 8, px(9))
        self.setAccessibleName(tr("Sidor"))
        self.set_narrow(narrow=False)

    def set_items(self, items: Sequence[NavItem]) -> None:
        """Show these pages."""
        while entry := self._column.takeAt(0):
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._buttons = []
        for item in (each for each in items if not each.below):
            self._add(item)
        self._column.addStretch(1)
        self._column.addWidget(Hairline())
        self._column.addSpacing(px(6))
        for item in (each for each in items if each.below):
            self._add(item)
        self.set_here(self._here)

    def _add(self, item: NavItem) -> None:
        button = _NavButton(item)
        button.narrow = self._narrow
        button.setFixedHeight(row_height(narrow=self._narrow))
        button.clicked.connect(lambda: self._go(item.key))
        self._buttons.append(button)
        self._column.addWidget(button)

    def _go(self, key: str) -> None:
        self.set_here(self._here)
        self.chosen.emit(key)

    def set_here(self, key: str) -> None:
        """Light the page that is shown."""
        self._here = key
        for button in self._buttons:
            button.setChecked(button.item.key == key)

    def set_note(self, key: str, count: int, mark: Mark | None) -> None:
        """Show how many things wait on a page, and whether it needs an eye."""
        for button in self._buttons:
            if button.item.key == key:
                button.count, button.mark = count, mark
                button.name()
                button.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or names too."""
        self._narrow = narrow
        self.setFixedWidth(narrow_width() if narrow else px(WIDE))
        for button in self._buttons:
            button.narrow = narrow
            button.setFixedHeight(row_height(narrow=narrow))
            button.update()

    def focus_here(self) -> None:
        """Take the keyboard to the page that is lit."""
        for button in self._buttons:
            if button.isChecked() or button is self._buttons[-1]:
                button.setFocus()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        focused = [button.hasFocus() for button in self._buttons]
        if step and any(focused):
            at = (focused.index(True) + step) % len(self._buttons)
            self._buttons[at].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and any(focused):
            self._buttons[focused.index(True)].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line at the right."""
        painter = QPainter(self)
        roles = now()
        painter.fillRect(self.rect(), roles.nav)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), roles.hairline)
