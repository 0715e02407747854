"""The follow-up of a year by its widgets: started, sent, answered, told, reported, noted."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from PySide6.QtCore import Qt

from desktop.domain.casework import Document
from desktop.domain.follow_up import FollowUpAsked, FollowUpRound, YearlyReport, YearlyWords
from desktop.flow.run import run
from desktop.flow.steps.bodies import RegisterBody
from desktop.ui.page import Route
from desktop.ui.pages import uppfoljning
from tests.ui.pages.register_window import fill, submit

HERE = Route(page="uppfoljning", subject=2026)
BODIES = (("office", "Kultur och fritid"), ("office", "Skolan"), ("company", "Hamnbolaget"))


@pytest.fixture
def window(opened):
    for kind, name in BODIES:
        run(opened.desk, RegisterBody(kind=kind, name=name))
    opened.go(HERE)
    return opened


def started(window, **more):
    page = window.page
    page.answers.table.emptied.emit()
    fill(page.form, answer_by="2026-12-11", **more)
    submit(page.form)
    return page


def names(page):
    table = page.answers.table
    return [table.rows.cells(at)[1].text for at in range(len(table.rows.ids))]


def figures(page):
    return [page.figures.table.rows.cells(at)[0].text for at in range(len(page.figures.nodes))]


def test_the_year_is_begun_from_its_empty_list_and_the_forms_are_made_with_one_button(window):
    page = started(window, questions="Vad vill ni göra mer av?")
    assert names(page) == ["Hamnbolaget", "Kultur och fritid", "Skolan"]
    assert page.act_button.text() == "Gör tre formulär"

    page.act_button.click()

    assert window.desk.store.get(FollowUpRound, 1).sent_on is not None
    kinds = {each.kind for each in window.desk.store.find(Document)}
    assert {"follow_up_form", "follow_up_workbook"} <= kinds


def test_forms_are_saved_in_a_folder_and_nothing_is_overwritten(window, tmp_path, monkeypatch):
    page = started(window)
    page.act_button.click()
    monkeypatch.setattr(uppfoljning, "ask_folder", lambda *_: tmp_path)
    before = set(tmp_path.iterdir())
    assert page.save_papers()
    assert page.save_papers()
    assert len(set(tmp_path.iterdir()) - before) == 12


def test_an_answer_is_written_in_by_hand(window):
    page = started(window)
    page.act_button.click()
    answer = window.go(Route(page="svar", subject=1))
    fill(answer.form, activities="Ett gästspel.", digital="2", participants="14", youth="9")
    submit(answer.form)
    assert window.shown == "uppfoljning"
    kept = window.desk.store.get(FollowUpAsked, 1)
    assert (kept.digital, kept.participants, kept.youth) == (2, 14, 9)
    assert "Hamnbolaget" not in names(window.page)[:2] or len(names(window.page)) == 3


def test_an_empty_answer_is_refused_beside_its_field_and_nothing_typed_is_lost(window):
    page = started(window)
    page.act_button.click()
    answer = window.go(Route(page="svar", subject=1))
    fill(answer.form, youth="9")
    submit(answer.form)
    told = [field.problem.text() for field in answer.form.fields.values() if field.problem.text()]
    assert told or answer.form.whole.text()
    assert answer.form.raw()["youth"] == "9"


def test_a_filled_in_spreadsheet_is_read_and_kept(window, tmp_path):
    page = started(window)
    page.act_button.click()
    asked = window.desk.store.get(FollowUpAsked, 1)
    store = window.desk.store
    file = store.first(
        Document, "subject = ? and kind = ?", f"asked:{asked.id}", "follow_up_workbook"
    )
    book = openpyxl.load_workbook(BytesIO(store.content(file.id)))
    sheet = book.worksheets[0]
    for row in sheet.iter_rows():
        if str(row[0].value or "").startswith("Digitala"):
            target = next(cell for cell in row[1:] if not cell.protection.locked)
            target.value = 7
    path = tmp_path / "svar.xlsx"
    book.save(path)

    assert page.read_answer(path)

    kept = store.get(FollowUpAsked, 1)
    assert kept.digital == 7
    assert kept.document_id is not None


def test_a_file_that_is_no_answer_is_refused_in_words(window, tmp_path):
    page = started(window)
    page.act_button.click()
    path = tmp_path / "annat.xlsx"
    path.write_bytes(b"hej")
    said: list[object] = []
    page.said.connect(said.append)
    page.read_answer(path)
    assert said
    assert window.desk.store.get(FollowUpAsked, 1).answered_on is None


def test_figures_unfold_to_what_they_are_counted_from_by_the_arrows(window):
    page = window.page
    table = page.figures.table
    at = figures(page).index("Ansökningar")
    table.view.setCurrentIndex(table.rows.index(at, 0))
    table.view.setFocus()
    window.press(Qt.Key.Key_Right)
    assert len(page.figures.nodes) > at + 1
    below = figures(page)[at + 1]
    window.press(Qt.Key.Key_Left)
    assert below not in figures(page)[at + 1 : at + 2]


def test_a_row_behind_a_figure_opens_its_case(window):
    page = window.page
    page.figures.unfold("asked")
    parts = [key for key, node in page.figures.nodes.items() if node.figure is not None]
    for key in parts:
        node = page.figures.nodes[key]
        if node.figure.key.startswith("asked.") and node.figure.now:
            page.figures.table.opened.emit(key)
            break
    source = next(key for key, node in page.figures.nodes.items() if node.source is not None)
    page.figures.table.opened.emit(source)
    assert window.shown == "arende"


def test_her_words_are_kept_when_she_leaves(window):
    window.page.words.edit.setText("Ett gott år.")
    window.go(Route(page="idag"))
    kept = window.desk.store.find(YearlyWords)
    assert [(each.section, each.text) for each in kept] == [("summary", "Ett gott år.")]
    window.go(HERE)
    assert window.page.words.edit.text() == "Ett gott år."


def test_the_report_is_made_in_one_act_and_its_paragraph_is_noted(window):
    page = started(window)
    page.choose("make_yearly_report")
    submit(page.form)
    report = window.desk.store.get(YearlyReport, 1)
    assert window.desk.store.content(report.document_id).startswith(b"%PDF")
    assert window.shown == "handling"
    window.go(HERE)
    window.page.choose("note_yearly_report")
    fill(window.page.form, board_on="2026-11-21", paragraph="§ 31")
    submit(window.page.form)
    assert window.desk.store.get(YearlyReport, 1).paragraph == "§ 31"
    assert "§ 31" in window.page.frame.header.line.text()


def test_the_report_can_be_read_before_it_is_made(window):
    window.page.print_()
    assert window.shown == "arsrapport"
    assert window.page.content.startswith(b"%PDF")
    assert not window.desk.store.find(YearlyReport)


def test_figures_are_read_as_tables_too(window):
    page = window.page
    page.pots.heading.link.click()
    assert not page.pots.table.isHidden()
    assert page.pots.table.texts()[0][0]
