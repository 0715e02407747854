"""Check boxes and radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from desktop.ui.measure import font, px
from desktop.ui.paint import focus_ring, tick_box, tick_dot
from desktop.ui.roles import now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SIDE = 15
"""Pixels of the box or ring at 100 %."""


BESIDE = SIDE + 8
"""Pixels from the left edge to the words."""
WRAP = Qt.TextFlag.TextWordWrap


def _may_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setFont(font())
    button.setAccessibleName(button.text())


def _high(button: QAbstractButton, wide: int) -> int:
    metrics = QFontMetrics(button.font())
    room = QRect(0, 0, max(1, wide - px(BESIDE)), 100_000)
    words = metrics.boundingRect(room, WRAP, button.text()).height()
    return max(words, metrics.height(), px(SIDE)) + px(8)


def _size(button: QAbstractButton) -> QSize:
    wide = QFontMetrics(button.font()).horizontalAdvance(button.text()) + px(BESIDE + 6)
    return QSize(min(wide, px(480)), _high(button, wide))


def _least(button: QAbstractButton) -> QSize:
    wide = QFontMetrics(button.font()).horizontalAdvance(button.text()) + px(BESIDE + 6)
    return QSize(min(wide, px(160)), _high(button, wide))


def _square(button: QAbstractButton) -> QRectF:
    line = QFontMetrics(button.font()).height()
    return QRectF(0, round((line + px(8) - px(SIDE)) / 2), px(SIDE), px(SIDE))


def _write(button: QAbstractButton, painter: QPainter) -> None:
    painter.setFont(button.font())
    painter.setPen(now().text)
    rect = QRectF(px(BESIDE), px(4), button.width() - px(BESIDE), button.height())
    taken = painter.drawText(rect, WRAP, button.text())
    if button.hasFocus():
        focus_ring(painter, QRectF(taken).adjusted(-px(4), -px(1), px(4), px(1)))


class CheckBox(QCheckBox):
    """Yes or no, with its question as words."""

    def __init__(self, text: str) -> None:
        """Make it, not ticked."""
        super().__init__(text)
        self.bad = False
        _may_wrap(self)

    def set_bad(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        self.bad = bad
        self.update()

    def sizeHint(self) -> QSize:
        """Want the words and the box."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Be content with several lines."""
        return _least(self)

    def heightForWidth(self, wide: int) -> int:
        """Say how high the words are when they are broken to a width."""
        return _high(self, wide)

    def hitButton(self, pos: QPoint) -> bool:
        """Let the words answer too."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and words."""
        painter = QPainter(self)
        focus = self.hasFocus()
        tick_box(painter, _square(self), on=self.isChecked(), focus=focus, bad=self.bad)
        _write(self, painter)


class RadioButton(QRadioButton):
    """One of several, with its words."""

    def __init__(self, text: str) -> None:
        """Make it, not chosen."""
        super().__init__(text)
        _may_wrap(self)

    def sizeHint(self) -> QSize:
        """Want the words and the ring."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Be content with several lines."""
        return _least(self)

    def heightForWidth(self, wide: int) -> int:
        """Say how high the words are when they are broken to a width."""
        return _high(self, wide)

    def hitButton(self, pos: QPoint) -> bool:
        """Let the words answer too."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring and words."""
        painter = QPainter(self)
        tick_dot(painter, _square(self), on=self.isChecked(), focus=self.hasFocus())
        _write(self, painter)
