"""A case is put in a consultation round, taken out of it, or goes on without one (T07–T11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Round, RoundCase
from desktop.domain.phases import Phase
from desktop.domain.problems import Problem, Refusal, problem
from desktop.domain.proposal import has_rule, stopping
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.rounds import open_round
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


_BEFORE = (Phase.RECEIVED, Phase.PREPARATION)


def _can_be_heard(seen: Picture) -> bool:
    return seen.case.phase in _BEFORE and has_rule(seen.scheme, "consultation")


@dataclass(frozen=True, kw_only=True)
class AddToRound(Command):
    """Put the case, with a proposed sum, in the open consultation round; opens one if needed."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    proposal: int = ask(Kind.KR, "Förslag", help="0 kr föreslår avslag.")
    deviation: str = ask(
        Kind.LINE,
        "Skäl att avvika",
        default="",
        limit=500,
        help="Behövs när förslaget inte är det som reglerna ger. Står på underlaget.",
    )


def proposal_problems(seen: Picture, amount: int, deviation: str, field: str) -> list[Problem]:
    """Give what stands in the way of a sum: a stopping rule, the ceiling, a missing reason.

    Where a rule stops the application, 0 kr is what the rules give and needs no other reason.
    """
    stops = stopping(seen.draft.findings, "decision")
    found = [
        problem(
            field,
            "{title} – {value}, {limit} ({paragraph}) – begär komplettering eller föreslå 0 kr.",
            title=stop.title,
            value=stop.value,
            limit=stop.limit,
            paragraph=stop.short,
        )
        for stop in stops
        if amount
    ]
    if not found and amount > seen.draft.ceiling:
        found.append(
            problem(
                field,
                "Belopp – reglerna räcker till {room} – sänk beloppet.",
                room=kr(seen.draft.ceiling),
            )
        )
    given = 0 if stops else seen.draft.amount
    if not found and amount != given and not deviation:
        found.append(
            problem(
                "deviation",
                "Skäl att avvika – reglerna ger {amount} – skriv varför det blir ett annat belopp.",
                amount=kr(seen.draft.amount),
            )
        )
    return found


def _add(desk: Desk, it: AddToRound, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *_BEFORE)
    problems = proposal_problems(seen, it.proposal, it.deviation, "proposal")
    if problems:
        raise Refusal(problems)
    no_personal_numbers("deviation", "Skäl att avvika", it.deviation)
    found = open_round(desk) or work.add(new_round(desk))
    put_in_round(desk, work, seen, found, proposal=it.proposal, deviation=it.deviation)
    work.reason = it.deviation
    work.said = say(
        "{number} ligger i samrådsomgång {round} med förslaget {amount}.",
        number=seen.case.number,
        round=f"{found.number}/{found.year}",
        amount=kr(it.proposal),
    )


def put_in_round(  # noqa: PLR0913 - what a proposal is
    desk: Desk, work: Work, seen: Picture, found: Round, *, proposal: int, deviation: str
) -> None:
    """Plan that a judged proposal is put to the committee in a round."""
    work.add(RoundCase(round_id=found.id, case_id=seen.id, proposal=proposal, deviation=deviation))
    move(desk, work, seen.case, Phase.CONSULTATION, unconsulted="")
    work.about("case", seen.id)
    work.about("round", found.id)


def new_round(desk: Desk) -> Round:
    """Give the next round of the year, not yet in the file."""
    year = desk.today.year
    rounds = desk.store.find(Round, "year = ?", year)
    return Round(
        number=max((each.number for each in rounds), default=0) + 1,
        year=year,
        opened_on=desk.today,
    )


def _add_now(_desk: Desk, seen: Picture) -> dict[str, Any]:
    stops = stopping(seen.draft.findings, "decision")
    return {"case_id": seen.id, "proposal": 0 if stops else seen.draft.amount}


@dataclass(frozen=True, kw_only=True)
class TakeFromRound(Command):
    """Take the case out of the open round again."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(Kind.LINE, "Skäl")


def _take(desk: Desk, it: TakeFromRound, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    in_phase(seen, Phase.CONSULTATION)
    if seen.round_case is not None:
        work.change(seen.round_case, deleted=desk.today)
        work.about("round", seen.round_case.round_id)
    move(desk, work, seen.case, Phase.PREPARATION)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("{number} är borttaget ur omgången.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class SkipConsultation(Command):
    """Make the case ready without hearing the committee; the reason stands in the letter."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(
        Kind.LINE, "Skäl", limit=500, help="Hel mening. Står i brevet och på delegationslistan."
    )


def _skip(desk: Desk, it: SkipConsultation, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *_BEFORE)
    no_personal_numbers("reason", "Skäl", it.reason)
    move(desk, work, seen.case, Phase.READY, unconsulted=it.reason)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("{number} kan beslutas utan samråd.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class BackToPreparation(Command):
    """Take a case that is ready for decision back to preparation."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")


def _back(desk: Desk, it: BackToPreparation, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, Phase.READY)
    move(desk, work, seen.case, Phase.PREPARATION, unconsulted="")
    work.about("case", seen.id)
    work.said = say("{number} bereds igen.", number=seen.case.number)


def _in_round(seen: Picture) -> Text | None:
    """Say what follows when the case goes into the round."""
    del seen
    return say("Beloppet reserveras tills samrådet är klart.")


STEPS = (
    Step(
        name="add_to_round",
        command=AddToRound,
        about="case",
        title=say("Lägg i samråd"),
        button=VERBS["add_to_round"],
        plan=_add,
        applies=_can_be_heard,
        prefill=_add_now,
        consequence=_in_round,
    ),
    Step(
        name="take_from_round",
        command=TakeFromRound,
        about="case",
        title=say("Ta ur samrådsomgången"),
        button=say("Ta ur omgången"),
        plan=_take,
        applies=phase_is(Phase.CONSULTATION),
        prefill=only_case,
    ),
    Step(
        name="skip_consultation",
        command=SkipConsultation,
        about="case",
        title=say("Hoppa över samråd"),
        button=say("Hoppa över samråd"),
        plan=_skip,
        applies=_can_be_heard,
        prefill=only_case,
    ),
    Step(
        name="back_to_preparation",
        command=BackToPreparation,
        about="case",
        title=say("Tillbaka till beredning"),
        button=say("Tillbaka till beredning"),
        plan=_back,
        applies=phase_is(Phase.READY),
        prefill=only_case,
    ),
)
