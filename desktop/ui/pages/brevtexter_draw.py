"""The example letter drawn beside the window, so that typing never waits for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.letters.problems import BadTemplate, IncompleteLetter, MissingGlyph
from desktop.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.letters.content import Document


class Drawing(QObject):
    """Draws the latest text asked for, one at a time; older ones are passed over."""

    drawn = Signal(object)
    """The letter's bytes."""
    lacking = Signal(str)
    """Why there is none."""
    _ended = Signal(object)
    """From the thread: the letter, or nothing."""

    def __init__(self, parent: QObject) -> None:
        """Make it idle."""
        super().__init__(parent)
        self._wanted: Callable[[], Document] | None = None
        self._thread: threading.Thread | None = None
        self._ended.connect(self._answer)

    def ask(self, compose: Callable[[], Document]) -> None:
        """Draw what `compose` gives; it is called in the thread and reads no file."""
        self._wanted = compose
        if self._thread is None:
            self._begin()

    def _begin(self) -> None:
        compose, self._wanted = self._wanted, None
        if compose is not None:
            self._thread = threading.Thread(target=self._draw, args=(compose,), daemon=True)
            self._thread.start()

    def _draw(self, compose: Callable[[], Document]) -> None:
        """Draw in the thread, or say why not."""
        from desktop.letters.render import render  # noqa: PLC0415 - ReportLab only when drawing

        content = b""
        try:
            content = render(compose())
        except (BadTemplate, IncompleteLetter, MissingGlyph):
            # Told beside the fields.
            return
        finally:
            self._ended.emit(content)

    def stop(self) -> None:
        """Forget what was asked for, and wait for what is being drawn."""
        self._wanted = None
        if self._thread is not None:
            self._thread.join()

    def _answer(self, content: bytes) -> None:
        self._thread = None
        if self._wanted is not None:
            self._begin()
        elif content:
            self.drawn.emit(content)
        else:
            self.lacking.emit(tr("Brevet visas när det som är fel i texten är rättat."))
