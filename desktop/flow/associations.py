"""Associations as their pages show them: places, annual reports, cases and letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Document, Summary
from desktop.domain.dates import FinancialYear, financial_year, last_closed_year
from desktop.domain.registers import AnnualReport, Association, AssociationPlace, Place
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    from db.change import Event
    from desktop.domain.guideline import Guideline
    from desktop.flow.desk import Desk

MOST_YEARS = 4
"""Financial years shown, the latest closed one first."""
MOST_LETTERS = 12

_CASES = """select c.association_id, count(*), sum(s.open),
    sum(case when c.year = ? then d.granted_ore else 0 end)
    from grant_case c join summary s on s.id = c.id
    left join standing_decision d on d.case_id = c.id group by c.association_id"""


@dataclass(frozen=True, kw_only=True)
class AssociationRow:
    """An association in the list."""

    association: Association
    """The association."""
    places: tuple[str, ...]
    """Names of the places it works for."""
    year: FinancialYear
    """Its latest closed financial year."""
    received: bool
    """True when the annual report for that year has come in."""
    cases: int
    """Cases, of all years."""
    open_cases: int
    """Cases that are not closed."""
    granted: int
    """Granted this year, kronor."""

    @property
    def folded(self) -> str:
        """All words of the row, folded for the filter."""
        it = self.association
        words = (it.name, it.contact, it.email, it.organisation_number, it.account, it.city)
        return fold(" ".join((*words, *self.places)))


@dataclass(frozen=True, kw_only=True)
class YearReport:
    """A closed financial year, and the annual report on it."""

    year: FinancialYear
    """The year."""
    report: AnnualReport | None
    """The report; None while it has not come in."""
    awaited: bool
    """True for the latest closed year without a report: it stops payments (P8)."""


@dataclass(frozen=True, kw_only=True)
class AssociationView:
    """An association with all that its page shows."""

    association: Association
    """The association."""
    places: tuple[Place, ...]
    """The places it works for."""
    reports: tuple[YearReport, ...]
    """Closed financial years, the latest first; empty where no annual report is asked for."""
    cases: tuple[Summary, ...]
    """Its cases, the newest number first."""
    letters: tuple[Document, ...]
    """Letters to it and annual reports from it, the newest first."""
    events: tuple[Event, ...]
    """What was done with the association itself, the newest first."""

    @property
    def awaited(self) -> YearReport | None:
        """Give the year whose report is missing, if one is."""
        return next((each for each in self.reports if each.awaited), None)


def asks_annual_report(guideline: Guideline) -> bool:
    """Say whether a guideline wants annual reports from associations at all."""
    return any(
        rule.kind == "annual_report" for scheme in guideline.schemes for rule in scheme.rules
    )


def association_rows(desk: Desk) -> list[AssociationRow]:
    """Give every association, by name."""
    store = desk.store
    names = {place.id: place.name for place in store.find(Place)}
    counted = {row[0]: row for row in store.rows(_CASES, desk.today.year)}
    linked: dict[int, list[str]] = {}
    for link in store.find(AssociationPlace):
        linked.setdefault(link.association_id, []).append(names.get(link.place_id, ""))
    received = {(each.association_id, each.year_end) for each in store.find(AnnualReport)}
    rows = []
    for each in sorted(store.find(Association), key=lambda each: fold(each.name)):
        _, cases, open_cases, ore = counted.get(each.id, (each.id, 0, 0, 0))
        year = last_closed_year(desk.today, each.year_end)
        rows.append(
            AssociationRow(
                association=each,
                places=tuple(filter(None, linked.get(each.id, ()))),
                year=year,
                received=(each.id, year.last) in received,
                cases=int(cases),
                open_cases=int(open_cases or 0),
                granted=int(ore or 0) // 100,
            )
        )
    return rows


def association_view(desk: Desk, association_id: int) -> AssociationView:
    """Read an association whole; LookupError when there is none with that id."""
    store = desk.store
    it = store.get(Association, association_id)
    links = store.find(AssociationPlace, "association_id = ?", association_id)
    wanted = {link.place_id for link in links}
    rows = store.rows(
        "select c.id from grant_case c join summary s on s.id = c.id"
        " where c.association_id = ? order by c.number desc",
        association_id,
    )
    ids = [int(row[0]) for row in rows]
    asked = asks_annual_report(desk.in_force()[1])
    return AssociationView(
        association=it,
        places=tuple(place for place in store.find(Place) if place.id in wanted),
        reports=_years(desk, it) if asked else (),
        cases=tuple(store.summaries(ids)),
        letters=_letters(desk, association_id),
        events=tuple(store.events(subject=("association", association_id), limit=100)),
    )


def _years(desk: Desk, it: Association) -> tuple[YearReport, ...]:
    """Give the closed years from the first report on, the latest closed one always."""
    found = desk.store.find(AnnualReport, "association_id = ?", it.id)
    by_day = {each.year_end: each for each in found}
    latest = last_closed_year(desk.today, it.year_end)
    days = sorted({latest.last, *by_day}, reverse=True)[:MOST_YEARS]
    return tuple(
        YearReport(
            year=financial_year(day),
            report=by_day.get(day),
            awaited=day == latest.last and day not in by_day,
        )
        for day in days
    )


def _letters(desk: Desk, association_id: int) -> tuple[Document, ...]:
    return tuple(
        desk.store.find(
            Document,
            "subject = ? or (outgoing = 1 and case_id in"
            " (select id from grant_case where association_id = ?))",
            f"association:{association_id}",
            association_id,
            order="made_on desc, id desc",
            limit=MOST_LETTERS,
        )
    )
