"""Reasons for letters that a register gets because its guideline has rules of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop import library
from desktop.domain.registers import Reason
from desktop.letters.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain.guideline import Scheme


def reasons_for_rules(data: Mapping[str, Any]) -> Iterator[Reason]:
    """Give the reasons for the kinds of rule in a guideline's data, each once."""
    shared = data.get("shared", ())
    kinds = _with_years(
        rule.get("kind", "")
        for scheme in data["scheme"]
        for rule in (*scheme.get("rule", ()), *shared)
    )
    for each in reasons(library.rule_reasons()):
        if each.rule in kinds:
            yield Reason(
                key=each.key,
                title=each.title,
                text=each.text,
                outcomes=each.outcomes,
                schemes=each.schemes,
                rule=each.rule,
            )


def fits_rules(reason: Reason, scheme: Scheme) -> bool:
    """Say whether a reason of a kind of rule of its own fits a scheme: it has such a rule."""
    own = {each.rule for each in reasons(library.rule_reasons())}
    return reason.rule not in own or reason.rule in _with_years(each.kind for each in scheme.rules)


def _with_years(kinds: Iterable[str]) -> set[str]:
    """Give the kinds, and the ceiling for a year that a part of the base amount brings along."""
    found = set(kinds)
    return found | {"yearly_share"} if "base_amount" in found else found
