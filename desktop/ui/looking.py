"""The band that stands while a copy is looked at, with the ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark
from desktop.ui.spoken import long_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.main_window import MainWindow

KEY = "looking"
BACKUPS = "sakerhetskopior"
"""Key of the page with the list of backups."""


class Looking(QObject):
    """Says what is looked at for as long as it is."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the window's session."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._session.opened.connect(self._tell)
        self._session.closed.connect(self._tell)

    def _tell(self) -> None:
        view = self._session.looking
        if view is None:
            self._window.notices.drop(KEY)
            return
        name = self._session.home.name if self._session.home is not None else view.source.name
        when, day = f"{view.taken_at:%H.%M}", long_date(view.taken_at.date())
        if view.is_backup:
            strong = tr(
                "Du tittar på {name} som det var {day} klockan {when}.",
                name=name, day=day, when=when,
            )  # fmt: skip
        elif view.holder is not None:
            strong = tr(
                "Du tittar på {name}, som är öppet hos någon annan, som det var klockan {when}.",
                name=view.source.name, when=when,
            )  # fmt: skip
        else:
            strong = tr("Du tittar på en kopia av {name}.", name=view.source.name)
        ways: dict[str, Callable[[], object]] = {}
        if self._session.home is not None:
            ways[tr("Gå tillbaka")] = self._session.reopen
        if view.is_backup and self._window.has_page(BACKUPS):
            ways[tr("Återgå hit …")] = lambda: self._restore_here(view.source.name)
        if not ways:
            ways[tr("Sluta titta")] = self._session.close
        self._window.notices.tell(KEY, Mark.INFO, strong, tr("Inget kan ändras."), ways)

    def _restore_here(self, name: str) -> None:
        if self._session.reopen():
            self._window.go(Route(page=BACKUPS, act=name))
