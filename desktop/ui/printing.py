"""Printing a PDF through the system's dialog, as pictures at 300 dots an inch, strip by strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.ui.pdf_pages import PdfPages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

DPI = 300
STRIP = 150
"""Rows of pixels drawn at a time, two or three lines of text: some tens of milliseconds."""
SAFE = 6
"""So many rows that are alike make a seam that is never seen."""


class PrinterFailedError(Exception):
    """The printer could not be begun, or stopped taking pages."""


def new_printer(name: str) -> QPrinter:
    """Give a printer for A4, its resolution set before anything is drawn."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def print_pdf(
    parent: QWidget,
    content: bytes,
    name: str,
    over: Callable[[QPainter, QRectF], object] | None = None,
) -> bool:
    """Ask for a printer and print beside the window; False when the dialog was left.

    Without a printer the letter can be saved instead, and a printer that fails is told of.
    `over` draws over the first page; its rectangle is the whole sheet in the printer's pixels.
    """
    from desktop.ui.print_setup import choose_printer, offer_to_save, tell_of_failure  # noqa: PLC0415
    from desktop.ui.printing_many import Letter, PrintJob  # noqa: PLC0415 - as above

    pages = PdfPages(content)
    count = len(pages)
    pages.close()
    printer = choose_printer(parent, name, count)
    if printer is None:
        return offer_to_save(parent, content, name)
    letter = Letter(id=0, title=name, read=lambda: content, name=name)
    job = PrintJob(printer, [letter], copies=printer.copyCount(), over=over, parent=parent.window())
    printer.setCopyCount(1)
    job.finished.connect(lambda: tell_of_failure(parent, job))
    job.finished.connect(job.deleteLater)
    job.start()
    return True


def print_on(printer: QPrinter, pages: PdfPages) -> bool:
    """Print the chosen pages at once; False when the printer fails."""
    painter = QPainter()
    first, last = chosen_pages(printer, len(pages))
    lay(printer, pages.size(first))
    if not painter.begin(printer):
        return False
    try:
        for at in range(first, last):
            if at > first:
                turn_page(printer, pages.size(at))
            for _ in strips(painter, printer, pages, at):
                pass
    except PrinterFailedError:
        painter.end()
        return False
    return painter.end()


def chosen_pages(printer: QPrinter, count: int) -> tuple[int, int]:
    """Give the first page to print, from 0, and the one after the last."""
    first = min(max(printer.fromPage(), 1), count)
    last = min(printer.toPage() or count, count)
    return first - 1, max(first, last)


def lay(printer: QPrinter, size: QSizeF) -> None:
    """Turn the next sheet as a page lies; it has to be done before the sheet is begun."""
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if size.width() > size.height() else way.Portrait)


def turn_page(printer: QPrinter, size: QSizeF) -> None:
    """Begin a sheet for a page of a size; PrinterFailedError when the printer takes no more."""
    lay(printer, size)
    if not printer.newPage() or is_broken(printer):
        raise PrinterFailedError


def is_broken(printer: QPrinter) -> bool:
    """Say whether the printer has given up."""
    state = QPrinter.PrinterState
    return printer.printerState() in (state.Aborted, state.Error)


def strips(painter: QPainter, printer: QPrinter, pages: PdfPages, at: int) -> Iterator[None]:
    """Draw a page on the sheet at hand, a strip for each step; white strips cost no ink or time."""
    # Otherwise letters on their way to a printer are blurred as photographs may be.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    sheet = sheet_of(printer)
    fitted = pages.size(at).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    high = pages.pixels(at, DPI).height()
    top = 0
    while top < high:
        drawn = _strip(pages, at, top, high)
        bottom = top + drawn.height()
        if not _is_white(drawn):
            upper, lower = (round(fitted.height() * edge / high) for edge in (top, bottom))
            place = QRectF(0, upper, round(fitted.width()), lower - upper)
            if drawn.isGrayscale():
                drawn = drawn.convertToFormat(QImage.Format.Format_Grayscale8)
            painter.drawImage(place, drawn)
        top = bottom
        yield


def _strip(pages: PdfPages, at: int, top: int, high: int) -> QImage:
    """Draw what comes next of a page; a letterhead, where rows lie side by side, in one piece."""
    drawn, cut, alike = QImage(), 0, 0
    for most in (STRIP, 3 * STRIP):
        bottom = min(top + most, high)
        drawn = pages.strip(at, DPI, top, bottom)
        if bottom == high:
            return drawn
        cut, alike = _seam(drawn)
        if alike >= SAFE:
            break
    return drawn.copy(0, 0, drawn.width(), cut)


def _seam(drawn: QImage) -> tuple[int, int]:
    """Give the row to cut a strip at, amid rows that are alike; and how many of them there are.

    Printers and readers round the edges of each picture to their own pixels; a seam through words
    would cost them their feet.
    """
    high = drawn.height()
    best, longest, alike = high, 0, 0
    before = b""
    for at in range(high // 2, high):
        row = bytes(cast("memoryview", drawn.constScanLine(at)))
        alike = alike + 1 if row == before else 0
        before = row
        if alike > longest:
            best, longest = at - alike // 2, alike
    return best, longest


def sheet_of(printer: QPrinter) -> QRectF:
    """Give the whole sheet in the printer's pixels."""
    return QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))


def _is_white(drawn: QImage) -> bool:
    return bytes(drawn.constBits()).count(0xFF) == drawn.sizeInBytes()
