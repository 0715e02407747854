"""First start, from the first question to a register that is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.registers import Member, Place, Reason
from desktop.flow.ask import File
from desktop.flow.money import frame_of
from desktop.ui.page import Route
from desktop.ui.pages.idag_start import FirstThings
from desktop.ui.pages.start_municipality import suiting
from tests.ui.pages.register_window import ENTER, RegisterWindow, write

NAME = "Ebba Sagolin"


@pytest.fixture
def start(alone, tmp_path):
    alone.page.file.put(tmp_path / "ny" / "Piteå.vanbok")
    return alone


def field(page, name):
    return next(
        form.field(name) for each in page.questions for form in each.forms if name in form.fields
    )


def said(page, name):
    return next(
        form.fields[name].problem.text()
        for each in page.questions
        for form in each.forms
        if name in form.fields
    )


def at_step(page) -> int:
    return [each.isVisible() for each in page.questions].index(True) + 1


def test_five_enters_and_a_name_make_a_register(start, tmp_path):
    start.press(ENTER)
    write(field(start.page, "name"), NAME)
    start.press(ENTER)
    write(field(start.page, "address"), "Svartuddsvägen 1")
    start.press(ENTER)
    members = field(start.page, "members")
    write(members.lines[0]["name"].widget, "Sixten Fabelberg")
    start.press(ENTER)
    start.press(ENTER)
    assert (tmp_path / "ny" / "Piteå.vanbok").is_file()
    assert start.shown == "idag"
    desk = start.desk
    assert desk.officer().name == NAME
    assert desk.office().court == "Förvaltningsrätten i Luleå"
    assert desk.office().address == "Svartuddsvägen 1"
    assert [each.name for each in desk.store.find(Member)] == ["Sixten Fabelberg"]
    assert [each.name for each in desk.store.find(Place)][1] == "Grindavík"
    assert desk.store.count(Reason) > 10


def test_ctrl_enter_goes_on_too(start):
    start.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert at_step(start.page) == 2


def test_the_register_comes_first_among_the_recent(start, tmp_path):
    write(field(start.page, "name"), NAME)
    for _ in range(5):
        start.page.next_act()
    assert start.session.preferences.recent()[:1] == [tmp_path / "ny" / "Piteå.vanbok"]


def test_the_keyboard_begins_where_nothing_is_written(start):
    start.press(ENTER)
    assert QApplication.focusWidget() is field(start.page, "name")
    write(field(start.page, "name"), NAME)
    start.press(ENTER)
    assert QApplication.focusWidget() is field(start.page, "address")


def test_without_a_name_one_stays_with_a_sentence_beside_the_field(start):
    start.press(ENTER)
    start.press(ENTER)
    assert at_step(start.page) == 2
    assert said(start.page, "name") == "Ditt namn – saknas – fyll i fältet."
    assert QApplication.focusWidget() is field(start.page, "name")


def test_back_and_forth_keeps_what_was_typed(start):
    start.press(ENTER)
    write(field(start.page, "name"), NAME)
    write(field(start.page, "title"), "samordnare")
    start.page.previous()
    assert at_step(start.page) == 1
    start.press(ENTER)
    assert field(start.page, "name").text() == NAME
    assert field(start.page, "title").text() == "samordnare"


def test_alt_left_goes_back(start):
    start.press(ENTER)
    start.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert at_step(start.page) == 1


def test_a_sum_that_is_none_is_said_beside_the_frame(start):
    start.press(ENTER)
    write(field(start.page, "name"), NAME)
    write(field(start.page, "frame"), "mycket")
    start.press(ENTER)
    assert at_step(start.page) == 2
    assert "Ram" in said(start.page, "frame")


def test_the_frame_is_of_the_mandate_period(start):
    write(field(start.page, "name"), NAME)
    write(field(start.page, "frame"), "480 000 kr")
    for _ in range(5):
        start.page.next_act()
    frame = frame_of(start.desk, 2026)
    assert frame is not None
    assert (frame.period.first_year, frame.period.last_year, frame.whole) == (2023, 2026, 480_000)


def test_what_follows_the_guideline_stands_beside(start):
    words = [each.text() for each in start.page.aside.findChildren(QLabel)]
    assert "Grundbidrag högst 10\u00a0000\u00a0kr per ort och år" in words
    assert any("Mandatperioden är 2023–2026." in each for each in words)


def said_own(page, name):
    form = page.guideline.named if name == "municipality" else page.guideline.own
    return form.fields[name].problem.text()


def rows(page):
    return [row.key for row in page.guideline.choice._rows]


def finish(start):
    write(field(start.page, "name"), NAME)
    for _ in range(len(start.page.questions)):
        start.page.next_act()


def another(start, name):
    """Type the name of a municipality."""
    start.page.guideline.field.setFocus()
    write(start.page.guideline.field, name)


def test_another_municipality_is_asked_for_its_name(start):
    start.page.guideline.choice.setFocus()
    for _ in rows(start.page):
        start.press(Qt.Key.Key_Down)
    while start.page.guideline.choice.key() != "another":
        start.press(Qt.Key.Key_Down)
    start.press(ENTER)
    assert at_step(start.page) == 1
    assert "skriv kommunens namn" in said_own(start.page, "municipality")
    assert start.page.guideline.field.hasFocus()


def test_one_that_is_in_no_list_is_asked_for_its_court(start):
    another(start, "Påhittsala")
    start.press(ENTER)
    assert at_step(start.page) == 1
    assert "skriv domstolen" in said_own(start.page, "court")
    write(start.page.guideline.own.field("court"), "Förvaltningsrätten i Umeå")
    start.press(ENTER)
    assert at_step(start.page) == 2
    finish(start)
    office = start.desk.office()
    assert (office.full_name, office.court) == ("Påhittsala kommun", "Förvaltningsrätten i Umeå")
    assert start.desk.store.count(Place) == 0
    assert start.desk.in_force()[1].name == "Påhittsala"
    assert start.desk.in_force()[1].copied_from == "Piteå"


def test_any_of_the_290_begins_from_a_copy_with_code_and_court(start):
    another(start, "Vännäs")
    assert start.page.guideline.field.hasFocus()
    assert start.page.guideline.is_another()
    assert rows(start.page)[-1] == "empty"
    assert (
        "2460, Västerbottens län" in start.page.guideline.named.fields["municipality"].hint.text()
    )
    start.page.guideline.choice.set_key("skelleftea")
    start.page._edited()
    finish(start)
    office = start.desk.office()
    assert (office.code, office.full_name) == ("2460", "Vännäs kommun")
    assert office.court == "Förvaltningsrätten i Umeå"
    assert office.court_address == "Box 193, 901 05 Umeå"
    assert office.court_checked is None
    assert start.desk.in_force()[1].copied_from == "Skellefteå"
    assert start.desk.in_force()[1].schools


def test_a_municipality_can_begin_from_an_empty_guideline(start):
    another(start, "Gotland")
    start.page.guideline.choice.set_key("empty")
    start.page._edited()
    words = [each.text() for each in start.page.aside.findChildren(QLabel)]
    assert "En tom riktlinje" in words
    finish(start)
    assert start.desk.office().full_name == "Region Gotland"
    guideline = start.desk.in_force()[1]
    assert (guideline.name, guideline.schemes, guideline.goals) == ("Gotland", (), ())


def test_an_empty_guideline_is_to_be_written_first(start):
    another(start, "Gotland")
    start.page.guideline.choice.set_key("empty")
    start.page._edited()
    finish(start)
    today = start.go(Route(page="idag"))
    today.findChild(FirstThings).buttons[0].click()
    assert start.shown == "riktlinje_andra"


def test_typing_a_ready_one_chooses_its_own_guideline(start):
    another(start, "umeå")
    assert start.page.guideline.choice.key() == "umea"
    assert not start.page.guideline.is_another()
    another(start, "vännäs")
    assert start.page.guideline.is_another()
    another(start, "piteå")
    assert not start.page.guideline.is_another()
    assert start.page.guideline.choice.key() == "pitea"


def test_letters_typed_in_the_list_are_written_in_the_field(start):
    start.page.guideline.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "v")
    assert start.page.guideline.field.hasFocus()
    assert start.page.guideline.field.text() == "v"


def test_choosing_in_the_list_writes_the_name(start):
    start.press(Qt.Key.Key_Down)
    assert start.page.guideline.field.text() == "Skellefteå"


def test_a_part_of_a_name_is_not_a_municipality(start):
    another(start, "Sölves")
    start.page.guideline.choice.set_key("another")
    start.page.next_act()
    assert at_step(start.page) == 1
    assert "Sölves är ingen kommun" in said_own(start.page, "municipality")


def test_what_only_one_can_be_is_completed_when_one_goes_on(start):
    another(start, "solvesb")
    start.page.guideline.choice.setFocus()
    assert start.page.guideline.field.text() == "Sölvesborg"
    assert start.page.guideline.is_another()


def test_another_court_than_the_proposed_one_is_kept(start):
    another(start, "Vännäs")
    write(start.page.guideline.own.field("court_address"), "Box 1, 900 01 Umeå")
    another(start, "Vindeln")
    finish(start)
    office = start.desk.office()
    assert (office.code, office.court_address) == ("2404", "Box 1, 900 01 Umeå")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Pite", "Piteå"),
        ("malmo", "Malmö"),
        ("MALMÖ", "Malmö"),
        ("habo", "Habo"),
        ("håbo", "Håbo"),
        ("ore", "Örebro"),
        ("ale", "Ale"),
        ("falu", "Falun"),
        ("2584", "Kiruna"),
        ("bro", "Bromölla"),
        ("region g", "Gotland"),
        ("  ed ", "Eda"),
    ],
)
def test_the_likeliest_municipality_comes_first(typed, first):
    assert suiting(typed)[0].name == first


def test_nothing_typed_offers_all_in_swedish_order():
    names = [each.name for each in suiting("")]
    assert (len(names), names[0], names[-1]) == (290, "Ale", "Övertorneå")
    assert suiting("zzz") == []


def test_the_file_is_named_after_the_other_municipality(alone):
    another(alone, "Påhittsala")
    assert alone.page.file.field.text().endswith("Påhittsala.vanbok")


def test_another_municipality_does_not_get_our_department(start):
    another(start, "Vännäs")
    assert field(start.page, "department").text() == ""
    another(start, "Piteå")
    assert field(start.page, "department").text() == "Kommunledningsförvaltningen"


def test_a_coat_that_is_no_picture_is_said_at_once(start):
    write(field(start.page, "name"), NAME)
    start.page.next_act()
    start.page.next_act()
    field(start.page, "coat").set_file(File(name="vapen.png", content=b"inte en bild"))
    start.page.next_act()
    assert at_step(start.page) == 3
    assert "välj en PNG, JPEG, SVG eller PDF" in said(start.page, "coat")


def test_a_coat_that_is_a_drawing_becomes_the_picture_that_letters_show(start):
    drop = field(start.page, "coat")
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="5"><g/></svg>'

    drop.set_file(File(name="vapen.svg", content=drawing))

    assert drop.file().name == "vapen.png"
    assert drop.file().content.startswith(b"\x89PNG")
    assert start.page.answers().raw["coat"] == drop.file()


def test_a_drawing_that_reaches_out_is_refused_at_first_start_too(start):
    reaching = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///a.png"/></svg>'

    field(start.page, "coat").set_file(File(name="vapen.svg", content=reaching))

    assert "spara den som PNG" in said(start.page, "coat")


def test_a_file_that_is_there_is_never_overwritten(start, tmp_path):
    there = tmp_path / "Redan.vanbok"
    there.write_bytes(b"annat")
    start.page.file.put(there)
    write(field(start.page, "name"), NAME)
    for _ in range(5):
        start.page.next_act()
    assert at_step(start.page) == 5
    assert "finns redan" in start.page.file.problem.text()
    assert there.read_bytes() == b"annat"
    assert start.session.desk is None


def test_a_synced_folder_is_warned_of_and_still_works(start, tmp_path):
    start.page.file.put(tmp_path / "OneDrive" / "Piteå.vanbok")
    assert start.page.file.warning()[0] == "Mappen synkas av OneDrive."
    write(field(start.page, "name"), NAME)
    for _ in range(5):
        start.page.next_act()
    assert start.shown == "idag"


def test_the_rail_leads_back_but_not_past_what_is_missing(start):
    start.press(ENTER)
    start.page.rail.chosen.emit(0)
    assert at_step(start.page) == 1
    start.page.go_to(4)
    assert at_step(start.page) == 2
    assert said(start.page, "name")


def test_cancel_opens_the_register_used_last(qapp, preferences, path):
    preferences.opened(path)
    window = RegisterWindow(preferences)
    window.page.foot.back.click()
    assert window.session.path == path
    window.close()


@pytest.mark.slow
def test_the_example_is_made_beside_the_window_and_opened(alone):
    alone.page.guideline.example_button.click()
    assert alone.page.example.running()
    for _ in range(1800):
        QTest.qWait(50)
        if alone.session.desk is not None:
            break
    assert alone.session.path is not None
    assert alone.session.path.name == "Exempel.vanbok"


def test_every_field_has_a_name_for_those_who_listen(start):
    for question in start.page.questions:
        for form in question.forms:
            for made in form.inputs.values():
                assert made.widget.accessibleName()


def test_skelleftea_is_asked_four_questions_and_no_frame(start, tmp_path):
    start.page.file.put(tmp_path / "ny" / "Skellefteå.vanbok")
    start.press(Qt.Key.Key_Down)
    assert [step.isVisible() for step in start.page.frame.rail.steps] == [True] * 3 + [False, True]
    start.press(ENTER)
    write(field(start.page, "name"), NAME)
    assert start.page.officer.title.text() == "Vem handlägger?"
    assert not field(start.page, "frame").isVisible()
    start.press(ENTER)
    write(field(start.page, "address"), "Trädgårdsgatan 6")
    start.press(ENTER)
    assert at_step(start.page) == 5
    start.press(ENTER)
    assert start.shown == "idag"
    assert start.desk.officer().delegation == ""
    assert [each.name for each in start.desk.store.find(Place)] == [
        "Raahe", "Rana", "Vesthimmerland", "Pardubice"
    ]  # fmt: skip
    assert start.desk.store.count(Member) == 0


def test_back_from_the_last_question_passes_the_one_left_out(start):
    start.press(Qt.Key.Key_Down)
    write(field(start.page, "name"), NAME)
    write(field(start.page, "address"), "Trädgårdsgatan 6")
    for _ in range(3):
        start.page.next_act()
    assert at_step(start.page) == 5
    start.page.previous()
    assert at_step(start.page) == 3
