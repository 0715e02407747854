"""What the parts of a guideline need of each other: a report needs an activity, a pot its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.applicants import SCHOOLS
from desktop.domain.guideline_edit import keys_of, value_at, written
from desktop.domain.problems import Problem, problem
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.guideline_edit import Path, Tree

PLACE_POTS = ("cap", "sharing")
"""Kinds of rule that make a pot for each place."""
POTS = (*PLACE_POTS, "yearly_frame")
"""Kinds of rule that make the pot of a form of grant."""


def needs(tree: Tree) -> Iterator[Problem]:
    """Give what parts lack of each other."""
    yield from _goals(tree)
    yield from _committee(tree)
    for at, scheme in enumerate(value_at(tree, ("scheme",), [])):
        yield from _scheme(tree, ("scheme", at), scheme)
    names = [fold(str(each.get("name", ""))) for each in value_at(tree, ("scheme",), [])]
    for at, name in enumerate(names):
        if name and name in names[:at]:
            yield problem(
                written(("scheme", at, "name")),
                "Namn – ett annat bidrag heter så – skriv ett annat namn.",
            )
    yield from _visits(tree)


def _kinds(tree: Tree, *lists: Path) -> dict[str, Path]:
    """Give the first rule of each kind in some lists of rules."""
    found: dict[str, Path] = {}
    for path in lists:
        for at, rule in enumerate(value_at(tree, path, [])):
            found.setdefault(str(rule.get("kind", "")), (*path, at))
    return found


def _schemes_rules(tree: Tree) -> list[Path]:
    schemes = range(len(value_at(tree, ("scheme",), [])))
    return [("shared",), *(("scheme", at, "rule") for at in schemes)]


def _goals(tree: Tree) -> Iterator[Problem]:
    goals = keys_of(value_at(tree, ("goal",), []))
    least = value_at(tree, ("guideline", "minimum_goals"), 1)
    asked = _kinds(tree, *_schemes_rules(tree)).get("goals") or _kinds(
        tree, ("visits", "rule")
    ).get("areas")
    if isinstance(least, int) and least > len(goals) and (asked or goals):
        yield problem(
            "guideline.minimum_goals",
            "Minst så många – {least} är fler än målen, som är {count} – sänk eller lägg till.",
            least=least,
            count=len(goals),
        )
    elif asked and not goals:
        yield problem(
            written(asked),
            "Mål – saknas, och regeln frågar efter dem – skriv ett mål eller ta bort regeln.",
        )


def _committee(tree: Tree) -> Iterator[Problem]:
    heard = _kinds(tree, *_schemes_rules(tree)).get("consultation")
    if heard and value_at(tree, ("scheme",)) and not value_at(tree, ("guideline", "committee")):
        yield problem(
            "guideline.committee",
            "Kommitté – saknas, och en regel säger att den hörs – skriv den eller ta bort regeln.",
        )


def _scheme(tree: Tree, path: Path, scheme: Tree) -> Iterator[Problem]:
    own = (*path, "rule")
    kinds = _kinds(tree, own, ("shared",))
    applicants = scheme.get("applicants", ["association"])
    schools = [each for each in applicants if each in SCHOOLS]
    if not applicants:
        yield problem(written((*path, "applicants")), "Vem kan söka – ingen är vald – välj.")
    elif schools and len(schools) < len(applicants):
        yield problem(
            written((*path, "applicants")),
            "Vem kan söka – föreningar och skolor ansöker på olika sätt – gör ett bidrag för var.",
        )
    yield from _pots(tree, path, scheme)
    if "report" in kinds and not scheme.get("activity"):
        yield problem(
            written(kinds["report"]),
            "Rapport – räknas från aktivitetens sista dag – kryssa för att bidraget har en.",
        )
    if "allowed_costs" in kinds and not scheme.get("type"):
        yield problem(
            written(kinds["allowed_costs"]),
            "Kostnader – inga är uppräknade – lägg till vad ansökan kan gälla.",
        )
    for kind in ("school", "payee", "per_pupil", "complete"):
        if kind in kinds and not schools:
            yield problem(
                written(kinds[kind]),
                "Regeln – gäller bara skolor – låt skolor söka eller ta bort regeln.",
            )


def _pots(tree: Tree, path: Path, scheme: Tree) -> Iterator[Problem]:
    rules = [
        (place, str(rule.get("kind", "")))
        for place in ((*path, "rule"), ("shared",))
        for rule in value_at(tree, place, [])
        if rule.get("kind") in POTS
    ]
    every = scheme.get("per_place", True)
    if len(rules) > 1:
        yield problem(
            written(path),
            "Potten – finns i {count} regler – behåll en av dem.",
            count=len(rules),
        )
    elif rules and rules[0][1] in PLACE_POTS and not every:
        yield problem(
            written((*path, "per_place")),
            "En egen pott för varje ort – kryssa, eller byt regel till en pott för hela kommunen.",
        )
    elif rules and rules[0][1] not in PLACE_POTS and every:
        yield problem(
            written((*path, "per_place")),
            "En egen pott för varje ort – ta bort krysset: regeln är för hela kommunen.",
        )


def _visits(tree: Tree) -> Iterator[Problem]:
    quota = _kinds(tree, ("visits", "rule")).get("quota")
    if quota and value_at(tree, ("visits", "quota_per_period")) is None:
        yield problem(
            "visits.quota_per_period",
            "Resor per ort och mandatperiod – saknas, och en regel räknar dem – skriv antalet.",
        )
