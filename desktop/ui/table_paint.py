"""How the cells, headings and sums of a list are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QToolTip,
    QWidget,
)

from desktop.domain.swedish import fold
from desktop.ui.icons import SIZE, draw
from desktop.ui.ink import Ink, write
from desktop.ui.measure import font, px
from desktop.ui.paint import bar_clip, rounded
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.pots import BAR, GAP, fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.roles import Roles
    from desktop.ui.table import Cell, Column, RowModel
    from desktop.ui.widgets.pots import Part

INSET = 10
"""Pixels between a column's edge and its words."""
SYMBOL = SIZE - 2


def plain_selection(view: QAbstractItemView) -> None:
    """Keep the style from painting the chosen row: the delegates know better when it is lit."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
    view.setPalette(palette)


def found_in(words: str, folded_term: str) -> tuple[int, int] | None:
    """Give where a folded term stands in words, as first letter and letter after."""
    if not folded_term:
        return None
    folded, origin = "", []
    for at, letter in enumerate(words):
        piece = fold(letter) or letter
        folded += piece
        origin += [at] * len(piece)
    start = folded.find(folded_term)
    if start < 0:
        return None
    return origin[start], origin[start + len(folded_term) - 1] + 1


class CellDelegate(QStyledItemDelegate):
    """Draws one cell: ground, hairline, symbol, words, match, second line."""

    def __init__(self, view: QAbstractItemView, rows: RowModel, *, primary: bool) -> None:
        """Draw for a view; `primary` makes the current row's link a blue button."""
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._primary = primary
        self.match = ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        column = self._rows.columns[index.column()]
        cell = self._rows.cells(index.row())[index.column()]
        roles = now()
        rect = QRectF(option.rect)
        chosen = index.row() == self._view.currentIndex().row()
        lit = chosen and (self._view.hasFocus() or not self._primary)
        painter.save()
        if lit:
            painter.fillRect(rect, roles.selection)
        last = index.row() == self._rows.rowCount() - 1
        if not last:
            painter.fillRect(
                QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), roles.hairline
            )
        inside = rect.adjusted(px(INSET), 0, -px(INSET), -1)
        if cell.bar:
            _bar(painter, inside, cell.bar)
        elif self._primary and column.link and lit and cell.text:
            _button(painter, inside, cell.text, roles)
        elif cell.badge:
            _badge(painter, inside, cell, roles)
        else:
            self._words(painter, inside, column, cell)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, column: Column, cell: Cell) -> None:
        roles = now()
        upper = rect
        if cell.second:
            metrics = QFontMetrics(font("body"))
            middle = rect.center().y()
            upper = QRectF(rect.left(), middle - metrics.height(), rect.width(), metrics.height())
            lower = QRectF(rect.left(), middle, rect.width(), metrics.height() - px(2))
            write(painter, lower, cell.second, Ink("small", roles.muted, column.align))
        tone = cell.tone or (Tone.LINK if column.link else column.tone)
        if cell.mark is not None:
            upper = _mark(painter, upper, cell, column.align)
        written = cell.weight or column.weight
        if self.match and column.matched:
            _highlight(painter, upper, cell.text, written, self.match)
        taken = write(painter, upper, cell.text, Ink(written, roles.tone(tone), column.align))
        if cell.after:
            rest = upper.adjusted(taken + px(6), 0, 0, 0)
            write(painter, rest, cell.after, Ink("body", roles.muted, "left"))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show words that were shortened."""
        if not index.isValid():
            return super().helpEvent(event, view, option, index)
        cell = self._rows.cells(index.row())[index.column()]
        column = self._rows.columns[index.column()]
        written = QFontMetrics(font(cell.weight or column.weight))
        hidden = written.horizontalAdvance(cell.text) > option.rect.width() - 2 * px(INSET)
        QToolTip.showText(event.globalPos(), cell.tip or (cell.text if hidden else ""), view)
        return True


def _mark(painter: QPainter, rect: QRectF, cell: Cell, align: str) -> QRectF:
    roles = now()
    side = px(SYMBOL if cell.text else SIZE)
    left = rect.left() if cell.text or align == "left" else rect.center().x() - side / 2
    square = QRectF(left, rect.center().y() - side / 2, side, side)
    colour = roles.tone(cell.tone or Tone.MUTED)
    if isinstance(cell.mark, Mark):
        colour = roles.mark(cell.mark)
    draw(painter, square, str(cell.mark), colour)
    return rect.adjusted(side + px(4), 0, 0, 0)


def _highlight(painter: QPainter, rect: QRectF, words: str, size: str, term: str) -> None:
    metrics = QFontMetrics(font(size))
    if metrics.horizontalAdvance(words) > rect.width():
        return
    for part in term.split():
        found = found_in(words, part)
        if found is not None:
            left = rect.left() + metrics.horizontalAdvance(words[: found[0]])
            wide = metrics.horizontalAdvance(words[found[0] : found[1]])
            top = rect.center().y() - metrics.height() / 2
            painter.fillRect(QRectF(left, top, wide, metrics.height()), now().match)


def _bar(painter: QPainter, rect: QRectF, parts: Sequence[Part]) -> None:
    high = px(BAR)
    bar = QRectF(rect.left(), rect.center().y() - high / 2, rect.width(), high)
    shown = [part for part in parts if part.amount > 0]
    total = sum(part.amount for part in shown)
    if not total:
        return
    painter.save()
    bar_clip(painter, bar)
    room = bar.width() - px(GAP) * (len(shown) - 1)
    left = bar.left()
    for part in shown:
        wide = max(float(px(GAP)), room * part.amount / total)
        fill(painter, QRectF(left, bar.top(), wide, high), part.kind)
        left += wide + px(GAP)
    painter.restore()


def _button(painter: QPainter, rect: QRectF, words: str, roles: Roles) -> None:
    wide = QFontMetrics(font("strong")).horizontalAdvance(words) + px(26)
    high = px(28)
    left = max(rect.left(), rect.right() - wide)
    box = QRectF(left, rect.center().y() - high / 2, min(wide, rect.width()), high)
    rounded(painter, box, roles.accent)
    write(painter, box, words, Ink("strong", roles.on_accent, "center"))


def _badge(painter: QPainter, rect: QRectF, cell: Cell, roles: Roles) -> None:
    if not cell.text:
        return
    mark = Mark(cell.mark) if isinstance(cell.mark, Mark) else None
    metrics = QFontMetrics(font("smallmedium"))
    side = px(13) + px(5) if mark else 0
    wide = min(rect.width(), metrics.horizontalAdvance(cell.text) + side + px(14))
    box = QRectF(rect.left(), rect.center().y() - px(11), wide, px(22))
    rounded(painter, box, roles.tint(mark))
    colour = roles.text
    if mark is not None:
        loud = mark not in (Mark.WAITING, Mark.TODO)
        colour = roles.mark(mark) if loud else roles.text
        square = QRectF(box.left() + px(7), box.center().y() - px(13) / 2, px(13), px(13))
        draw(painter, square, mark.value, roles.mark(mark), roles.tint(mark))
    words = box.adjusted(px(7) + side, 0, -px(4), 0)
    write(painter, words, cell.text, Ink("smallmedium", colour, "left"))


class Headings(QHeaderView):
    """The row of headings: grey, small, with a line below and a chevron on the sorted one."""

    def __init__(self, rows: RowModel) -> None:
        """Make the row."""
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = rows
        self.sorted_by: tuple[str, bool] = ("", False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(20))
        self.setFixedHeight(px(30))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        """Draw one heading."""
        column = self._rows.columns[at]
        roles = now()
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, roles.base)
        line = QPointF(area.left(), area.bottom() - 0.5)
        painter.setPen(roles.soft_edge)
        painter.drawLine(line, QPointF(area.right(), line.y()))
        inside = area.adjusted(px(INSET), 0, -px(INSET), 0)
        key, descending = self.sorted_by
        sorting = key == column.key
        wide = write(painter, inside, column.title, Ink("smallmedium", roles.muted, column.align))
        if sorting:
            left = inside.left() + wide + px(3)
            if column.align == "right":
                left = inside.right() - wide - px(15)
            name = "chevron-down" if descending else "chevron-up"
            square = QRectF(left, area.center().y() - px(6), px(12), px(12))
            draw(painter, square, name, roles.muted)
        painter.restore()


class SumRow(QWidget):
    """Sums under their columns, outside what scrolls."""

    def __init__(self, rows: RowModel, headings: QHeaderView) -> None:
        """Make the row under the headings' columns."""
        super().__init__()
        self._rows = rows
        self._headings = headings
        self._sums: Mapping[str, str] = {}
        self.setFixedHeight(px(34))
        headings.sectionResized.connect(lambda *_: self.update())
        headings.geometriesChanged.connect(self.update)

    def set_sums(self, sums: Mapping[str, str]) -> None:
        """Show sums by column; none hides the row."""
        self._sums = dict(sums)
        words = [
            f"{column.title} {self._sums[column.key]}"
            for column in self._rows.columns
            if column.key in self._sums
        ]
        self.setAccessibleName(", ".join(words))
        self.setVisible(bool(self._sums))
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Draw the sums; the first word may run over empty columns."""
        painter = QPainter(self)
        roles = now()
        painter.fillRect(0, 0, self.width(), 1, roles.hairline)
        for at, column in enumerate(self._rows.columns):
            words = self._sums.get(column.key, "")
            if not words or self._headings.isSectionHidden(at):
                continue
            left = self._headings.sectionViewportPosition(at) + px(INSET)
            wide = self._headings.sectionSize(at) - 2 * px(INSET)
            quiet = column.align != "right" and at > 0
            if column.align != "right":
                wide = self.width() - left
            rect = QRectF(left, 1, wide, self.height() - 1)
            size, colour = ("body", roles.muted) if quiet else ("strong", roles.text)
            if column.align == "right":
                metrics = QFontMetrics(font(size))
                rect.setLeft(min(rect.left(), rect.right() - metrics.horizontalAdvance(words)))
            write(painter, rect, words, Ink(size, colour, column.align))
