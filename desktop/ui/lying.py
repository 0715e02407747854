"""A register in a synchronised folder or on a share: what can happen, and the way out of it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.beside import Beside
from desktop.ui.i18n import tr
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.whereabouts import Whereabouts
    from desktop.ui.main_window import MainWindow

KEY = "lying"
AFTER = 1500
"""Milliseconds after opening: a share that is slow must not hold the first page up."""


def lies(path: Path) -> Whereabouts:
    """Tell what kind of place a register lies in; slow where the disk is."""
    from db.whereabouts import whereabouts  # noqa: PLC0415 - in a thread, after opening

    return whereabouts(path)


def own_folder() -> Path:
    """Give where a register is proposed to lie on this computer, outside what is synchronised."""
    from db.whereabouts import Kind  # noqa: PLC0415 - rare
    from desktop.ui.pages.start_place import FOLDER, documents  # noqa: PLC0415 - rare

    for folder in (documents() / FOLDER, Path.home() / FOLDER):
        if lies(folder / "x.vanbok").kind is Kind.LOCAL:
            return folder
    return Path.home() / FOLDER


class Lying(QObject):
    """Tells once for each register and place; it may well lie there, and nothing is stopped."""

    def __init__(self, window: MainWindow, where: Callable[[Path], Whereabouts] = lies) -> None:
        """Listen to the session; `where` tells the place and can be given for tests."""
        super().__init__(window)
        self._window = window
        self._where = where
        self._beside = Beside(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.look)
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
        session = self._window.session
        if session.desk is None or session.looking is not None:
            return
        store = session.desk.store
        if session.preferences.place_accepted(store.register_uuid) != str(store.path.parent):
            self._beside.ask(partial(self._where, store.path), self._tell)

    def _tell(self, where: Whereabouts) -> None:
        words = _words(where)
        if words is None:
            self._window.notices.drop(KEY)
            return
        self._window.notices.tell(
            KEY,
            Mark.WARN,
            *words,
            {
                tr("Flytta till den här datorn …"): self._move,
                tr("Ha kvar"): self._stay,
            },
        )

    def _stay(self) -> None:
        store = self._window.session.need().store
        preferences = self._window.session.preferences
        preferences.accept_place(store.register_uuid, str(store.path.parent))
        self._window.notices.drop(KEY)

    def _move(self) -> None:
        from desktop.ui import dialogs  # noqa: PLC0415 - file dialogs are slow to load

        proposed, made = own_folder(), False
        with suppress(OSError):
            made = not proposed.is_dir()
            proposed.mkdir(parents=True, exist_ok=True)
        chosen = dialogs.ask_folder(self._window, tr("Var ska registret ligga?"), proposed)
        if chosen is not None:
            # Not from within the band's own signal: the register and its bands are made anew.
            QTimer.singleShot(0, self, lambda: self.move_to(chosen))
        if made and chosen != proposed:
            with suppress(OSError):
                proposed.rmdir()

    def move_to(self, folder: Path) -> None:
        """Move the register to a folder, and let the backups go where it lay as well."""
        session = self._window.session
        former = session.need().store.path
        moved = session.move(folder)
        if moved is None:
            return
        session.preferences.forget(former)
        session.preferences.opened(moved.path)
        keeper = session.keeper
        if session.desk is not None and keeper is not None:
            uuid = session.desk.store.register_uuid
            if session.preferences.second(uuid) is None:
                keeper.choose_second(former.parent)


def _words(where: Whereabouts) -> tuple[str, str] | None:
    from db.whereabouts import Kind  # noqa: PLC0415 - not before the first paint

    if where.kind is Kind.SYNCED:
        return (
            tr("Registret ligger i {name}.", name=where.name),
            tr(
                "Synkas filen medan du arbetar kan den skrivas över av en äldre. Säkrast ligger "
                "registret på datorn och säkerhetskopiorna i {name}.",
                name=where.name,
            ),
        )
    if where.kind is Kind.SHARE:
        return (
            tr("Registret ligger på en nätverksdisk."),
            tr(
                "Bryts förbindelsen går det inte att spara. Säkrast ligger registret på datorn "
                "och säkerhetskopiorna på nätverksdisken."
            ),
        )
    return None
