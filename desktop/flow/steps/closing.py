"""Closing a case when every track has come to its end, and opening it again (T15, T29, T31)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Document
from desktop.domain.phases import Phase, ReportState
from desktop.domain.problems import Refusal
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.journal import closing_journal
from desktop.flow.standing import open_tracks
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    in_phase,
    move,
    no_personal_numbers,
    only_case,
    phase_is,
    seen_case,
)
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

JOURNAL = "journal"
"""The kind of the document."""


@dataclass(frozen=True, kw_only=True)
class CloseCase(Command):
    """Close the case: nothing more is awaited."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")


def _close(desk: Desk, it: CloseCase, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, Phase.DECIDED, Phase.CARRIED_OUT)
    left = open_tracks(seen)
    if left:
        raise Refusal(left)
    move(desk, work, seen.case, Phase.CLOSED)
    _keep_journal(desk, work, seen)
    work.about("case", seen.id)
    work.said = say("{number} är avslutat.", number=seen.case.number)


def _keep_journal(desk: Desk, work: Work, seen: Picture) -> None:
    """Keep the journal as it is at this closing; those of earlier closings stay."""
    nth = 1 + desk.store.count(
        Document, "case_id = ? and kind = ? and outgoing = 1", seen.id, JOURNAL
    )
    keep_letter(
        desk,
        work,
        closing_journal(desk, seen, nth),
        kind=JOURNAL,
        title=f"Journal vid avslutet {desk.today}",
        name=f"{seen.case.number}-journal-{nth}",
        case_id=seen.id,
    )


@dataclass(frozen=True, kw_only=True)
class ReopenCase(Command):
    """Open a closed case again, with a reason."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(Kind.LINE, "Skäl", limit=500)
    report_again: bool = ask(Kind.YES, "Granska rapporten på nytt", default=False)


def _reopen(desk: Desk, it: ReopenCase, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    in_phase(seen, Phase.CLOSED)
    phase = Phase.CARRIED_OUT if seen.with_money else Phase.DECIDED
    move(desk, work, seen.case, phase)
    if it.report_again and seen.report is not None and seen.report.received_on is not None:
        work.change(seen.report, state=ReportState.RECEIVED, judged_on=None)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("{number} är öppnat igen.", number=seen.case.number)


STEPS = (
    Step(
        name="close_case",
        command=CloseCase,
        about="case",
        title=say("Avsluta ärendet"),
        button=VERBS["close_case"],
        plan=_close,
        applies=phase_is(Phase.DECIDED, Phase.CARRIED_OUT),
        prefill=only_case,
    ),
    Step(
        name="reopen_case",
        command=ReopenCase,
        about="case",
        title=say("Öppna ärendet igen"),
        button=say("Öppna igen"),
        plan=_reopen,
        applies=phase_is(Phase.CLOSED),
        prefill=only_case,
    ),
)
