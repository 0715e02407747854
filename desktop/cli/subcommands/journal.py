"""`journal`: the journal of a case as it stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.subcommand import Subcommand, add_on, opened
from desktop.cli.subcommands.dossier import add_case, case_named
from desktop.flow.journal import journal

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_case(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Draw the journal; nothing is kept in the register."""
    with opened(arguments) as desk:
        drawn = journal(desk, case_named(desk, arguments.case))
    arguments.out.write_bytes(drawn)
    print(f"Journalen för {arguments.case} i {arguments.out}")
    return 0


SUBCOMMAND = Subcommand(
    name="journal",
    about="Spara journalen för ett ärende, som det står i dag.",
    add=add,
    run=run,
)
