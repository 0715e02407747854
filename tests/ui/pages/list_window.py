"""A window on a register with cases in every phase, for the pages of lists."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtTest import QTest

from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from tests.ui.pages.case_register import Clock, filled
from tests.ui.pages.register_window import NOW, RegisterWindow


@cache
def filled_bytes() -> tuple[bytes, dict[str, int]]:
    """Make the register once: its bytes, and its cases by what they show."""
    with TemporaryDirectory(prefix="vanbok-") as folder:
        path = Path(folder) / "register.vanbok"
        desk, cases = filled(path, Clock())
        desk.store.close()
        return path.read_bytes(), cases


class ListWindow(RegisterWindow):
    """Opens a copy of it."""

    def __init__(self, preferences, folder: Path) -> None:
        content, self.cases = filled_bytes()
        path = folder / "Piteå.vanbok"
        path.write_bytes(content)
        super().__init__(preferences, path)


def empty_window(preferences, folder: Path, *, frame: int | None = 480_000) -> RegisterWindow:
    """Give a window on a register that was just begun."""
    path = folder / "Ny.vanbok"
    desk = begin(
        path,
        FoundRegister(name="Ebba Sagolin", delegation="punkt 4.7", frame=frame),
        clock=lambda: NOW,
        new_uuid=iter(f"00000000-0000-4000-8000-{n:012}" for n in range(1, 9)).__next__,
    )
    desk.store.close()
    return RegisterWindow(preferences, path)


def wait_for(what, most: int = 4000) -> None:
    """Wait until something is so."""
    end = monotonic() + most / 1000
    while not what():
        assert monotonic() < end, "it never came"
        QTest.qWait(5)
