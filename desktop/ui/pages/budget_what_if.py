"""Distributions tried side by side: a row for each pending case, a column for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.swedish import digits
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.spoken import short_date
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.words import Badge, Elided, Link, Words, muted, small

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.flow.what_if import Column, Pending, Tried, WhatIfs

ROW, WIDE, NAMES = 34, 12.5, 13
"""Pixels of a row, em of a column and of the names at least."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignTop


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
        lines.addWidget(_cell(self.name))
        for case in cases:
            lines.addWidget(Hairline())
            lines.addWidget(_cell(self._sum(column, case)))
        self.total = Words("", "strong", right=True)
        self.left = Words("", right=True)
        lines.addWidget(Hairline(strong=True))
        lines.addWidget(_cell(self.total))
        lines.addWidget(Hairline())
        lines.addWidget(_cell(self.left))
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


def _cell(part: QWidget) -> QWidget:
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


class WhatIfCard(Card):
    """All of it; the first column stays while the others scroll sideways."""

    changed = Signal(int, int, str)
    acted = Signal(str, int)

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self.heading = Heading(
            tr("Tänk om"), tr("Prova fördelningar. Inget beslutas här."), link=tr("Ny fördelning")
        )
        self.heading.link.clicked.connect(lambda: self.acted.emit("new_what_if", 0))
        top = QWidget()
        line = QVBoxLayout(top)
        line.setContentsMargins(px(16), px(12), px(16), px(10))
        line.addWidget(self.heading)
        self.nothing = muted(tr("Inga ansökningar väntar på beslut."))
        self.nothing.setContentsMargins(px(16), 0, px(16), px(14))
        self.more = muted("", wrap=True)
        self.more.setContentsMargins(px(16), px(8), px(16), px(12))
        self._holder = QVBoxLayout()
        tight(self._holder)
        self.add(top, Hairline(), self.nothing)
        self.body.addLayout(self._holder)
        self.add(self.more)
        self.panels: list[ColumnPanel] = []
        self._shape: tuple[object, ...] = ()
        self._grid: QWidget | None = None

    def show_what_ifs(self, seen: WhatIfs) -> None:
        """Show the distributions of a year; fields stay the same while only sums change."""
        self.setVisible(bool(seen.cases) or len(seen.columns) > 1)
        self.nothing.setVisible(not seen.cases)
        self.heading.link.setVisible(bool(seen.cases))
        self.more.setVisible(seen.more > 0)
        self.more.setText(
            tr("{count} ansökningar till väntar; de står i Ärenden.", count=seen.more)
        )
        shape = (
            tuple((each.case_id, each.asked, each.phase) for each in seen.cases),
            tuple((each.id, each.adopted_on is None) for each in seen.columns),
        )
        if shape != self._shape:
            self._shape = shape
            self._make(seen)
        for panel, column in zip(self.panels, seen.columns, strict=True):
            panel.show_column(column)
        self._fit()

    def _make(self, seen: WhatIfs) -> None:
        if self._grid is not None:
            self._holder.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self.panels = [ColumnPanel(each, seen.cases) for each in seen.columns]
        inside = QWidget()
        line = QHBoxLayout(inside)
        tight(line)
        line.addStretch(1)
        for panel in self.panels:
            panel.changed.connect(self.changed)
            panel.acted.connect(self.acted)
            line.addWidget(panel)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._grid = QWidget()
        both = QGridLayout(self._grid)
        tight(both)
        both.addWidget(_labels(seen), 0, 0, TOP)
        both.addWidget(self._scroll, 0, 1)
        both.setColumnStretch(0, 1)
        self._holder.addWidget(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room that the names leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the columns as high as the highest; only sideways is anything scrolled."""
        if self._grid is None or not self.panels:
            return
        high = 0
        for panel in self.panels:
            panel.lines.activate()
            wanted = panel.lines.heightForWidth(em(WIDE))
            high = max(high, wanted, panel.lines.sizeHint().height())
        wide = em(WIDE) * len(self.panels)
        room = max(em(WIDE), self.width() - em(NAMES) - 2)
        bar = self._scroll.horizontalScrollBar().sizeHint().height()
        self._scroll.setFixedSize(min(wide, room), high + (bar if wide > room else 0))

    def minimumSizeHint(self) -> QSize:
        """Be content with one column beside the names: the others scroll."""
        return QSize(em(NAMES + WIDE), super().minimumSizeHint().height())


def _labels(seen: WhatIfs) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    tight(lines)
    lines.addWidget(_label(Words(tr("Ansökan"), "small", Tone.MUTED)))
    for case in seen.cases:
        name = Elided(f"{case.applicant}, {shown(case.about)}")
        name.setToolTip(f"{case.number} {case.applicant}, {shown(case.about)}")
        lines.addWidget(Hairline())
        lines.addWidget(_label(name, muted(tr("sökt {sum}", sum=digits(case.asked)))))
    lines.addWidget(Hairline(strong=True))
    lines.addWidget(_label(Words(tr("Tillsammans"), "strong")))
    lines.addWidget(Hairline())
    lines.addWidget(_label(Words(tr("Kvar av ramen efteråt"))))
    lines.addWidget(Hairline())
    holder.setMinimumWidth(em(NAMES))
    return holder


def _label(name: QWidget, beside: QWidget | None = None) -> QWidget:
    holder = QWidget()
    holder.setFixedHeight(px(ROW))
    line = QHBoxLayout(holder)
    line.setContentsMargins(px(16), 0, px(10), 0)
    line.setSpacing(px(8))
    line.addWidget(name, 1)
    if beside is not None:
        line.addWidget(beside)
    return holder
