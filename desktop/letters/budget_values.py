"""The trip list and the budget overview as words for their templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, count_word, kr, long_date
from desktop.letters.phrases import yes

if TYPE_CHECKING:
    from desktop.letters.facts import BudgetOverviewFacts, TripListFacts


def trip_values(facts: TripListFacts) -> dict[str, str]:
    """Give what the template of the trip list may name."""
    count = len(facts.trips)
    return {
        "years": f"{facts.first_year}\u2013{facts.last_year}",
        "committee": facts.committee,
        "committee_capital": capital(facts.committee),
        "trips": yes(facts.trips),
        "places": yes(facts.places),
        "count": f"{capital(count_word(count))} {'besök' if count == 1 else 'besök och resor'}",
        "digital": _percent(facts.digital_percent),
        "youth": _percent(facts.youth_percent),
        "own": kr(sum(row.own for row in facts.places)),
        "other": kr(sum(row.other for row in facts.places)),
        "cited": facts.cited,
    }


def _percent(percent: int | None) -> str:
    return "" if percent is None else f"{percent} procent"


def budget_values(facts: BudgetOverviewFacts) -> dict[str, str]:
    """Give what the template of the budget overview may name."""
    bearers = {row.bearer for row in facts.costs}
    return {
        "years": f"{facts.first_year}\u2013{facts.last_year}",
        "year": str(facts.year),
        "on": long_date(facts.on),
        "on_iso": facts.on.isoformat(),
        "committee": facts.committee,
        "framed": yes(facts.left is not None),
        "whole": kr(facts.whole) if facts.whole is not None else "",
        "left": kr(facts.left) if facts.left is not None else "",
        "over": yes(facts.left is not None and facts.left < 0),
        "proposed": kr(facts.proposed) if facts.proposed else "",
        "left_after": kr(facts.left - facts.proposed) if facts.left is not None else "",
        "used": yes(any(row.decided or row.own for row in facts.years)),
        "grants": yes(facts.grants),
        "costs": yes(facts.costs),
        "bearer": next(iter(bearers)) if len(bearers) == 1 else "",
        "allocations": yes(facts.allocations),
        "unset": kr(facts.unset) if facts.unset is not None else "",
    }
