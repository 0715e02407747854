"""What a school has applied for, in words: the same on the case page and on the board's paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.rules.allowed_costs import named, outside
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from desktop.flow.picture import Picture


@dataclass(frozen=True, kw_only=True)
class CostShown:
    """A line of the budget."""

    name: str
    """Its own words, or those of its kind."""
    kind: str
    """The kind of cost; empty when the name says it."""
    amount: int
    """Kronor."""
    named: bool
    """True when the guideline names the kind as an example for this type of application."""


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """An application for an exchange."""

    about: str
    """The type of application."""
    days: int
    """Days away, both ends counted; 0 while they are not known."""
    pupils: int
    """How many pupils."""
    staff: int
    """How many of the staff."""
    told: tuple[tuple[Text, str], ...]
    """What is told, each with its heading, in the order of the form; what is empty is left out."""
    costs: tuple[CostShown, ...]
    """The budget."""
    other_funding: int
    """What others pay, kronor."""

    @property
    def total(self) -> int:
        """The sum of the budget, kronor."""
        return sum(each.amount for each in self.costs)


def exchange_of(seen: Picture) -> Exchange:
    """Give the latest version of a school's application as it is shown."""
    it, scheme, lines = seen.application, seen.scheme, seen.facts.lines
    kind = scheme.type_of(it.application_type)
    beside = {id(line) for line in outside(scheme, it, lines)}
    names = {each.key: each.name for each in scheme.costs}
    parts = (
        (say("Tema"), it.theme),
        (say("Mål"), it.aims),
        (say("Före resan"), it.work_before),
        (say("Under resan"), it.work_during),
        (say("Efter resan"), it.work_after),
        (say("Stöd under praktiken"), it.support),
    )
    return Exchange(
        about=kind.name if kind else "",
        days=(it.ends_on - it.starts_on).days + 1 if it.starts_on and it.ends_on else 0,
        pupils=it.pupils or 0,
        staff=it.staff or 0,
        told=tuple((heading, words) for heading, words in parts if words),
        costs=tuple(
            CostShown(
                name=named(scheme, line),
                kind=names.get(line.cost_type, "Annat") if line.detail else "",
                amount=line.amount,
                named=id(line) not in beside,
            )
            for line in lines
        ),
        other_funding=it.other_funding or 0,
    )


def people(it: Exchange) -> Text:
    """Give who takes part as numbers: "12 elever, 2 i personalen"."""
    pupils = say("1 elev") if it.pupils == 1 else say("{count} elever", count=it.pupils)
    if not it.staff:
        return pupils if it.pupils else plain("")
    if not it.pupils:
        return say("{count} i personalen", count=it.staff)
    return say("{pupils}, {count} i personalen", pupils=pupils, count=it.staff)
