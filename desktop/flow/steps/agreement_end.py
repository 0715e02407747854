"""An agreement is terminated with notice, or ended on a day both agree on (P12, U3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.agreements import end_of_notice
from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.domain.visit_words import AgreementState, AgreementStatus
from desktop.domain.visiting import Agreement
from desktop.flow.agreement_view import AgreementPicture
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, not_before
from desktop.flow.steps.agreement_life import about_it, require_life
from desktop.flow.steps.agreements import seen_agreement

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


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


def _terminate(desk: Desk, it: TerminateAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    require_life(seen)
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
        day=_until(seen.agreement, _last_day(seen.agreement, it)).isoformat(),
    )


def _until(it: Agreement, last: date) -> date:
    """Give the day it ends: on the given one, or before it when it runs out by itself."""
    return min(last, it.valid_to or last)


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
    about_it(work, seen)
    work.reason = reason


def _agreed(desk: Desk, it: EndAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    require_life(seen)
    not_before("ends_on", "Sista dag", it.ends_on, seen.agreement.valid_from or it.ends_on)
    latest = _until(seen.agreement, it.ends_on)
    if it.ends_on > latest:
        raise refuse(
            "ends_on",
            "Sista dag – {day} är efter {last}, då den löper ut – skriv en tidigare dag.",
            day=it.ends_on.isoformat(),
            last=latest.isoformat(),
        )
    given = seen.agreement.terminated_on or min(desk.today, it.ends_on)
    _end(work, seen, given, it.ends_on, it.reason)
    work.said = say(
        "Överenskommelsen med {name} gäller till {day}.",
        name=seen.place.name,
        day=it.ends_on.isoformat(),
    )


def _ends(seen: AgreementPicture) -> Text | None:
    last = end_of_notice(seen.agreement, seen.today)
    if last is None:
        return None
    day = _until(seen.agreement, last).isoformat()
    return say("Uppsagd i dag gäller den till {day}.", day=day)


STEPS = (
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
