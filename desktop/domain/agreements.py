"""How a cost-sharing agreement stands on a day, and which one a visit that day follows (P12)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.dates import add_months
from desktop.domain.visit_words import LASTING, AgreementState, AgreementStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.visit_guideline import VisitRules
    from desktop.domain.visiting import Agreement

_RESTING = {
    AgreementState.DORMANT: AgreementStatus.DORMANT,
    AgreementState.PAUSED: AgreementStatus.PAUSED,
}


def last_day(it: Agreement, others: Iterable[Agreement] = ()) -> date | None:
    """Give the last day of a signed agreement; None when nothing ends it.

    `others` are the place's agreements: a signed version that names this one ends it the day
    before its own first day.
    """
    ends = [day for day in (it.valid_to, it.ends_on) if day is not None]
    ends += [
        other.valid_from - timedelta(days=1)
        for other in others
        if other.replaces_id == it.id and other.valid_from and signed(other)
    ]
    return min(ends, default=None)


def signed(it: Agreement) -> bool:
    """Say whether it was ever signed."""
    return it.state is not AgreementState.DRAFT


def status(it: Agreement, day: date, others: Iterable[Agreement] = ()) -> AgreementStatus:
    """Give how an agreement stands on a day."""
    if not signed(it) or it.valid_from is None:
        return AgreementStatus.DRAFT
    others = tuple(others)
    end, own = last_day(it, others), last_day(it)
    if end is not None and end < day:
        replaced = own is None or own >= day
        return AgreementStatus.REPLACED if replaced else AgreementStatus.ENDED
    if day < it.valid_from:
        return AgreementStatus.COMING
    if it.state in _RESTING and it.rests_from is not None and it.rests_from <= day:
        return _RESTING[it.state]
    if it.state is AgreementState.TERMINATED and (it.terminated_on or it.valid_from) <= day:
        return AgreementStatus.TERMINATED
    return AgreementStatus.ACTIVE


def in_force(agreements: Iterable[Agreement], day: date) -> Agreement | None:
    """Give the agreement that splits a visit beginning on a day: the latest begun of a place's."""
    known = tuple(agreements)
    lasting = [each for each in known if status(each, day, known) in LASTING]
    return max(lasting, key=lambda each: (str(each.valid_from), each.id), default=None)


def latest(agreements: Iterable[Agreement], day: date) -> Agreement | None:
    """Give the agreement a place's page shows: the one in force, or else the newest."""
    known = tuple(agreements)
    return in_force(known, day) or max(known, key=lambda each: each.id, default=None)


def end_of_notice(it: Agreement, given: date) -> date | None:
    """Give the last day when notice is given on a day; None when it says nothing of notice."""
    if it.notice_months is None:
        return None
    end = add_months(given, it.notice_months)
    return min(end, it.valid_to) if it.valid_to else end


def last_day_of_notice(it: Agreement) -> date | None:
    """Give the last day on which notice still ends it by its own last day; None without both."""
    if it.valid_to is None or not it.notice_months:
        return None
    return add_months(it.valid_to, -it.notice_months)


def endless(it: Agreement, rules: VisitRules) -> bool:
    """Say whether an agreement cannot be ended and the guideline warns of it (U3)."""
    return rules.endless_warns and it.valid_to is None and it.notice_months is None


def about_to_end(
    it: Agreement, day: date, rules: VisitRules, others: Iterable[Agreement] = ()
) -> date | None:
    """Give its last day when that is near and nothing follows; None otherwise."""
    others = tuple(others)
    if status(it, day, others) not in LASTING:
        return None
    followed = any(
        other.replaces_id == it.id and other.valid_from and signed(other) for other in others
    )
    end = last_day(it, others)
    near = end is not None and end < add_months(day, rules.ending_months)
    return end if near and not followed else None
