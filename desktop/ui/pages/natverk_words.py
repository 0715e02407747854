"""Networks, projects, plans, bodies and documents in words: how they stand, what rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import STATUS_WORDS
from desktop.domain.work_guideline import work_rules
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.case_parts.findings import paragraph
from desktop.ui.pages.case_parts.saying import MARKS
from desktop.ui.roles import Mark
from desktop.ui.widgets.rules import RuleGroup, RuleLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.guideline import Guideline, RuleData
    from desktop.domain.rule import Finding
    from desktop.ui.pages.case_parts.findings import Paragraph

TONES = {"late": Mark.LATE, "mine": Mark.MINE, "coming": None, "done": None}
"""The mark of each tone that a picture's label has; what only goes on has none."""

SHORT = 12
"""Letters of a value that is said again wherever it stands."""


def rule_groups(findings: Sequence[Finding], above: str = "") -> list[RuleGroup]:
    """Give every finding as one group without a heading; what stands above is not said again."""
    lines = [
        RuleLine(
            rule=f"{at}:{found.rule}",
            mark=MARKS[found.status],
            word=shown(STATUS_WORDS[found.status]),
            name=shown(found.title),
            value="",
            limit="; ".join(part for part in (_value(found, above), shown(found.limit)) if part),
            paragraph=found.rule,
            source=found.short,
        )
        for at, found in enumerate(findings)
    ]
    return [RuleGroup(title="", lines=lines)] if lines else []


def _value(found: Finding, above: str) -> str:
    value = shown(found.value)
    said = len(value) > SHORT and value.rstrip("…") in " ".join(above.split())
    return tr("se ovan") if said else value


def paragraph_of(
    guideline: Guideline, on: str, findings: Sequence[Finding], key: str
) -> Paragraph | None:
    """Give the paragraph behind a line of `rule_groups`; None for a rule that is gone."""
    found = findings[int(key.split(":", maxsplit=1)[0])]
    rules = [each for each in work_rules(guideline).rules_on(on) if each.id == found.rule]
    named = [each for each in rules if each.title == str(found.title)]
    known: list[RuleData] = named or rules
    return paragraph(guideline, known[0], key) if known else None


def area_words(guideline: Guideline, keys: Sequence[str]) -> str:
    """Give goals of the guideline by their short names; a key it no longer has as it is."""
    names = {each.key: tr(each.short) for each in guideline.goals}
    return ", ".join(names.get(key, key) for key in keys)


def areas_title(guideline: Guideline) -> str:
    """Give what the guideline calls its goals."""
    title = work_rules(guideline).areas_title
    return tr(title) if title else tr("Mål")


def agenda_words(numbers: Sequence[str]) -> str:
    """Give goals of Agenda 2030 by number; "" for none."""
    return tr("mål {numbers}", numbers=", ".join(numbers)) if numbers else ""


def day_words(day: date | None) -> str:
    """Give a day as fields do; "" for none."""
    return day.isoformat() if day else ""
