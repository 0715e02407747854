"""Work that may take its time, done in a thread, with its answer given back in the window's."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")
OFTEN = 15
"""Milliseconds between two looks for the answer."""


class Beside(QObject):
    """Asks one thing at a time: what was asked before and is not answered yet is forgotten.

    The thread knows nothing of Qt: a page may be gone when a slow disk has answered.
    """

    def __init__(self, parent: QObject) -> None:
        """Ask nothing yet; the parent takes it along when it goes."""
        super().__init__(parent)
        self._look: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(OFTEN)
        self._timer.timeout.connect(self._heard)

    def running(self) -> bool:
        """Say whether an answer is waited for."""
        return self._look is not None

    def ask(self, work: Callable[[], Made], then: Callable[[Made], object]) -> None:
        """Do `work` in a thread and give `then` what it made; `work` may touch no widget."""
        made: list[Made] = []
        thread = Thread(target=lambda: made.append(work()), name="beside", daemon=True)

        def look() -> None:
            if thread.is_alive():
                return
            self.forget()
            # Nothing was made where the work broke off, which the program's own hook has told.
            if made:
                then(made[0])

        self._look = look
        thread.start()
        self._timer.start()

    def forget(self) -> None:
        """No longer want the answer."""
        self._look = None
        self._timer.stop()

    def _heard(self) -> None:
        if self._look is not None:
            self._look()
