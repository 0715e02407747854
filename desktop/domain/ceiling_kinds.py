"""The kinds of rule that put a ceiling on one application: costs, people and base amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.grant_kinds import plainly
from desktop.domain.rule_fields import (
    count,
    joined,
    kr_field,
    money,
    number,
    percent_field,
)
from desktop.domain.rule_kind import FigureField, FigureKind, RuleKind, RulePart
from desktop.domain.rules.base_amount import as_percent
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

PUPIL_CAPS = ("cap_compulsory", "cap_upper_secondary", "cap_other")
"""Figures of a ceiling per pupil, in the order of the school forms."""
_MANY = 1_000
_MOST_DAYS = 366
_PERSONS = say("personer")
_DAYS = say("dagar")


def _per_person_day(rule: RuleData) -> Text:
    words = []
    if number(rule, "max_days") is not None:
        words.append(say("{count} dagar", count=count(rule, "max_days")))
    if number(rule, "max_persons") is not None:
        words.append(say("{count} personer", count=count(rule, "max_persons")))
    cap = money(rule, "cap_per_person_day")
    if not words:
        return say("Högst {cap} per person och dag.", cap=cap)
    return say("Högst {cap} per person och dag, för högst {most}.", cap=cap, most=joined(words))


def _cost_share(rule: RuleData) -> Text:
    return say(
        "Högst {percent} procent av {basis}.",
        percent=count(rule, "percent"),
        basis=plain(str(rule.figures.get("basis") or "kostnaderna")),
    )


def _per_pupil(rule: RuleData) -> Text:
    low, high, other = (money(rule, key) for key in PUPIL_CAPS)
    words = (
        say("{cap} per elev i grundskolan", cap=low),
        say("{cap} per elev i gymnasieskolan", cap=high),
        say("{cap} per elev i annan skolform", cap=other),
    )
    given = [
        each for key, each in zip(PUPIL_CAPS, words, strict=True) if number(rule, key) is not None
    ]
    return say("Högst {caps}.", caps=joined(given) if given else say("… kr per elev"))


def _percent(permille: int | None) -> str:
    return "…" if permille is None else as_percent(permille)


def _base_amount(rule: RuleData) -> Text:
    found = say(
        "Högst {percent} procent av årets prisbasbelopp per deltagare, avrundat till närmaste"
        " {round}",
        percent=_percent(number(rule, "permille")),
        round=money(rule, "round_to"),
    )
    if number(rule, "cap_percent") is not None:
        found = say(
            "{first}, och högst {percent} procent av prisbasbeloppet per sökande och år",
            first=found,
            percent=count(rule, "cap_percent"),
        )
    if number(rule, "min_days") is not None:
        found = say("{first}; minst {days} dagar", first=found, days=count(rule, "min_days"))
    return say("{words}.", words=found)


CEILING_KINDS = (
    RuleKind(
        key="funding",
        part=RulePart.GRANT,
        title=say("Inte finansierat på annat sätt"),
        sentence=plainly(say("Bidraget täcker högst kostnaderna minus annan finansiering.")),
        gate="decision",
        lowers=True,
    ),
    RuleKind(
        key="allowed_costs",
        part=RulePart.GRANT,
        title=say("Kostnader som täcks"),
        sentence=plainly(
            say("Bara kostnader av de slag som nämns för ansökans typ räknas, minus annat stöd.")
        ),
        gate="decision",
        lowers=True,
    ),
    RuleKind(
        key="cost_share",
        part=RulePart.GRANT,
        title=say("Del av kostnaderna"),
        sentence=_cost_share,
        figures=(
            percent_field("percent", say("Högst så stor del av kostnaderna"), 50),
            FigureField(
                key="basis",
                label=say("Vilka kostnader"),
                kind=FigureKind.TEXT,
                default="kostnaderna",
                help=say("Som det ska stå i brevet: kostnaderna, resekostnaderna."),
            ),
        ),
        gate="decision",
        lowers=True,
    ),
    RuleKind(
        key="per_person_day",
        part=RulePart.GRANT,
        title=say("Högst per person och dag"),
        sentence=_per_person_day,
        figures=(
            kr_field("cap_per_person_day", say("Högst per person och dag")),
            FigureField(
                key="max_days",
                label=say("Högst så många dagar"),
                kind=FigureKind.DAYS,
                unit=_DAYS,
                optional=True,
                low=1,
                high=_MOST_DAYS,
            ),
            FigureField(
                key="max_persons",
                label=say("Högst så många personer"),
                kind=FigureKind.COUNT,
                unit=_PERSONS,
                optional=True,
                low=1,
                high=_MANY,
            ),
        ),
        gate="decision",
        lowers=True,
    ),
    RuleKind(
        key="per_pupil",
        part=RulePart.GRANT,
        title=say("Högst per elev"),
        sentence=_per_pupil,
        figures=(
            kr_field("cap_compulsory", say("Per elev i grundskolan"), optional=True),
            kr_field("cap_upper_secondary", say("Per elev i gymnasieskolan"), optional=True),
            kr_field("cap_other", say("Per elev i annan skolform"), optional=True),
        ),
        gate="decision",
        lowers=True,
        either=PUPIL_CAPS,
    ),
    RuleKind(
        key="base_amount",
        part=RulePart.GRANT,
        title=say("Del av prisbasbeloppet"),
        sentence=_base_amount,
        figures=(
            FigureField(
                key="permille",
                label=say("Per deltagare, promille av prisbasbeloppet"),
                kind=FigureKind.PERMILLE,
                unit=say("‰"),
                low=1,
                high=1_000,
                help=say("0,6 procent skrivs 6."),
            ),
            kr_field("round_to", say("Avrundas till närmaste"), 10, high=10_000),
            percent_field(
                "cap_percent", say("Högst per sökande och år, av prisbasbeloppet"), optional=True
            ),
            FigureField(
                key="min_days",
                label=say("Minst så många dagar"),
                kind=FigureKind.DAYS,
                unit=_DAYS,
                optional=True,
                low=1,
                high=_MOST_DAYS,
            ),
            kr_field(
                "base",
                say("Prisbasbelopp, om ett visst ska gälla"),
                optional=True,
                help=say("Tomt: bidragsårets prisbasbelopp."),
            ),
        ),
        gate="decision",
        lowers=True,
    ),
)
"""In the order they are best applied, before what the year and the pot have left."""
