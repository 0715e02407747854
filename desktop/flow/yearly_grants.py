"""The year's grants, counted by the ledger: asked, decided, paid, returned, late, against pots."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Application, Case, Reclaim, Report, Summary
from desktop.domain.phases import OUTCOME_WORDS, ReportState
from desktop.domain.registers import Place
from desktop.domain.text import Text, plain, say
from desktop.domain.yearly import (
    KR,
    Figure,
    PotBar,
    Section,
    Source,
    divided,
    figure,
)
from desktop.flow.budget_view import place_lines
from desktop.flow.ledger import CaseLine, Money, case_lines
from desktop.flow.money import per_place
from desktop.flow.yearly_visits import by_name

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.yearly_frame import Frame

_PLACES = """select id, place_id, association_id from grant_case
    where deleted is null and year between ? and ?"""
_OF_YEARS = "case_id in (select id from grant_case where year between ? and ?)"
UNDECIDED = "undecided"
LATE_STATES = (ReportState.AWAITED, ReportState.COMPLETION, ReportState.MISSING)
"""States of a report that is still wanted."""


@dataclass(frozen=True, kw_only=True)
class _Cases:
    """The cases of every year, with place, applicant and what they serve."""

    lines: dict[int, list[CaseLine]]
    """By grant year."""
    at: dict[int, int]
    """Place by case; 0 where the scheme has no pot for each place."""
    who: dict[int, int]
    """Applicant by case."""
    places: dict[str, Text]
    """Places by id, in the order of their names."""
    applicants: dict[str, Text]
    """Applicants by id, in the order of their names."""

    def rows(self, amount: Callable[[Money], int]) -> dict[int, list[Source]]:
        """Give a row for each case that adds something."""
        return {
            year: [_row(each, amount(each.money)) for each in lines if amount(each.money)]
            for year, lines in self.lines.items()
        }


def _row(line: CaseLine, amount: int, day: date | None = None) -> Source:
    return Source(
        subject=("case", line.case_id),
        text=plain(f"{line.number} {line.applicant}"),
        amount=amount,
        day=day,
    )


def _cases(frame: Frame) -> _Cases:
    desk = frame.desk
    lines = {year: case_lines(desk, 0, year) for year in frame.years}
    names = {each.id: each.name for each in desk.store.find(Place, everything=True)}
    schemes = {each.case_id: each.scheme for found in lines.values() for each in found}
    applicants = {each.case_id: each.applicant for found in lines.values() for each in found}
    at, who = {}, {}
    for case_id, place_id, association_id in desk.store.rows(_PLACES, frame.years[0], frame.year):
        if case_id in schemes:
            at[case_id] = place_id if per_place(desk, schemes[case_id]) else 0
            who[case_id] = association_id
    named = by_name({str(key): names[key] for key in set(at.values()) if key})
    return _Cases(
        lines=lines,
        at=at,
        who=who,
        places={**named, "0": say("Hela kommunen")},
        applicants=by_name({str(key): applicants[case] for case, key in who.items()}),
    )


def grants(frame: Frame) -> Section | None:
    """Give the grants against pots, per place and applicant; nothing where there are none."""
    known = _cases(frame)
    if not frame.guideline.schemes and not any(known.lines.values()):
        return None
    sums: tuple[tuple[str, Text, Callable[[Money], int], bool], ...] = (
        ("asked", say("Sökta bidrag"), lambda it: it.asked, True),
        ("decided", say("Beslutade bidrag"), lambda it: it.decided, True),
        ("paid", say("Utbetalda bidrag"), lambda it: it.paid, True),
        ("returned", say("Återbetalda bidrag"), lambda it: it.returned, False),
    )
    found = [_applications(frame, known)]
    for key, title, amount, always in sums:
        rows = known.rows(amount)
        if always or any(rows.values()):
            found.append(_money(frame, known, key, title, rows))
    found += [
        *_pots(frame),
        *_reclaimed(frame, known),
        *_by_applicant(frame, known),
        *_by_area(frame, known),
        _late(frame, known),
    ]
    return Section(key="grants", title=say("Bidrag"), figures=tuple(found))


def _money(
    frame: Frame, known: _Cases, key: str, title: Text, rows: dict[int, list[Source]]
) -> Figure:
    def place(row: Source) -> Iterable[str]:
        return (str(known.at[row.subject[1]]),)

    parts = divided(key, rows, frame.years, place, known.places, unit=KR)
    return figure(key, title, rows, frame.years, unit=KR, parts=parts)


def _applications(frame: Frame, known: _Cases) -> Figure:
    """Give how many have applied, by how it came out."""
    ids = [each.case_id for found in known.lines.values() for each in found]
    outcomes = {each.id: each.outcome for each in frame.desk.store.summaries(ids)}
    named = {str(key): word for key, word in OUTCOME_WORDS.items()}
    rows = {year: [_row(each, 1) for each in lines] for year, lines in known.lines.items()}

    def outcome(row: Source) -> Iterable[str]:
        return (str(outcomes.get(row.subject[1]) or UNDECIDED),)

    return figure(
        "applications",
        say("Ansökningar"),
        rows,
        frame.years,
        parts=divided(
            "applications",
            rows,
            frame.years,
            outcome,
            {**named, UNDECIDED: say("Inte beslutade")},
        ),
    )


def pot_bars(desk: Desk, year: int) -> tuple[PotBar, ...]:
    """Give the year's pots place by place, as the budget page has them."""
    return tuple(
        PotBar(
            place_id=line.place.id,
            place=line.place.name,
            cap=line.cap,
            decided=line.money.decided,
            proposed=line.money.proposed,
            left=line.left,
        )
        for line in place_lines(desk, year)
        if line.cap or line.money.asked
    )


def _pots(frame: Frame) -> Iterable[Figure]:
    """Give what is left in the pots, place by place."""
    rows = {
        year: [
            Source(
                subject=("place", bar.place_id) if bar.place_id else ("", 0),
                text=plain(bar.place),
                amount=bar.left,
            )
            for bar in pot_bars(frame.desk, year)
            if bar.cap
        ]
        for year in frame.years
    }
    if any(rows.values()):
        yield figure("pot_left", say("Kvar i potterna"), rows, frame.years, unit=KR)


def _reclaimed(frame: Frame, known: _Cases) -> Iterable[Figure]:
    """Give what was claimed back."""
    claims: dict[int, int] = {}
    for each in frame.desk.store.find(Reclaim, _OF_YEARS, frame.years[0], frame.year):
        claims[each.case_id] = claims.get(each.case_id, 0) + each.amount
    rows = {
        year: [_row(each, claims[each.case_id]) for each in lines if claims.get(each.case_id)]
        for year, lines in known.lines.items()
    }
    if any(rows.values()):
        yield figure("reclaimed", say("Återkrävda bidrag"), rows, frame.years, unit=KR)


def _by_applicant(frame: Frame, known: _Cases) -> Iterable[Figure]:
    rows = known.rows(lambda it: it.decided)
    if any(rows.values()):
        yield figure(
            "decided_applicant",
            say("Beslutat per sökande")
            if frame.guideline.schools
            else say("Beslutat per förening"),
            rows,
            frame.years,
            unit=KR,
            parts=divided(
                "decided_applicant",
                rows,
                frame.years,
                lambda row: (str(known.who[row.subject[1]]),),
                known.applicants,
                unit=KR,
            ),
        )


def _by_area(frame: Frame, known: _Cases) -> Iterable[Figure]:
    """Give what was decided for each goal; an application may serve several (S6, U2)."""
    first, last = frame.years[0], frame.year
    kept = frame.desk.store.find(Application, _OF_YEARS, first, last, order="version")
    goals = {each.case_id: each.goals for each in kept}
    rows = {
        year: [row for row in each if goals.get(row.subject[1])]
        for year, each in known.rows(lambda it: it.decided).items()
    }
    if any(rows.values()):
        yield figure(
            "decided_area",
            say("Beslutat efter {areas}", areas=frame.areas_inside),
            rows,
            frame.years,
            unit=KR,
            parts=divided(
                "decided_area",
                rows,
                frame.years,
                lambda row: goals[row.subject[1]],
                frame.areas,
                unit=KR,
            ),
            overlapping=True,
            note=say("Ett bidrag kan räknas till flera."),
        )


def _late(frame: Frame, known: _Cases) -> Figure:
    """Give the reports that came after their day, or have not come though it has passed (P7)."""
    late = _late_reports(frame.desk, frame.years[0], frame.year)
    rows = {
        year: [_row(each, 1, late[each.case_id].due_on) for each in lines if each.case_id in late]
        for year, lines in known.lines.items()
    }
    return figure("late_reports", say("Sena rapporter"), rows, frame.years)


def _late_reports(desk: Desk, first: int, last: int) -> dict[int, Report]:
    """Give the late reports of some grant years by case."""
    kept = desk.store.find(Report, _OF_YEARS, first, last)
    return {each.case_id: each for each in kept if _is_late(each, desk.today)}


def _is_late(report: Report, today: date) -> bool:
    if report.received_on is not None:
        return report.received_on > report.due_on
    return report.state in LATE_STATES and report.due_on < today


def awaited_late(desk: Desk, year: int) -> list[Source]:
    """Give the reports on the year's grants that have not come though their day has passed."""
    late = _late_reports(desk, year, year)
    return [
        _row(each, 1, late[each.case_id].due_on)
        for each in case_lines(desk, 0, year)
        if each.case_id in late and late[each.case_id].received_on is None
    ]


def undecided(desk: Desk, year: int) -> list[Summary]:
    """Give the year's cases without a decision, by number."""
    ids = [each.id for each in desk.store.find(Case, "year = ?", year, order="number")]
    return [each for each in desk.store.summaries(ids) if each.open and each.outcome is None]
