"""Versions of the guideline for their page: rules in plain words, and who follows them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.change import Insert
from desktop.domain.guideline import Guideline, RuleData
from desktop.domain.guideline_diff import Difference, differences
from desktop.domain.guideline_parts import said
from desktop.domain.registers import GuidelineVersion
from desktop.domain.rule_kind import RulePart
from desktop.domain.text import Text, plain, say
from desktop.flow.guideline_data import tree_of_version
from desktop.flow.run import plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from desktop.domain.guideline import Scheme
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
    """"now", "lapsed" (now, but past its own last day), "copy" (now, but another's), "later" or
    "past"."""
    cases: int
    """Cases that follow it."""
    visits: int
    """Visits that follow it."""


def version_list(desk: Desk) -> list[Version]:
    """Give the adopted versions, the latest first; one taken over from others comes last."""
    cases = _counted(
        desk,
        "select c.guideline_id, count(*) from grant_case c join summary s on s.id = c.id"
        " group by c.guideline_id",
    )
    visits = _counted(desk, "select guideline_id, count(*) from visit group by guideline_id")
    current, _ = desk.in_force()
    adopted = sorted(
        desk.versions(),
        key=lambda each: (not each[1].copied_from, each[1].valid_from, each[0]),
    )
    found = []
    for at, (version_id, guideline) in enumerate(adopted):
        after = adopted[at + 1][1].valid_from if at + 1 < len(adopted) else None
        found.append(
            Version(
                id=version_id,
                guideline=guideline,
                until=after,
                state=_state(desk, guideline, now=version_id == current),
                cases=cases.get(version_id, 0),
                visits=visits.get(version_id, 0),
            )
        )
    return found[::-1]


def _counted(desk: Desk, sql: str) -> dict[int, int]:
    return {int(key): int(count) for key, count in desk.store.rows(sql)}


def _state(desk: Desk, guideline: Guideline, *, now: bool) -> str:
    if now and guideline.copied_from:
        return "copy"
    if now:
        return "lapsed" if guideline.lapsed(desk.today) else "now"
    later = guideline.valid_from > desk.today and not guideline.copied_from
    return "later" if later else "past"


@dataclass(frozen=True, kw_only=True)
class RuleSaid:
    """A rule in plain words."""

    rule: RuleData
    """The rule."""
    sentence: Text
    """What it says, one sentence."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """The rules of one part of the guideline."""

    key: str
    """"shared", "scheme:base_grant", "visits", "work" or "statement"."""
    title: Text
    """What the part is called."""
    rules: tuple[RuleSaid, ...]
    """In the order they are applied."""


def sections(guideline: Guideline) -> tuple[Section, ...]:
    """Give every rule once: those of every grant first, then each form of grant and the rest."""
    common = _common(guideline)
    shared = {_key(rule) for rule in common}
    visits = guideline.visits.rules if guideline.visits else ()
    work = guideline.work.rules if guideline.work else ()
    told = {rule.id for rule in (*visits, *work)}
    others = [rule for rule in guideline.statements if rule.id not in told]
    found = [_section("shared", say("Alla bidrag"), RulePart.GRANT, common)]
    for scheme in guideline.schemes:
        own = [rule for rule in scheme.rules if _key(rule) not in shared]
        found.append(_section(f"scheme:{scheme.key}", say(scheme.name), RulePart.GRANT, own))
    found += [
        _section("visits", say("Besök och överenskommelser"), RulePart.VISIT, visits),
        _section("work", say("Hela arbetet"), RulePart.WORK, work),
        _section("statement", say("Övrigt"), None, others),
    ]
    return tuple(each for each in found if each.rules)


def _section(key: str, title: Text, part: RulePart | None, rules: Iterable[RuleData]) -> Section:
    lines = tuple(RuleSaid(rule=rule, sentence=said(part, rule)) for rule in rules)
    return Section(key=key, title=title, rules=lines)


def _key(rule: RuleData) -> tuple[str, str, str]:
    return rule.id, rule.kind, str(sorted(rule.figures.items()))


def _common(guideline: Guideline) -> list[RuleData]:
    """Give the rules that every form of grant has, where there are several."""
    first, *others = guideline.schemes or [None]
    if first is None or not others:
        return []
    known = [{_key(rule) for rule in scheme.rules} for scheme in _schemes(others)]
    return [rule for rule in first.rules if all(_key(rule) in each for each in known)]


def _schemes(found: Iterable[Scheme | None]) -> Iterator[Scheme]:
    return (each for each in found if each is not None)


@dataclass(frozen=True, kw_only=True)
class Follower:
    """A case or a visit that follows a version."""

    kind: str
    """"case" or "visit"."""
    id: int
    """Its id."""
    number: str
    """"2026-014"."""
    words: str
    """Who or where: "Körsällskapet Trollsländan"."""
    what: str
    """"Aktivitetsbidrag 2026", or the visit's purpose."""


def followers(desk: Desk, version_id: int, limit: int = 50) -> list[Follower]:
    """Give the cases and visits that follow a version, the latest of each first."""
    cases = desk.store.rows(
        "select c.id, s.number, s.applicant, s.scheme_name || ' ' || s.year from grant_case c"
        " join summary s on s.id = c.id where c.guideline_id = ? order by c.id desc limit ?",
        version_id,
        limit,
    )
    visits = desk.store.rows(
        "select v.id, v.number, coalesce(p.name, v.elsewhere), v.purpose from visit v"
        " left join place p on p.id = v.place_id where v.guideline_id = ?"
        " order by v.id desc limit ?",
        version_id,
        limit,
    )
    found = (("case", cases), ("visit", visits))
    return [
        Follower(kind=kind, id=int(row[0]), number=row[1], words=row[2], what=row[3])
        for kind, rows in found
        for row in rows
    ]


def preview(desk: Desk, it: AdoptGuideline) -> list[Difference]:
    """Give what a new version would change, worked out by planning it; raises Refusal."""
    rows = [
        change.record
        for change in plan(desk, it).changes
        if isinstance(change, Insert) and isinstance(change.record, GuidelineVersion)
    ]
    base_id, _ = desk.in_force(it.valid_from)
    return list(differences(tree_of_version(desk, base_id), json.loads(rows[0].text)))


def validity(guideline: Guideline) -> Text:
    """Give first and last day: "2022-10-10 – 2026-09-30", "från 2027-01-01"."""
    first = guideline.valid_from.isoformat()
    if guideline.copied_from:
        return say("från {name}, tills en egen är antagen", name=guideline.copied_from)
    if guideline.valid_to is None:
        return say("från {first}, tills vidare", first=first)
    return plain(f"{first} – {guideline.valid_to.isoformat()}")
