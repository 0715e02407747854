"""How one line of a rule table is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from desktop.ui.icons import SIZE, draw
from desktop.ui.ink import Ink, write
from desktop.ui.measure import font, px
from desktop.ui.roles import Mark, now

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.roles import Roles
    from desktop.ui.widgets.rules import RuleGroup, RuleLine, RuleView

INSET = 14
"""Pixels between the card's edge and its words."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight


class RuleDelegate(QStyledItemDelegate):
    """Draws headings and lines, one or two rows high."""

    def __init__(self, view: RuleView) -> None:
        """Draw for one view."""
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        from desktop.ui.widgets.rules import RuleGroup  # noqa: PLC0415 - each needs the other

        row = self._view.rules.rows[index.row()]
        roles = now()
        rect = QRectF(option.rect)
        painter.save()
        if isinstance(row, RuleGroup):
            self._group(painter, roles, rect, row)
        else:
            chosen = index.row() == self._view.currentIndex().row()
            self._ground(painter, roles, rect, row, chosen=chosen and self._view.hasFocus())
            if self._view.narrow:
                self._narrow(painter, roles, rect, row, index.column())
            else:
                self._wide(painter, roles, rect, row, index.column())
        painter.restore()

    @staticmethod
    def _ground(
        painter: QPainter, roles: Roles, rect: QRectF, line: RuleLine, *, chosen: bool
    ) -> None:
        if chosen:
            painter.fillRect(rect, roles.selection)
        elif line.mark is Mark.STOP:
            painter.fillRect(rect, roles.stop_tint)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), roles.hairline)

    @staticmethod
    def _group(painter: QPainter, roles: Roles, rect: QRectF, group: RuleGroup) -> None:
        painter.fillRect(rect, roles.band)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), roles.soft_edge)
        inside = rect.adjusted(px(INSET), 0, -px(INSET), 0)
        painter.setFont(font("smallstrong"))
        painter.setPen(roles.text)
        painter.drawText(inside, MIDDLE, group.title)
        painter.setFont(font("small"))
        painter.setPen(roles.muted)
        painter.drawText(inside, MIDDLE | RIGHT, group.note)

    def _state(self, painter: QPainter, roles: Roles, rect: QRectF, line: RuleLine) -> None:
        side = px(SIZE - 1)
        square = QRectF(rect.left() + px(INSET), rect.center().y() - side / 2, side, side)
        ground = roles.stop_tint if line.mark is Mark.STOP else roles.base
        draw(painter, square, line.mark.value, roles.mark(line.mark), ground)
        calm = line.mark in (Mark.OK, Mark.WAITING, Mark.TODO)
        painter.setFont(font("body" if calm else "medium"))
        painter.setPen(roles.muted if calm else roles.mark(line.mark))
        painter.drawText(rect.adjusted(px(INSET + 25), 0, 0, 0), MIDDLE, line.word)

    def _wide(
        self, painter: QPainter, roles: Roles, rect: QRectF, line: RuleLine, column: int
    ) -> None:
        if column == 0:
            self._state(painter, roles, rect, line)
        elif column == 1:
            write(painter, rect, line.name, Ink("body", roles.text))
        elif column == 2:  # noqa: PLR2004 - the columns are named in rules.py, which imports this
            write(painter, rect, line.value, Ink("medium", roles.text, "right"))
        elif column == 3:  # noqa: PLR2004
            inside = rect.adjusted(px(8), 0, -px(8), 0)
            words = fitting(line.limit, QFontMetrics(font("body")), int(inside.width()))
            write(painter, inside, words, Ink("body", roles.muted))
        else:
            number = QFontMetrics(font("small")).horizontalAdvance("P99 ")
            write(painter, rect, line.paragraph, Ink("small", roles.muted))
            write(painter, rect.adjusted(number, 0, 0, 0), line.source, Ink("small", roles.muted))

    def _narrow(
        self, painter: QPainter, roles: Roles, rect: QRectF, line: RuleLine, column: int
    ) -> None:
        half = rect.height() / 2
        upper = rect.adjusted(0, px(3), 0, -half)
        lower = rect.adjusted(0, half, 0, -px(3))
        if column == 0:
            self._state(painter, roles, upper, line)
        elif column == 1:
            gate = self._view.rules.gates.get(line.rule, "")
            words = ", ".join(part for part in (gate[:1].lower() + gate[1:], line.limit) if part)
            stopping = line.mark in (Mark.STOP, Mark.WAITING)
            write(painter, upper, line.name, Ink("body", roles.text))
            write(painter, lower, words if stopping else line.limit, Ink("body", roles.muted))
        else:
            inside = px(INSET)
            source = f"{line.paragraph} {line.source}".strip()
            value = Ink("medium", roles.text, "right")
            paragraph = Ink("small", roles.muted, "right")
            write(painter, upper.adjusted(0, 0, -inside, 0), line.value, value)
            write(painter, lower.adjusted(0, 0, -inside, 0), source, paragraph)


def fitting(words: str, metrics: QFontMetrics, wide: int) -> str:
    """Give as many whole parts between commas as fit; the tooltip has them all."""
    parts, kept = words.split(", "), words
    while metrics.horizontalAdvance(kept) > wide and len(parts) > 1:
        parts.pop()
        kept = ", ".join(parts) + " …"
    return kept
