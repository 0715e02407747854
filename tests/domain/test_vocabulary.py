"""The rules that other municipalities have, on facts alone: never above a ceiling, never upwards.

Figures in the examples are public: Hofors (part of the base amount), Herrljunga (late deduction),
Skara (per pupil), Grankulla (half of the journey), Robertsfors (per person and day); LAW § 8.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.applicants import ApplicantKind, SchoolForm
from desktop.domain.guideline import RuleData
from desktop.domain.proposal import own_room, propose
from desktop.domain.registers import Association
from desktop.domain.rule import CaseFacts, Draft, Limit, Pot, Status, Unreported
from desktop.domain.rules import RULES
from desktop.domain.rules.base_amount import as_percent, per_head
from desktop.domain.rules.late_deduction import lost
from desktop.domain.rules.people import asked_of, days, people
from desktop.domain.rules.window import first_day, last_day, on_day
from desktop.domain.text import say
from tests.domain.facts import APPLICATION, facts, guideline, share

PEOPLE = st.integers(0, 400)
DAYS = st.integers(0, 60)
KRONOR = st.integers(0, 2_000_000)
HOFORS: dict[str, Any] = {"permille": 6, "round_to": 10, "cap_percent": 15}
HERRLJUNGA: dict[str, Any] = {"closes": "03-01", "percent": 10, "weeks": 4, "after_percent": 65}
ROBERTSFORS: dict[str, Any] = {"cap_per_person_day": 300, "max_days": 5, "max_persons": 3}
ISLAND = Association(
    id=1,
    name="Friskolan Sagoön",
    kind=ApplicantKind.INDEPENDENT_SCHOOL,
    school_form=SchoolForm.COMPULSORY,
)


def rule(kind: str, *, overridable: bool = False, **figures: Any) -> RuleData:
    return RuleData(
        id="V",
        kind=kind,
        gate="decision",
        title="Påhittad regel",
        paragraph="1 kap. 1 §",
        short="1:1",
        text="",
        overridable=overridable,
        figures=figures,
    )


def written(asked: int = 8_000, **more: Any) -> CaseFacts:
    names = set(APPLICATION.__dataclass_fields__)
    said = {name: more.pop(name) for name in list(more) if name in names}
    found = facts(asked=asked, **more)
    return replace(found, application=replace(found.application, **said))


def applied(it: RuleData, known: CaseFacts, queued: int = 0) -> Draft:
    asked = known.application.asked
    limit = Limit(rule="", title=say("Sökt"), parts=(), amount=asked, queued=queued)
    return RULES[it.kind](it, known, Draft(amount=asked, limits=(limit,)))


def status(draft: Draft) -> Status:
    return draft.findings[-1].status


# Per person and day


@given(PEOPLE, DAYS, KRONOR)
def test_a_sum_per_person_and_day_is_under_its_ceiling(persons, lasted, asked):
    known = written(asked, participants=persons, participant_days=lasted)

    draft = applied(rule("per_person_day", **ROBERTSFORS), known)

    assert draft.amount == min(asked, 300 * min(persons, 3) * min(lasted, 5))
    assert draft.amount <= 4_500


@given(PEOPLE, PEOPLE, DAYS)
def test_more_persons_never_give_less(some, more, lasted):
    few, many = sorted((some, more))
    it = rule("per_person_day", cap_per_person_day=200, max_persons=50)

    sums = [
        applied(it, written(9_999_999, participants=each, participant_days=lasted)).amount
        for each in (few, many)
    ]

    assert sums == sorted(sums)


def test_the_activitys_own_days_are_counted_with_the_first_and_the_last():
    assert days(APPLICATION) == 3
    assert days(replace(APPLICATION, starts_on=None)) == 1
    assert days(replace(APPLICATION, ends_on=None)) is None
    assert days(replace(APPLICATION, participant_days=9)) == 9


def test_a_schools_people_are_its_pupils_and_staff():
    assert people(replace(APPLICATION, pupils=12, staff=2)) == 14
    assert people(replace(APPLICATION, pupils=12)) == 12
    assert people(replace(APPLICATION, pupils=12, participants=3)) == 3
    assert people(APPLICATION) is None


def test_unknown_days_stop():
    known = written(participants=3, starts_on=None, ends_on=None)

    assert status(applied(rule("per_person_day", **ROBERTSFORS), known)) is Status.STOPS


def test_a_guideline_without_such_rules_asks_for_no_people():
    assert [asked_of(each) for each in guideline().schemes] == [frozenset(), frozenset()]


# Per cent of the costs


@given(KRONOR, st.integers(1, 100), KRONOR)
def test_a_part_of_the_costs_is_never_more_than_that_part(costs, percent, asked):
    draft = applied(rule("cost_share", percent=percent), written(asked, costs=costs))

    assert draft.amount * 100 <= max(0, costs * percent)
    assert draft.amount <= asked


def test_half_of_an_odd_sum_is_rounded_down():
    draft = applied(rule("cost_share", percent=50), written(9_000, costs=7_001))

    assert draft.amount == 3_500


# Per pupil


@pytest.mark.parametrize(
    ("form", "amount"),
    [(SchoolForm.COMPULSORY, 40_000), (SchoolForm.UPPER_SECONDARY, 30_000)],
)
def test_a_form_of_school_has_its_own_ceiling_per_pupil(form, amount):
    school = replace(ISLAND, school_form=form)
    it = rule("per_pupil", cap_compulsory=4_000, cap_upper_secondary=3_000)

    draft = applied(it, written(60_000, association=school, pupils=10))

    assert draft.amount == amount


def test_a_form_of_school_without_a_ceiling_is_not_limited():
    school = replace(ISLAND, school_form=SchoolForm.OTHER)

    draft = applied(rule("per_pupil", cap_compulsory=4_000), written(association=school, pupils=10))

    assert (draft.amount, status(draft)) == (8_000, Status.NOT_APPLICABLE)


def test_a_school_without_a_form_is_stopped():
    school = replace(ISLAND, school_form=None)

    draft = applied(rule("per_pupil", cap_compulsory=1), written(association=school, pupils=1))

    assert status(draft) is Status.STOPS


def test_an_association_is_not_counted_by_pupils():
    draft = applied(rule("per_pupil", cap_compulsory=1), written())

    assert status(draft) is Status.NOT_APPLICABLE


# Part of the price base amount


@pytest.mark.parametrize(
    ("base", "permille", "step", "amount"),
    [
        (59_200, 6, 10, 360),
        (58_800, 6, 10, 350),
        (57_300, 6, 10, 340),
        (50_000, 7, 100, 400),
        (59_200, 6, 1, 355),
        (59_200, 1, 1_000, 0),
    ],
)
def test_a_part_of_the_base_amount_is_rounded_to_the_nearest_step(base, permille, step, amount):
    assert per_head(base, permille, step) == amount


@given(st.integers(1, 200_000), st.integers(1, 1_000), st.integers(1, 10_000))
def test_rounding_moves_a_sum_by_no_more_than_half_a_step(base, permille, step):
    rounded = per_head(base, permille, step)

    assert rounded % step == 0
    assert abs(rounded * 1_000 - base * permille) * 2 <= step * 1_000


@given(PEOPLE, KRONOR, st.lists(st.integers(0, 9_000), max_size=4))
def test_a_year_never_gives_more_than_its_part_of_the_base_amount(persons, asked, before):
    own = Pot(granted=tuple(share(each) for each in before))
    known = written(asked, participants=persons, base_amount=59_200, own=own)

    draft = applied(rule("base_amount", **HOFORS), known)

    assert draft.amount <= min(asked, 360 * persons, max(0, 8_880 - sum(before)))
    assert draft.amount >= 0


def test_a_base_amount_that_the_guideline_names_is_followed_instead():
    known = written(20_000, participants=10, base_amount=59_200)

    draft = applied(rule("base_amount", permille=10, round_to=1, base=40_000), known)

    assert draft.amount == 4_000


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"participants": 4}, "okänt"),
        ({"base_amount": 59_200}, "saknas"),
        ({"participants": 4, "base_amount": 59_200}, "3 dagar"),
        ({"participants": 4, "base_amount": 59_200, "ends_on": None}, "saknas"),
    ],
)
def test_what_cannot_be_counted_stops_and_says_why(more, words):
    least: dict[str, Any] = (
        {"min_days": 5} if "participants" in more and "base_amount" in more else {}
    )

    draft = applied(rule("base_amount", **HOFORS, **least), written(**more))

    assert status(draft) is Status.STOPS
    assert str(draft.findings[-1].value) == words


@pytest.mark.parametrize(
    ("permille", "words"), [(6, "0,6"), (150, "15"), (1_000, "100"), (5, "0,5")]
)
def test_per_mille_is_said_in_per_cent(permille, words):
    assert as_percent(permille) == words


# One applicant's share of a year


@given(
    KRONOR,
    st.integers(1, 100_000),
    st.lists(st.integers(0, 50_000), max_size=4),
    st.lists(st.integers(0, 50_000), max_size=4),
)
def test_one_applicant_never_gets_more_than_the_ceiling_in_a_year(asked, cap, before, ahead):
    own = Pot(granted=tuple(map(share, before)), ahead=tuple(map(share, ahead)))

    draft = applied(rule("yearly_share", cap_per_applicant=cap), written(asked, own=own))

    assert 0 <= draft.amount <= max(0, cap - sum(before) - sum(ahead))
    assert draft.ceiling == min(asked, max(0, cap - sum(before)))


def test_the_lower_of_a_sum_and_a_part_of_the_pot_counts():
    sums = [
        applied(rule("yearly_share", percent=25, cap_per_applicant=cap), written(9_000)).amount
        for cap in (2_000, 3_000)
    ]

    assert sums == [2_000, 2_500]


def test_a_part_of_no_pot_limits_nothing():
    version = guideline()
    bare = replace(version.scheme("activity_grant"), cap=0)

    draft = applied(rule("yearly_share", percent=25), replace(written(), scheme=bare))

    assert (draft.amount, status(draft)) == (8_000, Status.NOT_APPLICABLE)


# The window


@pytest.mark.parametrize(
    ("arrived", "found"),
    [
        (date(2025, 8, 31), Status.NOTE),
        (date(2025, 9, 1), Status.MET),
        (date(2025, 10, 31), Status.MET),
        (date(2025, 11, 1), Status.STOPS),
    ],
)
def test_a_window_the_year_before_is_open_from_its_first_to_its_last_day(arrived, found):
    it = rule("window", opens="09-01", closes="10-31", year_before=True)

    assert status(applied(it, written(arrived_on=arrived))) is found


def test_a_window_over_new_year_opens_the_year_before_it_closes():
    it = rule("window", opens="11-15", closes="01-31")

    assert first_day(it, written()) == date(2025, 11, 15)
    assert last_day(it, written()) == date(2026, 1, 31)


def test_of_two_last_days_the_earlier_counts():
    it = rule("window", closes="03-01", months_before=2)

    assert last_day(it, written()) == date(2026, 1, 20)
    assert last_day(it, written(starts_on=date(2026, 9, 1))) == date(2026, 3, 1)


def test_the_last_of_february_is_in_every_year():
    assert on_day(2026, "02-29") == date(2026, 2, 28)
    assert on_day(2028, "02-29") == date(2028, 2, 29)


def test_a_late_application_is_noted_where_the_guideline_leaves_room():
    it = rule("window", overridable=True, closes="01-31")

    assert status(applied(it, written())) is Status.NOTE


# Late deduction


@pytest.mark.parametrize(
    ("late", "percent"),
    [(0, 0), (1, 10), (7, 10), (8, 20), (21, 30), (22, 40), (28, 40), (29, 65), (400, 65)],
)
def test_ten_per_cent_for_each_week_begun_and_65_after_four(late, percent):
    assert lost(rule("late_deduction", **HERRLJUNGA), late) == percent


@given(KRONOR, st.integers(-30, 400), st.integers(0, 60), st.integers(1, 100))
def test_coming_later_never_gives_more_and_never_less_than_nothing(asked, late, more, percent):
    it = rule("late_deduction", closes="03-01", percent=percent)
    closes = date(2026, 3, 1)

    first, then = (
        applied(it, written(asked, arrived_on=closes + timedelta(days=each))).amount
        for each in (late, late + more)
    )

    assert 0 <= then <= first <= asked


@given(KRONOR, KRONOR, st.integers(1, 100))
def test_no_reason_lifts_the_deduction_itself(asked, queued, late):
    it = rule("late_deduction", **HERRLJUNGA)
    known = written(asked, arrived_on=date(2026, 3, 1) + timedelta(days=late))

    draft = applied(it, known, queued=queued)

    assert draft.amount <= draft.ceiling == (asked + queued) * (100 - lost(it, late)) // 100


def test_in_time_there_is_no_ceiling_to_explain():
    draft = applied(rule("late_deduction", closes="12-31", percent=10), written())

    assert len(draft.limits) == 1
    assert status(draft) is Status.MET


def test_a_deduction_counted_from_the_activity_needs_its_first_day():
    it = rule("late_deduction", months_before=2, percent=10)

    assert status(applied(it, written(starts_on=None, ends_on=None))) is Status.STOPS


# A report that is missing


LATE = Unreported(case="2025-004", due_on=date(2025, 6, 30))
NEVER = Unreported(case="2021-002", due_on=date(2021, 6, 30), given_up=True)


@pytest.mark.parametrize(
    ("owed", "figures", "found"),
    [
        ((), {}, Status.MET),
        ((LATE,), {}, Status.STOPS),
        ((NEVER,), {}, Status.STOPS),
        ((NEVER,), {"years": 3}, Status.MET),
        ((NEVER,), {"years": 5}, Status.STOPS),
        ((LATE, NEVER), {"years": 3}, Status.STOPS),
    ],
)
def test_a_report_that_is_owed_bars(owed, figures, found):
    assert status(applied(rule("prior_report", **figures), written(unreported=owed))) is found


def test_the_line_names_the_cases_and_the_oldest_day():
    found = applied(rule("prior_report"), written(unreported=(LATE, NEVER))).findings[-1]

    assert str(found.value) == "2025-004, 2021-002"
    assert "2021-06-30" in str(found.limit)


def test_a_guideline_that_leaves_room_notes_it():
    it = rule("prior_report", overridable=True)

    assert status(applied(it, written(unreported=(LATE,)))) is Status.NOTE


# What an application can use, whatever others ask for


@given(KRONOR, PEOPLE, DAYS)
def test_what_a_case_can_use_hangs_on_itself_alone(asked, persons, lasted):
    version = guideline()
    scheme = replace(
        version.scheme("activity_grant"),
        rules=(rule("per_person_day", **ROBERTSFORS), rule("cap", cap=10)),
    )
    known = replace(written(asked, participants=persons, participant_days=lasted), scheme=scheme)

    assert own_room(known) == min(asked, 300 * min(persons, 3) * min(lasted, 5))


# All of them together, in any order


EVERY = (
    rule("per_person_day", **ROBERTSFORS),
    rule("cost_share", percent=50),
    rule("base_amount", **HOFORS),
    rule("yearly_share", cap_per_applicant=9_000, percent=80),
    rule("late_deduction", closes="02-20", percent=10),
    rule("cap", cap=10_000),
)


@given(
    st.permutations(EVERY),
    st.builds(
        dict,
        asked=KRONOR,
        costs=KRONOR,
        participants=PEOPLE,
        participant_days=DAYS,
        arrived_on=st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    ),
    st.lists(st.integers(0, 9_000), max_size=3),
)
def test_no_order_of_the_rules_gives_more_than_any_of_them(rules, known, taken):
    shares = tuple(map(share, taken))
    pot, own = Pot(granted=shares[:1], ahead=shares[1:]), Pot(ahead=shares)
    case = written(pot=pot, own=own, base_amount=59_200, **known)

    draft = propose(replace(case, scheme=replace(case.scheme, rules=tuple(rules))))

    assert 0 <= draft.amount <= draft.ceiling <= known["asked"]
    assert draft.amount == min(limit.amount for limit in draft.limits)
    assert sum(limit.deciding for limit in draft.limits) == 1
    assert [each.rule for each in draft.findings] == ["V"] * len(EVERY)


@given(st.permutations(EVERY), KRONOR, PEOPLE)
def test_every_ceiling_of_the_vocabulary_says_itself_in_one_line(rules, asked, persons):
    case = written(asked, participants=persons, participant_days=3, base_amount=59_200)

    draft = propose(replace(case, scheme=replace(case.scheme, rules=tuple(rules))))

    for limit in draft.limits[1:]:
        assert limit.kind == "cap" or str(limit.said)[0].isdigit()
        assert limit.parts[0].sign == ""
