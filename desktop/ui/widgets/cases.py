"""Cases as a list inside another page: number, who or where, sums, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Summary
from desktop.domain.phases import OUTCOME_WORDS, WITH_MONEY
from desktop.domain.swedish import kr
from desktop.flow.waiting import Label, label
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk

_MARKS = {
    "late": Mark.LATE,
    "stop": Mark.STOP,
    "mine": Mark.MINE,
    "waiting": Mark.WAITING,
    "done": Mark.OK,
}


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """A case and what it waits for."""

    summary: Summary
    """The case."""
    state: Label
    """Where it stands."""


def case_lines(desk: Desk, cases: Sequence[Summary]) -> list[CaseLine]:
    """Read what cases wait for."""
    awaited = desk.store.awaited([each.id for each in cases])
    return [
        CaseLine(summary=each, state=label(awaited.get(each.id, ()), each.phase, desk.today))
        for each in cases
    ]


class CaseTable(Table):
    """As high as its rows; `by` says which of the two names a page knows already."""

    def __init__(self, by: str) -> None:
        """Make it empty; `by` is "place" or "association"."""
        other = Column(key="who", title=tr("Förening"), value=_applicant, stretch=3)
        if by == "association":
            other = Column(key="place", title=tr("Ort"), value=_place, stretch=3)
        super().__init__(
            [
                Column(key="number", title=tr("Ärende"), value=_number, weight="medium"),
                other,
                Column(key="scheme", title=tr("Bidrag"), value=_scheme, stretch=2),
                Column(key="asked", title=tr("Sökt"), value=_asked, align="right", tone=Tone.MUTED),
                Column(key="granted", title=tr("Beviljat"), value=_granted, align="right"),
                Column(key="state", title=tr("Läge"), value=_state, stretch=4),
            ],
            name=tr("Ärenden"),
            fit=True,
        )
        self.set_empty(tr("Inga ärenden än."))

    def show_cases(self, desk: Desk, cases: Sequence[Summary]) -> None:
        """Show these, in their order."""
        self.set_rows([(line.summary.id, line) for line in case_lines(desk, cases)])


def _number(it: CaseLine) -> str:
    return it.summary.number


def _applicant(it: CaseLine) -> str:
    return it.summary.applicant


def _place(it: CaseLine) -> str:
    return it.summary.place


def _scheme(it: CaseLine) -> str:
    return f"{tr(it.summary.scheme_name)} {it.summary.year}"


def _asked(it: CaseLine) -> str:
    return kr(it.summary.asked)


def _granted(it: CaseLine) -> Cell:
    case = it.summary
    if case.granted is None:
        words = f"({kr(case.proposed)})" if case.proposed else ""
        return Cell(words, tone=Tone.MUTED, tip=tr("Föreslaget") if words else "")
    if case.outcome is not None and case.outcome not in WITH_MONEY:
        return Cell(shown(OUTCOME_WORDS[case.outcome]), tone=Tone.MUTED)
    return Cell(kr(case.granted))


def _state(it: CaseLine) -> Cell:
    mark = _MARKS.get(it.state.tone)
    late = it.state.tone == "late"
    done = not it.summary.open
    return Cell(
        shown(it.state.text),
        mark=mark,
        tone=Tone.LATE if late else Tone.MUTED if done else None,
        tip=shown(it.state.text),
    )
