"""When a backup is due."""

from __future__ import annotations

import pytest

from db.backups.occasion import INTERVAL_SECONDS, Occasion, Stand, due

THEN = Stand(head="a" * 64, schema=6)
CHANGED = Stand(head="b" * 64, schema=6)
MIGRATED = Stand(head="a" * 64, schema=7)
ALWAYS = (
    Occasion.MIGRATION,
    Occasion.IMPORT,
    Occasion.DISPOSAL,
    Occasion.RESTORE,
    Occasion.ASKED,
)


@pytest.mark.parametrize("occasion", ALWAYS)
def test_before_what_cannot_be_done_again_there_is_always_one(occasion):
    assert due(occasion, now=THEN, last=THEN, waited=0)


@pytest.mark.parametrize("occasion", [Occasion.START, Occasion.CLOSE])
@pytest.mark.parametrize(
    ("last", "expected"), [(None, True), (THEN, False), (CHANGED, True), (MIGRATED, True)]
)
def test_at_start_and_close_only_when_something_has_changed(occasion, last, expected):
    assert due(occasion, now=THEN, last=last, waited=0) is expected


@pytest.mark.parametrize(
    ("last", "waited", "expected"),
    [
        (CHANGED, INTERVAL_SECONDS, True),
        (CHANGED, INTERVAL_SECONDS - 1, False),
        (CHANGED, None, True),
        (None, 0, False),
        (None, None, True),
        (THEN, 10 * INTERVAL_SECONDS, False),
    ],
)
def test_while_working_every_half_hour_when_something_has_changed(last, waited, expected):
    assert due(Occasion.INTERVAL, now=THEN, last=last, waited=waited) is expected


@pytest.mark.parametrize("occasion", Occasion)
def test_every_occasion_has_its_words(occasion):
    assert str(occasion.words)
