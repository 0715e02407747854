"""A list on paper: heading, groups of rows in columns, page numbers; drawn straight on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from desktop.ui.i18n import tr
from desktop.ui.print_setup import Notice, choose_printer, has_printer, offer_to_save
from desktop.ui.printing import new_printer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MARGIN = 18.0
"""Millimetres of white round the page."""
BODY, SMALL, HEAD = 9.0, 8.0, 15.0
"""Points."""
LEADING = 1.45
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]+')
"""What a file's name cannot have on Windows."""
ELIDE = Qt.TextElideMode.ElideRight
ALIGN = {"left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight}


@dataclass(frozen=True, kw_only=True)
class PaperColumn:
    """One column on paper."""

    title: str
    """Heading; "" for none."""
    share: float
    """Share of the page's width."""
    align: str = "left"
    """"left" or "right"."""


@dataclass(frozen=True, kw_only=True)
class PaperGroup:
    """Rows under a heading."""

    title: str
    """Heading; "" for none."""
    rows: Sequence[Sequence[str]]
    """The words of each row by column; a line break gives a grey second line."""
    empty: str = ""
    """What stands there without rows."""


@dataclass(frozen=True, kw_only=True)
class ListPaper:
    """A whole list."""

    title: str
    """Heading of the first page."""
    line: str
    """One grey line under it."""
    columns: Sequence[PaperColumn]
    """From the left."""
    groups: Sequence[PaperGroup]
    """Groups in their order."""
    sums: Sequence[str] = ()
    """A last row by column."""
    landscape: bool = False
    """True for many columns."""


def print_list(parent: QWidget, paper: ListPaper) -> bool:
    """Ask for a printer and print; False when the dialog was left or the printer refused.

    Without a printer the list can be saved as a PDF instead, as a letter can.
    """
    if not has_printer():
        return offer_to_save(parent, list_pdf(paper), NOT_IN_NAMES.sub("-", paper.title))
    printer = choose_printer(parent, paper.title, 0)
    if printer is None:
        return False
    turn(printer, paper)
    done = draw_list(printer, paper)
    if not done:
        words = tr("Skrivaren tar inte emot något. Se att den är på, och försök igen.")
        Notice(parent, tr("Listan är inte utskriven"), words).exec()
    return done


def list_pdf(paper: ListPaper) -> bytes:
    """Give a list as a PDF."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lista.pdf"
        printer = new_printer(paper.title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        turn(printer, paper)
        draw_list(printer, paper)
        return path.read_bytes()


def turn(printer: QPrinter, paper: ListPaper) -> None:
    """Lay the page as the list wants it."""
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if paper.landscape else way.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def draw_list(printer: QPrinter, paper: ListPaper) -> bool:
    """Draw every page; False when the printer cannot be begun."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    _Pages(printer, painter, paper).draw()
    return painter.end()


class _Pages:
    """Where the pen is on the page."""

    def __init__(self, printer: QPrinter, painter: QPainter, paper: ListPaper) -> None:
        self._printer = printer
        self._painter = painter
        self._paper = paper
        self._dpi = printer.resolution()
        sheet = printer.pageLayout().fullRectPixels(self._dpi)
        edge = MARGIN / 25.4 * self._dpi
        self._area = QRectF(sheet).adjusted(edge, edge, -edge, -edge)
        self._area.moveTo(edge, edge)
        self._top = self._area.top()
        self._page = 1

    def draw(self) -> None:
        """Draw heading, groups and sums."""
        paper = self._paper
        self._foot()
        self._words(self._area, paper.title, HEAD, strong=True)
        self._top += self._line(HEAD)
        if paper.line:
            self._words(self._area, paper.line, BODY, grey=True)
            self._top += self._line(BODY)
        self._headings()
        for group in paper.groups:
            self._group(group)
        if paper.sums:
            self._row(paper.sums, strong=True)

    def _line(self, points: float) -> float:
        return points * LEADING / 72 * self._dpi

    def _font(self, points: float, *, strong: bool) -> QFont:
        font = QFont(self._painter.font())
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _words(  # noqa: PLR0913 - what a line of words is
        self,
        area: QRectF,
        words: str,
        points: float,
        *,
        align: str = "left",
        strong: bool = False,
        grey: bool = False,
        down: float = 0,
    ) -> None:
        font = self._font(points, strong=strong)
        self._painter.setFont(font)
        self._painter.setPen(Qt.GlobalColor.darkGray if grey else Qt.GlobalColor.black)
        rect = QRectF(area.left(), self._top + down, area.width(), self._line(points))
        fits = QFontMetricsF(font, self._printer).elidedText(words, ELIDE, area.width())
        self._painter.drawText(rect, ALIGN[align] | Qt.AlignmentFlag.AlignVCenter, fits)

    def _foot(self) -> None:
        number = tr("Sida {page}", page=self._page)
        kept, self._top = self._top, self._area.bottom() - self._line(SMALL)
        self._words(self._area, number, SMALL, align="right", grey=True)
        self._top = kept

    def _room(self, high: float) -> None:
        """Begin another page when so much does not fit."""
        if self._top + high > self._area.bottom() - 2 * self._line(SMALL):
            self._printer.newPage()
            self._page += 1
            self._top = self._area.top()
            self._foot()
            self._headings()

    def _cells(self) -> list[QRectF]:
        whole = sum(column.share for column in self._paper.columns)
        gap = 2.5 / 25.4 * self._dpi
        room = self._area.width() - gap * (len(self._paper.columns) - 1)
        left, cells = self._area.left(), []
        for column in self._paper.columns:
            wide = room * column.share / whole
            cells.append(QRectF(left, 0, wide, 1))
            left += wide + gap
        return cells

    def _rule(self, *, strong: bool = False) -> None:
        grey = Qt.GlobalColor.black if strong else Qt.GlobalColor.lightGray
        self._painter.setPen(QPen(grey, max(1.0, self._dpi / 200)))
        self._painter.drawLine(
            round(self._area.left()), round(self._top), round(self._area.right()), round(self._top)
        )

    def _headings(self) -> None:
        if not any(column.title for column in self._paper.columns):
            return
        self._top += self._line(SMALL) * 0.6
        for cell, column in zip(self._cells(), self._paper.columns, strict=True):
            self._words(cell, column.title, SMALL, align=column.align, grey=True)
        self._top += self._line(SMALL) * 1.15
        self._rule(strong=True)

    def _group(self, group: PaperGroup) -> None:
        if group.title:
            self._room(self._line(BODY) * 4)
            self._top += self._line(BODY) * 0.9
            self._words(self._area, group.title, BODY + 1, strong=True)
            self._top += self._line(BODY + 1) * 1.2
            self._rule()
        if not group.rows and group.empty:
            self._words(self._area, group.empty, BODY, grey=True, down=self._line(BODY) * 0.2)
            self._top += self._line(BODY) * 1.4
        for row in group.rows:
            self._row(row)

    def _row(self, row: Sequence[str], *, strong: bool = False) -> None:
        lines = max((words.count("\n") + 1 for words in row), default=1)
        pad = self._line(BODY) * 0.2
        high = self._line(BODY) + (lines - 1) * self._line(SMALL) + 2 * pad
        self._room(high)
        if strong:
            self._rule(strong=True)
        for cell, column, words in zip(self._cells(), self._paper.columns, row, strict=True):
            first, *rest = words.split("\n")
            self._words(cell, first, BODY, align=column.align, strong=strong, down=pad)
            for at, more in enumerate(rest):
                down = pad + self._line(BODY) + at * self._line(SMALL)
                self._words(cell, more, SMALL, align=column.align, grey=True, down=down)
        self._top += high
        if not strong:
            self._rule()
