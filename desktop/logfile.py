"""The log beside the program: which acts were done and where in the code it failed, no names."""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

FOLDER = "VANBOK_LOG"
"""Environment variable that names another folder; tests use it."""
LARGEST = 500_000
"""Bytes; a log that has grown larger is put aside as vanbok.old.log at the next start."""
_log = logging.getLogger("vanbok")


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
    """Begin to log, crashes of the interpreter too; None when no log can be kept, which is no harm.

    Nothing that a person wrote is ever logged: not the words of an exception, not a path.
    """
    _log.propagate = False
    _log.setLevel(logging.INFO)
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()
    try:
        place = folder()
        place.mkdir(parents=True, exist_ok=True)
        path = place / "vanbok.log"
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(place / "vanbok.old.log")
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        _log.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    faulthandler.enable(handler.stream)
    return path


def act(name: str, event_id: int) -> None:
    """Note an act that was done, by its name and the number of its event."""
    _log.info("act %s event %d", name, event_id)


def trouble(error: BaseException) -> None:
    """Note an error that nobody expected."""
    _log.error("%s", report(error))


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
