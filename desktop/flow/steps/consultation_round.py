"""A consultation round: the sheet for the committee, and what it answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Round, RoundMember
from desktop.domain.phases import ANSWER_WORDS, Answer, Phase
from desktop.domain.problems import refuse
from desktop.domain.registers import Member
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.round_sheet import committee_sheet
from desktop.flow.rounds import round_cases
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    move,
    no_personal_numbers,
    not_before,
    seen_case,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


_ANSWERS = {str(key): str(word) for key, word in ANSWER_WORDS.items()}


_FORMS = {"meeting": "På möte", "email": "Med e-post", "phone": "På telefon"}


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


STEPS = (
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
)
