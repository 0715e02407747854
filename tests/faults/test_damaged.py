"""Spoilt copies of a register: opened, read and checked without a crash or a changed byte."""

from __future__ import annotations

import pytest

from tests.faults.figures import table

pytestmark = pytest.mark.slow


def test_two_hundred_spoilt_copies_are_refused_or_read_and_never_written(does):
    found = does("damaged", "200", "1", "short")

    assert sum(each.cases for each in found) == 200
    assert all(each.well for each in found), table(found)


def test_what_the_quick_check_is_blind_to_the_full_check_finds(does):
    """Given a bit flipped in a row or an index, it is found, or no cell has changed."""
    (found,) = does("rows", "40", "1")

    assert found.well, table([found])
