"""What Today says in an empty register: the first things to do."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, row
from desktop.ui.widgets.words import h2, muted


class FirstThings(Card):
    """A sentence and two buttons; the blue one is what comes first."""

    went = Signal(object)
    """A Route."""

    def __init__(self) -> None:
        """Make it."""
        super().__init__(padding=24, spacing=12)
        self._words = muted("", wrap=True)
        self.association = Button(tr("Lägg till förening"), "plus", primary=True)
        self.application = Button(tr("Registrera ansökan"), "plus")
        self.add(h2(tr("Registret är nytt")), self._words)
        self.body.addLayout(row(self.association, self.application, None))
        self.association.clicked.connect(
            lambda: self.went.emit(Route(page="forening", act="add_association"))
        )
        self.application.clicked.connect(lambda: self.went.emit(Route(page="ansokan")))

    def show_for(self, *, associations: int) -> None:
        """Put first what comes first: an association, then its application."""
        first = not associations
        self._words.setText(
            tr("Börja med en förening som söker bidrag. Sedan kan du registrera dess ansökan.")
            if first
            else tr("Registrera den första ansökan, så visar Idag vad som är nästa steg.")
        )
        self.association.primary, self.application.primary = first, not first
        self.setFocusProxy(self.association if first else self.application)
        self.update()
