"""What the acts of the follow-up share: finding the round and the one who is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.follow_up import FollowUpAsked, FollowUpRound
from desktop.domain.problems import refuse
from desktop.flow.follow_up_view import AskedPicture, FollowUpPicture, asked_picture, follow_up

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

FIRST, LAST = 2000, 2199
"""Years that can be followed up."""


def seen_round(desk: Desk, round_id: int) -> FollowUpPicture:
    """Give the follow-up that a round belongs to, or refuse."""
    found = desk.store.first(FollowUpRound, "id = ?", round_id)
    if found is None:
        raise refuse("round_id", "Uppföljning – finns inte i registret – välj i listan.")
    return follow_up(desk, found.year)


def seen_asked(desk: Desk, asked_id: int) -> AskedPicture:
    """Give one who is asked, or refuse."""
    if desk.store.first(FollowUpAsked, "id = ?", asked_id) is None:
        raise refuse("asked_id", "Verksamhet – är inte med i uppföljningen – välj i listan.")
    return asked_picture(desk, asked_id)


def begun(seen: FollowUpPicture) -> bool:
    """Say whether the round has begun."""
    return seen.round is not None


def round_of(seen: FollowUpPicture) -> FollowUpRound:
    """Give the round of a follow-up that has begun."""
    assert seen.round is not None  # noqa: S101 - the caller has looked
    return seen.round


def only_round(_desk: Desk, seen: FollowUpPicture) -> dict[str, Any]:
    """Propose just the round, once it has begun."""
    return {"round_id": round_of(seen).id} if begun(seen) else {}


def only_asked(_desk: Desk, seen: AskedPicture) -> dict[str, Any]:
    """Propose just the one who is asked."""
    return {"asked_id": seen.id}


def told(work: Work, round_id: int, asked_id: int = 0) -> None:
    """Note what the act is about."""
    work.about("follow_up", round_id)
    if asked_id:
        work.about("asked", asked_id)
