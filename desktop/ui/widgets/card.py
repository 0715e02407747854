"""Cards, the rows inside them, and the lines between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.measure import px
from desktop.ui.paint import rounded
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.words import Link, Words, h2, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

PADDING = 16
GAP = 8
BETWEEN_CARDS = 12
BETWEEN_COLUMNS = 24
PAGE_MARGIN = 28
"""Pixels at 100 %."""


def tight(layout: QLayout, spacing: float = 0) -> QLayout:
    """Take the style's margins away and set the space between the parts."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(spacing))
    return layout


class Card(QFrame):
    """A sheet of Base with a line round it; `body` is its column of parts."""

    def __init__(self, *, padding: float = PADDING, spacing: float = GAP) -> None:
        """Make an empty card; rows that reach the edges want padding 0."""
        super().__init__()
        self.accented = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(padding), px(padding - 2), px(padding), px(padding - 2))
        if not padding:
            self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(px(spacing))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(self, *parts: QWidget) -> None:
        """Put parts below each other."""
        for part in parts:
            self.body.addWidget(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet; the edge is blue round the next act."""
        roles = now()
        edge = roles.accent if self.accented else roles.hairline
        rounded(QPainter(self), self.rect(), roles.base, edge)


class Hairline(QWidget):
    """A line of one pixel between rows, or between columns."""

    def __init__(self, *, upright: bool = False, strong: bool = False) -> None:
        """Make the line; a strong one stands above a sum."""
        super().__init__()
        self._strong = strong
        self.turn(upright=upright)

    def turn(self, *, upright: bool) -> None:
        """Stand or lie."""
        most = 16_777_215
        self.setMinimumSize(1, 1)
        self.setMaximumSize(1 if upright else most, most if upright else 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        roles = now()
        QPainter(self).fillRect(self.rect(), roles.edge if self._strong else roles.hairline)


def row(*parts: QWidget | None, spacing: float = GAP) -> QHBoxLayout:
    """Put parts beside each other; None is a space that grows."""
    layout = QHBoxLayout()
    tight(layout, spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    return layout


class Heading(QWidget):
    """A card's or section's first row: title, a grey word beside it, a note or link right."""

    def __init__(self, title: str, beside: str = "", note: str = "", link: str = "") -> None:
        """Make the row; `link` becomes `self.link`, a Link."""
        super().__init__()
        self.title = h2(title)
        self.beside = muted(beside)
        self.note: Words = small(note)
        self.link = Link(link, "small")
        self._counts: list[Words] = []
        self._line = FlowLayout(10)
        self.setLayout(self._line)
        self._line.addWidget(self.title)
        self._line.addWidget(self.beside)
        self._line.addStretch()
        self._line.addWidget(self.note)
        self._line.addWidget(self.link)
        self.link.setVisible(bool(link))
        self.note.setVisible(bool(note))
        self.beside.setVisible(bool(beside))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add_link(self, link: Link) -> None:
        """Put one more link at the right."""
        self._line.addWidget(link)

    def set_counts(self, counts: Sequence[tuple[Mark, str]]) -> None:
        """Show how many of each state; only what stops or is late is loud."""
        for old in self._counts:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._counts = []
        for mark, words in counts:
            loud = mark in (Mark.STOP, Mark.LATE)
            tone = Tone(mark.value) if loud else Tone.MUTED
            said = Words(words, "smallstrong" if loud else "small", tone)
            self._counts.append(said)
            self._line.addWidget(said)


class Section(QWidget):
    """A heading with what it is about close below it."""

    def __init__(self, heading: Heading, *parts: QWidget) -> None:
        """Put the parts under the heading."""
        super().__init__()
        self.heading = heading
        self.body = QVBoxLayout(self)
        tight(self.body, GAP)
        self.body.addWidget(heading)
        for part in parts:
            self.body.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(self, *parts: QWidget) -> None:
        """Put more parts below."""
        for part in parts:
            self.body.addWidget(part)
