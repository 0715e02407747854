"""What has a day, gathered from every part of the register."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.agreements import in_force, last_day, last_day_of_notice, status
from desktop.domain.applicants import SCHOOLS
from desktop.domain.budgeting import LeadTime, Note
from desktop.domain.casework import DecisionList, Summary
from desktop.domain.dates import last_day_of_appeal, mandate_period
from desktop.domain.phases import PlaceKind
from desktop.domain.registers import BudgetPeriod, Place
from desktop.domain.text import Text, plain, say
from desktop.domain.visit_guideline import asks_agreements
from desktop.domain.visit_words import LASTING
from desktop.domain.visiting import Agreement
from desktop.flow.commitment_dates import commitment_facts
from desktop.flow.deadlines import Deadline, Fact, deadlines, subject_of
from desktop.flow.follow_up_dates import follow_up_facts
from desktop.flow.money import frame_asked
from desktop.flow.visit_dates import visit_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.flow.desk import Desk

AWAITED = {
    "report": "report",
    "completion": "completion",
    "ready": "decision",
    "reclaim": "reclaim",
    "annual_report": "payment_gate",
}
"""Kind of deadline for each kind of thing that a case waits for."""
MOST = 2000
"""The most that is read of what cases wait for; far more than one person can follow."""


def all_deadlines(desk: Desk) -> tuple[Deadline, ...]:
    """Give every deadline of the register as it stands today; computed, never stored."""
    return desk.keep(("deadlines", desk.today), lambda: _all(desk))


def _all(desk: Desk) -> tuple[Deadline, ...]:
    facts = [
        *notes(desk),
        *_cases(desk),
        *_lists(desk),
        *visits(desk),
        *agreements(desk),
        *commitment_facts(desk),
        *follow_up_facts(desk),
        *_guideline(desk),
        *_periods(desk),
    ]
    return deadlines(facts, desk.today, lead_times(desk))


def lead_times(desk: Desk) -> dict[str, int]:
    """Give the lead times that somebody has changed, by kind."""
    return {each.kind: each.days for each in desk.store.find(LeadTime)}


def notes(desk: Desk) -> Iterator[Fact]:
    """Give the reminders that are not ticked off."""
    for each in desk.store.find(Note, "done_on is null", order="day, id"):
        yield Fact(
            kind="note",
            day=each.day,
            text=plain(each.text),
            calendar=say("Egen bevakning {number}", number=each.id),
            subject=subject_of(each.subject),
            note_id=each.id,
        )


_WAITING = """select a.case_id, a.kind, a.since, a.due_on, s.kind from awaited a
    join grant_case c on c.id = a.case_id join association s on s.id = c.association_id
    where a.kind in ('report', 'completion', 'ready', 'reclaim', 'annual_report')
    and (a.due_on is not null or a.kind = 'annual_report')
    and (a.from_on is null or a.from_on <= ?1) and (a.until_on is null or a.until_on >= ?1)
    order by coalesce(a.due_on, a.since) limit ?2"""


def _cases(desk: Desk) -> Iterator[Fact]:
    rows = desk.store.rows(_WAITING, desk.today, MOST)
    cases = {each.id: each for each in desk.store.summaries({row[0] for row in rows})}
    for case_id, kind, since, due, applicant in rows:
        case = cases[case_id]
        yield Fact(
            kind=AWAITED[kind],
            day=date.fromisoformat(due or since),
            text=_CASE_WORDS[kind](case),
            calendar=say("{number} {place}", number=case.number, place=case.place),
            subject=("case", case_id),
            whose=say("du") if kind == "ready" else _applicant(applicant),
            mine=kind == "ready",
        )


def _applicant(kind: str) -> Text:
    return say("skolan") if kind in SCHOOLS else say("föreningen")


_CASE_WORDS: dict[str, Callable[[Summary], Text]] = {
    "report": lambda it: say("Rapport från {name}", name=it.applicant),
    "completion": lambda it: say("Komplettering från {name}", name=it.applicant),
    "ready": lambda it: say("Beslut till {name} innan aktiviteten börjar", name=it.applicant),
    "reclaim": lambda it: say("Återkrav från {name}", name=it.applicant),
    "annual_report": lambda it: say(
        "Verksamhetsberättelse från {name}, spärrar utbetalningen", name=it.applicant
    ),
}


def _lists(desk: Desk) -> Iterator[Fact]:
    recent = desk.today - timedelta(days=60)
    for each in desk.store.find(
        DecisionList, "announced_on is null or announced_on >= ?", recent, order="id"
    ):
        number = f"{each.number}/{each.year}"
        subject = ("list", each.id)
        if each.announced_on is not None:
            last = last_day_of_appeal(each.announced_on)
            if last >= desk.today:
                yield Fact(
                    kind="appeal",
                    day=last,
                    text=say("Sista dag att överklaga besluten på lista {number}", number=number),
                    calendar=say("Delegationslista {number}", number=number),
                    subject=subject,
                    whose=say("ingen"),
                    mine=False,
                )
        elif each.paragraph:
            yield Fact(
                kind="notice_board",
                day=each.meeting_on or each.made_on,
                text=say("Anslagsdag för delegationslista {number}", number=number),
                calendar=say("Delegationslista {number}", number=number),
                subject=subject,
                whose=say("anslagstavlan"),
                mine=False,
            )
        elif each.meeting_on is not None:
            yield Fact(
                kind="board",
                day=each.meeting_on,
                text=say("Delegationslista {number} anmäls", number=number),
                calendar=say("Delegationslista {number}", number=number),
                subject=subject,
                whose=say("styrelsen"),
                mine=False,
            )


def visits(desk: Desk) -> Iterator[Fact]:
    """Give the days of visits: to be approved or planned, begun, noted as held, reported."""
    for each in visit_dates(desk):
        if each.due_on is not None:
            yield Fact(
                kind=each.kind,
                day=each.due_on,
                text=each.text,
                calendar=say("Besök {number} {place}", number=each.number, place=each.where),
                subject=("visit", each.visit_id),
            )


def agreements(desk: Desk) -> Iterator[Fact]:
    """Give the days of every agreement in force, and the towns that have none."""
    by_place: dict[int, list[Agreement]] = {}
    for each in desk.store.find(Agreement):
        by_place.setdefault(each.place_id, []).append(each)
    wanted = asks_agreements(desk.in_force()[1])
    for place in desk.store.find(Place):
        known = by_place.get(place.id, [])
        lasting = [each for each in known if status(each, desk.today, known) in LASTING]
        for each in lasting:
            yield from _of_agreement(each, place, known)
        if wanted and place.kind is PlaceKind.TWIN_TOWN and in_force(known, desk.today) is None:
            yield Fact(
                kind="place_agreement",
                day=None,
                text=say("{place} har ingen överenskommelse som gäller", place=place.name),
                calendar=plain(place.name),
                subject=("place", place.id),
            )


def _of_agreement(it: Agreement, place: Place, known: list[Agreement]) -> Iterator[Fact]:
    days = (
        (
            "agreement_end",
            last_day(it, known),
            say("Överenskommelsen med {place} slutar", place=place.name),
        ),
        (
            "agreement_notice",
            last_day_of_notice(it) if it.terminated_on is None else None,
            say("Sista dag att säga upp överenskommelsen med {place}", place=place.name),
        ),
        (
            "agreement_review",
            it.review_on,
            say("Se över överenskommelsen med {place}", place=place.name),
        ),
    )
    for kind, day, words in days:
        if day is not None:
            yield Fact(
                kind=kind,
                day=day,
                text=words,
                calendar=plain(place.name),
                subject=("agreement", it.id),
            )


def _guideline(desk: Desk) -> Iterator[Fact]:
    version_id, guideline = desk.in_force()
    if guideline.valid_to is None:
        return
    lapsed = guideline.lapsed(desk.today)
    words = say("{title} har gått ut", title=guideline.title)
    if not lapsed:
        words = say("{title} gäller till och med den dagen", title=guideline.title)
    yield Fact(
        kind="guideline",
        day=guideline.valid_to,
        text=words,
        calendar=plain(guideline.title),
        subject=("guideline", version_id),
        whose=say("styrelsen"),
        mine=False,
    )


def _periods(desk: Desk) -> Iterator[Fact]:
    first, last = mandate_period(desk.today.year)
    years = f"{first}–{last}"
    yield Fact(
        kind="mandate",
        day=date(last, 12, 31),
        text=say("Mandatperioden {years} slutar", years=years),
        calendar=plain(years),
        subject=("budget", first),
        whose=say("ingen"),
        mine=False,
    )
    for start in (first, last + 1) if frame_asked(desk) else ():
        if desk.store.first(BudgetPeriod, "first_year = ?", start) is None:
            yield Fact(
                kind="frame",
                day=date(start, 1, 1),
                text=say("Ram för {first}–{last} saknas", first=start, last=start + 3),
                calendar=plain(f"{start}–{start + 3}"),
                subject=("budget", start),
                whose=say("styrelsen"),
                mine=False,
            )
