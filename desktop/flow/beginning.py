"""What a register begins from: a municipality, and its own guideline, a copy or an empty one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop import library
from desktop.domain.guideline_edit import copied, empty
from desktop.domain.problems import refuse
from desktop.domain.sweden import plainest
from desktop.flow.sweden import court_for, known_municipality

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

FIRST = "pitea"
"""The guideline of a register for which neither municipality nor guideline is named."""
EMPTY = "empty"
"""Choice of a guideline that says nothing yet."""


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """A municipality with what is known of it, and the guideline that its register begins with."""

    name: str
    """Short name, "Piteå"."""
    facts: Mapping[str, Any]
    """Code, names, court and, for a ready municipality, office fields and places."""
    base: Mapping[str, Any]
    """Facts of the municipality whose guideline it is: roles of a committee, delegation."""
    guideline: Mapping[str, Any]
    """Data for guideline.parse."""
    copied_from: str = ""
    """Name of the municipality whose guideline was copied; "" for its own and for an empty one."""

    @property
    def full_name(self) -> str:
        """Give its name in letters."""
        return str(self.facts["full_name"])


def beginning(municipality: str, guideline: str, day: date) -> Beginning:
    """Find what is to begin; a Refusal names what is missing.

    Args:
        municipality: code or name, or the name of one that is not in Sweden's list; "" for the
            guideline's own.
        guideline: key of a ready guideline, or EMPTY; "" for the municipality's own.
        day: the first day of a copy.
    """
    name = municipality.strip()
    ready = ready_key(name) if name else guideline or FIRST
    key = guideline or ready
    if key == EMPTY:
        if not name:
            raise refuse("municipality", "Kommun – saknas – skriv kommunens namn.")
        facts = facts_of(name)
        own = _key_of(str(facts["name"]))
        tree = empty(own, str(facts["name"]), day)
        return Beginning(name=str(facts["name"]), facts=facts, base={}, guideline=tree)
    if not key:
        raise refuse(
            "guideline",
            "Riktlinje – {name} har ingen färdig – välj en att börja från: {names}.",
            name=name,
            names=", ".join([*_keys(), EMPTY]),
        )
    chosen = _ready(key)
    if not name or ready == key:
        facts = chosen.facts
        return Beginning(
            name=chosen.name, facts=facts, base=facts, guideline=_whole(chosen.guideline)
        )
    facts = facts_of(name)
    own = str(facts["name"])
    return Beginning(
        name=own,
        facts=facts,
        base=chosen.facts,
        guideline=copied(chosen.guideline, _key_of(own), own, day),
        copied_from=chosen.name,
    )


def ready_key(municipality: str) -> str:
    """Give the key of a municipality's own guideline, "" when there is none ready."""
    known = known_municipality(municipality)
    if known is None:
        return ""
    codes = {str(each.facts["code"]): each.key for each in library.municipalities()}
    return codes.get(known.code, "")


def facts_of(municipality: str) -> Mapping[str, Any]:
    """Give what is known of a municipality by its code or name: at least name and full name."""
    key, known = ready_key(municipality), known_municipality(municipality)
    if key:
        return library.municipality(key).facts
    if known is None:
        name = municipality.strip()
        full = name if "kommun" in name.casefold() else f"{name} kommun"
        return {"name": name.removesuffix(" kommun"), "full_name": full}
    court = court_for(known.code)
    found = {"code": known.code, "name": known.name, "full_name": known.full_name}
    return found if court is None else found | {"court": court.name, "court_address": court.address}


def _ready(key: str) -> library.Municipality:
    try:
        return library.municipality(key)
    except KeyError:
        raise refuse(
            "guideline",
            "Riktlinje – {key} finns inte – välj {names}.",
            key=key,
            names=", ".join([*_keys(), EMPTY]),
        ) from None


def _keys() -> list[str]:
    return [each.key for each in library.municipalities()]


def _whole(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**data, "scheme": data.get("scheme", [])}


def _key_of(name: str) -> str:
    return "-".join(plainest(name).split())
