"""What stands where a list has nothing to show: a sentence and a way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.measure import px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.words import muted


class EmptyState(QWidget):
    """One sentence and at most one button, in the middle."""

    clicked = Signal()

    def __init__(self, sentence: str, button: str = "") -> None:
        """Make it."""
        super().__init__()
        self._sentence = muted(sentence, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(button)
        self.button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(24), px(16), px(24))
        column.setSpacing(px(12))
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set(sentence, button)

    def set(self, sentence: str, button: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(sentence)
