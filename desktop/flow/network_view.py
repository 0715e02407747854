"""Networks and memberships whole: what was done in them, when they are reviewed, what rules say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.commitment_facts import NetworkFacts, network_review_due
from desktop.domain.commitment_rules import commitment_findings
from desktop.domain.commitment_words import ReviewOutcome
from desktop.domain.commitments import Body, Network, NetworkActivity, NetworkReview
from desktop.domain.swedish import fold
from desktop.domain.text import Text, say
from desktop.domain.work_guideline import work_rules
from desktop.flow.bodies import body_of, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.domain.units import Kr
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class NetworkPicture:
    """Everything about one network; read once, never changed."""

    today: date
    """The day it is seen."""
    network: Network
    """The network."""
    body: Body | None
    """The body that answers for it."""
    activities: tuple[NetworkActivity, ...]
    """What was done in it, the latest first."""
    reviews: tuple[NetworkReview, ...]
    """Its reviews, the latest first."""
    review_due: date | None
    """The day it is to be reviewed; None when nothing gives one, or it was left."""
    review_months: int
    """Months between reviews by the guideline; 0 when it names none."""
    findings: tuple[Finding, ...]
    """What the guideline's rules say."""

    @property
    def id(self) -> int:
        """Its id."""
        return self.network.id

    @property
    def last_activity(self) -> date | None:
        """The day something was last done in it."""
        return self.activities[0].held_on if self.activities else None

    @property
    def left(self) -> bool:
        """True when the municipality is no member any more."""
        return self.network.left_on is not None and self.network.left_on < self.today

    @property
    def leaving(self) -> bool:
        """True when the last review came to leaving it, and that is not done."""
        last = self.reviews[0] if self.reviews else None
        decided = last is not None and last.outcome is ReviewOutcome.LEAVE
        return decided and self.network.left_on is None

    @property
    def review_late(self) -> int:
        """Days that its review is late; 0 when it is not."""
        if self.review_due is None or self.network.left_on is not None:
            return 0
        return max(0, (self.today - self.review_due).days)

    @property
    def label(self) -> Text:
        """How it stands, in a few words."""
        if self.left:
            return say("Lämnat")
        if self.network.left_on is not None:
            return say("Lämnas {day}", day=self.network.left_on.isoformat())
        if self.leaving:
            return say("Ska lämnas")
        return say("Omprövning sen") if self.review_late else say("Medlem")

    @property
    def tone(self) -> str:
        """Give "late", "mine" (waits for the coordinator), "coming" or "done"."""
        if self.network.left_on is not None:
            return "done"
        if self.review_late:
            return "late"
        return "mine" if self.leaving else "coming"

    @property
    def next_act(self) -> str:
        """Name of the next act; empty when nothing waits."""
        if self.network.left_on is not None:
            return ""
        if self.leaving:
            return "leave_network"
        if self.review_due is not None and self.review_due <= self.today:
            return "review_network"
        return "note_network_activity"

    @property
    def next_words(self) -> Text:
        """The words of the next act in lists."""
        return _VERBS.get(self.next_act, say(""))


_VERBS: dict[str, Text] = {
    "leave_network": say("Lämna nätverket"),
    "note_network_activity": say("Notera aktivitet"),
    "review_network": say("Ompröva"),
}


def network_picture(desk: Desk, network_id: int) -> NetworkPicture:
    """Read a network whole; LookupError when there is none with that id."""
    store = desk.store
    return pictured(
        desk,
        store.get(Network, network_id),
        store.find(NetworkActivity, "network_id = ?", network_id),
        store.find(NetworkReview, "network_id = ?", network_id),
    )


def network_list(desk: Desk, text: str = "", *, left: bool = True) -> tuple[NetworkPicture, ...]:
    """Give the networks whose words hold `text`, by name, those that were left last."""
    store, wanted = desk.store, fold(text)
    activities = grouped(store.find(NetworkActivity), lambda it: it.network_id)
    reviews = grouped(store.find(NetworkReview), lambda it: it.network_id)
    found = [
        pictured(desk, each, activities.get(each.id, ()), reviews.get(each.id, ()))
        for each in store.find(Network)
    ]
    kept = [each for each in found if (left or not each.left) and wanted in _words(each)]
    return tuple(sorted(kept, key=lambda it: (it.left, fold(it.network.name), it.id)))


def network_fees(networks: Iterable[NetworkPicture]) -> Kr:
    """Give the yearly fees of those we are members of, kronor."""
    return sum(each.network.fee or 0 for each in networks if not each.left)


def _words(seen: NetworkPicture) -> str:
    it = seen.network
    body = seen.body.name if seen.body else ""
    return fold(f"{it.name} {it.purpose} {it.delegates} {it.decision} {it.note} {body}")


def pictured(
    desk: Desk,
    network: Network,
    activities: Iterable[NetworkActivity] = (),
    reviews: Iterable[NetworkReview] = (),
) -> NetworkPicture:
    """Give a network as it is, or would be, with what belongs to it."""
    guideline = desk.in_force()[1]
    terms = work_rules(guideline).networks
    months = terms.review_months if terms else 0
    held = tuple(sorted(activities, key=lambda it: (it.held_on, it.id), reverse=True))
    made = tuple(sorted(reviews, key=lambda it: (it.held_on, it.id), reverse=True))
    body = body_of(desk, network.body_id)
    facts = NetworkFacts(
        today=desk.today,
        guideline=guideline,
        network=network,
        body=body,
        activities=held,
        reviews=made,
    )
    due = None if network.left_on else network_review_due(network, made, months)
    return NetworkPicture(
        today=desk.today,
        network=network,
        body=body,
        activities=held,
        reviews=made,
        review_due=due,
        review_months=months,
        findings=commitment_findings("network", facts),
    )
