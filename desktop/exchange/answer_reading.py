"""A filled form is read in a child process with limits: whatever the file does, it does there."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.text import Text, say
from desktop.exchange.answer_cells import MOST_BYTES, cells
from desktop.exchange.problems import Unreadable

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SECONDS = 20.0
"""How long it may take; a form of ours takes less than one."""
MEMORY = 1024 * 1024 * 1024
"""Bytes that the child may use, where the system can say so."""
_MOST_ANSWER = 4 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One answer."""

    at: str
    """Which cell, "B9"."""
    value: str | int | float | bool | None
    """What stands there; None for nothing."""


@dataclass(frozen=True, kw_only=True)
class FilledForm:
    """What a form of ours held, nothing judged yet."""

    register: str
    """UUID of the register it was made from."""
    round_id: int
    """The round."""
    asked_id: int
    """The row of the one who was asked."""
    year: int
    """The year."""
    answers: dict[str, Cell]
    """By key, as answer_fields has them."""


def read_form(content: bytes, seconds: float = SECONDS) -> FilledForm:
    """Read a filled form; raises Unreadable with a sentence for any other file."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_TROUBLE["large"])
    return _filled(_in_child(content, seconds))


def _filled(found: dict[str, Any]) -> FilledForm:
    trouble = found.get("trouble")
    if trouble:
        raise Unreadable(_TROUBLE.get(str(trouble), _BROKEN))
    marks = found["marks"]
    try:
        return FilledForm(
            register=str(marks["register"]),
            round_id=int(marks["round"]),
            asked_id=int(marks["asked"]),
            year=int(marks["year"]),
            answers={
                str(key): Cell(at=str(at), value=value)
                for key, (at, value) in found["answers"].items()
            },
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Unreadable(_TROUBLE["not_form"]) from error


_BROKEN = say(
    "Filen är skadad och går inte att läsa – be om den på nytt eller fyll i svaret själv."
)
_TROUBLE: dict[str, Text] = {
    "large": say("Filen är för stor för ett svar – be om formuläret ifyllt, utan bilder i."),
    "not_excel": say(
        "Filen är ingen Excelfil (xlsx) – spara den som Excelarbetsbok eller fyll i svaret själv."
    ),
    "not_form": say(
        "Filen är inte formuläret som skickades ut – be om det eller fyll i svaret själv."
    ),
    "broken": _BROKEN,
    "slow": say("Filen tog för lång tid att läsa – be om den på nytt eller fyll i svaret själv."),
}


def _in_child(content: bytes, seconds: float) -> dict[str, Any]:
    """Read in a new process and kill it when it takes too long."""
    import multiprocessing  # noqa: PLC0415 - not before the first file

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_child, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        if not ours.poll(seconds):
            return {"trouble": "slow"}
        # Bytes, never objects: the child may have been taken over by what it read.
        found = json.loads(ours.recv_bytes(_MOST_ANSWER))
    except (OSError, EOFError, ValueError):
        return {"trouble": "broken"}
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    return found if isinstance(found, dict) else {"trouble": "broken"}


def _child(pipe: Connection) -> None:
    """Read the file that comes through the pipe and answer with JSON."""
    _limit()
    try:
        found = cells(pipe.recv_bytes(MOST_BYTES + 1))
    except Exception:  # noqa: BLE001 - any file at all: whatever goes wrong, it is no form
        found = {"trouble": "broken"}
    with contextlib.suppress(OSError, ValueError):
        pipe.send_bytes(json.dumps(found).encode())


def _limit() -> None:
    """Give the child little memory and time, where the system has such limits."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
