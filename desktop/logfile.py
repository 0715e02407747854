"""The log of this person's program: acts done and places in the code that failed, nothing else.

Nothing that a person wrote is ever logged: not the words of an exception, not a path.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import re
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

FOLDER = "VANBOK_LOG"
"""Environment variable that names another folder; tests use it."""
LARGEST = 200_000
"""Bytes; a log that has grown larger is put aside as vanbok.1.log, that one as vanbok.2.log."""
ASIDE = 4
"""Logs that are kept aside; the oldest goes."""
LONGEST = 8_000
"""Letters of one note; of what is longer the end is left out."""
NAME = "vanbok.log"
CRASHES = "crash.log"
_FILE = re.compile(r'File "(?:[^"]*[/\\])?([^"/\\]+)"')
QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'|“[^”]*”')
"""What Qt quotes may be a name or a text of the register."""


def folder() -> Path:
    """Give the folder of this person's logs, whether or not it is there yet."""
    if given := os.environ.get(FOLDER):
        return Path(given)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "Vanbok" / "Log"
    if sys.platform == "darwin":
        return home / "Library" / "Logs" / "Vanbok"
    return Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state") / "vanbok"


def start() -> Path | None:
    """Have crashes of the interpreter noted; None when no log can be kept, which is no harm."""
    path = folder() / CRASHES
    if faulthandler.is_enabled():
        return path
    try:
        _private(path.parent)
        if path.exists() and path.stat().st_size > LARGEST:
            path.unlink()
        _clean(path)
        crash_in(path)
    except OSError:
        return None
    return path


def _clean(path: Path) -> None:
    """Take the folders of this computer out of what was noted when the interpreter crashed.

    It names them itself, with the name of the account, and leaves nobody else time to do it.
    """
    try:
        with path.open("r+b") as file:
            found = file.read()
            kept = without_folders(found.decode("utf-8", "replace")).encode()
            if kept != found:
                # The same file, as another program that runs may have it open for its crash.
                file.seek(0)
                file.write(kept)
                file.truncate()
    except FileNotFoundError:
        return


def without_folders(note: str) -> str:
    """Give what the interpreter wrote when it crashed, without the folders of this computer."""
    return _FILE.sub(r'File "\1"', note)


def crash_in(path: Path) -> int:
    """Have a crash of the interpreter noted in a file; gives its handle. OSError when it cannot."""
    # Open for as long as the program runs: a crash has no time to open it.
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    faulthandler.enable(opened)
    return opened


def act(name: str, event_id: int) -> None:
    """Note an act that was done, by its name and the number of its event."""
    _note(f"act {name} event {event_id}")


def trouble(error: BaseException) -> None:
    """Note an error that nobody expected."""
    _note(report(error))


def qt(kind: str, words: str) -> None:
    """Note what Qt complained of, without any path it names."""
    said = QUOTED.sub("…", words)
    kept = " ".join(word for word in said.split() if not {"/", "\\", "@"} & set(word))
    _note(f"Qt {kind}: {kept[:200]}")


def _note(words: str) -> None:
    """Write in the log; one that cannot be written stops nothing."""
    path = folder() / NAME
    try:
        _private(path.parent)
        if path.exists() and path.stat().st_size > LARGEST:
            _put_aside(path)
        note = f"{time.strftime('%Y-%m-%d %H:%M:%S')} {words[:LONGEST]}\n"
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with open(opened, "ab", buffering=0) as file:  # noqa: PTH123 - opened for its owner alone
            file.write(note.encode("utf-8", "backslashreplace"))
    except OSError:
        return


def _put_aside(path: Path) -> None:
    """Number the logs one higher; of two programs that do so at once one may find nothing."""
    names = [path, *(path.with_name(f"vanbok.{number}.log") for number in range(1, ASIDE + 1))]
    for older, newer in zip(names[:0:-1], names[-2::-1], strict=True):
        with suppress(FileNotFoundError):
            newer.replace(older)


def _private(where: Path) -> None:
    """Make a folder that nobody else can look into."""
    if not where.is_dir():
        where.mkdir(parents=True, mode=0o700)


def heading() -> str:
    """Give which program it is, and what it runs on."""
    return f"Vänbok {__version__}, Python {platform.python_version()}, {platform.system()}"


def latest(lines: int = 40) -> str:
    """Give the end of the log; "" when there is none."""
    try:
        words = (folder() / NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(words.splitlines()[-lines:])


def report(error: BaseException) -> str:
    """Give kind and place of an error, fit to be sent to anybody: no words, no data, no paths."""
    return "\n".join((heading(), *_lines(error)))


def _lines(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _lines(before)
        yield "then"
    code = getattr(error, "sqlite_errorname", "") or getattr(error, "errno", None) or ""
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__} {code}".rstrip()
    yield from (f"  {place}" for place in _places(error.__traceback__))


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Name the places by module, so that no folder of the computer is told."""
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        yield f"{module}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
