"""`backup`: makes a backup now, also while a window has the register open."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from db.backups.making import back_up
from db.backups.occasion import Occasion
from desktop.cli.backup_words import add_places, order, outcome_data, outcome_line, places_of
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, add_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def run(arguments: Namespace) -> int:
    """Say what came of it in each place; exit code 1 when it failed in one of them."""
    outcomes = back_up(arguments.file.absolute(), places_of(arguments), order(Occasion.ASKED))
    if arguments.json:
        print(written([outcome_data(each) for each in outcomes]))
    else:
        for each in outcomes:
            print(outcome_line(each), file=sys.stdout if each.backup else sys.stderr)
    return 1 if any(each.backup is None for each in outcomes) else 0


def _add(parser: ArgumentParser) -> None:
    add_places(parser)
    add_json(parser)


SUBCOMMAND = Subcommand(
    name="backup",
    about="Gör en säkerhetskopia nu, bredvid registret och i en mapp till.",
    add=_add,
    run=run,
)
