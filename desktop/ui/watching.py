"""The register's file while it is open: looked at every few seconds, told of when not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.answering import Answering
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from db.errors import FileTrouble, Moved
    from db.store import Store
    from desktop.flow.run import Outcome
    from desktop.ui.draft import Draft
    from desktop.ui.main_window import MainWindow
    from desktop.ui.parting import Left
    from desktop.ui.watching_words import Way

MOVED, SAVING = "file.moved", "file.saving"
"""Keys of the bands: the file is not ours, and the last act was not saved."""
UNREAD = "file.unread"
"""Key of the band about what cannot be read although the file is ours."""
PARTED = "file.parted"
"""Key of the band about a register that was closed while its file was not ours."""
EVERY = 4000
"""Milliseconds between two looks."""
SOON = 200
"""Milliseconds until it is looked again while what lies there is being read."""


class Watching(QObject):
    """Keeps the page and what is typed as they are, and says what has become of the file."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to session and application; the looking begins with a register."""
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.moved: Moved | None = None
        """What has become of the file; None while it is as it was left."""
        self._saved: datetime | None = None
        self._asked: object = None
        self._taking = False
        self.answering = Answering(self)
        """Asks first whether the disk answers at all: the window is not to wait for a dead one."""
        self.answering.known.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._session.opened.connect(self._opened)
        self._session.closed.connect(self._closed)
        self._session.changed.connect(self._changed)
        self._session.parted.connect(self._parted)
        self._session.refused.connect(lambda _problems: self._refused())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._turned)

    # When it is looked at

    def _opened(self) -> None:
        self._forget()
        desk = self._session.desk
        if desk is None or self._session.looking is not None:
            return
        latest = desk.store.events(limit=1)
        self._saved = latest[0].at if latest else None
        self._timer.start()

    def _closed(self) -> None:
        self._timer.stop()
        self._forget()

    def _forget(self) -> None:
        self.moved = None
        for key in (MOVED, SAVING, UNREAD):
            self._window.notices.drop(key)

    def _changed(self, outcome: Outcome) -> None:
        self._saved = outcome.event.at
        self._window.notices.drop(SAVING)

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _refused(self) -> None:
        """Look at once when it was the file that stood in the way of an act."""
        troubles, self._session.troubles = self._session.troubles, []
        if not troubles:
            return
        self._asked = self._window.shelf.page()
        self._window.session.preferences.drafts.keep_all()
        # After the form has been told, so that the band is the last word.
        QTimer.singleShot(0, self, lambda: self._after(troubles[0]))

    def _after(self, trouble: FileTrouble) -> None:
        from db.errors import OnlyLooking, Stale, Unsure  # noqa: PLC0415 - only after a refusal

        unsure = isinstance(trouble, Unsure)
        self.look()
        if self.moved is not None or isinstance(trouble, Stale | OnlyLooking):
            return
        if not unsure or self._session.unsure:
            self._tell_unsaved(trouble)

    def look(self) -> None:
        """Ask what has become of the file, and tell it when that is something new."""
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        store = self._store()
        if store is None:
            return
        try:
            self._look(store)
        except FileTrouble as trouble:
            # Raised, it would be met by another look, and that by the next, without end.
            self._tell_unread(trouble)

    def _look(self, store: Store) -> None:
        answers = self.answering.ask(store.path)
        if answers is None:
            return
        found = store.standing(wait=False) if answers else store.silent()
        if answers and store.reading:
            QTimer.singleShot(SOON, self, self.look)
            return
        before, self.moved = self.moved, found
        if found is None:
            if before is not None:
                self._window.notices.drop(MOVED)
                self._back_again()
            self._settle()
        elif before is None or (found.how, found.there) != (before.how, before.there):
            self._session.preferences.drafts.keep_all()
            self._tell(found)
        self._window.notices.drop(UNREAD)

    def _store(self) -> Store | None:
        session = self._session
        if session.desk is None or session.between or session.looking is not None:
            return None
        return session.desk.store

    # Telling

    def saved(self) -> str:
        """Give when was saved last: "14.32", with the day when that was another; "" for never."""
        if self._saved is None:
            return ""
        same = self._saved.date() == self._session.today
        return self._saved.strftime("%H.%M" if same else "%Y-%m-%d %H.%M")

    def _tell(self, moved: Moved) -> None:
        from desktop.ui.watching_words import telling, way_words  # noqa: PLC0415 - rare

        path = self._session.path
        if path is None:
            return
        said = telling(moved, path.name, self.saved())
        ways = {way_words(way, moved.how): self._doing(way) for way in said.ways}
        notices = self._window.notices
        if self._window.undo_band.text() == _well():
            # It is not well any more.
            self._window.undo_band.hide()
        notices.drop(SAVING)
        notices.tell(MOVED, Mark.STOP, said.strong, said.text, ways)

    def _doing(self, way: Way) -> Callable[[], object]:
        from desktop.ui.watching_words import Way  # noqa: PLC0415 - rare

        return {
            Way.PUT_BACK: self.put_back,
            Way.TAKE_THERE: self.take_there,
            Way.BACKUPS: lambda: self._window.go(Route(page="sakerhetskopior")),
            Way.AGAIN: self._look_again,
        }[way]

    def _look_again(self) -> None:
        """Look because somebody asked, and answer also when nothing is new."""
        self.look()
        if self.moved is not None:
            self._window.say(tr("Det är som det var. Inget har sparats."), Mark.WARN)

    def _tell_unsaved(self, trouble: FileTrouble) -> None:
        from db.errors import Unsure  # noqa: PLC0415 - rare
        from desktop.ui.watching_words import last_saved  # noqa: PLC0415 - rare

        strong = shown(trouble.text)
        if isinstance(trouble, Unsure):
            # The register has answered since, and the act is not in it.
            strong = tr("Det gick inte att spara. Inget av det du gjorde finns i registret.")
        kept = tr("Det du skrev är kvar i formuläret och undanlagt. Samma knapp försöker igen.")
        text = " ".join(part for part in (kept, last_saved(self.saved())) if part)
        self._window.notices.tell(SAVING, Mark.STOP, strong, text)

    def _tell_unread(self, trouble: FileTrouble) -> None:
        """Say that what was saved cannot be read, once for as long as it is the same."""
        words, band = shown(trouble.text), self._window.notices.bands.get(UNREAD)
        if band is None or not band.accessibleName().startswith(words):
            self._window.notices.tell(UNREAD, Mark.STOP, words)

    def _parted(self, left: Left) -> None:
        """Say where what was open is kept, for as long as nobody has seen it."""
        from db.errors import How  # noqa: PLC0415 - rare
        from desktop.ui.watching_words import parted  # noqa: PLC0415 - rare

        moved, kept, notices = left.moved, left.kept, self._window.notices
        if moved is None or (self._taking and (moved.how is How.WRITTEN or kept is not None)):
            # She chose it, and it is said where what she left is.
            return
        said = parted(left, moved)
        ways: dict[str, Callable[[], object]] = {}
        if kept is not None:
            ways[tr("Öppna det som var öppet")] = lambda: QTimer.singleShot(
                # Not from within the band's own signal: the register and its bands are made anew.
                0, self, lambda: self._open_kept(kept)
            )  # fmt: skip
        ways[tr("Stäng")] = lambda: notices.drop(PARTED)
        mark = Mark.INFO if kept is not None else Mark.WARN
        notices.tell(PARTED, mark, said.strong, said.text, ways)

    def _open_kept(self, kept: Path) -> None:
        self._window.notices.drop(PARTED)
        self._window.open_file(kept)

    def _back_again(self) -> None:
        """Say that all is well, and show what is in the file unless somebody is typing."""
        self._window.say(_well(), Mark.OK)
        page = self._window.shelf.page()
        if page is not None and (page.form is None or not page.form.is_dirty()):
            self._window.read_again()

    def _settle(self) -> None:
        """Tell the truth of an act that nobody could say was saved, now that it can be asked."""
        if not self._session.unsure:
            return
        outcome = self._session.settle()
        if outcome is None:
            return
        self._window.notices.drop(SAVING)
        page = self._window.shelf.page()
        if page is not None and page is self._asked:
            page.answered(outcome)
            self._window.read_again()
        self._window.say(tr("Det hann sparas: {what}", what=shown(outcome.text)), Mark.OK)

    # Ways on

    def put_back(self) -> None:
        """Give what is open its name back; what lies there is kept under another name."""
        route, draft = self._here()
        if self._session.put_back() is not None:
            self._return(route, draft)

    def take_there(self) -> None:
        """Open what lies there, when what was open is saved beside it."""
        store, path = self._store(), self._session.path
        if store is None or path is None:
            return
        route, draft = self._here()
        uuid = store.register_uuid
        left = self._session.shelter()
        saved = left.kept if left is not None else None
        self._taking = True
        try:
            taken = self._session.open(path)
        finally:
            self._taking = False
        if not taken:
            return
        desk = self._session.desk
        if desk is not None and desk.store.register_uuid == uuid:
            self._return(route, draft)
        if saved is not None:
            words = (
                tr("Öppnat som det låg där. Det som var öppet heter nu {name}.", name=saved.name)
                if saved.parent == path.parent
                else tr("Öppnat som det låg där. Det som var öppet är {path}.", path=str(saved))
            )
            self._window.say(words, Mark.OK)

    def _here(self) -> tuple[Route | None, Draft | None]:
        """Keep what is typed; give where the window is, and the draft that is typed in there."""
        self._session.preferences.drafts.keep_all()
        page = self._window.shelf.page()
        form = page.form if page is not None else None
        return self._window.shelf.route, form.draft.draft if form is not None else None

    def _return(self, route: Route | None, draft: Draft | None) -> None:
        """Show the same page again, with what was typed."""
        if route is None:
            return
        spot = draft.spot if draft is not None and draft.spot.page else None
        there = Route(page=spot.page, subject=spot.subject, act=spot.act) if spot else route
        self._window.shelf.go(there)
        page = self._window.shelf.page()
        if draft is not None and page is not None:
            page.go_on_with(draft)


def _well() -> str:
    return tr("Registret svarar igen, och inget är förlorat.")
