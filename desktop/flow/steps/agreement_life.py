"""A cost-sharing agreement is signed, filed, rests and is resumed (P12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.agreements import in_force
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.domain.visit_words import AgreementState
from desktop.flow.agreement_view import AgreementPicture
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, not_before
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


def require_life(seen: AgreementPicture) -> None:
    """Refuse an act on a draft, or on an agreement that has come to its end."""
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


def about_it(work: Work, seen: AgreementPicture) -> None:
    """Note the agreement and its place as what the act is about."""
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
    about_it(work, seen)
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
    about_it(work, seen)
    work.said = say("Originalet med {name} är noterat.", name=seen.place.name)


def _rest(desk: Desk, it: RestAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    require_life(seen)
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
    about_it(work, seen)
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
    about_it(work, seen)
    work.said = say("Överenskommelsen med {name} gäller igen.", name=seen.place.name)


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
)
