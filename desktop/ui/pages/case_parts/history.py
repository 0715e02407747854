"""The events of a case: the last few, or all of them with what each one changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.pages.case_parts.saying import brief
from desktop.ui.pages.case_parts.stages import MANY
from desktop.ui.pages.case_parts.traces import changes_of
from desktop.ui.undo_ways import may_undo, page_around, take_back
from desktop.ui.widgets.card import Heading, tight
from desktop.ui.widgets.words import Link, Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.change import Event
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

REST = 30
"""Milliseconds of rest before the events that are shown are judged, one by one."""
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
    """Day and sentence of each event; the link shows all, with what they changed and *Ångra*."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._events: Sequence[Event] = ()
        self._places: dict[int, tuple[QGridLayout, int]] = {}
        self.undoable: dict[int, Link] = {}
        """The links that undo, by event; one for each act that was judged and may be undone."""
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.timeout.connect(self._judge)
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
        self._places, self.undoable = {}, {}
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
            if self.open and not event.final:
                self._places[event.id] = grid, at
            at += 1
            for line in changes_of(event) if self.open else ():
                grid.addWidget(small(line, wrap=True), at, 1)
                at += 1
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        if self._places:
            self._judging.start(REST)
        count = len(self._events)
        words = tr("Visa färre") if self.open else tr("Visa alla {count}", count=count)
        self.heading.link.setText(words)
        self.heading.link.setVisible(count > 0)

    def _judge(self) -> None:
        """Judge the next of the events that are shown, and leave the rest for a moment later."""
        page = page_around(self)
        if page is None or page.session.desk is None or not self._places:
            return
        event_id = next(iter(self._places))
        grid, at = self._places.pop(event_id)
        target = may_undo(page.session.desk, event_id)
        if target is not None:
            link = Link(tr("Ångra"), "small")
            link.clicked.connect(lambda: take_back(page, target))
            link.setAccessibleName(tr("Ångra: {text}", text=self._text(event_id)))
            grid.addWidget(link, at, 2, TOP)
            self.undoable[event_id] = link
        self._judging.start(0)

    def _text(self, event_id: int) -> str:
        return next((each.text for each in self._events if each.id == event_id), "")
