"""The power goes in the midst of a day's work: what was said to be saved is there."""

from __future__ import annotations

import pytest

from tests.faults.figures import table

pytestmark = pytest.mark.slow
CUTS = 1500


@pytest.mark.parametrize("seed", [1, 100])
def test_every_act_that_was_told_as_saved_is_there_after_a_power_cut(does, seed):
    """Given 3 000 cuts with unsynced writes dropped or torn, no act, backup or copy is lost."""
    found = does("cuts", str(CUTS), str(seed))

    assert sum(each.cases for each in found) == CUTS
    assert all(each.well for each in found), table(found)
