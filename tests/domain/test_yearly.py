"""Figures are the sums of their rows, in every year, and say what changed."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.quota import Share
from desktop.domain.text import plain
from desktop.domain.yearly import (
    KR,
    Section,
    Source,
    Yearly,
    difference_words,
    divided,
    figure,
    share_figure,
    value_words,
)

YEARS = (2024, 2025, 2026)


def row(number, amount=1, kind="visit"):
    return Source(subject=(kind, number), text=plain(str(number)), amount=amount)


def test_a_figure_is_the_sum_of_its_rows_each_year():
    made = figure(
        "asked", plain("Sökt"), {2025: [row(1, 500)], 2026: [row(2, 300), row(3, 200)]}, YEARS
    )

    assert made.years == {2024: 0, 2025: 500, 2026: 500}
    assert (made.now, made.before, made.difference) == (500, 500, 0)
    assert [each.subject for each in made.rows] == [("visit", 2), ("visit", 3)]


def test_the_first_year_of_a_register_has_nothing_before_it():
    made = figure("asked", plain("Sökt"), {2026: [row(1)]}, (2026,))

    assert (made.before, made.difference) == (None, None)
    assert (value_words(made, 2025), str(difference_words(made))) == ("", "")


def test_parts_divide_the_rows_in_the_order_of_their_names():
    rows = {2025: [row(1)], 2026: [row(2), row(3), row(4)]}
    kinds = {1: "b", 2: "a", 3: "b", 4: "b"}
    named = {"a": plain("A"), "b": plain("B"), "c": plain("C")}

    parts = divided("x", rows, YEARS, lambda each: (kinds[each.subject[1]],), named)

    assert [(each.key, each.years) for each in parts] == [
        ("x.a", {2024: 0, 2025: 0, 2026: 1}),
        ("x.b", {2024: 0, 2025: 1, 2026: 2}),
    ]


def test_a_part_without_rows_stands_where_every_part_is_wanted():
    parts = divided("x", {}, YEARS, lambda _: (), {"a": plain("A")}, every=True)

    assert [each.now for each in parts] == [0]


def test_a_row_can_stand_in_several_parts():
    parts = divided("x", {2026: [row(1)]}, YEARS, lambda _: ("a", "b"), {"a": plain("A")})

    assert [(each.key, each.now) for each in parts] == [("x.a", 1), ("x.b", 1)]


@pytest.mark.parametrize(
    ("before", "now", "unit", "words"),
    [
        (52_800, 8_500, KR, "–44 300"),
        (6, 7, "", "+1"),
        (9, 9, "", "0"),
    ],
)
def test_a_difference_has_its_sign(before, now, unit, words):
    made = figure("x", plain("X"), {2025: [row(1, before)], 2026: [row(1, now)]}, YEARS, unit=unit)

    assert str(difference_words(made)).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("before", "words"),
    [(Share(part=6, whole=9), "+11 enheter"), (Share(part=7, whole=9), "0 enheter")],
)
def test_a_share_changes_in_units_of_per_cent(before, words):
    shares = {2025: before, 2026: Share(part=7, whole=9)}

    made = share_figure("d", plain("Andel digitalt"), shares, [row(1)], 2026)

    assert value_words(made).replace("\u00a0", " ") == "78 %"
    assert str(difference_words(made)) == words


def test_a_share_of_nothing_is_a_dash_and_changes_nothing():
    shares = {2025: Share(part=1, whole=2), 2026: Share(part=0, whole=0)}

    made = share_figure("d", plain("Andel"), shares, [], 2026)

    assert (value_words(made), str(difference_words(made))) == ("–", "")


def test_a_part_of_a_figure_is_found_by_its_key():
    part = figure("x.a", plain("A"), {2026: [row(1)]}, YEARS)
    whole = figure("x", plain("X"), {2026: [row(1)]}, YEARS, parts=[part])
    year = Yearly(
        year=2026,
        on=date(2026, 12, 1),
        years=YEARS,
        reported_to="kommunstyrelsen",
        report_by=None,
        sections=(Section(key="s", title=plain("S"), figures=(whole,)),),
        pots=(),
        questions=(),
        answers=(),
        remains=(),
    )

    assert year.figure("x.a") is part
    assert year.section("t") is None
    with pytest.raises(KeyError):
        year.figure("y")
