"""A cost-sharing agreement is signed, filed, rests, is resumed, terminated and ended (P12, U3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.agreements import end_of_notice, in_force
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.domain.visit_words import AgreementState, AgreementStatus
from desktop.domain.visiting import Agreement
from desktop.flow.agreement_view import AgreementPicture
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import not_before
from desktop.flow.steps.agreements import seen_agreement, spanned

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_REST = {"dormant": "Vilande", "paused": "Pausad"}


@dataclass(frozen=True, kw_only=True)
class SignAgreement(Command):
    """Note that both parties have signed; the terms are fixed from then on."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")
    signed_on: date = ask(Kind.DAY, "Undertecknad", past=True)
    valid_from: date = ask(Kind.DAY, "Gäller från")
    valid_to: date | None = ask(Kind.DAY, "Gäller till", default=None)
    counterpart: str = ask(Kind.LINE, "Motpart")
    original_at: str = ask(Kind.LINE, "Originalet ligger", default="", help="Arkiv, pärm, skåp.")
    file: File | None = ask(Kind.FILE, "Inläst original", default=None)


@dataclass(frozen=True, kw_only=True)
class FileAgreement(Command):
    """Keep the scan of the signed text, or note where the paper lies."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")
    original_at: str = ask(Kind.LINE, "Originalet ligger", default="")
    file: File | None = ask(Kind.FILE, "Inläst original", default=None)


@dataclass(frozen=True, kw_only=True)
class RestAgreement(Command):
    """Let an agreement lie dormant or pause it; visits are not split by it meanwhile."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")
    how: str = ask(Kind.CHOICE, "Hur", choices=_REST, default="dormant")
    rests_from: date = ask(Kind.DAY, "Från")
    reason: str = ask(Kind.LINE, "Skäl", limit=500)


@dataclass(frozen=True, kw_only=True)
class ResumeAgreement(Command):
    """Let a dormant or paused agreement hold again."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")


@dataclass(frozen=True, kw_only=True)
class TerminateAgreement(Command):
    """Give notice, or note that the other party has; the last day follows from the months."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")
    terminated_on: date = ask(Kind.DAY, "Uppsagd", past=True)
    reason: str = ask(Kind.LINE, "Skäl", limit=500)
    ends_on: date | None = ask(
        Kind.DAY, "Sista dag", default=None, help="Tomt: räknas av månaderna."
    )


@dataclass(frozen=True, kw_only=True)
class EndAgreement(Command):
    """End an agreement on a day both parties agree on, without the months of notice."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")
    ends_on: date = ask(Kind.DAY, "Sista dag")
    reason: str = ask(Kind.LINE, "Skäl", limit=500)


def _lives(seen: AgreementPicture) -> None:
    if not seen.lives:
        raise refuse(
            "agreement_id",
            "Överenskommelse – den är ett utkast eller gäller inte längre – gör en ny.",
        )


def _keep(desk: Desk, work: Work, seen: AgreementPicture, file: File | None) -> dict[str, Any]:
    """Keep the scan, if there is one, and give the column that points at it."""
    if file is None:
        return {}
    title = str(say("Överenskommelse med {name}, undertecknad", name=seen.place.name))
    kept = file_away(
        desk, work, file, kind="agreement", title=title, subject=f"agreement:{seen.id}"
    )
    return {"document_id": kept.id}


def _done(work: Work, seen: AgreementPicture) -> None:
    work.about("agreement", seen.id)
    work.about("place", seen.place.id)


def _sign(desk: Desk, it: SignAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    if seen.state is not AgreementState.DRAFT:
        raise refuse("agreement_id", "Överenskommelse – den är redan undertecknad – gör en ny.")
    if not seen.lines:
        raise refuse(
            "agreement_id",
            "Överenskommelse – den säger inte vem som betalar något – fyll i raderna i utkastet.",
        )
    spanned(it.valid_from, it.valid_to)
    _not_over_another(seen, it.valid_from)
    work.change(
        seen.agreement,
        state=AgreementState.SIGNED,
        signed_on=it.signed_on,
        valid_from=it.valid_from,
        valid_to=it.valid_to,
        counterpart=it.counterpart,
        original_at=it.original_at,
        **_keep(desk, work, seen, it.file),
    )
    _done(work, seen)
    work.said = say(
        "Överenskommelsen med {name} gäller från {day}.",
        name=seen.place.name,
        day=it.valid_from.isoformat(),
    )


def _not_over_another(seen: AgreementPicture, day: date) -> None:
    """Refuse two agreements with one place on one day, but for a version and its successor."""
    replaced = seen.agreement.replaces_id
    old = next((each for each in seen.others if each.id == replaced), None)
    if old is not None and old.valid_from is not None:
        not_before(
            "valid_from", "Gäller från", day, date.fromordinal(old.valid_from.toordinal() + 1)
        )
    others = [each for each in seen.others if each.id not in (seen.id, replaced)]
    later = [each for each in others if each.valid_from and each.valid_from > day]
    standing = in_force(others, day) or next(
        (each for each in later if each.state is not AgreementState.DRAFT), None
    )
    if standing is not None:
        raise refuse(
            "valid_from",
            "Gäller från – överenskommelsen från {day} gäller redan – gör en ny version av den,"
            " eller säg upp den först.",
            day=str(standing.valid_from),
        )


def _file(desk: Desk, it: FileAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    if seen.state is AgreementState.DRAFT:
        raise refuse(
            "agreement_id", "Överenskommelse – den är inte undertecknad – underteckna den först."
        )
    if it.file is None and it.original_at == seen.agreement.original_at:
        raise refuse("file", "Inläst original – ingenting är ändrat – välj en fil.")
    work.change(seen.agreement, original_at=it.original_at, **_keep(desk, work, seen, it.file))
    _done(work, seen)
    work.said = say("Originalet med {name} är noterat.", name=seen.place.name)


def _rest(desk: Desk, it: RestAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    _lives(seen)
    if seen.state is not AgreementState.SIGNED:
        raise refuse(
            "agreement_id", "Överenskommelse – den vilar redan eller är uppsagd – se hur den står."
        )
    not_before("rests_from", "Från", it.rests_from, seen.agreement.valid_from or it.rests_from)
    work.change(
        seen.agreement,
        state=AgreementState(it.how),
        rests_from=it.rests_from,
        end_reason=it.reason,
    )
    _done(work, seen)
    work.reason = it.reason
    work.said = say(
        "Överenskommelsen med {name} vilar från {day}.",
        name=seen.place.name,
        day=it.rests_from.isoformat(),
    )


def _resume(desk: Desk, it: ResumeAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    if not _resting(seen):
        raise refuse("agreement_id", "Överenskommelse – den vilar inte – se hur den står.")
    work.change(seen.agreement, state=AgreementState.SIGNED, rests_from=None, end_reason="")
    _done(work, seen)
    work.said = say("Överenskommelsen med {name} gäller igen.", name=seen.place.name)


def _terminate(desk: Desk, it: TerminateAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    _lives(seen)
    if seen.state is AgreementState.TERMINATED:
        raise refuse(
            "agreement_id", "Överenskommelse – den är redan uppsagd – avsluta den på en dag."
        )
    not_before(
        "terminated_on",
        "Uppsagd",
        it.terminated_on,
        seen.agreement.signed_on or it.terminated_on,
    )
    _end(work, seen, it.terminated_on, _last_day(seen.agreement, it), it.reason)
    work.said = say(
        "Överenskommelsen med {name} är uppsagd och gäller till {day}.",
        name=seen.place.name,
        day=_last_day(seen.agreement, it).isoformat(),
    )


def _last_day(it: Agreement, asked: TerminateAgreement) -> date:
    counted = end_of_notice(it, asked.terminated_on)
    if counted is None and asked.ends_on is None:
        raise refuse(
            "ends_on",
            "Sista dag – överenskommelsen säger inget om uppsägning – skriv dagen ni är överens"
            " om.",
        )
    earliest = counted or asked.terminated_on
    not_before("ends_on", "Sista dag", asked.ends_on or earliest, earliest)
    return asked.ends_on or earliest


def _end(work: Work, seen: AgreementPicture, given: date, last: date, reason: str) -> None:
    work.change(
        seen.agreement,
        state=AgreementState.TERMINATED,
        terminated_on=given,
        ends_on=last,
        rests_from=None,
        end_reason=reason,
    )
    _done(work, seen)
    work.reason = reason


def _agreed(desk: Desk, it: EndAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    _lives(seen)
    not_before("ends_on", "Sista dag", it.ends_on, seen.agreement.valid_from or it.ends_on)
    given = seen.agreement.terminated_on or min(desk.today, it.ends_on)
    _end(work, seen, given, it.ends_on, it.reason)
    work.said = say(
        "Överenskommelsen med {name} gäller till {day}.",
        name=seen.place.name,
        day=it.ends_on.isoformat(),
    )


def _resting(seen: AgreementPicture) -> bool:
    return seen.state in (AgreementState.DORMANT, AgreementState.PAUSED)


def _sign_now(desk: Desk, seen: AgreementPicture) -> dict[str, Any]:
    it = seen.agreement
    return {
        "agreement_id": seen.id,
        "signed_on": desk.today,
        "valid_from": it.valid_from or desk.today,
        "valid_to": it.valid_to,
        "counterpart": it.counterpart or seen.place.name,
    }


def _only(_desk: Desk, seen: AgreementPicture) -> dict[str, Any]:
    return {"agreement_id": seen.id}


def _ends(seen: AgreementPicture) -> Any:  # noqa: ANN401 - a sentence or nothing
    last = end_of_notice(seen.agreement, seen.today)
    return last and say("Uppsagd i dag gäller den till {day}.", day=last.isoformat())


STEPS = (
    Step(
        name="sign_agreement",
        command=SignAgreement,
        about="agreement",
        title=say("Överenskommelsen är undertecknad"),
        button=say("Markera undertecknad"),
        plan=_sign,
        applies=lambda seen: seen.state is AgreementState.DRAFT and bool(seen.lines),
        prefill=_sign_now,
        consequence=lambda _: say("Sedan ändras inte villkoren; en ändring blir en ny version."),
    ),
    Step(
        name="file_agreement",
        command=FileAgreement,
        about="agreement",
        title=say("Undertecknat original"),
        button=say("Spara originalet"),
        plan=_file,
        applies=lambda seen: seen.state is not AgreementState.DRAFT,
        prefill=lambda _desk, seen: {
            "agreement_id": seen.id,
            "original_at": seen.agreement.original_at,
        },
    ),
    Step(
        name="rest_agreement",
        command=RestAgreement,
        about="agreement",
        title=say("Låt överenskommelsen vila"),
        button=say("Låt den vila"),
        plan=_rest,
        applies=lambda seen: seen.state is AgreementState.SIGNED and seen.lives,
        prefill=lambda desk, seen: {
            "agreement_id": seen.id,
            "rests_from": max(desk.today, seen.agreement.valid_from or desk.today),
        },
    ),
    Step(
        name="resume_agreement",
        command=ResumeAgreement,
        about="agreement",
        title=say("Överenskommelsen gäller igen"),
        button=say("Återuppta"),
        plan=_resume,
        applies=_resting,
        prefill=_only,
    ),
    Step(
        name="terminate_agreement",
        command=TerminateAgreement,
        about="agreement",
        title=say("Säg upp överenskommelsen"),
        button=say("Säg upp"),
        plan=_terminate,
        applies=lambda seen: (
            seen.lives
            and seen.status is not AgreementStatus.TERMINATED
            and seen.state is not AgreementState.TERMINATED
        ),
        prefill=lambda desk, seen: {
            "agreement_id": seen.id,
            "terminated_on": desk.today,
        },
        consequence=_ends,
    ),
    Step(
        name="end_agreement",
        command=EndAgreement,
        about="agreement",
        title=say("Avsluta överenskommelsen"),
        button=say("Avsluta på en dag"),
        plan=_agreed,
        applies=lambda seen: seen.lives,
        prefill=lambda desk, seen: {
            "agreement_id": seen.id,
            "ends_on": max(desk.today, seen.agreement.valid_from or desk.today),
        },
    ),
)
