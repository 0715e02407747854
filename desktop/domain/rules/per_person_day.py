"""A ceiling for each person and day, for so many days and persons at the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.rules.people import days, days_words, people, persons_words
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def per_person_day(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to so much for each person and day; stop while either is unknown."""
    told, lasted = people(facts.application), days(facts.application)
    if told is None:
        wanted = say("antal deltagare behövs")
        return draft.found(finding(rule, Status.STOPS, say("saknas"), wanted))
    if lasted is None:
        wanted = say("första och sista dag behövs")
        return draft.found(finding(rule, Status.STOPS, say("saknas"), wanted))
    persons = min(told, int(rule.figures.get("max_persons") or told))
    counted = min(lasted, int(rule.figures.get("max_days") or lasted))
    each = int(rule.figures["cap_per_person_day"])
    room = each * persons * counted
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Högst per person och dag"),
        parts=(
            Part(sign="", label=say("Per person och dag"), amount=each),
            Part(sign="×", label=_of(say("Deltagare"), persons, told), amount=persons),
            Part(sign="×", label=_of(say("Dagar"), counted, lasted), amount=counted),
        ),
        said=say(
            "{each} per person och dag för {persons} i {days}",
            each=amount(each),
            persons=_said_of(persons, told, persons_words(persons), say("deltagare")),
            days=_said_of(counted, lasted, days_words(counted), say("dagar")),
        ),
        amount=room,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    status = Status.LOWERED if room < draft.amount else Status.MET
    words = say(
        "{each} för {persons} i {days}",
        each=amount(each),
        persons=persons_words(persons),
        days=days_words(counted),
    )
    return draft.limited(limit).found(finding(rule, status, amount(min(room, draft.amount)), words))


def _said_of(counted: int, told: int, words: Text, noun: Text) -> Text:
    """Say how many are counted of those in the application: "5 dagar", "3 av 8 deltagare"."""
    if counted == told:
        return words
    return say("{counted} av {told} {noun}", counted=counted, told=told, noun=noun)


def _of(word: Text, counted: int, told: int) -> Text:
    """Say what is counted, and what the application said when that is more."""
    if counted == told:
        return word
    return say("{word} (ansökan har {told})", word=word, told=told)
