"""Versions of the guideline as their page shows them, and what a new one would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.change import Insert
from desktop.domain.guideline import GATES, Guideline, RuleData, from_json
from desktop.domain.registers import GuidelineVersion
from desktop.domain.swedish import kr
from desktop.domain.text import Text, plain, say
from desktop.flow.run import plan

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.steps.guidelines import AdoptGuideline


@dataclass(frozen=True, kw_only=True)
class Version:
    """One adopted version, and when it is followed."""

    id: int
    """Id in the register."""
    guideline: Guideline
    """What it says."""
    until: date | None
    """The first day on which a later version is followed instead; None for the last."""
    state: str
    """"now", "lapsed" (now, but past its own last day), "later" or "past"."""
    cases: int
    """Cases that follow it."""


def version_list(desk: Desk) -> list[Version]:
    """Give the adopted versions, the latest first."""
    counted = dict(
        desk.store.rows(
            "select c.guideline_id, count(*) from grant_case c join summary s on s.id = c.id"
            " group by c.guideline_id"
        )
    )
    current, _ = desk.in_force()
    adopted = sorted(desk.versions(), key=lambda each: (each[1].valid_from, each[0]))
    found = []
    for at, (version_id, guideline) in enumerate(adopted):
        after = adopted[at + 1][1].valid_from if at + 1 < len(adopted) else None
        found.append(
            Version(
                id=version_id,
                guideline=guideline,
                until=after,
                state=_state(desk, guideline, now=version_id == current),
                cases=int(counted.get(version_id, 0)),
            )
        )
    return found[::-1]


def _state(desk: Desk, guideline: Guideline, *, now: bool) -> str:
    if now:
        return "lapsed" if guideline.lapsed(desk.today) else "now"
    return "later" if guideline.valid_from > desk.today else "past"


@dataclass(frozen=True, kw_only=True)
class RuleShown:
    """A rule as the guideline's page shows it, once even when several schemes share it."""

    rule: RuleData
    """The rule."""
    schemes: tuple[str, ...]
    """Names of the schemes it belongs to; empty for all of them, or none."""


def rules_of(guideline: Guideline) -> dict[str, list[RuleShown]]:
    """Give the rules by gate, in the order they are applied; statements under "statement"."""
    found: dict[str, list[RuleShown]] = {gate: [] for gate in (*GATES, "statement")}
    owners: dict[tuple[str, str, str], list[str]] = {}
    first: dict[tuple[str, str, str], RuleData] = {}
    for scheme in guideline.schemes:
        for rule in scheme.rules:
            key = (rule.id, rule.kind, str(sorted(rule.figures.items())))
            owners.setdefault(key, []).append(scheme.name)
            first.setdefault(key, rule)
    for key, rule in first.items():
        names = tuple(owners[key])
        everywhere = len(names) == len(guideline.schemes) and len(names) > 1
        found[rule.gate].append(RuleShown(rule=rule, schemes=() if everywhere else names))
    found["statement"] = [RuleShown(rule=rule, schemes=()) for rule in guideline.statements]
    for rules in found.values():
        rules.sort(key=lambda each: each.rule.order)
    return found


def figure_of(rule: RuleData) -> Text | None:
    """Give a rule's own figure in words, if it has one: "10 000 kr", "1 månad"."""
    figures = rule.figures
    if "cap" in figures:
        return plain(kr(int(figures["cap"])))
    if "months" in figures:
        months = int(figures["months"])
        return say("1 månad") if months == 1 else say("{count} månader", count=months)
    return None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One thing that a new version says otherwise."""

    label: Text
    """What: "Aktivitetsbidrag, högst per ort och år"."""
    old: Text
    """As it is."""
    new: Text
    """As it will be."""


def preview(desk: Desk, it: AdoptGuideline) -> list[Difference]:
    """Give what a new version would change, worked out by planning it; raises Refusal."""
    rows = [
        change.record
        for change in plan(desk, it).changes
        if isinstance(change, Insert) and isinstance(change.record, GuidelineVersion)
    ]
    new = from_json(rows[0].text)
    _, old = desk.in_force(it.valid_from)
    return [*_validity(old, new), *_caps(old, new)]


def _validity(old: Guideline, new: Guideline) -> list[Difference]:
    return [
        Difference(label=say("Gäller"), old=validity(old), new=validity(new)),
        Difference(label=say("Antagen"), old=old.cited(), new=new.cited()),
    ]


def validity(guideline: Guideline) -> Text:
    """Give first and last day: "2022-10-10 – 2026-09-30", "från 2027-01-01"."""
    first = guideline.valid_from.isoformat()
    if guideline.valid_to is None:
        return say("från {first}, tills vidare", first=first)
    return say("{first} – {last}", first=first, last=guideline.valid_to.isoformat())


def _caps(old: Guideline, new: Guideline) -> list[Difference]:
    before = {scheme.key: scheme.cap for scheme in old.schemes}
    return [
        Difference(
            label=say("{name}, högst per ort och år", name=say(scheme.name))
            if scheme.per_place
            else say("{name}, högst per år", name=say(scheme.name)),
            old=plain(kr(before[scheme.key])),
            new=plain(kr(scheme.cap)),
        )
        for scheme in new.schemes
        if scheme.key in before
    ]
