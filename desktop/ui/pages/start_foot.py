"""The foot of first start: a promise, back, and onward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import now
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.words import muted

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class StartFoot(QWidget):
    """Always in the same place, whatever is asked."""

    onward = Signal()
    backward = Signal()

    def __init__(self) -> None:
        """Make it."""
        super().__init__()
        self.back = Button("")
        self.next = Button("", primary=True)
        self.back.clicked.connect(self.backward)
        self.next.clicked.connect(self.onward)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(48), px(16), px(40), px(16))
        line.setSpacing(px(10))
        line.addWidget(muted(tr("Inget lämnar datorn.")), 1)
        line.addWidget(self.back)
        line.addWidget(self.next)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.next)

    def show_step(self, onward: str, backward: str) -> None:
        """Say where the buttons lead; "" hides the way back."""
        self.next.setText(onward)
        self.back.setText(backward)
        self.back.setVisible(bool(backward))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet and the line above."""
        painter = QPainter(self)
        roles = now()
        painter.fillRect(self.rect(), roles.base)
        painter.fillRect(0, 0, self.width(), 1, roles.hairline)
