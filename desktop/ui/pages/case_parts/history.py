"""The events of a case: the last few, or all of them with what each one changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.pages.case_parts.saying import brief
from desktop.ui.pages.case_parts.stages import MANY
from desktop.ui.pages.case_parts.traces import changes_of
from desktop.ui.widgets.card import Heading, tight
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.change import Event
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

FEW = 6
"""Events that are shown before all are asked for."""
TOP = Qt.AlignmentFlag.AlignTop


def events_of(desk: Desk, seen: Picture) -> list[Event]:
    """Give the events of the case, its list and its annual reports, the newest first."""
    store = desk.store
    found = {event.id: event for event in store.events(("case", seen.id), limit=MANY)}
    for listing in (seen.listing, *(listed for _, listed in seen.reclaim_lists)):
        of_list = store.events(("list", listing.id), limit=MANY) if listing else []
        found |= {event.id: event for event in of_list}
    if seen.decision is not None:
        of_association = store.events(("association", seen.association.id), limit=MANY)
        found |= {
            event.id: event
            for event in of_association
            if event.name == "receive_annual_report" and event.at.date() >= seen.decision.decided_on
        }
    return [found[key] for key in sorted(found, reverse=True)]


class History(QWidget):
    """Day and sentence of each event; the link shows all, with what they changed."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._events: Sequence[Event] = ()
        self._today: date | None = None
        self.open = False
        self.heading = Heading(tr("Händelser"), link=tr("Visa alla"))
        self.heading.link.clicked.connect(self.toggle)
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        tight(self._column, 6)
        self._column.addWidget(self.heading)
        self._column.addWidget(self._holder)
        self.setAccessibleName(tr("Händelser"))

    def set_events(self, events: Sequence[Event], today: date) -> None:
        """Show these."""
        self._events, self._today = tuple(events), today
        self._lay()

    def toggle(self) -> None:
        """Show all with what they changed, or the last few."""
        self.open = not self.open
        self._lay()

    def _lay(self) -> None:
        shown = self._events if self.open else self._events[:FEW]
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(7))
        grid.setColumnMinimumWidth(0, em(3.6))
        grid.setColumnStretch(1, 1)
        at = 0
        for event in shown:
            day = brief(event.at.date(), self._today) if self._today else ""
            grid.addWidget(muted(day), at, 0, TOP)
            grid.addWidget(Words(event.text, wrap=True), at, 1)
            at += 1
            for line in changes_of(event) if self.open else ():
                grid.addWidget(small(line, wrap=True), at, 1)
                at += 1
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        count = len(self._events)
        words = tr("Visa färre") if self.open else tr("Visa alla {count}", count=count)
        self.heading.link.setText(words)
        self.heading.link.setVisible(count > 0)
