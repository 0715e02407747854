"""What an act means in law, said above the fields of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Symbol, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.flow.legal_effect import Effect

TOP = Qt.AlignmentFlag.AlignTop


class LegalBand(QFrame):
    """Sentences on a tint: what follows, for whom, and which section it rests on."""

    def __init__(self) -> None:
        """Make it empty, and hidden."""
        super().__init__()
        self._effect: Effect | None = None
        self._holder = QWidget()
        self._column = QVBoxLayout()
        tight(self._column, 4)
        self._column.addWidget(Words(tr("Vad det betyder"), "strong", wrap=True))
        self._column.addWidget(self._holder)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(12), px(8), px(12), px(10))
        grid.setHorizontalSpacing(px(10))
        grid.addWidget(Symbol(Mark.INFO), 0, 0, TOP)
        grid.addLayout(self._column, 0, 1)
        grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def text(self) -> str:
        """Give all that it says."""
        if self._effect is None:
            return ""
        return " ".join(shown(each) for each in self._effect.said())

    def show_effect(self, effect: Effect | None) -> None:
        """Say what an act means; None says nothing."""
        if effect == self._effect:
            return
        self._effect = effect
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 5)
        for each in effect.sentences if effect is not None else ():
            column.addWidget(Words(shown(each), wrap=True))
        if effect is not None and effect.law is not None:
            column.addWidget(Words(shown(effect.law), "small", Tone.MUTED, wrap=True))
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        self.setAccessibleName(f"{tr('Vad det betyder')}: {self.text()}")
        self.setVisible(effect is not None)
        if self.isVisible():
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the sentences are at this width: the form is laid out before they wrap."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wants = self.heightForWidth(self.width())
        if wants != self.minimumHeight():
            self.setMinimumHeight(wants)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint; in high contrast an edge stands for it."""
        roles = now()
        painter = QPainter(self)
        painter.fillRect(self.rect(), roles.tint(Mark.INFO))
        if roles.tint(Mark.INFO) == roles.base:
            painter.setPen(roles.text)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
