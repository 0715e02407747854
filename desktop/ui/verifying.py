"""The check that runs beside a register just opened: what it finds closes the register at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.patience import is_shut

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

OFTEN = 200
"""Milliseconds between two looks, until the check has answered."""


class Verifying(QObject):
    """Shows the page for a damaged file before anybody has worked in it for long."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the session."""
        super().__init__(window)
        self._session = window.session
        self._timer = QTimer(self)
        self._timer.setInterval(OFTEN)
        self._timer.timeout.connect(self._look)
        window.session.opened.connect(self._timer.start)
        window.session.closed.connect(self._timer.stop)

    def _look(self) -> None:
        desk = self._session.desk
        if desk is None or not desk.store.verified.done:
            return
        if self._session.between or is_shut():
            # Whoever waits goes on with the register that was open.
            return
        self._timer.stop()
        trouble = desk.store.verified.trouble
        if trouble is not None:
            self._session.give_up(trouble)
