"""Lists to choose one from: a plain one, and one that is searched by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from desktop.ui.icons import SIZE, draw
from desktop.ui.measure import font, px
from desktop.ui.paint import control
from desktop.ui.roles import now
from desktop.ui.widgets.button import HEIGHT
from desktop.ui.widgets.field import ROOM, LineEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QAbstractItemView

Option = tuple[str, str]
"""Key and words of one choice."""
LONGEST = 22
"""Widest a list grows by itself, em."""


class ComboBox(QComboBox):
    """One of some choices, each a key with words; the wheel never changes it by accident."""

    chosen = Signal(str)

    def __init__(self, options: Iterable[Option] = ()) -> None:
        """Make the list; the first is chosen."""
        super().__init__()
        self.bad = False
        self._widest = 0
        self.setFont(font())
        self.setFixedHeight(px(HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.activated.connect(lambda _index: self.chosen.emit(self.key()))

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer other choices; the one chosen stays when it is still there."""
        before = self.key()
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        # Layouts ask for the size again and again; only other choices can change it.
        wide = QFontMetrics(self.font()).horizontalAdvance
        self._widest = max((wide(self.itemText(at)) for at in range(self.count())), default=0)
        self.updateGeometry()
        self.set_key(before)

    def key(self) -> str:
        """Give the key of what is chosen, "" for nothing."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Choose by key; an unknown one leaves what was."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)

    def set_bad(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        self.bad = bad
        self.update()

    def sizeHint(self) -> QSize:
        """Want the longest choice, within reason."""
        most = px(LONGEST * 13)
        return QSize(
            min(max(self._widest, px(24)), most) + px(ROOM * 2 + 10) + px(SIZE), px(HEIGHT)
        )

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        return QSize(min(self.sizeHint().width(), px(90)), px(HEIGHT))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice, unless somebody is choosing here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, words and chevron."""
        painter = QPainter(self)
        roles = now()
        control(painter, self.rect(), focus=self.hasFocus(), bad=self.bad)
        side = px(SIZE)
        right = self.width() - px(ROOM) - side
        square = QRectF(right, (self.height() - side) / 2, side, side)
        draw(painter, square, "chevron-down", roles.muted)
        painter.setPen(roles.text)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        room = right - px(ROOM) - px(4)
        words = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room)
        rect = QRectF(px(ROOM), 0, room + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)


class SearchableCombo(LineEdit):
    """One of many choices, found by typing letters that stand anywhere in its words."""

    chosen = Signal(str)

    def __init__(self, options: Iterable[Option] = ()) -> None:
        """Make the field, empty."""
        super().__init__()
        self._options: dict[str, str] = {}
        self.setMinimumWidth(px(110))
        self.setMaximumWidth(px(420))
        self.textEdited.connect(lambda _text: self.chosen.emit(self.key()))
        margins = self.textMargins()
        self.setTextMargins(margins.left(), 0, margins.right() + px(SIZE), margins.bottom())
        self.set_options(options)

    def sizeHint(self) -> QSize:
        """Want room for a long name."""
        return QSize(px(LONGEST * 13), self.height())

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer other choices; what is written stays."""
        self._options = {words: key for key, words in options}
        completer = QCompleter(list(self._options), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(lambda _words: self.chosen.emit(self.key()))
        self.setCompleter(completer)
        self._list().setFont(font())

    def _list(self) -> QAbstractItemView:
        return cast("QAbstractItemView", self.completer().popup())

    def key(self) -> str:
        """Give the key of the choice that is written, or the raw words when there is none."""
        words = self.text().strip()
        if words in self._options:
            return self._options[words]
        folded = words.casefold()
        same = [key for known, key in self._options.items() if known.casefold() == folded]
        begun = [key for known, key in self._options.items() if folded in known.casefold()]
        found = same or (begun if folded else [])
        return found[0] if len(found) == 1 else words

    def set_key(self, key: str) -> None:
        """Choose by key; an unknown one is written as it is."""
        words = [known for known, its in self._options.items() if its == key]
        self.setText(words[0] if words else key)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the whole list with the down arrow; Enter takes the only or first hit."""
        if event.key() == Qt.Key.Key_Down and not self._list().isVisible():
            self._open("" if self.text() in self._options else self.text())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._take_first():
            return
        super().keyPressEvent(event)

    def _take_first(self) -> bool:
        completer = self.completer()
        if not self.text() or self.text() in self._options:
            return False
        completer.setCompletionPrefix(self.text())
        if not completer.completionCount():
            return False
        completer.setCurrentRow(0)
        self.setText(completer.currentCompletion())
        self._list().hide()
        self.chosen.emit(self.key())
        return True

    def _open(self, prefix: str) -> None:
        self.completer().setCompletionPrefix(prefix)
        self.completer().complete()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the whole list when the chevron is clicked."""
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - px(SIZE + ROOM * 2):
            self._open("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with a chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(SIZE)
        left = self.width() - px(ROOM) - side
        square = QRectF(left, (self.height() - side) / 2, side, side)
        draw(painter, square, "chevron-down", now().muted)
