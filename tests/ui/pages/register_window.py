"""A window with every page, with or without a small real register."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.steps.application_draft import RegisterApplication
from desktop.flow.steps.associations import AddAssociation
from desktop.flow.steps.founding import FoundRegister, NewMember
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import FIND, PAGES
from desktop.ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.flow.desk import Desk
    from desktop.ui.page import Route

NOW = datetime(2026, 11, 21, 12)
HAVSORNEN, TROLLSLANDAN = 1, 2
BARTHELEMY, GRINDAVIK, KANDALAKSJA = 1, 2, 3
ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


def small_register(path: Path) -> Desk:
    """Begin a register with two associations and one application; gives it open."""
    numbers = itertools.count(1)
    desk = begin(
        path,
        FoundRegister(
            name="Ebba Sagolin",
            delegation="delegationsordningen, punkt 4.7",
            address="Svartuddsvägen 1",
            frame=480_000,
            members=(NewMember(name="Sixten Fabelberg", role="kommunchef"),),
        ),
        clock=lambda: NOW,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    )
    for name, place in (("Föreningen Havsörnen", GRINDAVIK), ("Körsällskapet Trollsländan", 2)):
        run(
            desk,
            AddAssociation(
                name=name,
                place_ids=(place,),
                address="Låtsasgatan 4",
                postcode="941 00",
                city="Piteå",
                account="5402-9681",
                account_kind="bankgiro",
            ),
        )
    apply(desk, TROLLSLANDAN, came=date(2026, 10, 19))
    return desk


def apply(desk: Desk, association: int, *, came: date) -> int:
    """Register an application for Grindavík; gives the case's id."""
    outcome = run(
        desk,
        RegisterApplication(
            association_id=association,
            place_id=GRINDAVIK,
            scheme="activity_grant",
            purpose="vinterkonsert med en gästande kör",
            starts_on=date(came.year, 11, 22),
            ends_on=date(came.year, 11, 24),
            asked=12_000,
            costs=19_000,
            other_funding=2_000,
            goals=("cultures",),
            came_on=came,
            confirm=True,
        ),
    )
    return dict(outcome.subjects)["case"]


class RegisterWindow:
    """The window, and short ways to look into it and to press its keys."""

    def __init__(self, preferences, path: Path | None = None) -> None:
        self.session = Session(preferences, lambda: NOW)
        self.window = MainWindow(self.session, PAGES, FIND)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        if path is None:
            self.window.begin()
        else:
            self.window.open_file(path)
        QTest.qWait(1)

    @property
    def page(self) -> Any:
        """Give the page that is shown, whichever it is."""
        page = self.window.shelf.page()
        assert page is not None
        return page

    @property
    def shown(self) -> str:
        """Give the key of the page that is shown."""
        route = self.window.shelf.route
        assert route is not None
        return route.page

    @property
    def desk(self) -> Desk:
        """Give the desk of the open register."""
        return self.session.need()

    def go(self, route: Route) -> Any:
        """Go somewhere, and give the page."""
        self.window.go(route)
        QTest.qWait(1)
        return self.page

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        QTest.qWait(1)

    def close(self) -> None:
        """Close the window and the register."""
        self.window.close()


def write(field: QWidget, words: str) -> None:
    """Write in a field as a person does, so that those who listen hear it."""
    if isinstance(field, QLineEdit):
        field.setText(words)
        field.textEdited.emit(words)
    else:
        inner = field.findChild(QPlainTextEdit)
        assert inner is not None
        inner.setPlainText(words)


def fill(form, **values: str) -> None:
    """Write in fields of a form by name."""
    for name, words in values.items():
        write(form.field(name), words)


def problem_at(form, name: str) -> str:
    """Give what a form says is wrong with a field."""
    return str(form.fields[name].problem.text())


def submit(form) -> None:
    """Press the button of a form."""
    form.foot.button.click()
    QTest.qWait(1)
