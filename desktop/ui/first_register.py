"""Which register a start is to open, asked beside the window: a disk may not answer for minutes."""

from __future__ import annotations

import stat
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.beside import Beside
from desktop.ui.i18n import tr
from desktop.ui.own_folders import may_be_swept
from desktop.ui.second_start import PATIENCE, came_forward

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.ui.main_window import MainWindow

PROMPT = 0.5
"""Seconds that the window waits for a disk before it is shown."""


class FirstRegister:
    """Looks for the register that was named, or else the one used last.

    One that is gone is opened too: its page says so and has the ways on, where another register,
    or the questions of a new one, would only seem to be a loss. An example is not missed.
    """

    def __init__(self, named: Sequence[Path], recent: Sequence[Path]) -> None:
        """Begin to look, in a thread."""
        self.path: Path | None = None
        """The register; None when there is none, or no disk has answered yet."""
        self.came = False
        """True when a window that has it open came forward."""
        self.first = next(iter((*named, *recent)), None)
        """The one that is asked about first."""
        self._named, self._recent = named, recent
        self._asking = Event()
        self._done = Event()
        Thread(target=self._look, name="first", daemon=True).start()

    @property
    def answered(self) -> bool:
        """True when the disks have answered."""
        return self._done.is_set()

    def came_forward(self) -> bool:
        """Wait a moment; True when another window has the register, and has come forward."""
        if not self._done.wait(PROMPT) and self._asking.is_set():
            # The disk has answered: it is the other window that takes its time.
            self._done.wait(PATIENCE)
        return self.answered and self.came

    def wait(self) -> None:
        """Wait until the disks have answered, however long that takes."""
        self._done.wait()

    def _look(self) -> None:
        try:
            found = self._named or [path for path in self._recent if _is_awaited(path)]
            if found:
                self._asking.set()
                self.came = came_forward(found[0])
                self.path = found[0]
        finally:
            self._done.set()


def _is_awaited(path: Path) -> bool:
    return may_be_there(path) or not may_be_swept(path)


def may_be_there(path: Path) -> bool:
    """Tell whether a register is there, or lies where nobody answers; it is to be opened then."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True


class LateRegister(QObject):
    """Opens the first register when its disk has answered, unless something else was begun."""

    def __init__(self, window: MainWindow, first: FirstRegister) -> None:
        """Say what is waited for, and wait beside the window."""
        super().__init__(window)
        self._window, self._first = window, first
        if first.first is not None:
            words = tr("{file} svarar inte än och öppnas när disken svarar.", file=first.first.name)
            window.say(words)
        Beside(self).ask(first.wait, lambda _done: self._heard())

    def _heard(self) -> None:
        window, first = self._window, self._first
        busy = window.session.home is not None or window.session.preferences.drafts.typing()
        if first.path is None or busy:
            return
        if first.came:
            window.close()
        else:
            window.open_file(first.path)
