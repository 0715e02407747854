"""The consultation round: in, sheet, out; the committee is heard and never decides (T07–T11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Round, RoundCase, RoundMember
from desktop.domain.phases import ANSWER_WORDS, Answer, Phase
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.proposal import has_rule, stopping
from desktop.domain.registers import Member
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.round_sheet import committee_sheet
from desktop.flow.rounds import open_round, round_cases
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    in_phase,
    move,
    no_personal_numbers,
    not_before,
    only_case,
    phase_is,
    seen_case,
)
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

_ANSWERS = {str(key): str(word) for key, word in ANSWER_WORDS.items()}
_FORMS = {"meeting": "På möte", "email": "Med e-post", "phone": "På telefon"}
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
    in_phase(seen, Phase.CONSULTATION)
    if seen.round_case is not None:
        work.change(seen.round_case, deleted=desk.today)
        work.about("round", seen.round_case.round_id)
    move(desk, work, seen.case, Phase.PREPARATION)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("{number} är borttaget ur omgången.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class MakeSheet(Command):
    """Draw up the committee sheet of the open round, to be printed and sent."""

    round_id: int = ask(Kind.REF, "Omgång", ref="round")
    meets_on: date | None = ask(Kind.DAY, "Samrådet hålls", default=None)


def round_of(desk: Desk, round_id: int) -> Round:
    """Give a round that is open, or refuse."""
    found = desk.store.first(Round, "id = ?", round_id)
    if found is None:
        raise refuse("round_id", "Omgång – finns inte i registret – välj i listan.")
    if found.held_on is not None:
        raise refuse(
            "round_id",
            "Omgång – {number} är avslutad – nya ärenden hamnar i nästa omgång.",
            number=f"{found.number}/{found.year}",
        )
    return found


def _sheet(desk: Desk, it: MakeSheet, work: Work) -> None:
    found = round_of(desk, it.round_id)
    if not round_cases(desk, found.id):
        raise refuse("round_id", "Omgång – har inga ärenden – lägg i minst ett ärende först.")
    number = f"{found.number}/{found.year}"
    kept = keep_letter(
        desk,
        work,
        committee_sheet(desk, found, it.meets_on),
        kind="committee_sheet",
        title=f"Samrådsunderlag omgång {number}",
        name=f"samrad-{found.year}-{found.number}-{desk.today}",
        subject=f"round:{found.id}",
    )
    work.change(found, sent_on=desk.today, document_id=kept.id)
    work.about("round", found.id)
    work.said = say("Underlaget för omgång {number} är skrivet.", number=number)


@dataclass(frozen=True, kw_only=True)
class MemberAnswer:
    """What one committee member answered."""

    name: str = ask(Kind.LINE, "Ledamot")
    role: str = ask(Kind.LINE, "Roll", default="")
    answer: str = ask(Kind.CHOICE, "Svar", choices=_ANSWERS, default="heard")


@dataclass(frozen=True, kw_only=True)
class CaseRemark:
    """What the committee said of one case."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    remark: str = ask(Kind.LINE, "Synpunkt", default="", limit=500)


@dataclass(frozen=True, kw_only=True)
class CloseRound(Command):
    """Note that the committee has been heard; its cases are ready for decision."""

    round_id: int = ask(Kind.REF, "Omgång", ref="round")
    held_on: date = ask(Kind.DAY, "Samrådet hölls", past=True)
    form: str = ask(Kind.CHOICE, "Hur", choices=_FORMS, default="meeting")
    members: tuple[MemberAnswer, ...] = ask(
        Kind.ROWS, "Kommittén", row=MemberAnswer, default=(), help="Tomt: alla hördes."
    )
    remarks: tuple[CaseRemark, ...] = ask(
        Kind.ROWS, "Synpunkter", row=CaseRemark, default=(), help="Tomt: ingen erinran."
    )


def _close(desk: Desk, it: CloseRound, work: Work) -> None:
    found = round_of(desk, it.round_id)
    rows = round_cases(desk, found.id)
    if not rows:
        raise refuse("round_id", "Omgång – har inga ärenden – lägg i minst ett ärende först.")
    joined = (seen_case(desk, row.case_id).case.phase_since for row in rows)
    not_before("held_on", "Samrådet hölls", it.held_on, max(joined))
    members = it.members or _everybody(desk)
    if members and all(each.answer != Answer.HEARD for each in members):
        raise refuse("members", "Kommittén – ingen är hörd – markera minst en som hörd.")
    work.change(found, held_on=it.held_on, form=it.form)
    for each in members:
        work.add(
            RoundMember(
                round_id=found.id, name=each.name, role=each.role, answer=Answer(each.answer)
            )
        )
    remarks = {each.case_id: each.remark for each in it.remarks}
    unknown = set(remarks) - {row.case_id for row in rows}
    if unknown:
        raise refuse("remarks", "Synpunkter – ett ärende ligger inte i omgången – välj i listan.")
    for row in rows:
        no_personal_numbers("remarks", "Synpunkter", remarks.get(row.case_id, ""))
        work.change(row, outcome=remarks.get(row.case_id, ""))
        move(desk, work, seen_case(desk, row.case_id).case, Phase.READY)
        work.about("case", row.case_id)
    work.about("round", found.id)
    number = f"{found.number}/{found.year}"
    if len(rows) == 1:
        work.said = say(
            "Samrådet i omgång {number} är klart. Ett ärende kan beslutas.", number=number
        )
    else:
        work.said = say(
            "Samrådet i omgång {number} är klart. {count} ärenden kan beslutas.",
            number=number,
            count=len(rows),
        )


def _everybody(desk: Desk) -> tuple[MemberAnswer, ...]:
    members = desk.store.find(Member, order="place_in_list, id")
    return tuple(MemberAnswer(name=each.name, role=each.role) for each in members)


def _close_now(desk: Desk, found: Round) -> dict[str, Any]:
    rows = round_cases(desk, found.id)
    return {
        "round_id": found.id,
        "held_on": desk.today,
        "form": "meeting",
        "members": _everybody(desk),
        "remarks": tuple(CaseRemark(case_id=row.case_id) for row in rows),
    }


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
        name="make_sheet",
        command=MakeSheet,
        about="round",
        title=say("Skriv samrådsunderlaget"),
        button=say("Skriv underlaget"),
        plan=_sheet,
        applies=lambda found: found.held_on is None,
        prefill=lambda _desk, found: {"round_id": found.id},
    ),
    Step(
        name="close_round",
        command=CloseRound,
        about="round",
        title=say("Samrådet är klart"),
        button=say("Samrådet är klart"),
        plan=_close,
        applies=lambda found: found.held_on is None,
        prefill=_close_now,
        consequence=lambda _: say("Kommittén är hörd. Du beslutar sedan i varje ärende."),
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
