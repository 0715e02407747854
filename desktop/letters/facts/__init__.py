"""The facts that papers are made of: one record for each kind of paper."""

from desktop.letters.facts.agreement import AgreementFacts, ShareRow, Signing
from desktop.letters.facts.board import BoardProposalFacts, Checked, Cost
from desktop.letters.facts.budget import BudgetOverviewFacts
from desktop.letters.facts.case import CompletionFacts, ConfirmationFacts, PaymentOrderFacts
from desktop.letters.facts.decision import Consultation, DecisionFacts, Limit, PaymentPlan
from desktop.letters.facts.dossier import DossierFacts
from desktop.letters.facts.follow_up import FollowUpFormFacts, FollowUpReminderFacts
from desktop.letters.facts.journal import JournalFacts
from desktop.letters.facts.letter import Facts, LetterFacts, Matter, Recipient
from desktop.letters.facts.reclaim import ReclaimFacts
from desktop.letters.facts.report import ExtensionFacts, OverdueFacts, ReminderFacts, ReportFacts
from desktop.letters.facts.sheets import (
    CommitteeFacts,
    DelegationListFacts,
    ListedRow,
    PotRow,
    ProposalRow,
)
from desktop.letters.facts.trips import TripListFacts
from desktop.letters.facts.visits import InvitationFacts, SettlementFacts, VisitSheetFacts
from desktop.letters.facts.work import WorkColumn, WorkListFacts, WorkTable
from desktop.letters.facts.yearly import YearlyReportFacts, YearResult

__all__ = [
    "AgreementFacts",
    "BoardProposalFacts",
    "BudgetOverviewFacts",
    "Checked",
    "CommitteeFacts",
    "CompletionFacts",
    "ConfirmationFacts",
    "Consultation",
    "Cost",
    "DecisionFacts",
    "DelegationListFacts",
    "DossierFacts",
    "ExtensionFacts",
    "Facts",
    "FollowUpFormFacts",
    "FollowUpReminderFacts",
    "InvitationFacts",
    "JournalFacts",
    "LetterFacts",
    "Limit",
    "ListedRow",
    "Matter",
    "OverdueFacts",
    "PaymentOrderFacts",
    "PaymentPlan",
    "PotRow",
    "ProposalRow",
    "Recipient",
    "ReclaimFacts",
    "ReminderFacts",
    "ReportFacts",
    "SettlementFacts",
    "ShareRow",
    "Signing",
    "TripListFacts",
    "VisitSheetFacts",
    "WorkColumn",
    "WorkListFacts",
    "WorkTable",
    "YearResult",
    "YearlyReportFacts",
]
