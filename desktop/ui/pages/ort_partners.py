"""The associations of a place: what each was granted this year, and what is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.swedish import digits
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.name_link import NameLink
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.places import Partner

RIGHT = Qt.AlignmentFlag.AlignRight


class Partners(QWidget):
    """A heading with a way to add, and a card of names and sums."""

    opened = Signal(object)
    """Id of an association."""
    added = Signal()

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.heading = Heading(tr("Föreningar"), link=tr("Lägg till"))
        self.heading.link.setAccessibleName(tr("Lägg till en förening"))
        self.heading.link.clicked.connect(self.added)
        self._card = Card(spacing=6)
        self._holder = QWidget()
        self._note = small("", wrap=True)
        self._card.add(self._holder, Hairline(), self._note)
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(self.heading)
        column.addWidget(self._card)

    def show_partners(self, partners: Sequence[Partner], year: int) -> None:
        """Show these; sums of the year."""
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(7))
        grid.setColumnStretch(0, 1)
        for at, one in enumerate(partners):
            link = NameLink(one.association.name)
            link.clicked.connect(lambda _on=False, key=one.association.id: self.opened.emit(key))
            grid.addWidget(link, at, 0)
            grid.addWidget(Words(digits(one.granted), right=True), at, 1, RIGHT)
            proposed = f"({digits(one.proposed)})" if one.proposed else ""
            grid.addWidget(Words(proposed, "body", Tone.MUTED, right=True), at, 2, RIGHT)
        if not partners:
            grid.addWidget(muted(tr("Ingen förening arbetar med orten än."), wrap=True), 0, 0)
        self._card.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        words = tr("Beviljat {year}, föreslaget inom parentes. Kronor.", year=year)
        self._note.setText(words if partners else "")
        self._note.setVisible(bool(partners))
