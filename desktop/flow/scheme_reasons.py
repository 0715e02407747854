"""Reasons for decisions that a form of grant brings with it, kept once in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import library
from desktop.domain.registers import Reason
from desktop.flow.rule_reasons import reasons_for_rules
from desktop.letters.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.guideline_edit import Tree
    from desktop.flow.desk import Desk


def new_reasons(desk: Desk, tree: Tree) -> Iterator[Reason]:
    """Give the reasons of a guideline's forms of grant that the register has not."""
    known = {each.key for each in desk.store.find(Reason)}
    for reason in (*_own(tree), *reasons_for_rules(tree)):
        if reason.key not in known:
            known.add(reason.key)
            yield reason
    bare = [each for each in tree["scheme"] if not each.get("reason")]
    for each in reasons(library.letter("reasons")) if bare else ():
        if each.key not in known:
            yield Reason(
                key=each.key,
                title=each.title,
                text=each.text,
                outcomes=each.outcomes,
                schemes=each.schemes,
                rule=each.rule,
            )


def _own(tree: Tree) -> Iterator[Reason]:
    for scheme in tree["scheme"]:
        for each in scheme.get("reason", ()):
            yield Reason(
                key=each["key"],
                title=each["title"],
                text=each["text"],
                outcomes=tuple(each.get("outcomes", ())),
                schemes=(scheme["key"],),
                rule=each.get("rule", ""),
            )
