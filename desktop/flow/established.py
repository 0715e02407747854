"""What is registered under a name that a new one is compared with (S8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.commitments import Body, ContactPerson, Network, Project
from desktop.domain.phases import PLACE_WORDS
from desktop.domain.registers import Association, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.flow.desk import Desk

KINDS = {
    "add_place": "place",
    "add_association": "association",
    "add_school": "association",
    "register_school_application": "place",
    "register_body": "body",
    "register_contact_person": "contact",
    "register_network": "network",
    "register_project": "project",
}
"""Acts in whose form a new name is typed, and what it is compared with."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """A name in the register."""

    kind: str
    """What its page is about: "place", "association", "network" …; of a person, the body."""
    id: int
    """The row of that."""
    name: str
    """The name."""
    detail: str = ""
    """What tells it from others: country, place, role."""


def established(desk: Desk, kind: str) -> tuple[Known, ...]:
    """Give the names that a new one of a kind is compared with."""
    return desk.keep(("established", kind), lambda: tuple(_READERS[kind](desk)))


def _places(desk: Desk) -> Iterator[Known]:
    for each in desk.store.find(Place):
        if not each.destination:
            words = ", ".join(
                part for part in (str(PLACE_WORDS[each.kind]).lower(), each.country) if part
            )
            yield Known(kind="place", id=each.id, name=each.name, detail=words)


def _associations(desk: Desk) -> Iterator[Known]:
    for each in desk.store.find(Association):
        yield Known(kind="association", id=each.id, name=each.name, detail=each.contact)


def _contacts(desk: Desk) -> Iterator[Known]:
    bodies = {each.id: each.name for each in desk.store.find(Body)}
    for each in desk.store.find(ContactPerson):
        detail = ", ".join(part for part in (each.role, bodies.get(each.body_id, "")) if part)
        yield Known(kind="body", id=each.body_id, name=each.name, detail=detail)
    for one in desk.store.find(Association):
        if one.contact:
            yield Known(kind="association", id=one.id, name=one.contact, detail=one.name)


def _bodies(desk: Desk) -> Iterator[Known]:
    for each in desk.store.find(Body):
        yield Known(kind="body", id=each.id, name=each.name)


def _networks(desk: Desk) -> Iterator[Known]:
    for each in desk.store.find(Network):
        yield Known(kind="network", id=each.id, name=each.name, detail=each.purpose[:60])


def _projects(desk: Desk) -> Iterator[Known]:
    for each in desk.store.find(Project):
        yield Known(kind="project", id=each.id, name=each.name, detail=each.programme)


_READERS: dict[str, Callable[[Desk], Iterator[Known]]] = {
    "place": _places,
    "association": _associations,
    "contact": _contacts,
    "body": _bodies,
    "network": _networks,
    "project": _projects,
}
