"""The kinds of rule about when an application comes in, and about what the applicant still owes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule_fields import (
    count,
    day_words,
    months_field,
    months_words,
    number,
    percent_field,
    yes_field,
)
from desktop.domain.rule_kind import FigureField, FigureKind, RuleKind, RulePart
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

_MOST_WEEKS = 52
_MOST_YEARS = 20
_CLOSES = FigureField(
    key="closes",
    label=say("Sista dag"),
    kind=FigureKind.DAY_OF_YEAR,
    optional=True,
    help=say("Månad och dag, som 10-31."),
)
_BEFORE = months_field("months_before", say("Månader före aktiviteten"), optional=True)
_YEAR_BEFORE = yes_field("year_before", say("Dagarna är i året före bidragsåret"), default=False)


def last_day_words(rule: RuleData) -> Text:
    """Give the last day of a rule in words: "31 oktober året före bidragsåret"."""
    if rule.figures.get("closes"):
        day = day_words(rule.figures["closes"])
        if rule.figures.get("year_before"):
            return say("{day} året före bidragsåret", day=day)
        return say("{day} bidragsåret", day=day)
    return say(
        "{months} före aktivitetens första dag", months=months_words(number(rule, "months_before"))
    )


def _window(rule: RuleData) -> Text:
    last = last_day_words(rule)
    if rule.figures.get("opens") and rule.figures.get("closes"):
        return say(
            "Ansökan kommer in från {first} till {last}.",
            first=day_words(rule.figures["opens"]),
            last=last,
        )
    if rule.figures.get("opens"):
        return say("Ansökan kommer in från {first}.", first=day_words(rule.figures["opens"]))
    return say("Ansökan kommer in senast {last}.", last=last)


def _late_deduction(rule: RuleData) -> Text:
    known = say(
        "Kommer ansökan in efter {last} dras {percent} procent av för varje påbörjad vecka",
        last=last_day_words(rule),
        percent=count(rule, "percent"),
    )
    if number(rule, "weeks") is None:
        return say("{words}.", words=known)
    if number(rule, "after_percent") is None:
        return say("{words}, i högst {weeks} veckor.", words=known, weeks=count(rule, "weeks"))
    return say(
        "{words} i {weeks} veckor, och därefter {after} procent.",
        words=known,
        weeks=count(rule, "weeks"),
        after=count(rule, "after_percent"),
    )


def _prior_report(rule: RuleData) -> Text:
    years = number(rule, "years")
    if years is None:
        return say("Inget beviljas medan en rapport om ett tidigare bidrag saknas.")
    return say(
        "Inget beviljas medan en rapport om ett tidigare bidrag saknas; en som aldrig kom räknas"
        " i {years} år.",
        years=years,
    )


LATE_KINDS = (
    RuleKind(
        key="window",
        part=RulePart.GRANT,
        title=say("Ansökningstid"),
        sentence=_window,
        figures=(
            FigureField(
                key="opens",
                label=say("Första dag"),
                kind=FigureKind.DAY_OF_YEAR,
                optional=True,
                help=say("Månad och dag, som 09-01."),
            ),
            _CLOSES,
            _YEAR_BEFORE,
            _BEFORE,
        ),
        gate="decision",
        either=("opens", "closes", "months_before"),
    ),
    RuleKind(
        key="late_deduction",
        part=RulePart.GRANT,
        title=say("Avdrag för sen ansökan"),
        sentence=_late_deduction,
        figures=(
            _CLOSES,
            _YEAR_BEFORE,
            _BEFORE,
            percent_field("percent", say("Avdrag för varje påbörjad vecka"), 10),
            FigureField(
                key="weeks",
                label=say("Veckor som avdraget växer"),
                kind=FigureKind.COUNT,
                unit=say("veckor"),
                optional=True,
                low=1,
                high=_MOST_WEEKS,
            ),
            percent_field("after_percent", say("Avdrag därefter"), optional=True),
        ),
        gate="decision",
        lowers=True,
        either=("closes", "months_before"),
    ),
    RuleKind(
        key="prior_report",
        part=RulePart.GRANT,
        title=say("Tidigare rapport lämnad"),
        sentence=_prior_report,
        figures=(
            FigureField(
                key="years",
                label=say("Hur länge en rapport som aldrig kom räknas"),
                kind=FigureKind.COUNT,
                unit=say("år"),
                optional=True,
                low=1,
                high=_MOST_YEARS,
                help=say("Tomt: hur länge som helst."),
            ),
        ),
        gate="decision",
    ),
)
"""Days are counted from the arrival day; a late deduction is best applied last of all."""
