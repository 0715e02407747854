"""Lists on paper: every row is there, long ones go on over pages, the sums come last."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.flow.today import today
from desktop.ui import dialogs
from desktop.ui.list_printing import (
    ListPaper,
    PaperColumn,
    PaperGroup,
    draw_list,
    print_list,
    turn,
)
from desktop.ui.pages.idag_words import today_paper
from desktop.ui.print_setup import Notice
from desktop.ui.printing import new_printer
from tests.ui.pages.list_window import ListWindow

COLUMNS = (PaperColumn(title="Vem", share=3), PaperColumn(title="Kronor", share=1, align="right"))


def pages_of(paper, folder):
    """Print to a file, and give the words of each page."""
    path = folder / "lista.pdf"
    printer = new_printer(paper.title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    turn(printer, paper)
    assert draw_list(printer, paper)
    document = pypdfium2.PdfDocument(path)
    words = [page.get_textpage().get_text_range() for page in document]
    size = document[0].get_size()
    document.close()
    return words, size


def paper(rows, **more):
    group = PaperGroup(title="Väntar på mig", rows=rows, empty="Inget väntar på dig.")
    return ListPaper(title="Lördag", line="Idag", columns=COLUMNS, groups=(group,), **more)


def test_a_short_list_takes_one_page(qapp, tmp_path):
    words, _size = pages_of(paper([("Örnen", "5 000")]), tmp_path)
    assert len(words) == 1
    assert "Örnen" in words[0]
    assert "Sida 1" in words[0]


def test_a_long_list_goes_on_with_its_headings(qapp, tmp_path):
    words, _size = pages_of(paper([(f"Förening {n}", str(n)) for n in range(120)]), tmp_path)
    assert len(words) > 2
    whole = "\n".join(words)
    assert all(f"Förening {n}" in whole for n in range(120))
    assert all("Kronor" in "".join(page.split()) for page in words)


def test_a_group_without_rows_says_so(qapp, tmp_path):
    words, _size = pages_of(paper([]), tmp_path)
    assert "Inget väntar på dig." in words[0]


def test_the_sums_come_last(qapp, tmp_path):
    words, _size = pages_of(paper([("Örnen", "5 000")], sums=("Summa", "5 000")), tmp_path)
    assert words[0].index("Summa") > words[0].index("Örnen")


def test_many_columns_lie_down(qapp, tmp_path):
    _words, (wide, high) = pages_of(paper([("Örnen", "1")], landscape=True), tmp_path)
    assert wide > high


def test_without_a_printer_the_list_can_be_saved_instead(qtbot, tmp_path, monkeypatch):
    """Given a computer without printers, when a list is printed, then a PDF of it is offered."""
    parent, said = QWidget(), []
    qtbot.addWidget(parent)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    monkeypatch.setattr(
        dialogs, "ask_save", lambda _parent, _title, proposed, _kinds: tmp_path / proposed.name
    )

    def save():
        notice = QApplication.activeModalWidget()
        assert isinstance(notice, Notice)
        said.append(" ".join(each.text() for each in notice.findChildren(QLabel)))
        notice.button.click()

    QTimer.singleShot(0, save)
    saved = print_list(parent, paper([("Örnen", "5 000")]))

    assert saved
    assert "har ingen skrivare" in said[0]
    document = pypdfium2.PdfDocument(tmp_path / "Lördag.pdf")
    assert "Örnen" in document[0].get_textpage().get_text_range()
    document.close()


@pytest.fixture
def window(qapp, preferences, tmp_path):
    made = ListWindow(preferences, tmp_path)
    yield made
    made.close()


def test_today_is_printed_with_every_matter(window, tmp_path):
    seen = today(window.desk)
    words, _size = pages_of(today_paper(seen), tmp_path)
    whole = "\n".join(words).replace("\r", "")
    assert "Lördag 21 november" in whole
    assert "Rapport från Föreningen Havsörnen" in whole
    assert "26 dagar sen" in whole
