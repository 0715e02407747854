"""Where each act of a case is done: its own page, the page of rounds and lists, or the case's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.page import Route

if TYPE_CHECKING:
    from desktop.flow.picture import Picture

OWN_PAGES = {
    "decide": "besluta",
    "decide_anew": "besluta",
    "decide_together": "fordelning",
    "reclaim": "aterkrav",
}
"""Acts with a page of their own, and its key."""
MANY = ("make_sheet", "close_round", "make_list", "report_list", "announce_list")
"""Acts that are done once for many cases, on the page of rounds and lists."""


def act_route(name: str, subject: int) -> Route:
    """Give where an act is done, about a case or, for those of many, about a round or list."""
    if name in MANY:
        return Route(page="samrad", subject=subject, act=name)
    if name in OWN_PAGES:
        again = name if name == "decide_anew" else ""
        return Route(page=OWN_PAGES[name], subject=subject, act=again)
    return Route(page="arende", subject=subject, act=name)


def next_route(seen: Picture, name: str) -> Route:
    """Give where the next act of a case is done."""
    subject = seen.id
    if name == "close_round" and seen.round is not None:
        subject = seen.round.id
    listing = seen.unreported or seen.listing
    if name in ("report_list", "announce_list") and listing is not None:
        subject = listing.id
    return act_route(name, 0 if name == "make_list" else subject)
