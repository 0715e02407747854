"""Backups that happen by themselves for as long as the window is open."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.i18n import shown, tr
from desktop.ui.keeper_bands import KeeperBands
from desktop.ui.keeper_care import WindowCare
from desktop.ui.keeper_places import KeeperPlaces, uuid_of
from desktop.ui.keeper_state import Keeping, Ledger
from desktop.ui.keeper_work import Report, Task, Worker, carry_out
from desktop.ui.patience import patiently

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.backups.making import Outcome
    from db.backups.occasion import Occasion
    from db.backups.place import Place
    from db.backups.stepwise import Watch
    from desktop.domain.problems import Problem
    from desktop.ui.main_window import MainWindow

TICK = 60_000
"""Milliseconds between two looks at the clock."""
START_AFTER = 2_500
"""Milliseconds after a register was opened until its places are looked at: its pages come first."""
ENDING = 3.0
"""Seconds that the end of the computer's session is held up for a backup."""


class Keeper(QObject):
    """Backs up at start, every half hour and at the end if something changed, and when asked."""

    told = Signal()
    """`state` is another."""

    def __init__(
        self,
        window: MainWindow,
        *,
        clock: Callable[[], datetime] = datetime.now,
        monotonic: Callable[[], float] = time.monotonic,
        start_after: int = START_AFTER,
    ) -> None:
        """Listen to the window's session; the clocks can be given for tests."""
        super().__init__(window)
        self.window, self.session, self.now = window, window.session, clock
        self._monotonic = monotonic
        self.where = KeeperPlaces(self.session.preferences)
        self._ledger: Ledger | None = None
        self.worker = Worker(self)
        self.bands = KeeperBands(self)
        self.timer = QTimer(self)
        self.timer.setInterval(TICK)
        self._beginning = QTimer(self)
        self._beginning.setSingleShot(True)
        self._beginning.setInterval(start_after)
        self.worker.ended.connect(self._ended)
        self.worker.rested.connect(self._tell)
        self.timer.timeout.connect(self.tick)
        self._beginning.timeout.connect(self.begin)
        self.session.opened.connect(self._opened)
        self.session.closed.connect(self._closed)
        self.session.keeper, self.session.care = self, WindowCare(self)

    # What is kept

    @property
    def register(self) -> Path | None:
        """The register that is kept; None while none is open, or a copy is looked at."""
        return self._ledger.register if self._ledger is not None else None

    def _opened(self) -> None:
        self._forget()
        if self.session.looking is None:
            store = self.session.need().store
            self._ledger = Ledger(store.path, store.register_uuid, self.session.preferences)
            self._beginning.start()
            self.timer.start()
        self._tell()

    def _closed(self) -> None:
        left = self._ledger
        self._forget()
        # A register that turned out to be damaged has nothing to back up.
        if left is not None and self.session.trouble is None and not self._strayed_left(left):
            self._give(_occasion("CLOSE"), left)
        self._tell()

    def _strayed_left(self, it: Ledger) -> bool:
        """Tell whether what has the name of the register just closed is not what was open."""
        left = self.session.left
        return left is not None and left.path == it.register and left.moved is not None

    def _forget(self) -> None:
        self._beginning.stop()
        self.timer.stop()
        self._ledger = None
        self.bands.drop()

    @property
    def state(self) -> Keeping:
        """How the backups stand now, as far as is known without reading a disk."""
        running = self.worker.busy
        it = self._ledger
        return it.keeping(running=running) if it is not None else Keeping(running=running)

    def places(self) -> tuple[Place, ...]:
        """Give the places for backups of the open register, also while a copy is looked at."""
        home, desk, it = self.session.home, self.session.desk, self._ledger
        if it is not None:
            return self.places_of(it.register, it.uuid)
        if home is None:
            return ()
        return self.places_of(home, desk.store.register_uuid if desk is not None else "")

    def places_of(self, register: Path, uuid: str) -> tuple[Place, ...]:
        """Give the places for backups of a register, without touching any disk."""
        return self.where.of(register, uuid)

    # When

    def begin(self) -> None:
        """Look at the places, and back up what has changed since the register was last closed."""
        self.back_up(_occasion("START"))

    def tick(self) -> None:
        """Look at the clock: words grow old, and something may be due."""
        self._say()
        it = self._ledger
        if it is None or self.worker.busy or self._beginning.isActive() or self.session.between:
            return
        from db.backups.occasion import (  # noqa: PLC0415 - not before the first paint
            INTERVAL_SECONDS,
            Occasion,
            Stand,
            due,
        )
        from db.header import SCHEMA  # noqa: PLC0415 - as above

        stand = Stand(head=self.session.need().store.head, schema=SCHEMA)
        waited = it.waited(self._monotonic(), INTERVAL_SECONDS)
        if any(due(Occasion.INTERVAL, now=stand, last=last, waited=waited) for last in it.stands()):
            self.back_up(Occasion.INTERVAL)

    # Making

    def back_up(
        self,
        occasion: Occasion,
        then: Callable[[tuple[Outcome, ...]], object] | None = None,
    ) -> None:
        """Back the open register up beside the window; `then` hears what came of it.

        None is made while its file is not ours: as the newest it would hide those that are. The
        session's `refused` says so to whoever asked.
        """
        if self._ledger is None:
            return
        strayed = self.session.strayed()
        if strayed is None:
            self._give(occasion, self._ledger, then)
            return
        if occasion is _occasion("ASKED"):
            self.session.meet(strayed)
        if then is not None:
            then(())

    def again(self) -> None:
        """Make one now, because somebody asked."""
        self.back_up(_occasion("ASKED"))

    def _give(
        self,
        occasion: Occasion,
        it: Ledger,
        then: Callable[[tuple[Outcome, ...]], object] | None = None,
    ) -> None:
        from db.backups.occasion import INTERVAL_SECONDS  # noqa: PLC0415 - not before first paint

        now = self._monotonic()
        waited, it.tried = it.waited(now, INTERVAL_SECONDS), now
        self.worker.give(self._task(occasion, it.register, it.uuid, waited, then))
        self.told.emit()

    def _task(
        self,
        occasion: Occasion,
        register: Path,
        uuid: str,
        waited: float | None = None,
        then: Callable[[tuple[Outcome, ...]], object] | None = None,
    ) -> Task:
        return Task(
            register=register,
            uuid=uuid,
            second=self.where.second(uuid),
            known=self.where.known(uuid),
            occasion=occasion,
            now=self.now(),
            waited=waited,
            then=then,
        )

    def before(self, occasion: Occasion) -> bool:
        """Back up before what cannot be done again, while the window waits.

        False when it failed or was called off: what was to follow must not be done then.
        """
        if self.register is None or self.session.strayed() is not None:
            return False
        report = self.before_with(occasion, self.register)
        return any(each.backup is not None for each in report.outcomes)

    def before_with(self, occasion: Occasion, path: Path) -> Report:
        """Back a register up, open or not yet, while the window waits."""
        rest = self.worker.release()

        def work(watch: Watch) -> Report:
            rest()
            return carry_out(self._task(occasion, path, uuid_of(path)), watch)

        report = patiently(self.window, tr("Säkerhetskopian skrivs …"), work)
        self._ended(report)
        return report

    def _ended(self, report: Report) -> None:
        task, it = report.task, self._ledger
        self.where.learn(report)
        if it is not None and task.register == it.register:
            it.take(report)
        # A register that was closed may be told of, but not above the pages of another.
        alone = it is None and self.session.desk is None
        if alone or (it is not None and task.register == it.register):
            self.bands.show(report)
        self._tell()

    def finish_quickly(self) -> None:
        """Back up while the computer's session ends, as far as there is time."""
        if not self.worker.busy:
            self.back_up(_occasion("CLOSE"))
        self.worker.wait(ENDING)
        self.worker.drop()

    # The second place

    def choose_second(self, folder: Path | None) -> Problem | None:
        """Keep backups of the open register in a folder too, and make one; None stops using it."""
        it = self._ledger
        problem = self.where.choose(it.register, it.uuid, folder) if it is not None else None
        if it is None or problem is not None:
            return problem
        it.forget_outcomes()
        self.bands.drop()
        if folder is not None:
            self.again()
        self._tell()
        return None

    def ask_second(self) -> None:
        """Ask for a folder, and keep backups there."""
        it = self._ledger
        chosen = self.where.ask(self.window, it.register, it.uuid) if it is not None else None
        problem = self.choose_second(chosen) if chosen is not None else None
        if problem is not None:
            self.session.refused.emit((problem,))

    # Saying

    def _tell(self) -> None:
        self._say()
        self.told.emit()

    def _say(self) -> None:
        """Say at the bottom when and where the last ones are."""
        it, line = self._ledger, self.window.status
        if it is None or not it.looked:
            line.show_backup("")
            return
        state = self.state
        line.show_backup(shown(state.words(it.register, self.now())), worried=state.failed)


def _occasion(name: str) -> Occasion:
    from db.backups.occasion import Occasion  # noqa: PLC0415 - not before the first paint

    return Occasion[name]
