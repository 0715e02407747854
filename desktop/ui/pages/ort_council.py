"""A twin town whose decision by the council is not registered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.i18n import tr
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import row
from desktop.ui.widgets.words import Link, Symbol, Words


class CouncilLine(QWidget):
    """A calm line where a twin town lacks the council's decision."""

    def __init__(self) -> None:
        """Make the line, with its way to write the day in."""
        super().__init__()
        self.link = Link(tr("Skriv in"))
        words = Words(
            tr("Fullmäktiges beslut om vänorten är inte inskrivet."), "body", Tone.WARN, wrap=True
        )
        line = row(Symbol(Mark.WARN), spacing=8)
        line.addWidget(words, 1)
        line.addWidget(self.link)
        self.setLayout(line)
