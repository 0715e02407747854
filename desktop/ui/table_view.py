"""A list on a card: headings, rows, sums, and what stands there when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from desktop.domain.swedish import fold
from desktop.ui.look import Look
from desktop.ui.measure import em, font, px
from desktop.ui.row_view import RowView
from desktop.ui.table import CHUNK, Row, RowModel
from desktop.ui.table_head import SumRow
from desktop.ui.table_paint import INSET, STEP, SYMBOL
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.ui.table import Cell, Column

LEAST = 11
"""Em under which a column that shortens its words does not go."""
MEASURED = 12
"""Rows looked at to find the width of a column."""


class Table(Card):
    """A list of rows known by their ids."""

    opened = Signal(object)
    """Id: Enter or double click."""
    stepped = Signal(object)
    """Id: its next step was asked for."""
    moved = Signal(object)
    """Id of the row that is current now."""
    sorted = Signal(str, bool)
    """Key of the column whose heading was clicked, and whether descending."""
    passed = Signal(int)
    """The keyboard left it downwards (1) or upwards (-1)."""
    emptied = Signal()
    """The button of the empty list."""
    turned = Signal(object, bool)
    """Id and whether to unfold: the right or left arrow, in a list whose rows unfold."""

    def __init__(  # noqa: PLR0913 - a list is used in as many ways as pages have lists
        self,
        columns: Sequence[Column],
        fetch: Callable[[Sequence[int]], Sequence[Row]] | None = None,
        *,
        name: str,
        header: bool = True,
        fit: bool = False,
        tall: bool = False,
        primary: bool = False,
        unfolds: bool = False,
    ) -> None:
        """Make it empty.

        Args:
            columns: from the left.
            fetch: gives the rows of some ids in their order; without it use `set_rows`.
            name: what the list is called aloud.
            header: False hides the headings.
            fit: True makes it as high as its rows, for lists inside a page that scrolls; several
                share a page, so only the one with the keyboard lights its current row.
            tall: True gives each row two lines.
            primary: True draws the next step of the current row as the blue button.
            unfolds: True when the right and left arrows unfold rows and fold them again.
        """
        super().__init__(padding=0, spacing=0)
        self._known: dict[int, Row] = {}
        self._fit = fit
        self._widths: list[int] = []
        self.rows = RowModel(columns, fetch or self._from_memory)
        self.view = RowView(self.rows, primary=primary, quiet=fit, tall=tall)
        self.view.unfolds = unfolds
        self.view.setAccessibleName(name)
        self.view.headings.setVisible(header)
        self.setFocusProxy(self.view)
        self.sums = SumRow(self.rows, self.view.headings)
        self.empty = EmptyState("")
        self.add(self.view, self.empty, self.sums)
        self.sums.hide()
        self.empty.hide()
        grows = QSizePolicy.Policy.Maximum if fit else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, grows)
        if fit:
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()

    def _connect(self) -> None:
        self.view.entered_row.connect(self._open)
        self.view.resized.connect(self._spread)
        self.view.doubleClicked.connect(lambda _index: self._open())
        self.view.passed.connect(self.passed)
        self.view.turned.connect(self._turn)
        self.view.pressed_link.connect(lambda at: self.stepped.emit(self.rows.ids[at]))
        self.view.headings.sectionClicked.connect(self._sort)
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.empty.clicked.connect(self.emptied)
        bar = self.view.horizontalScrollBar()
        bar.valueChanged.connect(lambda _value: self.sums.update())

    def _from_memory(self, ids: Sequence[int]) -> Sequence[Row]:
        return [self._known[each] for each in ids]

    def set_rows(self, rows: Sequence[tuple[int, Row]]) -> None:
        """Show rows that are already in memory, each with its id."""
        self._known = dict(rows)
        self.set_ids([each for each, _row in rows])

    def set_ids(self, ids: Sequence[int], *, keep: bool = True) -> None:
        """Show other rows; the current one stays current when it is still there."""
        before = self.current_id() if keep else None
        here = self.view.currentIndex().row()
        self.rows.set_ids(ids)
        self.view.setVisible(bool(ids))
        self.empty.setVisible(not ids and bool(self.empty.accessibleName()))
        self._measure()
        if before is None or not self.select(before):
            at = min(max(here, 0), len(ids) - 1)
            if ids:
                self.view.setCurrentIndex(self.rows.index(at, 0))
        self._spread()

    def read_again(self) -> None:
        """Read the rows again and show them where they are."""
        self.rows.read_again()
        self.view.viewport().update()

    def seen(self) -> range:
        """Give the rows that are in sight, by their numbers from the top."""
        first = max(0, self.view.rowAt(0))
        last = self.view.rowAt(self.view.viewport().height() - 1)
        return range(first, (last if last >= 0 else len(self.rows.ids) - 1) + 1)

    def set_match(self, term: str) -> None:
        """Show where the filter's letters stand."""
        self.view.match = fold(term).strip()
        self.view.viewport().update()

    def set_sums(self, sums: Mapping[str, str]) -> None:
        """Show sums by the key of their column."""
        self.sums.set_sums(sums)

    def set_sort(self, key: str, *, descending: bool) -> None:
        """Show which column the rows are sorted by."""
        self.view.headings.sorted_by = (key, descending)
        self.view.headings.viewport().update()

    def set_empty(self, sentence: str, button: str = "") -> None:
        """Say what stands there when there are no rows."""
        self.empty.set(sentence, button)
        self.empty.setVisible(not self.rows.ids)
        self.view.setVisible(bool(self.rows.ids))

    def current_id(self) -> int | None:
        """Give the id of the current row."""
        at = self.view.currentIndex().row()
        return self.rows.ids[at] if 0 <= at < len(self.rows.ids) else None

    def select(self, wanted: int) -> bool:
        """Make a row current by its id; False when it is not there."""
        if wanted not in self.rows.ids:
            return False
        index = self.rows.index(list(self.rows.ids).index(wanted), 0)
        self.view.setCurrentIndex(index)
        return True

    def shift(self, steps: int) -> None:
        """Move the current row, as the arrows do, while the keyboard is in the filter."""
        if self.rows.ids:
            at = self.view.currentIndex().row() + steps
            at = min(max(at, 0), len(self.rows.ids) - 1)
            self.view.setCurrentIndex(self.rows.index(at, 0))

    def enter(self, *, last: bool = False) -> None:
        """Take the keyboard to the first row, or the last."""
        if self.rows.ids:
            at = len(self.rows.ids) - 1 if last else 0
            self.view.setCurrentIndex(self.rows.index(at, 0))
            self.view.setFocus()

    def open_current(self) -> None:
        """Open the current row."""
        self._open()

    def step(self) -> None:
        """Ask for the next step of the current row."""
        current = self.current_id()
        if current is not None:
            self.stepped.emit(current)

    def _open(self) -> None:
        current = self.current_id()
        if current is not None:
            self.opened.emit(current)

    def _turn(self, unfold: bool) -> None:
        current = self.current_id()
        if current is not None:
            self.turned.emit(current, unfold)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.rows.ids):
            self.moved.emit(self.rows.ids[index.row()])

    def _sort(self, at: int) -> None:
        column = self.rows.columns[at]
        if column.sortable:
            key, descending = self.view.headings.sorted_by
            turned = not descending if key == column.key else False
            self.set_sort(column.key, descending=turned)
            self.sorted.emit(column.key, turned)

    def _measure(self) -> None:
        """Find the width each column needs; it only grows, so that nothing jumps while typing."""
        titles = [self._title_width(column) for column in self.rows.columns]
        kept = self._widths or titles
        self._widths = [max(pair) for pair in zip(titles, kept, strict=True)]
        look = Look()
        for at in range(min(MEASURED, CHUNK, len(self.rows.ids))):
            for column, cell in enumerate(self.rows.cells(at)):
                wide = _width(look, self.rows.columns[column], cell)
                self._widths[column] = max(self._widths[column], wide)

    def _title_width(self, column: Column) -> int:
        if self.view.headings.isHidden():
            return px(20)
        room = px(INSET) * 2 + (px(16) if column.sortable else 0)
        return QFontMetrics(font("smallmedium")).horizontalAdvance(column.title) + room

    def _spread(self) -> None:
        """Give fixed columns what they need and the others a share of the rest."""
        if not self._widths:
            return
        columns = self.rows.columns
        wants = [
            em(column.width) or wide for column, wide in zip(columns, self._widths, strict=True)
        ]
        shares = sum(column.stretch for column in columns)
        free = self.view.viewport().width() - sum(wants)
        for at, column in enumerate(columns):
            wide = wants[at]
            if column.stretch and shares:
                wide = max(min(em(LEAST), wide), wide + free * column.stretch // shares)
            self.view.headings.resizeSection(at, wide)
        if not shares and free > 0:
            self.view.headings.resizeSection(len(columns) - 1, wants[-1] + free)
        if self._fit:
            self.view.setFixedHeight(self.sizeHint().height())

    def full_height(self) -> int:
        """Give the height at which every row and the sums are seen, and nothing is left over."""
        sums = self.sums.height() if self.sums.isVisibleTo(self) else 0
        return self._rows_height() + sums + 2

    def _rows_height(self) -> int:
        view = self.view
        high = len(self.rows.ids) * view.verticalHeader().defaultSectionSize()
        if view.headings.isVisibleTo(self):
            high += view.headings.height()
        if view.headings.length() > view.viewport().width():
            high += view.horizontalScrollBar().sizeHint().height()
        return high

    def sizeHint(self) -> QSize:
        """Want all rows when it is to fit them."""
        high = self._rows_height()
        return QSize(em(40), high if self._fit else em(20))


def _width(look: Look, column: Column, cell: Cell) -> int:
    wide = look.advance(cell.text, cell.weight or column.weight) + cell.indent * look.px(STEP)
    if cell.after:
        wide += look.px(6) + look.advance(cell.after, "body")
    if cell.mark is not None:
        wide += look.px(SYMBOL + 6)
    if cell.badge:
        wide += look.px(20)
    if column.link:
        wide = max(wide, look.advance(cell.text, "strong") + look.px(26))
    return max(wide, look.advance(cell.second, "small")) + look.px(INSET) * 2 + 1
