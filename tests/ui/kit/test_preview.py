"""Letters are shown, turned, zoomed, copied and printed as they are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.ui import dialogs
from desktop.ui.pdf_pages import PdfPages
from desktop.ui.preview import LetterPreview, write_copy
from desktop.ui.printing import DPI, new_printer, print_on


def page(words: str) -> str:
    return f"BT /F1 24 Tf 72 700 Td ({words}) Tj ET"


def pdf(*pages: str) -> bytes:
    """Write a small PDF by hand: the window must show what it did not make."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, words in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        content = page(words)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{each}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


LETTER = pdf("Beslut", "Sida tva")


@pytest.fixture
def preview(qtbot, qapp):
    made = LetterPreview("Brevet", "så som det skrivs ut")
    qtbot.addWidget(made)
    made.resize(560, 600)
    made.show()
    made.show_pdf(LETTER, "2026-014 beslut")
    qapp.processEvents()
    yield made
    made.close()


def test_every_page_is_shown_and_can_be_read_aloud(preview):
    assert preview.page_count() == 2
    assert preview.page_words.text() == "Sida 1 av 2"
    assert "Beslut" in preview.text()
    assert preview._sheets[0].accessibleDescription().strip() == "Beslut"


def test_a_page_is_drawn(preview):
    image = preview._sheets[0].grab().toImage()
    seen = {
        image.pixelColor(x, y).rgb()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height() // 3, 2)
    }
    assert len(seen) > 2


def test_pages_are_turned(preview):
    preview.turn(1)
    assert preview.page() == 1
    assert preview.page_words.text() == "Sida 2 av 2"
    preview.turn(-1)
    assert preview.page() == 0


def test_the_width_fits_and_can_be_larger(preview):
    fitted = preview._sheets[0].width()
    preview.zoom(1)
    assert preview._sheets[0].width() == pytest.approx(fitted * 1.25, abs=2)
    preview.fit_width()
    assert preview._sheets[0].width() == fitted


def test_without_a_letter_it_says_why(preview):
    preview.show_nothing("Brevet blir till när du har valt utfall.")
    assert preview.nothing.isVisible()
    assert preview.page_count() == 0
    assert not preview.print_()


def test_what_is_no_letter_is_refused():
    with pytest.raises(ValueError):
        PdfPages(b"inte en pdf")


def test_a_copy_is_the_same_bytes(preview, tmp_path, monkeypatch):
    path = tmp_path / "kopia.pdf"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_args: path)
    assert preview.save_as() == path
    assert path.read_bytes() == LETTER


def test_a_copy_that_cannot_be_written_leaves_nothing(tmp_path):
    assert not write_copy(tmp_path / "finns inte" / "kopia.pdf", LETTER)


def test_printing_draws_every_page_at_300_dots(tmp_path):
    printer = new_printer("2026-014")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    path = tmp_path / "utskrift.pdf"
    printer.setOutputFileName(str(path))
    assert printer.resolution() == DPI
    pages = PdfPages(LETTER)
    assert print_on(printer, pages)
    pages.close()
    printed = PdfPages(path.read_bytes())
    assert len(printed) == 2
    assert round(printed.size(0).width()) == 595
    printed.close()


def test_a_printer_that_refuses_is_told(tmp_path):
    printer = new_printer("x")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "finns inte" / "x.pdf"))
    pages = PdfPages(LETTER)
    assert not print_on(printer, pages)
    pages.close()


def test_a_letter_from_a_file_somewhere_else(tmp_path: Path):
    path = tmp_path / "brev.pdf"
    path.write_bytes(pdf("En sida"))
    pages = PdfPages(path.read_bytes())
    assert len(pages) == 1
    pages.close()
