"""A real window on a real register, with those who watch the file and keep what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from desktop.domain.registers import Association
from desktop.ui.page import Route
from desktop.ui.unfinished import Unfinished
from desktop.ui.watching import MOVED, SAVING, Watching
from tests.ui.pages.register_window import TROLLSLANDAN, RegisterWindow, fill, submit

if TYPE_CHECKING:
    from pathlib import Path

TYPED = "Nygatan 7, tre trappor upp"
CHANGE = Route(page="forening", subject=TROLLSLANDAN, act="change_association")


class Watched(RegisterWindow):
    """The window with its two companions, and a form that is being filled in."""

    def __init__(self, preferences, path: Path) -> None:
        super().__init__(preferences)
        self.path = path
        self.unfinished, self.watching = Unfinished(self.window), Watching(self.window)
        self.window.companions = [self.unfinished, self.watching]
        self.window.open_file(path)
        QTest.qWait(1)

    def half_typed(self) -> None:
        """Write in a form without sending it."""
        page = self.go(CHANGE)
        fill(page.form, address=TYPED)

    def look(self) -> None:
        """Let the time between two looks pass."""
        self.watching.look()
        QTest.qWait(1)

    def press_button(self) -> None:
        """Send the form at hand."""
        submit(self.page.form)
        QTest.qWait(1)

    @property
    def typed(self) -> str:
        """What stands in the field of the form at hand."""
        return str(self.page.form.raw()["address"])

    @property
    def stored(self) -> str:
        """The address in the register that is open."""
        return self.desk.store.get(Association, TROLLSLANDAN).address

    @property
    def told(self) -> str:
        """The words of the band about the file; "" when there is none."""
        bands = self.window.notices.bands
        return " ".join(bands[key].accessibleName() for key in (MOVED, SAVING) if key in bands)

    @property
    def ways(self) -> list[str]:
        """The words of its links."""
        return [link.text() for link in self.window.notices.bands[MOVED].links]

    def follow(self, words: str) -> None:
        """Follow one of its links."""
        link = next(each for each in self.window.notices.bands[MOVED].links if each.text() == words)
        link.click()
        QTest.qWait(20)

    def said(self) -> str:
        """What stands in the band at the bottom."""
        return self.window.undo_band.text()
