"""What is missing in an application, and what is left to do before a case can be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.problems import Problem, problem
from desktop.domain.rule import Status
from desktop.domain.rules.complete import PARTS, missing_parts
from desktop.domain.swedish import capital

if TYPE_CHECKING:
    from desktop.flow.picture import Picture

_WANTED = {
    "funding": "Aktivitetens kostnader och annan finansiering",
    "report": "Aktivitetens första och sista dag",
    "goals": "Hur aktiviteten bidrar till kommunens mål med internationellt arbete",
}
"""Items of a request for completion, by the kind of rule that misses them; words of a letter."""


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
    return found


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
