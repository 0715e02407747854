"""A register as a subcommand: its list in words or as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.cli.columns import table
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, add_file, add_json, add_on, opened

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable

    from desktop.flow.desk import Desk

LONGEST = 60
"""Characters of a cell; the rest is in the JSON."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What one register shows on the command line."""

    name: str
    """The subcommand."""
    about: str
    """One sentence for the help."""
    empty: str
    """What is said when nothing is found."""
    head: tuple[str, ...]
    """Heading of each column."""
    read: Callable[[Desk, Namespace], Iterable[Any]]
    """Gives the rows that the arguments let through."""
    row: Callable[[Any], tuple[str, ...]]
    """Gives a row as words, one for each column."""
    data: Callable[[Any], dict[str, Any]]
    """Gives a row as data; days as ISO, sums in kronor."""
    right: tuple[int, ...] = ()
    """Columns aligned to the right."""
    by_year: bool = False
    """True when a year can be asked for."""


def subcommand(listing: Listing) -> Subcommand:
    """Make the subcommand of a register."""

    def add(parser: ArgumentParser) -> None:
        add_file(parser)
        parser.add_argument("--text", default="", help="ord som ska finnas i raden")
        if listing.by_year:
            parser.add_argument("--year", type=int, help="året")
        add_json(parser)
        add_on(parser)

    def run(arguments: Namespace) -> int:
        with opened(arguments) as desk:
            rows = list(listing.read(desk, arguments))
            if arguments.json:
                print("[", ",\n ".join(written(listing.data(row)) for row in rows), "]", sep="")
            elif rows:
                cells = (tuple(map(_clipped, listing.row(row))) for row in rows)
                print(table(listing.head, cells, listing.right))
            else:
                print(listing.empty)
        return 0

    return Subcommand(name=listing.name, about=listing.about, add=add, run=run)


def _clipped(words: str) -> str:
    line = " ".join(words.splitlines())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
