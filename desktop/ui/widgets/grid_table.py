"""A small table to read: columns that line up, rows that may be tinted, and a row of sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.measure import em, font, px
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.words import Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

INSET = 16
"""Pixels beside a row at 100 %."""
GAP = 14
HIGH = 28


@dataclass(frozen=True, kw_only=True)
class Head:
    """One column."""

    title: str
    """Heading."""
    right: bool = False
    """True for numbers."""
    share: int = 0
    """Part of the room that is left over; 0 is as wide as what stands there."""
    below: bool = False
    """True when it stands on a second line where there is little room."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """What stands in one place."""

    text: str
    """The words."""
    tone: Tone = Tone.TEXT
    """How loud they are."""
    size: str = "body"
    """A name of measure.SIZES."""
    mark: Mark | None = None
    """A symbol after the words."""


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """One row."""

    places: Sequence[Place]
    """From the left, one for each column."""
    tinted: bool = False
    """True for a row that deviates."""


class GridTable(QWidget):
    """Headings, rows and sums; it is read aloud row by row."""

    def __init__(self, name: str, *, inset: float = INSET) -> None:
        """Make it empty."""
        super().__init__()
        self.setAccessibleName(name)
        self._inset = inset
        self._heads: Sequence[Head] = ()
        self._rows: Sequence[GridRow] = ()
        self._sums: GridRow | None = None
        self._narrow = False
        self._wants: list[int] = []
        self._cells: list[tuple[QWidget, Words, int]] = []
        self._notes: list[Words] = []
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        tight(self._column)
        self._column.addWidget(self._holder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_rows(
        self, heads: Sequence[Head], rows: Sequence[GridRow], sums: GridRow | None = None
    ) -> None:
        """Show these."""
        self._heads, self._rows, self._sums = heads, rows, sums
        self._wants = [self._wide(at) for at in range(len(heads))]
        self._narrow = self.width() < self.least()
        self._lay()

    def texts(self) -> list[list[str]]:
        """Give the words of every row, sums last."""
        every = [*self._rows, *([self._sums] if self._sums else [])]
        return [[place.text for place in one.places] for one in every]

    def least(self) -> int:
        """Give the width under which a second line is taken."""
        shared = [
            max(min(want, em(9)), self._word(at)) if head.share else want
            for at, (head, want) in enumerate(self._pairs())
        ]
        return sum(shared) + px(GAP) * (len(shared) - 1) + 2 * px(self._inset)

    def _pairs(self) -> list[tuple[Head, int]]:
        return list(zip(self._heads, self._wants, strict=True))

    def _wide(self, at: int) -> int:
        head = QFontMetrics(font("smallmedium")).horizontalAdvance(self._heads[at].title)
        every = [*self._rows, *([self._sums] if self._sums else [])]
        cells = [one.places[at] for one in every]
        words = [
            QFontMetrics(font(each.size)).horizontalAdvance(each.text)
            + (px(22) if each.mark else 0)
            for each in cells
        ]
        return max([head, *words]) + px(2)

    def _word(self, at: int) -> int:
        """Give the width of the longest word of a column: it is never cut."""
        every = [*self._rows, *([self._sums] if self._sums else [])]
        return max(
            (
                QFontMetrics(font(one.places[at].size)).horizontalAdvance(word)
                for one in every
                for word in one.places[at].text.split(" ")
            ),
            default=0,
        ) + px(2)

    def _lay(self) -> None:
        holder = QWidget()
        self._cells, self._notes = [], []
        column = QVBoxLayout(holder)
        tight(column)
        if any(head.title for head in self._heads):
            titles = [Place(text=h.title, tone=Tone.MUTED, size="smallmedium") for h in self._heads]
            if not self._narrow:
                column.addWidget(self._row(GridRow(places=titles)))
                column.addWidget(Hairline(strong=True))
        every = [*self._rows, *([self._sums] if self._sums else [])]
        for at, one in enumerate(every):
            if at:
                column.addWidget(Hairline())
            column.addWidget(self._row(one))
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        self._spread()
        self.updateGeometry()

    def _widths(self) -> list[int]:
        """Give each column what it needs, and those that share the rest of the room."""
        seen = [(head, want) for head, want in self._pairs() if not (self._narrow and head.below)]
        shares = sum(head.share for head, _want in seen)
        fixed = sum(want for head, want in seen if not head.share)
        room = self.width() - 2 * px(self._inset) - px(GAP) * (len(seen) - 1) - fixed
        least = [self._word(at) if head.share else 0 for at, head in enumerate(self._heads)]
        held = sum(
            wide
            for wide, head in zip(least, self._heads, strict=True)
            if not (self._narrow and head.below)
        )
        free = max(0, room - held)
        return [
            least[at] + free * head.share // shares if head.share else want
            for at, (head, want) in enumerate(self._pairs())
        ]

    def _spread(self) -> None:
        widths = self._widths()
        for cell, words, at in self._cells:
            cell.setFixedWidth(widths[at])
            if words.wordWrap():
                words.setFixedHeight(_high(words, widths[at]))
        for note in self._notes:
            note.setFixedHeight(_high(note, self.width() - 2 * px(self._inset)))

    def _row(self, one: GridRow) -> QWidget:
        made = _Row(tinted=one.tinted)
        made.setAccessibleName(
            ", ".join(
                f"{head.title} {place.text}".strip()
                for head, place in zip(self._heads, one.places, strict=True)
                if place.text
            )
        )
        whole = QVBoxLayout(made)
        whole.setContentsMargins(px(self._inset), px(3), px(self._inset), px(3))
        whole.setSpacing(px(1))
        line = QHBoxLayout()
        tight(line, GAP)
        rest = []
        for at, (head, place) in enumerate(zip(self._heads, one.places, strict=True)):
            if self._narrow and head.below:
                if place.text:
                    rest.append(f"{head.title.lower()} {place.text}")
                continue
            line.addWidget(self._cell(head, place, at))
        line.addStretch(1)
        whole.addLayout(line)
        if rest:
            self._notes.append(Words(", ".join(rest), "small", Tone.MUTED, wrap=True))
            whole.addWidget(self._notes[-1])
        made.setMinimumHeight(px(HIGH))
        return made

    def _cell(self, head: Head, place: Place, at: int) -> QWidget:
        wrap = bool(head.share and place.text)
        words = Words(place.text, place.size, place.tone, wrap=wrap, right=head.right)
        cell: QWidget = words
        if place.mark is not None:
            cell = QWidget()
            line = QHBoxLayout(cell)
            tight(line, 6)
            line.addWidget(words)
            line.addWidget(Symbol(place.mark))
            line.addStretch(1)
        self._cells.append((cell, words, at))
        return cell

    def minimumSizeHint(self) -> QSize:
        """Be content with little: columns go below."""
        return QSize(em(14), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self.least()
        if narrow is not self._narrow:
            self._narrow = narrow
            self._lay()
        else:
            self._spread()


def _high(words: Words, wide: int) -> int:
    """Give the height of words broken to a width; a label asks for a line too many."""
    room = QRect(0, 0, max(1, wide), 100_000)
    metrics = QFontMetrics(words.font())
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words.text()).height() + 2


class _Row(QWidget):
    """The ground of a row."""

    def __init__(self, *, tinted: bool) -> None:
        super().__init__()
        self._tinted = tinted
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint what deviates."""
        if self._tinted:
            QPainter(self).fillRect(self.rect(), now().warn_tint)
