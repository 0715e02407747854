"""What a program says of an act: the words that a person would believe."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.backups.trouble import Doubtful
from db.errors import FileTrouble, Unsure

if TYPE_CHECKING:
    from collections.abc import Callable


class Said(StrEnum):
    """How it came out, in the program's own words."""

    SAVED = "saved"
    NOT_SAVED = "not saved"
    UNSURE = "unsure"
    NOTHING = "nothing"
    """It was killed before it could say anything."""
    CRASH = "crash"
    """It raised what is no trouble with a file: a fault in the program."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What was heard."""

    said: Said
    """How it came out."""
    words: str = ""
    """The sentence, or what the act gave."""


def doing(act: Callable[[], str | None]) -> Told:
    """Do an act, and give what a person would have been told of it."""
    try:
        words = act()
    except (Unsure, Doubtful) as trouble:
        return Told(said=Said.UNSURE, words=str(trouble))
    except FileTrouble as trouble:
        return Told(said=Said.NOT_SAVED, words=f"{type(trouble).__name__}: {trouble}")
    except BaseException as error:  # noqa: BLE001 - whatever it is, the suite must hear of it
        return Told(said=Said.CRASH, words=f"{type(error).__name__}: {error}")
    return Told(said=Said.SAVED, words=words or "")


def tell(handle: int, told: Told) -> None:
    """Write it to a pipe, whole."""
    os.write(handle, (json.dumps(asdict(told)) + "\n").encode())


def heard(data: bytes) -> list[Told]:
    """Read what was written before the program ended; half a line was never said."""
    lines = data.decode().split("\n")[:-1]
    found = map(json.loads, lines)
    return [Told(said=Said(each["said"]), words=each["words"]) for each in found]
