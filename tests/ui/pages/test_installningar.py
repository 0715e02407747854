"""Settings change what comes, never what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.casework import Document
from desktop.domain.registers import Member, Reason
from desktop.flow.ask import File
from desktop.flow.run import plan
from desktop.flow.steps.application_papers import WriteConfirmation
from desktop.ui.draft import DraftKey
from desktop.ui.page import Route
from tests.ui.pages.register_window import ENTER, fill, problem_at, submit

COAT = Path(__file__).parents[3] / "resources" / "example" / "vapen.png"


def settings(act="", subject=0):
    return Route(page="installningar", act=act, subject=subject)


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in PdfDocument(pdf))


def next_letter(opened) -> str:
    work = plan(opened.desk, WriteConfirmation(case_id=1))
    return text_of(next(iter(work.drawn.values())))


def test_another_officer_stands_in_the_next_letter_and_not_in_the_stored(opened):
    stored = opened.desk.store.first(Document, "kind = 'confirmation'")
    before = opened.desk.store.content(stored.id)
    page = opened.go(settings("set_officer"))
    fill(page.form, name="Alva Diktberg")
    submit(page.form)
    assert "Alva Diktberg" in next_letter(opened)
    assert opened.desk.store.content(stored.id) == before
    assert "Ebba Sagolin" in text_of(before)


def test_another_address_stands_in_the_next_letter(opened):
    page = opened.go(settings("set_office"))
    fill(page.form, address="Nygatan 9")
    submit(page.form)
    assert "Nygatan 9" in next_letter(opened)
    assert page.form is None


def test_a_wrong_organisation_number_of_the_municipality_is_said(opened):
    page = opened.go(settings("set_office"))
    fill(page.form, organisation_number="212000-2750")
    submit(page.form)
    assert "sista siffran stämmer inte" in problem_at(page.form, "organisation_number")


def test_the_courts_address_asks_to_be_looked_at_until_it_was(opened):
    page = opened.go(settings())
    assert "kontrollerades" in page.office._why.text()
    page.office.act.emit("set_office")
    fill(page.form, court_checked="t")
    submit(page.form)
    assert page.office._why.text() == ""


def test_a_coat_of_arms_is_shown_at_once(opened):
    page = opened.go(settings("set_coat"))
    page.form.field("picture").set_file(File(name="vapen.png", content=COAT.read_bytes()))
    submit(page.form)
    assert opened.desk.office().coat_id is not None
    assert page.office.head._coat.accessibleName() == "Kommunvapen"


def test_a_coat_that_is_no_picture_is_refused_beside_the_field(opened):
    page = opened.go(settings("set_coat"))
    page.form.field("picture").set_file(File(name="x.png", content=b"nej"))
    submit(page.form)
    assert "välj en PNG, JPEG, SVG eller PDF" in problem_at(page.form, "picture")


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50">
<rect id="a" width="40" height="50" fill="navy"/>%s</svg>"""


def choose_coat(opened, name, content):
    page = opened.go(settings("set_coat"))
    page.form.field("picture").set_file(File(name=name, content=content))
    return page


def test_a_drawing_becomes_a_picture_before_it_is_kept(opened):
    page = choose_coat(opened, "vapen.svg", SVG % b"")
    assert page.form.field("picture").file().name == "vapen.png"
    submit(page.form)
    assert opened.desk.store.content(opened.desk.office().coat_id).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "inside",
    [
        b'<image href="file:///etc/hostname" width="9" height="9"/>',
        b'<use href="https://www.kommun.example/a.svg#a"/>',
        b'<g id="b"><use href="#b"/></g>',
        b"".join(
            b'<g id="x%d">%s</g>' % (at, b'<use href="#x%d"/>' % (at - 1) * 10 if at else b"<g/>")
            for at in range(12)
        ),
        b"<rect",
    ],
)
def test_a_drawing_that_reaches_out_or_never_ends_is_refused(opened, inside):
    page = choose_coat(opened, "vapen.svg", SVG % inside)
    assert "spara den som PNG" in problem_at(page.form, "picture")


# The window of the envelope


def test_another_side_proposes_its_usual_place(opened):
    page = opened.go(settings("set_window"))
    page.form.set_values({"side": "right"})
    page.form.edited.emit()
    assert page.form.raw()["left"] == "115"


def test_the_next_letter_has_its_address_in_the_window(opened):
    page = opened.go(settings("set_window"))
    page.form.set_values({"side": "right", "left": 120, "top": 50, "fold_mark": True})
    submit(page.form)
    office = opened.desk.office()
    assert (office.window_side, office.window_left, office.window_top) == ("right", 120, 50)
    assert address_at(next_letter_bytes(opened)) == (120, 50)


def next_letter_bytes(opened) -> bytes:
    work = plan(opened.desk, WriteConfirmation(case_id=1))
    return next(iter(work.drawn.values()))


def address_at(pdf: bytes) -> tuple[int, int]:
    """Give where the recipient's name begins, millimetres from the left and the top."""
    page = PdfDocument(pdf)[0]
    words = page.get_textpage()
    at = words.search("Körsällskapet Trollsländan").get_next()[0]
    left, _, _, top = words.get_charbox(at, loose=True)
    return round(left / 72 * 25.4), round((page.get_height() - top) / 72 * 25.4)


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"left": 115}, "left", "skriv 10 till 60"),
        ({"side": "right", "left": 25}, "left", "skriv 95 till 150"),
        ({"top": 12}, "top", "skriv minst 30"),
        ({"fold_at": 500}, "fold_at", "skriv högst 230"),
    ],
)
def test_a_place_outside_every_window_is_refused(opened, values, field, said):
    page = opened.go(settings("set_window"))
    page.form.set_values(values)
    submit(page.form)
    assert said in problem_at(page.form, field)


# The committee


def names(opened):
    return [each.name for each in opened.desk.store.find(Member)]


def test_a_member_is_added_changed_and_taken_away(opened):
    page = opened.go(settings("add_member"))
    fill(page.form, name="Alva Diktberg", role="ordförande")
    submit(page.form)
    assert names(opened) == ["Sixten Fabelberg", "Alva Diktberg"]
    page = opened.go(settings("change_member", 2))
    fill(page.form, name="Alva Diktberg-Ek")
    submit(page.form)
    assert names(opened)[1] == "Alva Diktberg-Ek"
    page = opened.go(settings("change_member", 1))
    page.form.foot.menu.actions()[0].trigger()
    assert names(opened) == ["Alva Diktberg-Ek"]


def test_enter_on_a_member_opens_the_form(opened):
    page = opened.go(settings("committee"))
    page.committee.table.enter()
    opened.press(ENTER)
    assert page.form.raw()["name"] == "Sixten Fabelberg"


# The reasons


def reason(opened, key):
    return opened.desk.store.first(Reason, "key = ?", key)


def test_the_text_is_shown_filled_while_it_is_written(opened):
    found = reason(opened, "cap_per_place")
    page = opened.go(settings("change_reason", found.id))
    fill(page.form, text="För {place} {year} återstår {granted}.")
    QTest.qWait(200)
    seen = page.form.fields["text"].below.sentence.text()
    assert seen == "För Saint-Barthélemy 2026 återstår 10\u00a0000\u00a0kronor."


def test_a_word_that_nothing_fills_is_refused_beside_the_text(opened):
    page = opened.go(settings("add_reason"))
    fill(page.form, title="Eget", text="Vi tycker {vad}.")
    submit(page.form)
    assert "vad finns inte att fylla i" in problem_at(page.form, "text")


def test_a_reason_is_added_and_taken_away(opened):
    before = opened.desk.store.count(Reason)
    page = opened.go(settings("add_reason"))
    fill(page.form, title="Eget skäl", text="Det här är vårt eget skäl.")
    submit(page.form)
    added = opened.desk.store.find(Reason)[-1]
    assert (added.title, opened.desk.store.count(Reason)) == ("Eget skäl", before + 1)
    page = opened.go(settings("change_reason", added.id))
    page.form.foot.menu.actions()[0].trigger()
    assert opened.desk.store.count(Reason) == before


# The look


def test_larger_text_is_seen_at_once_and_one_stays_at_the_choice(opened):
    page = opened.go(settings("look"))
    page.look.text_size.set_key("150")
    page.look.text_size.chosen.emit("150")
    QTest.qWait(5)
    assert QApplication.font().pointSizeF() == pytest.approx(15)
    assert opened.session.preferences.text_size == 150
    assert opened.page is not page
    assert opened.page.look.isVisible()
    assert opened.page.look.text_size.hasFocus()


def test_another_language_changes_the_words(opened):
    page = opened.go(settings("look"))
    page.look.language.set_key("en")
    page.look.language.chosen.emit("en")
    QTest.qWait(5)
    assert opened.session.preferences.language == "en"
    assert opened.page.look.language.key() == "en"


def test_about_says_where_the_register_lies(opened, path):
    page = opened.go(settings("about"))
    values = {name: words.text() for name, words in page.about._values.items()}
    assert values["Registret"] == str(path)
    assert values["Kontrolltal"] == opened.desk.store.head[:12]
    assert values["Loggen"]


def test_leaving_a_section_keeps_what_was_typed_as_a_draft(opened):
    page = opened.go(settings("set_officer"))
    fill(page.form, name="Halvskriven")
    page.choice.set_key("committee")
    page._turn("committee")
    kept = opened.session.preferences.drafts.get(
        DraftKey(register=opened.desk.store.register_uuid, act="set_officer")
    )
    assert kept is not None
    assert kept["name"] == "Halvskriven"
