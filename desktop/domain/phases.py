"""The closed lists of the domain: phases, outcomes, states, channels."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.text import Text, say


class Phase(StrEnum):
    """Where a case stands; exactly one at a time (DOMAIN § 5)."""

    RECEIVED = "received"
    PREPARATION = "preparation"
    COMPLETION = "completion"
    CONSULTATION = "consultation"
    READY = "ready"
    DECIDED = "decided"
    CARRIED_OUT = "carried_out"
    CLOSED = "closed"


BEFORE_DECISION = (
    Phase.RECEIVED,
    Phase.PREPARATION,
    Phase.COMPLETION,
    Phase.CONSULTATION,
    Phase.READY,
)


class Outcome(StrEnum):
    """What a decision says: bifall, delvis bifall, avslag, avvisning, avskrivning."""

    GRANTED = "granted"
    PARTLY = "partly"
    REJECTED = "rejected"
    DISMISSED = "dismissed"
    WRITTEN_OFF = "written_off"


WITH_MONEY = (Outcome.GRANTED, Outcome.PARTLY)
OUT_OF_POT = (Outcome.REJECTED, Outcome.DISMISSED, Outcome.WRITTEN_OFF)


class DecisionKind(StrEnum):
    """Why this version of the decision was made."""

    FIRST = "first"
    CORRECTION = "correction"
    CHANGE = "change"
    REVIEW = "review"
    AFTER_COURT = "after_court"


class PaymentState(StrEnum):
    """Where a payment stands; READY and later need every payment gate open."""

    PLANNED = "planned"
    READY = "ready"
    HANDED = "handed"
    PAID = "paid"
    REVERSED = "reversed"
    CANCELLED = "cancelled"


class ReportState(StrEnum):
    """Where the report on an activity stands."""

    AWAITED = "awaited"
    RECEIVED = "received"
    COMPLETION = "completion"
    APPROVED = "approved"
    DEVIATING = "deviating"
    WAIVED = "waived"
    MISSING = "missing"
    LAPSED = "lapsed"


REPORT_DONE = (
    ReportState.APPROVED,
    ReportState.DEVIATING,
    ReportState.WAIVED,
    ReportState.MISSING,
    ReportState.LAPSED,
)


class ReclaimState(StrEnum):
    """Where a reclaim stands."""

    DECIDED = "decided"
    CLAIMED = "claimed"
    PART_PAID = "part_paid"
    PAID = "paid"
    WRITTEN_OFF = "written_off"


RECLAIM_DONE = (ReclaimState.PAID, ReclaimState.WRITTEN_OFF)


class ReclaimGround(StrEnum):
    """The condition of the grant that was not met."""

    PURPOSE = "purpose"
    REPORT = "report"
    FACTS = "facts"


class Channel(StrEnum):
    """How something came in or went out."""

    POST = "post"
    LETTERBOX = "letterbox"
    EMAIL = "email"
    SERVICE = "service"
    HAND = "hand"


class WindowSide(StrEnum):
    """Where the window of an envelope is."""

    LEFT = "left"
    RIGHT = "right"


class PlaceKind(StrEnum):
    """What binds the municipality to a place."""

    TWIN_TOWN = "twin_town"
    PARTNERSHIP = "partnership"
    OTHER = "other"


class AccountKind(StrEnum):
    """The kind of account a number belongs to; a number can be valid as both."""

    BANKGIRO = "bankgiro"
    PLUSGIRO = "plusgiro"


class Answer(StrEnum):
    """What a committee member answered in a consultation round."""

    HEARD = "heard"
    SILENT = "silent"
    CONFLICTED = "conflicted"


PHASE_WORDS: dict[Phase, Text] = {
    Phase.RECEIVED: say("Ny"),
    Phase.PREPARATION: say("Bereds"),
    Phase.COMPLETION: say("Komplettering begärd"),
    Phase.CONSULTATION: say("I samråd"),
    Phase.READY: say("Klart för beslut"),
    Phase.DECIDED: say("Beslutat"),
    Phase.CARRIED_OUT: say("Verkställs"),
    Phase.CLOSED: say("Avslutat"),
}

OUTCOME_WORDS: dict[Outcome, Text] = {
    Outcome.GRANTED: say("Bifall"),
    Outcome.PARTLY: say("Delvis bifall"),
    Outcome.REJECTED: say("Avslag"),
    Outcome.DISMISSED: say("Avvisning"),
    Outcome.WRITTEN_OFF: say("Avskrivning"),
}

RECLAIM_GROUNDS: dict[ReclaimGround, Text] = {
    ReclaimGround.PURPOSE: say("Används inte till ändamålet"),
    ReclaimGround.REPORT: say("Rapporten uteblev"),
    ReclaimGround.FACTS: say("Uppgifterna i ansökan var felaktiga"),
}

CHANNEL_WORDS: dict[Channel, Text] = {
    Channel.EMAIL: say("E-post"),
    Channel.POST: say("Post"),
    Channel.LETTERBOX: say("Brevlåda"),
    Channel.SERVICE: say("E-tjänst"),
    Channel.HAND: say("Personligen"),
}

PLACE_WORDS: dict[PlaceKind, Text] = {
    PlaceKind.TWIN_TOWN: say("Vänort"),
    PlaceKind.PARTNERSHIP: say("Partnerskap"),
    PlaceKind.OTHER: say("Annan samverkansort"),
}

ACCOUNT_WORDS: dict[AccountKind, Text] = {
    AccountKind.BANKGIRO: say("Bankgiro"),
    AccountKind.PLUSGIRO: say("Plusgiro"),
}

ANSWER_WORDS: dict[Answer, Text] = {
    Answer.HEARD: say("Hörd"),
    Answer.SILENT: say("Svarade inte"),
    Answer.CONFLICTED: say("Jävig"),
}

DECISION_WORDS: dict[DecisionKind, Text] = {
    DecisionKind.FIRST: say("Beslut"),
    DecisionKind.CORRECTION: say("Rättelse"),
    DecisionKind.CHANGE: say("Ändring"),
    DecisionKind.REVIEW: say("Omprövning"),
    DecisionKind.AFTER_COURT: say("Nytt beslut efter dom"),
}
