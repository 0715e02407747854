"""What a form, a command line and a JSON Schema need to know of a command's field."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """How a field is asked for; each has one reading (reading.py) and one input (ui)."""

    LINE = "line"
    """One line of words, at most `limit` characters."""
    NOTE = "note"
    """Several lines, at most `limit` characters."""
    KR = "kr"
    """Whole kronor, 0 to 999 999 999."""
    NUMBER = "number"
    """A whole number."""
    DAY = "day"
    """A date without time or zone."""
    YES = "yes"
    """Yes or no."""
    CHOICE = "choice"
    """One of `choices`."""
    CHOICES = "choices"
    """Any of `choices`, in their order."""
    REF = "ref"
    """The id of a row of the kind `ref`."""
    REFS = "refs"
    """The ids of several rows of the kind `ref`."""
    FILE = "file"
    """A file's name and bytes."""
    ROWS = "rows"
    """A list of small records, each a dataclass made of asks: `row`."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What one field of a command is called, takes and needs."""

    kind: Kind
    """How it is asked for and read."""
    label: Text
    """The word beside the field."""
    help: Text | None = None
    """One sentence, or nothing."""
    choices: tuple[tuple[str, Text], ...] = ()
    """Key and word of each choice; empty when they come from the guideline or the register."""
    source: str = ""
    """Where choices come from when they are not fixed: "goals", "schemes", "reasons" …"""
    ref: str = ""
    """The register that a REF or REFS points into: "association", "place", "case" …"""
    row: type[Any] | None = None
    """The dataclass of one row of ROWS."""
    limit: int = 200
    """The most characters of a LINE (200) or NOTE (20 000)."""
    low: int = 0
    """The least number of kronor or of a NUMBER."""
    high: int = 999_999_999
    """The greatest number of kronor or of a NUMBER."""
    past: bool = False
    """True for a DAY that cannot lie after today."""
    required: bool = True
    """False where the field may be left empty."""


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that somebody chose or dropped."""

    name: str
    """The file's own name, without folders."""
    content: bytes
    """All of it; at most 25 MB."""


def ask(kind: Kind, label: str, *, default: Any = MISSING, **more: Any) -> Any:  # noqa: ANN401
    """Declare a command's field; without a default it is obligatory."""
    words = more.pop("help", None)
    choices = tuple((key, say(word)) for key, word in more.pop("choices", {}).items())
    if kind is Kind.NOTE:
        more.setdefault("limit", 20_000)
    asked = Ask(
        kind=kind,
        label=say(label),
        choices=choices,
        help=say(words) if words else None,
        required=more.pop("required", default is MISSING),
        **more,
    )
    if default is MISSING:
        return field(metadata={"ask": asked})
    return field(default=default, metadata={"ask": asked})


def asks(command: type[Any]) -> Mapping[str, Ask]:
    """Give every field of a command by name, in the order it is asked for."""
    return {each.name: each.metadata["ask"] for each in fields(command)}
