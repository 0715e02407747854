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
        other = Column(key="who", title=tr("Förening"), value=_applicant, stretch=1)
        if by == "association":
            other = Column(key="place", title=tr("Ort"), value=_place, stretch=1)
        super().__init__(
            [
                Column(key="number", title=tr("Ärende"), value=_number, weight="medium"),
                other,
                Column(key="granted", title=tr("Beviljat"), value=_granted, align="right"),
                Column(key="state", title=tr("Läge"), value=_state),
            ],
            name=tr("Ärenden"),
            fit=True,
            tall=True,
        )
        self.set_empty(tr("Inga ärenden än."))

    def show_cases(self, desk: Desk, cases: Sequence[Summary]) -> None:
        """Show these, in their order."""
        self.set_rows([(line.summary.id, line) for line in case_lines(desk, cases)])


def _number(it: CaseLine) -> str:
    return it.summary.number


def _scheme(it: CaseLine) -> str:
    return f"{tr(it.summary.scheme_name)} {it.summary.year}"


def _applicant(it: CaseLine) -> Cell:
    return Cell(it.summary.applicant, second=_scheme(it))


def _place(it: CaseLine) -> Cell:
    return Cell(it.summary.place, second=_scheme(it))


def _granted(it: CaseLine) -> Cell:
    case = it.summary
    asked = tr("sökt {sum}", sum=kr(case.asked))
    if case.granted is None:
        words = f"({kr(case.proposed)})" if case.proposed else ""
        tip = tr("Föreslaget") if words else ""
        return Cell(words or "–", second=asked, tone=Tone.MUTED, tip=tip)
    if case.outcome is not None and case.outcome not in WITH_MONEY:
        return Cell(shown(OUTCOME_WORDS[case.outcome]), second=asked, tone=Tone.MUTED)
    return Cell(kr(case.granted), second=asked)


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
