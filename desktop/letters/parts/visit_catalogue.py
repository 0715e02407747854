"""The parts of the papers of visits, agreements and budget, by the name that templates use."""

from __future__ import annotations

from desktop.letters.facts import (
    AgreementFacts,
    BudgetOverviewFacts,
    InvitationFacts,
    SettlementFacts,
    TripListFacts,
    VisitSheetFacts,
)
from desktop.letters.parts import agreement, budget, settlement, trips, visits
from desktop.letters.parts.part import Part, of

VISIT_PARTS: dict[str, Part] = {
    "english_title": of(AgreementFacts, agreement.english_title),
    "cost_table": of(AgreementFacts, agreement.cost_table),
    "agreement_signatures": of(AgreementFacts, agreement.agreement_signatures),
    "invitation_facts": of(InvitationFacts, visits.invitation_facts),
    "invited_costs": of(InvitationFacts, agreement.invited_costs),
    "invited_programme": of(InvitationFacts, visits.invited_programme),
    "invitation_signature": of(InvitationFacts, visits.invitation_signature),
    "sheet_why": of(VisitSheetFacts, visits.sheet_why),
    "sheet_people": of(VisitSheetFacts, visits.sheet_people),
    "sheet_programme": of(VisitSheetFacts, visits.sheet_programme),
    "sheet_costs": of(VisitSheetFacts, visits.sheet_costs),
    "sheet_settled": of(VisitSheetFacts, visits.sheet_settled),
    "sheet_rules": of(VisitSheetFacts, visits.sheet_rules),
    "settled_costs": of(SettlementFacts, settlement.settled_costs),
    "settled_sums": of(SettlementFacts, settlement.settled_sums),
    "settled_debts": of(SettlementFacts, settlement.settled_debts),
    "settled_deviations": of(SettlementFacts, settlement.settled_deviations),
    "settlement_signatures": of(SettlementFacts, settlement.settlement_signatures),
    "trip_places": of(TripListFacts, trips.trip_places),
    "trips": of(TripListFacts, trips.trips),
    "calculation": of(BudgetOverviewFacts, budget.calculation),
    "year_chart": of(BudgetOverviewFacts, budget.year_chart),
    "year_table": of(BudgetOverviewFacts, budget.year_table),
    "grant_table": of(BudgetOverviewFacts, budget.grant_table),
    "own_table": of(BudgetOverviewFacts, budget.own_table),
    "set_aside": of(BudgetOverviewFacts, budget.set_aside),
}
"""Merged into PARTS."""
