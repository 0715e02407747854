"""Papers that are made on purpose: an agreement for signature, an invitation to a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.domain.visit_words import AgreementState, VisitForm, VisitStage
from desktop.flow.agreement_papers import keep_agreement
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, not_before
from desktop.flow.steps.agreements import seen_agreement
from desktop.flow.steps.visit_about import done, in_stage, seen_visit
from desktop.flow.steps.visit_rows import DayRow, programme_rows
from desktop.flow.visit_papers import LANGUAGES, Inviting, keep_invitation

if TYPE_CHECKING:
    from desktop.flow.agreement_view import AgreementPicture
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work

_STAGES = (VisitStage.APPROVED, VisitStage.PLANNED)
_READS_SWEDISH = ("Sverige", "Norge", "Danmark", "Finland", "Åland")
_ANSWER_WITHIN = timedelta(days=21)


@dataclass(frozen=True, kw_only=True)
class PrintAgreement(Command):
    """Print a draft for signature and keep it as printed; a later draft gives a new paper."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")


@dataclass(frozen=True, kw_only=True)
class SendInvitation(Command):
    """Make the invitation to a visit, with who pays what by the agreement, and keep it."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    language: str = ask(Kind.CHOICE, "Språk", choices=LANGUAGES, default="sv")
    answer_by: date = ask(Kind.DAY, "Svar senast")
    purpose: str = ask(
        Kind.LINE, "Syfte", default="", limit=500, help="På inbjudans språk. Tomt: besökets syfte."
    )
    contact: str = ask(Kind.LINE, "Till", default="", help="Namn på den som får den.")
    programme: tuple[DayRow, ...] | None = ask(
        Kind.ROWS, "Program", row=DayRow, default=None, help="På inbjudans språk."
    )


def _print(desk: Desk, it: PrintAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    if seen.state is not AgreementState.DRAFT:
        raise refuse(
            "agreement_id", "Överenskommelse – den är undertecknad – öppna den sparade i stället."
        )
    if not seen.lines:
        raise refuse(
            "agreement_id",
            "Överenskommelse – den säger inte vem som betalar något – fyll i raderna i utkastet.",
        )
    keep_agreement(desk, work, seen)
    work.about("agreement", seen.id)
    work.about("place", seen.place.id)
    work.said = say(
        "Överenskommelsen med {name} är klar att skriva under, två exemplar.", name=seen.place.name
    )


def _invite(desk: Desk, it: SendInvitation, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    no_personal_numbers("purpose", "Syfte", it.purpose)
    if seen.visit.form is not VisitForm.INCOMING:
        raise refuse("visit_id", "Inbjudan – vi bjuder bara in till besök hos oss – välj ett.")
    in_stage(seen, *_STAGES)
    not_before("answer_by", "Svar senast", it.answer_by, desk.today)
    if seen.visit.starts_on is not None and it.answer_by >= seen.visit.starts_on:
        raise refuse(
            "answer_by",
            "Svar senast – {day} är inte före besöket – skriv en tidigare dag.",
            day=it.answer_by.isoformat(),
        )
    rows = None if it.programme is None else tuple((row.day, row.text) for row in it.programme)
    wanted = Inviting(
        answer_by=it.answer_by,
        language=it.language,
        purpose=it.purpose,
        contact=it.contact,
        programme=rows,
    )
    keep_invitation(desk, work, seen, wanted)
    done(work, seen.visit)
    work.said = say("Inbjudan till {name} är klar.", name=seen.where)


def _proposed(desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    country = seen.place.country if seen.place else ""
    first = seen.visit.starts_on
    answer = desk.today + _ANSWER_WITHIN
    if first is not None and answer >= first:
        answer = max(desk.today, first - timedelta(days=1))
    return {
        "visit_id": seen.id,
        "language": "sv" if country in _READS_SWEDISH else "en",
        "answer_by": answer,
        "purpose": seen.visit.purpose,
        "programme": programme_rows(seen),
    }


def _can_invite(seen: VisitPicture) -> bool:
    visit = seen.visit
    return (
        visit.form is VisitForm.INCOMING
        and seen.stage in _STAGES
        and visit.starts_on is not None
        and visit.starts_on > seen.today
    )


def _can_print(seen: AgreementPicture) -> bool:
    return seen.state is AgreementState.DRAFT and bool(seen.lines)


def _printed(seen: AgreementPicture) -> Text:
    it = seen.agreement
    texts = (it.areas, it.arrival_place, *(line.note for line in seen.lines))
    if any(" " in each and "//" not in each for each in texts):
        return say(
            "Det som skrivs ut sparas så som det är. Obs: en del saknar engelska, skriv den efter"
            " // i utkastet."
        )
    return say("Det som skrivs ut sparas så som det är.")


STEPS = (
    Step(
        name="print_agreement",
        command=PrintAgreement,
        about="agreement",
        title=say("Överenskommelse för underskrift"),
        button=say("Skriv ut för underskrift"),
        plan=_print,
        applies=_can_print,
        prefill=lambda _desk, seen: {"agreement_id": seen.id},
        consequence=_printed,
    ),
    Step(
        name="send_invitation",
        command=SendInvitation,
        about="visit",
        title=say("Inbjudan"),
        button=say("Gör inbjudan"),
        plan=_invite,
        applies=_can_invite,
        prefill=_proposed,
    ),
)
