"""The words that papers have of their own, in the language of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.swedish import digits

NO_BREAK = "\u00a0"


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """What the layer itself says on a paper."""

    page: str
    """The label before the page number."""
    of: str
    """Between a page's number and their count."""
    checksum: str
    """The label of the register's twelve digits."""
    coat: str
    """What the coat of arms shows, with {} for the municipality."""
    name: str
    """The head of a column with names."""
    tick: str
    """What a screen reader says of an empty box."""
    place: str
    """The head of a column with places."""
    legend: tuple[str, str, str]
    """What solid, hatched and empty mean in bars of pots."""
    pot: str
    """What a pot's bar shows, with {cap}, {decided}, {proposed} and {left}."""
    chart: tuple[str, str]
    """What a chart is, by columns and by lying bars."""
    below: str
    """Said of a chart whose numbers follow as a table."""
    total: str
    """The head of a sum."""
    thousands: str
    """Between threes of digits."""
    currency: str
    """What kronor are called beside a scale."""
    money: str
    """A sum in kronor, with {} for the number."""

    def number(self, value: int) -> str:
        """Write a whole number as the language groups it; minus is an en dash."""
        return digits(value).replace(NO_BREAK, self.thousands)

    def kr(self, value: int) -> str:
        """Write whole kronor."""
        return self.money.format(self.number(value))


SWEDISH = OwnWords(
    page="Sida",
    of="av",
    checksum="Kontrolltal",
    coat="{}, vapen",
    name="Namn",
    tick="Tom ruta att kryssa i",
    place="Ort",
    legend=("Beslutat", "Förslag", "Kvar, belopp till höger"),
    pot="Av {cap} är {decided} beslutat, {proposed} föreslaget och {left} kvar.",
    chart=("Stapeldiagram", "Liggande stapeldiagram"),
    below="Siffrorna står i tabellen under diagrammet.",
    total="Summa",
    thousands=NO_BREAK,
    currency="kr",
    money="{}\u00a0kr",
)

ENGLISH = OwnWords(
    page="Page",
    of="of",
    checksum="Checksum",
    coat="Coat of arms of {}",
    name="Name",
    tick="Empty box to tick",
    place="Place",
    legend=("Decided", "Proposed", "Left, sum at the right"),
    pot="Of {cap}, {decided} is decided, {proposed} proposed and {left} left.",
    chart=("Column chart", "Bar chart"),
    below="The numbers are in the table below the chart.",
    total="Total",
    thousands=",",
    currency="SEK",
    money="SEK\u00a0{}",
)


def own_words(language: str) -> OwnWords:
    """Give the words of a language tag: English for any English, otherwise Swedish."""
    return ENGLISH if language.split("-", maxsplit=1)[0].lower() == "en" else SWEDISH
