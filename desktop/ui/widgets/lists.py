"""Short lists beside a case: events, documents, facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.measure import em, px
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Heading, tight
from desktop.ui.widgets.words import Link, Symbol, Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence

TOP = Qt.AlignmentFlag.AlignTop


class _Listing(QWidget):
    """A heading, rows in a grid, and nothing else."""

    followed = Signal()

    def __init__(self, title: str, link: str) -> None:
        super().__init__()
        self.heading = Heading(title, link=link)
        self.heading.link.clicked.connect(self.followed)
        self._column = QVBoxLayout(self)
        tight(self._column, 6)
        self._column.addWidget(self.heading)
        self._holder = QWidget()
        self._column.addWidget(self._holder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.heading.setVisible(bool(title or link))

    def _fresh(self, *, across: float, down: float) -> QGridLayout:
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget()
        self._column.addWidget(self._holder)
        grid = QGridLayout(self._holder)
        tight(grid)
        grid.setHorizontalSpacing(px(across))
        grid.setVerticalSpacing(px(down))
        return grid

    def _empty(self, grid: QGridLayout, words: str) -> None:
        grid.addWidget(muted(words, wrap=True), 0, 0, 1, 3)


class EventList(_Listing):
    """What has happened: day and sentence, the newest first."""

    def __init__(self, title: str, link: str = "") -> None:
        """Make it empty; `followed` is emitted by the heading's link."""
        super().__init__(title, link)

    def set_events(
        self, events: Sequence[tuple[str, str]], *, link: str = "", empty: str = ""
    ) -> None:
        """Show day and sentence of each."""
        grid = self._fresh(across=14, down=7)
        grid.setColumnMinimumWidth(0, em(3.6))
        grid.setColumnStretch(1, 1)
        for at, (day, words) in enumerate(events):
            grid.addWidget(muted(day), at, 0, TOP)
            grid.addWidget(Words(words, wrap=True), at, 1)
        if not events:
            self._empty(grid, empty)
        if link:
            self.heading.link.setText(link)
        self.heading.link.setVisible(bool(link))


@dataclass(frozen=True, kw_only=True)
class Doc:
    """One document of a case."""

    id: int
    """Emitted when it is opened."""
    title: str
    """"Beslut 5/2026, delvis bifall"."""
    day: str
    """"9 nov"."""
    kind: str = "document"
    """"lock" when it can never change, "document", or "clip" for what came in."""


class DocumentList(_Listing):
    """Papers: symbol, title as a link, day."""

    opened = Signal(object)

    def __init__(self, title: str, link: str = "") -> None:
        """Make it empty."""
        super().__init__(title, link)

    def set_documents(self, documents: Sequence[Doc], *, empty: str = "") -> None:
        """Show these."""
        grid = self._fresh(across=8, down=6)
        grid.setColumnStretch(1, 1)
        for at, paper in enumerate(documents):
            link = Link(paper.title)
            link.clicked.connect(lambda _on=False, paper=paper: self.opened.emit(paper.id))
            grid.addWidget(Symbol(paper.kind, tone=Tone.MUTED), at, 0)
            grid.addWidget(link, at, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(small(paper.day), at, 2, Qt.AlignmentFlag.AlignRight)
        if not documents:
            self._empty(grid, empty)


class FactList(_Listing):
    """Label and value, the label grey."""

    def __init__(self, title: str = "", *, right: bool = False) -> None:
        """Make it empty; `right` aligns the values as sums."""
        super().__init__(title, "")
        self._right = right

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show label and value of each."""
        grid = self._fresh(across=16, down=6)
        grid.setColumnStretch(1, 1)
        for at, (label, value) in enumerate(facts):
            grid.addWidget(muted(label), at, 0, TOP)
            grid.addWidget(Words(value, wrap=not self._right, right=self._right), at, 1)
