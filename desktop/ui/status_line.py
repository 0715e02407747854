"""The line at the bottom: saved when, which file, who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import font, px
from desktop.ui.paint import focus_ring
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.words import Elided, Symbol, Words

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

    from desktop.ui.session import Status


class BackupWords(QAbstractButton):
    """When and where the last backup is; a way to all of them, shortened where room is short."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.setFont(font("small"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Want the whole text."""
        metrics = QFontMetrics(self.font())
        # The advance is rounded: without room for the rest of a pixel the last signs are left out.
        return QSize(metrics.horizontalAdvance(self.text()) + px(4) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.averageCharWidth() * min(len(self.text()), 8), metrics.height())

    def seen(self) -> str:
        """Give as much of the words as there is room for."""
        metrics = QFontMetrics(self.font())
        room = self.width() - px(4)
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits, underlined under the pointer."""
        painter = QPainter(self)
        written = self.font()
        written.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(written)
        painter.setPen(now().tone(Tone.MUTED))
        fits = self.seen()
        place = QRectF(px(2), 0, self.width(), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fits)
        if self.hasFocus():
            focus_ring(painter, self.rect())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop underlining."""
        super().leaveEvent(event)
        self.update()


class StatusLine(QWidget):
    """Never a place for what must be read: only what can be looked up."""

    backups = Signal()
    """Somebody wants to see the backups."""

    def __init__(self) -> None:
        """Make it without a register."""
        super().__init__()
        self._symbol = Symbol(Mark.OK, 12)
        self._saved = Words("", "small", Tone.MUTED)
        self._worry = Symbol(Mark.WARN, 12)
        self.backup = BackupWords()
        self.backup.clicked.connect(self.backups)
        self._file = Elided("", "small", Tone.MUTED)
        self._officer = Words("", "small", Tone.MUTED)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(14), px(2), px(14), px(2))
        line.setSpacing(px(6))
        line.addWidget(self._symbol)
        line.addWidget(self._saved)
        line.addSpacing(px(14))
        line.addWidget(self._worry)
        line.addWidget(self.backup)
        line.addStretch(1)
        line.addWidget(self._file)
        line.addSpacing(px(14))
        line.addWidget(self._officer)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_backup("")

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

    def show_backup(self, words: str, *, worried: bool = False) -> None:
        """Say when and where the latest copy was made; `worried` when a place has failed."""
        self.backup.setText(words)
        self.backup.setVisible(bool(words))
        self._worry.setVisible(worried and bool(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        painter = QPainter(self)
        roles = now()
        painter.fillRect(self.rect(), roles.nav if roles.nav != roles.base else roles.base)
        painter.fillRect(0, 0, self.width(), 1, roles.hairline)
