"""Every kind of rule that a guideline can be made of, described for whoever writes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.ceiling_kinds import CEILING_KINDS
from desktop.domain.grant_kinds import GRANT_KINDS
from desktop.domain.late_kinds import LATE_KINDS
from desktop.domain.pot_kinds import POT_KINDS
from desktop.domain.rule_kind import RuleKind, RulePart
from desktop.domain.text import Text, say
from desktop.domain.visit_kinds import VISIT_KINDS
from desktop.domain.work_kinds import WORK_KINDS

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

KINDS: dict[RulePart, dict[str, RuleKind]] = {
    part: {each.key: each for each in kinds}
    for part, kinds in (
        (RulePart.GRANT, (*GRANT_KINDS, *CEILING_KINDS, *POT_KINDS, *LATE_KINDS)),
        (RulePart.VISIT, VISIT_KINDS),
        (RulePart.WORK, WORK_KINDS),
    )
}
"""By the part of the guideline, then by the kind's key."""


def kind_of(part: RulePart, key: str) -> RuleKind | None:
    """Give a kind; None for a statement, and for a kind this version of the program lacks."""
    return KINDS[part].get(key)


def brief(part: RulePart, rule: RuleData) -> Text:
    """Give what a rule says without its full stop, to stand in a list or a line of others."""
    found = sentence_of(part, rule)
    return replace(found, template=found.template.removesuffix("."))


def sentence_of(part: RulePart, rule: RuleData) -> Text:
    """Give what a rule says in one plain sentence; a statement says its own title."""
    kind = kind_of(part, rule.kind)
    if kind is None:
        return say("{title}.", title=say(rule.title.rstrip(".")))
    return kind.said(rule)
