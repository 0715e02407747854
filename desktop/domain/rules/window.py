"""When an application has to come in: between two days of the year, or before the activity."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.dates import add_months
from desktop.domain.rule import CaseFacts, Draft, Status, day, finding
from desktop.domain.rules.people import days_words
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def on_day(year: int, day_of_year: str) -> date:
    """Give a day of every year in one year; "02-29" is the 28th in a year without it."""
    month, number = map(int, day_of_year.split("-"))
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


def last_day(rule: RuleData, facts: CaseFacts) -> date | None:
    """Give the last day to apply: the earlier one where a rule has two; None while unknown."""
    found = []
    if rule.figures.get("closes"):
        year = facts.case.year - bool(rule.figures.get("year_before"))
        found.append(on_day(year, rule.figures["closes"]))
    if rule.figures.get("months_before"):
        starts = facts.application.starts_on or facts.application.ends_on
        if starts is None:
            return None
        found.append(add_months(starts, -int(rule.figures["months_before"])))
    return min(found, default=None)


def first_day(rule: RuleData, facts: CaseFacts) -> date | None:
    """Give the first day to apply: the last such day before the window closes."""
    opens, closes = rule.figures.get("opens"), rule.figures.get("closes")
    if not opens:
        return None
    year = facts.case.year - bool(rule.figures.get("year_before"))
    return on_day(year - bool(closes and opens > closes), opens)


def needs_start(rule: RuleData, facts: CaseFacts) -> bool:
    """Say whether the last day cannot be counted before somebody says when the activity begins."""
    return bool(rule.figures.get("months_before")) and last_day(rule, facts) is None


def window(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Stop an application that came too late, or note it where the guideline leaves room."""
    if needs_start(rule, facts):
        return draft.found(
            finding(rule, Status.STOPS, say("saknas"), say("aktivitetens första dag behövs"))
        )
    arrived = facts.application.arrived_on
    first, last = first_day(rule, facts), last_day(rule, facts)
    status, words = Status.MET, _between(first, last)
    if last is not None and arrived > last:
        status = Status.NOTE if rule.overridable else Status.STOPS
        late = days_words((arrived - last).days)
        words = say("{late} för sent, sista dag {day}", late=late, day=day(last))
    elif first is not None and arrived < first:
        status, words = Status.NOTE, say("före första dag {day}", day=day(first))
    return draft.found(finding(rule, status, day(arrived), words))


def _between(first: date | None, last: date | None) -> Text:
    if first is not None and last is not None:
        return say("{first} – {last}", first=day(first), last=day(last))
    if first is not None:
        return say("från {first}", first=day(first))
    return say("senast {last}", last=day(last))
