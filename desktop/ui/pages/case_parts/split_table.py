"""The comparison of an equal split: a column for each association, and one for all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.swedish import kr
from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.page import Route
from desktop.ui.pages.case_parts.split import State
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.spoken import short_date
from desktop.ui.widgets.card import Card, row, tight
from desktop.ui.widgets.words import Link, Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from desktop.ui.pages.case_parts.split import Member, Split

ROW = 32
HEAD = 68
INSET = 12
"""Pixels at 100 %."""
COLUMN = 11.4
LABELS = 13
"""Em of a column, and of the labels."""


class _Lines(QWidget):
    """A grid with hairlines between its rows and columns."""

    def __init__(self, *, band: bool = False, edges: int = 0) -> None:
        super().__init__()
        self._band = band
        self._edges = edges
        self.grid = QGridLayout(self)
        tight(self.grid)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        roles = now()
        if self._band:
            painter.fillRect(self.rect(), roles.band)
        for top in range(px(HEAD), self.height(), px(ROW)):
            painter.fillRect(0, top, self.width(), 1, roles.hairline)
        for at in range(self._edges, self.grid.columnCount()):
            left = self.grid.cellRect(0, at).left()
            painter.fillRect(left, 0, 1, self.height(), roles.hairline)


class SplitTable(Card):
    """Rows of figures and states; the columns scroll sideways, their names and sums do not."""

    went = Signal(object)
    """A Route."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self._holder = QWidget()
        self.body.addWidget(self._holder)

    def show_split(self, split: Split) -> None:
        """Show those who share."""
        labels, columns, sums = _Lines(edges=1), _Lines(), _Lines(band=True)
        rows = self._rows(split)
        for at, (label, cell, together) in enumerate(rows):
            for lines in (labels, columns, sums):
                lines.grid.setRowMinimumHeight(at, px(ROW if at else HEAD))
            labels.grid.addWidget(_inset(Words(label, "body", Tone.MUTED)), at, 0)
            for number, member in enumerate(split.members):
                columns.grid.addWidget(_inset(cell(member)), at, number)
                columns.grid.setColumnMinimumWidth(number, em(COLUMN))
                columns.grid.setColumnStretch(number, 1)
            sums.grid.addWidget(_inset(together), at, 0)
        labels.setFixedWidth(em(LABELS))
        sums.setMinimumWidth(em(8.4))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(columns)
        scroll.viewport().setAutoFillBackground(False)
        columns.setAutoFillBackground(False)
        high = px(HEAD) + px(ROW) * (len(rows) - 1)
        fits = em(COLUMN) * max(1, len(split.members))
        scroll.setMinimumHeight(high + scroll.horizontalScrollBar().sizeHint().height())
        holder = QWidget()
        line = QHBoxLayout(holder)
        tight(line)
        line.addWidget(labels, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(scroll, 1)
        line.addWidget(sums, 0, Qt.AlignmentFlag.AlignTop)
        for lines in (labels, columns, sums):
            lines.setFixedHeight(high)
        scroll.setFixedHeight(high)
        scroll.horizontalScrollBar().rangeChanged.connect(
            lambda _low, most: scroll.setFixedHeight(
                high + (scroll.horizontalScrollBar().sizeHint().height() if most else 0)
            )
        )
        scroll.setMinimumWidth(min(fits, em(COLUMN)))
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder

    def _rows(self, split: Split) -> list[tuple[str, Callable[[Member], QWidget], QWidget]]:
        asked = sum(each.seen.application.asked for each in split.members)
        shares = sum(each.share for each in split.members)
        return [
            ("", self._name, _figure(tr("Tillsammans"), "strong")),
            (tr("Kom in"), _came, _note("")),
            (tr("Sökt"), lambda one: _figure(kr(one.seen.application.asked)), _figure(kr(asked))),
            (tr("Lika del"), lambda one: _figure(kr(one.share)), _figure(kr(shares))),
            (
                tr("Förslag") if not split.decided else tr("Förslag eller beslut"),
                _amount,
                _figure(kr(split.shared), "sumstrong"),
            ),
            (tr("Avslås"), _rejected, _figure(kr(asked - split.shared))),
            (tr("Ansökan"), lambda one: self._state(one.application), _note("")),
            (
                tr("Verksamhetsberättelse"),
                lambda one: self._state(one.annual_report),
                _note(tr("före utbetalning")),
            ),
            (tr("Tidigare rapport"), lambda one: self._state(one.earlier), _note(tr("upplysning"))),
        ]

    def _name(self, member: Member) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 1)
        link = Link(member.seen.case.number, "small")
        link.clicked.connect(lambda: self._go(member.seen.id))
        column.addStretch(1)
        column.addWidget(Words(member.seen.association.name, "strong", wrap=True))
        column.addWidget(link)
        column.addStretch(1)
        return holder

    def _state(self, state: State) -> QWidget:
        holder = QWidget()
        loud = state.mark in (Mark.LATE, Mark.STOP)
        if state.case_id:
            link = Link(state.words)
            link.clicked.connect(lambda: self._go(state.case_id))
            holder.setLayout(row(Symbol(state.mark), link, None, spacing=6))
        else:
            tone = Tone(state.mark.value) if loud else Tone.TEXT
            holder.setLayout(row(Symbol(state.mark), Words(state.words, "body", tone), None))
        return holder

    def _go(self, case_id: int) -> None:
        self.went.emit(Route(page="arende", subject=case_id))


def _inset(widget: QWidget) -> QWidget:
    layout = widget.layout()
    (widget if layout is None else layout).setContentsMargins(px(INSET), 0, px(INSET), 0)
    return widget


def _figure(words: str, size: str = "body") -> Words:
    return Words(words, size, right=True)


def _note(words: str) -> Words:
    return Words(words, "small", Tone.MUTED)


def _came(member: Member) -> QWidget:
    return Words(short_date(member.seen.application.arrived_on))


def _amount(member: Member) -> QWidget:
    figure = _figure(kr(member.amount), "sumstrong")
    if not member.decided:
        return figure
    holder = QWidget()
    holder.setLayout(row(Symbol(Mark.OK), Words(tr("beslutat"), "small", Tone.MUTED), None, figure))
    return holder


def _rejected(member: Member) -> QWidget:
    return _figure(kr(max(0, member.seen.application.asked - member.amount)))
