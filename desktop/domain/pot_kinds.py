"""The kinds of rule that share out a year's money: to one applicant, one place, all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule_fields import count, kr_field, money, number, percent_field, yes_field
from desktop.domain.rule_kind import RuleKind, RulePart
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def _cap(rule: RuleData) -> Text:
    if rule.figures.get("share_equally"):
        return say(
            "Högst {cap} per ort och år, delat lika mellan dem som inte fått beslut än.",
            cap=money(rule, "cap"),
        )
    return say(
        "Högst {cap} per ort och år för alla sökande tillsammans, i den ordning de kom in.",
        cap=money(rule, "cap"),
    )


def _sharing(rule: RuleData) -> Text:
    return say(
        "Högst {cap} per ort och år; flera föreningar för samma ort delar lika.",
        cap=money(rule, "cap"),
    )


def _yearly_frame(rule: RuleData) -> Text:
    return say(
        "Högst {cap} om året för hela kommunen, i den ordning ansökningarna kom in.",
        cap=money(rule, "cap"),
    )


def _yearly_share(rule: RuleData) -> Text:
    if number(rule, "cap_per_applicant") is not None and number(rule, "percent") is not None:
        return say(
            "En sökande får högst {cap} om året, och högst {percent} procent av potten.",
            cap=money(rule, "cap_per_applicant"),
            percent=count(rule, "percent"),
        )
    if number(rule, "percent") is not None:
        return say(
            "En sökande får högst {percent} procent av potten om året.",
            percent=count(rule, "percent"),
        )
    return say("En sökande får högst {cap} om året.", cap=money(rule, "cap_per_applicant"))


POT_KINDS = (
    RuleKind(
        key="yearly_share",
        part=RulePart.GRANT,
        title=say("Högst per sökande och år"),
        sentence=_yearly_share,
        figures=(
            kr_field("cap_per_applicant", say("Högst per sökande och år"), optional=True),
            percent_field("percent", say("Högst så stor del av potten"), optional=True),
        ),
        gate="decision",
        lowers=True,
        either=("cap_per_applicant", "percent"),
    ),
    RuleKind(
        key="cap",
        part=RulePart.GRANT,
        title=say("Pott per ort och år"),
        sentence=_cap,
        figures=(
            kr_field("cap", say("Högst per ort och år")),
            yes_field("share_equally", say("Delas lika"), default=False),
        ),
        gate="decision",
        lowers=True,
    ),
    RuleKind(
        key="sharing",
        part=RulePart.GRANT,
        title=say("Pott per ort och år, delas lika"),
        sentence=_sharing,
        figures=(kr_field("cap", say("Högst per ort och år")),),
        gate="decision",
        lowers=True,
    ),
    RuleKind(
        key="yearly_frame",
        part=RulePart.GRANT,
        title=say("En pott om året för hela kommunen"),
        sentence=_yearly_frame,
        figures=(kr_field("cap", say("Högst om året")),),
        gate="decision",
        lowers=True,
    ),
)
"""In the order they are best applied; only the pots have a figure named `cap`."""
