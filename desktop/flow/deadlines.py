"""Everything that has a day (bevakningar), as one list made from gathered facts and today."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Case, DecisionList, Round
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    Project,
)
from desktop.domain.follow_up import FollowUpAsked, FollowUpRound
from desktop.domain.registers import Association, GuidelineVersion, Place
from desktop.domain.spoken import short_day
from desktop.domain.text import Text, say
from desktop.domain.visiting import Agreement, Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.flow.desk import Desk

KIND_WORDS: dict[str, Text] = {
    "note": say("Egen bevakning"),
    "report": say("Rapport"),
    "completion": say("Komplettering"),
    "decision": say("Beslut före aktiviteten"),
    "payment_gate": say("Utbetalning som väntar"),
    "reclaim": say("Återkrav"),
    "board": say("Styrelsens möte"),
    "notice_board": say("Anslag att skriva in"),
    "appeal": say("Tid för överklagande"),
    "visit_report": say("Besök utan rapport"),
    "visit_gate": say("Besök att godkänna eller planera"),
    "visit_begins": say("Besök som börjar"),
    "visit_held": say("Besök att markera genomfört"),
    "agreement_end": say("Överenskommelse slutar"),
    "agreement_notice": say("Uppsägning av överenskommelse"),
    "agreement_review": say("Översyn av överenskommelse"),
    "place_agreement": say("Ort utan överenskommelse"),
    "network_review": say("Omprövning av nätverk"),
    "project_report": say("Redovisning av projekt"),
    "project_end": say("Projekt slutar"),
    "plan_missing": say("Handlingsplan som saknas"),
    "plan_evaluate": say("Handlingsplan att utvärdera"),
    "plan_revise": say("Handlingsplan att revidera"),
    "contact_missing": say("Verksamhet utan kontaktperson"),
    "governing_review": say("Översyn av styrdokument"),
    "governing_end": say("Styrdokument slutar"),
    "guideline_review": say("Omprövning av riktlinjen"),
    "place_council": say("Vänort utan fullmäktiges beslut"),
    "follow_up": say("Svar till uppföljningen"),
    "yearly_report": say("Årsrapport"),
    "guideline": say("Riktlinje"),
    "mandate": say("Mandatperiod"),
    "frame": say("Ram som saknas"),
}
"""What each kind of deadline is called, in the order of the page's filter."""

LEAD: dict[str, int] = {
    "note": 0,
    "report": 7,
    "completion": 3,
    "decision": 14,
    "payment_gate": 14,
    "reclaim": 7,
    "board": 7,
    "notice_board": 14,
    "appeal": 0,
    "visit_report": 14,
    "visit_gate": 30,
    "visit_begins": 14,
    "visit_held": 0,
    "agreement_end": 180,
    "agreement_notice": 60,
    "agreement_review": 30,
    "place_agreement": 0,
    "network_review": 60,
    "project_report": 30,
    "project_end": 60,
    "plan_missing": 60,
    "plan_evaluate": 60,
    "plan_revise": 60,
    "contact_missing": 0,
    "governing_review": 92,
    "governing_end": 180,
    "guideline_review": 180,
    "place_council": 0,
    "follow_up": 30,
    "yearly_report": 30,
    "guideline": 92,
    "mandate": 92,
    "frame": 92,
}
"""Days before its day that a kind is called for; of AFTER, days after which it is asked about."""

AFTER = ("payment_gate", "notice_board")
"""Kinds without a last day: they are asked about when they have waited so long."""
WITHOUT_DAY = ("place_agreement", "contact_missing", "place_council")
"""Kinds that have no day at all."""
GROUPS = ("late", "week", "month", "later", "undated")
"""How the list is divided: the day has passed, this week, this month, after that, no day."""

Subject = tuple[str, int]
"""What a deadline is about, ("case", 3); ("", 0) for nothing."""

_KINDS: dict[str, type[Any]] = {
    "case": Case,
    "place": Place,
    "association": Association,
    "round": Round,
    "list": DecisionList,
    "visit": Visit,
    "agreement": Agreement,
    "body": Body,
    "contact": ContactPerson,
    "governing_document": GoverningDocument,
    "network": Network,
    "plan": ActionPlan,
    "project": Project,
    "guideline": GuidelineVersion,
    "follow_up": FollowUpRound,
    "asked": FollowUpAsked,
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something with a day, as the register has it; `deadlines` says how it stands today."""

    kind: str
    """A key of KIND_WORDS."""
    day: date | None
    """Its last day; of a kind in AFTER the day it began to wait; None for no day."""
    text: Text
    """What it is, with names."""
    calendar: Text
    """What it is for a calendar that others may see: numbers and places, nobody's name."""
    subject: Subject = ("", 0)
    """What it is about."""
    whose: Text = field(default_factory=lambda: say("du"))
    """Who has the next move."""
    mine: bool = True
    """True when the coordinator has it."""
    note_id: int = 0
    """The reminder, for an own one."""


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """One line of the list."""

    fact: Fact
    """What it is about."""
    day: date | None
    """The day to act by; None for none."""
    state: str
    """"late" when the day has passed, "soon" within its lead time, otherwise "later"."""
    group: str
    """A key of GROUPS."""
    lead: int
    """Days of its lead time."""
    when: Text
    """"26 dagar sen", "i dag", "om 3 dagar"."""

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.fact.kind

    @property
    def key(self) -> str:
        """Names it for ever, together with the register: "report-case-3"."""
        kind, row_id = ("note", self.fact.note_id) if self.fact.note_id else self.fact.subject
        return f"{self.kind}-{kind or 'register'}-{row_id}"


def deadlines(
    facts: Iterable[Fact], today: date, leads: Mapping[str, int] | None = None
) -> tuple[Deadline, ...]:
    """Give every fact as it stands on a day, the earliest first and those without a day last."""
    made = [_deadline(fact, today, {**LEAD, **(leads or {})}) for fact in facts]
    order = list(KIND_WORDS)
    return tuple(
        sorted(
            made,
            key=lambda each: (
                each.day is None,
                each.day or today,
                order.index(each.kind),
                each.fact.subject,
                each.fact.note_id,
            ),
        )
    )


def _deadline(fact: Fact, today: date, leads: Mapping[str, int]) -> Deadline:
    lead, day = leads[fact.kind], fact.day
    if day is not None and fact.kind in AFTER:
        day, lead = day + timedelta(days=lead), 0
    return Deadline(
        fact=fact,
        day=day,
        state=_state(day, today, lead),
        group=group_of(day, today),
        lead=lead,
        when=_when(day, today),
    )


def _state(day: date | None, today: date, lead: int) -> str:
    if day is None:
        return "later"
    if day < today:
        return "late"
    return "soon" if day - timedelta(days=lead) <= today else "later"


def group_of(day: date | None, today: date) -> str:
    """Give the part of the list a day stands in: weeks end on Sunday, months on their last day."""
    if day is None:
        return "undated"
    if day < today:
        return "late"
    if day <= today + timedelta(days=6 - today.weekday()):
        return "week"
    last = calendar.monthrange(today.year, today.month)[1]
    return "month" if day <= today.replace(day=last) else "later"


def _when(day: date | None, today: date) -> Text:
    if day is None:
        return say("utan dag")
    days = (day - today).days
    if days < 0:
        return say("1 dag sen") if days == -1 else say("{days} dagar sen", days=-days)
    if days == 0:
        return say("i dag")
    return say("i morgon") if days == 1 else say("om {days} dagar", days=days)


def which_day(day: date, today: date) -> Text:
    """Give a day as lists show it, with its year when that is another than this."""
    if day.year == today.year:
        return short_day(day)
    return say("{day} {year}", day=short_day(day), year=day.year)


def subject_of(words: str) -> Subject:
    """Read "case:3" as a subject; ("", 0) for anything that is none."""
    kind, _, number = words.partition(":")
    if kind in _KINDS and number.isascii() and number.isdigit() and len(number) < 12:  # noqa: PLR2004 - no id is as long
        return kind, int(number)
    return "", 0


def subject_exists(desk: Desk, words: str) -> bool:
    """Say whether "case:3" names a row of the register."""
    kind, row_id = subject_of(words)
    return bool(kind) and desk.store.first(_KINDS[kind], "id = ?", row_id) is not None
