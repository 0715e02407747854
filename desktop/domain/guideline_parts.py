"""Where in a guideline's data its rules stand, what each says, and what a new one begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.guideline import read_rule
from desktop.domain.guideline_edit import value_at
from desktop.domain.rule_kind import RuleKind, RulePart
from desktop.domain.rule_kinds import kind_of
from desktop.domain.text import Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.guideline import RuleData
    from desktop.domain.guideline_edit import Path, Tree

STATEMENT = "statement"
"""Kind of a rule that only is shown."""
_NUMBER = re.compile(r"([^\d]*)(\d+)")


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One rule of the tree."""

    path: Path
    """Where it stands."""
    part: RulePart | None
    """The vocabulary it is of; None for one that only is shown."""
    data: Mapping[str, object]
    """What stands there."""


def rule_lists(tree: Tree) -> list[tuple[Path, RulePart | None]]:
    """Give where lists of rules stand: shared, of each form of grant, visits, work, statements."""
    schemes = range(len(value_at(tree, ("scheme",), [])))
    found: list[tuple[Path, RulePart | None]] = [(("shared",), RulePart.GRANT)]
    found += [(("scheme", at, "rule"), RulePart.GRANT) for at in schemes]
    found += [(("visits", "rule"), RulePart.VISIT), (("work", "rule"), RulePart.WORK)]
    return [*found, (("statement",), None)]


def spots(tree: Tree) -> Iterator[Spot]:
    """Give every rule of the tree."""
    for path, part in rule_lists(tree):
        for at, data in enumerate(value_at(tree, path, [])):
            yield Spot(path=(*path, at), part=part, data=data)


def kind_at(part: RulePart | None, data: Mapping[str, object]) -> RuleKind | None:
    """Give the kind of a rule; None for one that only is shown or that nobody knows."""
    return None if part is None else kind_of(part, str(data.get("kind", "")))


def said(part: RulePart | None, rule: RuleData) -> Text:
    """Give what a rule says in one plain sentence; one that only is shown says its title."""
    kind = None if part is None else kind_of(part, rule.kind)
    if kind is None:
        return plain(f"{rule.title.rstrip('.')}.")
    return kind.said(rule)


def said_at(part: RulePart | None, data: Mapping[str, object]) -> Text:
    """Give the sentence of a rule as it stands in the tree, even half written."""
    whole = {"id": "", "title": "", "paragraph": "", **data}
    try:
        return said(part, read_rule(whole))
    except (KeyError, TypeError, ValueError, AttributeError):
        # A figure that is no figure yet: its problem stands beside it.
        return plain(str(whole["title"]))


def new_rule(tree: Tree, part: RulePart | None, kind: RuleKind | None, title: str = "") -> Tree:
    """Give a rule of a kind as it begins: its usual figures, a free number, no paragraph yet."""
    rule: Tree = {"id": free_number(tree), "title": title, "paragraph": ""}
    if kind is None:
        return rule
    begun = {**rule, "kind": kind.key, "gate": kind.gate, "title": str(kind.title)}
    if part is RulePart.WORK and kind.on:
        begun["on"] = kind.on[0]
    return {**begun, "order": _order(kind), **kind.begun()}


def _order(kind: RuleKind) -> int:
    """Let what makes the application complete come first, and ceilings after it."""
    return 20 if kind.lowers else 15


def free_number(tree: Tree) -> str:
    """Give the next number of a rule: "P15" after "P14", "R1" where there is none."""
    known = [_NUMBER.fullmatch(str(spot.data.get("id", ""))) for spot in spots(tree)]
    found = [(each[1], int(each[2])) for each in known if each is not None]
    if not found:
        return "R1"
    letters = max({word for word, _ in found}, key=[word for word, _ in found].count)
    return f"{letters}{max(number for word, number in found if word == letters) + 1}"
