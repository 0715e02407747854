"""A cost-sharing agreement as words in both languages for its template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.swedish import count_word
from desktop.letters.phrases import yes
from desktop.letters.tongue import IN_ENGLISH, SWEDISH

if TYPE_CHECKING:
    from desktop.letters.facts import AgreementFacts, Signing
    from desktop.letters.tongue import Tongue

_COUNTS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_DELEGATION = re.compile(r"kommunstyrelsens delegationsordning(?:, punkt (\S+))?")


def agreement_values(facts: AgreementFacts) -> dict[str, str]:
    """Give what the template of an agreement may name; `…_en` is the English of it."""
    both: dict[str, tuple[str, str]] = {
        "ours": (_party(facts.ours, SWEDISH), _party(facts.ours, IN_ENGLISH)),
        "theirs": (_party(facts.theirs, SWEDISH), _party(facts.theirs, IN_ENGLISH)),
        "our_signatory": (_signs(facts.ours, SWEDISH), _signs(facts.ours, IN_ENGLISH)),
        "their_signatory": (_signs(facts.theirs, SWEDISH), _signs(facts.theirs, IN_ENGLISH)),
        "our_authority": (facts.ours.authority, _authority(facts.ours.authority)),
        "areas": _both(facts.areas.strip().rstrip(".")),
        "arrival_place": _both(facts.arrival_place.strip().rstrip(".")),
        "valid_from": (SWEDISH.day(facts.valid_from), IN_ENGLISH.day(facts.valid_from)),
        "valid_to": (SWEDISH.day(facts.valid_to), IN_ENGLISH.day(facts.valid_to)),
        "review_on": (SWEDISH.day(facts.review_on), IN_ENGLISH.day(facts.review_on)),
        "replaced_on": (SWEDISH.day(facts.replaced_on), IN_ENGLISH.day(facts.replaced_on)),
        "notice": _months(facts.notice_months),
    }
    found = {name: swedish for name, (swedish, _) in both.items()}
    found |= {f"{name}_en": english for name, (_, english) in both.items()}
    return {
        **found,
        "our_name": facts.ours.name,
        "their_name": facts.theirs.name,
        "our_town": facts.ours.called,
        "their_town": facts.theirs.called,
        "version": str(facts.version),
        "later": yes(facts.version > 1),
        "draft": yes(facts.draft),
        "swedish_prevails": yes(facts.prevailing != "en"),
    }


def _both(text: str) -> tuple[str, str]:
    return SWEDISH.own_part(text).rstrip("."), IN_ENGLISH.own_part(text).rstrip(".")


def _party(party: Signing, words: Tongue) -> str:
    number = party.organisation_number
    if not number:
        return party.name
    return f"{party.name}, {words.say('organisationsnummer', 'registration number')} {number}"


def _signs(party: Signing, words: Tongue) -> str:
    """Give who signs, with the title in the language when we know it."""
    name, mark, title = party.signatory.partition(", ")
    said = words.own_part(title) if not words.english else words.title(title) or title
    return f"{name}, {said}" if mark else name


def _authority(authority: str) -> str:
    match = _DELEGATION.fullmatch(authority.strip())
    if match is None:
        return authority
    point = f", section {match[1]}" if match[1] else ""
    return f"the Municipal Executive Board's scheme of delegation{point}"


def _months(months: int | None) -> tuple[str, str]:
    if months is None:
        return "", ""
    english = _COUNTS[months] if months < len(_COUNTS) else str(months)
    swedish = count_word(months)
    return (
        "en månad" if months == 1 else f"{swedish} månader",
        "one month" if months == 1 else f"{english} months",
    )
