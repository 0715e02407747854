"""The whole case as one file, from the page of the case; masked copies from the letter's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from desktop.flow.masking import USUAL, Masking
from desktop.flow.picture import picture
from desktop.ui import dialogs
from desktop.ui.pages.case_parts.whole_file import WholeFileSheet
from tests.letters.dossier.whole_structure import masked_faults, whole_faults
from tests.ui.pages.case_window import Desktop


@pytest.fixture
def desktop(qtbot, preferences, tmp_path):
    made = Desktop(qtbot, preferences, tmp_path, full=True)
    yield made
    made.window.close()


@pytest.fixture
def sheet(desktop, qtbot):
    made = WholeFileSheet(
        desktop.window, desktop.desk, picture(desktop.desk, desktop.cases["gate"])
    )
    made.open_when_saved = False
    qtbot.addWidget(made)
    return made


def finished(sheet):
    """Let the window live until the sheet closes; `qWait` would keep the thread from running."""
    loop = QEventLoop()
    sheet.finished.connect(loop.quit)
    QTimer.singleShot(30_000, loop.quit)
    loop.exec()


def test_it_begins_with_the_case_as_it_is(sheet):
    assert sheet.choices().masks == frozenset()
    assert sheet.choices().originals


def test_a_masked_copy_leaves_originals_out_until_asked_for(sheet):
    sheet.masked.setChecked(True)

    assert sheet.choices().masks == USUAL
    assert not sheet.choices().originals
    assert "kan inte maskas" in sheet.note.text()


def test_masking_nothing_is_said(sheet):
    sheet.masked.setChecked(True)
    for box in sheet.kinds.values():
        box.setChecked(False)
    sheet.save_button.click()

    assert "inget är valt" in sheet.line.text()


def test_the_file_is_made_beside_the_window_and_its_place_is_told(sheet, tmp_path):
    said: list[str] = []
    sheet.saved.connect(said.append)
    sheet.make(tmp_path / "hela.pdf")
    assert not (tmp_path / "hela.pdf").exists()
    finished(sheet)

    data = (tmp_path / "hela.pdf").read_bytes()
    assert whole_faults(data, part=3 if b"part>3<" in data else 2) == []
    assert str(tmp_path / "hela.pdf") in said[0]


def test_a_place_that_cannot_be_written_is_said_and_can_be_chosen_again(sheet, tmp_path):
    sheet.make(tmp_path / "finns inte" / "hela.pdf")
    loop = QEventLoop()
    sheet._binding.finished.connect(loop.quit)
    QTimer.singleShot(30_000, loop.quit)
    loop.exec()

    assert "Välj en annan mapp" in sheet.line.text()
    assert sheet.masked.isEnabled()


def test_leaving_it_half_made_leaves_no_file(sheet, tmp_path):
    sheet.make(tmp_path / "hela.pdf")
    sheet.reject()

    assert sheet._binding.isFinished()
    assert not (tmp_path / "hela.pdf").exists()


def test_the_menu_of_papers_offers_it_and_the_journal(desktop):
    desktop.go("arende", desktop.cases["gate"])
    words = [offer.word for offer in desktop.page.offers("papper")]

    assert words[:2] == ["Hela ärendet som en fil…", "Journalen i dag"]


def test_the_journal_of_today_can_be_read_and_printed(desktop):
    desktop.go("arende", desktop.cases["gate"])
    desktop.page.cards.journal_link.click()

    assert desktop.where == "handling"
    assert desktop.page.title() == "Journal 2026-005"
    assert "Journal för Körsällskapet Trollsländan" in desktop.page.letter.text()


def test_a_letter_has_a_masked_copy_and_an_original_has_none(desktop, tmp_path, monkeypatch):
    path = tmp_path / "maskad.pdf"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_words: path)
    decision = desktop.decision("gate")
    desktop.go("handling", decision.document_id)

    assert desktop.page.mask_button.isVisible()
    desktop.page.mask_button.click()

    assert masked_faults(path.read_bytes()) == []


def test_every_kind_of_masking_has_a_box(sheet):
    assert list(sheet.kinds) == list(Masking)
