"""Who takes part in a visit and what happens each day, as rows of a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.domain.visit_words import IN_SERVICE, ROLE_WORDS, SIDE_WORDS, PeopleRole, Side
from desktop.domain.visiting import Visit, VisitDay, VisitPeople
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.row_sync import put_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work

_SIDES = {str(kind): str(word) for kind, word in SIDE_WORDS.items()}
_ROLES = {str(kind): str(word) for kind, word in ROLE_WORDS.items()}
_MOST = 9999


@dataclass(frozen=True, kw_only=True)
class PeopleRow(Command):
    """Some who take part: how many of each age, and a name only for one adult in service."""

    side: str = ask(Kind.CHOICE, "Gäst eller värd", choices=_SIDES, default="guest")
    role: str = ask(Kind.CHOICE, "Roll", choices=_ROLES)
    name: str = ask(Kind.LINE, "Namn", default="", help="Bara vuxna i tjänst.")
    under_13: int = ask(Kind.NUMBER, "Under 13 år", default=0, high=_MOST)
    aged_13_17: int = ask(Kind.NUMBER, "13–17 år", default=0, high=_MOST)
    aged_18_25: int = ask(Kind.NUMBER, "18–25 år", default=0, high=_MOST)
    aged_26: int = ask(Kind.NUMBER, "26 år och äldre", default=0, high=_MOST)


@dataclass(frozen=True, kw_only=True)
class DayRow(Command):
    """One line of the programme."""

    day: date = ask(Kind.DAY, "Dag")
    text: str = ask(Kind.LINE, "Vad som händer", limit=500)


def people_rows(seen: VisitPicture) -> tuple[PeopleRow, ...]:
    """Give those who take part as rows of the form."""
    return tuple(
        PeopleRow(
            side=str(each.side),
            role=str(each.role),
            name=each.name,
            under_13=each.under_13,
            aged_13_17=each.aged_13_17,
            aged_18_25=each.aged_18_25,
            aged_26=each.aged_26,
        )
        for each in seen.people
    )


def put_people(
    desk: Desk, work: Work, seen: VisitPicture, rows: Sequence[PeopleRow] | None
) -> tuple[VisitPeople, ...]:
    """Bring those who take part to what the rows say; leave them when there are no rows."""
    if rows is None:
        return seen.people
    wanted = [_people(seen.visit, at, row) for at, row in enumerate(rows)]
    return put_rows(
        desk,
        work,
        seen.people,
        wanted,
        lambda each: (each.side, each.role, each.name),
        lambda each: (each.side, each.role),
    )


def _people(visit: Visit, at: int, row: PeopleRow) -> VisitPeople:
    role = PeopleRole(row.role)
    minors, adults = row.under_13 + row.aged_13_17, row.aged_18_25 + row.aged_26
    if row.name:
        _only_in_service(at, role, minors, adults)
    elif minors + adults == 0:
        raise refuse(
            f"people.{at}.aged_26",
            "Antal – saknas för {role} – skriv hur många de är i någon åldersgrupp.",
            role=ROLE_WORDS[role],
        )
    no_personal_numbers(f"people.{at}.name", "Namn", row.name)
    return VisitPeople(
        visit_id=visit.id,
        side=Side(row.side),
        role=role,
        name=row.name,
        under_13=row.under_13,
        aged_13_17=row.aged_13_17,
        aged_18_25=row.aged_18_25,
        # A name in service without a number is one adult.
        aged_26=row.aged_26 if adults or not row.name else 1,
    )


def _only_in_service(at: int, role: PeopleRole, minors: int, adults: int) -> None:
    field = f"people.{at}.name"
    if role not in IN_SERVICE or minors:
        raise refuse(
            field,
            "Namn – sparas aldrig för {role} – ta bort namnet, antal och ålder räcker.",
            role=say("barn och unga") if minors else ROLE_WORDS[role],
        )
    if adults > 1:
        raise refuse(
            field,
            "Namn – {count} personer kan inte ha samma – skriv en rad för var och en.",
            count=adults,
        )


def programme_rows(seen: VisitPicture) -> tuple[DayRow, ...]:
    """Give the programme as rows of the form."""
    return tuple(DayRow(day=each.day, text=each.text) for each in seen.programme)


def put_programme(
    desk: Desk, work: Work, seen: VisitPicture, rows: Sequence[DayRow] | None
) -> None:
    """Bring the programme to what the rows say; leave it when there are no rows."""
    if rows is None:
        return
    for at, row in enumerate(rows):
        no_personal_numbers(f"programme.{at}.text", "Vad som händer", row.text)
        _within(seen, at, row)
    wanted = [VisitDay(visit_id=seen.id, day=row.day, text=row.text) for row in rows]
    put_rows(desk, work, seen.programme, wanted, lambda each: (each.day, each.text), _day_of)


def _day_of(each: VisitDay) -> date:
    return each.day


def _within(seen: VisitPicture, at: int, row: DayRow) -> None:
    first, last = seen.visit.starts_on, seen.visit.ends_on
    if first and last and not first <= row.day <= last:
        raise refuse(
            f"programme.{at}.day",
            "Dag – {day} ligger utanför {first} – {last} – rätta dagen, eller besökets dagar.",
            day=row.day.isoformat(),
            first=first.isoformat(),
            last=last.isoformat(),
        )
