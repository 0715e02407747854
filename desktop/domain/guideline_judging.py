"""What is wrong with an edited guideline, field by field, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import BrokenGuideline
from desktop.domain.guideline import parse
from desktop.domain.guideline_edit import value_at, written
from desktop.domain.guideline_fields import (
    COSTS,
    GOAL_FIELDS,
    GOALS_FIELDS,
    HEAD_FIELDS,
    LINE_FIELDS,
    SCHEME_FIELDS,
    TYPE_FIELDS,
    VISITS_FIELDS,
    WORK_FIELDS,
    WORK_PARTS,
)
from desktop.domain.guideline_needs import needs
from desktop.domain.guideline_parts import kind_at, spots
from desktop.domain.problems import Problem, problem
from desktop.domain.rule_kind import FigureKind, RulePart, fault
from desktop.domain.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.guideline_edit import Path, Tree
    from desktop.domain.guideline_parts import Spot
    from desktop.domain.rule_kind import FigureField
    from desktop.domain.text import Text

LONGEST = 20_000
"""Characters of what a rule quotes, at the most."""


def judge(tree: Tree) -> tuple[Problem, ...]:
    """Give every problem; a guideline without any can be read and followed.

    The field of a problem is its path: "scheme.0.rule.2.cap".
    """
    found = [*_fields(tree), *_rules(tree), *needs(tree)]
    if not found:
        try:
            parse(tree)
        except BrokenGuideline as trouble:
            found.append(
                problem("", "Riktlinjen – {what} går inte att läsa – rätta.", what=str(trouble))
            )
    return tuple(found)


def _fields(tree: Tree) -> Iterator[Problem]:
    yield from _wrong(tree, ("guideline",), HEAD_FIELDS)
    yield from _wrong(tree, ("guideline",), GOALS_FIELDS)
    yield from _each(tree, ("goal",), GOAL_FIELDS)
    for at, scheme in enumerate(value_at(tree, ("scheme",), [])):
        yield from _wrong(tree, ("scheme", at), SCHEME_FIELDS)
        if scheme.get("type"):
            yield from _each(tree, ("scheme", at, "type"), TYPE_FIELDS)
    if value_at(tree, ("visits",)):
        yield from _wrong(tree, ("visits",), VISITS_FIELDS)
        yield from _lines(tree)
    if value_at(tree, ("work",)) is not None:
        yield from _wrong(tree, ("work",), WORK_FIELDS)
        for key, _, fields in WORK_PARTS:
            if value_at(tree, ("work", key)) is not None:
                yield from _wrong(tree, ("work", key), fields)


def _each(tree: Tree, path: Path, fields: Iterable[FigureField]) -> Iterator[Problem]:
    known = tuple(fields)
    for at in range(len(value_at(tree, path, []))):
        yield from _wrong(tree, (*path, at), known)


def _wrong(tree: Tree, path: Path, fields: Iterable[FigureField]) -> Iterator[Problem]:
    for field in fields:
        words = _fault(field, value_at(tree, (*path, field.key)))
        if words is not None:
            yield Problem(written((*path, field.key)), words)


def _fault(field: FigureField, value: object) -> Text | None:
    if isinstance(value, list) and field.kind is FigureKind.TEXT:
        return None
    if isinstance(value, dict) and field.kind is FigureKind.TEXT:
        return None if value else fault(field, "")
    return fault(field, value)


def _lines(tree: Tree) -> Iterator[Problem]:
    names = dict(COSTS)
    for at, line in enumerate(value_at(tree, ("visits", "line"), [])):
        for field in LINE_FIELDS:
            words = fault(field, line.get(field.key))
            if words is not None:
                named = say("{cost}: {fault}", cost=names[str(line["cost_type"])], fault=words)
                yield Problem(written(("visits", "line", at, field.key)), named)
        if line.get("ceiling_ore") and not line.get("ceiling_unit"):
            yield problem(
                written(("visits", "line", at, "ceiling_unit")),
                "{cost}: Taket räknas – saknas – välj per natt, dag, person, styck eller besök.",
                cost=names[str(line["cost_type"])],
            )


def _rules(tree: Tree) -> Iterator[Problem]:
    for spot in spots(tree):
        yield from _rule(spot)


def _rule(spot: Spot) -> Iterator[Problem]:
    for key, label in (
        ("id", say("Nummer")),
        ("title", say("Rubrik")),
        ("paragraph", say("Var det står")),
    ):
        if not str(spot.data.get(key) or "").strip():
            yield problem(
                written((*spot.path, key)), "{label} – saknas – fyll i fältet.", label=label
            )
    if len(str(spot.data.get("text") or "")) > LONGEST:
        yield problem(
            written((*spot.path, "text")), "Riktlinjens egna ord – för långt – korta texten."
        )
    kind = kind_at(spot.part, spot.data)
    if kind is not None:
        for key, words in kind.wrong(spot.data):
            yield Problem(written((*spot.path, key)), words)
    elif spot.part in (RulePart.GRANT, RulePart.VISIT):
        yield problem(
            written(spot.path),
            "Regeln {id} – är av ett slag som programmet inte kan – ta bort den.",
            id=spot.data.get("id", ""),
        )
