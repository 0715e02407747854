"""What every test has: Qt without a screen, and no window left behind."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


OUTWARDS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request")
_reached: list[str] = []


def _hear(event: str, _args: tuple[object, ...]) -> None:
    if event in OUTWARDS:
        _reached.append(event)


sys.addaudithook(_hear)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: no process is to wait for the last test of another."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def _nothing_leaves_the_computer() -> Iterator[None]:
    _reached.clear()
    yield
    assert not _reached, f"the program reached out: {_reached}"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example register as it was made, once for all processes that test beside each other."""
    from desktop.cli.main import main  # noqa: PLC0415 - not for those who never ask for it

    own = tmp_path_factory.mktemp("example")
    path = own / "Exempel.vanbok"
    base = tmp_path_factory.getbasetemp()
    others = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    common = others / "Exempel.vanbok"
    if common.exists():
        shutil.copy(common, path)
        return path
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VANBOK_LOG", str(own / "log"))
        assert main(["example", str(path)]) == 0
    part = own / "part"
    shutil.copy(path, part)
    part.replace(common)
    return path


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """A folder about which the system answers every question with an error, as a dead share."""
    if sys.platform == "win32":
        pytest.skip("there such a folder is only missing")
    return tmp_path / ("svarar-inte" * 30)


def _open_windows():
    # A test that never needed Qt shall not pay for importing it.
    qt = sys.modules.get("PySide6.QtWidgets")
    if qt is None or qt.QApplication.instance() is None:
        return set()
    # Closed ones stay with Qt, thousands of widgets after a while: only asked when one is seen.
    if not any(window.isVisible() for window in qt.QApplication.topLevelWindows()):
        return set()
    return {window for window in qt.QApplication.topLevelWidgets() if window.isVisible()}


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    before = _open_windows()
    yield
    left = _open_windows() - before
    names = sorted(f"{type(window).__name__} “{window.windowTitle()}”" for window in left)
    for window in left:
        window.hide()
        window.deleteLater()
    assert not left, f"windows left open: {', '.join(names)}"
