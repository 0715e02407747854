"""`budget` and `deadlines`: what the window shows, for programs and for a terminal."""

from __future__ import annotations

import json
from datetime import date

import pytest
from icalendar import Calendar

LINES = (
    {"on": "2026-01-12", "act": "plan_year", "year": 2026, "plan": 120_000},
    {
        "on": "2026-02-02",
        "act": "add_own_cost",
        "year": 2026,
        "day": "2026-02-02",
        "amount": 4_200,
        "purpose": "trips",
        "reference": "resa",
    },
    {
        "on": "2026-02-03",
        "act": "set_allocation",
        "first_year": 2023,
        "purpose": "trips",
        "amount": 50_000,
    },
    {"on": "2026-02-04", "act": "add_note", "text": "Ring", "day": "2026-12-01"},
)


@pytest.fixture
def register(cli, tmp_path):
    path = tmp_path / "Piteå.vanbok"
    made = cli("new", path, "--on", "2026-01-07", "--name", "Ebba Sagolin",
               "--delegation", "punkt 4.7", "--frame", "480000")  # fmt: skip
    assert made.code == 0, made.err + made.out
    given = "\n".join(json.dumps(line) for line in LINES).encode()
    assert cli("act", path, given=given).code == 0
    return path


def budget(cli, register, *more):
    done = cli("budget", register, "--json", *more)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_what_is_left_and_how_it_was_counted(cli, register):
    seen = budget(cli, register, "--on", "2026-11-21")
    assert (seen["left"], seen["on"]) == (475_800, "2026-11-21")
    assert [row["amount"] for row in seen["calculation"]] == [480_000, 0, -4_200, 475_800]
    assert seen["allocations"][0]["left"] == 45_800


def test_on_a_past_day_it_is_as_it_was(cli, register):
    seen = budget(cli, register, "--on", "2026-02-01")
    assert (seen["left"], seen["on"], seen["allocations"]) == (480_000, "2026-02-01", [])


def test_another_period_by_any_of_its_years(cli, register):
    seen = budget(cli, register, "--period", "2029", "--on", "2026-11-21")
    assert (seen["first_year"], seen["left"], seen["year"]) == (2027, None, 2030)


def test_in_words(cli, register):
    out = cli("budget", register, "--on", "2026-11-21").out
    assert "Kvar" in out
    assert "Resor" in out


def test_a_year_that_is_none_is_refused(cli, register):
    assert cli("budget", register, "--period", "12").code != 0


def test_every_day_as_json(cli, register):
    found = json.loads(cli("deadlines", register, "--json", "--on", "2026-11-30").out)
    note = next(each for each in found if each["kind"] == "note")
    assert (note["day"], note["group"], note["text"]) == ("2026-12-01", "week", "Ring")


def test_the_days_as_a_calendar(cli, register, tmp_path):
    out = tmp_path / "ut.ics"
    assert cli("deadlines", register, "--ics", out, "--on", "2026-11-21").code == 0
    days = {each.decoded("dtstart") for each in Calendar.from_ical(out.read_bytes()).walk("VEVENT")}
    assert {date(2026, 9, 30), date(2026, 12, 1), date(2026, 12, 31)} <= days


def test_a_file_that_is_there_is_not_written_over(cli, register, tmp_path):
    out = tmp_path / "ut.ics"
    out.write_bytes(b"x")
    assert cli("deadlines", register, "--ics", out).code != 0
    assert out.read_bytes() == b"x"


def test_one_kind_alone(cli, register):
    words = cli("deadlines", register, "--kind", "note", "--on", "2026-11-21").out
    assert words.startswith("Senare (1)")
