"""What was done with a register's file, said in the band at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from db.backups.restoring import Restored
    from db.moving import MovedTo
    from db.rescue import PutBack


def restored_words(backup: Path, restored: Restored) -> Text:
    """Say what was put back, and where what it took the place of is."""
    from db.backups.place import named  # noqa: PLC0415 - not before the first paint

    known = named(backup.name)
    when = f"{known.made_at:%Y-%m-%d %H.%M}" if known is not None else backup.name
    sentences = [say("Registret är nu som det var {when}.", when=plain(when))]
    if restored.aside is not None:
        folder = plain(str(restored.aside))
        sentences.append(say("Det som låg där förut ligger i {folder}.", folder=folder))
    elif any(each.backup is not None for each in restored.outcomes):
        sentences.append(say("Som det var nyss finns det kvar bland säkerhetskopiorna."))
    if not restored.proven:
        sentences.append(say("Kopian saknade sitt kontrollblad: kontrollera registret."))
    return _joined(sentences)


def put_back_words(done: PutBack) -> Text:
    """Say that the name is the register's own again."""
    if done.aside is None:
        return say("Registret ligger på sin plats igen som {name}.", name=plain(done.path.name))
    return say(
        "Registret ligger på sin plats igen som {name}. Filen som låg där heter nu {other}.",
        name=plain(done.path.name),
        other=plain(done.aside.name),
    )


def moved_words(done: MovedTo) -> Text:
    """Say where the register lies now, and what is left where it lay."""
    if done.former is not None:
        return say(
            "Registret ligger nu i {folder}. Den gamla filen i {former} gick inte att ta bort: "
            "arbeta inte i den.",
            folder=plain(str(done.path.parent)),
            former=plain(str(done.former.parent)),
        )
    return say(
        "Registret ligger nu i {folder}. Där det låg finns det kvar som säkerhetskopia.",
        folder=plain(str(done.path.parent)),
    )


def _joined(sentences: Sequence[Text]) -> Text:
    named = [(f"s{number}", sentence) for number, sentence in enumerate(sentences)]
    return Text(" ".join(f"{{{name}}}" for name, _ in named), tuple(named))
