"""Distributions tried side by side: a row for each pending case, a column for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.swedish import digits
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.pages.budget_column import ROW, TOP, WIDE, ColumnPanel
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.words import Elided, Words, muted

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.flow.what_if import WhatIfs


NAMES = 13
"""Width of the names at least, em."""


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
