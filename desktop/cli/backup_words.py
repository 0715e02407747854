"""Backups in words and as JSON, and the arguments that the subcommands about them share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.backups.making import Order
from db.backups.place import places
from desktop import __version__
from desktop.cli.subcommand import add_file

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from db.backups.listing import Backup
    from db.backups.making import Outcome
    from db.backups.occasion import Occasion
    from db.backups.place import Place


def add_places(parser: ArgumentParser) -> None:
    """Declare the register and the second place."""
    add_file(parser)
    parser.add_argument(
        "--second", type=Path, metavar="FOLDER", help="mapp på en annan disk, med egna kopior"
    )


def places_of(arguments: Namespace) -> tuple[Place, ...]:
    """Give the places of the arguments."""
    return places(arguments.file, arguments.second)


def order(occasion: Occasion) -> Order:
    """Give what a backup made now is to say of itself."""
    # The true time, also on another day at the desk: thinning looks at it.
    return Order(occasion=occasion, now=datetime.now(), program=__version__)  # noqa: DTZ005 - local


def size(count: int) -> str:
    """Write bytes as people read them: "3,2 MB"."""
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def outcome_line(outcome: Outcome) -> str:
    """Say what came of a backup in one place."""
    if outcome.backup is None or outcome.backup.facts is None:
        return str(outcome.trouble)
    events = outcome.backup.facts.events
    return f"Säkerhetskopierat och kontrollerat, {events} händelser: {outcome.backup.path}"


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """Give what came of a backup in one place as JSON holds it."""
    return {
        "folder": str(outcome.place.folder),
        "backup": None if outcome.backup is None else backup_data(outcome.backup),
        "trouble": None if outcome.trouble is None else str(outcome.trouble),
        "removed": outcome.removed,
    }


def backup_data(backup: Backup) -> dict[str, Any]:
    """Give a backup as JSON holds it."""
    facts = backup.facts
    return {
        "file": str(backup.path),
        "standing": backup.standing.value,
        "number": backup.number,
        "made_at": backup.made_at.isoformat(timespec="seconds"),
        "occasion": backup.occasion.value if backup.occasion else None,
        "program": backup.program or None,
        "size": backup.size,
        "schema": facts.schema if facts else None,
        "head": facts.head if facts else None,
        "events": facts.events if facts else None,
        "counts": dict(facts.counts) if facts else None,
        "trouble": str(backup.text) if backup.text else None,
    }
