"""Several letters go to a printer or a folder as they are stored, while the window lives."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from hashlib import sha256
from itertools import pairwise

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from desktop.domain.casework import Dispatch, Document
from desktop.domain.problems import Refusal
from desktop.flow.outbox import letters_of, unsent
from desktop.flow.run import run
from desktop.flow.steps.letter import LetterCameBack
from desktop.letters.compose import compose
from desktop.letters.render import render
from desktop.ui.page import Route
from desktop.ui.pdf_pages import PdfPages
from desktop.ui.preferences import PrintMemory
from desktop.ui.print_setup import failure_words, remembered
from desktop.ui.printing import new_printer
from desktop.ui.printing_many import End, Letter, PrintJob
from desktop.ui.saving_many import FolderJob, OneFileJob
from tests.letters.samples import SAMPLES
from tests.ui.pages.list_window import ListWindow

TWO_PAGES = render(compose("decision_granted", SAMPLES["decision_granted"]))
ONE_PAGE = render(compose("confirmation", SAMPLES["confirmation"]))


class Jams(QPrinter):
    """A printer that takes so many sheets, and no more."""

    def __init__(self, path, sheets: int) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.sheets = sheets

    def newPage(self):  # noqa: N802 - Qt's name
        self.sheets -= 1
        return self.sheets > 0 and super().newPage()


class BothSides(Jams):
    """A printer that turns the sheets; a file has no sheets to turn."""

    def duplex(self):
        return QPrinter.DuplexMode.DuplexLongSide


def to_file(path):
    printer = new_printer("brev")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def letters(*contents):
    return [
        Letter(id=at, title=f"Brev {at}", name=f"brev-{at}", read=partial(bytes, content))
        for at, content in enumerate(contents, 1)
    ]


def ended(job):
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    job.start()
    loop.exec()
    return job


def page_count(path):
    pages = PdfPages(path.read_bytes())
    count = len(pages)
    pages.close()
    return count


def test_letters_are_printed_as_one_job(qapp, tmp_path):
    path = tmp_path / "ut.pdf"
    job = ended(PrintJob(to_file(path), letters(TWO_PAGES, ONE_PAGE)))
    assert job.end is End.DONE
    assert [each.id for each in job.done] == [1, 2]
    assert page_count(path) == 3


def test_copies_of_a_letter_follow_it(qapp, tmp_path):
    path = tmp_path / "ut.pdf"
    ended(PrintJob(to_file(path), letters(ONE_PAGE, ONE_PAGE), copies=3))
    assert page_count(path) == 6


def test_on_both_sides_each_letter_begins_on_a_new_sheet(qapp, tmp_path):
    path = tmp_path / "ut.pdf"
    ended(PrintJob(BothSides(path, 99), letters(ONE_PAGE, TWO_PAGES, ONE_PAGE)))
    pages = PdfPages(path.read_bytes())
    blank = [not _ink(pages, at) for at in range(len(pages))]
    pages.close()
    assert blank == [False, True, False, False, False]


def _ink(pages, at):
    drawn = pages.picture(at, 20).convertToFormat(QImage.Format.Format_ARGB32)
    return bytes(drawn.constBits()).strip(b"\xff")


def test_a_printer_that_jams_says_which_letters_are_printed(qapp, tmp_path):
    job = ended(PrintJob(Jams(tmp_path / "ut.pdf", 3), letters(TWO_PAGES, ONE_PAGE, ONE_PAGE)))
    assert job.end is End.FAILED
    assert [each.id for each in job.done] == [1, 2]
    assert failure_words(job) == "Skrivaren slutade ta emot efter 2 av 3 brev. Först saknas Brev 3."


def test_a_printer_that_cannot_be_begun_prints_nothing(qapp, tmp_path):
    job = ended(PrintJob(to_file(tmp_path / "finns inte" / "ut.pdf"), letters(ONE_PAGE)))
    assert job.end is End.FAILED
    assert job.done == []
    assert "Se att den är på" in failure_words(job)


def test_a_letter_that_cannot_be_read_stops_there(qapp, tmp_path):
    job = ended(PrintJob(to_file(tmp_path / "ut.pdf"), letters(ONE_PAGE, b"ingen pdf", ONE_PAGE)))
    assert job.end is End.UNREADABLE
    assert [each.id for each in job.done] == [1]
    assert "Brev 2 går inte att läsa" in failure_words(job)


def test_the_window_answers_while_a_hundred_letters_are_printed(qapp, tmp_path):
    job = PrintJob(to_file(tmp_path / "ut.pdf"), letters(*[ONE_PAGE] * 100))
    printed, loop, beat = [0], QEventLoop(), QTimer()
    beat.timeout.connect(lambda: printed.append(len(job.done)))
    job.moved.connect(lambda done: job.cancel() if done == 12 else None)
    job.finished.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    beat.start(0)
    job.start()
    loop.exec()
    # How long a slice takes is the computer's matter; the program never prints two in one.
    assert max(after - before for before, after in pairwise(printed)) == 1
    assert job.end is End.CANCELLED
    assert len(job.done) == 12


def test_a_folder_gets_the_stored_bytes_and_nothing_is_overwritten(qapp, tmp_path):
    (tmp_path / "brev-1.pdf").write_bytes(b"annat")
    job = ended(FolderJob(tmp_path, letters(ONE_PAGE, TWO_PAGES)))
    assert job.end is End.DONE
    assert (tmp_path / "brev-1.pdf").read_bytes() == b"annat"
    assert (tmp_path / "brev-1 (2).pdf").read_bytes() == ONE_PAGE
    assert (tmp_path / "brev-2.pdf").read_bytes() == TWO_PAGES


def test_one_file_holds_every_letter(qapp, tmp_path):
    path = tmp_path / "alla.pdf"
    job = ended(OneFileJob(path, letters(ONE_PAGE, TWO_PAGES)))
    assert job.end is End.DONE
    assert page_count(path) == 3


def test_the_printer_of_last_time_is_proposed_while_it_is_there(qapp, tmp_path):
    PrintMemory(tmp_path).keep("Kontorsskrivaren", 2)
    printer = new_printer("x")
    remembered(printer, PrintMemory(tmp_path), ["En annan"])
    assert printer.printerName() != "Kontorsskrivaren"
    assert printer.copyCount() == 2


@pytest.mark.parametrize("broken", ["", "[]", '{"printer": 3, "copies": "många"}'])
def test_a_damaged_memory_counts_as_none(tmp_path, broken):
    (tmp_path / "printing.json").write_text(broken, encoding="utf-8")
    memory = PrintMemory(tmp_path)
    assert (memory.printer, memory.copies) == ("", 1)


# The page


@pytest.fixture
def cases(qapp, preferences, tmp_path):
    window = ListWindow(preferences, tmp_path)
    desk = window.session.need()
    back = desk.store.find(Dispatch, "returned_on is null", order="id desc", limit=9)
    for each in back:
        with suppress(Refusal):
            run(desk, LetterCameBack(case_id=each.case_id, returned_on=desk.today))
    yield window
    window.close()


def test_what_is_printed_is_marked_as_sent_each_in_its_case(cases, tmp_path):
    page = cases.go(Route(page="utskrift"))
    desk = cases.session.need()
    waiting = unsent(desk)
    assert waiting
    assert page.letters.chosen == {each.document.id for each in waiting}
    job = PrintJob(to_file(tmp_path / "ut.pdf"), page._as_letters(), parent=page)
    page.run(job)
    for _ in range(3000):
        if page.job is None:
            break
        QTest.qWait(5)
    assert page.form is not None
    page.form.foot.button.click()
    QTest.qWait(100)
    assert unsent(desk) == []
    sent = {each.document_id for each in desk.store.find(Dispatch)}
    assert {each.document.id for each in waiting} <= sent


def test_space_turns_a_tick(cases):
    page = cases.go(Route(page="utskrift"))
    before = set(page.letters.chosen)
    at = page.letters.table.current_id()
    QTest.keyClick(page.letters.table.view, Qt.Key.Key_Space)
    assert page.letters.chosen == before ^ {at}


def test_without_a_printer_the_page_says_what_to_do(cases):
    page = cases.go(Route(page="utskrift"))
    page.letters.choose({page.letters.table.current_id()})
    page.print_()
    assert "Spara breven som PDF" in page.progress.words.text()
    assert page.job is None


def test_what_is_printed_is_what_is_stored(cases):
    desk = cases.session.need()
    page = cases.go(Route(page="utskrift"))
    for letter in page._as_letters():
        stored = desk.store.get(Document, letter.id)
        assert sha256(letter.read()).hexdigest() == stored.sha256


def test_letters_of_chosen_cases_are_the_newest_first(cases):
    found = letters_of(cases.session.need(), [1, 2])
    days = [each.document.made_on for each in found]
    assert days == sorted(days, reverse=True)
    assert {each.case.id for each in found} <= {1, 2}
