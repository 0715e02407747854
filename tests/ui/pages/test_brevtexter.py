"""The page of letter texts: written in Swedish, seen at once, adopted, and gone back to."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from desktop.flow.run import plan
from desktop.flow.steps.application_papers import WriteConfirmation
from desktop.flow.texts import NAMES, history, text_on
from desktop.letters.template import builtin
from desktop.ui.page import Route
from desktop.ui.pages.brevtexter_editing import draft_key
from desktop.ui.pages.brevtexter_field import TextEdit
from desktop.ui.pages.brevtexter_row import ADD_TEXT, REMOVE, UP
from tests.ui.pages.register_window import RegisterWindow, fill, submit
from tests.ui.pages.test_installningar import text_of

SCHEMA_1 = Path(__file__).parents[2] / "db" / "registers" / "schema1.vanbok.gz"


@pytest.fixture
def page(opened):
    return opened.go(Route(page="brevtexter", act="confirmation"))


def row(page, field):
    return next(each for each in page.parts.rows if each.field == field)


def shown(page):
    """Wait until the letter of the last change is drawn."""
    for _ in range(400):
        if not page._timer.isActive() and page.drawing._thread is None:
            return page.letter.text()
        QTest.qWait(25)
    raise AssertionError("the letter was never drawn")


def write(page, field, words):
    row(page, field).edit.setText(words)
    return shown(page)


def next_letter(opened):
    work = plan(opened.desk, WriteConfirmation(case_id=1))
    return text_of(next(iter(work.drawn.values())))


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_shown_in_fields_without_code(opened, name):
    page = opened.go(Route(page="brevtexter", act=name))

    assert page.parts.rows
    for each in page.parts.rows:
        assert "_" not in each.edit.text()
        assert each.edit.field.accessibleName()
    assert shown(page)
    assert not page.edited.changed


def test_a_paragraph_says_when_it_is_used(opened):
    page = opened.go(Route(page="brevtexter", act="conditions"))

    assert (
        "Visas när utbetalningen väntar på verksamhetsberättelsen"
        in row(page, "block.2").edit.field.accessibleName()
    )


def test_what_is_written_is_seen_in_the_example(page):
    assert "Tack för ansökan" in write(page, "heading", "Tack för ansökan")


def test_an_adopted_text_is_in_the_next_letter(opened, page):
    write(page, "heading", "Tack från {kommun}")
    fill(page.form, note="Vänligare")

    submit(page.form)

    assert "Tack från Piteå kommun" in next_letter(opened)
    assert history(opened.desk, "confirmation")[0].note == "Vänligare"
    assert opened.session.preferences.drafts.get(draft_key(opened.desk, "confirmation")) is None


def test_an_unknown_placeholder_is_said_at_its_field_and_stops(opened, page):
    write(page, "block.0", "Hej {hittepå}")

    assert "{hittepå} – finns inte att fylla i här" in row(page, "block.0").problem.text()
    submit(page.form)
    assert history(opened.desk, "confirmation")[0].version == 0


def test_a_doubtful_text_is_adopted_with_a_reason(opened, page):
    write(page, "block.0", "Härmed bekräftas ansökan från {mottagare}.")
    assert "stryk ordet" in row(page, "block.0").doubt.text()

    submit(page.form)
    assert history(opened.desk, "confirmation")[0].version == 0
    fill(page.form, note="Så skriver vi.")
    submit(page.form)

    assert history(opened.desk, "confirmation")[0].version == 1


def test_a_paragraph_is_added_moved_and_taken_away(page):
    before = page.edited.text
    first = row(page, "block.0")

    page.parts.act.emit(first, ADD_TEXT)
    row(page, "block.1").edit.setText("Ring {telefon}.")
    assert row(page, "block.1").when.text() == "Visas när telefon är angiven"
    page.parts.act.emit(row(page, "block.1"), UP)

    assert page.edited.wording.blocks[0].words == ("Ring {phone}.",)
    assert page.edited.wording.blocks[0].when == ("phone",)
    assert "Ring 0000" in shown(page)
    page.parts.act.emit(row(page, "block.0"), REMOVE)
    assert page.edited.text == before


def test_what_was_begun_is_kept_when_she_leaves_and_can_be_thrown_away(opened, page):
    write(page, "heading", "Halvfärdig")
    opened.go(Route(page="idag"))

    page = opened.go(Route(page="brevtexter", act="confirmation"))
    assert row(page, "heading").edit.text() == "Halvfärdig"
    assert text_on(opened.desk, "confirmation", opened.desk.today) == builtin("confirmation")

    page.form.other.emit("drop")
    assert row(page, "heading").edit.text() != "Halvfärdig"
    assert not page.edited.changed


def test_turning_to_another_text_keeps_both(page):
    write(page, "heading", "Halvfärdig")
    page.turn("conditions")
    assert page.parts.rows[0].field == "block.0"

    page.turn("confirmation")

    assert row(page, "heading").edit.text() == "Halvfärdig"


def test_she_goes_back_to_the_programs_own_text(opened, page):
    write(page, "heading", "Tack")
    submit(page.form)

    page.versions.links["restore", 0].click()

    assert text_on(opened.desk, "confirmation", opened.desk.today) == builtin("confirmation")
    assert row(page, "heading").edit.text() == "Vi har fått er ansökan"


def test_an_earlier_version_is_looked_at_without_counting(opened, page):
    write(page, "heading", "Tack")
    submit(page.form)

    page.versions.links["see", 0].click()

    assert row(page, "heading").edit.text() == "Vi har fått er ansökan"
    assert "Tack" in text_on(opened.desk, "confirmation", opened.desk.today)


def test_what_can_be_filled_in_is_offered_with_an_example(page):
    first = row(page, "block.0")
    first.edit.setFocus()
    insert = first.tools.findChildren(type(first.tools))[0]
    menu = insert.menu()
    menu.aboutToShow.emit()

    action = next(each for each in menu.actions() if each.text().startswith("ort\t"))
    assert action.text() == "ort\tExempelort"
    action.trigger()

    assert "{ort}" in first.edit.text()


def test_settings_lead_here_and_to_the_reasons(opened):
    page = opened.go(Route(page="installningar"))
    page.choice.set_key("texts")
    page.choice.chosen.emit("texts")
    here = opened.window.shelf.page()
    assert here.title() == "Brevtexter"

    here.list.reasons.emit()

    assert opened.window.shelf.page().title() == "Inställningar"


def test_an_older_register_is_brought_over_and_the_window_says_so(qapp, preferences, tmp_path):
    path = tmp_path / "gammalt.vanbok"
    path.write_bytes(gzip.decompress(SCHEMA_1.read_bytes()))

    window = RegisterWindow(preferences, path)

    said = window.window.undo_band.text()
    window.close()
    assert "gammalt före version 2.vanbok" in said


def test_words_between_bold_marks_are_bold_and_the_text_is_kept_as_it_is(qapp):
    edit = TextEdit("Bidrag **beviljas** i år.", "Stycke")
    edit._marker.rehighlight()
    block = edit.field.document().firstBlock()
    bold = [each for each in block.layout().formats() if each.format.fontWeight() > 400]
    assert [(each.start, each.length) for each in bold] == [(9, 8)]
    assert edit.words() == "Bidrag **beviljas** i år."
