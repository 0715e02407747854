"""The rules of a case as lines, gate by gate, and the paragraph behind each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.case_parts.saying import MARKS, brief, standing, status_word
from desktop.ui.spoken import genitive
from desktop.ui.widgets.rules import RuleGroup, RuleLine

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline, RuleData
    from desktop.domain.rule import Finding
    from desktop.flow.picture import Picture

GATES = {
    "decision": say("Före beslut"),
    "payment": say("Före utbetalning"),
    "closing": say("Före avslut"),
}


def _key(at: int, found: Finding) -> str:
    """Name one line: a guideline's rule number may stand for several rules."""
    return f"{at}:{found.rule}"


def rule_line(found: Finding, key: str, *, decided: bool) -> RuleLine:
    """Give one finding as a line."""
    status = standing(found, decided=decided)
    past = decided and found.gate == "decision"
    return RuleLine(
        rule=key,
        mark=MARKS[status],
        word=status_word(status, decided=past),
        name=shown(found.title),
        value=shown(found.value),
        limit=shown(found.limit),
        paragraph=found.rule,
        source=found.short,
    )


def rule_groups(seen: Picture) -> list[RuleGroup]:
    """Give the lines of each gate that has any."""
    decided = seen.decision is not None
    groups = []
    for gate, title in GATES.items():
        lines = [
            rule_line(found, _key(at, found), decided=decided)
            for at, found in enumerate(seen.findings)
            if found.gate == gate
        ]
        note = ""
        if gate == "decision" and seen.decision is not None:
            note = tr("avgjort {day}", day=brief(seen.decision.decided_on, seen.today))
        if lines:
            groups.append(RuleGroup(title=shown(title), note=note, lines=lines))
    return groups


def beside_rules(guideline: Guideline) -> str:
    """Give whose guideline it is: `Piteås riktlinje 2022-10-10 § 164`."""
    return tr(
        "{whose} riktlinje {day} {paragraph}",
        whose=genitive(guideline.name),
        day=str(guideline.adopted_on or ""),
        paragraph=guideline.paragraph,
    ).strip()


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """What the guideline says behind one rule."""

    key: str
    """The line it was opened from."""
    title: str
    """"P5 Högsta belopp per ort och år"."""
    where: str
    """"Bidrag till föreningar, tredje stycket"."""
    text: str
    """The words of the guideline."""
    source: str
    """Title, body, day and paragraph of the guideline."""


def paragraph(guideline: Guideline, rule: RuleData, key: str = "") -> Paragraph:
    """Give the paragraph of a rule."""
    return Paragraph(
        key=key or rule.id,
        title=f"{rule.id} {tr(rule.title)}",
        where=rule.paragraph,
        text=rule.text,
        source=f"{guideline.title}, {guideline.body.lower()} "
        f"{guideline.adopted_on or ''} {guideline.paragraph}".strip(),
    )


def paragraph_of(seen: Picture, key: str) -> Paragraph | None:
    """Give the paragraph behind a line; None for a rule the guideline no longer names."""
    at = int(key.split(":", maxsplit=1)[0])
    found = seen.findings[at]
    rules = [rule for rule in seen.scheme.rules if rule.id == found.rule]
    named = [rule for rule in rules if rule.title == str(found.title)]
    for rule in named or rules:
        return paragraph(seen.guideline, rule, key)
    return None
