"""What the guideline's rules of the whole work say of places and agreements (U3, U7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_facts import AgreementFacts, PlaceFacts
from desktop.domain.commitment_rules import commitment_findings
from desktop.domain.phases import PlaceKind
from desktop.domain.quota import COUNTED
from desktop.domain.registers import Place
from desktop.domain.work_guideline import work_rules
from desktop.flow.visit_facts import all_visits

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.domain.visiting import Agreement
    from desktop.flow.desk import Desk


def place_findings(desk: Desk, place: Place) -> tuple[Finding, ...]:
    """Give what the rules say of a place as it is, or would be."""
    facts = PlaceFacts(
        today=desk.today,
        guideline=desk.in_force()[1],
        place=place,
        last_contact=_last_contact(desk, place.id),
    )
    return commitment_findings("place", facts)


def _last_contact(desk: Desk, place_id: int) -> date | None:
    days = (
        each.starts_on
        for each in all_visits(desk)
        if each.place_id == place_id and each.stage in COUNTED and each.starts_on
    )
    return max((day for day in days if day <= desk.today), default=None)


def agreement_findings(desk: Desk, agreement: Agreement) -> tuple[Finding, ...]:
    """Give what the rules of the whole work say of an agreement (U3)."""
    facts = AgreementFacts(today=desk.today, guideline=desk.in_force()[1], agreement=agreement)
    return commitment_findings("agreement", facts)


def lacks_decision(desk: Desk, place: Place) -> bool:
    """Say whether a twin town lacks the council's decision, where the council decides (U7)."""
    return (
        work_rules(desk.in_force()[1]).council_decides_twin_towns
        and place.kind is PlaceKind.TWIN_TOWN
        and not place.destination
        and (place.council_on is None or not place.council_paragraph)
    )


def towns_without_decision(desk: Desk) -> tuple[Place, ...]:
    """Give the twin towns that lack the council's decision, where the council decides (U7)."""
    return tuple(each for each in desk.store.find(Place) if lacks_decision(desk, each))
