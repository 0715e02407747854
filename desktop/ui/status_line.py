"""The line at the bottom: saved when, which file, who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.words import Elided, Symbol, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.ui.session import Status


class StatusLine(QWidget):
    """Never a place for what must be read: only what can be looked up."""

    def __init__(self) -> None:
        """Make it without a register."""
        super().__init__()
        self._symbol = Symbol(Mark.OK, 12)
        self._saved = Words("", "small", Tone.MUTED)
        self._backup = Elided("", "small", Tone.MUTED)
        self._file = Elided("", "small", Tone.MUTED)
        self._officer = Words("", "small", Tone.MUTED)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(14), px(2), px(14), px(2))
        line.setSpacing(px(6))
        line.addWidget(self._symbol)
        line.addWidget(self._saved)
        line.addSpacing(px(14))
        line.addWidget(self._backup, 1)
        line.addWidget(self._file)
        line.addSpacing(px(14))
        line.addWidget(self._officer)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Want one small line."""
        return QSize(px(400), super().sizeHint().height() + px(4))

    def show_status(self, status: Status) -> None:
        """Say when the register was saved, and which it is."""
        self._symbol.set_mark(Mark.OK if status.file else Mark.INFO)
        nothing = tr("Inget är ändrat än") if status.file else tr("Inget register är öppet")
        saved = tr("Sparat {time}", time=status.saved) if status.saved else nothing
        self._saved.setText(saved)
        self._file.setText(status.file)
        self._officer.setText(status.officer)
        self.setAccessibleName(", ".join(part for part in (saved, status.file) if part))

    def show_backup(self, words: str) -> None:
        """Say when and where the latest copy was made."""
        self._backup.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        painter = QPainter(self)
        roles = now()
        painter.fillRect(self.rect(), roles.nav if roles.nav != roles.base else roles.base)
        painter.fillRect(0, 0, self.width(), 1, roles.hairline)
