"""The cases and visits that follow the version that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, tight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.guidelines import Follower

PAGES = {"case": "arende", "visit": "besok"}


def _number(row: Follower) -> Cell:
    return Cell(row.number)


class Followers(QWidget):
    """A table of them, the latest first; hidden while there are none."""

    went = Signal(object)
    """A Route to one of them."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._rows: dict[int, Follower] = {}
        self.heading = Heading(tr("Ärenden och besök som följer den här versionen"))
        self.table = Table(
            [
                Column(key="number", title=tr("Nummer"), value=_number),
                Column(key="words", title=tr("Vem"), value=lambda row: row.words, stretch=1),
                Column(key="what", title=tr("Vad"), value=lambda row: row.what, stretch=1),
            ],
            name=tr("Ärenden och besök"),
            fit=True,
        )
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(self.heading)
        column.addWidget(self.table)

    def show_followers(self, rows: Sequence[Follower], count: int) -> None:
        """Show these of so many."""
        self._rows = dict(enumerate(rows, 1))
        self.table.set_rows(list(self._rows.items()))
        shown_all = len(rows) == count
        words = str(count) if shown_all else tr("{some} av {all}", some=len(rows), all=count)
        self.heading.beside.setText(words)
        self.heading.beside.setVisible(True)
        self.setVisible(bool(rows))

    def _open(self, key: int) -> None:
        row = self._rows.get(key)
        if row is not None:
            self.went.emit(Route(page=PAGES[row.kind], subject=row.id))
