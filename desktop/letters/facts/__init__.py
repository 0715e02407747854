"""The facts that papers are made of: one record for each kind of paper."""

from desktop.letters.facts.case import (
    CompletionFacts,
    ConfirmationFacts,
    PaymentOrderFacts,
    ReminderFacts,
)
from desktop.letters.facts.decision import Consultation, DecisionFacts, Limit, PaymentPlan
from desktop.letters.facts.letter import Facts, LetterFacts, Matter, Recipient
from desktop.letters.facts.sheets import (
    CommitteeFacts,
    DelegationListFacts,
    ListedRow,
    PotRow,
    ProposalRow,
)

__all__ = [
    "CommitteeFacts",
    "CompletionFacts",
    "ConfirmationFacts",
    "Consultation",
    "DecisionFacts",
    "DelegationListFacts",
    "Facts",
    "LetterFacts",
    "Limit",
    "ListedRow",
    "Matter",
    "PaymentOrderFacts",
    "PaymentPlan",
    "PotRow",
    "ProposalRow",
    "Recipient",
    "ReminderFacts",
]
