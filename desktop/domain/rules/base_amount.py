"""A ceiling in parts of the price base amount: for each participant, and for the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.rules.cost_share import WHOLE
from desktop.domain.rules.people import days, days_words, people, persons_words
from desktop.domain.rules.yearly_share import left_of_year
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

_THOUSAND = 1000


def per_head(base: int, permille: int, step: int) -> int:
    """Give per mille of a base amount in kronor, to the nearest `step`; halves go up."""
    exact, unit = base * permille, step * _THOUSAND
    return (2 * exact + unit) // (2 * unit) * step


def as_percent(permille: int) -> str:
    """Give per mille as per cent with a comma: 6 is "0,6", 150 is "15"."""
    whole, rest = divmod(permille, 10)
    return f"{whole},{rest}" if rest else str(whole)


def base_amount(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to so much for each participant, and to what is left of the year's ceiling."""
    base, persons = rule.figures.get("base") or facts.base_amount, people(facts.application)
    wanted = _wanting(rule, facts, base, persons)
    if wanted is not None or base is None or persons is None:
        return draft.found(finding(rule, Status.STOPS, *(wanted or (say("saknas"), say("")))))
    each = per_head(base, int(rule.figures["permille"]), int(rule.figures.get("round_to") or 1))
    room = each * persons
    lowered = draft.limited(
        Limit(
            rule=rule.id,
            kind=rule.kind,
            title=say("Del av prisbasbeloppet"),
            parts=(
                Part(sign="", label=_label(rule, base), amount=each),
                Part(sign="×", label=say("Deltagare"), amount=persons),
            ),
            said=say(
                "{each} per deltagare ({percent} procent av prisbasbeloppet) för {persons}",
                each=amount(each),
                persons=persons_words(persons),
                percent=as_percent(int(rule.figures["permille"])),
            ),
            amount=room,
            paragraph=rule.paragraph,
            short=rule.short,
        )
    )
    percent = rule.figures.get("cap_percent")
    if percent is not None:
        whole = base * int(percent) // WHOLE
        label = say("{percent} procent av prisbasbeloppet", percent=percent)
        said = say(
            "{whole} per sökande och år, {percent} procent av prisbasbeloppet {base}",
            whole=amount(whole),
            percent=percent,
            base=amount(base),
        )
        lowered = lowered.limited(
            left_of_year(rule, facts, Part(sign="", label=label, amount=whole), said)
        )
    status = Status.LOWERED if lowered.amount < draft.amount else Status.MET
    words = say("{each} för {persons}", each=amount(each), persons=persons_words(persons))
    return lowered.found(finding(rule, status, amount(lowered.amount), words))


def _label(rule: RuleData, base: int) -> Text:
    return say(
        "Per deltagare ({percent} procent av {base}, avrundat)",
        percent=as_percent(int(rule.figures["permille"])),
        base=amount(base),
    )


def _wanting(
    rule: RuleData, facts: CaseFacts, base: int | None, persons: int | None
) -> tuple[Text, Text] | None:
    """Give what stands in the way: too few days, an unknown base amount, nobody counted."""
    least, lasted = rule.figures.get("min_days"), days(facts.application)
    if persons is None:
        return say("saknas"), say("antal deltagare behövs")
    if least is not None and lasted is None:
        return say("saknas"), say("första och sista dag behövs")
    if least is not None and lasted is not None and lasted < int(least):
        return days_words(lasted), say("minst {count} dagar", count=least)
    if base is None:
        return say("okänt"), say("prisbasbeloppet för {year} är inte inlagt", year=facts.case.year)
    return None
