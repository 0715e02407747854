"""What a new version would change, line by line, while its form is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.words import Symbol, Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.guidelines import Difference

TOP = Qt.AlignmentFlag.AlignTop


class Changes(Card):
    """Old beside new; what differs is bold, the rest grey."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self._holder = QWidget()
        self._note = small("", wrap=True)
        self.add(Heading(tr("Det här ändras")), self._holder, self._note)
        self.hide()

    def say(self, words: str) -> None:
        """Say why nothing can be shown yet."""
        self._swap(QWidget())
        self._note.setText(words)

    def show_changes(self, lines: Sequence[Difference], note: str) -> None:
        """Show these."""
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(7))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 2)
        grid.addWidget(small(tr("Nu")), 0, 1)
        grid.addWidget(small(tr("Nya versionen")), 0, 3)
        for at, line in enumerate(lines, 1):
            old, new = shown(line.old), shown(line.new)
            same = old == new
            grid.addWidget(muted(shown(line.label), wrap=True), at, 0, TOP)
            grid.addWidget(Words(old, "body", Tone.MUTED, wrap=True), at, 1, TOP)
            if not same:
                grid.addWidget(Symbol("chevron-right", 14, Tone.INFO), at, 2, TOP)
            words = tr("samma") if same else new
            tone = Tone.MUTED if same else Tone.TEXT
            weight = "body" if same else "strong"
            grid.addWidget(Words(words, weight, tone, wrap=True), at, 3, TOP)
        self._swap(holder)
        self._note.setText(note)

    def _swap(self, holder: QWidget) -> None:
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        holder.show()
