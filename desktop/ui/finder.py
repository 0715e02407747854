"""The words of the register in memory, read in a thread once the window stands."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from db.search import CaseIndex
    from db.store import Store
    from db.words import WordIndex
    from desktop.ui.session import Session

LOOK = 20
"""Milliseconds between looks at whether the thread is done."""
BLINK = 0.1
"""Seconds that a question waits for words that are being read."""


class Finder(QObject):
    """One index for each open register, shared by the list of cases and the search."""

    ready = Signal()
    """The index of the cases can be asked."""
    words_ready = Signal()
    """The words of the other registers can be asked."""

    def __init__(self, session: Session) -> None:
        """Belong to a session; nothing is read before `begin`."""
        super().__init__(session)
        self._session = session
        self._store: Store | None = None
        self._changes = -1
        self._index: CaseIndex | None = None
        self._coming: Future[CaseIndex] | None = None
        self._words: WordIndex | None = None
        self._words_coming: Future[WordIndex] | None = None
        self._words_changes = -1
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Read the open register's words in a thread, unless that is done or under way."""
        desk = self._session.desk
        if desk is None or desk.store is self._store:
            return
        self._store, self._index, self._changes = desk.store, None, -1
        self._words, self._words_changes = None, -1
        from db.search import CaseIndex  # noqa: PLC0415 - not needed for the first paint
        from desktop.flow.search import load_words  # noqa: PLC0415 - as above

        pool = ThreadPoolExecutor(1, "finder")
        self._coming = pool.submit(CaseIndex.load, desk.store.path)
        self._words_coming = pool.submit(load_words, desk.store.path)
        pool.shutdown(wait=False)
        self._timer.start()

    def _look(self) -> None:
        if self._coming is not None and self._coming.done():
            # A file that cannot be read beside is still searched by SQL: slower, and as right.
            if self._coming.exception() is None:
                self._index = self._coming.result()
                self.ready.emit()
            self._coming = None
        if self._words_coming is not None and self._words_coming.done():
            self._take_words()
        if self._coming is None and self._words_coming is None:
            self._timer.stop()

    def _take_words(self) -> None:
        coming, self._words_coming = self._words_coming, None
        if coming is not None and coming.exception() is None:
            self._words = coming.result()
            self.words_ready.emit()

    def failed(self) -> bool:
        """Say whether the open register could not be read beside."""
        desk = self._session.desk
        begun = desk is not None and desk.store is self._store
        return begun and self._index is None and self._coming is None

    def index(self) -> CaseIndex | None:
        """Give the index as the register stands now; None while it is being read."""
        desk = self._session.desk
        if desk is None or desk.store is not self._store or self._index is None:
            return None
        if desk.store.changes != self._changes:
            self._index.catch_up(desk.store)
            self._changes = desk.store.changes
        return self._index

    def words(self) -> WordIndex | None:
        """Give the words of every other register as it stands now; None while they are read.

        A small register is read in the blink that this waits for it.
        """
        desk = self._session.desk
        if desk is None or desk.store is not self._store:
            return None
        if self._words_coming is not None:
            wait([self._words_coming], timeout=BLINK)
            if self._words_coming.done():
                self._take_words()
        if self._words is not None and desk.store.changes != self._words_changes:
            self._words.catch_up(desk.store)
            self._words_changes = desk.store.changes
        return self._words


def finder_of(session: Session) -> Finder:
    """Give the session's one finder."""
    found = session.findChild(Finder)
    return found if isinstance(found, Finder) else Finder(session)
