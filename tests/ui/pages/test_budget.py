"""The budget: its frame, its years, its pots, and what is noted and taken away."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.casework import Case, Decision, RoundCase
from desktop.domain.registers import BudgetEntry, BudgetPeriod, BudgetYear
from desktop.domain.swedish import kr
from desktop.ui.page import Route
from desktop.ui.pages.budget_chart import scale_step
from desktop.ui.widgets.words import Words
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
    assert window.page.places.heading.title.text() == "Bidrag 2026 per ort"
    assert len(window.page.places.table.rows.ids) == 3


def test_another_year_shows_its_pots(window):
    window.page.years.table.select(2024)
    assert window.page.places.heading.title.text() == "Bidrag 2024 per ort"


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
    window.page.entries.table.step()
    assert not window.page.entries.table.rows.ids
    window.session.undo()
    assert text(window.page.entries.table, "reference", 0) == "Tolk"


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


# Places, unfolded


def test_a_place_unfolds_into_schemes_and_cases(window):
    table = window.page.places.table
    table.select(2 << 32)
    table.open_current()
    words = [text(table, "place", at).strip("\u2003") for at in range(len(table.rows.ids))]
    assert words[:2] == ["Saint-Barthélemy", "Grindavík"]
    assert "Grund" in words
    assert any(word.startswith("2026-") for word in words)

    table.open_current()
    assert len(table.rows.ids) == 3


def test_a_case_in_it_is_opened(window):
    table = window.page.places.table
    window.page.places.turn(2 << 32)
    at = next(key for key, row in window.page.places._rows.items() if row.case_id)
    table.select(at)
    table.open_current()
    assert window.shown == "arende"


# A past day


def test_the_grants_by_place_follow_the_year_of_the_day_and_nothing_is_offered(window):
    page = window.page
    page.choose_day(date(2025, 6, 1))
    assert "2025" in page.places.heading.title.text()
    assert "Inget kan läggas in eller ändras här" in band(page).replace("\u00a0", " ")
    page.choose("set_allocation")
    assert page.form is None


def test_a_past_day_is_shown_with_a_band_and_nothing_can_be_noted(window):
    before = window.page.seen.frame.left
    window.page.day.setText("2026-01-01")
    window.page.day.editingFinished.emit()
    page = window.page
    assert page.seen.on == date(2026, 1, 1)
    assert page.seen.frame.left != before
    assert "Så såg det ut den 1 januari 2026." in band(page).replace("\u00a0", " ")
    assert page.form is None
    assert not page.what_if.isVisibleTo(page)

    page.frame.bands.itemAt(0).widget().followed.emit("today")
    assert (page.seen.on, page.day.text(), page.seen.frame.left) == (None, "2026-11-21", before)
    assert page.form is not None


def band(page):
    return " ".join(
        label.text() for label in page.frame.bands.itemAt(0).widget().findChildren(Words)
    )


def test_a_day_in_another_period_turns_to_that_period(window):
    window.page.choose_day(date(2021, 5, 5))
    assert (window.page.seen.first_year, window.page.period.key()) == (2019, "2019") or (
        window.page.seen.first_year == 2019
    )


def test_what_is_no_day_leaves_the_page_as_it_is(window):
    window.page.day.setText("i fjol")
    window.page.day.editingFinished.emit()
    assert window.page.day.text() == "2026-11-21"


# Years and set-asides


def test_the_columns_can_be_read_as_a_table(window):
    years = window.page.years
    years.heading.link.click()
    assert years.table.isVisibleTo(window.page)
    assert not years.chart.isVisibleTo(window.page)
    assert "2026" in years.chart.accessibleName()


def test_part_of_the_frame_is_set_aside_and_changed(window):
    window.page.choose("set_allocation")
    window.page.form.field("purpose").set_key("trips")
    fill(window.page.form, amount="50 000")
    submit(window.page.form)
    assert text(window.page.allocations.table, "left", 0) == "50\u00a0000"
    window.page.allocations.table.step()
    assert window.page.form.raw()["amount"].replace("\u00a0", " ") == "50 000 kr"


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (99, 50), (100_000, 50_000), (144_700, 50_000), (178_900, 100_000)]
)
def test_the_scale_of_the_years_is_round(most, step):
    assert scale_step(most) == step


# What if


def tried(window, name="Rum för alla"):
    window.page.what_if.heading.link.click()
    fill(window.page.form, name=name)
    submit(window.page.form)
    return window.page.what_if.panels[-1]


def test_a_new_column_copies_the_proposals(window):
    first = window.page.what_if.panels[0].total.text()
    panel = tried(window)
    assert panel.name.text() == "Rum för alla"
    assert panel.total.text() == first


def test_a_typed_sum_is_judged_at_once(window):
    panel = tried(window)
    field = next(iter(panel.sums.values()))
    field.setText("999 000")
    field.editingFinished.emit()
    assert field.bad
    assert panel.sums[next(iter(panel.sums))] is field
    assert any("räcker" in words.text() for words in panel.findChildren(Words))
    assert panel.adopt is None or not panel.adopt.isVisibleTo(window.page)


def test_what_is_no_sum_is_refused_and_the_old_one_stands(window):
    panel = tried(window)
    field = next(iter(panel.sums.values()))
    before = field.text()
    field.setText("mycket")
    field.editingFinished.emit()
    assert field.text() == before


def test_an_adopted_column_is_used_and_nothing_decided(window):
    decisions = window.desk.store.count(Decision)
    panel = tried(window)
    for field in list(panel.sums.values()):
        field.setText("")
        field.editingFinished.emit()
    free = ("received", "preparation")
    case = next(each for each in panel.sums if window.desk.store.get(Case, each).phase in free)
    panel.sums[case].setText("100")
    panel.sums[case].editingFinished.emit()
    window.page.what_if.acted.emit("adopt_what_if", 1)
    fill(window.page.form, deviation="Det räcker.")
    submit(window.page.form)
    assert window.desk.store.count(Decision) == decisions
    row = window.desk.store.first(RoundCase, "case_id = ?", case, order="id desc")
    assert row.proposal == 100
    assert not window.page.what_if.panels[-1].sums


def test_a_column_is_taken_away(window):
    tried(window)
    window.page.what_if.panels[-1].drop.click()
    assert len(window.page.what_if.panels) == 1
