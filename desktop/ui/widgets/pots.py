"""Money as bars: decided solid, proposed hatched, left empty, always with its figure beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.swedish import kr
from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.paint import bar_clip, hatch
from desktop.ui.roles import Tone, now
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

BAR = 9
"""Pixels a thin bar is high at 100 %."""
GAP = 2
"""Pixels between the parts of a bar."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a bar."""

    kind: str
    """"decided", "own", "proposed" or "left"; "second" in charts of numbers."""
    label: str
    """What it is called: "Beslutat"."""
    amount: int
    """Whole kronor."""


def fill(painter: QPainter, rect: QRectF, kind: str) -> None:
    """Fill one part of a bar in its own manner."""
    roles = now()
    if kind == "proposed":
        hatch(painter, rect)
        return
    plain = {"decided": roles.decided, "own": roles.own, "second": roles.proposed}
    painter.fillRect(rect, plain.get(kind, roles.left))
    if kind == "left" and roles.left == roles.base:
        painter.setPen(roles.text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


class Bar(QWidget):
    """Parts of a whole beside each other."""

    def __init__(self, parts: Sequence[Part] = (), high: float = BAR) -> None:
        """Make the bar, so many pixels high at 100 %."""
        super().__init__()
        self._parts: Sequence[Part] = ()
        self.setFixedHeight(px(high))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts."""
        self._parts = tuple(parts)
        self.setAccessibleName(", ".join(f"{one.label} {kr(one.amount)}" for one in parts))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Want some width."""
        return QSize(em(9), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts in proportion, none of them thinner than two pixels."""
        painter = QPainter(self)
        shown = [part for part in self._parts if part.amount > 0]
        total = sum(part.amount for part in shown)
        bar_clip(painter, QRectF(self.rect()))
        if not total:
            fill(painter, QRectF(self.rect()), "left")
            return
        room = self.width() - px(GAP) * (len(shown) - 1)
        left = 0.0
        for part in shown:
            wide = max(float(px(GAP)), room * part.amount / total)
            fill(painter, QRectF(left, 0, wide, self.height()), part.kind)
            left += wide + px(GAP)


class Swatch(QWidget):
    """A small square of a bar's filling, for the legend."""

    def __init__(self, kind: str) -> None:
        """Show one manner of filling."""
        super().__init__()
        self._kind = kind
        self.setFixedSize(px(12), px(9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        bar_clip(painter, QRectF(self.rect()))
        fill(painter, QRectF(self.rect()), self._kind)


def legend(entries: Sequence[tuple[str, str]]) -> QWidget:
    """Give a row of kinds of filling with their words."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    tight(line, 6)
    for kind, words in entries:
        line.addWidget(Swatch(kind))
        line.addWidget(small(words))
        line.addSpacing(px(8))
    line.addStretch(1)
    return holder


def pot_legend() -> QWidget:
    """Give the legend of pots."""
    return legend(
        [("decided", tr("Beslutat")), ("proposed", tr("Föreslaget")), ("left", tr("Kvar"))]
    )


@dataclass(frozen=True, kw_only=True)
class Pot:
    """What one pot holds, in whole kronor."""

    group: str
    """The place it is for: "Grindavík"."""
    label: str
    """The scheme: "Grund"."""
    decided: int
    """Granted."""
    proposed: int
    """Reserved by proposals."""
    total: int
    """What the pot holds."""

    @property
    def left(self) -> int:
        """What remains when the proposals are decided, never below zero."""
        return max(0, self.total - self.decided - self.proposed)

    def parts(self) -> Sequence[Part]:
        """Give its bar."""
        return (
            Part(kind="decided", label=tr("Beslutat"), amount=self.decided),
            Part(kind="proposed", label=tr("Föreslaget"), amount=self.proposed),
            Part(kind="left", label=tr("Kvar"), amount=self.left),
        )


class PotBars(QWidget):
    """Pots by place: scheme, bar, what is left; with a legend below."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._column = QVBoxLayout(self)
        tight(self._column, 12)
        self._holder: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_pots(self, pots: Sequence[Pot]) -> None:
        """Show these, in their order."""
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        tight(grid)
        grid.setVerticalSpacing(px(4))
        grid.setHorizontalSpacing(px(14))
        grid.setColumnStretch(1, 1)
        at, group = 0, ""
        for pot in pots:
            if pot.group != group:
                group = pot.group
                if at:
                    grid.setRowMinimumHeight(at, px(5))
                    at += 1
                grid.addWidget(Words(group), at, 0, 1, 3)
                at += 1
            bar = Bar(pot.parts())
            bar.setAccessibleName(f"{pot.group} {pot.label}: {bar.accessibleName()}")
            grid.addWidget(muted(pot.label), at, 0)
            grid.addWidget(bar, at, 1)
            grid.addWidget(Words(kr(pot.left), right=True), at, 2)
            at += 1
        self._column.insertWidget(0, self._holder)
        if self._column.count() == 1:
            self._column.addWidget(Hairline())
            self._column.addWidget(pot_legend())


class FrameBar(QWidget):
    """The budget frame: what is left in large figures, a bar, and words below."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._left = Words("", "sumstrong")
        self._of = muted()
        self._bar = Bar(high=10)
        self._note = muted("", wrap=True)
        top = QHBoxLayout()
        tight(top, 8)
        top.addWidget(self._left, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_parts(self, left: str, of: str, parts: Sequence[Part], note: str = "") -> None:
        """Show what is left, of what, the parts and a sentence."""
        self._left.setText(left)
        self._of.setText(of)
        self._bar.set_parts(parts)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_tone(self, tone: Tone) -> None:
        """Show what is left in another tone, as when nothing is."""
        self._left.set_tone(tone)
