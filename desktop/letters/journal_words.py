"""The journal of a case and the contents of the whole case as words for their templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.phrases import yes

if TYPE_CHECKING:
    from desktop.letters.facts import DossierFacts, JournalFacts


def journal_values(facts: JournalFacts) -> dict[str, str]:
    """Give what the template of the journal may name."""
    return {
        "case_number": facts.number,
        "dnr": facts.dnr,
        "applicant": facts.applicant,
        "matter": facts.subject,
        "closed": yes(facts.closed),
        "tracks": yes(facts.tracks),
        "decisions": yes(facts.decisions),
        "consultations": yes(facts.consultations),
        "rules": yes(facts.rules),
        "deviations": yes(facts.deviations),
        "events": yes(facts.events),
        "documents": yes(facts.documents),
    }


def dossier_values(facts: DossierFacts) -> dict[str, str]:
    """Give what the template of the contents may name."""
    left_out = any(not each.name for each in facts.files)
    return {
        "case_number": facts.number,
        "applicant": facts.applicant,
        "matter": facts.subject,
        "pages": str(facts.last_page) if facts.last_page else "",
        "masked": facts.masked,
        "files": yes(facts.files),
        "left_out": yes(left_out),
    }
