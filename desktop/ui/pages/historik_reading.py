"""Reading the log for its page, and judging the acts in sight, a piece at a time."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.flow.event_log import Undoings, Wanted, ids_before
from desktop.flow.verdicts import STANDING_WORDS, verdict
from desktop.ui.i18n import shown
from desktop.ui.pages.historik_rows import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.flow.verdicts import Verdict
    from desktop.ui.pages.historik_rows import Line
    from desktop.ui.roles import Mark
    from desktop.ui.session import Session

AT_ONCE = 0.03
"""Seconds looked through the log before the window has its turn."""
OFTEN = 0.25
"""Seconds between the times that the list shows what more was found."""
PIECE = 4_000
"""Events looked through for undoings at once, while nothing else is wanted."""
TOLD = 6
"""Acts judged before the list shows them."""
WAIT = 30
"""Milliseconds of rest before the rows in sight are judged."""


class LogQuery(QObject):
    """Finds the events that fit: all of them at once, or piece by piece where words are sought."""

    found = Signal()
    """`ids` have changed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Know nothing yet; it goes with its parent."""
        super().__init__(parent)
        self._session = session
        self._wanted = Wanted()
        self._low = 1
        self._unsaid = False
        self._said = 0.0
        self.ids: Sequence[int] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def done(self) -> bool:
        """True when the whole log has been looked through."""
        return self._low <= 1

    def ask(self, wanted: Wanted) -> None:
        """Begin to look; what is found at once is there when this returns."""
        self._timer.stop()
        self._wanted = wanted
        last = self._session.need().store.last_event_id
        if wanted.everything:
            self.ids, self._low = range(last, 0, -1), 1
            return
        self.ids, self._low = [], last + 1
        self._look()

    def stop(self) -> None:
        """Look no further."""
        self._timer.stop()

    def _look(self) -> None:
        desk = self._session.desk
        if desk is None:
            return
        begun = perf_counter()
        found = list(self.ids)
        while not self.done and perf_counter() - begun < AT_ONCE:
            fitting, self._low = ids_before(desk.store, self._low, self._wanted)
            found += fitting
        self.ids = found
        if not self.done:
            self._timer.start(0)

    def _go_on(self) -> None:
        before = len(self.ids)
        self._look()
        self._unsaid = self._unsaid or len(self.ids) > before
        if self.done or (self._unsaid and perf_counter() - self._said > OFTEN):
            self._unsaid, self._said = False, perf_counter()
            self.found.emit()


class Judging(QObject):
    """Remembers how acts stand until something changes; judges one, then lets the window be."""

    found = Signal()
    """More is known than when the list was drawn."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Know nothing yet; it goes with its parent."""
        super().__init__(parent)
        self._session = session
        self._known: dict[int, Verdict] = {}
        self._kept_for: tuple[object, ...] = ()
        self._wanted: list[Line] = []
        self.undoings: Undoings | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._reach)

    def _reach(self) -> None:
        """Look for undoings further back than is shown, so that scrolling waits for nothing."""
        if self._session.desk is not None and self.undoings is not None and self.undoings.low > 1:
            self.undoings.reach(max(1, self.undoings.low - PIECE))
            self._ahead.start(0)

    def stop(self) -> None:
        """Judge no more while another page is shown."""
        self._timer.stop()
        self._ahead.stop()

    def fresh(self) -> Undoings:
        """Forget what is known when the register has changed; give what tells of undoings."""
        desk = self._session.need()
        kept_for = (desk.store, desk.store.last_event_id, desk.today)
        if kept_for != self._kept_for or self.undoings is None:
            self._known, self._kept_for = {}, kept_for
            self.undoings = Undoings(desk.store)
            self.undoings.reach(desk.store.last_event_id)
            self._ahead.start(WAIT)
        return self.undoings

    def standing(self, line: Line) -> tuple[str, Mark | str | None]:
        """Say what is known of how a row stands now."""
        if line.told or line.row.id not in self._known:
            return line.told, line.mark
        found = self._known[line.row.id].standing
        return shown(STANDING_WORDS[found]), MARKS[found]

    def want(self, lines: Iterable[Line]) -> None:
        """Judge these when the keys rest, those that are not known."""
        self._wanted = [line for line in lines if not line.told and line.row.id not in self._known]
        if self._wanted:
            self._timer.start(WAIT)

    def of(self, line: Line) -> Verdict:
        """Judge one now."""
        known = self._known.get(line.row.id)
        if known is None:
            known = verdict(self._session.need(), line.row, self.fresh())
            self._known[line.row.id] = known
        return known

    def _go_on(self) -> None:
        if self._session.desk is None or not self._wanted:
            return
        self.of(self._wanted.pop(0))
        self._timer.start(0)
        if len(self._wanted) % TOLD == 0:
            self.found.emit()
