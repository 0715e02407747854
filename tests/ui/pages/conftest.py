"""A window on a small register, and one without."""

from __future__ import annotations

import pytest

from tests.ui.pages.register_window import RegisterWindow, small_register


@pytest.fixture(scope="session")
def small_file(tmp_path_factory):
    """Make the register once; each test opens a copy."""
    path = tmp_path_factory.mktemp("small") / "Piteå.vanbok"
    small_register(path).store.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path, small_file):
    """Give a register's file."""
    made = tmp_path / "Piteå.vanbok"
    made.write_bytes(small_file)
    return made


@pytest.fixture
def opened(qapp, preferences, path):
    """Give a window on the register."""
    made = RegisterWindow(preferences, path)
    yield made
    made.close()


@pytest.fixture
def alone(qapp, preferences):
    """Give a window without a register."""
    made = RegisterWindow(preferences)
    yield made
    made.close()
