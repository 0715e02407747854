"""The figures of a year as a list that unfolds: section, figure, part, and the cases behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.yearly import COUNT, KR, difference_words, numbered, value_words
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.yearly import Figure, Source, Yearly
    from desktop.domain.yearly import Section as YearlySection

OPEN_FIRST = ("contacts", "people", "grants")
"""Sections that stand unfolded when the page is opened."""


@dataclass(frozen=True, kw_only=True)
class Node:
    """One row: a section, a figure, or something a figure is counted from."""

    key: str
    """Names it for as long as the page lives."""
    depth: int
    """Steps in from the left."""
    section: YearlySection | None = None
    """The section, of a heading."""
    figure: Figure | None = None
    """The figure."""
    source: Source | None = None
    """What it is counted from."""
    unit: str = COUNT
    """Unit of the figure that a source belongs to."""
    unfolds: bool = False
    """True when there is something under it."""
    open: bool = False
    """True while that is shown."""


class FigureCard(Section):
    """Every figure of the year beside the year before."""

    followed = Signal(object)
    """Subject of a row that is to be opened."""

    def __init__(self) -> None:
        """Make it empty."""
        self.table = Table(_columns(0), name=tr("Årets siffror"), fit=True, unfolds=True)
        super().__init__(
            Heading(tr("Årets siffror"), tr("varje summa går att fälla ut till sina ärenden")),
            self.table,
        )
        self._yearly: Yearly | None = None
        self._open = set(OPEN_FIRST)
        self._ids: dict[str, int] = {}
        self.nodes: dict[int, Node] = {}
        self.table.opened.connect(self._turn)
        self.table.stepped.connect(self._turn)
        self.table.turned.connect(self._fold)

    def show_year(self, yearly: Yearly) -> None:
        """Show a year; what was unfolded stays so."""
        if self._yearly is None or self._yearly.year != yearly.year:
            self.table.rows.columns = tuple(_columns(yearly.year))
        self._yearly = yearly
        self._show()

    def _show(self) -> None:
        if self._yearly is None:
            return
        self.nodes = {}
        for node in self._nodes(self._yearly):
            self.nodes[self._ids.setdefault(node.key, len(self._ids) + 1)] = node
        self.table.set_rows(list(self.nodes.items()))

    def _nodes(self, yearly: Yearly) -> Iterator[Node]:
        for section in yearly.sections:
            is_open = section.key in self._open
            yield Node(key=section.key, depth=0, section=section, unfolds=True, open=is_open)
            if is_open:
                for figure in section.figures:
                    yield from self._figure(figure, 1, section.key)

    def _figure(self, figure: Figure, depth: int, above: str) -> Iterator[Node]:
        key = f"{above}/{figure.key}"
        is_open, unfolds = key in self._open, bool(figure.parts or figure.rows)
        yield Node(key=key, depth=depth, figure=figure, unfolds=unfolds, open=is_open)
        if not is_open:
            return
        for part in figure.parts:
            yield from self._figure(part, depth + 1, key)
        if not figure.parts:
            for at, source in enumerate(figure.rows):
                unit = figure.unit if figure.unit == KR else COUNT
                yield Node(key=f"{key}#{at}", depth=depth + 1, source=source, unit=unit)

    def _turn(self, row_id: int) -> None:
        node = self.nodes[row_id]
        if node.source is not None:
            self.followed.emit(node.source.subject)
        elif node.unfolds:
            self._set(node, unfold=not node.open)

    def _fold(self, row_id: int, unfold: bool) -> None:
        node = self.nodes[row_id]
        if node.unfolds and node.open is not unfold:
            self._set(node, unfold=unfold)

    def _set(self, node: Node, *, unfold: bool) -> None:
        if unfold:
            self._open.add(node.key)
        else:
            self._open.discard(node.key)
        self._show()

    def unfold(self, key: str) -> None:
        """Show what a figure is counted from."""
        if self._yearly is None:
            return
        for section in self._yearly.sections:
            for figure in section.figures:
                if figure.key == key:
                    self._open |= {section.key, f"{section.key}/{figure.key}"}
        self._show()


def _columns(year: int) -> list[Column]:
    return [
        Column(key="what", title=tr("Uppgift"), value=_what, stretch=1),
        Column(
            key="now",
            title=str(year),
            value=_now,
            align="right",
            weight="medium",
            width=8,
            link=False,
        ),
        Column(
            key="before",
            title=str(year - 1),
            value=_before,
            align="right",
            tone=Tone.MUTED,
            width=8,
        ),
        Column(
            key="change",
            title=tr("Skillnad"),
            value=_change,
            align="right",
            tone=Tone.MUTED,
            width=9,
        ),
        Column(key="step", title="", value=_step, link=True, align="right", width=6),
    ]


def _what(it: Node) -> Cell:
    mark = ("chevron-down" if it.open else "chevron-right") if it.unfolds else None
    if it.section is not None:
        return Cell(shown(it.section.title), mark=mark, weight="strong")
    if it.figure is not None:
        tip = shown(it.figure.note) if it.figure.note is not None else ""
        unit = tr("{title}, kr", title=shown(it.figure.title))
        words = unit if it.figure.unit == KR and it.depth == 1 else shown(it.figure.title)
        return Cell(words, mark=mark, indent=it.depth if mark else it.depth + 1, tip=tip)
    assert it.source is not None  # noqa: S101 - a node is one of the three
    day = it.source.day.isoformat() if it.source.day else ""
    return Cell(shown(it.source.text), indent=it.depth + 1, tone=Tone.MUTED, after=day)


def _now(it: Node) -> Cell:
    if it.figure is not None:
        return Cell(value_words(it.figure), weight="strong" if it.depth == 1 else "body")
    if it.source is not None:
        return Cell(numbered(it.source.amount, it.unit), tone=Tone.MUTED, weight="body")
    return Cell("")


def _before(it: Node) -> str:
    return value_words(it.figure, it.figure.year - 1) if it.figure is not None else ""


def _change(it: Node) -> str:
    # On screen a minus is the sign of its own; paper writes the dash.
    return shown(difference_words(it.figure)).replace("–", "−") if it.figure is not None else ""


def _step(it: Node) -> str:
    return tr("Öppna") if it.source is not None and it.source.subject[0] else ""
