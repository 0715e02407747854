"""One column of the what-if table: a tried distribution, its sums and what they break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.swedish import digits
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.spoken import short_date
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.words import Badge, Link, Words, small

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.flow.what_if import Column, Pending, Tried


RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignTop
ROW, WIDE = 34, 12.5
"""Height of a row, pixels; width of a column, em."""


class Sum(LineEdit):
    """The sum of one case in one distribution; empty leaves the case as it is."""

    changed = Signal(int, int, str)
    """Distribution, case and what was written."""

    def __init__(self, column: int, case: Pending) -> None:
        """Make it empty."""
        super().__init__()
        self._column, self._case = column, case.case_id
        self._known = ""
        self.setAlignment(RIGHT)
        self.setFixedWidth(em(WIDE) - px(20))
        self.setFixedHeight(px(ROW - 4))
        self.editingFinished.connect(self._tell)

    def show_tried(self, tried: Tried, name: str, applicant: str) -> None:
        """Show a sum and how it was judged."""
        self._known = "" if tried.amount is None else digits(tried.amount)
        self.setText(self._known)
        self.set_bad(tried.mark == "stop")
        why = shown(tried.words) if tried.words else ""
        self.setToolTip(why)
        self.setAccessibleName(f"{name}, {applicant}. {why}".strip())

    def _tell(self) -> None:
        if self.text() != self._known:
            self._known = self.text()
            self.changed.emit(self._column, self._case, self.text())


class ColumnPanel(QFrame):
    """One distribution: its name, a sum for each case, its total and what can be done with it."""

    changed = Signal(int, int, str)
    acted = Signal(str, int)
    """Name of an act, and the distribution."""

    def __init__(self, column: Column, cases: tuple[Pending, ...]) -> None:
        """Make it for these cases."""
        super().__init__()
        self._now = column.id == 0
        self._cases = cases
        self.setFixedWidth(em(WIDE))
        self.name = Words("", "strong", right=True)
        self.sums: dict[int, Sum] = {}
        self.words: dict[int, Words] = {}
        lines = self.lines = QVBoxLayout(self)
        tight(lines)
        lines.addWidget(in_cell(self.name))
        for case in cases:
            lines.addWidget(Hairline())
            lines.addWidget(in_cell(self._sum(column, case)))
        self.total = Words("", "strong", right=True)
        self.left = Words("", right=True)
        lines.addWidget(Hairline(strong=True))
        lines.addWidget(in_cell(self.total))
        lines.addWidget(Hairline())
        lines.addWidget(in_cell(self.left))
        lines.addWidget(Hairline())
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(px(10), px(8), px(10), px(8))
        self._foot.setSpacing(px(6))
        lines.addLayout(self._foot)
        lines.addStretch(1)
        self.adopt: Link | None = None
        self.drop: Link | None = None

    def _sum(self, column: Column, case: Pending) -> QWidget:
        if column.id and column.adopted_on is None:
            field = Sum(column.id, case)
            field.changed.connect(self.changed)
            self.sums[case.case_id] = field
            return field
        words = Words("", right=True)
        self.words[case.case_id] = words
        return words

    def show_column(self, it: Column) -> None:
        """Show its sums."""
        title = it.name or tr("Enligt förslag")
        room = self.width() - px(22)
        metrics = QFontMetrics(self.name.font())
        self.name.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room))
        self.name.setToolTip(title)
        for case in self._cases:
            tried = it.cells[case.case_id]
            if case.case_id in self.sums:
                self.sums[case.case_id].show_tried(tried, title, case.applicant)
            else:
                words = "–" if tried.amount is None else digits(tried.amount)
                self.words[case.case_id].setText(words)
                self.words[case.case_id].set_tone(Tone.STOP if tried.mark == "stop" else Tone.TEXT)
        self.total.setText(digits(it.total))
        self.left.setText("" if it.left is None else _signed(it.left))
        self.left.set_tone(Tone.STOP if it.left is not None and it.left < 0 else Tone.TEXT)
        self._show_foot(it, title)

    def _show_foot(self, it: Column, title: str) -> None:
        while item := self._foot.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words in _problems(it, self._cases):
            self._foot.addWidget(Words(words, "small", Tone.STOP, wrap=True))
        if self._now:
            self._foot.addWidget(Badge(tr("Gäller som förslag"), Mark.OK))
            return
        if it.adopted_on is not None:
            self._foot.addWidget(small(tr("Användes {day}", day=short_date(it.adopted_on))))
        elif not it.stopped:
            self.adopt = Link(tr("Använd som förslag"))
            self.adopt.setAccessibleName(tr("Använd {name} som förslag", name=title))
            self.adopt.clicked.connect(lambda: self.acted.emit("adopt_what_if", it.id))
            self._foot.addWidget(self.adopt)
        self.drop = Link(tr("Ta bort"))
        self.drop.setAccessibleName(tr("Ta bort {name}", name=title))
        self.drop.clicked.connect(lambda: self.acted.emit("drop_what_if", it.id))
        self._foot.addWidget(self.drop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint the proposals as they are, and draw the line to the left."""
        painter = QPainter(self)
        if self._now:
            painter.fillRect(self.rect(), now().selection)
        painter.fillRect(0, 0, 1, self.height(), now().hairline)


def in_cell(part: QWidget) -> QWidget:
    """Give a part in a cell of the table's height."""
    holder = QWidget()
    holder.setFixedHeight(px(ROW))
    line = QHBoxLayout(holder)
    line.setContentsMargins(px(10), 0, px(10), 0)
    line.addWidget(part)
    return holder


def _signed(amount: int) -> str:
    return f"−{digits(-amount)}" if amount < 0 else digits(amount)


def _problems(it: Column, cases: tuple[Pending, ...]) -> list[str]:
    """Say what stops a distribution, case by case and as a whole."""
    found = [
        f"{case.applicant}: {shown(tried.words)}"
        for case in cases
        if (tried := it.cells[case.case_id]).mark == "stop"
    ]
    return [*found, shown(it.stop)] if it.stop is not None else found
