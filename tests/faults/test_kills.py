"""Kills at random moments of saving, deciding, bringing over, backing up and putting back."""

from __future__ import annotations

import pytest

from tests.faults.figures import table

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_random_kills_lose_nothing(does, seed):
    found = does("kills", "100", str(seed))

    assert sum(each.cases for each in found) == 100
    assert all(each.well for each in found), table(found)
