"""Whether the disk or share with a file answers, asked in a thread: nobody waits for a dead one."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from stat import S_ISREG
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

AT_ONCE = 0.05
"""Seconds that the window waits for an answer: a disk that is well has given it long before."""
LIMIT = 2.0
"""Seconds after which a disk is said not to answer."""
OFTEN = 50
"""Milliseconds between two looks for an answer that did not come at once."""


def asked(path: Path, stat: Callable[[Path], object] = os.stat) -> Event:
    """Ask a disk for a file in a thread; the event is set when it has answered anything at all."""
    done = Event()

    def ask() -> None:
        with suppress(OSError, ValueError):
            stat(path)
        done.set()

    Thread(target=ask, name="answering", daemon=True).start()
    return done


class Present:
    """Knows which of some files are there; one thread waits for each that does not answer."""

    def __init__(self, stat: Callable[[Path], os.stat_result] = os.stat) -> None:
        """Know nothing yet; `stat` is what asks the disk."""
        self._stat = stat
        self._asked: dict[Path, Event] = {}
        self._there: set[Path] = set()

    def ask(self, paths: Sequence[Path]) -> None:
        """Ask for files, but not again for one that has not answered yet."""
        for path in paths:
            if path not in self._asked or self._asked[path].is_set():
                self._asked[path] = asked(path, self._look)

    def _look(self, path: Path) -> None:
        self._there.discard(path)
        if S_ISREG(self._stat(path).st_mode):
            self._there.add(path)

    def wait(self, paths: Sequence[Path], seconds: float) -> bool:
        """Wait for answers, at most so long; True when all have come. From any thread."""
        end = time.monotonic() + seconds
        waited = [self._asked[path].wait(max(0.0, end - time.monotonic())) for path in paths]
        return all(waited)

    def of(self, paths: Sequence[Path]) -> list[Path]:
        """Give those of some files that are there, as far as is known."""
        return [path for path in paths if path in self._there]


class Answering(QObject):
    """Asks about one file at a time; however often it is asked, one thread waits."""

    known = Signal()
    """What `ask` gives now is another than it gave."""

    def __init__(
        self, parent: QObject, stat: Callable[[Path], object] = os.stat, limit: float = LIMIT
    ) -> None:
        """Ask nothing yet; `stat` is what asks the disk."""
        super().__init__(parent)
        self._stat, self._limit = stat, limit
        self._done: Event | None = None
        self._path: Path | None = None
        self._began = 0.0
        self._silent = False
        self._timer = QTimer(self)
        self._timer.setInterval(OFTEN)
        self._timer.timeout.connect(self._look)

    def ask(self, path: Path) -> bool | None:
        """Give True when its disk answers, False when it does not, and None when that is not known.

        After None or False `known` comes as soon as there is more to say. Also that there is no
        such file is an answer.
        """
        if self._done is None or path != self._path:
            self._begin(path)
        if self._done is None or self._done.wait(0 if self._timer.isActive() else AT_ONCE):
            self._forget()
            return True
        self._timer.start()
        return False if self._late() else None

    def _begin(self, path: Path) -> None:
        self._forget()
        self._path, self._began = path, time.monotonic()
        self._done = asked(path, self._stat)

    def _late(self) -> bool:
        return time.monotonic() - self._began >= self._limit

    def _look(self) -> None:
        answered = self._done is None or self._done.is_set()
        if answered:
            # The next question starts anew, and is answered at once.
            self._forget()
        if answered or (self._late() and not self._silent):
            self._silent = not answered
            self.known.emit()

    def _forget(self) -> None:
        self._timer.stop()
        self._done, self._silent = None, False
