"""`pictures`: the letters, and every page of the program as a picture.

The drawing is handed in: it needs Qt, which nothing here may know.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.cli.subcommand import Subcommand, add_file, add_on
from desktop.cli.subcommands import letters

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

Draw: TypeAlias = Callable[[Path, Path, date | None], int]
"""Draws the pages of a register in a folder on a day, and gives how many pictures it made."""


def pictures(draw: Draw) -> Subcommand:
    """Make the subcommand of what draws the pages."""

    def run(arguments: Namespace) -> int:
        code = letters.run(arguments)
        count = draw(arguments.file, arguments.out, arguments.on)
        print(f"{count} bilder i {arguments.out}")
        return code

    return Subcommand(
        name="pictures",
        about="Spara breven, och en bild av varje sida i ljust och mörkt, 100 och 200 procent.",
        add=_add,
        run=run,
    )


def _add(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="mappen")
    add_on(parser)
