"""What is seen to before a register is opened, and while it is put back; alone nothing is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.backups.place import Place
    from db.backups.stepwise import Watch

T = TypeVar("T")


class Care:
    """What a session without a window does: everything at once, and one place for backups."""

    def now(self) -> datetime:
        """Give the computer's own time, whatever day the desk is at."""
        return datetime.now()  # noqa: DTZ005 - backups are named by local time

    def answers(self, path: Path) -> bool:
        """Tell whether the disk with a file answers before long; alone it is simply opened."""
        del path
        return True

    def wait_for(self, words: str, over: Callable[[float | None], bool]) -> bool:
        """Wait until `over` says so, which is given the seconds to wait; False when called off."""
        del words
        return over(None)

    def before_opening(self, path: Path) -> bool:
        """See to what must be done before a file is opened; False when it is not to be."""
        del path
        return True

    def slow_to_open(self, path: Path) -> bool:
        """Tell whether it takes its time to open a file that is not open; alone nobody waits."""
        del path
        return False

    def places(self, register: Path, uuid: str) -> tuple[Place, ...]:
        """Give the places for backups of a register."""
        from db.backups.place import beside  # noqa: PLC0415 - not before the first paint

        del uuid
        return (beside(register),)

    def patiently(self, words: str, work: Callable[[Watch], T], *, stoppable: bool = True) -> T:
        """Do long work and give what it gives; raises what it raises.

        Only work that asks `watch.stopped()` all the time is stoppable: it is offered then.
        """
        from db.backups.stepwise import Watch  # noqa: PLC0415 - not before the first paint

        del words, stoppable
        return work(Watch())
