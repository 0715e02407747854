"""Registering an application, and correcting it before the decision (T01)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Application
from desktop.domain.phases import Phase
from desktop.domain.problems import Problem, Refusal
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.picture import Picture
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    in_phase_of,
    no_personal_numbers,
    seen_case,
)
from desktop.flow.steps.application_draft import (
    RegisterApplication,
    counted,
    dates_in_order,
    drafted,
    goals_known,
    trial_picture,
)
from desktop.flow.steps.application_papers import keep_confirmation

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


def _register(desk: Desk, it: RegisterApplication, work: Work) -> None:
    case, application = drafted(desk, it)
    case = work.add(case)
    application = work.add(replace(application, case_id=case.id))
    if it.original:
        file_away(
            desk,
            work,
            it.original,
            kind="application",
            title="Ansökan, original",
            case_id=case.id,
        )
    if it.confirm:
        seen = trial_picture(desk, case, application, original=it.original is not None)
        keep_confirmation(desk, work, seen)
    work.about("case", case.id)
    work.said = (
        say(
            "Ansökan {number} är registrerad. Bekräftelsen ligger klar att skicka.",
            number=case.number,
        )
        if it.confirm
        else say("Ansökan {number} är registrerad.", number=case.number)
    )


@dataclass(frozen=True, kw_only=True)
class ChangeApplication(Command):
    """Correct the application before the decision: a new version, the old one stays."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    purpose: str = ask(Kind.LINE, "Ändamål", default="")
    starts_on: date | None = ask(Kind.DAY, "Börjar", default=None)
    ends_on: date | None = ask(Kind.DAY, "Slutar", default=None)
    asked: int = ask(Kind.KR, "Sökt", low=1)
    costs: int | None = ask(Kind.KR, "Kostnader", default=None)
    other_funding: int | None = ask(Kind.KR, "Annan finansiering", default=None)
    participants: int | None = ask(Kind.NUMBER, "Deltagare", default=None, low=1, high=99_999)
    participant_days: int | None = ask(
        Kind.NUMBER,
        "Dagar per deltagare",
        default=None,
        low=1,
        high=366,
        help="Tomt: alla dagar från den första till den sista.",
    )
    goals: tuple[str, ...] = ask(Kind.CHOICES, "Kommunens mål", source="goals", default=())


def new_version(work: Work, seen: Picture, it: Any) -> Application:  # noqa: ANN401
    """Put the next version of the application on the work."""
    goals_known(seen.guideline, it.goals)
    problems: list[Problem] = []
    dates_in_order(it, problems)
    if problems:
        raise Refusal(problems)
    no_personal_numbers("purpose", "Ändamål", it.purpose)
    return work.add(
        replace(
            seen.application,
            version=seen.application.version + 1,
            purpose=it.purpose,
            starts_on=it.starts_on,
            ends_on=it.ends_on,
            asked=it.asked,
            costs=it.costs if seen.scheme.activity else None,
            other_funding=it.other_funding if seen.scheme.activity else None,
            goals=it.goals,
            **counted(seen.scheme, it),
        )
    )


def _change(desk: Desk, it: ChangeApplication, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase_of(seen, Phase.RECEIVED, Phase.PREPARATION, Phase.COMPLETION, schools=False)
    new_version(work, seen, it)
    work.about("case", seen.id)
    work.said = say("Ansökan {number} är ändrad.", number=seen.case.number)


def application_now(_desk: Desk, seen: Picture) -> dict[str, Any]:
    """Propose what the latest version says."""
    now = seen.application
    return {
        "case_id": seen.id,
        "purpose": now.purpose,
        "starts_on": now.starts_on,
        "ends_on": now.ends_on,
        "asked": now.asked,
        "costs": now.costs,
        "other_funding": now.other_funding,
        "participants": now.participants,
        "participant_days": now.participant_days,
        "goals": now.goals,
    }


def _new_now(desk: Desk, _subject: object) -> dict[str, Any]:
    return {"came_on": desk.today, "channel": "email", "year": desk.today.year}


def _of_association(*phases: Phase) -> Any:  # noqa: ANN401 - a predicate on a Picture
    return lambda seen: not seen.scheme.for_schools and seen.case.phase in phases


STEPS = (
    Step(
        name="register_application",
        command=RegisterApplication,
        about="cases",
        title=say("Ny ansökan"),
        button=say("Registrera"),
        plan=_register,
        prefill=_new_now,
    ),
    Step(
        name="change_application",
        command=ChangeApplication,
        about="case",
        title=say("Ändra ansökan"),
        button=say("Ändra ansökan"),
        plan=_change,
        applies=_of_association(Phase.RECEIVED, Phase.PREPARATION, Phase.COMPLETION),
        prefill=application_now,
        consequence=lambda _: say("Den gamla versionen finns kvar."),
    ),
)
