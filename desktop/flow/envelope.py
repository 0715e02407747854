"""Window envelopes: what each kind shows of a folded letter, and a letter to try it with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.phases import WindowSide
from desktop.domain.proposal import has_rule
from desktop.domain.registers import GuidelineVersion, Office, Place
from desktop.flow.papers import base, draw
from desktop.flow.papers import window as window_of
from desktop.letters.facts import ConfirmationFacts, Matter, Recipient

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.steps.office import SetWindow

ASKED = 12_000


@dataclass(frozen=True, kw_only=True)
class EnvelopeWindow:
    """A usual window as it lies over the letter in it, millimetres from the paper's corner."""

    left: int
    """Its left edge."""
    top: int
    """Its upper edge."""
    width: int = 90
    """Its width."""
    height: int = 35
    """Its height."""
    address: tuple[int, int]
    """Where the address begins in it: from the left and from the top of the paper."""
    lefts: tuple[int, int]
    """The least and the greatest distance of the address from the left of the paper."""


WINDOWS: dict[WindowSide, EnvelopeWindow] = {
    WindowSide.LEFT: EnvelopeWindow(left=20, top=42, address=(25, 47), lefts=(10, 60)),
    WindowSide.RIGHT: EnvelopeWindow(left=110, top=42, address=(115, 47), lefts=(95, 150)),
}
"""V2 and H2. Envelopes differ by some millimetres: the trial page is laid in a real one."""


def moved(office: Office, wanted: SetWindow) -> Office:
    """Give the office as it would be with another window."""
    return replace(
        office,
        window_side=WindowSide(wanted.side),
        window_left=wanted.left,
        window_top=wanted.top,
        fold_mark=wanted.fold_mark,
        fold_at=wanted.fold_at,
    )


def trial_letter(desk: Desk, office: Office | None = None) -> bytes:
    """Draw a confirmation to an invented association, to see where its address lands.

    Nothing is written. Refuses as any letter does, when the office lacks what letters need.
    """
    office = office or desk.office()
    version_id, guideline = desk.in_force()
    year = desk.today.year
    # Where there are no grants the page is still laid in the same envelope.
    scheme = guideline.schemes[0].name.lower() if guideline.schemes else "bidrag"
    place = desk.store.first(Place)
    known = base(desk, desk.today, "trial") | {"office": office, "window": window_of(office)}
    facts = ConfirmationFacts(
        **known,
        recipient=Recipient(
            name="Körsällskapet Trollsländan",
            contact="Alva Diktberg",
            address=("Låtsasgatan 4", "941 00 Piteå"),
        ),
        matter=Matter(
            number=f"{year}-001",
            dnr=f"{year}:0001",
            scheme=scheme,
            place=place.name if place else "",
            year=year,
            purpose="vinterkonsert med en gästande kör",
            asked=ASKED,
            arrived_on=desk.today,
        ),
        guideline=desk.store.get(GuidelineVersion, version_id),
        lapsed=guideline.lapsed(desk.today),
        committee=guideline.committee,
        consulted=any(has_rule(each, "consultation") for each in guideline.schemes),
    )
    return draw(desk, "confirmation", facts)
