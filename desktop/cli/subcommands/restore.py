"""`restore`: puts a backup in the place of the register, and keeps what was there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db.backups.occasion import Occasion
from db.backups.restoring import Restored, restore
from desktop.cli.backup_words import add_places, order, outcome_data, outcome_line, places_of
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, Unusable, add_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from db.backups.place import Place


def run(arguments: Namespace) -> int:
    """Restore, and say where the register as it was is kept."""
    places = places_of(arguments)
    backup = _found(arguments.backup, places)
    done = restore(arguments.file.absolute(), backup, places, order(Occasion.RESTORE))
    if arguments.json:
        print(
            written(
                {
                    "events": done.facts.events,
                    "head": done.facts.head,
                    "proven": done.proven,
                    "kept": [outcome_data(each) for each in done.outcomes],
                    "aside": str(done.aside) if done.aside else None,
                }
            )
        )
    else:
        for sentence in _sentences(arguments.file, done):
            print(sentence)
    return 0


def _found(backup: Path, places: Sequence[Place]) -> Path:
    """Find a backup by its path, or by its name in one of the places."""
    if backup.exists():
        return backup.absolute()
    for place in places:
        if (place.folder / backup.name).exists() and backup.name == str(backup):
            return place.folder / backup.name
    raise Unusable(f"Det finns ingen säkerhetskopia som heter {backup}. Se `backups`.")


def _sentences(register: Path, done: Restored) -> Iterator[str]:
    yield f"{register.name} är återställt och kontrollerat: {done.facts.events} händelser."
    if not done.proven:
        yield "Kopian saknade följesedel eller hade ändrats. Kontrollera registret med `check`."
    if done.outcomes or done.aside:
        yield "Så här sparades registret som det var:"
    for each in done.outcomes:
        yield f"  {outcome_line(each)}"
    if done.aside is not None:
        yield f"  Filerna är undanlagda i {done.aside}"


def _add(parser: ArgumentParser) -> None:
    add_places(parser)
    parser.add_argument(
        "backup", type=Path, metavar="BACKUP", help="säkerhetskopian, eller bara dess namn"
    )
    add_json(parser)


SUBCOMMAND = Subcommand(
    name="restore",
    about="Återställ registret från en säkerhetskopia; som det var sparas först.",
    add=_add,
    run=run,
)
