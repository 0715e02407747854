"""The search of everything: what flow.search finds, as hits that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.budgeting import Note
from desktop.domain.commitments import ContactPerson
from desktop.flow.search import search
from desktop.ui.deadline_route import deadline_route
from desktop.ui.finder import finder_of
from desktop.ui.i18n import shown
from desktop.ui.page import Hit, Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.search import Group
    from desktop.flow.search_hits import Found
    from desktop.ui.session import Session

MOST = 24
"""The most hits in all."""
FULL = 5
FEW = 3
"""Hits of a group: of each while there are few groups, and when there are many."""
MANY = 4
"""Groups from which each shows few."""


def find(session: Session, words: str) -> Sequence[Hit]:
    """Give what is found in each register, the best group first."""
    if session.desk is None:
        return ()
    finder = finder_of(session)
    finder.begin()
    if not words.strip():
        return ()
    desk = session.need()
    groups = search(desk, words, finder.words(), finder.index(), FULL)
    most = FEW if len(groups) >= MANY else FULL
    return [hit for group in groups for hit in _hits(desk, group, most)][:MOST]


def _hits(desk: Desk, group: Group, most: int) -> list[Hit]:
    more = group.more or len(group.hits) > most
    title = shown(group.title)
    found: list[Hit] = []
    for each in group.hits[:most]:
        route = route_of(desk, each)
        if route is not None:
            found.append(
                Hit(
                    word=shown(each.title),
                    detail=each.snippet or shown(each.detail),
                    route=route,
                    group=title,
                    first=not found,
                    more=more,
                )
            )
    return found


def route_of(desk: Desk, found: Found) -> Route | None:
    """Give where something is; None for what no page shows."""
    kind, key = found.subject
    match kind:
        case "document":
            return Route(page="handling", subject=key)
        case "guideline":
            return Route(page="riktlinjer", subject=key, act=found.part)
        case "note":
            return _note_route(desk, key)
        case "contact":
            person = desk.store.first(ContactPerson, "id = ?", key)
            return deadline_route(desk, ("body", person.body_id)) if person else None
        case _:
            return deadline_route(desk, found.subject)


def _note_route(desk: Desk, key: int) -> Route | None:
    """Give what a note is about, or the list of days where it stands."""
    note = desk.store.first(Note, "id = ?", key)
    if note is None:
        return None
    kind, _, row = note.subject.partition(":")
    about = deadline_route(desk, (kind, int(row))) if row.isdigit() else None
    return about or Route(page="bevakningar")
