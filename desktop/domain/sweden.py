"""The municipalities of Sweden and the administrative court that each belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.swedish import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """One of the 290."""

    code: str
    """Four digits, the first two the county's: "2581"."""
    name: str
    """"Piteå"."""
    full_name: str
    """As it stands in its own letters: "Piteå kommun", "Malmö stad", "Region Gotland"."""
    county: str
    """"Norrbottens län"."""

    @property
    def county_code(self) -> str:
        """Give the two digits of the county."""
        return self.code[:2]


@dataclass(frozen=True, kw_only=True)
class Court:
    """An administrative court (förvaltningsrätt), where appeals are handed in (13 kap. KL)."""

    key: str
    """"umea"."""
    name: str
    """"Förvaltningsrätten i Umeå"."""
    address: str
    """Box, postcode and town, as far as known: whoever uses it checks it."""
    counties: tuple[str, ...]
    """Codes of the counties it serves, but for municipalities that another court names."""
    municipalities: tuple[str, ...]
    """Codes of municipalities in other courts' counties that it serves as well."""


def court_of(courts: Sequence[Court], code: str) -> Court | None:
    """Give the court of a municipality: one that names it goes before that of its county.

    None for a code of no county.
    """
    named = [each for each in courts if code in each.municipalities]
    by_county = [each for each in courts if code[:2] in each.counties]
    return next(iter([*named, *by_county]), None)


def find_municipality(known: Iterable[Municipality], written: str) -> Municipality | None:
    """Find one by code, name or full name, whatever the case; None when nothing is just so."""
    words = _folded(written)
    for each in known:
        if words in (each.code, _folded(each.name), _folded(each.full_name)):
            return each
    return None


def plainest(text: str) -> str:
    """Fold further than search does, for a keyboard without å, ä and ö: "malmo" is Malmö."""
    return fold(text).translate(_BARE)


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


_BARE = str.maketrans("åäö", "aao")
