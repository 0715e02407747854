"""Forms that were begun: kept when the keyboard or the window leaves them, and told of again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.draft import Spot
from desktop.ui.draft_standing import done_since
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.draft import Draft, DraftKey
    from desktop.ui.main_window import MainWindow

PAGE = "utkast"
"""Key of the page with the list."""
BEGUN, FAILING, HARMED, LATER = "drafts", "drafts.failing", "drafts.damaged", "drafts.later"
"""Keys of the bands."""
AGAIN = 5000
"""Milliseconds until drafts that could not be written are tried again."""


class Unfinished(QObject):
    """Knows where drafts belong in the window, and tells of those that wait."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to window, session and application."""
        super().__init__(window)
        self._window = window
        self._drafts = window.session.preferences.drafts
        self._drafts.place = self
        self._drafts.told.append(self._told)
        self._shown = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._try_again)
        window.session.opened.connect(self.tell)
        window.session.closed.connect(self._hide)
        window.shelf.turned.connect(self._turned_page)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._left)
            app.applicationStateChanged.connect(self._turned)
            app.aboutToQuit.connect(self._drafts.keep_all)
            app.commitDataRequest.connect(lambda _manager: self._drafts.keep_all())

    # Where a form stands

    def spot(self, key: DraftKey) -> Spot:
        """Give page and title as they are shown now."""
        shelf, session = self._window.shelf, self._window.session
        page, route = shelf.page(), shelf.route
        if page is None or route is None:
            return Spot()
        way = page.way_to(key, route)
        event = session.desk.store.last_event_id if session.desk is not None else 0
        return Spot(
            page=way.page,
            subject=way.subject,
            act=way.act,
            what=_named(key.act) or page.title(),
            where=page.title(),
            event=event,
        )

    def done_since(self, draft: Draft) -> str:
        """Say what has been done since the draft was begun."""
        desk = self._window.session.desk
        return done_since(desk, draft) if desk is not None and draft.key.register else ""

    def go_on(self, draft: Draft) -> None:
        """Show a draft in its form, or say that the form is not there any more."""
        window, spot = self._window, draft.spot
        if not spot.page:
            window.say(tr("Ingen vet var det formuläret stod. Kopiera texten i stället."))
            return
        window.go(Route(page=spot.page, subject=spot.subject, act=spot.act))
        QTimer.singleShot(0, self, lambda: self._show(draft))

    def _show(self, draft: Draft) -> None:
        window = self._window
        page, route = window.shelf.page(), window.shelf.route
        here = page is not None and route is not None and route.page == draft.spot.page
        if page is None or not here or not page.go_on_with(draft):
            window.go(Route(page=PAGE))
            words = tr("Formuläret finns inte där längre. Det du skrev ligger kvar här.")
            window.say(words, Mark.WARN)

    # Telling

    def waiting(self) -> list[Draft]:
        """Give the drafts of the open register, the newest first."""
        desk = self._window.session.desk
        return self._drafts.of_register(desk.store.register_uuid) if desk is not None else []

    def tell(self) -> None:
        """Say above the page that forms were begun, when a register has been opened."""
        session = self._window.session
        self._hide()
        if session.desk is None or session.between or session.looking is not None:
            return
        self._harmed(session.desk.store.register_uuid)
        waiting = self.waiting()
        self._shown = len(waiting)
        if not waiting:
            return
        words = (
            tr("Du har ett påbörjat formulär.")
            if len(waiting) == 1
            else tr("Du har {count} påbörjade formulär.", count=len(waiting))
        )
        latest = waiting[0].spot
        about = ", ".join(each for each in dict.fromkeys((latest.what, latest.where)) if each)
        ways = {tr("Visa"): self._open, tr("Inte nu"): self._hide}
        self._window.notices.tell(BEGUN, Mark.INFO, words, about, ways)

    def _turned_page(self) -> None:
        route = self._window.shelf.route
        if route is not None and route.page == PAGE:
            self._hide()

    def _open(self) -> None:
        self._hide()
        self._window.go(Route(page=PAGE))

    def _hide(self) -> None:
        self._shown = 0
        self._window.notices.drop(BEGUN)

    def _told(self) -> None:
        """Follow the drafts: no band about none, and one while they cannot be written."""
        notices = self._window.notices
        if self._shown and len(self.waiting()) < self._shown:
            self.tell()
        if self._drafts.failing and FAILING not in notices.bands:
            notices.tell(
                FAILING,
                Mark.WARN,
                tr("Det du skriver kan inte läggas undan just nu."),
                tr("Det står kvar i fälten så länge fönstret är öppet. Nytt försök görs strax."),
            )
        elif not self._drafts.failing:
            notices.drop(FAILING)
        if self._drafts.failing:
            self._again.start()

    def _try_again(self) -> None:
        if self._drafts.failing:
            self._drafts.write_again()

    def _harmed(self, register: str) -> None:
        aside = self._drafts.damaged(register)
        if aside is not None:
            self._window.notices.tell(
                HARMED,
                Mark.WARN,
                tr("Filen med påbörjade formulär var skadad."),
                tr("Den som var före den används. Den skadade ligger kvar som {file}.",
                   file=aside.name),
                {tr("Stäng"): lambda: self._window.notices.drop(HARMED)},
            )  # fmt: skip
        later = self._drafts.later(register)
        if later is not None:
            self._window.notices.tell(
                LATER,
                Mark.INFO,
                tr("Det finns påbörjade formulär från en nyare version av Vänbok."),
                tr("De visas när den versionen används, och ligger kvar som {file}.",
                   file=later.name),
                {tr("Stäng"): lambda: self._window.notices.drop(LATER)},
            )  # fmt: skip

    # Keeping

    def _left(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None:
            self._drafts.keep_all()

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._drafts.keep_all()


def _named(act: str) -> str:
    """Give the heading of an act's form; "" for what is no act."""
    from desktop.flow.steps import step_named  # noqa: PLC0415 - every act, slow to load

    if act == "letter_text":
        return tr("Brevtext")
    try:
        return shown(step_named(act).title)
    except KeyError:
        return ""
