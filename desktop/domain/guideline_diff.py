"""What a new version of a guideline says otherwise, in plain words and place by place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.guideline_edit import value_at
from desktop.domain.guideline_fields import (
    COSTS,
    GOAL_FIELDS,
    GOALS_FIELDS,
    HEAD_FIELDS,
    LINE_FIELDS,
    ON_WORDS,
    SCHEME_FIELDS,
    TYPE_FIELDS,
    VISITS_FIELDS,
    WORK_FIELDS,
    WORK_PARTS,
)
from desktop.domain.guideline_parts import said_at
from desktop.domain.guideline_words import part_words, value_words
from desktop.domain.rule_kind import RulePart
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.domain.guideline_edit import Path, Tree
    from desktop.domain.rule_kind import FigureField

NONE = say("finns inte")
GONE = say("tas bort")
_RULE_WORDS = (
    ("title", say("rubrik")),
    ("paragraph", say("var det står")),
    ("short", say("kort hänvisning")),
    ("text", say("riktlinjens egna ord")),
    ("gate", say("när den prövas")),
    ("overridable", say("går att frångå med skäl")),
    ("id", say("nummer")),
    ("on", say("vad den gäller")),
)
_GATE_WORDS: Mapping[str, Text] = {
    "decision": say("prövas före beslut"),
    "payment": say("prövas före utbetalning"),
    "closing": say("prövas före avslut"),
    "approval": say("prövas när syftet godkänns"),
    "entry": say("stoppar"),
    "note": say("noteras"),
}


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One thing that a new version says otherwise."""

    section: str
    """Key of the section it is in: "guideline", "scheme.0", "visits", "work" …"""
    label: Text
    """What: "Aktivitetsbidrag: Högst per ort och år"."""
    old: Text
    """As it is."""
    new: Text
    """As it will be."""
    path: Path = ()
    """Where it stands in the new tree; empty for what is taken away."""
    new_rule: bool = False
    """True for a rule that was not there before."""


@dataclass(frozen=True, kw_only=True)
class _Spot:
    """The same place in both trees, and what it is called."""

    was: Path
    """In the old tree."""
    now: Path
    """In the new tree."""
    section: str
    """The section it is in."""
    name: Text | None = None
    """What it belongs to, when that has a name."""

    def differ(self, label: Text, old: Text, new: Text, path: Path | None = None) -> Difference:
        """Make a difference there."""
        whole = say("{part}: {label}", part=self.name, label=label) if self.name else label
        at = self.now if path is None else path
        return Difference(section=self.section, label=whole, old=old, new=new, path=at)


_Trees: TypeAlias = "tuple[Tree, Tree]"


def _at(section: str, *path: str | int) -> _Spot:
    return _Spot(was=path, now=path, section=section)


def differences(old: Tree, new: Tree) -> tuple[Difference, ...]:
    """Give every difference in the order of the document; dates of adoption are not among them."""
    both = (old, new)
    return tuple(
        each
        for part in (
            _fields(both, _at("guideline", "guideline"), HEAD_FIELDS),
            _fields(both, _at("goal", "guideline"), GOALS_FIELDS),
            _listed(both, _at("goal", "goal"), GOAL_FIELDS, say("Mål")),
            _rules(both, _at("shared", "shared"), RulePart.GRANT),
            _schemes(both),
            _visits(both),
            _work(both),
            _rules(both, _at("statement", "statement"), None),
        )
        for each in part
    )


def _fields(both: _Trees, spot: _Spot, fields: Iterable[FigureField]) -> Iterator[Difference]:
    for field in fields:
        first = value_words(field, value_at(both[0], (*spot.was, field.key)))
        second = value_words(field, value_at(both[1], (*spot.now, field.key)))
        if first != second:
            yield spot.differ(field.label, first, second, (*spot.now, field.key))


def _keyed(items: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    return {str(each["key"]): at for at, each in enumerate(items)}


def _listed(
    both: _Trees, spot: _Spot, fields: Sequence[FigureField], word: Text
) -> Iterator[Difference]:
    """Compare goals or application types, which are known by their keys."""
    was, now = value_at(both[0], spot.was, []), value_at(both[1], spot.now, [])
    olds, news = _keyed(was), _keyed(now)
    for key, at in news.items():
        here = (*spot.now, at)
        if key in olds:
            name = plain(part_words(was[olds[key]]))
            there = (*spot.was, olds[key])
            known = _Spot(was=there, now=here, section=spot.section, name=name)
            yield from _fields(both, known, fields)
        else:
            yield spot.differ(word, NONE, plain(part_words(now[at])), here)
    for key, at in olds.items():
        if key not in news:
            yield spot.differ(word, plain(part_words(was[at])), GONE, ())


def _schemes(both: _Trees) -> Iterator[Difference]:
    was, now = value_at(both[0], ("scheme",), []), value_at(both[1], ("scheme",), [])
    olds, news = _keyed(was), _keyed(now)
    for key, at in news.items():
        # A new one stands beside a place that the old tree has not.
        spot = _Spot(
            was=("scheme", olds.get(key, len(was))),
            now=("scheme", at),
            section=f"scheme.{at}",
            name=plain(part_words(now[at])),
        )
        if key in olds:
            yield from _fields(both, spot, SCHEME_FIELDS)
            types = say("Vad ansökan kan gälla")
            yield from _listed(both, _inside(spot, "type"), TYPE_FIELDS, types)
        else:
            yield replace(spot, name=None).differ(say("Bidrag"), NONE, plain(part_words(now[at])))
        yield from _rules(both, _inside(spot, "rule"), RulePart.GRANT)
    for key, at in olds.items():
        if key not in news:
            spot = _at("scheme", "scheme", at)
            yield spot.differ(say("Bidrag"), plain(part_words(was[at])), GONE, ())


def _inside(spot: _Spot, key: str) -> _Spot:
    return replace(spot, was=(*spot.was, key), now=(*spot.now, key))


def _visits(both: _Trees) -> Iterator[Difference]:
    yield from _presence(both, _at("visits", "visits"), say("Besök"))
    if value_at(both[1], ("visits",)):
        yield from _fields(both, _at("visits", "visits"), VISITS_FIELDS)
        yield from _matrix(both)
    yield from _rules(both, _at("visits", "visits", "rule"), RulePart.VISIT)


def _presence(both: _Trees, spot: _Spot, word: Text) -> Iterator[Difference]:
    was = value_at(both[0], spot.was) is not None
    now = value_at(both[1], spot.now) is not None
    if was is not now:
        new = say("finns") if now else GONE
        yield spot.differ(word, say("finns") if was else NONE, new, ())


def _matrix(both: _Trees) -> Iterator[Difference]:
    spot = _at("matrix", "visits", "line")
    was, now = (
        {str(each["cost_type"]): each for each in value_at(tree, spot.now, [])} for tree in both
    )
    for at, (key, words) in enumerate(COSTS):
        first, second = (
            line_words(lines[key]) if key in lines else say("nämns inte") for lines in (was, now)
        )
        if first != second:
            yield spot.differ(words, first, second, (*spot.now, at))


def _work(both: _Trees) -> Iterator[Difference]:
    spot = _at("work", "work")
    yield from _presence(both, spot, say("Arbetet"))
    if value_at(both[1], spot.now) is not None:
        yield from _fields(both, spot, WORK_FIELDS)
        for key, words, fields in WORK_PARTS:
            inside = replace(_inside(spot, key), name=words)
            yield from _presence(both, _inside(spot, key), words)
            if value_at(both[0], inside.was) and value_at(both[1], inside.now):
                yield from _fields(both, inside, fields)
    yield from _rules(both, _inside(spot, "rule"), RulePart.WORK)


def _rules(both: _Trees, spot: _Spot, part: RulePart | None) -> Iterator[Difference]:
    was, now = value_at(both[0], spot.was, []), value_at(both[1], spot.now, [])
    left = _named(was)
    for key, at in _named(now).items():
        here = (*spot.now, at)
        if key not in left:
            added = spot.differ(say("Ny regel"), NONE, said_at(part, now[at]), here)
            yield replace(added, new_rule=True)
            continue
        for label, first, second in _rule(part, was[left.pop(key)], now[at]):
            yield spot.differ(label, first, second, here)
    for at in left.values():
        yield spot.differ(say("Regel"), said_at(part, was[at]), GONE, ())


def _named(rules: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str, int], int]:
    """Give the place of each rule by number, kind and which of its like it is."""
    found: dict[tuple[str, str, int], int] = {}
    for at, rule in enumerate(rules):
        key = (str(rule.get("id", "")), str(rule.get("kind", "")))
        count = sum(1 for each in found if each[:2] == key)
        found[(*key, count)] = at
    return found


def _rule(
    part: RulePart | None, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[Text, Text, Text]]:
    first, second = said_at(part, old), said_at(part, new)
    title = plain(str(new.get("title", "")))
    if first != second:
        yield title, first, second
    elif _figures(old) != _figures(new):
        yield title, first, say("ändrad")
    for key, word in _RULE_WORDS:
        was, now = old.get(key), new.get(key)
        if (was or "") != (now or "") and not (key == "title" and part is None):
            label = say("{title}, {word}", title=title, word=word)
            yield label, _said(key, was), _said(key, now)


def _said(key: str, value: object) -> Text:
    if key == "overridable":
        return say("ja") if value else say("nej")
    words = {"gate": _GATE_WORDS, "on": ON_WORDS}.get(key, {}).get(str(value))
    return words or _short(value or "")


def line_words(line: Mapping[str, Any]) -> Text:
    """Say who pays a kind of cost, and to which ceiling."""
    payer, share, ceiling, unit = LINE_FIELDS
    who = value_words(payer, line.get("payer"))
    if line.get("payer") == "shared":
        guest = value_words(share, line.get("guest_share"))
        who = say("{who}, gästen {share}", who=who, share=guest)
    if not line.get("ceiling_ore"):
        return who
    most = value_words(ceiling, line["ceiling_ore"])
    counted = value_words(unit, line.get("ceiling_unit"))
    return say("{who}, högst {most} {unit}", who=who, most=most, unit=counted)


def _figures(rule: Mapping[str, Any]) -> dict[str, Any]:
    words = {key for key, _ in _RULE_WORDS} | {"order"}
    return {key: value for key, value in rule.items() if key not in words}


def _short(value: object) -> Text:
    words = " ".join(str(value).split())
    if not words:
        return say("tomt")
    return plain(words if len(words) <= LINE else f"{words[: LINE - 1].rstrip()}…")


LINE = 120
"""Characters shown of a text that was changed."""
