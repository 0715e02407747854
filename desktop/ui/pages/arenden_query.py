"""Which cases a question finds: by the index when it is there, by plain SQL before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.flow.case_list import (
    MOST_RANKED,
    Sums,
    first_by_sql,
    group,
    in_order,
    sums_of,
    urgent_first,
)
from desktop.ui.finder import finder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.search import CaseIndex
    from desktop.flow.case_list import Asked
    from desktop.flow.desk import Desk
    from desktop.ui.session import Session

EVERY = 1 << 40


class CaseQuery(QObject):
    """Answers in the order the list is sorted in."""

    ready = Signal()
    """The index is there: ask again."""
    counted = Signal(object)
    """Sums of everything that was asked for."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Ask the session's register; it goes with its parent."""
        super().__init__(parent)
        self._session = session
        self._finder = finder_of(session)
        self._finder.ready.connect(self.ready)
        self._sorting = ("state", False)
        self._sorted: CaseIndex | None = None
        self._sorted_for: tuple[object, ...] = ()
        self._counting: Iterator[Sequence[int]] | None = None
        self._sums = Sums()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Have the index read, beside what is going on."""
        QTimer.singleShot(0, self._finder.begin)

    def sort(self, column: str, descending: bool) -> None:
        """Sort by a column of the list from now on."""
        self._sorting = (column, descending)

    def _index(self) -> CaseIndex | None:
        """Give the index in the order of the list; sorted by a column it is turned once."""
        desk, index = self._session.need(), self._finder.index()
        column, descending = self._sorting
        if index is None or column == "state":
            return index
        wanted = (index, desk.store.changes, column, descending)
        if wanted != self._sorted_for:
            self._sorted = index.ordered(in_order(desk, column, descending=descending))
            self._sorted_for = wanted
        return self._sorted

    def first(self, asked: Asked, limit: int) -> tuple[Sequence[int], bool]:
        """Give the first cases, and whether there are more."""
        desk, index = self._session.need(), self._index()
        column, descending = self._sorting
        if index is None:
            found = first_by_sql(desk, asked, limit + 1, column, descending=descending)
            return found[:limit], len(found) > limit
        if column == "state":
            return self._urgent(desk, index, asked, limit)
        hits = index.query(asked.text, **_narrowing(desk, asked), limit=limit)
        return hits.ids, hits.more

    def _urgent(
        self, desk: Desk, index: CaseIndex, asked: Asked, limit: int
    ) -> tuple[Sequence[int], bool]:
        """Give open cases by urgency, then closed ones, the latest first."""
        narrowing = _narrowing(desk, asked)
        ids: list[int] = []
        more = False
        if asked.group != "closed":
            narrowing["closed"] = False
            hits = index.query(asked.text, **narrowing, limit=max(limit, MOST_RANKED))
            ids, more = urgent_first(desk, hits.ids), hits.more
        if asked.group in ("all", "closed") and len(ids) <= limit:
            narrowing["closed"] = True
            hits = index.query(asked.text, **narrowing, limit=limit - len(ids))
            ids, more = [*ids, *hits.ids], hits.more
        return ids[:limit], more or len(ids) > limit

    def every(self, asked: Asked) -> list[int]:
        """Give all cases that are asked for."""
        return list(self.first(asked, EVERY)[0])

    def count(self, asked: Asked) -> None:
        """Count and add up everything, some at a time, so that a key is never kept waiting.

        While the index is being read this waits for it: `ready` asks again.
        """
        desk, index = self._session.need(), self._index()
        self._sums = Sums()
        if index is None and not self._finder.failed():
            return
        if index is None:
            self._counting = iter([self.every(asked)])
        else:
            self._counting = index.portions(asked.text, **_narrowing(desk, asked))
        self._go_on()

    def stop(self) -> None:
        """Leave the counting: another question came."""
        self._counting = None
        self._timer.stop()

    def _go_on(self) -> None:
        if self._counting is None or self._session.desk is None:
            return
        portion = next(self._counting, None)
        if portion is None:
            self._counting = None
            self.counted.emit(self._sums)
            return
        if len(portion):
            self._sums += sums_of(self._session.desk, portion)
        self._timer.start(0)


def _narrowing(desk: Desk, asked: Asked) -> dict[str, Any]:
    return {
        "place": asked.place,
        "scheme": asked.scheme,
        "year": asked.year,
        "closed": True if asked.group == "closed" else None,
        "within": group(desk, asked.group),
    }
