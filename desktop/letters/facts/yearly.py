"""What the yearly report to the board says."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.yearly import Yearly
from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class YearResult:
    """What a visit or a project of the year gave, as its report says."""

    title: str
    """"Besök från Grindavík", "Norden läser"."""
    when: str = ""
    """"12–15 oktober 2026"."""
    purpose: str = ""
    """What it was for."""
    gave: str
    """What it gave."""


@dataclass(frozen=True, kw_only=True)
class YearlyReportFacts(Facts):
    """A year whole, and the document that asks for the report; `made_on` is its day."""

    yearly: Yearly
    """Every figure with its rows, the answers, what remains and her own words."""
    version: int = 1
    """1, 2, 3 …; above 1 it replaces an earlier report of the year."""
    guideline: str
    """Title of the guideline, "Policy för internationella kontakter"."""
    cited: str = ""
    """Where it asks for the report; empty when it does not say."""
    rules: tuple[tuple[str, str], ...] = ()
    """Key of a section and where the guideline asks for it: ("contacts", "P10 Besök st. 1")."""
    results: tuple[YearResult, ...] = ()
    """What the visits and projects of the year gave, by day."""
    draft: bool = False
    """True for a preview before it is made: marked on every page."""
