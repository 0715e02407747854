"""What papers in Swedish and in English call days, sums, costs and those who pay them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cost_types import COST_WORDS, ENGLISH, CostType
from desktop.domain.currency import CURRENCIES, SEK, money
from desktop.domain.swedish import NO_BREAK, list_of, long_date, period
from desktop.domain.visit_words import PAYER_WORDS, UNIT_WORDS, CeilingUnit, Payer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.registers import Office

SV, EN = "sv-SE", "en-GB"

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_TITLES = {
    "internationell samordnare": "International Coordinator",
    "internationell strateg": "International Strategist",
    "internationell sekreterare": "International Secretary",
    "kommunchef": "Municipal Director",
    "kommundirektör": "Municipal Director",
    "kommunstyrelsens ordförande": "Chair of the Municipal Executive Board",
    "kommunfullmäktiges ordförande": "Chair of the Municipal Council",
    "kommunalråd": "Municipal Commissioner",
    "utvecklingsstrateg": "Development Strategist",
}
_PAYERS = {
    Payer.GUEST: "Guest",
    Payer.HOST: "Host",
    Payer.SHARED: "Shared",
    Payer.OWN: "Each its own",
    Payer.OTHER: "Somebody else",
}
_UNITS = {
    CeilingUnit.NIGHT: "per night",
    CeilingUnit.DAY: "per day",
    CeilingUnit.PERSON: "per person",
    CeilingUnit.ITEM: "each",
    CeilingUnit.VISIT: "per visit",
}
_COUNTED = {
    "gäst": "guest",
    "gäster": "guests",
    "person": "person",
    "personer": "persons",
    "unga": "young people",
    "natt": "night",
    "nätter": "nights",
    "dag": "day",
    "dagar": "days",
    "måltid": "meal",
    "måltider": "meals",
    "biljett": "ticket",
    "biljetter": "tickets",
    "rum": "rooms",
    "km": "km",
    "kr": "SEK",
}
_COUNT = re.compile(r"([\d \u00a0.,]*\d)\s*([a-zåäö]*)")
_APART = re.compile(r"(?<!:)//")
"""Between Swedish and English; the strokes of an address on the net part nothing."""


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """A language of papers."""

    tag: str
    """Language tag, "en-GB"."""

    @property
    def english(self) -> bool:
        """True for English."""
        return self.tag == EN

    def say(self, swedish: str, english: str) -> str:
        """Give the words in this language."""
        return english if self.english else swedish

    def day(self, it: date | None) -> str:
        """Give a day in a sentence: "den 9 februari 2026", "9 February 2026"; "" for none."""
        if it is None:
            return ""
        return self.days(it, it) if self.english else long_date(it)

    def days(self, first: date | None, last: date | None) -> str:
        """Give first and last day: "9–12 februari 2026"; "" when none is known."""
        begin, end = first or last, last or first
        if begin is None or end is None:
            return ""
        return period(begin, end, _MONTHS) if self.english else period(begin, end)

    def money(self, amount: int, currency: str = SEK) -> str:
        """Give smallest units with their currency: "4 200 kr", "SEK 4,200"."""
        if not self.english:
            return money(amount, currency)
        return f"{currency}{NO_BREAK}{self.number(amount, currency)}"

    def number(self, amount: int, currency: str = SEK) -> str:
        """Give smallest units without their currency: "4 200", "4,200"."""
        decimals = CURRENCIES[currency]
        whole, rest = divmod(abs(amount), 10**decimals)
        sign = "\u2013" if amount < 0 else ""
        thousands, point = (",", ".") if self.english else (NO_BREAK, ",")
        shown = f"{whole:,}".replace(",", thousands)
        return f"{sign}{shown}{point}{rest:0{decimals}}" if rest else f"{sign}{shown}"

    def rate(self, written: str) -> str:
        """Give a rate as the language writes decimals."""
        return written if self.english else written.replace(".", ",")

    def foreign(self, amount: int, currency: str, rate: str) -> str:
        """Give a sum in another currency with its rate: "552 000 ISK, kurs 0,0750"."""
        if currency == SEK:
            return ""
        said = self.money(amount, currency)
        return f"{said}, {self.say('kurs', 'rate')} {self.rate(rate)}" if rate else said

    def cost(self, kind: CostType) -> str:
        """Name a kind of cost."""
        return ENGLISH[kind] if self.english else str(COST_WORDS[kind])

    def payer(self, payer: Payer, guest_share: int) -> str:
        """Say who pays: "Värden", "Gästen 40 %, värden 60 %"."""
        if payer is Payer.SHARED:
            host_share = 100 - guest_share
            return self.say(
                f"Gästen {guest_share} %, värden {host_share} %",
                f"Guest {guest_share}%, host {host_share}%",
            )
        return self.say(str(PAYER_WORDS[payer]), _PAYERS[payer])

    def ceiling(self, ore: int | None, unit: CeilingUnit) -> str:
        """Say the most that is paid: "950 kr per natt"; "" for no ceiling."""
        if ore is None:
            return ""
        words = {**UNIT_WORDS, CeilingUnit.NONE: ""}
        return f"{self.money(ore)} {self.say(str(words[unit]), _UNITS.get(unit, ''))}".strip()

    def list_of(self, words: Sequence[str]) -> str:
        """Join words as a sentence does."""
        said = list_of(words)
        return re.sub(r" och (?!.* och )", " and ", said) if self.english else said

    def town(self, office: Office) -> str:
        """Give the municipality's name in running text and letterhead."""
        if not self.english:
            return office.full_name
        city = office.full_name.lower().endswith("stad")
        return f"{'City' if city else 'Municipality'} of {office.municipality}"

    def title(self, title: str) -> str:
        """Give a title; "" for one that we have no English for."""
        return _TITLES.get(title.strip().lower(), "") if self.english else title

    def own_part(self, text: str) -> str:
        """Give this language's part of "svenska // English"; both have what is not parted."""
        swedish, *english = _APART.split(text, maxsplit=1)
        return (english[0] if self.english and english else swedish).strip()

    def only(self, text: str) -> str:
        """Give this language's part; "" in English for what is not written in English."""
        return self.own_part(text) if not self.english or _APART.search(text) else ""

    def counted(self, detail: str) -> str:
        """Give how a cost was counted: "6 gäster × 3 nätter" is "6 guests × 3 nights".

        In English "" for what is no such reckoning and has no English part.
        """
        if not self.english or _APART.search(detail):
            return self.own_part(detail)
        found = []
        for part in detail.split("×"):
            match = _COUNT.fullmatch(part.strip())
            if match is None or match[2] not in {"", *_COUNTED}:
                return ""
            number = re.sub(r"(?<=\d)[ \u00a0](?=\d{3})", ",", match[1].replace(",", "."))
            unit = _COUNTED.get(match[2], "")
            said = f"SEK{NO_BREAK}{number}" if unit == SEK else f"{number} {unit}"
            found.append(said.strip())
        return " × ".join(found)


SWEDISH = Tongue(tag=SV)
IN_ENGLISH = Tongue(tag=EN)


def tongue(language: str) -> Tongue:
    """Give the tongue of a language tag, or of "sv" and "en"."""
    return IN_ENGLISH if language.lower().startswith("en") else SWEDISH
