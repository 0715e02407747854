"""A school's application to the exchange fund: registered, corrected, completed (S3, S4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Application, BudgetLine, Case
from desktop.domain.phases import Channel, Phase, PlaceKind
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.registers import Place
from desktop.domain.rules.allowed_costs import OTHER
from desktop.domain.swedish import fold
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    CHANNELS,
    in_phase_of,
    move,
    no_personal_numbers,
    not_before,
    seen_case,
)
from desktop.flow.steps.application_draft import (
    arrival_of,
    case_number,
    dates_in_order,
    goals_known,
    scheme_of,
    trial_picture,
)
from desktop.flow.steps.application_papers import keep_confirmation
from desktop.flow.steps.association_about import association_of
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline, Scheme
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class CostRow:
    """A line of the detailed budget as it is typed."""

    cost_type: str = ask(Kind.CHOICE, "Slag", source="cost_types", default=OTHER)
    detail: str = ask(Kind.LINE, "Vad", default="")
    amount: int = ask(Kind.KR, "Belopp", low=1)


@dataclass(frozen=True, kw_only=True)
class RegisterSchoolApplication(Command):
    """Register a school's application that has come in; it gets its case number."""

    association_id: int = ask(Kind.REF, "Skola", ref="association")
    scheme: str = ask(Kind.CHOICE, "Bidrag", source="schemes", default="")
    application_type: str = ask(Kind.CHOICE, "Gäller", source="application_types", default="")
    purpose: str = ask(
        Kind.LINE, "Ändamål", default="", help="Som det ska stå i brevet, efter ordet till."
    )
    destination: str = ask(Kind.LINE, "Resmål", help="Ort eller land, hit eller dit.")
    country: str = ask(Kind.LINE, "Land", default="")
    starts_on: date | None = ask(Kind.DAY, "Resan börjar", default=None)
    ends_on: date | None = ask(Kind.DAY, "Resan slutar", default=None)
    year: int | None = ask(
        Kind.NUMBER,
        "År",
        default=None,
        low=2000,
        high=2199,
        help="Året pengarna är för. Tomt: resans år, annars i år.",
    )
    pupils: int | None = ask(Kind.NUMBER, "Elever", default=None, high=9999)
    staff: int | None = ask(Kind.NUMBER, "Personal", default=None, high=9999)
    asked: int = ask(Kind.KR, "Sökt", low=1)
    other_funding: int | None = ask(Kind.KR, "Annan finansiering", default=None)
    lines: tuple[CostRow, ...] = ask(Kind.ROWS, "Detaljerad budget", row=CostRow, default=())
    aims: str = ask(Kind.NOTE, "Mål", default="", limit=4000)
    theme: str = ask(Kind.LINE, "Tema", default="")
    work_before: str = ask(Kind.NOTE, "Före resan", default="", limit=4000)
    work_during: str = ask(Kind.NOTE, "Under resan", default="", limit=4000)
    work_after: str = ask(Kind.NOTE, "Efter resan", default="", limit=4000)
    support: str = ask(
        Kind.NOTE,
        "Stöd under praktiken",
        default="",
        limit=4000,
        help="Åtgärder som stödjer eleverna. Behövs för praktik och gymnasiearbete.",
    )
    goals: tuple[str, ...] = ask(Kind.CHOICES, "Prioriterat område", source="goals", default=())
    came_on: date = ask(Kind.DAY, "Kom in", past=True)
    channel: str = ask(Kind.CHOICE, "Hur", choices=CHANNELS, default="email")
    arrived_on: date | None = ask(
        Kind.DAY,
        "Ankomstdag",
        default=None,
        past=True,
        help="Tomt: räknas ut. Post räknas som vardagen innan.",
    )
    arrival_note: str = ask(Kind.LINE, "Varför en annan ankomstdag", default="")
    dnr: str = ask(Kind.LINE, "Diarienummer", default="", limit=60, help="Kan vänta.")
    original: File | None = ask(Kind.FILE, "Original", default=None)
    confirm: bool = ask(Kind.YES, "Skriv bekräftelse", default=False)


_SAID = (
    "application_type",
    "purpose",
    "starts_on",
    "ends_on",
    "pupils",
    "staff",
    "asked",
    "other_funding",
    "aims",
    "theme",
    "work_before",
    "work_during",
    "work_after",
    "support",
    "goals",
)
"""What a version of the application says beside its budget, under the same names in the form."""
_FREE = {
    "purpose": "Ändamål",
    "aims": "Mål",
    "theme": "Tema",
    "work_before": "Före resan",
    "work_during": "Under resan",
    "work_after": "Efter resan",
    "support": "Stöd under praktiken",
}


def _judged(guideline: Guideline, scheme: Scheme, it: Any) -> None:  # noqa: ANN401 - any form of it
    """Refuse days out of order, names of persons, and choices the scheme has not."""
    goals_known(guideline, it.goals)
    problems: list[Problem] = []
    dates_in_order(it, problems)
    if problems:
        raise Refusal(problems)
    for field, label in _FREE.items():
        no_personal_numbers(field, label, getattr(it, field))
    if it.application_type and scheme.type_of(it.application_type) is None:
        raise refuse(
            "application_type",
            "Gäller – {key} finns inte i riktlinjen – välj {choices}.",
            key=it.application_type,
            choices=", ".join(each.name for each in scheme.types),
        )
    known = {OTHER, *(each.key for each in scheme.costs)}
    for line in it.lines:
        if line.cost_type not in known:
            raise refuse(
                "lines",
                "Detaljerad budget – slaget {key} finns inte i riktlinjen – välj i listan.",
                key=line.cost_type,
            )
        no_personal_numbers("lines", "Detaljerad budget", line.detail)


def _rows(it: Any, application_id: int) -> tuple[BudgetLine, ...]:  # noqa: ANN401
    return tuple(
        BudgetLine(
            application_id=application_id,
            place_in_list=at + 1,
            cost_type=line.cost_type,
            detail=line.detail,
            amount=line.amount,
        )
        for at, line in enumerate(it.lines)
    )


def _said(it: Any) -> dict[str, Any]:  # noqa: ANN401
    costs = sum(line.amount for line in it.lines) if it.lines else None
    return {name: getattr(it, name) for name in _SAID} | {"costs": costs}


def _known_place(desk: Desk, destination: str) -> Place | None:
    wanted = fold(destination)
    return next((each for each in desk.store.find(Place) if fold(each.name) == wanted), None)


def _destination(desk: Desk, work: Work, destination: str, country: str) -> Place:
    """Give the place that is typed: one that is known, or a row for a destination (S8)."""
    found = _known_place(desk, destination)
    if found is not None:
        return found
    return work.add(_new_place(destination, country))


def _new_place(destination: str, country: str) -> Place:
    return Place(name=destination, kind=PlaceKind.OTHER, country=country, destination=True)


def _scheme(guideline: Guideline, key: str) -> Scheme:
    """Give the scheme for schools: the one named, or the only one."""
    schools = [each for each in guideline.schemes if each.for_schools]
    if not schools:
        raise refuse("scheme", "Bidrag – riktlinjen har inget bidrag för skolor.")
    if not key and len(schools) == 1:
        return schools[0]
    return scheme_of(guideline, key)


def _drafted(
    desk: Desk, it: RegisterSchoolApplication
) -> tuple[Case, Application, tuple[BudgetLine, ...]]:
    association_of(desk, it.association_id)
    arrived = arrival_of(it)
    guideline_id, guideline = desk.in_force(arrived)
    scheme = _scheme(guideline, it.scheme)
    _judged(guideline, scheme, it)
    known = _known_place(desk, it.destination)
    case = Case(
        number=case_number(desk),
        association_id=it.association_id,
        place_id=known.id if known else 0,
        scheme=scheme.key,
        year=it.year or (it.starts_on or it.ends_on or desk.today).year,
        guideline_id=guideline_id,
        phase_since=desk.today,
        dnr=it.dnr,
    )
    application = Application(
        case_id=0,
        version=1,
        came_on=it.came_on,
        channel=Channel(it.channel),
        arrived_on=arrived,
        arrival_note=it.arrival_note,
        **_said(it),
    )
    return case, application, _rows(it, 0)


def school_trial(desk: Desk, it: RegisterSchoolApplication) -> Picture:
    """Give the case as it would stand, so that a form can show its rules while typing."""
    case, application, lines = _drafted(desk, it)
    place = None if case.place_id else _new_place(it.destination, it.country)
    original = it.original is not None
    return trial_picture(desk, case, application, original=original, place=place, lines=lines)


def _register(desk: Desk, it: RegisterSchoolApplication, work: Work) -> None:
    case, application, lines = _drafted(desk, it)
    place = _destination(desk, work, it.destination, it.country)
    case = work.add(replace(case, place_id=place.id))
    application = work.add(replace(application, case_id=case.id))
    kept = tuple(work.add(replace(line, application_id=application.id)) for line in lines)
    if it.original:
        file_away(
            desk, work, it.original, kind="application", title="Ansökan, original", case_id=case.id
        )
    if it.confirm:
        original = it.original is not None
        seen = trial_picture(desk, case, application, original=original, place=place, lines=kept)
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
class ChangeSchoolApplication(Command):
    """Correct a school's application before the decision: a new version, the old one stays."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    application_type: str = ask(Kind.CHOICE, "Gäller", source="application_types", default="")
    purpose: str = ask(Kind.LINE, "Ändamål", default="")
    destination: str = ask(Kind.LINE, "Resmål")
    country: str = ask(Kind.LINE, "Land", default="")
    starts_on: date | None = ask(Kind.DAY, "Resan börjar", default=None)
    ends_on: date | None = ask(Kind.DAY, "Resan slutar", default=None)
    pupils: int | None = ask(Kind.NUMBER, "Elever", default=None, high=9999)
    staff: int | None = ask(Kind.NUMBER, "Personal", default=None, high=9999)
    asked: int = ask(Kind.KR, "Sökt", low=1)
    other_funding: int | None = ask(Kind.KR, "Annan finansiering", default=None)
    lines: tuple[CostRow, ...] = ask(Kind.ROWS, "Detaljerad budget", row=CostRow, default=())
    aims: str = ask(Kind.NOTE, "Mål", default="", limit=4000)
    theme: str = ask(Kind.LINE, "Tema", default="")
    work_before: str = ask(Kind.NOTE, "Före resan", default="", limit=4000)
    work_during: str = ask(Kind.NOTE, "Under resan", default="", limit=4000)
    work_after: str = ask(Kind.NOTE, "Efter resan", default="", limit=4000)
    support: str = ask(Kind.NOTE, "Stöd under praktiken", default="", limit=4000)
    goals: tuple[str, ...] = ask(Kind.CHOICES, "Prioriterat område", source="goals", default=())


@dataclass(frozen=True, kw_only=True)
class ReceiveSchoolCompletion(ChangeSchoolApplication):
    """Receive what was missing in a school's application: its next version."""

    received_on: date = ask(Kind.DAY, "Kom in", past=True)
    file: File | None = ask(Kind.FILE, "Handlingen", default=None)


def _new_version(desk: Desk, work: Work, seen: Picture, it: ChangeSchoolApplication) -> Place:
    """Put the next version and its budget on the work; give where the exchange goes."""
    _judged(seen.guideline, seen.scheme, it)
    version = seen.application.version + 1
    made = work.add(replace(seen.application, version=version, **_said(it)))
    for line in _rows(it, made.id):
        work.add(line)
    return _destination(desk, work, it.destination, it.country)


def _change(desk: Desk, it: ChangeSchoolApplication, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase_of(seen, Phase.RECEIVED, Phase.PREPARATION, Phase.COMPLETION, schools=True)
    work.change(seen.case, place_id=_new_version(desk, work, seen, it).id)
    work.about("case", seen.id)
    work.said = say("Ansökan {number} är ändrad.", number=seen.case.number)


def _receive(desk: Desk, it: ReceiveSchoolCompletion, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase_of(seen, Phase.COMPLETION, schools=True)
    if seen.completion is not None:
        not_before("received_on", "Kom in", it.received_on, seen.completion.asked_on)
        work.change(seen.completion, received_on=it.received_on)
    place = _new_version(desk, work, seen, it)
    if it.file:
        file_away(desk, work, it.file, kind="attachment", title="Komplettering", case_id=seen.id)
    move(desk, work, seen.case, Phase.PREPARATION, place_id=place.id)
    work.about("case", seen.id)
    work.said = say("Kompletteringen av {number} har kommit in.", number=seen.case.number)


def _now(_desk: Desk, seen: Picture) -> dict[str, Any]:
    application = seen.application
    return {
        "case_id": seen.id,
        **{name: getattr(application, name) for name in _SAID},
        "destination": seen.place.name,
        "country": seen.place.country,
        "lines": tuple(
            CostRow(cost_type=each.cost_type, detail=each.detail, amount=each.amount)
            for each in seen.facts.lines
        ),
    }


def _new_now(desk: Desk, _subject: object) -> dict[str, Any]:
    return {"came_on": desk.today, "channel": "email"}


def _for_schools(*phases: Phase) -> Any:  # noqa: ANN401 - a predicate on a Picture
    return lambda seen: seen.scheme.for_schools and seen.case.phase in phases


STEPS = (
    Step(
        name="register_school_application",
        command=RegisterSchoolApplication,
        about="cases",
        title=say("Ny ansökan"),
        button=say("Registrera"),
        plan=_register,
        prefill=_new_now,
    ),
    Step(
        name="change_school_application",
        command=ChangeSchoolApplication,
        about="case",
        title=say("Ändra ansökan"),
        button=say("Ändra ansökan"),
        plan=_change,
        applies=_for_schools(Phase.RECEIVED, Phase.PREPARATION, Phase.COMPLETION),
        prefill=_now,
        consequence=lambda _: say("Den gamla versionen finns kvar."),
    ),
    Step(
        name="receive_school_completion",
        command=ReceiveSchoolCompletion,
        about="case",
        title=say("Ta emot kompletteringen"),
        button=VERBS["receive_school_completion"],
        plan=_receive,
        applies=_for_schools(Phase.COMPLETION),
        prefill=lambda desk, seen: {**_now(desk, seen), "received_on": desk.today},
    ),
)
