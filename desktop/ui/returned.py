"""After going back to a backup: where what was is kept, and the way back to it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui import kept_words
from desktop.ui.i18n import tr
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from db.backups.listing import Backup
    from db.backups.restoring import Restored
    from desktop.ui.main_window import MainWindow

KEY = "returned"


class Returned(QObject):
    """Stands until the next act, or until the register is closed."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the session."""
        super().__init__(window)
        self._window = window
        self._before: Backup | None = None
        session = window.session
        session.restored.connect(self._restored)
        session.opened.connect(self._opened)
        session.closed.connect(lambda: window.notices.drop(KEY))
        session.changed.connect(lambda _outcome: window.notices.drop(KEY))

    def _restored(self, restored: Restored) -> None:
        made = [each.backup for each in restored.outcomes if each.backup is not None]
        self._before = made[0] if made else None

    def _opened(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self._tell(before)

    def _tell(self, before: Backup) -> None:
        when = kept_words.within(before.made_at, self._window.session.care.now())
        self._window.notices.tell(
            KEY,
            Mark.INFO,
            tr("Det som var ligger kvar som säkerhetskopian från {when}.", when=when),
            "",
            {
                tr("Ångra återgången"): lambda: self._undo(before),
                tr("Behåll"): lambda: self._window.notices.drop(KEY),
            },
        )

    def _undo(self, before: Backup) -> None:
        # Not from within the band's own signal: the register and its bands are made anew.
        QTimer.singleShot(0, self, lambda: self._window.session.restore(before.path))
