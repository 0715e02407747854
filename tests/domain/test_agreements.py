"""How an agreement on costs stands on a day, and which one a visit follows (P12, U3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.agreements import (
    about_to_end,
    end_of_notice,
    endless,
    in_force,
    last_day,
    last_day_of_notice,
    latest,
    status,
)
from desktop.domain.visit_guideline import PLAIN
from desktop.domain.visit_words import AgreementState
from desktop.domain.visiting import Agreement

SIGNED = Agreement(
    id=1,
    place_id=2,
    state=AgreementState.SIGNED,
    valid_from=date(2023, 1, 1),
    valid_to=date(2026, 12, 31),
)
NEXT = replace(SIGNED, id=2, replaces_id=1, valid_from=date(2026, 5, 1), valid_to=None)
DRAFT = replace(NEXT, state=AgreementState.DRAFT)
DORMANT = replace(SIGNED, state=AgreementState.DORMANT, rests_from=date(2025, 6, 1))
PAUSED = replace(DORMANT, state=AgreementState.PAUSED)
TERMINATED = replace(
    SIGNED,
    state=AgreementState.TERMINATED,
    terminated_on=date(2025, 9, 30),
    ends_on=date(2026, 3, 31),
)


@pytest.mark.parametrize(
    ("agreement", "others", "day", "stands"),
    [
        (replace(SIGNED, state=AgreementState.DRAFT), (), date(2024, 1, 1), "draft"),
        (replace(SIGNED, valid_from=None), (), date(2024, 1, 1), "draft"),
        (SIGNED, (), date(2022, 12, 31), "coming"),
        (SIGNED, (), date(2023, 1, 1), "active"),
        (SIGNED, (), date(2026, 12, 31), "active"),
        (SIGNED, (), date(2027, 1, 1), "ended"),
        (replace(SIGNED, valid_to=None), (), date(2099, 1, 1), "active"),
        (SIGNED, (NEXT,), date(2026, 4, 30), "active"),
        (SIGNED, (NEXT,), date(2026, 5, 1), "replaced"),
        (SIGNED, (NEXT,), date(2026, 12, 31), "replaced"),
        (SIGNED, (NEXT,), date(2027, 1, 1), "ended"),
        (replace(SIGNED, valid_to=None), (NEXT,), date(2030, 1, 1), "replaced"),
        (SIGNED, (DRAFT,), date(2026, 5, 1), "active"),
        (SIGNED, (replace(NEXT, replaces_id=9),), date(2026, 5, 1), "active"),
        (DORMANT, (), date(2025, 5, 31), "active"),
        (DORMANT, (), date(2025, 6, 1), "dormant"),
        (PAUSED, (), date(2025, 6, 1), "paused"),
        (replace(DORMANT, rests_from=None), (), date(2025, 6, 1), "active"),
        (TERMINATED, (), date(2025, 9, 29), "active"),
        (TERMINATED, (), date(2025, 9, 30), "terminated"),
        (TERMINATED, (), date(2026, 3, 31), "terminated"),
        (TERMINATED, (), date(2026, 4, 1), "ended"),
        (replace(TERMINATED, terminated_on=None), (), date(2023, 1, 1), "terminated"),
    ],
)
def test_an_agreement_stands_by_its_days(agreement, others, day, stands):
    assert status(agreement, day, others) == stands


def test_the_earliest_of_its_ends_is_its_last_day():
    assert last_day(replace(SIGNED, valid_to=None)) is None
    assert last_day(TERMINATED) == date(2026, 3, 31)
    assert last_day(replace(TERMINATED, ends_on=date(2027, 3, 31))) == date(2026, 12, 31)
    assert last_day(SIGNED, [NEXT]) == date(2026, 4, 30)
    assert last_day(SIGNED, [DRAFT, replace(NEXT, replaces_id=None)]) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("day", "agreement"),
    [
        (date(2022, 12, 31), None),
        (date(2026, 4, 30), 1),
        (date(2026, 5, 1), 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_a_visit_follows_the_agreement_in_force_on_its_day(day, agreement):
    found = in_force([NEXT, SIGNED], day)

    assert (found.id if found else None) == agreement


def test_of_two_in_force_the_one_begun_last_counts_and_a_resting_one_does_not():
    older = replace(SIGNED, id=7, valid_from=date(2020, 1, 1))
    same_day = replace(SIGNED, id=8)

    assert in_force([SIGNED, older], date(2025, 7, 1)) == SIGNED
    assert in_force([same_day, SIGNED], date(2025, 7, 1)) == same_day
    assert in_force([DORMANT, older], date(2025, 7, 1)) == older
    assert in_force([TERMINATED], date(2026, 1, 1)) == TERMINATED


def test_a_place_shows_the_one_in_force_or_else_the_newest():
    assert latest([SIGNED, DRAFT], date(2026, 6, 1)) == SIGNED
    assert latest([DRAFT, SIGNED], date(2027, 6, 1)) == DRAFT
    assert latest([], date(2026, 6, 1)) is None


@pytest.mark.parametrize(
    ("months", "ends"),
    [
        (None, None),
        (0, date(2026, 8, 31)),
        (3, date(2026, 11, 30)),
        (6, date(2026, 12, 31)),
    ],
)
def test_notice_ends_it_after_its_months_but_never_after_its_own_last_day(months, ends):
    assert end_of_notice(replace(SIGNED, notice_months=months), date(2026, 8, 31)) == ends


def test_notice_of_an_agreement_without_an_end():
    it = replace(SIGNED, valid_to=None, notice_months=6)

    assert end_of_notice(it, date(2026, 8, 31)) == date(2027, 2, 28)


def test_the_last_day_of_notice_lies_its_months_before_the_end():
    assert last_day_of_notice(replace(SIGNED, notice_months=6)) == date(2026, 6, 30)
    assert last_day_of_notice(replace(SIGNED, notice_months=0)) is None
    assert last_day_of_notice(SIGNED) is None
    assert last_day_of_notice(replace(SIGNED, valid_to=None, notice_months=6)) is None


@pytest.mark.parametrize(
    ("warns", "valid_to", "notice", "is_endless"),
    [
        (True, None, None, True),
        (False, None, None, False),
        (True, date(2026, 12, 31), None, False),
        (True, None, 0, False),
    ],
)
def test_an_agreement_that_cannot_be_ended_is_warned_of(warns, valid_to, notice, is_endless):
    it = replace(SIGNED, valid_to=valid_to, notice_months=notice)

    assert endless(it, replace(PLAIN, endless_warns=warns)) is is_endless


@pytest.mark.parametrize(
    ("agreement", "others", "day", "near"),
    [
        (SIGNED, (), date(2026, 6, 30), None),
        (SIGNED, (), date(2026, 7, 1), date(2026, 12, 31)),
        (SIGNED, (), date(2027, 1, 1), None),
        (SIGNED, (NEXT,), date(2026, 4, 1), None),
        (SIGNED, (DRAFT,), date(2026, 12, 1), date(2026, 12, 31)),
        (SIGNED, (replace(NEXT, replaces_id=9),), date(2026, 12, 1), date(2026, 12, 31)),
        (TERMINATED, (), date(2026, 3, 1), date(2026, 3, 31)),
        (DORMANT, (), date(2026, 12, 1), None),
        (replace(SIGNED, valid_to=None), (), date(2026, 12, 1), None),
    ],
)
def test_the_end_is_near_in_its_last_six_months_when_nothing_follows(agreement, others, day, near):
    assert about_to_end(agreement, day, PLAIN, others) == near
