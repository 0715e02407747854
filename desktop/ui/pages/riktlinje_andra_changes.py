"""Everything that a new version says otherwise: as it is, and as it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.spoken import genitive
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.words import Link, Symbol, Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline_diff import Difference

TOP = Qt.AlignmentFlag.AlignTop
MOST = 60
"""Lines that are shown; a whole new guideline has more."""


class ChangesCard(Card):
    """Old beside new; the latest change can be taken back."""

    undone = Signal()
    went = Signal(str)
    """Key of the section of a line."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.heading = Heading(tr("Det här ändras"))
        self.undo = Link(tr("Ångra senaste ändringen"), "small", symbol="undo")
        self.undo.clicked.connect(self.undone)
        self._holder = QWidget()
        self._note = small("", wrap=True)
        self.add(self.heading, self._holder, self._note, self.undo)

    def show_changes(self, lines: Sequence[Difference], *, copied: str, undoable: bool) -> None:
        """Show these; `copied` names whose guideline they are counted from."""
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(7))
        for column, stretch in ((0, 3), (1, 4), (3, 4)):
            grid.setColumnStretch(column, stretch)
        if lines:
            words = tr("{name} riktlinje", name=genitive(copied)) if copied else tr("Nu")
            grid.addWidget(small(words), 0, 1)
            grid.addWidget(small(tr("Nya versionen")), 0, 3)
        for at, line in enumerate(lines[:MOST], 1):
            grid.addWidget(muted(shown(line.label), wrap=True), at, 0, TOP)
            grid.addWidget(Words(shown(line.old), "body", Tone.MUTED, wrap=True), at, 1, TOP)
            grid.addWidget(Symbol("chevron-right", 14, Tone.INFO), at, 2, TOP)
            grid.addWidget(Words(shown(line.new), "medium", wrap=True), at, 3, TOP)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        holder.setVisible(bool(lines))
        self._note.setText(_note(len(lines)))
        self._note.setVisible(bool(self._note.text()))
        self.heading.beside.setText(str(len(lines)) if lines else "")
        self.heading.beside.setVisible(bool(lines))
        self.undo.setVisible(undoable)


def _note(count: int) -> str:
    if not count:
        return tr("Inget är ändrat än. Skriv i fälten; det som skiljer visas här.")
    if count > MOST:
        return tr("och {count} ändringar till", count=count - MOST)
    return ""
