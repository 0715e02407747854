"""The grants of a year place by place, unfolded into schemes and cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import tr
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, Section
from desktop.ui.widgets.pots import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.flow.budget_view import PlaceLine
    from desktop.flow.ledger import CaseLine, Money

MINUS = "−"


@dataclass(frozen=True, kw_only=True)
class GrantRow:
    """A row of the grants: a place, one of its schemes, or a case in it."""

    level: int
    """0 for a place, 1 for a scheme, 2 for a case."""
    words: str
    """What it is called."""
    money: Money
    """Its sums."""
    cap: int
    """What the pots hold; 0 for a case, or for none."""
    left: int
    """The pots less what is decided."""
    open: bool = False
    """True for a place that is unfolded."""
    case_id: int = 0
    """The case."""


class PlaceCard(Section):
    """The grants of a year: a row for each place, unfolded into schemes and cases."""

    case = Signal(int)
    """Id of a case that is to be opened."""

    def __init__(self, cases: Callable[[int], Sequence[CaseLine]]) -> None:
        """Make it empty; `cases` gives the cases of a place when it is unfolded."""
        self.table = Table(_grant_columns(), name=tr("Bidrag per ort"), fit=True)
        self.table.set_empty(tr("Inga orter är inlagda."))
        super().__init__(
            Heading(tr("Bidrag"), note=tr("kronor; kvar är potter minus beslutat")), self.table
        )
        self._cases = cases
        self._lines: Sequence[PlaceLine] = ()
        self._open: set[int] = set()
        self._rows: dict[int, GrantRow] = {}
        self._place_of: dict[int, int] = {}
        self.table.opened.connect(self.turn)
        self.table.stepped.connect(self.turn)

    def show_places(self, year: int, lines: Sequence[PlaceLine]) -> None:
        """Show the places with their grants of a year."""
        whole = all(line.place.id == 0 for line in lines) and bool(lines)
        self.heading.title.setText(
            tr("Bidrag {year}", year=year) if whole else tr("Bidrag {year} per ort", year=year)
        )
        self._lines = lines
        self._show()

    def turn(self, at: int) -> None:
        """Unfold a place or fold it; open a case."""
        row = self._rows[at]
        if row.case_id:
            self.case.emit(row.case_id)
        elif row.level == 0:
            self._open ^= {self._place_of[at]}
            self._show()

    def _show(self) -> None:
        self._rows, self._place_of = {}, {}
        for line in self._lines:
            self._put(line)
        self.table.set_rows(list(self._rows.items()))
        sums = [line.money for line in self._lines]
        self.table.set_sums(
            {
                "place": tr("Tillsammans"),
                **{
                    name: digits(sum(getattr(each, name) for each in sums))
                    for name in ("asked", "proposed", "decided", "paid", "returned")
                },
                "left": digits(sum(line.left for line in self._lines)),
            }
            if self._lines
            else {}
        )

    def _put(self, line: PlaceLine) -> None:
        place = line.place.id
        opened = place in self._open
        # Ids that stay the same whatever is unfolded, so that the current row stays current.
        key = place << 32
        self._place_of[key] = place
        self._rows[key] = GrantRow(
            level=0,
            words=line.place.name,
            money=line.money,
            cap=line.cap,
            left=line.left,
            open=opened,
        )
        if not opened:
            return
        cases = self._cases(place)
        for at, pot in enumerate(line.pots):
            under = key + ((at + 1) << 24)
            self._rows[under] = GrantRow(
                level=1, words=tr(pot.short), money=pot.money, cap=pot.cap, left=pot.left
            )
            for number, case in enumerate(each for each in cases if each.scheme == pot.scheme):
                self._rows[under + number + 1] = GrantRow(
                    level=2,
                    words=f"{case.number} {case.applicant}",
                    money=case.money,
                    cap=0,
                    left=0,
                    case_id=case.case_id,
                )


def _grant_columns() -> list[Column]:
    return [
        Column(key="place", title=tr("Ort"), value=_place, stretch=3, link=True),
        *(
            Column(key=name, title=title, value=_sum_of(name), align="right")
            for name, title in (
                ("asked", tr("Sökt")),
                ("proposed", tr("Föreslaget")),
                ("decided", tr("Beslutat")),
                ("paid", tr("Utbetalt")),
                ("returned", tr("Återbetalt")),
            )
        ),
        Column(key="left", title=tr("Kvar"), value=_left, align="right", weight="strong"),
        Column(key="bar", title=tr("Potter"), value=_pot_bar, stretch=2, width=7),
    ]


def _place(row: GrantRow) -> Cell:
    if row.level == 0:
        mark = "chevron-down" if row.open else "chevron-right"
        return Cell(row.words, mark=mark, weight="medium")
    inset = "\u2003" * (2 * row.level)
    tone = None if row.case_id else Tone.TEXT
    return Cell(f"{inset}{row.words}", tone=tone, tip=row.words)


def _sum_of(name: str) -> Callable[[GrantRow], Cell]:
    def value(row: GrantRow) -> Cell:
        amount = getattr(row.money, name)
        return Cell(digits(amount), tone=None if amount else Tone.MUTED)

    return value


def _left(row: GrantRow) -> Cell:
    if not row.cap:
        return Cell("")
    short = row.left < 0
    words = f"{MINUS}{digits(-row.left)}" if short else digits(row.left)
    return Cell(words, tone=Tone.STOP if short else None)


def _pot_bar(row: GrantRow) -> Cell:
    if not row.cap:
        return Cell("")
    proposed = max(0, min(row.money.proposed, row.left))
    parts = (
        Part(kind="decided", label=tr("Beslutat"), amount=row.money.decided),
        Part(kind="proposed", label=tr("Föreslaget"), amount=proposed),
        Part(kind="left", label=tr("Kvar"), amount=max(0, row.left - proposed)),
    )
    words = ", ".join(f"{part.label} {kr(part.amount)}" for part in parts)
    return Cell(words, bar=parts, tip=words)
