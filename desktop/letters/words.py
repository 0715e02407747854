"""The facts of a paper as words: what each placeholder in a template stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import ACCOUNT_WORDS, DECISION_WORDS, AccountKind, DecisionKind
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
from desktop.letters.facts import (
    CommitteeFacts,
    CompletionFacts,
    ConfirmationFacts,
    DecisionFacts,
    DelegationListFacts,
    Facts,
    LetterFacts,
    PaymentOrderFacts,
    ReminderFacts,
)
from desktop.letters.phrases import days_of, for_what, for_what_when, guideline_values, subject

if TYPE_CHECKING:
    from datetime import date


def values(facts: Facts) -> dict[str, str]:
    """Give every value that a template for these facts may name; an empty fact is ""."""
    found = _office(facts)
    if isinstance(facts, LetterFacts):
        found |= _letter(facts)
    match facts:
        case DecisionFacts():
            found |= _decision(facts)
        case ConfirmationFacts():
            found |= {"consulted": _yes(facts.consulted), "missing": list_of(facts.missing)}
        case CompletionFacts():
            found |= {"due": weekday_date(facts.due_on), "due_iso": facts.due_on.isoformat()}
        case ReminderFacts():
            found |= _reminder(facts)
        case PaymentOrderFacts():
            found |= _payment_order(facts)
        case CommitteeFacts():
            found |= _committee(facts)
        case DelegationListFacts():
            found |= _delegation_list(facts)
    return found


def _yes(fact: object) -> str:
    return "ja" if fact else ""


def _sentence(text: str) -> str:
    """End what a person wrote with a full stop, so that the next sentence can follow."""
    said = text.strip()
    return said if not said or said.endswith((".", "?", "!")) else f"{said}."


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _office(facts: Facts) -> dict[str, str]:
    office, officer = facts.office, facts.officer
    title = definite_title(officer.title)
    return {
        "town": office.municipality,
        "municipality": office.full_name,
        "department": office.department,
        "board": office.board,
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
        "no_dnr": _yes(not matter.dnr),
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
        "later": _yes(facts.version > 1 or facts.kind is not DecisionKind.FIRST),
        "replaces": facts.replaces,
        "ground": _sentence(facts.ground),
        "limits": _yes(facts.limits),
        "reasons": _yes(facts.reasons),
        "authority": facts.authority,
        "report_due": weekday_date(facts.report_due) if facts.report_due else "",
        "gate": _yes(facts.gate),
        "account": _account(payment.account_kind, payment.account) if payment else "",
        "missing": list_of(payment.missing) if payment else "",
        "consulted_on": _day(consultation.held_on) if consultation else "",
        "round": consultation.number if consultation else "",
        "remark": _sentence(consultation.remark) if consultation else "",
        "unconsulted": _sentence(facts.unconsulted),
        "conflict": _sentence(facts.conflict),
        "deviation": _sentence(facts.deviation),
        "withdrawn_on": _day(facts.withdrawn_on),
        "copies_to": _sentence(facts.copies_to or facts.office.copies_to),
        "board_meeting": _day(facts.board_meeting),
    }


def _account(kind: AccountKind | None, number: str) -> str:
    if not number:
        return ""
    word = str(ACCOUNT_WORDS[kind]).lower() if kind else "konto"
    return f"{word}\u00a0{number}"


def _reminder(facts: ReminderFacts) -> dict[str, str]:
    days = facts.days_late
    return {
        "number": facts.number,
        "decided_on": long_date(facts.decided_on),
        "granted": kronor(facts.granted),
        "ended_on": _day(facts.ended_on),
        "due": weekday_date(facts.due_on),
        "late": f"{count_word(days)} {'dag' if days == 1 else 'dagar'}" if days else "",
        "again": _yes(facts.nth > 1),
        "nth": count_word(facts.nth),
        "answer_by": weekday_date(facts.answer_by) if facts.answer_by else "",
    }


def _payment_order(facts: PaymentOrderFacts) -> dict[str, str]:
    return {
        "number": facts.number,
        "decided_on": long_date(facts.decided_on),
        "granted": kronor(facts.granted),
        "amount": kronor(facts.amount),
        "amount_kr": kr(facts.amount),
        "account": _account(facts.account_kind, facts.account),
        "account_source": facts.account_source,
        "coding": facts.coding or facts.office.coding,
        "gates": _yes(facts.gates),
        "attestor": facts.attestor,
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
        "deviations": _yes(any(row.deviation for row in facts.rows)),
        "pots": _yes(facts.pots),
        "members": _yes(facts.members),
        **guideline_values(facts.guideline, lapsed=facts.lapsed),
    }


def _delegation_list(facts: DelegationListFacts) -> dict[str, str]:
    count = len(facts.rows)
    return {
        "number": facts.number,
        "period": period(facts.first_on, facts.last_on),
        "meeting": facts.meeting_on.isoformat() if facts.meeting_on else "",
        "paragraph": facts.paragraph,
        "rows": _yes(facts.rows),
        "decisions": f"{capital(count_word(count))} beslut",
        "sum": kr(sum(row.granted for row in facts.rows)),
    }
