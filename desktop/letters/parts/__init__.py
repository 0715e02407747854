"""The parts of papers that are built from lists of facts; a template names them."""

from __future__ import annotations

from desktop.letters.facts import (
    CommitteeFacts,
    CompletionFacts,
    ConfirmationFacts,
    DecisionFacts,
    DelegationListFacts,
    Facts,
    PaymentOrderFacts,
)
from desktop.letters.parts.case import attestation, gates, items, missing, order_fields
from desktop.letters.parts.decision import amounts, decided_by, limits, reasons
from desktop.letters.parts.part import Part, of, signature
from desktop.letters.parts.sheets import (
    decisions,
    list_signature,
    members,
    pots,
    proposals,
    remarks,
    rule_notes,
)

PARTS: dict[str, Part] = {
    "signature": of(Facts, signature),
    "amounts": of(DecisionFacts, amounts),
    "reasons": of(DecisionFacts, reasons),
    "limits": of(DecisionFacts, limits),
    "decided_by": of(DecisionFacts, decided_by),
    "missing": of(ConfirmationFacts, missing),
    "items": of(CompletionFacts, items),
    "order_fields": of(PaymentOrderFacts, order_fields),
    "gates": of(PaymentOrderFacts, gates),
    "attestation": of(PaymentOrderFacts, attestation),
    "proposals": of(CommitteeFacts, proposals),
    "pots": of(CommitteeFacts, pots),
    "members": of(CommitteeFacts, members),
    "remarks": of(CommitteeFacts, remarks),
    "rule_notes": of(CommitteeFacts, rule_notes),
    "decisions": of(DelegationListFacts, decisions),
    "list_signature": of(DelegationListFacts, list_signature),
}
"""Every part by the name that templates use; each asks for one kind of facts."""
