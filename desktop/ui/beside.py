"""Work that may take its time, done in a thread, with its answer given back in the window's."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")
OFTEN = 15
"""Milliseconds between two looks for the answer."""
MOST = 3
"""Threads of one kind at once: a disk that is away may keep each of them for minutes."""


class Beside(QObject):
    """Asks one thing at a time: what was asked before and is not answered yet is forgotten.

    The thread knows nothing of Qt: a page may be gone when a slow disk has answered. Where those
    asked before do not answer, what is asked now begins when one of them has.
    """

    def __init__(self, parent: QObject) -> None:
        """Ask nothing yet; the parent takes it along when it goes, and names the kind."""
        super().__init__(parent)
        self._name = f"beside {type(parent).__name__}"
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
        thread = threading.Thread(target=lambda: made.append(work()), name=self._name, daemon=True)

        def look() -> None:
            if thread.ident is None:
                self._begin(thread)
            if thread.ident is None or thread.is_alive():
                return
            self.forget()
            # Nothing was made where the work broke off, which the program's own hook has told.
            if made:
                then(made[0])

        self._look = look
        self._begin(thread)
        self._timer.start()

    def _begin(self, thread: threading.Thread) -> None:
        """Start a thread, unless too many of its kind are still waiting for an answer."""
        # Those of pages that are gone count too, and nobody else knows of them.
        if sum(each.name == self._name for each in threading.enumerate()) < MOST:
            thread.start()

    def forget(self) -> None:
        """No longer want the answer."""
        self._look = None
        self._timer.stop()

    def _heard(self) -> None:
        if self._look is not None:
            self._look()
