"""A window whose backups are kept, with clocks that a test turns."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from db.backups.occasion import Occasion
from db.backups.place import FOLDER, SUFFIX
from desktop.flow.steps.places import AddPlace
from desktop.ui.keeper import Keeper
from desktop.ui.looking import Looking
from tests.ui.pages.register_window import RegisterWindow

if TYPE_CHECKING:
    from pathlib import Path

BEGAN = datetime(2026, 11, 21, 12)


class Clocks:
    """The computer's time and the clock that is never set, turned together."""

    def __init__(self) -> None:
        self.time = BEGAN
        self.passed = 1000.0

    def turn(self, minutes: float) -> None:
        """Let so many minutes pass."""
        self.time += timedelta(minutes=minutes)
        self.passed += minutes * 60


class KeptWindow(RegisterWindow):
    """The window, and short ways to its keeper."""

    def __init__(self, preferences, path: Path) -> None:
        super().__init__(preferences)
        self.clocks = Clocks()
        self.path = path
        self.backup = path
        self.keeper = Keeper(
            self.window,
            clock=lambda: self.clocks.time,
            monotonic=lambda: self.clocks.passed,
            start_after=0,
        )
        self.window.companions = [self.keeper, Looking(self.window)]

    def open(self) -> None:
        """Open the register and let what is due at start be made."""
        self.window.open_file(self.path)
        QTest.qWait(20)
        self.rest()

    def rest(self) -> None:
        """Wait until no backup is being made."""
        for _ in range(3000):
            QTest.qWait(10)
            if not self.keeper.worker.busy:
                return
        raise AssertionError("the worker never rests")

    def work(self, name: str = "Låtsasvik") -> None:
        """Change something in the register."""
        assert self.session.submit(AddPlace, {"name": name, "country": "Island"}) is not None

    def pass_minutes(self, minutes: float) -> None:
        """Let time pass, with a look at the clock after it."""
        self.clocks.turn(minutes)
        self.keeper.tick()
        self.rest()

    @property
    def line(self) -> str:
        """Give what the line at the bottom says of backups."""
        return self.window.status.backup.text()

    @property
    def bands(self) -> dict[str, str]:
        """Give what stands above the page, by key."""
        found = self.window.notices.bands
        return {key: band.accessibleName() for key, band in found.items()}

    def follow(self, key: str, words: str) -> None:
        """Press a link of a band."""
        band = self.window.notices.bands[key]
        next(link for link in band.links if link.text() == words).click()
        QTest.qWait(1)
        self.rest()


def backups_in(folder: Path) -> list[str]:
    """Give the names of the backups in a chosen folder, oldest first."""
    within = folder / FOLDER
    return sorted(path.name for path in within.glob(f"*{SUFFIX}")) if within.is_dir() else []


def occasions(window: KeptWindow) -> list[Occasion | None]:
    """Give why each backup beside the register was made, oldest first."""
    from db.backups.listing import listing  # noqa: PLC0415 - where it is asked
    from db.backups.place import beside  # noqa: PLC0415 - as above

    return [each.occasion for each in reversed(listing(beside(window.path)))]
