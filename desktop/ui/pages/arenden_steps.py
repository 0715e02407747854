"""The words of next steps in a long list: worked out for the rows that are seen, beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.flow.case_list import next_step
from desktop.ui.i18n import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.flow.case_list import CaseRow
    from desktop.ui.session import Session

WAIT = 30
"""Milliseconds of rest before it begins."""


class NextSteps(QObject):
    """Remembers the words of each open case until something changes."""

    found = Signal()
    """More words are known than when the list was drawn."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Know nothing yet; it goes with its parent."""
        super().__init__(parent)
        self._session = session
        self._known: dict[int, str] = {}
        self._kept_for: tuple[object, int, object] | None = None
        self._wanted: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def words(self, row: CaseRow) -> str:
        """Give what is known of a row's next step now."""
        return self._known.get(row.case.id, "") if row.case.open else ""

    def fresh(self) -> None:
        """Forget what is known when the register has changed or a new day has come."""
        desk = self._session.need()
        kept_for = (desk.store, desk.store.changes, desk.today)
        if kept_for != self._kept_for:
            self._known, self._kept_for = {}, kept_for

    def want(self, rows: Iterable[CaseRow]) -> None:
        """Work out, when the keys rest, the steps of these rows that are not known."""
        self._wanted = [
            row.case.id for row in rows if row.case.open and row.case.id not in self._known
        ]
        if self._wanted:
            self._timer.start(WAIT)

    def now(self, rows: Iterable[CaseRow]) -> None:
        """Work out the steps of these rows at once."""
        for row in rows:
            if row.case.open and row.case.id not in self._known:
                self._find(row.case.id)

    def _find(self, case_id: int) -> None:
        _name, words = next_step(self._session.need(), case_id)
        self._known[case_id] = shown(words)

    def _go_on(self) -> None:
        """Work out one, and leave the rest for when keys and paint have had their turn."""
        if self._session.desk is None or not self._wanted:
            return
        self._find(self._wanted.pop(0))
        if self._wanted:
            self._timer.start(0)
        else:
            self.found.emit()
