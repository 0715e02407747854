"""Killed, cut short, or the disk full or broken, at the calls of everything that writes files."""

from __future__ import annotations

import pytest

from db.header import SCHEMA
from tests.faults.figures import table
from tests.faults.registers import schemas

pytestmark = pytest.mark.slow
MIGRATE = 5
PARTS = {
    "save": 1,
    "decide": 1,
    "create": 2,
    "copy_to": 2,
    **{f"migrate {each}": MIGRATE for each in schemas() if each < SCHEMA},
    "backup": 4,
    "thin": 2,
    "restore": 4,
    "move": 3,
    "put_back": 2,
}
"""Of the calls that tell something one in so many; `dev.py faults --long` tries every call."""


@pytest.mark.parametrize("operation", PARTS)
def test_nothing_is_lost_and_nothing_false_is_said(does, operation):
    """Given a fault at a call, the file is old or new, as was said, and the backups are good."""
    found = does("sweep", operation, "short", f"0/{PARTS[operation]}")

    assert found
    assert all(each.well for each in found), table(found)
