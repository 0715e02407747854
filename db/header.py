"""What a file says in its first bytes, read before anything is opened and without a trace."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from db.errors import Newer, NotARegister, OutOfReach, damaged, not_found, read_only
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x56616E62
"""'Vanb'."""
SCHEMA = 6
"""The schema that this version of the program writes."""

MAGIC = b"SQLite format 3\x00"
"""The first bytes of every SQLite file."""
_HEADER = 100
_LEAST_PAGE, _MOST_PAGE = 512, 65536
_MODES = (b"\x01\x01", b"\x02\x02")
_WHAT: tuple[tuple[bytes, Text], ...] = (
    (b"PK", say("en zip-, Excel- eller Word-fil")),
    (b"%PDF", say("en PDF")),
    (b"\xd0\xcf\x11\xe0", say("en fil från ett äldre Office-program")),
    (b"\x89PNG", say("en bild")),
    (b"\xff\xd8\xff", say("en bild")),
    (b"GIF8", say("en bild")),
    (b"\x1f\x8b", say("en packad fil")),
    (b"7z\xbc\xaf", say("en packad fil")),
    (b"Rar!", say("en packad fil")),
    (b"MZ", say("ett program")),
    (b"\x7fELF", say("ett program")),
    (b"<", say("en webbsida eller XML-fil")),
    (b"{", say("en JSON-fil")),
)


def read_header(path: Path) -> int:
    """Give the schema number of a register that can be opened for writing.

    Opens the file for reading only and writes nothing. Raises NotFound, NotARegister, Damaged,
    Newer, ReadOnly or OutOfReach.
    """
    schema = read_schema(path)
    if not _writable(path):
        raise read_only(path)
    return schema


def read_schema(path: Path) -> int:
    """Give the schema number of a register that can be read; raises as `read_header` else."""
    size = _size(path)
    head = _first_bytes(path)
    _require_register(path, head, size)
    schema = int.from_bytes(head[60:64], "big")
    if schema > SCHEMA:
        raise newer(path.name)
    _require_whole(path, head, size)
    return schema


def newer(name: str) -> Newer:
    """Say that a later version of the program made the register called `name`."""
    return Newer(
        say(
            "Registret {name} är gjort med en nyare version av Vänbok. Ingenting har ändrats. "
            "Installera den senaste versionen av programmet och öppna registret igen.",
            name=name,
        )
    )


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise not_found(path) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(found.st_mode):
        raise _not_ours(path, say("en mapp"))
    if not stat.S_ISREG(found.st_mode):
        raise _not_ours(path, say("en enhet, ingen fil"))
    return found.st_size


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> OutOfReach:
    return OutOfReach(
        say(
            "Filen {name} går inte att läsa ({reason}). Kontrollera att disken är ansluten och "
            "att du har rätt att läsa filen.",
            name=path.name,
            reason=plain(str(error)),
        )
    )


def _not_ours(path: Path, what: Text) -> NotARegister:
    return NotARegister(
        say(
            "{name} är inte ett register utan {what}. Ingenting har ändrats. "
            "Välj en fil som slutar på .vanbok.",
            name=path.name,
            what=what,
        )
    )


def _require_register(path: Path, head: bytes, size: int) -> None:
    """Refuse what is no register; a broken beginning of a register is damage."""
    if size == 0:
        raise NotARegister(
            say(
                "Filen {name} är tom (0 byte), så det finns inget register i den. "
                "Öppna den senaste säkerhetskopian i stället.",
                name=path.name,
            )
        )
    ours = head[68:72] == APPLICATION_ID.to_bytes(4, "big")
    if not head.startswith(MAGIC):
        if ours or head.startswith(MAGIC[:8]):
            raise damaged(path.name, say("filens början är trasig"))
        if not head.strip(b"\x00"):
            raise damaged(path.name, say("filen innehåller bara nollor"))
        raise _not_ours(path, _guess(head))
    if len(head) < _HEADER:
        raise damaged(path.name, say("bara {size} byte finns kvar", size=size))
    if not ours:
        raise _not_ours(path, say("en databas från ett annat program"))


def _guess(head: bytes) -> Text:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, what in _WHAT:
        if start.startswith(sign):
            return what
    if any(byte < ord(" ") and byte not in b"\t\n\f\r" for byte in head):
        return say("en fil av okänt slag")
    return say("en textfil")


def _require_whole(path: Path, head: bytes, size: int) -> None:
    """Refuse a header that no file of ours can have, and a file that is cut short."""
    page = int.from_bytes(head[16:18], "big")
    page = _MOST_PAGE if page == 1 else page
    possible = _LEAST_PAGE <= page <= _MOST_PAGE and page & (page - 1) == 0
    if not possible or head[18:20] not in _MODES or head[60:64] == bytes(4):
        raise damaged(path.name, say("filens början är trasig"))
    counted = head[24:28] == head[92:96]
    expected = page * int.from_bytes(head[28:32], "big")
    if counted and size < expected and not _unfinished(path):
        cut = say("{size} av {expected} byte finns kvar", size=size, expected=expected)
        raise damaged(path.name, cut)


def _unfinished(path: Path) -> bool:
    """Tell whether SQLite has a save to finish or take back, so that the size may differ."""
    others = (path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal"))
    try:
        return any(other.is_file() and other.stat().st_size > 0 for other in others)
    except OSError as error:
        raise _unreadable(path, error) from error


def _writable(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise _unreadable(path, error) from error
    open_to_us = (os.access(each, os.W_OK) for each in (path, path.parent))
    return bool(mode & stat.S_IWRITE) and all(open_to_us)
