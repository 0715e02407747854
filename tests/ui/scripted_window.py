"""The real program at work, until somebody kills it: each act is told when it is done.

Run as a program with the register's path. It says, a line each: `done EVENT HEAD` when the window
has heard that an act is saved, and `kept WORDS` when words typed and not sent are among the drafts.
"""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from db.backups.occasion import Occasion
from desktop.ui import app
from desktop.ui.page import Route
from tests.ui.pages.register_window import write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.flow.run import Outcome
    from desktop.running import Ended
    from desktop.ui.first_register import FirstRegister
    from desktop.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
NEW = Route(page="forening", act="add_association")
HALF = Route(page="ort", act="add_place")


def say(*words: object) -> None:
    """Say a line at once: there may be no later."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Script(QObject):
    """Works on: registers, undoes, types half a form, goes about, takes a backup."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.turn = 0
        self.chance = random.Random(7)
        window.session.changed.connect(self.done)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.work)
        self.timer.start(0)

    def done(self, outcome: Outcome) -> None:
        say("done", outcome.event.id, outcome.event.hash)

    def work(self) -> None:
        self.turn += 1
        doings: tuple[Callable[[], None], ...] = (
            self.register,
            self.register,
            self.half_a_form,
            self.undo,
            self.go_about,
            self.back_up,
        )
        doings[self.turn % len(doings)]()

    def typed(self, route: Route, words: str):
        self.window.go(route)
        page = self.window.shelf.page()
        assert page is not None
        assert page.form is not None
        write(page.form.field("name"), words)
        return page.form

    def register(self) -> None:
        self.typed(NEW, f"Föreningen Nummer {self.turn}").foot.button.click()

    def half_a_form(self) -> None:
        words = f"Halvskriven {self.turn}"
        form = self.typed(HALF, words)
        form.keep_draft()
        say("kept", words)

    def undo(self) -> None:
        QTest.keyClick(self.window, Qt.Key.Key_Z, CTRL)

    def go_about(self) -> None:
        for key in self.chance.sample(["idag", "arenden", "orter", "budget", "bevakningar"], 2):
            self.window.go(Route(page=key))

    def back_up(self) -> None:
        keeper = self.window.session.keeper
        assert keeper is not None
        keeper.back_up(Occasion.ASKED)


def main(path: str) -> int:
    """Open the window as the program does, and let the script loose when a register is open."""
    begin = app._begin
    scripts: list[Script] = []

    def begun(window: MainWindow, first: FirstRegister, ended: Sequence[Ended] = ()) -> None:
        begin(window, first, ended)
        scripts.append(Script(window))

    app._begin = begun
    return app.main([path])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
