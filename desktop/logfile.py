"""The log of this person's program: acts done and places in the code that failed, nothing else.

Nothing that a person wrote is ever logged: not the words of an exception, not a path.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

FOLDER = "VANBOK_LOG"
"""Environment variable that names another folder; tests use it."""
LARGEST = 500_000
"""Bytes; a log that has grown larger is put aside as vanbok.old.log."""


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
    path = folder() / "crash.log"
    if faulthandler.is_enabled():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Open for as long as the program runs: a crash has no time to open it.
        faulthandler.enable(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    except OSError:
        return None
    return path


def act(name: str, event_id: int) -> None:
    """Note an act that was done, by its name and the number of its event."""
    _note(f"act {name} event {event_id}")


def trouble(error: BaseException) -> None:
    """Note an error that nobody expected."""
    _note(report(error))


def qt(kind: str, words: str) -> None:
    """Note what Qt complained of, without any path it names."""
    kept = " ".join(word for word in words.split() if not {"/", "\\"} & set(word))
    _note(f"Qt {kind}: {kept[:200]}")


def _note(words: str) -> None:
    """Write in the log; one that cannot be written stops nothing."""
    path = folder() / "vanbok.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name("vanbok.old.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {words}\n")
    except OSError:
        return


def report(error: BaseException) -> str:
    """Give kind and place of an error, fit to be sent to anybody: no words, no data, no paths."""
    head = f"Vänbok {__version__}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join((head, *_lines(error)))


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
