"""The register being looked over beside the window, whichever pages come and go meanwhile."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from db.check import Depth, Examined, Stage

STOPPING = 3.0
"""Seconds that a look which was broken off is waited for: its disk may not answer any more."""


@dataclass(frozen=True, kw_only=True)
class Far:
    """How far a look has come."""

    stage: Stage
    """What is being looked at."""
    done: int
    """How much of it is done."""
    of: int
    """Of how much; 1 or less when that is not known."""


@dataclass(eq=False)
class _Look:
    """One look; its thread knows no widget, and may outlive what asked for it."""

    path: Path
    depth: Depth
    stop: Event = field(default_factory=Event)
    thread: Thread | None = None


class Examination(QObject):
    """Verifies one register at a time; belongs to a session, and keeps what came of it."""

    moved = Signal()
    """`far` is another."""
    ended = Signal()
    """`answer` is there."""
    unseen = Signal(object)
    """An Examined that no page has shown."""
    _told = Signal(object, object)
    _answered = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self.answer: Examined | None = None
        """What came of the last look; None before it, and while one goes on."""
        self.far: Far | None = None
        """How far the look has come; None before its first word."""
        self.seen = False
        """True when a page has shown the answer."""
        self._at: _Look | None = None
        self._told.connect(self._hear)
        self._answered.connect(self._take)

    @property
    def running(self) -> bool:
        """True while a look goes on."""
        return self._at is not None

    def begin(self, path: Path, depth: Depth) -> None:
        """Look a register over; nothing happens while a look goes on already."""
        if self._at is not None:
            return
        self.answer, self.far, self.seen = None, None, False
        look = self._at = _Look(path, depth)
        look.thread = Thread(target=lambda: self._do(look), name="examination", daemon=True)
        look.thread.start()

    def _do(self, look: _Look) -> None:
        from db.check import examine  # noqa: PLC0415 - not before the first paint

        def told(stage: Stage, done: int, of: int) -> None:
            with suppress(RuntimeError):
                self._told.emit(look, Far(stage=stage, done=done, of=of))

        answer = examine(look.path, depth=look.depth, told=told, stopped=look.stop.is_set)
        # The window may be gone when a slow disk has answered.
        with suppress(RuntimeError):
            self._answered.emit(look, answer)

    def _hear(self, look: _Look, far: Far) -> None:
        if look is self._at:
            self.far = far
            self.moved.emit()

    def _take(self, look: _Look, answer: Examined) -> None:
        if look is not self._at:
            return
        if look.thread is not None:
            # It has nothing left to do but to let go of this object.
            look.thread.join()
        self._at, self.answer = None, answer
        self.ended.emit()
        if not self.seen:
            self.unseen.emit(answer)

    def stop(self) -> bool:
        """Break the look off; False when none goes on. Its thread lets go of the file."""
        look, self._at = self._at, None
        if look is None:
            return False
        look.stop.set()
        if look.thread is not None:
            look.thread.join(STOPPING)
        return True

    def forget(self) -> None:
        """Break the look off, and forget what came of the last: the register is closed."""
        self.stop()
        self.answer, self.far = None, None
