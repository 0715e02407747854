"""A file renamed or taken away, tried again for a moment while Windows says that it is held."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Done = TypeVar("Done")
_HELD = (5, 32, 33)
"""Windows' numbers for a file that another thread or program reads, or is just taking away."""
TRIES, BREATH = 5, 0.2
"""Times to try, and seconds between them: a reader or a scanner soon lets go."""


def insist(step: Callable[[], Done], *, tries: int = TRIES, breath: float = BREATH) -> Done:
    """Do a step on a file; again, a few times, while somebody holds it. Raises what it raises.

    Nothing is tried twice on other systems: they let a file be renamed that others read.
    """
    while True:
        try:
            return step()
        except OSError as error:
            tries -= 1
            if not tries or getattr(error, "winerror", None) not in _HELD:
                raise
        time.sleep(breath)


def renamed(path: Path, name: Path) -> None:
    """Give a file a name that nothing has; raises OSError."""
    insist(lambda: path.rename(name))


def replaced(part: Path, path: Path) -> None:
    """Let a file take the name of another; raises OSError."""
    insist(lambda: part.replace(path))


def removed(path: Path) -> None:
    """Take a file away, if it is there; raises OSError."""
    insist(lambda: path.unlink(missing_ok=True))
