"""The left edge of first start: what it is, and the steps with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.icons import draw
from desktop.ui.measure import font, px
from desktop.ui.paint import focus_ring
from desktop.ui.roles import now
from desktop.ui.spoken import count_word
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Symbol, Words, muted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent

WIDE = 300
STEP = 44
DISC = 26
INSET = 32
"""Pixels at 100 %."""


class _Step(QAbstractButton):
    """One step: number or tick in a disc, and its word."""

    def __init__(self, number: int, word: str) -> None:
        super().__init__()
        self.number = self.at = number
        self.here = False
        self.done = False
        self.setText(word)
        self.setFixedHeight(px(STEP))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_state(self, *, here: bool, done: bool, count: int) -> None:
        """Say where in the row of steps it is."""
        self.here, self.done = here, done
        state = tr("du är här") if here else tr("klart") if done else ""
        words = tr("Steg {number} av {count}: {word}", number=self.number, count=count,
                   word=self.text())  # fmt: skip
        self.setAccessibleName(", ".join(part for part in (words, state) if part))
        self.setEnabled(here or done)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if done else Qt.FocusPolicy.NoFocus)
        self.update()

    def sizeHint(self) -> QSize:
        """Want the words beside the disc."""
        wide = QFontMetrics(font("strong")).horizontalAdvance(self.text())
        return QSize(wide + px(DISC + 16), px(STEP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw disc and word; what is done is grey with a tick."""
        painter = QPainter(self)
        roles = now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(px(2), (self.height() - px(DISC)) / 2, px(DISC), px(DISC))
        painter.setPen(Qt.PenStyle.NoPen if self.here else roles.soft_edge)
        painter.setBrush(roles.accent if self.here else roles.base)
        painter.drawEllipse(disc)
        if self.done and not self.here:
            inner = disc.adjusted(px(5), px(5), -px(5), -px(5))
            draw(painter, inner, "tick", roles.accent)
        else:
            painter.setFont(font("smallmedium"))
            painter.setPen(roles.on_accent if self.here else roles.muted)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.setFont(font("strong" if self.here else "body"))
        painter.setPen(roles.text if self.here else roles.muted)
        words = QRectF(px(DISC + 12), 0, self.width() - px(DISC + 12), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, self.rect())


class StartRail(QWidget):
    """Steps that are done can be gone back to."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[str]) -> None:
        """Make it with the steps' words."""
        super().__init__()
        self.setFixedWidth(px(WIDE))
        self.setAccessibleName(tr("Steg"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(INSET), px(40), px(16), px(16))
        column.setSpacing(0)
        column.addWidget(Symbol("app", 38))
        column.addSpacing(px(22))
        column.addWidget(Words(tr("Välkommen till Vänbok"), "h1", wrap=True))
        column.addSpacing(px(6))
        self.count = muted("", wrap=True)
        column.addWidget(self.count)
        column.addWidget(muted(tr("Allt går att ändra senare."), wrap=True))
        column.addSpacing(px(26))
        steps = QVBoxLayout()
        tight(steps)
        self.steps = [_Step(at + 1, word) for at, word in enumerate(words)]
        for step in self.steps:
            step.clicked.connect(lambda _on=False, step=step: self.chosen.emit(step.at - 1))
            steps.addWidget(step)
        column.addLayout(steps)
        column.addStretch(1)
        self.skip(())
        self.set_at(0, 0)

    def skip(self, skipped: Collection[int]) -> None:
        """Leave steps out, and number the others."""
        kept = [step for step in self.steps if step.at - 1 not in skipped]
        for step in self.steps:
            step.setVisible(step in kept)
        for number, step in enumerate(kept, 1):
            step.number = number
            step.update()
        words = count_word(len(kept)).capitalize()
        self.count.setText(tr("{count} frågor, ungefär två minuter.", count=words))

    def set_at(self, at: int, reached: int) -> None:
        """Show which step is at hand and how far one has come."""
        for number, step in enumerate(self.steps):
            done = number <= reached and number != at
            kept = max(each.number for each in self.steps)
            step.show_state(here=number == at, done=done, count=kept)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line at the right."""
        painter = QPainter(self)
        roles = now()
        painter.fillRect(self.rect(), roles.nav)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), roles.hairline)
