"""Rounds and lists: the round is closed, decisions are reported, the time to appeal runs."""

from __future__ import annotations

import pytest

from desktop.domain.casework import DecisionList, Document, Round, RoundCase, RoundMember
from desktop.domain.phases import Answer
from desktop.flow.picture import picture
from desktop.flow.run import run
from desktop.flow.steps.consultation import AddToRound
from desktop.flow.steps.decision import Decide, decide_now
from desktop.ui.page import Route
from tests.ui.pages.list_window import ListWindow, empty_window
from tests.ui.pages.register_window import fill, problem_at, submit


@pytest.fixture
def window(qapp, preferences, tmp_path):
    made = ListWindow(preferences, tmp_path)
    yield made
    made.close()


def shown(window, act=""):
    return window.go(Route(page="samrad", act=act))


def text(table, key, at=0):
    keys = [column.key for column in table.rows.columns]
    return table.rows.cells(at)[keys.index(key)].text


@pytest.fixture
def round_(window):
    """An open round with one case."""
    run(window.desk, AddToRound(case_id=window.cases["new"], proposal=0))
    shown(window)
    return window


def test_an_open_round_lists_its_cases_with_their_proposals(round_):
    table = round_.page.round.table
    assert list(table.rows.ids) == [round_.cases["new"]]
    assert text(table, "proposal") == "0"


def test_its_first_act_is_the_sheet(round_):
    assert round_.page.form.title.text().startswith("Skriv samrådsunderlaget")


def test_the_sheet_can_be_seen_before_it_is_drawn_up(round_):
    before = round_.desk.store.count(Document)
    round_.page.form.foot.seconds[0].click()
    assert round_.page._stack.currentWidget() is round_.page.preview
    assert round_.page.preview.letter.page_count() == 1
    assert round_.desk.store.count(Document) == before
    round_.window.back()
    assert round_.page._stack.currentWidget() is round_.page.frame


def test_the_sheet_that_was_drawn_up_is_opened(round_):
    submit(round_.page.form)
    found = round_.desk.store.first(Round, "held_on is null")
    assert found.sent_on is not None
    assert round_.window.shelf.route == Route(page="handling", subject=found.document_id)


def test_the_round_is_closed_with_answers_and_remarks(round_):
    page = shown(round_, "close_round")
    page._heard.answers[1].set_key("conflicted")
    page._heard.remarks[0].setText("Bra att unga är med")
    submit(page.form)
    members = round_.desk.store.find(RoundMember, order="id desc", limit=2)
    assert {each.answer for each in members} == {Answer.HEARD, Answer.CONFLICTED}
    row = round_.desk.store.first(RoundCase, "case_id = ?", round_.cases["new"])
    assert row.outcome == "Bra att unga är med"
    assert picture(round_.desk, round_.cases["new"]).case.phase == "ready"


def test_nobody_heard_is_refused_in_the_form(round_):
    page = shown(round_, "close_round")
    for answer in page._heard.answers:
        answer.set_key("silent")
    submit(page.form)
    assert "ingen är hörd" in page.form.whole.text()
    assert round_.desk.store.first(Round, "held_on is null") is not None


def test_a_case_is_taken_out_with_a_reason(round_):
    round_.page.round.table.stepped.emit(round_.cases["new"])
    assert "ur omgången" in round_.page.form.title.text()
    submit(round_.page.form)
    assert problem_at(round_.page.form, "reason")
    fill(round_.page.form, reason="Föreningen vill ändra")
    submit(round_.page.form)
    assert not round_.page.round.table.rows.ids


@pytest.fixture
def decided(window):
    """A decision that stands on no list."""
    case = window.cases["ready"]
    run(window.desk, Decide(**decide_now(window.desk, picture(window.desk, case)), unbiased=True))
    shown(window)
    return window


def test_decisions_on_no_list_are_the_next_act(decided):
    assert len(decided.page.unlisted.table.rows.ids) == 1
    assert decided.page.form.title.text() == "Ny delegationslista"


def test_a_list_is_written_reported_and_announced(decided):
    fill(decided.page.form, meeting_on="")
    submit(decided.page.form)
    made = decided.desk.store.first(DecisionList, order="id desc")
    page = shown(decided)
    assert not page.unlisted.table.rows.ids
    assert text(page.lists.table, "until") == "Tiden löper inte än"
    page.choose("report_list", made.id)
    fill(page.form, paragraph="201")
    submit(page.form)
    assert decided.desk.store.get(DecisionList, made.id).paragraph == "§ 201"
    page.choose("announce_list", made.id)
    submit(page.form)
    assert text(page.lists.table, "until") == "2026-12-14"
    assert text(page.lists.table, "step") == ""


def test_a_list_that_waits_for_its_meeting_can_be_reported_by_its_link(window):
    page = shown(window)
    page.lists.table.stepped.emit(page.lists.table.rows.ids[0])
    assert page.form.title.text().startswith("Listan är anmäld")
    assert page.form.field("meeting_on").hasFocus()


def test_earlier_rounds_open_their_sheet(window):
    page = shown(window)
    assert len(page.held.table.rows.ids) == 3
    assert text(page.held.table, "paper") == "Öppna"


def test_a_route_can_name_a_list(window):
    key = window.desk.store.first(DecisionList).id
    page = window.go(Route(page="samrad", subject=key, act="list"))
    assert page.lists.table.current_id() == key
    assert page.lists.table.view.hasFocus()


def test_an_empty_register_says_how_a_round_begins(qapp, preferences, tmp_path):
    made = empty_window(preferences, tmp_path)
    page = made.go(Route(page="samrad"))
    assert page.form is None
    assert page.round.table.empty.isVisibleTo(page)
    made.close()
