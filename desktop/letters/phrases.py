"""Phrases about the matter and the guideline, worded to stand inside sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, long_date, period

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.registers import GuidelineVersion
    from desktop.letters.facts import Matter

_DEFINITE_DOCUMENT = {
    "regler": "reglerna",
    "riktlinjer": "riktlinjerna",
    "policy": "policyn",
    "program": "programmet",
    "strategi": "strategin",
    "internationell strategi": "den internationella strategin",
    "internationell policy": "den internationella policyn",
    "internationellt program": "det internationella programmet",
}


def yes(fact: object) -> str:
    """Give a fact that templates only ask the presence of."""
    return "ja" if fact else ""


def sentence(text: str) -> str:
    """End what a person wrote with a full stop, so that the next sentence can follow."""
    said = text.strip()
    return said if not said or said.endswith((".", "?", "!")) else f"{said}."


def day(known: date | None) -> str:
    """Give a day that may not be known."""
    return long_date(known) if known else ""


def for_what(matter: Matter) -> str:
    """Say what the money is for, to follow a sum: `till konserten med kör`."""
    if not matter.purpose:
        return f"för samverkan med {matter.place}" if matter.place else "till verksamheten"
    said = f"till {matter.purpose.rstrip('.')}"
    if matter.place and matter.place.casefold() not in matter.purpose.casefold():
        return f"{said} ({matter.place})"
    return said


def for_what_when(matter: Matter) -> str:
    """Say what the money is for and on which days."""
    days = days_of(matter)
    return f"{for_what(matter)} den\u00a0{days}" if days else for_what(matter)


def subject(matter: Matter) -> str:
    """Give the matter as a heading: `Aktivitetsbidrag 2026: konserten med kör`."""
    about = matter.purpose.rstrip(".") or (f"samverkan med {matter.place}" if matter.place else "")
    return f"{capital(matter.scheme)} {matter.year}{f': {about}' if about else ''}"


def days_of(matter: Matter) -> str:
    """Give the days of the activity; "" when none is known."""
    first, last = matter.starts_on or matter.ends_on, matter.ends_on or matter.starts_on
    return period(first, last) if first and last else ""


def definite_document(title: str) -> str:
    """Give a guideline's title in definite form: `riktlinjerna för internationellt arbete`."""
    lower = title[:1].lower() + title[1:]
    for indefinite in sorted(_DEFINITE_DOCUMENT, key=len, reverse=True):
        rest = lower.removeprefix(indefinite)
        if rest != lower and not rest[:1].isalpha():
            return _DEFINITE_DOCUMENT[indefinite] + rest
    return f"\u201d{title}\u201d"


def guideline_values(guideline: GuidelineVersion, *, lapsed: bool) -> dict[str, str]:
    """Give what templates may say of the guideline: its name, its adoption, its last day."""
    long = definite_document(guideline.title)
    short = long if long.startswith(("\u201d", "de")) else long.split(" ")[0]
    body = guideline.body[:1].lower() + guideline.body[1:]
    adopted = str(guideline.adopted_on) if guideline.adopted_known else ""
    source = [" ".join(filter(None, (body, adopted, guideline.paragraph))), guideline.dnr]
    return {
        "guideline": short,
        "guideline_capital": capital(short),
        "guideline_long": long,
        "guideline_source": ", ".join(part for part in source if part),
        "valid_to": str(guideline.valid_to or ""),
        "lapsed": "ja" if lapsed else "",
    }
