"""A button that is a whole row of words: it holds a layout, and all of it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.ui.measure import px
from desktop.ui.paint import RADIUS, focus_ring
from desktop.ui.roles import now

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPaintEvent


class RowButton(QAbstractButton):
    """As high as its words are when they are broken to its width; tinted when it is chosen."""

    def __init__(self) -> None:
        """Make it without words; a layout is set by whoever makes one."""
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Let the lines break."""
        return True

    def heightForWidth(self, wide: int) -> int:
        """Give the height that the lines need at a width."""
        layout = self.layout()
        return max(0, layout.heightForWidth(wide)) if layout is not None else px(30)

    def sizeHint(self) -> QSize:
        """Want what the words want."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the chosen one, and where the keyboard is."""
        painter = QPainter(self)
        if self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now().selection)
            painter.drawRoundedRect(QRectF(self.rect()), px(RADIUS - 1), px(RADIUS - 1))
        self.decorate(painter)
        if self.hasFocus():
            focus_ring(painter, self.rect())

    def decorate(self, painter: QPainter) -> None:
        """Draw what a kind of row has beside its words; nothing by default."""
