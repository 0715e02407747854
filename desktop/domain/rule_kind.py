"""What a kind of rule is called, which figures it takes and what it says in one plain sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.domain.guideline import RuleData


class RulePart(StrEnum):
    """The part of a guideline a rule stands in; two parts can use the same word for a kind."""

    GRANT = "grant"
    VISIT = "visit"
    WORK = "work"


class FigureKind(StrEnum):
    """How a figure of a rule is written, read and checked."""

    KR = "kr"
    """Whole kronor."""
    PERCENT = "percent"
    """Whole per cent."""
    PERMILLE = "permille"
    """Whole per mille."""
    MONTHS = "months"
    """Whole months."""
    DAYS = "days"
    """Whole days."""
    COUNT = "count"
    """A whole number of something."""
    BOOL = "bool"
    """Yes or no."""
    TEXT = "text"
    """A few words."""
    DAY_OF_YEAR = "day_of_year"
    """A day of every year, "10-31"."""
    CHOICE = "choice"
    """One of `choices`."""
    CHOICES = "choices"
    """Any of `choices`, a list of their keys."""
    CHOICES_BY_TYPE = "choices_by_type"
    """Any of `choices` for each type of application: a table of lists by the type's key."""


NUMBERS = (
    FigureKind.KR,
    FigureKind.PERCENT,
    FigureKind.PERMILLE,
    FigureKind.MONTHS,
    FigureKind.DAYS,
    FigureKind.COUNT,
)
"""Kinds of figure that are whole numbers between `low` and `high`."""
_NOTHING = Text("")
_MOST = 999_999_999
_LONGEST = 200
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_SHORT_MONTHS = {"02": 29, "04": 30, "06": 30, "09": 30, "11": 30}


@dataclass(frozen=True, kw_only=True)
class FigureField:
    """One figure of a rule: its label, how it is written and between what it lies."""

    key: str
    """Key among the rule's figures, "cap"."""
    label: Text
    """What it is called beside its field."""
    kind: FigureKind
    """How it is written."""
    unit: Text = _NOTHING
    """What stands after the figure: "kr", "%", "dagar"; empty for none."""
    default: Any = None
    """What a new rule begins with, and what a rule without the figure means."""
    optional: bool = False
    """True when the rule can do without it: then nothing is limited by it."""
    low: int = 0
    """The least number, included."""
    high: int = _MOST
    """The greatest number, included."""
    choices: tuple[tuple[str, Text], ...] = ()
    """Key and word of each choice."""
    help: Text = _NOTHING
    """One sentence, or nothing."""


@dataclass(frozen=True, kw_only=True)
class RuleKind:
    """A kind of rule, as somebody who writes a guideline meets it."""

    key: str
    """Key in the guideline's data, "cap"."""
    part: RulePart
    """The part of the guideline it belongs to."""
    title: Text
    """What it is called in the list of kinds, and as the proposed title of a new rule."""
    sentence: Callable[[RuleData], Text]
    """What a rule of the kind says, with its figures, in one plain sentence with a full stop."""
    figures: tuple[FigureField, ...] = ()
    """The figures it takes, in the order they are asked for."""
    gate: str
    """What a new rule of the kind gates: "decision", "payment", "closing", "approval", …"""
    gates: tuple[str, ...] = ()
    """Every gate that fits the kind; the one in `gate` alone when empty."""
    on: tuple[str, ...] = ()
    """What a rule of the work part can be about: "network", "project" …; else empty."""
    lowers: bool = False
    """True when it puts a ceiling on the sum; then its order among the others matters."""
    either: tuple[str, ...] = ()
    """Keys of figures of which a rule needs at least one; empty for none."""

    def field(self, key: str) -> FigureField | None:
        """Give one of its figures by key; None for one it has not."""
        return next((each for each in self.figures if each.key == key), None)

    def said(self, rule: RuleData) -> Text:
        """Give the sentence of a rule whose figures may be missing: their defaults stand in."""
        known = {each.key: each.default for each in self.figures if each.default is not None}
        return self.sentence(replace(rule, figures={**known, **rule.figures}))

    def begun(self) -> dict[str, Any]:
        """Give the figures that a new rule of the kind begins with."""
        return {
            each.key: each.default
            for each in self.figures
            if each.default is not None and not each.optional
        }

    def wrong(self, figures: Mapping[str, Any]) -> tuple[tuple[str, Text], ...]:
        """Give what is wrong with figures as they are written: key and a sentence for each."""
        found = [(each.key, fault(each, figures.get(each.key))) for each in self.figures]
        wrong = [(key, words) for key, words in found if words is not None]
        if self.either and not any(figures.get(key) for key in self.either):
            fields = [each for each in self.figures if each.key in self.either]
            wrong.append((fields[0].key, say("{label} – saknas – skriv den.", label=_or(fields))))
        return tuple(wrong)


def _or(fields: list[FigureField]) -> Text:
    """Give the labels with "eller" between: at least one of them is needed."""
    first, *more = [each.label for each in fields]
    for label in more:
        first = say("{first} eller {other}", first=first, other=label)
    return first


def fault(field: FigureField, value: object) -> Text | None:
    """Say what is wrong with a figure; None when nothing is."""
    if value is None or value == "":
        needed = not field.optional and field.default is None
        return say("{label} – saknas – skriv den.", label=field.label) if needed else None
    if field.kind in NUMBERS:
        return _number(field, value)
    if field.kind is FigureKind.BOOL:
        return None if isinstance(value, bool) else _other(field)
    if field.kind is FigureKind.TEXT:
        return None if isinstance(value, str) and len(value) <= _LONGEST else _other(field)
    if field.kind is FigureKind.DAY_OF_YEAR:
        return None if is_day_of_year(value) else _no_day(field)
    return _chosen(field, value)


def _number(field: FigureField, value: object) -> Text | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return say("{label} – är inget heltal – skriv siffror.", label=field.label)
    if not field.low <= value <= field.high:
        return say(
            "{label} – {value} går inte – skriv ett tal från {low} till {high}.",
            label=field.label,
            value=value,
            low=field.low,
            high=field.high,
        )
    return None


def is_day_of_year(value: object) -> bool:
    """Say whether words are a day that a year can have: "02-29" too."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    month, day = value.split("-")
    return int(day) <= _SHORT_MONTHS.get(month, 31)


def _no_day(field: FigureField) -> Text:
    return say("{label} – är ingen dag – skriv månad och dag, som 10-31.", label=field.label)


def _chosen(field: FigureField, value: object) -> Text | None:
    known = {key for key, _ in field.choices}
    if field.kind is FigureKind.CHOICE:
        return None if value in known else _other(field)
    if field.kind is FigureKind.CHOICES:
        return None if _all_in(value, known) else _other(field)
    tables = value.values() if isinstance(value, dict) else [None]
    return None if all(_all_in(each, known) for each in tables) else _other(field)


def _all_in(value: object, known: Iterable[str]) -> bool:
    return isinstance(value, list | tuple) and set(value) <= set(known)


def _other(field: FigureField) -> Text:
    return say("{label} – går inte att läsa – välj eller skriv om.", label=field.label)
