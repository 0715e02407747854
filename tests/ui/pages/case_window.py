"""A window on a real register, with the pages of cases and a plain home page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.casework import Decision
from desktop.domain.text import say
from desktop.flow.picture import picture
from desktop.ui.main_window import MainWindow
from desktop.ui.page import New, Page, PageEntry, Route
from desktop.ui.pages.case_pages import CASE_PAGES
from desktop.ui.session import Session
from tests.ui.pages.case_register import Clock, filled, founded

CTRL = Qt.KeyboardModifier.ControlModifier


class Home(Page):
    """Somewhere to come from."""

    def title(self) -> str:
        return "Ärenden"

    def refresh(self) -> None:
        pass

    def first_focus(self) -> None:
        self.setFocus()


ENTRIES = (
    PageEntry(
        key="arenden",
        word=say("Ärenden"),
        factory=Home,
        icon="arenden",
        news=(New(word=say("Ansökan"), route=Route(page="ansokan")),),
    ),
    *CASE_PAGES,
)


@cache
def _full() -> tuple[bytes, dict[str, int]]:
    """Give the file of the filled register; made once, for it takes a second."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "full.vanbok"
        desk, cases = filled(path, Clock())
        desk.store.close()
        return path.read_bytes(), cases


@cache
def _begun() -> tuple[bytes, dict[str, int]]:
    """Give the file of a register with nothing but associations."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "begun.vanbok"
        founded(path, Clock()).store.close()
        return path.read_bytes(), {}


class Desktop:
    """The window, its register, and hands to use them with."""

    def __init__(self, qtbot, preferences, folder: Path, *, full: bool) -> None:
        self.path = folder / "Piteå.vanbok"
        self.clock = Clock()
        content, self.cases = _full() if full else _begun()
        self.path.write_bytes(content)
        self.session = Session(preferences, self.clock)
        self.window = MainWindow(self.session, ENTRIES, None)
        qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        assert self.session.open(self.path)
        QTest.qWait(1)

    @property
    def desk(self):
        return self.session.need()

    @property
    def page(self):
        return self.window.shelf.page()

    @property
    def where(self) -> str:
        route = self.window.shelf.route
        assert route is not None
        return route.page

    @property
    def form(self):
        return self.page.form

    def go(self, page: str, subject: int = 0, act: str = "") -> None:
        self.window.go(Route(page=page, subject=subject, act=act))
        QTest.qWait(1)

    def press(self, key, *held) -> None:
        if QApplication.activeWindow() is None:
            # Without a screen the list of a field that closes leaves no window active.
            self.window.activateWindow()
            QTest.qWait(1)
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= each
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def ctrl_enter(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)
        QTest.qWait(1)

    def type(self, words: str) -> None:
        """Type letter by letter; Qt's own keyClicks knows no å, ä and ö."""
        field = QApplication.focusWidget()
        assert field is not None
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(field, key)

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)

    def decision(self, case: str) -> Decision:
        """Give the standing decision of one of the cases."""
        found = picture(self.desk, self.cases[case]).decision
        assert found is not None
        return found

    def said(self) -> str:
        return self.window.undo_band.text()

    def problem(self, field: str) -> str:
        return str(self.form.fields[field].problem.text())
