"""An application as it would be registered: scheme, place, days, number, and its rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Application, BudgetLine, Case
from desktop.domain.dates import arrival_day
from desktop.domain.phases import OUT_OF_POT, Channel
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.proposal import propose
from desktop.domain.registers import AssociationPlace, Place
from desktop.domain.rules.people import asked_of
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.facts import facts_for
from desktop.flow.picture import Picture, deciding_board
from desktop.flow.step import Command
from desktop.flow.steps.about import (
    CHANNELS,
    no_personal_numbers,
)
from desktop.flow.steps.association_about import association_of

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline, Scheme
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class RegisterApplication(Command):
    """Register an application that has come in; it gets its case number."""

    association_id: int = ask(Kind.REF, "Förening", ref="association")
    scheme: str = ask(Kind.CHOICE, "Bidrag", source="schemes")
    place_id: int | None = ask(
        Kind.REF, "Ort", ref="place", default=None, help="Tomt: föreningens enda ort."
    )
    year: int | None = ask(
        Kind.NUMBER,
        "År",
        default=None,
        low=2000,
        high=2199,
        help="Året pengarna är för. Tomt: aktivitetens år, annars i år.",
    )
    purpose: str = ask(
        Kind.LINE, "Ändamål", default="", help="Som det ska stå i brevet, efter ordet till."
    )
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


def scheme_of(guideline: Guideline, key: str) -> Scheme:
    """Give a scheme of the guideline, or refuse."""
    try:
        return guideline.scheme(key)
    except KeyError:
        raise refuse(
            "scheme",
            "Bidrag – {key} finns inte i riktlinjen – välj {choices}.",
            key=key,
            choices=", ".join(scheme.name for scheme in guideline.schemes),
        ) from None


def goals_known(guideline: Guideline, keys: tuple[str, ...]) -> None:
    """Refuse a goal that the guideline has not."""
    unknown = set(keys) - {goal.key for goal in guideline.goals}
    if unknown:
        raise refuse(
            "goals",
            "Kommunens mål – {key} finns inte i riktlinjen – välj i listan.",
            key=min(unknown),
        )


def dates_in_order(it: Any, problems: list[Problem]) -> None:  # noqa: ANN401 - any command with days
    """Add a problem when the last day is before the first."""
    if it.starts_on and it.ends_on and it.ends_on < it.starts_on:
        problems.append(
            problem(
                "ends_on",
                "Slutar – {day} är före första dagen – skriv en senare dag.",
                day=it.ends_on.isoformat(),
            )
        )


def _place(desk: Desk, it: RegisterApplication) -> Place:
    place_id = it.place_id
    if place_id is None:
        links = desk.store.find(AssociationPlace, "association_id = ?", it.association_id)
        if len(links) != 1:
            raise refuse("place_id", "Ort – föreningen har inte bara en ort – välj orten.")
        place_id = links[0].place_id
    found = desk.store.first(Place, "id = ?", place_id)
    if found is None:
        raise refuse("place_id", "Ort – finns inte i registret – välj i listan.")
    return found


def arrival_of(it: Any) -> date:  # noqa: ANN401 - any command that registers
    """Give the arrival day; another one than the counted needs a note (22 § FL)."""
    counted = arrival_day(it.came_on, Channel(it.channel))
    if it.arrived_on is None or it.arrived_on == counted:
        return counted
    if not it.arrival_note:
        raise refuse(
            "arrival_note",
            "Varför en annan ankomstdag – saknas – skriv varför dagen inte är {day}.",
            day=counted.isoformat(),
        )
    chosen: date = it.arrived_on
    return chosen


def drafted(desk: Desk, it: RegisterApplication) -> tuple[Case, Application]:
    """Make the case and its first application as they would be registered; refuse bad ones."""
    association_of(desk, it.association_id)
    place = _place(desk, it)
    arrived = arrival_of(it)
    guideline_id, guideline = desk.in_force(arrived)
    scheme = scheme_of(guideline, it.scheme)
    if scheme.for_schools:
        raise refuse("scheme", "Bidrag – söks av skolor – registrera skolans ansökan i stället.")
    goals_known(guideline, it.goals)
    problems: list[Problem] = []
    dates_in_order(it, problems)
    if problems:
        raise Refusal(problems)
    no_personal_numbers("purpose", "Ändamål", it.purpose)
    year = it.year or (it.starts_on or it.ends_on or desk.today).year
    if not scheme.activity and it.year is None:
        year = desk.today.year
    case = Case(
        number=case_number(desk),
        association_id=it.association_id,
        place_id=place.id,
        scheme=scheme.key,
        year=year,
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
        asked=it.asked,
        purpose=it.purpose,
        starts_on=it.starts_on,
        ends_on=it.ends_on,
        costs=it.costs if scheme.activity else None,
        other_funding=it.other_funding if scheme.activity else None,
        goals=it.goals,
        **counted(scheme, it),
    )
    _once(desk, case, scheme)
    return case, application


def counted(scheme: Scheme, it: Any) -> dict[str, Any]:  # noqa: ANN401 - any such command
    """Give the counts of people that the scheme's rules ask for; the others stay empty."""
    wanted = asked_of(scheme)
    names = ("participants", "participant_days")
    return {name: getattr(it, name) if name in wanted else None for name in names}


def case_number(desk: Desk) -> str:
    """Give the next case number of the year."""
    year = desk.today.year
    rows = desk.store.rows(
        "select max(cast(substr(number, 6) as integer)) from grant_case where number like ?",
        f"{year}-%",
    )
    return f"{year}-{int(rows[0][0] or 0) + 1:03}"


def _once(desk: Desk, case: Case, scheme: Scheme) -> None:
    """Refuse a second application from an association for a pot that is shared equally."""
    if not scheme.round:
        return
    mates = desk.store.find(
        Case,
        "scheme = ? and place_id = ? and year = ? and association_id = ? and declined_on is null",
        case.scheme,
        case.place_id,
        case.year,
        case.association_id,
    )
    for mate in mates:
        rows = desk.store.rows("select outcome from standing_decision where case_id = ?", mate.id)
        if not rows or rows[0][0] not in OUT_OF_POT:
            raise refuse(
                "association_id",
                "Förening – har redan sökt {scheme} för orten och {year} i {number} – öppna det"
                " ärendet i stället.",
                scheme=say(scheme.definite),
                year=case.year,
                number=mate.number,
            )


def trial(desk: Desk, it: RegisterApplication) -> Picture:
    """Give the case as it would stand, so that a form can show its rules while typing."""
    case, application = drafted(desk, it)
    return trial_picture(desk, case, application, original=it.original is not None)


def trial_picture(  # noqa: PLR0913 - each is a fact of its own
    desk: Desk,
    case: Case,
    application: Application,
    *,
    original: bool,
    place: Place | None = None,
    lines: tuple[BudgetLine, ...] = (),
) -> Picture:
    """Give a Picture of a case that is not in the file."""
    facts = facts_for(desk, case, application, original=original, place=place, lines=lines)
    return Picture(
        today=desk.today,
        case=case,
        facts=facts,
        draft=propose(facts),
        versions=(application,),
        completions=(),
        round=None,
        round_case=None,
        decisions=(),
        dispatches=(),
        listing=None,
        appeal=None,
        exemptions=(),
        payments=(),
        report=None,
        extensions=(),
        reminders=(),
        reclaim=None,
        repayments=(),
        documents=(),
        board=deciding_board(desk, facts.scheme),
    )
