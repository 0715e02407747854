"""The list of associations and the page of one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.registers import AnnualReport, Association
from desktop.flow.ask import File
from desktop.ui.page import Route
from tests.ui.pages.register_window import (
    CTRL,
    ENTER,
    HAVSORNEN,
    TROLLSLANDAN,
    fill,
    problem_at,
    submit,
)

NEW = Route(page="forening", act="add_association")


def association(opened, key=TROLLSLANDAN):
    return opened.desk.store.get(Association, key)


# The list


def test_the_list_shows_place_account_and_missing_report(opened):
    page = opened.go(Route(page="foreningar"))
    cells = page.table.rows.cells(1)
    assert [cell.text for cell in cells[:1]] == ["Körsällskapet Trollsländan"]
    assert cells[0].second == "Grindavík"
    assert (cells[2].text, cells[2].second) == ("5402-9681", "Bankgiro")
    assert (cells[3].text, cells[3].second) == ("saknas", "2025")


def test_only_an_association_with_an_open_case_is_loud_about_its_report(opened):
    page = opened.go(Route(page="foreningar"))
    quiet, loud = (page.table.rows.cells(at)[3].mark for at in (0, 1))
    assert (quiet, loud) == ("todo", "warn")


@pytest.mark.parametrize("words", ["trolls", "TROLLSLÄ", "grindav troll", "5402 körs"])
def test_the_filter_answers_as_one_types(opened, words):
    page = opened.go(Route(page="foreningar"))
    page.filter.setText(words)
    assert TROLLSLANDAN in page.table.rows.ids
    assert len(page.table.rows.ids) < 2 or "5402" in words


def test_a_filter_that_finds_nothing_offers_the_way_back(opened):
    page = opened.go(Route(page="foreningar"))
    page.filter.setText("xyz")
    assert page.table.empty.accessibleName() == "Ingen förening heter så."
    page.table.empty.button.click()
    assert len(page.table.rows.ids) == 2


def test_enter_opens_the_row_and_escape_comes_back(opened):
    opened.go(Route(page="foreningar"))
    opened.press(ENTER)
    assert opened.shown == "forening"
    assert opened.window.windowTitle() == "Föreningen Havsörnen – Vänbok"
    opened.window.back()
    assert opened.shown == "foreningar"


# A new one


def test_only_the_name_is_needed(opened):
    page = opened.go(NEW)
    fill(page.form, name="Seglarlaget Passadvinden")
    opened.press(ENTER, CTRL)
    assert opened.window.windowTitle() == "Seglarlaget Passadvinden – Vänbok"
    assert opened.desk.store.count(Association) == 3


def test_without_a_name_it_is_said_beside_the_field(opened):
    page = opened.go(NEW)
    submit(page.form)
    assert problem_at(page.form, "name") == "Förening – saknas – fyll i fältet."
    assert QApplication.focusWidget() is page.form.field("name")


def test_a_wrong_check_digit_is_said_in_her_words(opened):
    page = opened.go(NEW)
    fill(page.form, name="Nya", organisation_number="802456-7891")
    submit(page.form)
    assert problem_at(page.form, "organisation_number") == (
        "Organisationsnummer – sista siffran stämmer inte – kontrollera mot stadgarna eller"
        " lämna tomt."
    )
    assert page.form.raw()["name"] == "Nya"


def test_a_personal_number_is_never_kept(opened):
    page = opened.go(NEW)
    fill(page.form, name="Nya", organisation_number="811218-9876")
    submit(page.form)
    assert "personnummer" in problem_at(page.form, "organisation_number")
    assert "811218" not in problem_at(page.form, "organisation_number")


def test_a_number_that_can_be_both_kinds_asks_which(opened):
    page = opened.go(NEW)
    fill(page.form, name="Nya", account="5402-9681")
    submit(page.form)
    assert problem_at(page.form, "account_kind") == (
        "Kontotyp – numret kan vara både bankgiro och plusgiro – välj vilket föreningen har."
    )
    page.form.field("account_kind").set_key("plusgiro")
    submit(page.form)
    assert association(opened, 3).account == "5 40 29 68-1"


def test_a_name_that_is_there_already_is_said(opened):
    page = opened.go(NEW)
    fill(page.form, name="föreningen havsörnen")
    submit(page.form)
    assert "finns redan" in problem_at(page.form, "name")


def test_what_was_typed_is_there_after_leaving(opened):
    page = opened.go(NEW)
    fill(page.form, name="Halvskriven")
    opened.window.back()
    page = opened.go(NEW)
    assert page.form.raw()["name"] == "Halvskriven"


def test_undoing_the_registration_leads_back_to_the_list(opened):
    page = opened.go(NEW)
    fill(page.form, name="Misstaget")
    submit(page.form)
    opened.window.answers.undo()
    QTest.qWait(5)
    assert opened.shown == "foreningar"
    assert opened.desk.store.count(Association) == 2


# The page


def test_the_account_is_changed_only_with_a_dated_source(opened):
    page = opened.go(Route(page="forening", subject=TROLLSLANDAN, act="change_account"))
    assert "Nuvarande konto: 5402-9681" in page.form.foot.consequence.text()
    fill(page.form, account="991-2346")
    submit(page.form)
    assert "saknas" in problem_at(page.form, "source")
    assert "saknas" in problem_at(page.form, "source_on")
    fill(page.form, source="intyg från banken", source_on="2026-11-20")
    submit(page.form)
    assert association(opened).account == "991-2346"
    assert page.account._source.text() == "Enligt intyg från banken, 2026-11-20"


def test_the_missing_report_is_the_next_act_and_is_received_with_its_file(opened):
    page = opened.go(Route(page="forening", subject=TROLLSLANDAN))
    assert page.form.title.text() == "Ta emot verksamhetsberättelsen"
    page.form.field("file").set_file(File(name="berättelse.pdf", content=b"%PDF-1.4 x"))
    submit(page.form)
    report = opened.desk.store.first(AnnualReport, "association_id = ?", TROLLSLANDAN)
    assert report is not None
    assert (report.year_end, report.received_on) == (date(2025, 12, 31), date(2026, 11, 21))
    assert opened.desk.store.content(report.document_id) == b"%PDF-1.4 x"
    assert page.form is None
    assert any(doc.kind == "annual_report" for doc in page._seen.letters)


def test_an_association_without_open_cases_is_left_in_peace(opened):
    page = opened.go(Route(page="forening", subject=HAVSORNEN))
    assert page.form is None
    assert page._seen.awaited is not None


def test_the_report_of_another_day_is_refused_beside_the_day(opened):
    page = opened.go(Route(page="forening", subject=TROLLSLANDAN))
    fill(page.form, year_end="2026-06-30")
    submit(page.form)
    assert "skriv 2025-12-31" in problem_at(page.form, "year_end")


def test_changing_the_financial_year_changes_which_report_is_missing(opened):
    page = opened.go(Route(page="forening", subject=TROLLSLANDAN, act="change_association"))
    fill(page.form, year_end="31 aug")
    submit(page.form)
    assert association(opened).year_end == "08-31"
    assert str(page._seen.awaited.year) == "sep 2025–aug 2026"


def test_removing_is_offered_only_without_cases(opened):
    with_case = opened.go(Route(page="forening", subject=TROLLSLANDAN, act="change_association"))
    assert with_case.form.foot.menu.isEmpty()
    without = opened.go(Route(page="forening", subject=HAVSORNEN, act="change_association"))
    without.form.foot.menu.actions()[0].trigger()
    QTest.qWait(5)
    assert opened.shown == "foreningar"
    assert opened.desk.store.count(Association) == 1


def test_a_case_of_the_association_is_one_enter_away(opened):
    page = opened.go(Route(page="forening", subject=TROLLSLANDAN))
    page.cases.enter()
    opened.press(ENTER)
    assert opened.shown == "arende"


def test_a_letter_opens_as_a_document(opened):
    page = opened.go(Route(page="forening", subject=TROLLSLANDAN))
    assert page._seen.letters[0].title.startswith("Bekräftelse")
    page.papers.opened.emit(page._seen.letters[0].id)
    assert opened.shown == "handling"
