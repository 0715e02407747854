"""What the list of networks, projects, plans, contact persons and documents says."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class WorkColumn:
    """A column of one of the lists."""

    title: str
    """Its head."""
    weight: float
    """Its share of the width."""
    right: bool = False
    """True for sums."""


@dataclass(frozen=True, kw_only=True)
class WorkTable:
    """One of the lists."""

    title: str
    """"Nätverk"."""
    rules: str = ""
    """Where the guideline asks for it: "U4 Principer, tredje punkten"; empty when it does not."""
    columns: tuple[WorkColumn, ...]
    """The columns."""
    rows: tuple[tuple[str, ...], ...]
    """The rows, each with as many words as there are columns; never empty."""
    note: str = ""
    """A sentence under the list, such as its sum."""


@dataclass(frozen=True, kw_only=True)
class WorkListFacts(Facts):
    """The lists as they stand on `made_on`; never kept."""

    tables: tuple[WorkTable, ...]
    """The lists that hold anything."""
