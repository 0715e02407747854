"""Bands: one line on a tint, with a symbol and at most two links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy

from desktop.ui.i18n import tr
from desktop.ui.icons import SIZE
from desktop.ui.measure import px
from desktop.ui.roles import Mark, now
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.words import Link, Symbol, Words, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

MOST_LINKS = 2
BELOW = 10
"""Pixels between the band and the line at the bottom of the window."""


class MessageBand(QFrame):
    """One calm line about what needs an eye."""

    followed = Signal(str)

    def __init__(
        self, mark: Mark, strong: str, text: str = "", links: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Make the band; each link is a key and its words."""
        super().__init__()
        self._mark = mark
        self._strong = Words(strong, "strong", wrap=not text)
        self._words = Words(text, wrap=True)
        self._saying = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tight(self._saying, 4)
        self._saying.addWidget(self._strong)
        self._saying.addWidget(self._words, 1)
        self.links = [Link(words) for _key, words in links[:MOST_LINKS]]
        offered = row(*self.links, None, spacing=12)
        for link, (key, _words) in zip(self.links, links, strict=False):
            link.clicked.connect(lambda _on=False, key=key: self.followed.emit(key))
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tight(self._beside, 6)
        self._beside.addLayout(self._saying, 1)
        self._beside.addLayout(offered)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(12), px(6), px(12), px(6))
        line.setSpacing(px(10))
        line.addWidget(Symbol(mark), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self._beside, 1)
        self._words.setVisible(bool(text))
        self.setAccessibleName(f"{strong} {text}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words and links under each other where they do not fit on one line."""
        super().resizeEvent(event)
        metrics = QFontMetrics(self._words.font())
        words = metrics.horizontalAdvance(self._words.text())
        saying = self._strong.sizeHint().width() + words
        links = sum(link.sizeHint().width() + px(12) for link in self.links)
        room = self.width() - px(12 * 2 + SIZE + 10 + 8)
        way = QBoxLayout.Direction
        fits = saying + links <= room
        self._saying.setDirection(way.LeftToRight if fits else way.TopToBottom)
        few = links <= room // 3
        self._beside.setDirection(way.LeftToRight if fits or few else way.TopToBottom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint; in high contrast an edge stands for it."""
        roles = now()
        painter = QPainter(self)
        painter.fillRect(self.rect(), roles.tint(self._mark))
        if roles.tint(self._mark) == roles.base:
            painter.setPen(roles.text)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class UndoBand(QFrame):
    """What was done last, and the way back; it stays until the next act."""

    undo = Signal()
    redo = Signal()

    def __init__(self) -> None:
        """Make the band, hidden."""
        super().__init__()
        self._again = False
        self._symbol = Symbol(Mark.OK)
        self._words = Words("", wrap=True)
        self.link = Link(tr("Ångra"))
        self._key = small("Ctrl+Z")
        self.link.clicked.connect(self._follow)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(14), px(6), px(14), px(6 + BELOW))
        line.setSpacing(px(12))
        self.ways: list[Link] = []
        self._ways = QHBoxLayout()
        tight(self._ways, 12)
        line.addWidget(self._symbol)
        line.addWidget(self._words, 1)
        line.addLayout(self._ways)
        line.addWidget(self.link)
        line.addWidget(self._key)
        self.setMinimumHeight(px(36 + BELOW))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def text(self) -> str:
        """Give what it says."""
        return self._words.text()

    def _follow(self) -> None:
        (self.redo if self._again else self.undo).emit()

    def show_done(
        self, text: str, *, undoable: bool = True, again: bool = False, mark: Mark = Mark.OK
    ) -> None:
        """Say what was done; `again` offers to do what was taken back."""
        self.offer({})
        self._again = again
        self.link.setText(tr("Gör om") if again else tr("Ångra"))
        self._key.setText("Ctrl+Y" if again else "Ctrl+Z")
        self._symbol.set_mark(mark)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.link.setVisible(undoable)
        self._key.setVisible(undoable)
        self.show()

    def offer(self, ways: Mapping[str, Callable[[], object]]) -> None:
        """Offer ways on from what it says, each by its words."""
        for old in self.ways:
            self._ways.removeWidget(old)
            # It may be the link that was just followed.
            old.hide()
            old.deleteLater()
        self.ways = [Link(words) for words in ways]
        for link, do in zip(self.ways, ways.values(), strict=True):
            link.clicked.connect(lambda _on=False, do=do: do())
            self._ways.addWidget(link)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        roles = now()
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 0, 0, -px(BELOW)), roles.info_tint)
        painter.fillRect(0, 0, self.width(), 1, roles.hairline)
