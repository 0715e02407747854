"""The list of deadlines: its parts, own reminders, lead times, paper and calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtGui import QAction

from desktop.domain.budgeting import LeadTime, Note
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.run import run
from desktop.flow.steps.notes import AddNote
from desktop.ui.page import Route
from desktop.ui.pages import bevakningar
from desktop.ui.pages.bevakningar_paper import deadlines_paper
from desktop.ui.pages.bevakningar_strip import HIGH, fitted
from tests.ui.pages.list_window import ListWindow
from tests.ui.pages.register_window import fill, submit

HERE = Route(page="bevakningar")


@pytest.fixture
def window(qapp, preferences, tmp_path):
    made = ListWindow(preferences, tmp_path)
    made.go(HERE)
    yield made
    made.close()


def words(group):
    table = group.table
    return [table.rows.cells(at)[1].text for at in range(len(table.rows.ids))]


def test_every_deadline_stands_in_its_part(window):
    shown = [word for group in window.page.groups.values() for word in words(group)]
    assert shown == [str(each.fact.text) for each in all_deadlines(window.desk)]


def test_a_reminder_is_added_with_one_line_and_ticked_off(window):
    fill(window.page.form, text="Ring om lokalen", day="2026-11-20")
    submit(window.page.form)
    late = window.page.groups["late"]
    assert "Ring om lokalen" in words(late)
    assert window.page.form.raw()["text"] == ""

    at = words(late).index("Ring om lokalen")
    late.table.stepped.emit(at)

    assert "Ring om lokalen" not in words(late)
    assert window.desk.store.get(Note, 1).done_on == date(2026, 11, 21)
    window.session.undo()
    assert "Ring om lokalen" in words(late)


def test_a_reminder_is_changed(window):
    run(window.desk, AddNote(text="Ring", day=date(2026, 11, 21)))
    page = window.go(Route(page="bevakningar", subject=1))
    assert page.form.raw()["text"] == "Ring"
    fill(page.form, text="Ring snart")
    submit(page.form)
    assert window.desk.store.get(Note, 1).text == "Ring snart"


def test_one_kind_alone(window):
    window.page.kind.set_key("guideline")
    window.page.kind.chosen.emit("guideline")
    assert {each.kind for each in window.page.shown} == {"guideline"}


def test_a_row_opens_what_it_is_about(window):
    late = window.page.groups["late"]
    at = next(n for n, (each, _) in enumerate(late.rows) if each.kind == "guideline")
    late.table.opened.emit(at)
    assert window.shown == "riktlinjer"


def test_a_lead_time_is_changed(window):
    page = window.page
    page.leads.heading.link.click()
    page.leads.table.stepped.emit(1)
    assert page.form.raw()["kind"] == "report"
    fill(page.form, days="30")
    submit(page.form)
    assert [(each.kind, each.days) for each in window.desk.store.find(LeadTime)] == [("report", 30)]


def test_the_year_ahead_is_told_to_those_who_listen(window):
    assert "Försenat" in window.page.strip.accessibleName()


def test_the_list_is_saved_for_a_calendar(window, tmp_path, monkeypatch):
    out = tmp_path / "ut.ics"
    monkeypatch.setattr(bevakningar, "ask_save", lambda *_: Path(out))
    assert window.page.save_calendar()
    days = [each.decoded("dtstart") for each in Calendar.from_ical(out.read_bytes()).walk("VEVENT")]
    assert sorted(days) == [each.day for each in window.page.shown if each.day]


def test_the_paper_has_every_row(window):
    paper = deadlines_paper(window.page.shown, date(2026, 11, 21))
    assert sum(len(group.rows) for group in paper.groups) == len(window.page.shown)


def test_today_leads_to_it_and_shows_reminders(window):
    run(window.desk, AddNote(text="Ring", day=date(2026, 11, 21)))
    page = window.go(Route(page="idag"))
    assert "Ring" in [str(each.title) for each in page.groups["week"].matters]
    at = [str(each.title) for each in page.groups["week"].matters].index("Ring")
    page.groups["week"].table.stepped.emit(at)
    assert window.desk.store.get(Note, 1).done_on is not None
    page.days_button.click()
    assert window.shown == "bevakningar"


def test_it_stands_in_the_menu_with_its_keys(window):
    actions = window.window.findChildren(QAction)
    found = next(each for each in actions if each.text() == "Bevakningar")
    assert found.shortcut().toString() == "Ctrl+Shift+B"


@pytest.mark.parametrize(("count", "room"), [(10, 50.0), (18, 60.0), (3, 200.0)])
def test_every_mark_of_a_narrow_month_has_its_place(count, room):
    across, side = fitted(count, room, 14.0, 2.0)
    assert across * HIGH >= count
    assert across * (side + 2.0) <= room
