"""The waste basket: everything that was taken away, and the way to put it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from desktop.domain.swedish import fold
from desktop.flow.event_words import traces
from desktop.flow.steps.undo import TakeBack
from desktop.flow.thrown_away import Thrown, thrown_away
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.page import Page, Route
from desktop.ui.pages.historik import LEAST, WIDE
from desktop.ui.pages.historik_card import EventCard
from desktop.ui.pages.historik_reading import Judging
from desktop.ui.pages.historik_rows import lines
from desktop.ui.pages.historik_words import problem_words, told
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.filter import FilterEdit
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.domain.problems import Problem
    from desktop.ui.pages.historik_words import Told
    from desktop.ui.session import Session

REST = 40
"""Milliseconds after the last step in the list until the act is unfolded."""


class BasketPage(Page):
    """A list of things, each with the act that took it away."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._things: list[Thrown] = []
        self._reading: Iterator[list[Thrown]] | None = None
        self._judging = Judging(session, self)
        self.frame = ListFrame()
        self.frame.set_title(tr("Papperskorg"))
        self.frame.set_line(
            tr(
                "Papperskorgen töms aldrig: det som tas bort ligger kvar här och går att lägga"
                " tillbaka. Gallring är något annat. Då förstörs uppgifter för gott, enligt"
                " dokumenthanteringsplanen och när fristen har gått."
            )
        )
        self.table = Table(_columns(), name=tr("Papperskorg"), tall=True)
        self.filter = FilterEdit(tr("Filtrera papperskorgen"), self.table)
        self.count = Words("", "body", Tone.MUTED)
        self.card = EventCard()
        self._piece = QTimer(self)
        self._rest = QTimer(self)
        for timer in (self._piece, self._rest):
            timer.setSingleShot(True)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.frame.tools.addWidget(self.filter, 1)
        self.frame.tools.addWidget(self.count)
        tight(self._beside, 16)
        self._beside.addWidget(self.table, 1)
        self._beside.addWidget(self.card)
        self.frame.body.addLayout(self._beside, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.filter.asked.connect(lambda _words: self._list())
        self.table.moved.connect(lambda _at: self._rest.start(REST))
        self.table.opened.connect(lambda _at: self.card.first().setFocus())
        self.table.emptied.connect(self._show_all)
        self._piece.timeout.connect(self._read_on)
        self._rest.timeout.connect(self._unfold)
        self.card.undone.connect(self._put_back)
        self.card.went.connect(self.go)
        self.card.looked.connect(self._look)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Papperskorg")

    def refresh(self) -> None:
        """Look again for what is taken away; the latest is there at once."""
        self._judging.fresh()
        self._things = []
        self._reading = thrown_away(self.session.need())
        self._read_on()

    def _read_on(self) -> None:
        """Read one more piece of the log, and leave the rest for when keys have had their turn."""
        if self._reading is None or self.session.desk is None:
            return
        found = next(self._reading, None)
        if found is None:
            self._reading = None
        else:
            self._things += found
            self._piece.start(0)
        if found or found is None:
            self._list()

    def _list(self) -> None:
        words = fold(self.filter.text()).split()
        fitting = [
            (at, each)
            for at, each in enumerate(self._things)
            if all(word in _folded(each) for word in words)
        ]
        if self._reading is not None:
            self.table.set_empty(tr("Letar …"))
        elif words and self._things:
            self.table.set_empty(tr("Inget i papperskorgen passar in."), tr("Visa allt"))
        else:
            self.table.set_empty(
                tr("Papperskorgen är tom. Det som tas bort hamnar här och går att lägga tillbaka.")
            )
        self.table.set_match(self.filter.text())
        self.table.set_rows(fitting)
        self.card.setVisible(bool(fitting))
        self.count.setText(tr("{count} borttagna", count=len(fitting)) if fitting else "")
        self._rest.start(REST)

    def _show_all(self) -> None:
        self.filter.clear()
        self._list()
        self.filter.setFocus()

    # The chosen one

    def _thing(self) -> Thrown | None:
        at = self.table.current_id()
        return self._things[at] if at is not None and at < len(self._things) else None

    def _unfold(self) -> None:
        thing, desk = self._thing(), self.session.desk
        if thing is None or desk is None:
            return
        (line,) = lines(desk, self._judging.fresh(), [thing.act.id])
        self.card.show_row(line.row, line.about, line.route)
        self.card.heading.setText(shown(thing.what))
        self.card.reason.setText(line.row.text)
        self.card.reason.show()
        self.card.show_told(_putting_back(told(desk, line.row, self._judging.of(line))))
        self.card.show_traces(traces(desk, desk.store.event(thing.act.id)))

    def _put_back(self, event_id: int) -> None:
        self.asked.emit(TakeBack, {"event_id": str(event_id)})

    def _look(self, event_id: int) -> None:
        self.go.emit(Route(page="historik", subject=event_id))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say beside it why it was not put back."""
        self.card.show_refusal(" ".join(problem_words(each) for each in problems))

    # Keys

    def focus_filter(self) -> None:
        """Answer Ctrl+L."""
        self.filter.setFocus()
        self.filter.selectAll()

    def first_focus(self) -> None:
        """Begin in the list, or in the filter when there is none."""
        (self.table.view if self.table.rows.ids else self.filter).setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the button; it is pressed by Enter, so that no key strays."""
        self.card.first().setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.filter, self.table, self.card.first())

    def leave(self) -> None:
        """Look no further while another page is shown."""
        self._piece.stop()
        self._judging.stop()
        self._rest.stop()
        super().leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen one under the list where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= em(WIDE)
        way = QBoxLayout.Direction
        self._beside.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.card.stand(beside=wide)
        self.table.setMinimumHeight(0 if wide else px(LEAST))
        self._beside.setStretch(1, 0 if wide else 1)


def _putting_back(found: Told) -> Told:
    """Say the same of putting back what was taken away."""
    if found.button:
        sentence = tr("Det kan läggas tillbaka, så som det var.")
        return replace(found, sentence=sentence, button=tr("Lägg tillbaka"), effect=None)
    sentence = tr("Det kan inte läggas tillbaka nu. {why}", why=found.sentence)
    return replace(found, sentence=sentence, mark=Mark.WAITING)


def _folded(thing: Thrown) -> str:
    return fold(f"{shown(thing.what)} {shown(thing.where)} {thing.act.text} {thing.act.officer}")


def _columns() -> list[Column]:
    return [
        Column(key="what", title=tr("Vad"), value=_what, stretch=3, matched=True),
        Column(key="act", title=tr("Togs bort med"), value=_act, stretch=3, matched=True),
        Column(key="when", title=tr("När"), value=_when),
    ]


def _what(thing: Thrown) -> Cell:
    words = shown(thing.what)
    return Cell(words, second=shown(thing.where), weight="medium", tip=words)


def _act(thing: Thrown) -> Cell:
    return Cell(thing.act.text, second=thing.act.officer, tip=thing.act.text)


def _when(thing: Thrown) -> Cell:
    return Cell(f"{thing.act.at:%Y-%m-%d}", second=f"{thing.act.at:%H.%M}")
