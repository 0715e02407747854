"""What is said when the program did not come to its end the last time: calm, and only the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark
from desktop.ui.unfinished import BEGUN, PAGE
from desktop.ui.what_is_saved import Saved, what_is_saved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.running import Ended
    from desktop.ui.main_window import MainWindow

KEY = "ended"
"""Key of the band."""
LOOK = 200
"""Milliseconds between two looks whether the check of the register has answered."""


class Afterwards(QObject):
    """Waits for the check of the register that is opened, and then tells once."""

    def __init__(self, window: MainWindow, ended: Sequence[Ended]) -> None:
        """Listen for the first register."""
        super().__init__(window)
        self._window = window
        self._ended = ended
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)
        window.session.opened.connect(self._timer.start)

    def report(self) -> str:
        """Give what the last crash left, fit to be sent to anybody."""
        from desktop import logfile  # noqa: PLC0415 - after a crash only

        parts = [logfile.heading()]
        for each in self._ended:
            began = each.began.strftime("%Y-%m-%d %H.%M")
            parts += [tr("Startat {began}, inte avslutat.", began=began), each.note]
        parts.append(logfile.latest())
        return "\n".join(part for part in parts if part)

    def _look(self) -> None:
        desk = self._window.session.desk
        if desk is None:
            self._timer.stop()
            return
        if desk.store.verified.done:
            self._timer.stop()
            self._tell()

    def _tell(self) -> None:
        window = self._window
        window.session.opened.disconnect(self._timer.start)
        desk = window.session.desk
        if desk is None or desk.store.verified.trouble is not None:
            # The page of what is wrong with the file says more than this band could.
            return
        saved = what_is_saved(window.session)
        drafts = window.session.preferences.drafts.of_register(desk.store.register_uuid)
        count = len(drafts)
        words = (
            tr("Ett påbörjat formulär ligger kvar.")
            if count == 1
            else tr("{count} påbörjade formulär ligger kvar.", count=count)
            if count
            else ""
        )
        checked = (
            tr("Registret är kontrollerat: inget som var sparat är förlorat.")
            if saved.mark is Mark.OK
            else saved.strong
        )
        text = " ".join(part for part in (checked, saved.text, words) if part)
        ways = {tr("Visa felbeskrivningen"): lambda: self._show(saved)}
        if count:
            window.notices.drop(BEGUN)
            ways = {tr("Visa formulären"): self._go, **ways}
        else:
            ways[tr("Stäng")] = self._close
        strong = tr("Vänbok stängdes oväntat förra gången.")
        window.notices.tell(KEY, Mark.INFO, strong, text, ways)

    def _close(self) -> None:
        self._window.notices.drop(KEY)

    def _go(self) -> None:
        self._close()
        self._window.go(Route(page=PAGE))

    def _show(self, saved: Saved) -> None:
        from desktop.ui.trouble_dialog import TroubleDialog  # noqa: PLC0415 - after a crash only

        title = tr("Vänbok stängdes oväntat förra gången")
        TroubleDialog(self.report(), saved, self._window, title=title).exec()
        self._close()
