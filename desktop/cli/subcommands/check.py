"""`check`: verifies the whole register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.check import check
from desktop.cli.derived_rows import differing
from desktop.cli.subcommand import Subcommand, add_file, opened
from desktop.flow.text_trial import unreadable

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Say everything that is wrong; exit code 1 when something is."""
    with opened(arguments) as desk:
        found = [str(each) for each in check(desk.store)]
        # Rows of a file that is broken cannot be counted again.
        found = found or [str(each) for each in (*differing(desk), *unreadable(desk))]
        events = desk.store.last_event_id
    for sentence in found:
        print(sentence)
    if not found:
        print(f"Allt stämmer: {events} händelser i obruten följd, alla brev och rader oförändrade.")
    return 1 if found else 0


SUBCOMMAND = Subcommand(
    name="check",
    about="Kontrollera filen, loggen, breven och det som räknats fram.",
    add=add_file,
    run=run,
)
