"""What a letter must say to hold: by law, by the guideline, or to be of use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.letters.editing import Wording


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something that must stand in a text."""

    lacking: Text
    """What is said when it does not: field, what, remedy."""
    any_of: tuple[str, ...] = ()
    """Words or {placeholders}, as regular expressions; one of them must be found."""
    lead: bool = False
    """True when it must stand in the sentence that opens the paper."""
    fixed: tuple[str, ...] = field(default=())
    """Parts that the program fills in; one of them will do as well."""
    stops: bool = True
    """False when it may be let through with a reason."""

    def met(self, wording: Wording, words: Sequence[str]) -> bool:
        """Tell whether it is there."""
        if any(_holds(wording, name) for name in self.fixed):
            return True
        leads = [each.words[0] for each in wording.blocks if each.what == "lead"]
        where = leads if self.lead else words
        return any(re.search(each, text, re.IGNORECASE) for each in self.any_of for text in where)


def _holds(wording: Wording, name: str) -> bool:
    return any(name in block.words for block in wording.blocks if block.what in ("part", "include"))


def needs_of(name: str) -> tuple[Need, ...]:
    """Give what a paper or shared text must say."""
    return _NEEDS.get(name, ())


def _deciding(verb: str, *more: Need) -> tuple[Need, ...]:
    """Give what every decision must say; `verb` is what it does."""
    return (
        Need(
            any_of=(rf"{verb}.*",),
            lead=True,
            lacking=say(
                "Beslutsmeningen – säger inte vad som beslutas – skriv det i brevets första mening."
            ),
        ),
        Need(
            any_of=(r"\{decider\}", r"\{decider_alone\}", r"\{officer\}"),
            lead=True,
            lacking=say(
                "Beslutsmeningen – säger inte vem som beslutar – sätt in {Den som beslutar}."
            ),
        ),
        Need(
            any_of=(r"\{board_genitive\}", r"\{board\}"),
            lead=True,
            lacking=say(
                "Beslutsmeningen – säger inte på vems vägnar – sätt in {nämndens} före ”vägnar”."
            ),
        ),
        Need(
            any_of=(r"\{recipient\}", r"\{recipient_genitive\}"),
            lead=True,
            lacking=say("Beslutsmeningen – säger inte vem det gäller – sätt in {mottagare}."),
        ),
        Need(
            fixed=("decided_by",),
            any_of=(r"\{delegation\}",),
            lacking=say("Delegationen – saknas i brevet – sätt in {delegation}."),
        ),
        Need(
            fixed=("appeal",),
            lacking=say(
                "Överklagande – brevet säger inte hur man överklagar – gå tillbaka till en version"
                " som gör det."
            ),
        ),
        *more,
    )


_REASONS = Need(
    fixed=("reasons", "reclaim_reason"),
    lacking=say("Skälen – saknas i brevet – gå tillbaka till en version som har dem."),
)
_SUM = Need(
    any_of=(r"\{granted\}",),
    lead=True,
    lacking=say("Beslutsmeningen – säger inte vilken summa – sätt in {beviljat belopp}."),
)
_SCHEME = Need(
    any_of=(r"\{scheme\}", r"\{application\}"),
    lead=True,
    lacking=say("Beslutsmeningen – säger inte vilket bidrag – sätt in {bidrag}."),
)
_CONDITIONS = Need(
    fixed=("conditions",),
    lacking=say("Villkoren – saknas i brevet – gå tillbaka till en version som har dem."),
)


def _last_day(*placeholders: str) -> tuple[Need, ...]:
    return (
        Need(
            any_of=tuple(rf"\{{{each}\}}" for each in placeholders),
            stops=False,
            lacking=say("Sista dag – står inte i brevet – sätt in den dag som gäller."),
        ),
    )


_BOARDS = (
    Need(
        any_of=(r"\{deciding_board_capital\}", r"\{deciding_board\}"),
        lead=True,
        lacking=say(
            "Beslutsmeningen – säger inte vem som beslutat – sätt in {Nämnden som beslutar själv}."
        ),
    ),
    Need(
        any_of=(r"\{board_paragraph\}",),
        lacking=say(
            "Protokollet – brevet säger inte vilken paragraf – sätt in {nämndens paragraf}."
        ),
    ),
    Need(
        any_of=(r"\{recipient\}", r"\{recipient_genitive\}"),
        lead=True,
        lacking=say("Beslutsmeningen – säger inte vem det gäller – sätt in {mottagare}."),
    ),
    _SUM,
    _SCHEME,
    _REASONS,
    _CONDITIONS,
    Need(
        fixed=("appeal",),
        lacking=say(
            "Överklagande – brevet säger inte hur man överklagar – gå tillbaka till en version"
            " som gör det."
        ),
    ),
)
"""What a letter about a board's own decision must say."""

_NEEDS: dict[str, tuple[Need, ...]] = {
    "decision_granted": _deciding("bevilja", _SUM, _SCHEME, _REASONS, _CONDITIONS),
    "decision_partly": _deciding("bevilja", _SUM, _SCHEME, _REASONS, _CONDITIONS),
    "decision_rejected": _deciding("avslå", _SCHEME, _REASONS),
    "decision_dismissed": _deciding("avvisa", _SCHEME, _REASONS),
    "decision_written_off": _deciding("avskriv", _SCHEME),
    "board_decision": _BOARDS,
    "board_proposal": (
        Need(
            any_of=(r"\{proposed\}",),
            lead=True,
            lacking=say("Förslaget – säger inte vilken summa – sätt in {föreslaget belopp}."),
        ),
        Need(
            fixed=("checked_rules",),
            lacking=say("Reglerna – saknas – gå tillbaka till en version som har dem."),
        ),
    ),
    "reclaim_decision": _deciding(
        "betala",
        Need(
            any_of=(r"\{amount\}", r"\{amount_kr\}"),
            lead=True,
            lacking=say("Beslutsmeningen – säger inte vilken summa – sätt in {belopp}."),
        ),
        _REASONS,
    ),
    "appeal": (
        Need(
            any_of=(r"\{court\}",),
            lacking=say("Domstolen – saknas i texten – sätt in {förvaltningsrätt}."),
        ),
        Need(
            any_of=(r"\{court_address\}",),
            lacking=say("Domstolens adress – saknas i texten – sätt in {domstolens adress}."),
        ),
        Need(
            any_of=(r"\btre veckor\b",),
            lacking=say(
                "Tiden – texten säger inte hur länge man kan överklaga – skriv inom tre veckor."
            ),
        ),
        Need(
            any_of=(r"\banslagstavla",),
            lacking=say(
                "Tiden – texten säger inte från vilken dag den räknas – skriv att det är dagen då"
                " anslagstavlan meddelade att protokollet har justerats."
            ),
        ),
    ),
    "conditions": (
        Need(
            any_of=(r"\bbetala\b.*\btillbaka\b", r"\båterbetal", r"\båterkräv"),
            lacking=say(
                "Återbetalning – villkoret saknas, och utan det går pengarna inte att kräva"
                " tillbaka – skriv när bidraget ska betalas tillbaka."
            ),
        ),
        Need(
            any_of=(r"\{report_due\}",),
            lacking=say(
                "Rapporten – dagen saknas – sätt in {rapport senast} i villkoret om rapport."
            ),
        ),
    ),
    "completion_request": _last_day("due", "due_iso"),
    "report_reminder": _last_day("due", "due_iso"),
    "overdue_reminder": _last_day("answer_by", "answer_by_day", "answer_by_iso"),
    "report_extension": _last_day("new_day", "new_iso"),
}
