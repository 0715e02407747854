"""`example`: the ready example register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.example import MUNICIPALITIES, make
from desktop.cli.subcommand import Subcommand, add_file
from desktop.domain.casework import Case
from desktop.domain.visiting import Visit

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def run(arguments: Namespace) -> int:
    """Make the register; a file that is there is never overwritten."""
    with make(arguments.file, arguments.municipality) as store:
        cases, visits = store.count(Case), store.count(Visit)
        content = f"{cases} ärenden" if cases else f"{visits} besök och kontakter"
        print(f"Exempelregistret med {content} är klart: {arguments.file}")
    return 0


def _add(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument(
        "--municipality",
        choices=MUNICIPALITIES,
        default=MUNICIPALITIES[0],
        help="vilken kommuns exempel; pitea om inget sägs",
    )


SUBCOMMAND = Subcommand(
    name="example",
    about="Gör exempelregistret, likadant varje gång.",
    add=_add,
    run=run,
)
