"""The papers of visits, agreements and the budget: each button shows its own, to be printed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.casework import Document
from desktop.ui.page import Route
from tests.flow.coordinator import Clock, Coordinator
from tests.ui.pages.register_window import CTRL, GRINDAVIK, NOW, RegisterWindow, submit, write
from tests.ui.pages.visit_register import CONTACT, IDEA, SETTLING, visit_register

DRAFT = 2


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("papers") / "Piteå.vanbok"
    visit_register(path)
    return path.read_bytes()


@pytest.fixture
def opened(qapp, preferences, tmp_path, made):
    path = tmp_path / "Piteå.vanbok"
    path.write_bytes(made)
    window = RegisterWindow(preferences, path)
    yield window
    window.close()


def shown_paper(opened):
    """Give the words of the paper that is shown, which is a PDF."""
    page = opened.page
    assert page.content.startswith(b"%PDF-")
    assert page.print_button.isVisible()
    return " ".join(page.letter.text().split())


def ctrl_p(opened):
    opened.press(Qt.Key.Key_P, CTRL)


def menu_words(page, menu="papper"):
    return [each.word for each in page.offers(menu)]


def take(page, words, menu="papper"):
    next(each for each in page.offers(menu) if each.word == words).do()
    QTest.qWait(1)


def drafted(opened):
    """Give a draft with lines, made as the next version of the agreement."""
    it = Coordinator(opened.desk, Clock(NOW))
    it.does("draft_agreement", place_id=GRINDAVIK, counterpart="Grindavíkurbær")
    opened.go(Route(page="idag"))
    return opened.go(Route(page="overenskommelse", subject=DRAFT))


# A visit


def test_ctrl_p_on_a_visit_shows_its_sheet(opened):
    opened.go(Route(page="besok", subject=SETTLING))
    ctrl_p(opened)
    assert opened.shown == "besokspapper"
    words = shown_paper(opened)
    assert "Besöksblad" in words
    assert "en gemensam ansökan" in words.casefold()


@pytest.mark.parametrize(
    ("words", "heading", "amount"),
    [
        ("Reglering på svenska", "Reglering", "4 200 kr"),
        ("Reglering på engelska", "Settlement", "4,200"),
    ],
)
def test_the_menu_shows_the_settlement_in_either_language(opened, words, heading, amount):
    page = opened.go(Route(page="besok", subject=SETTLING))
    take(page, words)
    said = shown_paper(opened).replace("\u00a0", " ")
    assert heading in said
    assert amount in said


def test_the_page_has_the_papers_as_links_too(opened):
    page = opened.go(Route(page="besok", subject=SETTLING))
    page.cards.drawable.opened.emit(0)
    QTest.qWait(1)
    assert "Besöksblad" in shown_paper(opened)


def test_a_visit_without_costs_has_no_settlement_to_print(opened):
    page = opened.go(Route(page="besok", subject=IDEA))
    assert menu_words(page) == ["Besöksblad"]


def test_a_digital_contact_has_no_papers(opened):
    page = opened.go(Route(page="besok", subject=CONTACT))
    assert menu_words(page) == []
    assert not page.cards.drawable.isVisible()


def test_a_paper_of_a_visit_that_is_gone_says_so(opened):
    page = opened.go(Route(page="besokspapper", subject=99, act="besoksblad"))
    assert "finns inte längre" in page.letter.nothing.text()
    assert not page.print_button.isVisible()


def test_a_copy_is_the_very_bytes(opened, tmp_path, monkeypatch):
    page = opened.go(Route(page="besokspapper", subject=SETTLING, act="besoksblad"))
    kept = tmp_path / "kopia.pdf"
    monkeypatch.setattr("desktop.ui.dialogs.ask_save", lambda *_args: kept)
    page.copy_button.click()
    assert kept.read_bytes() == page.content


def test_an_invitation_is_made_under_other_steps_and_shown(opened):
    it = Coordinator(opened.desk, Clock(NOW))
    it.does("new_visit", place_id=GRINDAVIK, form="incoming", purpose="kör",
            starts_on="2027-05-03", ends_on="2027-05-05")  # fmt: skip
    it.does("approve_purpose", {"visit": 6}, why_not_digital="sång i kör", areas=["young"])
    page = opened.go(Route(page="besok", subject=6))
    take(page, "Inbjudan", "arende")
    assert opened.shown == "besoksteg"
    write(opened.page.form.inputs["answer_by"].widget, "2027-03-01")
    submit(opened.page.form)
    QTest.qWait(1)
    assert opened.shown == "handling"
    kept = opened.desk.store.first(Document, "kind = ?", "invitation")
    assert kept is not None
    assert "2027" in opened.page.letter.text()


# The list


def test_print_in_the_list_shows_the_trips_of_the_period(opened):
    page = opened.go(Route(page="besoken"))
    page.print_button.click()
    QTest.qWait(1)
    words = shown_paper(opened)
    assert "2023" in words
    assert "planera ett ungdomsutbyte" in words
    assert opened.page.title() == "Besök och resor 2023–2026"


def test_ctrl_p_in_the_list_takes_the_period_of_the_year_shown(opened):
    it = Coordinator(opened.desk, Clock(NOW))
    it.does("new_visit", place_id=GRINDAVIK, form="incoming", purpose="vinterfest",
            starts_on="2027-02-03", ends_on="2027-02-05")  # fmt: skip
    page = opened.go(Route(page="besoken"))
    page.year.set_key("2027")
    page.year.chosen.emit("2027")
    ctrl_p(opened)
    words = shown_paper(opened)
    assert "vinterfest" in words
    assert "planera ett ungdomsutbyte" not in words


# An agreement


def test_the_preview_of_a_draft_is_marked_and_writes_nothing(opened):
    page = drafted(opened)
    before = opened.desk.store.last_event_id
    page.preview_button.click()
    QTest.qWait(1)
    assert "Utkast" in shown_paper(opened)
    assert opened.desk.store.last_event_id == before


def test_print_for_signature_keeps_the_paper_and_shows_it(opened):
    page = drafted(opened)
    page.sign_button.click()
    submit(page.form)
    QTest.qWait(1)
    assert opened.shown == "handling"
    kept = opened.desk.store.first(Document, "kind = ?", "agreement_paper")
    assert kept is not None
    assert opened.desk.store.content(kept.id).startswith(b"%PDF-")
    assert "Grindavíkurbær" in opened.page.letter.text()


def test_an_agreement_in_force_is_not_printed_for_signature(opened):
    page = opened.go(Route(page="overenskommelse", subject=1))
    assert not page.sign_button.isVisible()
    ctrl_p(opened)
    assert opened.shown == "overenskommelsepapper"
    assert "Utkast" not in shown_paper(opened)


# The budget


def test_print_on_the_budget_shows_the_overview_of_its_period(opened):
    page = opened.go(Route(page="budget"))
    page.print_button.click()
    QTest.qWait(1)
    assert opened.shown == "budgetpapper"
    words = shown_paper(opened)
    assert "2023" in words
    assert "480 000" in words.replace("\u00a0", " ")


def test_ctrl_p_on_the_budget_takes_the_day_that_is_chosen(opened):
    page = opened.go(Route(page="budget"))
    page.choose_day(date(2026, 5, 1))
    ctrl_p(opened)
    assert "1 maj 2026" in shown_paper(opened).replace("\u00a0", " ")
    opened.page.back.emit()
    QTest.qWait(1)
    assert opened.page.on == date(2026, 5, 1)
