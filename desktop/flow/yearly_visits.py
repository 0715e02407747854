"""The year's contacts and the people in them, counted as the list of visits counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from desktop.domain.agenda import AGENDA
from desktop.domain.quota import COUNTED, digital_share, youth_share
from desktop.domain.registers import Place
from desktop.domain.swedish import capital, fold
from desktop.domain.text import Text, plain, say
from desktop.domain.visit_words import Side, VisitForm
from desktop.domain.visiting import Visit, VisitPeople
from desktop.domain.yearly import Figure, Section, Source, divided, figure, share_figure
from desktop.flow.visit_facts import all_visits
from desktop.flow.visit_list import visit_year
from desktop.flow.visit_picture import title_of

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.yearly_frame import Frame

FORMS: dict[str, Text] = {
    str(VisitForm.DIGITAL): say("Digitala möten"),
    str(VisitForm.INCOMING): say("Inkommande besök"),
    str(VisitForm.OUTGOING): say("Utgående besök"),
}
"""What a form is called when several are counted, in the order of the report."""


class Contacts:
    """Every visit and digital contact that was held or is to be, with what it can be divided by."""

    def __init__(self, desk: Desk) -> None:
        """Read them all once."""
        self.visits = {each.id: each for each in all_visits(desk) if each.stage in COUNTED}
        self.places = {each.id: each.name for each in desk.store.find(Place, everything=True)}
        self.people: dict[int, list[VisitPeople]] = defaultdict(list)
        for one in desk.store.find(VisitPeople, order="id"):
            if one.side is Side.GUEST:
                self.people[one.visit_id].append(one)

    def of(self, year: int) -> list[Visit]:
        """Give the year's, by first day."""
        found = [each for each in self.visits.values() if visit_year(each) == year]
        return sorted(found, key=lambda each: (str(each.starts_on), each.id))

    def rows(
        self, years: Iterable[int], amount: Callable[[Visit], int] = lambda _: 1
    ) -> dict[int, list[Source]]:
        """Give a row for each, with what it adds; those that add nothing are left out."""
        return {
            year: [self.row(each, amount(each)) for each in self.of(year) if amount(each)]
            for year in years
        }

    def row(self, visit: Visit, amount: int) -> Source:
        """Give a visit as the row of a figure."""
        return Source(
            subject=("visit", visit.id),
            text=say(
                "{number} {title}", number=visit.number, title=title_of(visit, self.where(visit))
            ),
            amount=amount,
            day=visit.starts_on,
        )

    def where(self, visit: Visit) -> str:
        """Name the other party's town."""
        return self.places.get(visit.place_id or 0) or visit.elsewhere

    def guests(self, visit: Visit) -> int:
        """How many came, or went."""
        return sum(each.count for each in self.people[visit.id])

    def young(self, visit: Visit) -> int:
        """How many of them are 25 or younger."""
        return sum(each.young for each in self.people[visit.id])

    def by(self, keys: Callable[[Visit], Iterable[str]]) -> Callable[[Source], Iterable[str]]:
        """Turn what is asked of a visit into what is asked of its row."""
        return lambda row: keys(self.visits[row.subject[1]])


def _form(visit: Visit) -> tuple[str]:
    return (str(visit.form),)


def contacts(known: Contacts, frame: Frame) -> Section | None:
    """Give the contacts of the year by form, place, area, goal and board (P10, S6, U2)."""
    years, rows = frame.years, known.rows(frame.years)
    if not frame.visits and not any(rows.values()):
        return None
    whole = figure(
        "contacts",
        say("Kontakter"),
        rows,
        years,
        parts=divided("contacts", rows, years, known.by(_form), FORMS, every=True),
    )
    digital = [row for row in rows[frame.year] if known.visits[row.subject[1]].form == "digital"]
    return Section(
        key="contacts",
        title=say("Kontakter och besök"),
        figures=(
            whole,
            share_figure(
                "contacts_digital",
                say("Andel digitalt"),
                {year: digital_share(known.of(year)) for year in years},
                digital,
                frame.year,
            ),
            *_divided(known, frame, rows),
        ),
    )


def _divided(known: Contacts, frame: Frame, rows: dict[int, list[Source]]) -> Iterable[Figure]:
    year_rows = [known.visits[row.subject[1]] for each in rows.values() for row in each]
    places = {str(each.place_id or 0): known.where(each) for each in year_rows if each.place_id}
    bearers = {each.bearer for each in year_rows if each.bearer}
    boards = by_name({each: capital(each) for each in bearers})
    elsewhere = {"0": say("Andra orter")} if any(not each.place_id for each in year_rows) else {}
    ways: tuple[tuple[str, Text, Callable[[Visit], Iterable[str]], dict[str, Text], bool], ...] = (
        (
            "contacts_place",
            say("Kontakter per ort"),
            lambda each: (str(each.place_id or 0),),
            {**by_name(places), **elsewhere},
            False,
        ),
        (
            "contacts_area",
            say("Kontakter efter {areas}", areas=frame.areas_inside),
            lambda each: each.areas,
            frame.areas,
            True,
        ),
        (
            "contacts_goal",
            say("Kontakter efter mål i Agenda 2030"),
            lambda each: each.agenda_goals,
            {key: plain(words) for key, words in AGENDA.items()},
            True,
        ),
        (
            "contacts_bearer",
            say("Kontakter per nämnd"),
            lambda each: (each.bearer,) if each.bearer else (),
            boards,
            False,
        ),
    )
    for key, title, keys, named, overlapping in ways:
        parts = divided(key, rows, frame.years, known.by(keys), named)
        if parts:
            counted = {
                year: [row for row in each if tuple(known.by(keys)(row))]
                for year, each in rows.items()
            }
            yield figure(key, title, counted, frame.years, parts=parts, overlapping=overlapping)


def by_name(names: dict[str, str]) -> dict[str, Text]:
    """Give keys with their names, in the order of the names."""
    ordered = sorted(names.items(), key=lambda each: fold(each[1]))
    return {key: plain(name) for key, name in ordered}


def people(known: Contacts, frame: Frame) -> Section | None:
    """Give those who took part, and the share of them who are young (P11, U5, B5)."""
    years, rows = frame.years, known.rows(frame.years, known.guests)
    if not any(rows.values()):
        return None
    young = known.rows(years, known.young)
    shares = {
        year: youth_share(one for each in known.of(year) for one in known.people[each.id])
        for year in years
    }
    return Section(
        key="people",
        title=say("Deltagare"),
        figures=(
            figure(
                "people",
                say("Deltagare"),
                rows,
                years,
                parts=divided("people", rows, years, known.by(_form), FORMS),
                note=say("De som kom hit eller reste, inte värdarna."),
            ),
            figure("young", say("Barn och unga till och med 25 år"), young, years),
            share_figure("youth", say("Andel unga"), shares, young[frame.year], frame.year),
        ),
    )
