"""The page of a case shows where it stands and offers one next act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from desktop.domain.casework import Document
from desktop.flow.picture import picture
from desktop.flow.run import run
from desktop.flow.steps.listing import AnnounceList, ReportList
from desktop.ui.pages.case_parts.findings import rule_groups
from desktop.ui.pages.case_parts.running import tracks_of
from desktop.ui.pages.case_parts.stages import phase_days, phase_steps
from desktop.ui.roles import Mark
from tests.ui.pages.case_window import Desktop

ESC = Qt.Key.Key_Escape


@pytest.fixture
def desktop(qtbot, preferences, tmp_path):
    made = Desktop(qtbot, preferences, tmp_path, full=True)
    yield made
    made.window.close()


def tracks(desktop, case):
    found = tracks_of(picture(desktop.desk, desktop.cases[case]))
    return {track.name: (track.mark, track.state) for track in found}


def drop(page, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def test_the_head_says_who_where_and_how_much(desktop):
    desktop.go("arende", desktop.cases["gate"])
    head = desktop.page.frame.header
    assert head.title.text() == "Körsällskapet Trollsländan"
    assert head.trail.text() == "2026-005 · 26KS218"
    assert head.badge.text() == "Väntar på verksamhetsberättelse"
    assert "Vinterkonsert med kör från Grindavík, 22–24 november 2026" in head.line.text().replace(
        "\u00a0", " "
    )
    assert desktop.window.windowTitle().startswith("2026-005 Körsällskapet Trollsländan")


def test_the_phases_have_their_days(desktop):
    seen = picture(desktop.desk, desktop.cases["gate"])
    steps = phase_steps(seen, phase_days(desktop.desk, seen.id))
    assert [(step.word, step.note.replace("\u00a0", " ")) for step in steps] == [
        ("Inkommet", "19 okt, e-post"),
        ("Berett", "4 nov"),
        ("Samråd", "4 nov, omgång 2"),
        ("Beslutat", "9 nov, delvis bifall"),
        ("Verkställs", "sedan 10 nov"),
        ("Avslutat", ""),
    ]
    assert steps[4].state is Mark.MINE


def test_the_tracks_say_what_stops_and_that_the_time_is_not_running(desktop):
    found = tracks(desktop, "gate")
    assert found["Krav"] == (Mark.STOP, "1 saknas före utbetalning")
    assert found["Utbetalning"][0] is Mark.STOP
    assert found["Överklagande"] == (Mark.WAITING, "Tiden löper inte än")
    assert found["Rapport"][0] is Mark.WAITING
    assert "Återkrav" not in found


def test_a_late_report_is_late_and_a_known_notice_day_gives_the_last_day(desktop):
    assert tracks(desktop, "late")["Rapport"] == (Mark.LATE, "26 dagar sen")
    desktop.clock.put(12, 7)
    run(desktop.desk, ReportList(list_id=1, meeting_on=desktop.desk.today, paragraph="201"))
    run(desktop.desk, AnnounceList(list_id=1, announced_on=desktop.desk.today))
    assert tracks(desktop, "gate")["Överklagande"] == (Mark.WAITING, "till 2026-12-28")


def test_before_the_decision_there_are_no_tracks(desktop):
    assert tracks(desktop, "new") == {}


def test_the_stopping_gate_stands_first_and_enter_opens_its_paragraph(desktop):
    desktop.go("arende", desktop.cases["gate"])
    view = desktop.page.cards.rules.view
    assert view.rules.rows[0].title == "Före utbetalning"
    view.setFocus()
    view.selectRow(1)
    desktop.press(Qt.Key.Key_Return)
    card = desktop.page.cards.paragraph
    assert card.isVisible()
    assert "verksamhetsberättelse" in card.text.text()
    assert "kommunstyrelsen 2022-10-10 § 164" in card.source.text()
    desktop.press(ESC)
    assert not card.isVisible()
    assert desktop.where == "arende"


def test_before_the_decision_what_stops_the_payment_only_waits(desktop):
    groups = rule_groups(picture(desktop.desk, desktop.cases["new"]))
    payment = next(group for group in groups if group.title == "Före utbetalning")
    assert [line.mark for line in payment.lines] == [Mark.WAITING]


def test_rules_with_the_same_number_open_their_own_paragraph(desktop):
    desktop.go("arende", desktop.cases["gate"])
    rows = desktop.page.cards.rules.view.rules.rows
    titles = []
    for name in ("Inte finansierat på annat sätt", "Högsta belopp per ort och år"):
        key = next(row.rule for row in rows if getattr(row, "name", "") == name)
        desktop.page.cards._open_rule(key)
        titles.append(desktop.page.cards.paragraph.heading.title.text())
    assert titles == ["P5 Inte finansierat på annat sätt", "P5 Högsta belopp per ort och år"]


def test_the_next_act_can_be_about_the_association(desktop):
    desktop.go("arende", desktop.cases["gate"])
    form = desktop.form
    assert form.title.text() == "Ta emot verksamhetsberättelsen"
    assert form.raw()["association_id"] == 3
    assert "6 500 kr" in form.foot.consequence.text().replace("\u00a0", " ")
    desktop.ctrl_enter()
    assert desktop.form.title.text() == "Frige utbetalningen"


def test_another_step_swaps_the_form_and_the_next_one_can_be_chosen_back(desktop):
    desktop.go("arende", desktop.cases["new"])
    desktop.form.other.emit("ask_completion")
    assert desktop.form.title.text() == "Begär komplettering"
    assert desktop.form.has_focus()
    words = [key for key, _words in desktop.page._acting.others]
    assert words[0] == "add_to_round"


def test_bad_input_is_said_beside_the_field_and_nothing_is_lost(desktop):
    desktop.go("arende", desktop.cases["new"], "ask_completion")
    desktop.form.field("items").setText("Budget för kvällen")
    desktop.form.field("due_on").setText("i går")
    desktop.form.focus_first()
    desktop.ctrl_enter()
    assert "Senast" in desktop.problem("due_on")
    assert desktop.form.field("items").text() == "Budget för kvällen"
    assert desktop.form.field("due_on").hasFocus()


def test_what_was_begun_is_offered_when_one_comes_back(desktop):
    desktop.go("arende", desktop.cases["new"], "ask_completion")
    desktop.form.field("items").setFocus()
    desktop.type("Budgeten")
    desktop.press(ESC)
    assert desktop.where == "arenden"
    desktop.go("arende", desktop.cases["gate"])
    desktop.go("arende", desktop.cases["new"], "ask_completion")
    assert desktop.form.offer is not None
    desktop.form.offer.links[0].click()
    assert "Budgeten" in desktop.form.field("items").text()


def test_a_case_that_can_be_decided_leads_to_its_own_page_with_one_key(desktop):
    desktop.go("arende", desktop.cases["ready"])
    desktop.ctrl_enter()
    assert desktop.where == "besluta"
    desktop.go("arende", desktop.cases["norrsken"])
    desktop.ctrl_enter()
    assert desktop.where == "fordelning"


def test_a_dropped_file_is_kept_with_the_case_and_can_be_read(desktop, tmp_path):
    path = tmp_path / "Budget för kvällen.txt"
    path.write_text("300 kr", encoding="utf-8")
    desktop.go("arende", desktop.cases["gate"])
    drop(desktop.page, path)
    row = desktop.desk.store.first(Document, "kind = 'attachment'")
    assert row is not None
    assert desktop.desk.store.content(row.id) == b"300 kr"
    assert "Budget för kvällen.txt" in desktop.said()
    desktop.page.cards.documents.opened.emit(row.id)
    assert desktop.where == "handling"
    assert desktop.page.other.isVisible()


def test_the_letter_of_a_case_opens_as_it_is_stored_and_esc_leads_back(desktop):
    desktop.go("arende", desktop.cases["gate"])
    decision = desktop.decision("gate")
    desktop.page.cards.documents.opened.emit(decision.document_id)
    stored = desktop.desk.store.content(decision.document_id)
    assert desktop.page.letter._content == stored
    assert "Delegationsbeslut" in desktop.page.letter.text()
    desktop.press(ESC)
    assert desktop.where == "arende"


def test_the_whole_case_is_bound_together_to_be_printed(desktop):
    desktop.go("arende", desktop.cases["gate"])
    desktop.page.print_()
    assert desktop.where == "handling"
    assert desktop.page.letter.page_count() > 4


def test_all_events_are_shown_on_demand_with_what_they_changed(desktop):
    desktop.go("arende", desktop.cases["gate"])
    history = desktop.page.cards.history
    history.toggle()
    words = [label.text() for label in history.findChildren(type(history.heading.title))]
    assert any("Ärendet: läge Beslutat → Verkställs" in word for word in words)


def test_the_calculation_links_to_the_case_that_came_before(desktop):
    desktop.go("arende", desktop.cases["gate"])
    desktop.page.cards.sums.followed.emit("2026-001")
    assert desktop.page._seen.case.number == "2026-001"


@pytest.mark.parametrize("wide", [640, 1024, 1440])
def test_the_form_comes_first_where_there_is_one_column(desktop, wide):
    desktop.window.resize(wide, 700)
    desktop.go("arende", desktop.cases["gate"])
    QTest.qWait(1)
    top = desktop.form.mapTo(desktop.page, desktop.form.rect().topLeft()).y()
    state = desktop.page.cards.state
    assert top <= state.mapTo(desktop.page, state.rect().topLeft()).y()
    assert not desktop.page.frame._scroll.horizontalScrollBar().maximum()


def test_no_part_of_the_pages_flashes_up_as_a_window(desktop, spy):
    for page, case in (
        ("arende", "gate"),
        ("besluta", "ready"),
        ("fordelning", "norrsken"),
        ("ansokan", ""),
    ):
        desktop.go(page, desktop.cases.get(case, 0))
    assert spy.shown == []
