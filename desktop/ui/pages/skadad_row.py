"""One backup in the list of those that can be gone on from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from desktop.ui import kept_words
from desktop.ui.measure import em, font, px
from desktop.ui.paint import tick_dot
from desktop.ui.roles import Tone, now
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.row_button import RowButton
from desktop.ui.widgets.tick import SIDE
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPainter

    from desktop.ui.kept import Kept

INSET = 16
"""Pixels beside what stands in the card, at 100 %."""
DAY = 186
"""Pixels of the column with the day."""


class BackupRow(RowButton):
    """One backup: ring, day, what it holds, what it lacks."""

    def __init__(self, kept: Kept, at: datetime) -> None:
        """Say when it was made, what it holds and what it lacks."""
        super().__init__()
        self.kept = kept
        self._day = Words(kept_words.moment(kept.backup.made_at, at), "medium")
        self._holds = Words(kept_words.holds(kept.backup.facts), "body", Tone.MUTED, wrap=True)
        self._lacks = Words(kept_words.differs(kept.track, least=kept.least), "body", Tone.MUTED)
        parts = (self._day, self._holds, self._lacks)
        self.setAccessibleName(", ".join(part.text() for part in parts))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tight(self._line, 2)
        self._line.addWidget(self._day)
        self._line.addWidget(self._holds, 1)
        self._line.setSpacing(px(4))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(INSET + SIDE + 16), px(11), px(INSET), px(12))
        whole.setSpacing(px(16))
        whole.addLayout(self._line, 1)
        whole.addWidget(self._lacks, 0, Qt.AlignmentFlag.AlignVCenter)
        self.toggled.connect(self._weigh)

    def _weigh(self, chosen: bool) -> None:
        self._lacks.setFont(font("strong" if chosen else "body"))
        self._lacks.set_tone(Tone.TEXT if chosen else Tone.MUTED)

    def wants(self) -> int:
        """Give the width that everything on one line takes."""
        holds = self._holds.fontMetrics().horizontalAdvance(self._holds.text())
        day = max(px(DAY), self._day.sizeHint().width())
        return px(INSET * 2 + SIDE + 16 * 3) + day + holds + self._lacks.sizeHint().width()

    def fit(self, *, narrow: bool) -> None:
        """Put what it holds under its day where there is little room."""
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._day.setMinimumWidth(0 if narrow else px(DAY))
        # A label that may break wants more height than its one line takes.
        self._holds.setWordWrap(narrow)

    def hasHeightForWidth(self) -> bool:
        """Let the lines break only where there is little room: else Qt would ask in vain."""
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def minimumSizeHint(self) -> QSize:
        """Be content with the day above and what it lacks beside."""
        return QSize(em(20), self.sizeHint().height())

    def decorate(self, painter: QPainter) -> None:
        """Draw the line above and the ring."""
        painter.fillRect(0, 0, self.width(), 1, now().hairline)
        ring = QRectF(px(INSET), (self.height() - px(SIDE)) / 2, px(SIDE), px(SIDE))
        tick_dot(painter, ring, on=self.isChecked(), focus=self.hasFocus())
