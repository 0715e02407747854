"""Time never changes a state: the same file on another day differs only in what is derived."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from desktop.domain.casework import Case
from desktop.flow.next_act import next_act, next_words
from desktop.flow.registers import open_register
from desktop.flow.today import groups, today
from desktop.flow.waiting import waiting
from tests.flow.coordinator import CHOIR, FRIENDS, Coordinator


def bytes_of(it):
    return hashlib.sha256(it.desk.store.path.read_bytes()).hexdigest()


def stands(it, case):
    """Requirement, label and next act, as the page and the list show them."""
    seen = it.sees(case)
    asked = [str(each.limit) for each in seen.payment_stops]
    return asked, str(it.label(case).text), next_act(seen)


OPEN: tuple[list[str], str, str] = ([], "Klart att betala", "release_payment")


def test_the_payment_gate_moves_over_the_new_year_while_the_file_stands_still(coordinator):
    coordinator.on(date(2026, 12, 14))
    case = coordinator.registers_base()
    coordinator.grants(case)
    coordinator.does("receive_annual_report", {"association": CHOIR})
    before = bytes_of(coordinator)

    coordinator.on(date(2026, 12, 30))
    assert stands(coordinator, case) == OPEN

    for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 10)):
        coordinator.on(day)
        assert stands(coordinator, case) == (
            ["för 2026"],
            "Väntar på verksamhetsberättelse",
            "receive_annual_report",
        )
    assert bytes_of(coordinator) == before

    coordinator.does("receive_annual_report", {"association": CHOIR})
    assert stands(coordinator, case) == OPEN


def test_the_gate_of_a_broken_year_moves_on_its_own_day(coordinator):
    coordinator.does("change_association", {"association": CHOIR}, year_end="31/8")
    coordinator.on(date(2026, 8, 20))
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.does("receive_annual_report", {"association": CHOIR})

    coordinator.on(date(2026, 8, 30))
    assert stands(coordinator, case) == OPEN
    coordinator.on(date(2026, 8, 31))
    assert stands(coordinator, case)[0] == ["för sep 2025–aug 2026"]


def test_an_earlier_years_report_does_not_open_the_gate(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)

    coordinator.does("receive_annual_report", {"association": CHOIR}, year_end=date(2024, 12, 31))

    assert stands(coordinator, case)[2] == "receive_annual_report"


def test_derived_rows_made_on_any_day_are_the_same(stage):
    made = {}
    for days in (0, 40, 400):
        stage.on(date(2026, 3, 2) + timedelta(days=days))
        made[days] = [waiting(stage.sees(each.id)) for each in stage.desk.store.find(Case)]

    assert made[0] == made[40] == made[400]


def test_a_computer_that_was_off_for_three_weeks_shows_the_right_list(coordinator):
    coordinator.on(date(2026, 1, 12))
    case = coordinator.registers(starts_on=date(2026, 1, 30), ends_on=date(2026, 1, 31))
    coordinator.grants(case)
    coordinator.pays(case)
    coordinator.on(date(2026, 3, 2))
    assert [each.subject for each in today(coordinator.desk).week] == [case]
    assert today(coordinator.desk).late == ()

    coordinator.on(date(2026, 3, 23))

    (late,) = today(coordinator.desk).late
    assert (late.subject, str(late.when)) == (case, "21 dagar sen")
    assert str(coordinator.label(case).text) == "Rapport försenad 21 dagar"
    assert case in groups(coordinator.desk)[0]


def test_one_day_late_is_said_as_one_day(coordinator):
    coordinator.on(date(2026, 1, 12))
    case = coordinator.registers(starts_on=date(2026, 1, 30), ends_on=date(2026, 1, 31))
    coordinator.grants(case)
    coordinator.pays(case)
    coordinator.on(date(2026, 3, 3))

    assert str(coordinator.label(case).text) == "Rapport försenad 1 dag"


def test_a_lapsed_guideline_warns_everywhere_and_stops_nothing(coordinator):
    coordinator.on(date(2026, 9, 30))
    assert today(coordinator.desk).lapsed_on is None

    coordinator.on(date(2026, 10, 1))
    case = coordinator.registers()

    assert today(coordinator.desk).lapsed_on == date(2026, 9, 30)
    assert [each.rule for each in coordinator.sees(case).findings if each.status == "note"] == [
        "P1"
    ]
    assert coordinator.closes(case)[-1] == "close_case"


def test_the_last_days_of_the_mandate_period_are_seen_coming(coordinator):
    coordinator.on(date(2026, 12, 1))

    coming = [(each.day, str(each.text)) for each in today(coordinator.desk).later]

    assert coming == [
        (date(2026, 12, 31), "Mandatperioden slutar"),
        (date(2027, 1, 1), "Ram för 2027–2030 saknas"),
    ]


def test_closing_and_opening_the_register_changes_nothing(stage):
    case_ids = [each.id for each in stage.desk.store.find(Case)]
    seen = [stage.sees(case) for case in case_ids]
    words = [str(next_words(each)) for each in seen]
    path, clock = stage.desk.store.path, stage.clock
    stage.desk.store.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    again = Coordinator(open_register(path, clock=clock), clock)

    assert [again.sees(case) for case in case_ids] == seen
    assert [str(next_words(again.sees(case))) for case in case_ids] == words
    again.desk.store.close()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_an_application_of_the_old_year_decided_in_the_new_takes_the_old_pot(coordinator):
    coordinator.on(date(2026, 12, 29))
    old = coordinator.registers(CHOIR, asked=9_000)
    coordinator.on(date(2027, 1, 4))
    new = coordinator.registers(FRIENDS, asked=9_000)

    coordinator.grants(old)
    coordinator.grants(new)

    assert coordinator.sees(old).decision.pot == "activity_grant:2:2026"
    assert coordinator.sees(new).decision.pot == "activity_grant:2:2027"
    assert [coordinator.sees(case).granted for case in (old, new)] == [9_000, 9_000]
