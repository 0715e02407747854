"""What is done in a network: activity, review, leaving (U4, A3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import REVIEW_WORDS, ReviewOutcome
from desktop.domain.commitments import NetworkActivity, NetworkReview
from desktop.domain.dates import add_months
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.commitment_about import in_order
from desktop.flow.steps.networks import seen_network

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.network_view import NetworkPicture
    from desktop.flow.work import Work

_OUTCOMES = {str(kind): str(word) for kind, word in REVIEW_WORDS.items()}
_YEARLY = 12


@dataclass(frozen=True, kw_only=True)
class NoteNetworkActivity(Command):
    """Note something that was done in a network: a meeting, a working group, a statement."""

    network_id: int = ask(Kind.REF, "Nätverk", ref="network")
    held_on: date = ask(Kind.DAY, "Dag", past=True)
    text: str = ask(Kind.NOTE, "Vad som gjordes", limit=2000)


@dataclass(frozen=True, kw_only=True)
class ReviewNetwork(Command):
    """Review a network: go on, change something, or leave it."""

    network_id: int = ask(Kind.REF, "Nätverk", ref="network")
    held_on: date = ask(Kind.DAY, "Omprövat", past=True)
    outcome: str = ask(Kind.CHOICE, "Utfall", choices=_OUTCOMES, default="continue")
    reason: str = ask(Kind.NOTE, "Skäl", default="")
    next_review_on: date | None = ask(Kind.DAY, "Omprövas nästa gång", default=None)


@dataclass(frozen=True, kw_only=True)
class LeaveNetwork(Command):
    """Leave a network; what was done in it is kept."""

    network_id: int = ask(Kind.REF, "Nätverk", ref="network")
    left_on: date = ask(Kind.DAY, "Sista dag")
    reason: str = ask(Kind.LINE, "Skäl", default="")


def _member(desk: Desk, network_id: int) -> NetworkPicture:
    seen = seen_network(desk, network_id)
    if seen.network.left_on is not None:
        raise refuse(
            "network_id",
            "Nätverk – {name} är lämnat – ångra det först, eller registrera det på nytt.",
            name=seen.network.name,
        )
    return seen


def _note(desk: Desk, it: NoteNetworkActivity, work: Work) -> None:
    # What was done before it was left can be written down afterwards.
    seen = seen_network(desk, it.network_id)
    in_order(it.held_on, seen.network.left_on, "held_on", "Dag")
    no_personal_numbers("text", "Vad som gjordes", it.text)
    work.add(NetworkActivity(network_id=seen.id, held_on=it.held_on, text=it.text))
    work.about("network", seen.id)
    work.said = say("Aktiviteten i {name} är noterad.", name=seen.network.name)


def _review(desk: Desk, it: ReviewNetwork, work: Work) -> None:
    seen = _member(desk, it.network_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    outcome = ReviewOutcome(it.outcome)
    following = None if outcome is ReviewOutcome.LEAVE else it.next_review_on
    if following is not None and following <= it.held_on:
        raise refuse(
            "next_review_on",
            "Omprövas nästa gång – {day} är inte efter omprövningen – skriv en senare dag.",
            day=following.isoformat(),
        )
    work.add(
        NetworkReview(
            network_id=seen.id,
            held_on=it.held_on,
            outcome=outcome,
            reason=it.reason,
            next_review_on=following,
        )
    )
    work.change(seen.network, next_review_on=following)
    work.about("network", seen.id)
    work.reason = it.reason
    work.said = say(
        "{name} är omprövat: {outcome}.", name=seen.network.name, outcome=REVIEW_WORDS[outcome]
    )


def _leave(desk: Desk, it: LeaveNetwork, work: Work) -> None:
    seen = _member(desk, it.network_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    in_order(seen.network.member_since, it.left_on, "left_on", "Sista dag")
    work.change(seen.network, left_on=it.left_on)
    work.about("network", seen.id)
    work.reason = it.reason
    work.said = say("{name} lämnas {day}.", name=seen.network.name, day=it.left_on.isoformat())


def _next_review(desk: Desk, seen: NetworkPicture) -> dict[str, Any]:
    following = add_months(desk.today, seen.review_months or _YEARLY)
    return {"network_id": seen.id, "held_on": desk.today, "next_review_on": following}


def _is_member(seen: NetworkPicture) -> bool:
    return seen.network.left_on is None


STEPS = (
    Step(
        name="note_network_activity",
        command=NoteNetworkActivity,
        about="network",
        title=say("Aktivitet i nätverket"),
        button=say("Notera aktiviteten"),
        plan=_note,
        prefill=lambda desk, seen: {
            "network_id": seen.id,
            "held_on": min(desk.today, seen.network.left_on or desk.today),
        },
    ),
    Step(
        name="review_network",
        command=ReviewNetwork,
        about="network",
        title=say("Ompröva nätverket"),
        button=say("Spara omprövningen"),
        plan=_review,
        applies=_is_member,
        prefill=_next_review,
    ),
    Step(
        name="leave_network",
        command=LeaveNetwork,
        about="network",
        title=say("Lämna nätverket"),
        button=say("Lämna nätverket"),
        plan=_leave,
        applies=_is_member,
        prefill=lambda desk, seen: {
            "network_id": seen.id,
            "left_on": max(desk.today, seen.network.member_since or desk.today),
        },
        consequence=lambda _: say("Det som är noterat om nätverket finns kvar."),
    ),
)
