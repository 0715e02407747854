"""One backup after another in a thread of its own; Qt hears of each in the window's thread."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import logfile
from desktop.domain.text import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from db.backups.listing import Backup
    from db.backups.making import Outcome
    from db.backups.occasion import Occasion, Stand
    from db.backups.place import Place
    from db.backups.stepwise import Watch

STOPPING = 10.0
"""Seconds that a backup is given to break off when the program ends."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """What is to be backed up, where and why."""

    register: Path
    """The register's file."""
    uuid: str
    """The register's own name."""
    second: Path | None = None
    """The folder chosen as a second place."""
    known: bool = False
    """True when backups have been made in the second place."""
    occasion: Occasion
    """Why."""
    now: datetime
    """The computer's own time."""
    waited: float | None = None
    """Seconds since the last try, on a clock that is never set."""
    then: Callable[[tuple[Outcome, ...]], object] | None = field(default=None, compare=False)
    """Hears what came of it, in the window's thread."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What came of a task."""

    task: Task
    """The task."""
    stand: Stand | None
    """How the register stood when it was read; None when it could not be."""
    places: tuple[Place, ...]
    """Where it was looked: beside the register, and in the second place."""
    lasts: tuple[Backup | None, ...]
    """The last good backup by place, those just made included."""
    outcomes: tuple[Outcome, ...]
    """What was tried; nothing where no backup was due."""


def carry_out(task: Task, watch: Watch) -> Report:
    """Look at what there is in each place, and back up where it is due; from any thread.

    Raises nothing: a fault in the program is logged, and told as a backup that failed.
    """
    try:
        return _carried_out(task, watch)
    except Exception as error:  # noqa: BLE001 - whoever waits must hear that none was made
        logfile.trouble(error)
        return _failed(task, error)


def _failed(task: Task, error: Exception) -> Report:
    """Tell that no backup was made in any place."""
    from db.backups.making import Outcome  # noqa: PLC0415 - not before the first paint
    from db.backups.place import beside, second  # noqa: PLC0415 - as above
    from db.backups.trouble import NotBackedUp, place_trouble  # noqa: PLC0415 - as above

    fault = NotBackedUp(
        say(
            "Ett fel i programmet gjorde att ingen säkerhetskopia kunde göras. "
            "Tidigare säkerhetskopior finns kvar."
        )
    )
    there = () if task.second is None else (second(task.second, known=task.known),)
    places = (beside(task.register), *there)
    outcomes = tuple(
        Outcome(
            place=each,
            backup=None,
            trouble=place_trouble(error, each.folder) if isinstance(error, OSError) else fault,
        )
        for each in places
    )
    lasts = (None,) * len(places)
    return Report(task=task, stand=None, places=places, lasts=lasts, outcomes=outcomes)


def _carried_out(task: Task, watch: Watch) -> Report:
    from db.backups.facts import live  # noqa: PLC0415 - not before the first paint
    from db.backups.listing import newest_good  # noqa: PLC0415 - as above
    from db.backups.making import Order, Outcome, back_up  # noqa: PLC0415 - as above
    from db.backups.occasion import due  # noqa: PLC0415 - as above
    from db.errors import FileTrouble  # noqa: PLC0415 - as above
    from desktop import __version__  # noqa: PLC0415 - as above

    places, refused = places_of(task)
    try:
        facts = live(task.register)
    except FileTrouble as trouble:
        failed = tuple(Outcome(place=each, backup=None, trouble=trouble) for each in places)
        return Report(
            task=task, stand=None, places=places, lasts=(None,) * len(places), outcomes=failed
        )
    lasts = [newest_good(place, facts.register_uuid) for place in places]
    wanted = [
        place
        for place, last in zip(places, lasts, strict=True)
        if due(
            task.occasion,
            now=facts.stand,
            last=last.facts.stand if last is not None and last.facts is not None else None,
            waited=task.waited,
        )
    ]
    order = Order(occasion=task.occasion, now=task.now, program=__version__, watch=watch)
    made = back_up(task.register, wanted, order) if wanted else ()
    by_place = {each.place: each.backup for each in made if each.backup is not None}
    return Report(
        task=task,
        stand=facts.stand,
        places=places,
        lasts=tuple(by_place.get(place, last) for place, last in zip(places, lasts, strict=True)),
        outcomes=(*made, *refused),
    )


def places_of(task: Task) -> tuple[tuple[Place, ...], tuple[Outcome, ...]]:
    """Give the places of a task; a second that is the first is refused, and the first stays."""
    from db.backups.making import Outcome  # noqa: PLC0415 - not before the first paint
    from db.backups.place import places, second  # noqa: PLC0415 - as above
    from db.backups.trouble import SamePlace  # noqa: PLC0415 - as above

    try:
        return places(task.register, task.second, known=task.known), ()
    except SamePlace as trouble:
        first = places(task.register, None)
        wrong = second(task.second) if task.second is not None else first[0]
        return first, (Outcome(place=wrong, backup=None, trouble=trouble),)


class Worker(QObject):
    """Carries out one task at a time, in the order they came."""

    ended = Signal(object)
    """A Report, in the window's thread."""
    moved = Signal(object)
    """Pages copied, and of how many."""
    rested = Signal()
    """Nothing is left to do."""
    _came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._waiting: list[Task] = []
        self._at: Task | None = None
        self._thread: Thread | None = None
        self._stop = Event()
        self._came.connect(self._answer)

    @property
    def busy(self) -> bool:
        """True while something is done, or waits to be."""
        return self._at is not None

    def give(self, task: Task) -> None:
        """Do a task, after those given before."""
        self._waiting.append(task)
        if self._at is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._at = self._thread = None
            self.rested.emit()
            return
        task = self._at = self._waiting.pop(0)
        stop = self._stop = Event()

        def do() -> None:
            from db.backups.stepwise import Watch  # noqa: PLC0415 - not before the first paint

            watch = Watch(stopped=stop.is_set, told=lambda *far: self.moved.emit(far))
            report = carry_out(task, watch)
            # The window may be gone when a slow disk has answered.
            with suppress(RuntimeError):
                self._came.emit((task, report))

        self._thread = Thread(target=do, name="backup", daemon=True)
        self._thread.start()

    def _answer(self, came: tuple[Task, Report]) -> None:
        task, report = came
        if task is not self._at:
            return
        if self._thread is not None:
            # It has nothing left to do but to let go of this object.
            self._thread.join()
        self.ended.emit(report)
        if task.then is not None:
            task.then(report.outcomes)
        self._next()

    def drop(self) -> None:
        """Break off what is being done, and forget what waits."""
        self._waiting.clear()
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Hold everything up until the task at hand is done, or so long has passed."""
        if self._thread is not None:
            self._thread.join(seconds)

    def release(self) -> Callable[[], None]:
        """Break off without waiting; gives what waits until no thread reads the register more.

        That may be called from any thread. Whoever asked hears that no backup was made.
        """
        given = [task for task in (self._at, *self._waiting) if task is not None]
        self.drop()
        thread, self._thread, self._at = self._thread, None, None
        for task in given:
            if task.then is not None:
                task.then(())
        self.rested.emit()
        return lambda: thread.join(STOPPING) if thread is not None else None
