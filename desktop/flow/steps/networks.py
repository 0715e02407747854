"""Networks and memberships are registered and changed (U4, A3)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitments import Network
from desktop.domain.dates import add_months
from desktop.domain.text import say
from desktop.domain.work_guideline import work_rules
from desktop.flow.ask import Kind, ask
from desktop.flow.network_view import NetworkPicture, network_picture, pictured
from desktop.flow.step import Command, Step
from desktop.flow.steps.commitment_about import (
    GOALS,
    fields_of,
    known,
    known_areas,
    require_entry,
    same_or_known,
    unique,
    without_personal_numbers,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_FIELDS = {
    "active_owner": "body_id",
    "agenda": "agenda_goals",
    "areas": "areas",
    "bearer": "body_id",
    "fee": "fee",
    "purpose": "purpose",
    "review": "next_review_on",
}
"""Which field answers a rule that stops."""


@dataclass(frozen=True, kw_only=True)
class RegisterNetwork(Command):
    """Register a network or a membership."""

    name: str = ask(Kind.LINE, "Nätverk")
    purpose: str = ask(Kind.NOTE, "Syfte", default="", help="Vad kommunen ska få ut av det.")
    fee: int | None = ask(Kind.KR, "Avgift per år", default=None)
    body_id: int | None = ask(Kind.REF, "Ansvarig", ref="body", default=None)
    delegates: str = ask(Kind.NOTE, "Våra ombud", default="", help="Namn och uppdrag.")
    member_since: date | None = ask(Kind.DAY, "Medlem sedan", default=None)
    next_review_on: date | None = ask(Kind.DAY, "Omprövas", default=None)
    decision: str = ask(Kind.LINE, "Beslut om medlemskap", default="", help="Nämnd, dag och §.")
    areas: tuple[str, ...] = ask(Kind.CHOICES, "Mål", source="goals", default=())
    agenda_goals: tuple[str, ...] = ask(Kind.CHOICES, "Agenda 2030", choices=GOALS, default=())
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangeNetwork(RegisterNetwork):
    """Change what is registered of a network."""

    network_id: int = ask(Kind.REF, "Nätverk", ref="network")


_COLUMNS = tuple(each.name for each in fields(RegisterNetwork))


def seen_network(desk: Desk, network_id: int) -> NetworkPicture:
    """Give the network whole, or refuse one that is not in the register."""
    return network_picture(desk, known(desk, Network, network_id, "network_id", "Nätverk").id)


def _columns(desk: Desk, it: RegisterNetwork, seen: NetworkPicture | None) -> dict[str, Any]:
    networks = ((each.id, each.name) for each in desk.store.find(Network))
    unique(networks, it.name, seen.id if seen else 0)
    without_personal_numbers(
        {
            "purpose": ("Syfte", it.purpose),
            "delegates": ("Våra ombud", it.delegates),
            "note": ("Anteckning", it.note),
        }
    )
    same_or_known(desk, it.body_id, seen.network.body_id if seen else None)
    known_areas(desk, it.areas, seen.network.areas if seen else ())
    return {name: getattr(it, name) for name in _COLUMNS}


def _register(desk: Desk, it: RegisterNetwork, work: Work) -> None:
    made = Network(**_columns(desk, it, None))
    require_entry(pictured(desk, made).findings, fields_of(desk, "network", _FIELDS))
    made = work.add(made)
    work.about("network", made.id)
    work.said = say("{name} är registrerat.", name=made.name)


def _change(desk: Desk, it: ChangeNetwork, work: Work) -> None:
    seen = seen_network(desk, it.network_id)
    after = work.change(seen.network, **_columns(desk, it, seen))
    would = pictured(desk, after, seen.activities, seen.reviews)
    require_entry(would.findings, fields_of(desk, "network", _FIELDS), seen.findings)
    work.about("network", seen.id)
    work.said = say("{name} är ändrat.", name=it.name)


def _proposed(desk: Desk, _subject: object) -> dict[str, Any]:
    terms = work_rules(desk.in_force()[1]).networks
    if terms is None:
        return {}
    return {"next_review_on": add_months(desk.today, terms.review_months)}


def _now(_desk: Desk, seen: NetworkPicture) -> dict[str, Any]:
    values = {name: getattr(seen.network, name) for name in _COLUMNS}
    return {**values, "network_id": seen.id}


STEPS = (
    Step(
        name="register_network",
        command=RegisterNetwork,
        about="networks",
        title=say("Nytt nätverk"),
        button=say("Registrera nätverket"),
        plan=_register,
        prefill=_proposed,
    ),
    Step(
        name="change_network",
        command=ChangeNetwork,
        about="network",
        title=say("Ändra nätverket"),
        button=say("Spara ändringen"),
        plan=_change,
        prefill=_now,
    ),
)
