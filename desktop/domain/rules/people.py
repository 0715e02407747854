"""How many take part in what an application is for, and for how many days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.casework import Application
    from desktop.domain.guideline import Scheme

_COUNTING = {
    "base_amount": ("participants",),
    "per_person_day": ("participants", "participant_days"),
}
"""What each kind of rule that counts people needs of the application."""


def asked_of(scheme: Scheme) -> frozenset[str]:
    """Give which counts of people a scheme's rules need of an application."""
    wanted = {name for rule in scheme.rules for name in _COUNTING.get(rule.kind, ())}
    for rule in scheme.rules:
        if rule.kind == "complete":
            wanted |= {"participants"} & set(rule.figures.get("parts", ()))
    return frozenset(wanted)


def people(application: Application) -> int | None:
    """Give how many take part: of a school its pupils and staff; None when nobody has said."""
    if application.participants is not None:
        return application.participants
    if application.pupils is None:
        return None
    return application.pupils + (application.staff or 0)


def days(application: Application) -> int | None:
    """Give for how many days each takes part: those written, or first to last day, both in."""
    if application.participant_days is not None:
        return application.participant_days
    first, last = application.starts_on, application.ends_on
    if last is None:
        return None
    return (last - (first or last)).days + 1


def persons_words(count: int) -> Text:
    """Give "1 person", "12 personer"."""
    return say("1 person") if count == 1 else say("{count} personer", count=count)


def days_words(count: int) -> Text:
    """Give "1 dag", "5 dagar"."""
    return say("1 dag") if count == 1 else say("{count} dagar", count=count)
