"""The rows of the history: when, what and by whom, about what, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.flow.event_log import read_rows
from desktop.flow.undoing import depth
from desktop.flow.verdicts import STANDING_WORDS, Standing
from desktop.ui.event_about import about
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.event_log import LogRow, Undoings
    from desktop.ui.page import Route

MARKS: dict[Standing, Mark | str | None] = {
    Standing.STANDS: None,
    Standing.HELD: Mark.WAITING,
    Standing.LEFT: Mark.OK,
    Standing.UNDONE: "undo",
    Standing.GONE: "undo",
    Standing.BEGAN: None,
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row."""

    row: LogRow
    """The act."""
    about: str
    """What it was about."""
    route: Route | None
    """Where that is."""
    told: str
    """What can be said at once of how it stands: "Ångring"; "" when it is to be judged."""
    mark: Mark | str | None
    """The symbol of that."""


def lines(desk: Desk, undoings: Undoings, ids: Sequence[int]) -> list[Line]:
    """Read some rows of the log."""
    rows = read_rows(desk.store, ids)
    if rows:
        undoings.reach(min(row.id for row in rows))
    return [_line(desk, undoings, row) for row in rows]


def _line(desk: Desk, undoings: Undoings, row: LogRow) -> Line:
    words, route = about(desk, row.subjects)
    told, mark = _told(desk, undoings, row)
    return Line(row=row, about=words, route=route, told=told, mark=mark)


def _told(desk: Desk, undoings: Undoings, row: LogRow) -> tuple[str, Mark | str | None]:
    """Say what needs no judging."""
    if row.id == 1:
        return shown(STANDING_WORDS[Standing.BEGAN]), None
    if row.final:
        return shown(STANDING_WORDS[Standing.LEFT]), MARKS[Standing.LEFT]
    if row.undoes is not None:
        again = depth(desk.store, row.id, {}) % 2 == 0
        return (tr("Gjort igen"), Mark.INFO) if again else (tr("Ångring"), "undo")
    if undoings.undoer(row.id) is not None:
        return shown(STANDING_WORDS[Standing.UNDONE]), MARKS[Standing.UNDONE]
    return "", None


def columns(standing: Callable[[Line], tuple[str, Mark | str | None]]) -> list[Column]:
    """Give the columns; `standing` says what is known of how a row stands."""

    def stands(line: Line) -> Cell:
        words, mark = standing(line)
        return Cell(words, mark=mark, tone=Tone.MUTED)

    return [
        Column(key="when", title=tr("När"), value=_when),
        Column(key="what", title=tr("Vad och vem"), value=_what, stretch=3, matched=True),
        Column(key="about", title=tr("Gäller"), value=_about, width=12.5, link=True),
        Column(key="stands", title=tr("Läge"), value=stands, width=14),
    ]


def _when(line: Line) -> Cell:
    return Cell(f"{line.row.at:%Y-%m-%d}", second=f"{line.row.at:%H.%M}")


def _what(line: Line) -> Cell:
    return Cell(line.row.text, second=line.row.officer, tip=line.row.text)


def _about(line: Line) -> Cell:
    if line.route is None:
        return Cell(line.about, tone=Tone.MUTED)
    return Cell(line.about, tip=line.about)
