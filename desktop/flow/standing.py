"""What is missing in an application, and what is left to do before a case can be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.problems import Problem, problem
from desktop.domain.rule import Status
from desktop.domain.rules.complete import PARTS, missing_parts
from desktop.domain.swedish import capital
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData
    from desktop.flow.picture import Picture

_WANTED = {
    "funding": "Aktivitetens kostnader och annan finansiering",
    "report": "Aktivitetens första och sista dag",
    "goals": "Hur aktiviteten bidrar till kommunens mål med internationellt arbete",
}
"""Items of a request for completion, by the kind of rule that misses them; words of a letter."""


_COUNTED = {
    "base_amount": "Antal deltagare, och aktivitetens första och sista dag",
    "cost_share": "Aktivitetens kostnader",
    "late_deduction": "Aktivitetens första dag",
    "per_person_day": "Antal deltagare, och hur många dagar de deltar",
    "per_pupil": "Antal elever",
    "window": "Aktivitetens första dag",
}
"""Items by the kind of rule that cannot count without them; it can stop for other reasons too."""


def missing(seen: Picture) -> list[str]:
    """Give what the rules miss in the application, as items of a request."""
    stopped = {
        (each.rule, str(each.title)) for each in seen.draft.findings if each.status is Status.STOPS
    }
    found = []
    for rule in seen.scheme.rules:
        if rule.kind == "complete":
            found += [capital(PARTS[part]) for part in missing_parts(rule, seen.facts)]
        elif rule.kind in _WANTED and (rule.id, rule.title) in stopped:
            found.append(_WANTED[rule.kind])
        elif rule.kind in _COUNTED:
            found += _uncounted(seen, rule)
    return list(dict.fromkeys(found))


def _uncounted(seen: Picture, rule: RuleData) -> list[str]:
    """Give what a rule cannot count without, when that is why it stops."""
    for each in seen.draft.findings:
        if (each.rule, str(each.title)) == (rule.id, rule.title) and each.value == say("saknas"):
            return [_COUNTED[rule.kind]] if each.status is Status.STOPS else []
    return []


def open_tracks(seen: Picture) -> list[Problem]:
    """Give what is left to do before the case can be closed."""
    found = []
    if seen.dispatch is None:
        found.append(problem("case_id", "Brev – beslutet är inte skickat – skicka det först."))
    if not seen.reported:
        found.append(
            problem(
                "case_id",
                "Anmälan – beslutet är inte anmält – skriv delegationslistan och ange paragraf.",
            )
            if seen.listing is None or not seen.listing.paragraph
            else problem(
                "case_id",
                "Anmälan – återkravet är inte anmält – skriv delegationslistan och ange paragraf.",
            )
        )
    if seen.payment is not None:
        found.append(
            problem("case_id", "Utbetalning – är inte klar – betala, eller låt mottagaren avstå.")
        )
    if not seen.report_done and seen.with_money:
        found.append(
            problem("case_id", "Rapport – är inte bedömd – ta emot och granska den först.")
        )
    if seen.reclaim_open:
        found.append(problem("case_id", "Återkrav – pågår – ta emot pengarna eller skriv av det."))
    if seen.annulled:
        found.append(
            problem("case_id", "Beslut – är upphävt av domstolen – fatta ett nytt beslut först.")
        )
    if seen.open_appeal is not None:
        found.append(problem("case_id", "Överklagande – är inte avgjort – vänta in domstolen."))
    return found
