"""The one model behind every list: ids known at once, rows read when they are seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.ui.roles import Mark, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.widgets.pots import Part

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = Any
"""Whatever the page's fetch gives for an id; only its columns look inside."""

CHUNK = 48
"""Rows read together: a screen and a little more."""
KEPT = 40
"""Chunks kept in memory until all are forgotten."""
ROOT = QModelIndex()


@dataclass(frozen=True)
class Cell:
    """What stands in one place of a list."""

    text: str
    """The words, as they are read aloud too."""
    second: str = ""
    """A grey second line, for lists with tall rows."""
    mark: Mark | str | None = None
    """A symbol before the words: a state, or a drawing by name."""
    tone: Tone | None = None
    """Overrides the column's tone."""
    weight: str = ""
    """Overrides the column's weight: a name of measure.SIZES."""
    badge: bool = False
    """True to draw it as a badge on a tint."""
    bar: Sequence[Part] = ()
    """A bar instead of words; the words are read aloud."""
    after: str = ""
    """Grey words after the words: "sökt 4 000"."""
    tip: str = ""
    """A tooltip."""
    indent: int = 0
    """Steps to the right, in a list whose rows unfold."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column as data."""

    key: str
    """Name, for sorting and sums."""
    title: str
    """Heading, already in the language of the window."""
    value: Callable[[Row], str | Cell]
    """What stands there for a row."""
    align: str = "left"
    """"right" for sums, "center" for marks."""
    weight: str = "body"
    """"body", "medium", "strong" or "small"."""
    tone: Tone = Tone.TEXT
    """Colour of the words."""
    width: float = 0.0
    """Width in em; 0 measures what the first rows hold."""
    stretch: int = 0
    """Share of the room that is left over; columns with a share shorten their words."""
    sortable: bool = False
    """True when a click on the heading asks for another order."""
    link: bool = False
    """True when a click does the next step of the row."""
    matched: bool = False
    """True when letters that the filter found are shown."""


class RowModel(QAbstractTableModel):
    """Ids and columns; rows come from `fetch`, a chunk at a time."""

    def __init__(
        self, columns: Sequence[Column], fetch: Callable[[Sequence[int]], Sequence[Row]]
    ) -> None:
        """Make it empty; `fetch` gives the rows of some ids in the same order."""
        super().__init__()
        self.columns = tuple(columns)
        self.fetch = fetch
        self.ids: Sequence[int] = ()
        self._chunks: dict[int, Sequence[Row]] = {}
        self._cells: dict[int, tuple[Cell, ...]] = {}

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other rows; nothing is read until it is seen."""
        self.beginResetModel()
        self.ids = ids
        self._chunks = {}
        self._cells = {}
        self.endResetModel()

    def read_again(self) -> None:
        """Forget what was read: the same ids say something else now."""
        self._chunks = {}
        self._cells = {}

    def cells(self, at: int) -> tuple[Cell, ...]:
        """Give the cells of a row, reading its chunk when it is not at hand."""
        found = self._cells.get(at)
        if found is None:
            found = self._made(at)
            self._cells[at] = found
        return found

    def _made(self, at: int) -> tuple[Cell, ...]:
        number, within = divmod(at, CHUNK)
        if number not in self._chunks:
            self._read(number)
        rows = self._chunks[number]
        if within >= len(rows):
            return tuple(Cell("") for _ in self.columns)
        return tuple(_cell(column.value(rows[within])) for column in self.columns)

    def _read(self, number: int) -> None:
        if len(self._chunks) >= KEPT:
            self._chunks = {}
            self._cells = {}
        self._chunks[number] = self.fetch(self.ids[number * CHUNK : (number + 1) * CHUNK])

    def rowCount(self, parent: Index = ROOT) -> int:
        """Give the number of ids."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give words for those who listen; the delegate draws from the cells themselves."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(index.row())[index.column()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cells(index.row())[index.column()]
            return " ".join(part for part in (cell.text, cell.after, cell.second) if part)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Give the headings."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self.columns):
            return self.columns[section].title
        return None


def _cell(value: str | Cell) -> Cell:
    return value if isinstance(value, Cell) else Cell(value)
