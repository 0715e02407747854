"""How the rows of a list are drawn: ground, hairline, symbol, words, found letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView

from desktop.domain.swedish import fold
from desktop.ui.icons import SIZE, draw
from desktop.ui.look import Look
from desktop.ui.paint import bar_clip, rounded
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.pots import BAR, GAP, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from desktop.ui.table import Cell, Column
    from desktop.ui.widgets.pots import Part

INSET = 10
"""Pixels between a column's edge and its words."""
SYMBOL = SIZE - 2
STEP = 20
"""Pixels that a row inside another stands further to the right."""
QUIET = (Mark.WAITING, Mark.TODO)


def plain_selection(view: QAbstractItemView) -> None:
    """Keep the style from painting the chosen row: we know better when it is lit."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
    view.setPalette(palette)


def found_in(words: str, folded_term: str) -> tuple[int, int] | None:
    """Give where a folded term stands in words, as first letter and letter after."""
    if not folded_term or folded_term not in fold(words):
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


class CellPainter:
    """Draws the cells of one painting of a list."""

    def __init__(self, painter: QPainter, look: Look, match: str, *, primary: bool) -> None:
        """Keep painter and look; `primary` makes the link of a lit row a blue button."""
        self._painter = painter
        self._look = look
        self._terms = match.split()
        self._primary = primary

    def draw(self, rect: QRectF, column: Column, cell: Cell, *, lit: bool) -> None:
        """Draw one cell."""
        inset = self._look.px(INSET)
        inside = rect.adjusted(inset + cell.indent * self._look.px(STEP), 0, -inset, 0)
        if cell.bar:
            self._bar(inside, cell.bar)
        elif self._primary and column.link and lit and cell.text:
            self._button(inside, cell.text)
        elif cell.badge:
            self._badge(inside, cell)
        elif cell.text or cell.mark is not None:
            self._words(inside, column, cell)

    def _words(self, rect: QRectF, column: Column, cell: Cell) -> None:
        look, roles = self._look, self._look.roles
        upper = rect
        if cell.second:
            high = look.height("body")
            middle = rect.center().y()
            upper = QRectF(rect.x(), middle - high, rect.width(), high)
            lower = QRectF(rect.x(), middle, rect.width(), high - look.px(2))
            look.write(self._painter, lower, cell.second, ("small", roles.muted, column.align))
        tone = cell.tone or (Tone.LINK if column.link else column.tone)
        if cell.mark is not None:
            upper = self._mark(upper, cell, column.align)
        size = cell.weight or column.weight
        if self._terms and column.matched:
            self._highlight(upper, cell.text, size)
        ink = (size, roles.tone(tone), column.align)
        taken = look.write(self._painter, upper, cell.text, ink)
        if cell.after:
            rest = upper.adjusted(taken + look.px(6), 0, 0, 0)
            look.write(self._painter, rest, cell.after, ("body", roles.muted, "left"))

    def _mark(self, rect: QRectF, cell: Cell, align: str) -> QRectF:
        look, roles = self._look, self._look.roles
        side = look.px(SYMBOL if cell.text else SIZE)
        alone = not cell.text and align != "left"
        left = rect.center().x() - side / 2 if alone else rect.x()
        square = QRectF(left, round(rect.center().y() - side / 2), side, side)
        colour = roles.tone(cell.tone or Tone.MUTED)
        if isinstance(cell.mark, Mark):
            colour = roles.mark(cell.mark)
        draw(self._painter, square, str(cell.mark), colour, roles.base)
        return rect.adjusted(side + look.px(4), 0, 0, 0)

    def _highlight(self, rect: QRectF, words: str, size: str) -> None:
        look = self._look
        if look.advance(words, size) > rect.width():
            return
        for term in self._terms:
            found = found_in(words, term)
            if found is not None:
                left = rect.x() + look.advance(words[: found[0]], size)
                wide = look.advance(words[found[0] : found[1]], size)
                high = look.height(size)
                place = QRectF(left, rect.center().y() - high / 2, wide, high)
                self._painter.fillRect(place, look.roles.match)

    def _bar(self, rect: QRectF, parts: Sequence[Part]) -> None:
        high, gap = self._look.px(BAR), self._look.px(GAP)
        bar = QRectF(rect.x(), rect.center().y() - high / 2, rect.width(), high)
        shown = [part for part in parts if part.amount > 0]
        total = sum(part.amount for part in shown)
        if not total:
            return
        self._painter.save()
        bar_clip(self._painter, bar)
        room = bar.width() - gap * (len(shown) - 1)
        left = bar.x()
        for part in shown:
            wide = max(float(gap), room * part.amount / total)
            fill(self._painter, QRectF(left, bar.y(), wide, high), part.kind)
            left += wide + gap
        self._painter.restore()

    def _button(self, rect: QRectF, words: str) -> None:
        look = self._look
        wide = min(look.advance(words, "strong") + look.px(26), rect.width())
        high = look.px(28)
        box = QRectF(rect.right() - wide, rect.center().y() - high / 2, wide, high)
        rounded(self._painter, box, look.roles.accent)
        look.write(self._painter, box, words, ("strong", look.roles.on_accent, "center"))

    def _badge(self, rect: QRectF, cell: Cell) -> None:
        if not cell.text:
            return
        look, roles = self._look, self._look.roles
        mark = cell.mark if isinstance(cell.mark, Mark) else None
        symbol = look.px(18) if mark else 0
        wide = look.advance(cell.text, "smallmedium") + symbol + look.px(14)
        high = look.px(22)
        box = QRectF(rect.x(), rect.center().y() - high / 2, min(wide, rect.width()), high)
        rounded(self._painter, box, roles.tint(mark))
        colour = roles.text
        if mark is not None:
            colour = roles.text if mark in QUIET else roles.mark(mark)
            side = look.px(13)
            square = QRectF(box.x() + look.px(7), box.center().y() - side / 2, side, side)
            draw(self._painter, square, mark.value, roles.mark(mark), roles.tint(mark))
        words = box.adjusted(look.px(7) + symbol, 0, -look.px(4), 0)
        look.write(self._painter, words, cell.text, ("smallmedium", colour, "left"))
