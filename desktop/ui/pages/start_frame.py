"""How first start stands: steps at the left, a question, what follows from it, and the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.pages.start_aside import StartAside
from desktop.ui.pages.start_foot import StartFoot
from desktop.ui.pages.start_rail import StartRail
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.pages.start_question import Question

RAIL_FROM = 64
"""Em of width from which the steps stand at the left; below, a line tells which it is."""
ASIDE_FROM = 76
"""Em beside the rail from which what follows stands at the right; below, under the question."""
FIELDS = 645
ASIDE = 352
ASIDE_LEAST = 300
SPACE = 48
"""Pixels at 100 %."""


class StartFrame(QWidget):
    """Shows one question at a time; the buttons always stand in the same place."""

    def __init__(self, words: Sequence[str], questions: Sequence[Question]) -> None:
        """Hang the questions up; `words` name their steps."""
        super().__init__()
        self._words = words
        self._questions = questions
        self._kept = list(range(len(words)))
        self.rail = StartRail(words)
        self.aside = StartAside()
        self.foot = StartFoot()
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        tight(column)
        for question in questions:
            column.addWidget(question)
        column.addStretch(1)
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        self._columns = QGridLayout(content)
        self._columns.setContentsMargins(px(SPACE), px(40), px(SPACE), px(24))
        self._columns.setHorizontalSpacing(px(SPACE))
        self._columns.setVerticalSpacing(px(28))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        right = QVBoxLayout()
        tight(right)
        right.addWidget(self._scroll, 1)
        right.addWidget(self.foot)
        line = QHBoxLayout(self)
        tight(line)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.skip(())
        self._lay()

    def skip(self, skipped: Collection[int]) -> None:
        """Leave questions out: they are neither numbered nor offered."""
        kept = [at for at in range(len(self._words)) if at not in skipped]
        self._kept = kept
        self.rail.skip(skipped)
        for number, at in enumerate(kept, 1):
            words = tr("Steg {number} av {count}", number=number, count=len(kept))
            self._questions[at].step.setText(words)

    def show_step(self, at: int, reached: int, *, leave: str) -> None:
        """Show a question; `leave` is the way out of the first, "" for none."""
        for number, question in enumerate(self._questions):
            question.setVisible(number == at)
        self.rail.set_at(at, reached)
        self.foot.show_step(self._onward(at), tr("Tillbaka") if at else leave)
        self._scroll.verticalScrollBar().setValue(0)

    def _onward(self, at: int) -> str:
        if at + 1 == len(self._words):
            return tr("Lägg upp registret")
        word = self._words[next(each for each in self._kept if each > at)]
        return tr("Nästa: {word}", word=word[:1].lower() + word[1:])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the three columns the room there is."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        rail = self.width() >= em(RAIL_FROM)
        self.rail.setVisible(rail)
        for question in self._questions:
            question.step.setVisible(not rail)
        room = self.width() - (self.rail.width() if rail else 0)
        beside = room >= em(ASIDE_FROM)
        self._columns.removeWidget(self._left)
        self._columns.removeWidget(self.aside)
        top = Qt.AlignmentFlag.AlignTop
        self._columns.addWidget(self._left, 0, 0, top)
        self._columns.addWidget(self.aside, *((0, 1) if beside else (1, 0)), top)
        self._left.setMaximumWidth(px(FIELDS))
        self.aside.setMaximumWidth(px(ASIDE if beside else FIELDS))
        self.aside.setMinimumWidth(px(ASIDE_LEAST) if beside else 0)
        self._columns.setColumnStretch(0, 1)
        self._columns.setColumnStretch(1, 0)
        self._columns.setRowStretch(2, 1)
