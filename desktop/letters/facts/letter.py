"""What every paper knows: who writes, to whom and about what."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.registers import GuidelineVersion, Office, Officer
from desktop.domain.units import Kr
from desktop.letters.content import Window


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What every paper needs."""

    office: Office
    """The municipality and the office, as it is on the day of the paper."""
    officer: Officer
    """The officer who decides or writes."""
    made_on: date
    """The day the paper is dated; for a decision letter the day of the decision."""
    document_id: str
    """Stable id of this very paper, such as the register's UUID with the paper's number."""
    coat: bytes | None = None
    """The coat of arms as PNG or JPEG bytes."""
    checksum: str = ""
    """Twelve hexadecimal digits of the register's head; empty prints no Kontrolltal."""
    window: Window = field(default_factory=Window)
    """Where the envelope's window is."""


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Who the letter goes to."""

    name: str
    """Registered name."""
    organisation_number: str = ""
    """NNNNNN-NNNN, or empty."""
    called: str = "föreningen"
    """What the letter calls it after the first mention, in definite form."""
    contact: str = ""
    """Name of the contact person, or empty."""
    address: tuple[str, ...] = ()
    """Address lines, "Låtsasgatan 4" and "941 00 Piteå"."""


@dataclass(frozen=True, kw_only=True)
class Matter:
    """The application that the letter is about."""

    number: str
    """Our running number, "2026-014"."""
    dnr: str = ""
    """Reference number from the registrar, or empty."""
    scheme: str
    """What is applied for, "aktivitetsbidrag", as in "beviljar 6 500 kronor i …"."""
    place: str
    """The place, "Grindavík"; empty when the scheme knows no place."""
    year: int
    """Grant year."""
    purpose: str = ""
    """What the money is for, worded to follow "till": "vinterkonsert med kör från Grindavík"."""
    starts_on: date | None = None
    """First day of the activity."""
    ends_on: date | None = None
    """Last day of the activity."""
    asked: Kr
    """Sum asked for."""
    arrived_on: date
    """Arrival day."""
    goals: tuple[str, ...] = ()
    """The guideline's goals it serves, in its own words."""


@dataclass(frozen=True, kw_only=True)
class LetterFacts(Facts):
    """What every letter to an applicant needs."""

    recipient: Recipient
    """Who the letter goes to."""
    matter: Matter
    """The application."""
    guideline: GuidelineVersion
    """The guideline version that the case follows."""
    lapsed: bool = False
    """True when the guideline's validity had ended on `made_on`."""
    committee: str = "internationella kommittén"
    """The committee that is heard, in the middle of a sentence."""
