"""Registered names that a typed one is like: established contacts before new ones (S8)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from desktop.domain.sweden import plainest
from desktop.domain.swedish import fold
from desktop.domain.text import Text, plain, say
from desktop.domain.work_guideline import work_rules
from desktop.flow.established import KINDS, Known, established
from desktop.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.guideline import RuleData
    from desktop.flow.desk import Desk

LEAST = 3
"""Letters from which something is looked for."""
MOST = 3
"""As many are shown."""
ALIKE = 80.0
"""The least score, of 100, that counts as like."""
LONG = 5
"""A word in common longer than this makes two names alike."""
CHOOSING = frozenset({"register_school_application"})
"""Acts in which the name of something registered may be typed to choose it."""
COMMON = frozenset(
    """foreningen forening vanortsforeningen vanortsforening vanforeningen vanforening sallskapet
    sallskap klubben klubb kommun kommunen stad staden skola skolan gymnasiet gymnasieskola
    grundskola natverket natverk network projektet projekt project i och av for the of de
    la""".split()  # noqa: SIM905 - a list of words reads better as words
)
"""Words that many names have and that make nothing alike, as sweden.plainest gives them."""


@dataclass(frozen=True, kw_only=True)
class Like:
    """Something registered whose name is like what is typed."""

    known: Known
    """What it is."""
    score: float
    """How like, 80 to 100."""
    other_name: str = ""
    """The name it is also known by, when that is what is like: "Brahestad"."""

    @property
    def words(self) -> Text:
        """Give its name, with the other one: "Raahe (Brahestad)"."""
        if not self.other_name:
            return plain(self.known.name)
        return plain(f"{self.known.name} ({self.other_name})")


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Give, for each folded name of a town with several, all of its names."""
    data = tomllib.loads((resources() / "other_names.toml").read_text(encoding="utf-8"))
    return {_bare(name): tuple(names) for names in data["towns"] for name in names}


def names_of(typed: str) -> tuple[str, ...]:
    """Give the other names of a town that is typed whole, itself left out."""
    own = _bare(typed)
    return tuple(name for name in other_names().get(own, ()) if _bare(name) != own)


def alike(typed: str, known: Iterable[Known], most: int = MOST) -> list[Like]:
    """Give those whose names are like what is typed, the likest first, at most `most`."""
    words = _bare(typed)
    if len(words.replace(" ", "")) < LEAST:
        return []
    found = [each for each in (_compared(words, one) for one in known) if each is not None]
    found.sort(key=lambda each: (-each.score, plainest(each.known.name), each.known.id))
    return found[:most]


def _compared(words: str, known: Known) -> Like | None:
    own = _score(words, _bare(known.name))
    best, other = own, ""
    for name in other_names().get(_bare(known.name), ()):
        score = _score(words, _bare(name))
        if score > best:
            best, other = score, name
    if best < ALIKE:
        return None
    return Like(known=known, score=best, other_name=other)


def _score(typed: str, name: str) -> float:
    """Compare two bare names: 100 for the same, 0 for nothing in common."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only when something is typed

    if not typed or not name:
        return 0.0
    whole = max(fuzz.ratio(typed, name), fuzz.token_sort_ratio(typed, name))
    begun = 90.0 if name.startswith(typed) or f" {typed}" in name else 0.0
    shared = set(typed.split()) & set(name.split())
    # One long word in common is enough: "Kören Trollsländan" and "Körsällskapet Trollsländan".
    word = 85.0 if any(len(each) > LONG for each in shared) else 0.0
    return max(whole, begun, word)


@lru_cache(maxsize=20_000)
def _bare(name: str) -> str:
    """Give a name in its plainest letters, without words that say nothing, if any are left."""
    letters = "".join(sign if sign.isalnum() else " " for sign in plainest(name))
    words = letters.split()
    own = [word for word in words if word not in COMMON]
    return " ".join(own or words)


def similar(desk: Desk, act: str, typed: str) -> list[Like]:
    """Give what is registered that a name typed in an act's form is like; [] for other acts."""
    kind = KINDS.get(act)
    if kind is None:
        return []
    known = established(desk, kind)
    if act in CHOOSING and any(fold(each.name) == fold(typed.strip()) for each in known):
        return []
    return alike(typed, known)


def rule_of(desk: Desk, act: str) -> RuleData | None:
    """Give the rule that asks for it; None where the guideline has none (S8)."""
    kind = KINDS.get(act)
    if kind is None:
        return None
    rules = work_rules(desk.in_force()[1])
    return rules.rule("similar", "place" if kind == "place" else "contact")


def noted(desk: Desk, act: str, command: object, said: Text) -> Text:
    """Add to what an act says that something like it was there, where the guideline asks (S8)."""
    rule = rule_of(desk, act) if act in KINDS else None
    if rule is None:
        return said
    found = similar(desk, act, str(getattr(command, field_of(act), "")))
    if not found:
        return said
    names = ", ".join(str(each.words) for each in found)
    return say(
        "{said} Liknande kontakter visades: {names} ({rule}).",
        said=said,
        names=names,
        rule=rule.id,
    )


def field_of(act: str) -> str:
    """Give the field of an act's form in which the name is typed."""
    return "destination" if act == "register_school_application" else "name"
