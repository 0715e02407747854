"""Printing a PDF through the system's dialog, page by page as pictures at 300 dots an inch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from desktop.ui.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DPI = 300


def new_printer(name: str) -> QPrinter:
    """Give a printer for A4, its resolution set before anything is drawn."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def print_pdf(parent: QWidget, content: bytes, name: str) -> bool:
    """Ask for a printer and print; False when the dialog was left or the printer refused."""
    printer = new_printer(name)
    pages = PdfPages(content)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    if not dialog.exec():
        pages.close()
        return False
    printed = print_on(printer, pages)
    pages.close()
    return printed


def print_on(printer: QPrinter, pages: PdfPages) -> bool:
    """Print the chosen pages; False when the printer cannot be begun."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first = printer.fromPage() or 1
    last = printer.toPage() or len(pages)
    for at in range(first - 1, min(last, len(pages))):
        if at > first - 1:
            printer.newPage()
        _draw(painter, printer, pages, at)
    return painter.end()


def _draw(painter: QPainter, printer: QPrinter, pages: PdfPages, at: int) -> None:
    size = pages.size(at)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    if (size.width() > size.height()) != (sheet.width() > sheet.height()):
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape
            if size.width() > size.height()
            else QPageLayout.Orientation.Portrait
        )
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    picture = pages.picture(at, DPI)
    fitted = size.scaled(sheet.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, fitted.width(), fitted.height()), picture)
