"""Who a school exchange fund is for, and where the school is paid (S2, S5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.applicants import FORM_WORDS, KIND_WORDS, SCHOOLS, ApplicantKind
from desktop.domain.rule import CaseFacts, Draft, Status, finding
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData
    from desktop.domain.registers import Association


def school(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Stop an applicant that is no school of the right form in the municipality."""
    applicant = facts.association
    forms = tuple(rule.figures["forms"])
    value = KIND_WORDS[applicant.kind]
    if applicant.kind not in facts.scheme.applicants:
        line = finding(rule, Status.STOPS, value, say("fonden är för skolor"))
    elif applicant.outside:
        line = finding(rule, Status.STOPS, value, say("ligger inte i kommunen"))
    elif applicant.school_form not in forms:
        line = finding(rule, Status.STOPS, _form(applicant), say("fonden är inte för skolformen"))
    else:
        line = finding(rule, Status.MET, value, _form(applicant))
    return draft.found(line)


def _form(applicant: Association) -> Text:
    if applicant.school_form is None:
        return say("skolform saknas")
    return FORM_WORDS[applicant.school_form]


def payee(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find whether it is known where the school is paid, and to which principal."""
    missing = unpaid(facts.association)
    if missing:
        return draft.found(finding(rule, Status.STOPS, say("saknas"), missing[0]))
    to = facts.association.account_string or facts.association.account
    return draft.found(finding(rule, Status.MET, plain(to), plain(facts.association.principal)))


def unpaid(applicant: Association) -> list[Text]:
    """Give what is missing for a payment to a school; empty for an association (S5)."""
    if applicant.kind not in SCHOOLS:
        return []
    found = []
    if applicant.kind is ApplicantKind.MUNICIPAL_SCHOOL and not applicant.account_string:
        found.append(say("kontosträng"))
    if applicant.kind is ApplicantKind.INDEPENDENT_SCHOOL and not applicant.account:
        found.append(say("bankgiro eller plusgiro"))
    if not applicant.principal:
        found.append(say("ansvarig rektor"))
    return found
