"""A form that was begun and not sent: which form, what was typed in it, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from desktop.flow.ask import File

FIRST_WORDS = 90
"""Letters of a draft that are shown in the list."""


@dataclass(frozen=True, kw_only=True)
class DraftKey:
    """Which form it is; several drafts of one form may stand beside each other."""

    register: str = ""
    """The register's own uuid; "" before one is open."""
    act: str
    """Name of the step, or of what is written: "decide", "letter_text"."""
    subject: int = 0
    """Id of what the act is about; 0 for something new."""
    more: str = ""
    """What else tells it from its neighbours: a year, the name of a text."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where in the program a form stands, as it was when somebody wrote in it."""

    page: str = ""
    """Key of the page; "" when nobody knows."""
    subject: int = 0
    """Subject of its route."""
    act: str = ""
    """Act of its route."""
    what: str = ""
    """Heading of the form: "Ny ansökan"."""
    where: str = ""
    """Title of the page: "2026-014 Körsällskapet Trollsländan"."""
    event: int = 0
    """The register's last event when it was begun; 0 when nobody knows."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What was typed."""

    id: str
    """Its own name, the same as long as it lives."""
    key: DraftKey
    """Which form it is of."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What was typed, by field, as JSON has it."""
    changed: tuple[str, ...] = ()
    """Fields that no longer hold what was proposed; () when nobody knows."""
    spot: Spot = Spot()
    """Where."""
    at: datetime
    """When it was written in last."""

    def first_words(self) -> str:
        """Give the beginning of the longest thing that was typed, on one line."""
        written = (" ".join(each.split()) for each in words_in(self._own()))
        longest = max(written, key=len, default="")
        return longest if len(longest) <= FIRST_WORDS else f"{longest[:FIRST_WORDS].rstrip()} …"

    def text(self) -> str:
        """Give every word that was typed, to be copied."""
        return "\n\n".join(dict.fromkeys(each for each in words_in(self._own()) if each.strip()))

    def _own(self) -> Mapping[str, object]:
        """Give what a person wrote, without what was proposed."""
        own = {name: self.values[name] for name in self.changed if name in self.values}
        return own or self.values


def words_in(value: object) -> list[str]:
    """Give the words somewhere in what was typed; numbers, keys and days are no words."""
    if isinstance(value, str):
        return [value] if any(letter.isalpha() for letter in value) else []
    if isinstance(value, Mapping):
        return [word for each in value.values() for word in words_in(each)]
    if isinstance(value, Sequence):
        return [word for each in value for word in words_in(each)]
    return []


def plainly(value: object) -> object:
    """Give a raw value as JSON has it; a file whose place nobody knows is left out."""
    if isinstance(value, Mapping):
        return {str(name): plainly(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plainly(each) for each in value if not isinstance(each, File)]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, File):
        return ""
    return value if isinstance(value, str | bool | int | float | None) else str(value)


def as_json(draft: Draft) -> dict[str, Any]:
    """Give a draft as it lies on the disk; the file says which register it is of."""
    key = asdict(draft.key)
    del key["register"]
    return {
        "key": key,
        "values": plainly(draft.values),
        "changed": list(draft.changed),
        "spot": asdict(draft.spot),
        "at": draft.at.isoformat(timespec="seconds"),
    }


def from_json(register: str, name: str, found: object) -> Draft:
    """Read a draft; ValueError when it is none of ours."""
    try:
        found = dict(found.items())  # type: ignore[attr-defined]
        values = dict(found["values"].items())
        key = DraftKey(register=register, **found["key"])
        spot = Spot(**found["spot"])
        at = datetime.fromisoformat(found["at"])
        changed = tuple(str(each) for each in found.get("changed", ()))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(name) from error
    _check(key)
    _check(spot)
    return Draft(id=name, key=key, values=values, changed=changed, spot=spot, at=at)


def _check(record: DraftKey | Spot) -> None:
    """Raise ValueError when a field is not of the kind it is declared to be."""
    for name, value in asdict(record).items():
        if type(value) is not type(getattr(_BLANK[type(record)], name)):
            raise ValueError(name)


_BLANK: dict[type, DraftKey | Spot] = {DraftKey: DraftKey(act=""), Spot: Spot()}


def written_in(draft: Draft, values: Mapping[str, object], spot: Spot, at: datetime) -> Draft:
    """Give the draft as it is after more was written; where it was begun stays known."""
    begun = replace(spot, event=draft.spot.event) if draft.spot.page else spot
    return replace(draft, values=values, spot=begun, at=at)
