"""A register that is older than when it was last open here is told of, and nothing is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui import kept_words
from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark
from desktop.ui.seen import Sights, compared, seen_now

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow
    from desktop.ui.seen import Older

KEY = "older"
GATHER = 400
"""Milliseconds in which several acts are remembered at once."""


class Seen(QObject):
    """Compares at opening, and remembers how far the register has come."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the session."""
        super().__init__(window)
        self._window = window
        self._sights = Sights(window.session.preferences.folder)
        self._expected = self._doubted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER)
        self._timer.timeout.connect(self._keep)
        session = window.session
        session.restored.connect(lambda _restored: self._expect())
        session.opened.connect(self._opened)
        session.changed.connect(lambda _outcome: self._timer.start())
        session.closed.connect(self._closed)

    def _expect(self) -> None:
        # Somebody has just chosen an older state: that is no surprise to tell of.
        self._expected = True

    def _opened(self) -> None:
        if self._window.session.looking is None:
            QTimer.singleShot(0, self, self._compare)

    def _closed(self) -> None:
        self._timer.stop()
        self._window.notices.drop(KEY)

    def _compare(self) -> None:
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        desk = self._window.session.desk
        if desk is None or self._window.session.looking is not None:
            return
        try:
            sight = self._sights.of(desk.store.register_uuid)
            older = compared(desk.store, sight) if sight is not None else None
        except FileTrouble:
            return
        expected, self._expected = self._expected, False
        self._doubted = older is not None and not expected
        if older is None or expected:
            self._keep()
        else:
            self._tell(older)

    def _keep(self) -> None:
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        session = self._window.session
        if session.desk is None or session.looking is not None or self._doubted:
            return
        try:
            self._sights.keep(seen_now(session.desk.store))
        except FileTrouble:
            return

    def _tell(self, older: Older) -> None:
        self._window.notices.tell(
            KEY,
            Mark.WARN,
            _strong(older),
            tr("Det kan vara en gammal kopia, eller en synkning som inte är klar."),
            {
                tr("Visa säkerhetskopior"): self._show,
                tr("Det stämmer"): self._right,
            },
        )

    def _show(self) -> None:
        self._window.go(Route(page="sakerhetskopior"))

    def _right(self) -> None:
        self._doubted = False
        self._window.notices.drop(KEY)
        self._keep()


def _strong(older: Older) -> str:
    if older.forked:
        gone = kept_words.events(older.events)
        return tr("Registret är ett annat än när du hade det öppet senast: {events} saknas, "
                  "och andra har kommit till.", events=gone)  # fmt: skip
    if older.events == 1:
        return tr("Registret är äldre än när du hade det öppet senast: 1 händelse saknas.")
    return tr("Registret är äldre än när du hade det öppet senast: {count} händelser saknas.",
              count=older.events)  # fmt: skip
