"""What a file that could not be opened is, why it may be so, and what can be done: in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.backups.place import FOLDER, named
from db.backups.trouble import OpenedBackup
from db.errors import (
    Damaged,
    FileTrouble,
    Locked,
    Newer,
    NotARegister,
    NotFound,
    OutOfReach,
    ReadOnly,
)
from db.pages import spans
from desktop.domain.text import Text, plain
from desktop.ui import kept_words
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark
from desktop.ui.widgets.file import size_words

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


_AS_IT_IS = plain("x").template
"""How words that SQLite itself says stand in a Text."""


class State(StrEnum):
    """What is the matter, as the page needs to know it."""

    MISSING = "missing"
    EMPTY = "empty"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    CLOSED = "closed"
    """Read-only, or in a folder that is."""
    NEWER = "newer"
    HELD = "held"
    """Open in another window or program."""
    AWAY = "away"
    """The disk or share does not answer."""
    BACKUP = "backup"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Ways:
    """What the page offers for a state."""

    backups: bool = False
    """Backups are looked for."""
    restore: bool = False
    """One of them can take the file's place."""
    look: bool = False
    """The file itself can be looked at."""
    copy: bool = False
    """An own copy of it can be saved."""


WAYS = {
    State.MISSING: Ways(backups=True, restore=True),
    State.EMPTY: Ways(backups=True, restore=True),
    State.FOREIGN: Ways(backups=True, restore=True),
    State.DAMAGED: Ways(backups=True, restore=True),
    State.CLOSED: Ways(look=True, copy=True),
    State.NEWER: Ways(),
    State.HELD: Ways(look=True),
    State.AWAY: Ways(backups=True),
    State.BACKUP: Ways(look=True),
    State.OTHER: Ways(),
}


_KINDS: tuple[tuple[type[FileTrouble], State], ...] = (
    (OpenedBackup, State.BACKUP),
    (NotFound, State.MISSING),
    (NotARegister, State.FOREIGN),
    (Damaged, State.DAMAGED),
    (ReadOnly, State.CLOSED),
    (Newer, State.NEWER),
    (Locked, State.HELD),
    (OutOfReach, State.AWAY),
)


def state_of(trouble: FileTrouble | None, path: Path | None) -> State:
    """Tell what is the matter."""
    state = next((each for kind, each in _KINDS if isinstance(trouble, kind)), State.OTHER)
    if state is State.MISSING and not _folder_there(path):
        return State.AWAY
    if state is State.FOREIGN and path is not None and _size(path) == 0:
        return State.EMPTY
    return state


def _folder_there(path: Path | None) -> bool:
    try:
        return path is not None and path.parent.is_dir()
    except OSError:
        return False


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def heading(state: State, name: str) -> tuple[str, Mark]:
    """Give what happened in five words, and how loud it is."""
    words = {
        State.MISSING: tr("{name} finns inte där den låg", name=name),
        State.EMPTY: tr("{name} är tom", name=name),
        State.FOREIGN: tr("{name} är inget register", name=name),
        State.DAMAGED: tr("Registret {name} går inte att läsa", name=name),
        State.CLOSED: tr("{name} är skrivskyddat", name=name),
        State.NEWER: tr("{name} är gjort med en nyare version", name=name),
        State.HELD: tr("{name} är redan öppet", name=name),
        State.AWAY: tr("{name} går inte att nå", name=name),
        State.BACKUP: tr("Det här är en säkerhetskopia"),
        State.OTHER: tr("{name} gick inte att öppna", name=name),
    }
    loud = {State.DAMAGED: Mark.STOP, State.BACKUP: Mark.INFO, State.HELD: Mark.INFO}
    return words[state], loud.get(state, Mark.WARN)


def sentence(state: State, trouble: FileTrouble | None, path: Path | None, now: datetime) -> str:
    """Say what it is and that nothing was written, before the backups are known."""
    words = {
        State.DAMAGED: tr("Filen är skadad. Ingenting har skrivits i den."),
        State.EMPTY: tr(
            "Filen har 0 byte, så det finns inget register i den. Ingenting har skrivits i den."
        ),
        State.MISSING: tr("Har den flyttats eller döpts om? Leta upp den med Öppna en annan fil."),
        State.CLOSED: tr(
            "Det går att titta i det, men inget kan sparas. Spara en egen kopia och arbeta i "
            "den, eller ta bort skrivskyddet."
        ),
        State.BACKUP: _of_backup(path, now),
        State.AWAY: _of_folder(path) if isinstance(trouble, NotFound) else "",
    }
    return words.get(state, "") or (shown(trouble.text) if trouble is not None else "")


def _of_backup(path: Path | None, now: datetime) -> str:
    said = named(path.name) if path is not None else None
    if said is None:
        return ""
    return tr(
        "Den är från {when} och ska vara som den är. Titta i den utan att ändra, eller återgå "
        "till den i registret.",
        when=kept_words.within(said.made_at, now),
    )


def _of_folder(path: Path | None) -> str:
    return tr(
        "Mappen {folder} finns inte nu. Anslut disken eller nätverket och försök igen.",
        folder=str(path.parent) if path is not None else "",
    )


def facts(
    state: State, trouble: FileTrouble | None, path: Path | None, *, backups: bool
) -> list[tuple[str, str]]:
    """Give file, fault, what may have caused it, and what becomes of it where there are backups."""
    if path is None:
        return []
    # A disk that is away may keep whoever asks it for minutes.
    size = None if state is State.AWAY else _size(path)
    where = str(path) if size is None else f"{path}, {size_words(size) if size else '0 byte'}"
    rows = [(tr("Fil"), where), (tr("Fel"), fault(state, trouble))]
    rows.append((tr("Möjlig orsak"), _cause(state, trouble)))
    if backups and WAYS[state].restore and size is not None:
        kept = tr(
            "Läggs undan i mappen {folder} bredvid när du fortsätter från en kopia. "
            "Den raderas aldrig.",
            folder=FOLDER,
        )
        rows.append((_left(state), kept))
    elif size is not None:
        rows.append((tr("Ändrat i filen"), tr("Ingenting. Den ligger kvar som den är.")))
    return [(label, words) for label, words in rows if words]


def _left(state: State) -> str:
    return tr("Den skadade filen") if state is State.DAMAGED else tr("Filen")


def fault(state: State, trouble: FileTrouble | None) -> str:
    """Say what was found in the file."""
    if state is not State.DAMAGED or trouble is None:
        return ""
    pages: tuple[int, ...] = getattr(trouble, "pages", ())
    if len(pages) == 1:
        return tr("Sidan {page} innehåller fel data.", page=pages[0])
    if pages:
        return tr("Sidorna {pages} innehåller fel data.", pages=spans(pages))
    detail = dict(trouble.text.values).get("detail")
    words = shown(detail) if isinstance(detail, Text) else ""
    if isinstance(detail, Text) and detail.template == _AS_IT_IS:
        return tr("Filens inre ordning är bruten ({reason}).", reason=words)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _cause(state: State, trouble: FileTrouble | None) -> str:
    if state is State.HELD and getattr(trouble, "holder", None) is not None:
        return ""
    words = {
        State.DAMAGED: tr(
            "Datorn stängdes av, disken har fel, eller ett synkprogram skrev över filen."
        ),
        State.EMPTY: tr("En kopiering eller synkning som inte blev klar."),
        State.MISSING: tr(
            "Den har flyttats, döpts om eller tagits bort, eller så är den inte synkad hit än."
        ),
        State.AWAY: tr("Disken är urkopplad, nätverket är borta, eller du är inte inloggad där."),
        State.CLOSED: tr(
            "Filen ligger på en skrivskyddad disk, i en mapp du bara får läsa, eller är märkt "
            "som skrivskyddad."
        ),
        State.HELD: tr(
            "Ett annat fönster, en säkerhetskopiering eller ett virusskydd använder filen just nu."
        ),
    }
    return words.get(state, "")
