"""What the menu Arkiv does with registers: a new one, another one, a copy, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.main_window import MainWindow


class Registers:
    """Belongs to a window, and asks for files where one is to be chosen."""

    def __init__(self, window: MainWindow) -> None:
        """Do nothing yet."""
        self._window, self._session = window, window.session

    def new(self) -> None:
        """Show the questions that a new register begins with."""
        if self._session.leave():
            self._window.go(Route(page="start", act="new"))

    def ask(self) -> None:
        """Ask which register to open."""
        from desktop.ui import dialogs  # noqa: PLC0415 - file dialogs are slow to load

        path = self._session.path
        chosen = dialogs.ask_open(self._window, path.parent if path is not None else None)
        if chosen is not None:
            self.open(chosen)

    def open(self, path: Path) -> None:
        """Open a register, and remember it."""
        if self._session.open(path):
            self._session.preferences.opened(path)

    def save_copy(self) -> None:
        """Ask where a copy is to lie, and save a checked one there."""
        from desktop.ui import dialogs  # noqa: PLC0415 - file dialogs are slow to load

        session, path = self._session, self._session.path
        if path is None:
            return
        proposed = path.with_name(f"{path.stem} {session.today.isoformat()}{path.suffix}")
        words = tr("Register (*.vanbok)")
        chosen = dialogs.ask_save(self._window, tr("Spara en kopia"), proposed, words)
        if chosen is not None and session.save_copy(chosen):
            said = tr("Kopian {name} är sparad och kontrollerad.", name=chosen.name)
            self._window.say(said, Mark.OK)

    def leave(self) -> bool:
        """Close the register as the window closes, with the last backup; False to stay open."""
        session, before = self._session, self._session.left
        if not session.leave():
            return False
        just = session.left if session.left is not before else None
        told = just is not None and just.moved is not None
        keeper = session.keeper
        # Made for nothing its sheet would go when Python collects, in the midst of Qt's own work.
        if keeper is not None and (told or keeper.worker.busy):
            from desktop.ui.closing import Closing  # noqa: PLC0415 - not before the first paint

            self._window.hide()
            Closing(keeper, just).finish()
        return True
