"""`example`: the ready example register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.example import MUNICIPALITIES, make
from desktop.cli.subcommand import Subcommand, add_file

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def run(arguments: Namespace) -> int:
    """Make the register; a file that is there is never overwritten."""
    with make(arguments.file, arguments.municipality) as store:
        count = store.rows("SELECT count(*) FROM grant_case")[0][0]
        print(f"Exempelregistret med {count} ärenden är klart: {arguments.file}")
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
