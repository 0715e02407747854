"""A new application as it would stand, worked out while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Application, Case, Report
from desktop.domain.phases import ReportState
from desktop.domain.problems import Refusal
from desktop.domain.registers import AssociationPlace
from desktop.domain.rules.report import due
from desktop.domain.swedish import capital
from desktop.flow.reading import read
from desktop.flow.steps.application_draft import RegisterApplication, trial
from desktop.flow.steps.school_application import RegisterSchoolApplication, school_trial
from desktop.ui.i18n import shown, tr
from desktop.ui.spoken import count_word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

NEEDED = ("association_id", "scheme", "asked", "place_id")
"""Fields without which no rule can be tried."""
ROUNDS = 4
"""Times that fields which cannot be read are left out before the trial is given up."""
MOST_SIMILAR = 3


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What the rules make of what is typed so far."""

    seen: Picture | None
    """The case as it would stand; None while it cannot be worked out."""
    missing: str = ""
    """What is needed first."""


def attempt(desk: Desk, raw: Mapping[str, object]) -> Tried:
    """Try the rules on what is typed; fields that cannot be read yet are left out."""
    given = dict(raw) | {"original": raw.get("original", "")}
    if not given.get("association_id"):
        return Tried(seen=None, missing=tr("Välj förening, så räknas reglerna medan du skriver."))
    if not given.get("asked"):
        return Tried(seen=None, missing=tr("Skriv sökt belopp, så räknas reglerna."))
    for _ in range(ROUNDS):
        try:
            seen = trial(desk, read(RegisterApplication, given, desk.today))
        except Refusal as refusal:
            names = [problem.field.split(".")[0] for problem in refusal.problems]
            needed = [problem for problem in refusal.problems if problem.field in (*NEEDED, "")]
            if needed:
                return Tried(seen=None, missing=shown(needed[0].text))
            for name in names:
                given[name] = desk.today.isoformat() if name == "came_on" else ""
        else:
            return Tried(seen=seen)
    return Tried(seen=None, missing=tr("Reglerna räknas när fälten går att läsa."))


SCHOOL_NEEDED = ("association_id", "scheme", "asked", "destination")
"""Fields without which no rule of the exchange fund can be tried."""


def attempt_school(desk: Desk, raw: Mapping[str, object]) -> Tried:
    """Try the rules on a school's application; fields that cannot be read yet are left out."""
    given = dict(raw) | {"original": raw.get("original", "")}
    if not given.get("association_id"):
        return Tried(seen=None, missing=tr("Välj skola, så räknas reglerna medan du skriver."))
    if not given.get("destination"):
        return Tried(seen=None, missing=tr("Skriv resmål, så räknas reglerna."))
    if not given.get("asked"):
        return Tried(seen=None, missing=tr("Skriv sökt belopp, så räknas reglerna."))
    for _ in range(ROUNDS):
        try:
            return Tried(
                seen=school_trial(desk, read(RegisterSchoolApplication, given, desk.today))
            )
        except Refusal as refusal:
            needed = [each for each in refusal.problems if each.field in (*SCHOOL_NEEDED, "")]
            if needed:
                return Tried(seen=None, missing=shown(needed[0].text))
            for problem in refusal.problems:
                name = problem.field.split(".")[0].split("[")[0]
                given[name] = desk.today.isoformat() if name == "came_on" else ""
    return Tried(seen=None, missing=tr("Reglerna räknas när fälten går att läsa."))


def places_of(desk: Desk, association_id: int) -> list[int]:
    """Give the places an association works with."""
    rows = desk.store.find(AssociationPlace, "association_id = ?", association_id)
    return [row.place_id for row in rows]


def past_words(desk: Desk, association_id: int) -> str:
    """Say what the association has applied for before: `sju ärenden sedan 2023, inga sena …`."""
    cases = desk.store.find(Case, "association_id = ?", association_id)
    if not cases:
        return tr("första ansökan")
    first = min(case.number.split("-")[0] for case in cases)
    late = sum(_late(desk, case) for case in cases)
    count = count_word(len(cases))
    counted = tr("ett ärende") if len(cases) == 1 else tr("{count} ärenden", count=count)
    since = tr("{counted} sedan {year}", counted=counted, year=first)
    if not late:
        return tr("{since}, inga sena rapporter", since=since)
    if late == 1:
        return tr("{since}, en sen rapport", since=since)
    return tr("{since}, {late} sena rapporter", since=since, late=count_word(late))


def days_late(report: Report | None, today: date) -> int:
    """Give how late a report came, or is; 0 when it was in time."""
    if report is None:
        return 0
    if report.received_on is not None:
        return max(0, (report.received_on - report.due_on).days)
    return max(0, (today - report.due_on).days) if report.state is ReportState.AWAITED else 0


def _late(desk: Desk, case: Case) -> bool:
    report = desk.store.first(Report, "case_id = ?", case.id, order="id desc")
    return days_late(report, desk.today) > 0


def report_words(desk: Desk, scheme: str, ended: date | None) -> str:
    """Say when the report would be due: `rapport senast 2027-01-05`."""
    _, guideline = desk.in_force()
    known = [each for each in guideline.schemes if each.key == scheme]
    counted = due(known[0], ended) if known and ended else None
    return tr("rapport senast {day}", day=counted.day.isoformat()) if counted else ""


@dataclass(frozen=True, kw_only=True)
class Similar:
    """An earlier application of the same association."""

    case_id: int
    """The case."""
    number: str
    """Its number."""
    words: str
    """What it was for."""
    application: Application
    """What it said."""


def similar(desk: Desk, association_id: int, scheme: str) -> list[Similar]:
    """Give the latest applications of the association for the same kind of grant."""
    cases = desk.store.find(
        Case,
        "association_id = ? and scheme = ?",
        association_id,
        scheme,
        order="id desc",
        limit=MOST_SIMILAR,
    )
    found = []
    for case in cases:
        said = desk.store.find(Application, "case_id = ?", case.id, order="version desc", limit=1)[
            0
        ]
        words = capital(said.purpose) or tr("Grundbidrag {year}", year=case.year)
        found.append(Similar(case_id=case.id, number=case.number, words=words, application=said))
    return found
