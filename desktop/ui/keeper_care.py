"""What the window sees to before a register is opened, and while it is put back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from desktop.ui.answering import AT_ONCE, LIMIT, asked
from desktop.ui.care import Care
from desktop.ui.i18n import tr
from desktop.ui.patience import patiently

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from db.backups.place import Place
    from db.backups.stepwise import Watch
    from desktop.ui.keeper import Keeper

T = TypeVar("T")


class WindowCare(Care):
    """Backs up before a migration, and lets long work run beside the window."""

    def __init__(self, keeper: Keeper) -> None:
        """Belong to a keeper."""
        self._keeper = keeper

    def now(self) -> datetime:
        """Give the computer's own time."""
        return self._keeper.now()

    def answers(self, path: Path) -> bool:
        """Ask its disk beside the window, and wait a moment for it."""
        done, end = asked(path), time.monotonic() + LIMIT

        def over(seconds: float | None) -> bool:
            return done.wait(seconds) or time.monotonic() > end

        return self.wait_for(tr("Väntar på disken …"), over) and done.is_set()

    def wait_for(self, words: str, over: Callable[[float | None], bool]) -> bool:
        """Wait beside the window, without stopping any backup for it."""
        if over(AT_ONCE):
            return True

        def wait(watch: Watch) -> bool:
            while not over(AT_ONCE):
                if watch.stopped():
                    return False
            return True

        return patiently(self._keeper.window, words, wait)

    def before_opening(self, path: Path) -> bool:
        """Back an older register up before it is brought to this version."""
        from db.backups.occasion import Occasion  # noqa: PLC0415 - not before the first paint
        from db.backups.trouble import BrokenOff  # noqa: PLC0415 - as above
        from db.errors import FileTrouble  # noqa: PLC0415 - as above
        from db.header import SCHEMA, read_header  # noqa: PLC0415 - as above

        session = self._keeper.session
        if session.desk is not None and session.desk.store.path == path:
            # Reading the header would drop the locks that this process has on the file.
            return True
        try:
            if read_header(path) >= SCHEMA:
                return True
        except FileTrouble:
            # Opening it says so.
            return True
        report = self._keeper.before_with(Occasion.MIGRATION, path)
        # One that failed stops nothing: the migration makes a verified copy of its own.
        return not any(isinstance(each.trouble, BrokenOff) for each in report.outcomes)

    def slow_to_open(self, path: Path) -> bool:
        """Tell whether it is of an older version, or has half a save beside it to be settled."""
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from db.header import SCHEMA, read_schema  # noqa: PLC0415 - as above
        from db.remains import remains  # noqa: PLC0415 - as above

        try:
            return read_schema(path) < SCHEMA or bool(remains(path))
        except (FileTrouble, OSError):
            # Opening it says so.
            return False

    def places(self, register: Path, uuid: str) -> tuple[Place, ...]:
        """Give both places."""
        return self._keeper.places_of(register, uuid)

    def patiently(self, words: str, work: Callable[[Watch], T], *, stoppable: bool = True) -> T:
        """Let backups that are being made stop first, then do the work beside the window."""
        rest = self._keeper.worker.release()

        def do(watch: Watch) -> T:
            rest()
            return work(watch)

        return patiently(self._keeper.window, words, do, stop=tr("Avbryt"), stoppable=stoppable)
