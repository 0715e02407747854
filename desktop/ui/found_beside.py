"""Other versions of the open register beside it, as synchronised folders leave them: told of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui import kept_words
from desktop.ui.beside import Beside
from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from db.backups.conflicts import Sibling
    from desktop.ui.main_window import MainWindow

KEY = "beside"
AFTER = 2500
"""Milliseconds after opening: the first page comes first, and other files are read whole."""


def look_beside(register: Path) -> tuple[Sibling, ...]:
    """Find the other versions; none when the register does not answer. Slow: use a thread."""
    from db.backups.conflicts import siblings  # noqa: PLC0415 - in a thread, after opening
    from db.errors import FileTrouble  # noqa: PLC0415 - as above

    try:
        return siblings(register)
    except FileTrouble:
        return ()


class FoundBeside(QObject):
    """Looks once for each register that is opened."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the session."""
        super().__init__(window)
        self._window = window
        self._beside = Beside(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.look)
        self._later: set[Path] = set()
        window.session.opened.connect(self._opened)
        window.session.closed.connect(self._closed)

    def _opened(self) -> None:
        if self._window.session.looking is None:
            self._timer.start()

    def _closed(self) -> None:
        self._timer.stop()
        self._beside.forget()
        self._window.notices.drop(KEY)

    def look(self) -> None:
        """Look now."""
        path = self._window.session.path
        if path is not None and self._window.session.looking is None:
            self._beside.ask(partial(look_beside, path), self._tell)

    def _tell(self, found: Sequence[Sibling]) -> None:
        more = [each for each in found if each.has_more and each.path not in self._later]
        if not more:
            self._window.notices.drop(KEY)
            return
        self._window.notices.tell(
            KEY,
            Mark.WARN,
            _strong(more),
            tr("Inget slås ihop av sig självt."),
            {
                tr("Jämför"): lambda: self._window.go(Route(page="bredvid")),
                tr("Inte nu"): lambda: self._not_now(more),
            },
        )

    def _not_now(self, more: Sequence[Sibling]) -> None:
        self._later |= {each.path for each in more}
        self._window.notices.drop(KEY)


def _strong(more: Sequence[Sibling]) -> str:
    if len(more) > 1:
        return tr("Bredvid registret ligger {count} andra versioner med händelser som saknas här.",
                  count=len(more))  # fmt: skip
    found = more[0].difference
    count = kept_words.events(found.there if found is not None else 0)
    return tr("Bredvid registret ligger {name} med {events} som saknas här.",
              name=more[0].path.name, events=count)  # fmt: skip
