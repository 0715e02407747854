"""The yearly report to the board, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.visit_guideline import visit_rules
from desktop.domain.work_guideline import work_rules
from desktop.flow.follow_up_papers import cited
from desktop.flow.follow_up_view import follow_up
from desktop.flow.papers import base, draw
from desktop.flow.yearly import yearly
from desktop.flow.yearly_results import year_results
from desktop.letters.facts import YearlyReportFacts

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline
    from desktop.flow.desk import Desk

_SECTIONS = {
    "visit": "contacts",
    "network": "networks",
    "project": "projects",
    "plan": "plans",
    "contact": "contact_persons",
    "follow_up": "answers",
    "agreement": "agreements",
    "document": "documents",
}
"""The section of the report where a rule about something is cited."""


def draw_yearly_report(desk: Desk, year: int) -> bytes:
    """Draw the report as it would be made today, marked as a draft; writes nothing."""
    return drawn_report(desk, year, draft=True)


def drawn_report(desk: Desk, year: int, *, draft: bool) -> bytes:
    """Draw the report of a year as the register stands today."""
    seen = follow_up(desk, year)
    version = len(seen.reports) + 1
    facts = YearlyReportFacts(
        **base(desk, desk.today, f"yearly_report:{year}:{version}"),
        yearly=yearly(desk, year),
        version=version,
        guideline=seen.guideline.title,
        cited=cited(seen.guideline),
        rules=_rules(seen.guideline),
        results=year_results(desk, year),
        draft=draft,
    )
    return draw(desk, "yearly_report", facts)


def _rules(guideline: Guideline) -> tuple[tuple[str, str], ...]:
    """Give where the guideline asks for each section, the first rule of each."""
    found: dict[str, str] = {}
    kinds = {"digital_first": "contacts", "quota": "trips", "agreement": "agreements"}
    for rule in visit_rules(guideline).rules:
        if rule.kind in kinds:
            found.setdefault(kinds[rule.kind], f"{rule.id} {rule.short}")
    for rule in work_rules(guideline).rules:
        key = "people" if rule.kind == "youth" else _SECTIONS.get(rule.on)
        if key is not None:
            found.setdefault(key, f"{rule.id} {rule.short}")
    return tuple(found.items())
