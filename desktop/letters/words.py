"""The facts of a paper as words: what each placeholder in a template stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.domain.phases import (
    ACCOUNT_WORDS,
    DECISION_WORDS,
    AccountKind,
    DecisionKind,
    Outcome,
)
from desktop.domain.swedish import (
    capital,
    count_word,
    definite_title,
    genitive,
    kr,
    kronor,
    list_of,
    long_date,
    period,
    weekday_date,
)
from desktop.letters.aftermath import reclaim_values, report_values
from desktop.letters.agreement_values import agreement_values
from desktop.letters.budget_values import budget_values, trip_values
from desktop.letters.facts import (
    AgreementFacts,
    BoardProposalFacts,
    BudgetOverviewFacts,
    CommitteeFacts,
    CompletionFacts,
    ConfirmationFacts,
    DecisionFacts,
    DelegationListFacts,
    DossierFacts,
    Facts,
    FollowUpFormFacts,
    FollowUpReminderFacts,
    InvitationFacts,
    JournalFacts,
    LetterFacts,
    PaymentOrderFacts,
    PaymentPlan,
    ReclaimFacts,
    ReportFacts,
    SettlementFacts,
    TripListFacts,
    VisitSheetFacts,
    WorkListFacts,
    YearlyReportFacts,
)
from desktop.letters.journal_words import dossier_values, journal_values
from desktop.letters.phrases import (
    day,
    days_of,
    for_what,
    for_what_when,
    guideline_values,
    sentence,
    subject,
    yes,
)
from desktop.letters.visit_values import invitation_values, settlement_values, sheet_values
from desktop.letters.yearly_values import form_values, reminder_values, work_values, yearly_values


def values(facts: Facts) -> dict[str, str]:
    """Give every value that a template for these facts may name; an empty fact is ""."""
    found = _office(facts)
    if isinstance(facts, LetterFacts):
        found |= _letter(facts)
    for kind, own in _OWN:
        if isinstance(facts, kind):
            found |= own(facts)
    return found


def _confirmation(facts: ConfirmationFacts) -> dict[str, str]:
    return {
        "consulted": yes(facts.consulted),
        "missing": list_of(facts.missing),
        "deciding_board": facts.board,
    }


def _completion(facts: CompletionFacts) -> dict[str, str]:
    return {"due": weekday_date(facts.due_on), "due_iso": facts.due_on.isoformat()}


def _office(facts: Facts) -> dict[str, str]:
    office, officer = facts.office, facts.officer
    title = definite_title(officer.title)
    return {
        "town": office.municipality,
        "municipality": office.full_name,
        "department": office.department,
        "board": office.board,
        "board_capital": capital(office.board),
        "board_genitive": genitive(office.board),
        "phone": office.phone,
        "email": office.email,
        "website": office.website,
        "court": office.court,
        "court_address": office.court_address,
        "coding": office.coding,
        "date": long_date(facts.made_on),
        "date_iso": facts.made_on.isoformat(),
        "officer": officer.name,
        "officer_title": officer.title,
        "officer_title_definite": title or officer.title,
        "decider_alone": capital(title) or f"{officer.name}, {officer.title}",
        "decider": capital(title) if title else f"{officer.name}, {officer.title},",
        "delegation": officer.delegation,
    }


def _letter(facts: LetterFacts) -> dict[str, str]:
    matter, recipient = facts.matter, facts.recipient
    asked = kronor(matter.asked) if matter.asked else ""
    return {
        "recipient": recipient.name,
        "recipient_genitive": genitive(recipient.name),
        "organisation_number": recipient.organisation_number,
        "called": recipient.called,
        "called_capital": capital(recipient.called),
        "called_genitive": genitive(recipient.called),
        "case_number": matter.number,
        "dnr": matter.dnr,
        "no_dnr": yes(not matter.dnr),
        "reference": f"diarienummer {matter.dnr}" if matter.dnr else f"ärende {matter.number}",
        "scheme": matter.scheme,
        "scheme_capital": capital(matter.scheme),
        "place": matter.place,
        "year": str(matter.year),
        "purpose": matter.purpose.rstrip("."),
        "for_what": for_what(matter),
        "for_what_when": for_what_when(matter),
        "activity": "aktiviteten" if days_of(matter) else "verksamheten",
        "subject": subject(matter),
        "scheme_year": f"{capital(matter.scheme)} {matter.year}",
        "period": days_of(matter),
        "asked": asked,
        "subject_inside": subject(matter)[:1].lower() + subject(matter)[1:],
        "application": f"ansökan om {f'{asked} i ' if asked else ''}{matter.scheme}",
        "application_capital": f"Ansökan om {asked or matter.scheme}",
        "committee": facts.committee,
        "committee_capital": capital(facts.committee),
        "arrived": long_date(matter.arrived_on),
        "goals": list_of(matter.goals),
        **guideline_values(facts.guideline, lapsed=facts.lapsed),
    }


def _decision(facts: DecisionFacts) -> dict[str, str]:
    payment, consultation = facts.payment, facts.consultation
    rejected = facts.matter.asked - facts.granted
    return {
        "number": facts.number,
        "granted": kronor(facts.granted) if facts.granted else "",
        "rejected": kronor(rejected) if rejected > 0 else "",
        "version": str(facts.version),
        "version_word": str(DECISION_WORDS[facts.kind]),
        "later": yes(facts.version > 1 or facts.kind is not DecisionKind.FIRST),
        "replaces": facts.replaces,
        "ground": sentence(facts.ground),
        "limits": yes(facts.limits),
        "reasons": yes(facts.reasons),
        "authority": facts.authority,
        "report_due": weekday_date(facts.report_due) if facts.report_due else "",
        "gate": yes(facts.gate),
        "account": _account(payment.account_kind, payment.account) if payment else "",
        "missing": list_of(payment.missing) if payment else "",
        "consulted_on": day(consultation.held_on) if consultation else "",
        "round": consultation.number if consultation else "",
        "remark": sentence(consultation.remark) if consultation else "",
        "unconsulted": sentence(facts.unconsulted),
        "conflict": sentence(facts.conflict),
        "deviation": sentence(facts.deviation),
        "withdrawn_on": day(facts.withdrawn_on),
        "copies_to": sentence(facts.copies_to or facts.office.copies_to),
        "board_meeting": day(facts.board_meeting),
        "account_wanted": (payment or PaymentPlan()).wanted,
        "principal": facts.principal,
        **_by_board(facts.board, facts.paragraph),
        **_outcome(facts.outcome),
    }


def _by_board(board: str, paragraph: str) -> dict[str, str]:
    return {
        "deciding_board": board,
        "deciding_board_capital": capital(board),
        "deciding_board_genitive": genitive(board),
        "board_paragraph": paragraph,
    }


def _outcome(outcome: Outcome) -> dict[str, str]:
    return {f"outcome_{each}": yes(each is outcome) for each in Outcome}


def _board_proposal(facts: BoardProposalFacts) -> dict[str, str]:
    return {
        "proposed": kronor(facts.proposal) if facts.proposal else "",
        "meeting": facts.meeting_on.isoformat() if facts.meeting_on else "",
        "assessment": yes(facts.assessment),
        **_outcome(facts.outcome),
    }


def _account(kind: AccountKind | None, number: str) -> str:
    if not number:
        return ""
    word = str(ACCOUNT_WORDS[kind]).lower() if kind else "kontosträng"
    return f"{word}\u00a0{number}"


def _payment_order(facts: PaymentOrderFacts) -> dict[str, str]:
    return {
        "number": facts.number,
        "delegation_number": yes(not facts.board),
        "decided_on": long_date(facts.decided_on),
        "granted": kronor(facts.granted),
        "amount": kronor(facts.amount),
        "amount_kr": kr(facts.amount),
        "account": _account(facts.account_kind, facts.account),
        "account_source": facts.account_source,
        "coding": facts.coding or facts.office.coding,
        "gates": yes(facts.gates),
        "attestor": facts.attestor,
        "principal": facts.principal,
        **_by_board(facts.board, facts.paragraph),
    }


def _committee(facts: CommitteeFacts) -> dict[str, str]:
    count = len(facts.rows)
    return {
        "number": facts.number,
        "committee": facts.committee,
        "meets_on": facts.meets_on.isoformat() if facts.meets_on else "",
        "sent_on": facts.made_on.isoformat(),
        "applications": f"{count_word(count)} {'ansökan' if count == 1 else 'ansökningar'}",
        "year": str(facts.year),
        "frame_before": kr(facts.frame_before) if facts.frame_before is not None else "",
        "frame_after": kr(facts.frame_after) if facts.frame_after is not None else "",
        "deviations": yes(any(row.deviation for row in facts.rows)),
        "pots": yes(facts.pots),
        "members": yes(facts.members),
        **guideline_values(facts.guideline, lapsed=facts.lapsed),
    }


def _delegation_list(facts: DelegationListFacts) -> dict[str, str]:
    count = len(facts.rows)
    reclaimed = sum(row.reclaimed for row in facts.rows)
    return {
        "number": facts.number,
        "period": period(facts.first_on, facts.last_on),
        "meeting": facts.meeting_on.isoformat() if facts.meeting_on else "",
        "paragraph": facts.paragraph,
        "rows": yes(facts.rows),
        "one": yes(count == 1),
        "several": yes(count > 1),
        "count": capital(count_word(count)),
        "sum": kr(sum(row.granted for row in facts.rows)),
        "reclaimed": kr(reclaimed) if reclaimed else "",
    }


_OWN: tuple[tuple[type[Facts], Callable[[Any], dict[str, str]]], ...] = (
    (DecisionFacts, _decision),
    (BoardProposalFacts, _board_proposal),
    (ConfirmationFacts, _confirmation),
    (CompletionFacts, _completion),
    (ReportFacts, report_values),
    (ReclaimFacts, reclaim_values),
    (PaymentOrderFacts, _payment_order),
    (CommitteeFacts, _committee),
    (DelegationListFacts, _delegation_list),
    (JournalFacts, journal_values),
    (DossierFacts, dossier_values),
    (AgreementFacts, agreement_values),
    (InvitationFacts, invitation_values),
    (VisitSheetFacts, sheet_values),
    (SettlementFacts, settlement_values),
    (TripListFacts, trip_values),
    (BudgetOverviewFacts, budget_values),
    (FollowUpFormFacts, form_values),
    (FollowUpReminderFacts, reminder_values),
    (YearlyReportFacts, yearly_values),
    (WorkListFacts, work_values),
)
"""What each kind of paper says beside the office and the matter; a new kind is a line here."""
