"""`backups`: the backups there are, and how each differs from the register now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.backups.difference import Difference, difference
from db.backups.facts import live
from db.backups.listing import Backup, listing
from db.errors import FileTrouble
from desktop.cli.backup_words import add_places, backup_data, places_of, size
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, add_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path


def run(arguments: Namespace) -> int:
    """List them by place, the newest first; of every register when this one cannot be read."""
    register = arguments.file.absolute()
    uuid = _uuid(register)
    found = [
        (place.folder, each, _differing(register, each) if uuid else None)
        for place in places_of(arguments)
        for each in listing(place, uuid)
    ]
    if arguments.json:
        print(written([data(each, differs) for _, each, differs in found]))
    else:
        _print(found)
    return 0


def _uuid(register: Path) -> str | None:
    try:
        return live(register).register_uuid
    except FileTrouble:
        return None


def _differing(register: Path, backup: Backup) -> Difference | None:
    try:
        return difference(register, backup.path) if backup.usable else None
    except FileTrouble:
        return None


def data(backup: Backup, differs: Difference | None) -> dict[str, Any]:
    """Give a backup and how it differs as JSON holds it."""
    compared = None
    if differs is not None:
        compared = {
            "relation": differs.relation.value,
            "only_now": differs.here,
            "only_backup": differs.there,
            "counts": {each.table: [each.there, each.here] for each in differs.counts},
        }
    return backup_data(backup) | {"difference": compared}


def _print(found: list[tuple[Path, Backup, Difference | None]]) -> None:
    shown = None
    for folder, each, differs in found:
        if folder != shown:
            print(folder)
            shown = folder
        print(f"  {line(each, differs)}")
    if not found:
        print("Det finns ingen säkerhetskopia.")


def line(backup: Backup, differs: Difference | None) -> str:
    """Give a backup in a line."""
    parts = [f"{backup.made_at:%Y-%m-%d %H.%M}", size(backup.size)]
    if backup.facts is not None:
        parts.append(f"{backup.facts.events} händelser")
    if backup.occasion is not None:
        parts.append(str(backup.occasion.words))
    if differs is not None:
        parts.append(str(differs.words))
    if backup.text is not None:
        parts.append(str(backup.text))
    return f"{backup.path.name}\n    {' · '.join(parts)}"


def _add(parser: ArgumentParser) -> None:
    add_places(parser)
    add_json(parser)


SUBCOMMAND = Subcommand(
    name="backups",
    about="Visa säkerhetskopiorna och hur de skiljer sig från registret nu.",
    add=_add,
    run=run,
)
