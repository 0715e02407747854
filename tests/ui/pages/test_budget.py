"""The budget: its frame, its years, its pots, and what is noted and taken away."""

from __future__ import annotations

import pytest

from desktop.domain.registers import BudgetEntry, BudgetPeriod, BudgetYear
from desktop.domain.swedish import kr
from desktop.ui.page import Route
from tests.ui.pages.list_window import ListWindow, empty_window
from tests.ui.pages.register_window import fill, problem_at, submit


@pytest.fixture
def window(qapp, preferences, tmp_path):
    made = ListWindow(preferences, tmp_path)
    made.go(Route(page="budget"))
    yield made
    made.close()


def text(table, key, at):
    keys = [column.key for column in table.rows.columns]
    return table.rows.cells(at)[keys.index(key)].text


def test_what_is_left_is_the_frame_less_grants_and_own_costs(window):
    granted = 3500 + 6500
    assert window.page.sums.left.text() == kr(480_000 - granted)


def test_the_year_of_today_is_chosen_and_its_pots_shown(window):
    assert window.page.years.table.current_id() == 2026
    assert window.page.pots.heading.title.text() == "Bidrag 2026 per ort"
    assert len(window.page.pots.table.rows.ids) == 6


def test_another_year_shows_its_pots(window):
    window.page.years.table.select(2024)
    assert window.page.pots.heading.title.text() == "Bidrag 2024 per ort"


def test_an_own_cost_is_noted_and_taken_from_the_frame(window):
    before = window.page.seen.frame.left
    fill(window.page.form, amount="4 200", reference="Resa till Grindavík")
    submit(window.page.form)
    assert window.desk.store.first(BudgetEntry, "kind = 'own_cost'").amount == 4200
    assert window.page.sums.left.text() == kr(before - 4200)
    assert text(window.page.entries.table, "reference", 0) == "Resa till Grindavík"


def test_a_cost_counts_in_the_year_of_its_day(window):
    fill(window.page.form, day="2024-05-01", amount="1000", reference="Tolk")
    submit(window.page.form)
    assert text(window.page.years.table, "own", 1) == kr(1000).removesuffix("\u00a0kr")


def test_the_form_is_empty_for_the_next_cost(window):
    fill(window.page.form, amount="100", reference="Tolk")
    submit(window.page.form)
    assert window.page.form.raw()["reference"] == ""


def test_a_mistaken_entry_is_taken_away_and_can_come_back(window):
    fill(window.page.form, amount="100", reference="Tolk")
    submit(window.page.form)
    entry = window.page.entries.table.current_id()
    window.page.entries.table.stepped.emit(entry)
    assert not window.page.entries.table.rows.ids
    window.session.undo()
    assert list(window.page.entries.table.rows.ids) == [entry]


def test_the_frame_can_be_moved_both_ways(window):
    window.page.choose("move_frame")
    fill(window.page.form, amount="-5 000", reference="KS 2026-02-09 § 12")
    submit(window.page.form)
    assert window.page.seen.frame.moved == -5000


def test_the_plan_of_the_chosen_year_is_set(window):
    window.page.years.table.select(2025)
    window.page.choose("plan_year")
    assert window.page.form.raw()["year"] == "2025"
    fill(window.page.form, plan="120 000")
    submit(window.page.form)
    assert window.desk.store.first(BudgetYear, "year = 2025").plan == 120_000


def test_a_cost_of_nothing_is_refused_beside_the_field(window):
    fill(window.page.form, amount="0", reference="Tolk")
    submit(window.page.form)
    assert problem_at(window.page.form, "amount")
    assert window.desk.store.count(BudgetEntry) == 0


def test_without_a_frame_the_form_sets_one(qapp, preferences, tmp_path):
    made = empty_window(preferences, tmp_path, frame=None)
    page = made.go(Route(page="budget"))
    assert page.sums.nothing.text() == "Ingen ram är inlagd för 2023–2026."
    fill(page.form, frame="480 000")
    submit(page.form)
    assert [each.frame for each in made.desk.store.find(BudgetPeriod)] == [480_000]
    assert page.years.isVisibleTo(page)
    made.close()


def test_the_next_period_can_be_prepared(window):
    window.page.period.set_key("2027")
    window.page.period.chosen.emit("2027")
    assert "2027–2030" in window.page.sums.nothing.text()
    fill(window.page.form, frame="500 000")
    submit(window.page.form)
    assert window.desk.store.find(BudgetPeriod, order="first_year")[-1].frame == 500_000
