"""The parts of papers that are built from lists of facts; a template names them."""

from __future__ import annotations

from desktop.letters.facts import (
    BoardProposalFacts,
    CommitteeFacts,
    CompletionFacts,
    ConfirmationFacts,
    DecisionFacts,
    DelegationListFacts,
    DossierFacts,
    Facts,
    FollowUpFormFacts,
    JournalFacts,
    PaymentOrderFacts,
    ReclaimFacts,
    WorkListFacts,
    YearlyReportFacts,
)
from desktop.letters.parts.board import (
    assessment,
    budget_lines,
    checked_rules,
    exchange,
    proposed_sum,
)
from desktop.letters.parts.case import attestation, gates, items, missing, order_fields
from desktop.letters.parts.decision import amounts, decided_by, limits, reasons
from desktop.letters.parts.dossier import dossier_contents, dossier_files, dossier_head
from desktop.letters.parts.follow_up import (
    activities_lines,
    answered_by,
    area_boxes,
    number_fields,
    question_lines,
)
from desktop.letters.parts.journal import (
    journal_consultations,
    journal_decisions,
    journal_deviations,
    journal_documents,
    journal_events,
    journal_head,
    journal_rules,
    journal_sums,
    journal_tracks,
)
from desktop.letters.parts.part import Part, of, signature
from desktop.letters.parts.reclaim import reclaim_amounts, reclaim_reason
from desktop.letters.parts.sheets import (
    decisions,
    list_signature,
    members,
    pots,
    proposals,
    remarks,
    rule_notes,
)
from desktop.letters.parts.visit_catalogue import VISIT_PARTS
from desktop.letters.parts.work import work_tables
from desktop.letters.parts.yearly import (
    remains,
    results,
    sources,
    summary_words,
    told,
    wanted,
    year_in_short,
    yearly_sections,
)

PARTS: dict[str, Part] = {
    "signature": of(Facts, signature),
    "amounts": of(DecisionFacts, amounts),
    "reasons": of(DecisionFacts, reasons),
    "limits": of(DecisionFacts, limits),
    "decided_by": of(DecisionFacts, decided_by),
    "reclaim_amounts": of(ReclaimFacts, reclaim_amounts),
    "reclaim_reason": of(ReclaimFacts, reclaim_reason),
    "missing": of(ConfirmationFacts, missing),
    "items": of(CompletionFacts, items),
    "order_fields": of(PaymentOrderFacts, order_fields),
    "assessment": of(BoardProposalFacts, assessment),
    "budget_lines": of(BoardProposalFacts, budget_lines),
    "checked_rules": of(BoardProposalFacts, checked_rules),
    "exchange": of(BoardProposalFacts, exchange),
    "proposed_sum": of(BoardProposalFacts, proposed_sum),
    "gates": of(PaymentOrderFacts, gates),
    "attestation": of(PaymentOrderFacts, attestation),
    "proposals": of(CommitteeFacts, proposals),
    "pots": of(CommitteeFacts, pots),
    "members": of(CommitteeFacts, members),
    "remarks": of(CommitteeFacts, remarks),
    "rule_notes": of(CommitteeFacts, rule_notes),
    "decisions": of(DelegationListFacts, decisions),
    "list_signature": of(DelegationListFacts, list_signature),
    "journal_head": of(JournalFacts, journal_head),
    "journal_sums": of(JournalFacts, journal_sums),
    "journal_tracks": of(JournalFacts, journal_tracks),
    "journal_decisions": of(JournalFacts, journal_decisions),
    "journal_consultations": of(JournalFacts, journal_consultations),
    "journal_rules": of(JournalFacts, journal_rules),
    "journal_deviations": of(JournalFacts, journal_deviations),
    "journal_events": of(JournalFacts, journal_events),
    "journal_documents": of(JournalFacts, journal_documents),
    "dossier_head": of(DossierFacts, dossier_head),
    "dossier_contents": of(DossierFacts, dossier_contents),
    "dossier_files": of(DossierFacts, dossier_files),
    **VISIT_PARTS,
    "activities_lines": of(FollowUpFormFacts, activities_lines),
    "number_fields": of(FollowUpFormFacts, number_fields),
    "area_boxes": of(FollowUpFormFacts, area_boxes),
    "question_lines": of(FollowUpFormFacts, question_lines),
    "answered_by": of(FollowUpFormFacts, answered_by),
    "work_tables": of(WorkListFacts, work_tables),
    "year_in_short": of(YearlyReportFacts, year_in_short),
    "summary_words": of(YearlyReportFacts, summary_words),
    "wanted": of(YearlyReportFacts, wanted),
    "remains": of(YearlyReportFacts, remains),
    "results": of(YearlyReportFacts, results),
    "yearly_sections": of(YearlyReportFacts, yearly_sections),
    "told": of(YearlyReportFacts, told),
    "sources": of(YearlyReportFacts, sources),
}
"""Every part by the name that templates use; each asks for one kind of facts."""
