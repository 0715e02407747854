"""The history: every act of the register, newest first, and what can still be taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QVBoxLayout

from desktop.flow.event_log import GROUP_WORDS, KIND_WORDS, Group, Kind, Wanted
from desktop.flow.event_words import traces
from desktop.flow.steps.undo import TakeBack
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.page import Page
from desktop.ui.pages.historik_card import EventCard
from desktop.ui.pages.historik_reading import Judging, LogQuery
from desktop.ui.pages.historik_rows import Line, columns, lines
from desktop.ui.pages.historik_words import problem_words, told
from desktop.ui.roles import Tone
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.day import DateEdit
from desktop.ui.widgets.filter import FilterEdit
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.domain.problems import Problem
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

REST = 40
"""Milliseconds after the last key or step until the act is unfolded."""
WIDE = 84
"""Em from which the chosen act stands beside the list."""
LEAST = 118
"""Pixels of the list where the chosen act stands under it, at 100 %."""
ONE_DAY = "day"
_SPANS = {"today": 0, "week": 6, "month": 29}
"""Days before today, by the choice of days."""


class HistoryPage(Page):
    """A route's subject is the event that is to be chosen."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._wanted_id = 0
        self._shown: Line | None = None
        self.query = LogQuery(session, self)
        self.judging = Judging(session, self)
        self.table = Table(
            columns(self.judging.standing), self._fetch, name=tr("Historik"), tall=True
        )
        self.card = EventCard()
        self.frame = ListFrame()
        self.frame.set_title(tr("Historik"))
        self.frame.set_line(
            tr("Allt som har gjorts i registret. Inget tas någonsin bort härifrån.")
        )
        self.count = Words("", "body", Tone.MUTED)
        self._make_tools()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tight(self._beside, 16)
        self._beside.addWidget(self.table, 1)
        self._beside.addWidget(self.card)
        self.frame.body.addLayout(self._beside, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)
        self._connect()

    def _make_tools(self) -> None:
        self.filter = FilterEdit(tr("Filtrera historiken"), self.table)
        groups = [(str(each), shown(words)) for each, words in GROUP_WORDS.items()]
        self.groups = ComboBox([("", tr("Allt")), *groups])
        self.groups.setAccessibleName(tr("Vad åtgärden gäller"))
        kinds = [(str(each), shown(words)) for each, words in KIND_WORDS.items()]
        self.kinds = ComboBox([("", tr("Alla slag")), *kinds])
        self.kinds.setAccessibleName(tr("Slag"))
        self.days = ComboBox(
            [
                ("", tr("Alla dagar")),
                ("today", tr("I dag")),
                ("week", tr("Senaste sju dagarna")),
                ("month", tr("Senaste 30 dagarna")),
                ("year", tr("I år")),
                (ONE_DAY, tr("En viss dag")),
            ]
        )
        self.days.setAccessibleName(tr("Dagar"))
        self.day = DateEdit(self.session.read_day)
        self.day.setAccessibleName(tr("Dag"))
        self.day.hide()
        self.frame.tools.addWidget(self.filter, 1)
        for part in (self.groups, self.kinds, self.days, self.day, self.count):
            self.frame.tools.addWidget(part)

    def _connect(self) -> None:
        self.filter.asked.connect(lambda _words: self._narrow())
        for part in (self.groups, self.kinds, self.days):
            part.chosen.connect(lambda _key: self._narrow())
        self.day.textChanged.connect(lambda _words: self._narrow())
        self.table.moved.connect(lambda _at: self._rest.start())
        self.table.opened.connect(lambda _at: self.card.first().setFocus())
        self.table.stepped.connect(self._follow)
        self.table.emptied.connect(self._show_all)
        self.table.view.verticalScrollBar().valueChanged.connect(lambda _at: self._rest.start())
        self.query.found.connect(lambda: self._list(keep=True))
        self.judging.found.connect(self.table.read_again)
        self._rest.timeout.connect(self._settle)
        self.card.undone.connect(self._take_back)
        self.card.went.connect(self.go)
        self.card.looked.connect(self._look)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Historik")

    def open(self, subject: int, act: str) -> None:
        """Choose an event."""
        del act
        self._wanted_id = subject

    def refresh(self) -> None:
        """Read the log again."""
        if self._wanted_id and not self._asked().everything:
            self._clear()
        self.judging.fresh()
        self._ask(keep=True)
        self._look(self._wanted_id)
        self._wanted_id = 0
        self._settle()

    def _fetch(self, ids: Sequence[int]) -> list[Line]:
        desk = self.session.desk
        return lines(desk, self.judging.fresh(), ids) if desk is not None else []

    # What is looked for

    def _asked(self) -> Wanted:
        group, kind = self.groups.key(), self.kinds.key()
        first, last = self._span()
        return Wanted(
            words=self.filter.text(),
            first=first,
            last=last,
            group=Group(group) if group else None,
            kind=Kind(kind) if kind else None,
        )

    def _span(self) -> tuple[date | None, date | None]:
        key, today = self.days.key(), self.session.today
        if key == ONE_DAY:
            day = self.day.day()
            return day, day
        if key == "year":
            return date(today.year, 1, 1), None
        return (today - timedelta(days=_SPANS[key]), None) if key in _SPANS else (None, None)

    def _narrow(self) -> None:
        self.day.setVisible(self.days.key() == ONE_DAY)
        self._ask(keep=False)
        self.table.shift(-len(self.table.rows.ids))
        self._rest.start()

    def _ask(self, *, keep: bool) -> None:
        self.query.ask(self._asked())
        self.table.set_match(self.filter.text())
        self._list(keep=keep)

    def _list(self, *, keep: bool) -> None:
        if self.query.done:
            self.table.set_empty(tr("Inget i historiken passar in."), tr("Visa allt"))
        else:
            self.table.set_empty(tr("Letar …"))
        self.table.set_ids(self.query.ids, keep=keep)
        count = len(self.query.ids)
        words = tr("{count} åtgärder", count=f"{count:,}".replace(",", "\u00a0"))
        self.count.setText(words if self.query.done else tr("{count} hittills …", count=count))
        self.card.setVisible(bool(count))

    def _clear(self) -> None:
        self.filter.clear()
        for part in (self.groups, self.kinds, self.days):
            part.set_key("")
        self.day.hide()

    def _show_all(self) -> None:
        self._clear()
        self._narrow()
        self.filter.setFocus()

    # The chosen one

    def _look(self, event_id: int) -> None:
        """Choose an event; with a filter that leaves it out the filter is cleared."""
        if not event_id:
            return
        if not self.table.select(event_id):
            self._clear()
            self._ask(keep=False)
            self.table.select(event_id)
        # Once the list has got its height.
        QTimer.singleShot(0, self, self._centre)
        self._settle()

    def _centre(self) -> None:
        view = self.table.view
        view.scrollTo(view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _settle(self) -> None:
        """Unfold the chosen act, and judge those in sight."""
        if self.session.desk is None:
            return
        current = self.table.current_id()
        found = self._fetch([current]) if current is not None else []
        if found:
            self._unfold(found[0])
        seen = self.table.seen()
        self.judging.want(self._fetch(self.table.rows.ids[seen.start : seen.stop]))

    def _unfold(self, line: Line) -> None:
        desk = self.session.need()
        if self._shown == line and self.card.told == told(desk, line.row, self.judging.of(line)):
            return
        self._shown = line
        self.card.show_row(line.row, line.about, line.route)
        self.card.show_told(told(desk, line.row, self.judging.of(line)))
        self.card.show_traces(traces(desk, desk.store.event(line.row.id)))

    def _follow(self, event_id: int) -> None:
        for line in self._fetch([event_id]):
            if line.route is not None:
                self.go.emit(line.route)

    def _take_back(self, event_id: int) -> None:
        self.asked.emit(TakeBack, {"event_id": str(event_id)})

    def answered(self, outcome: Outcome) -> None:
        """Stay at the act: how it stands now is read by `refresh`."""
        super().answered(outcome)
        self._shown = None

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say at the act why it was not taken back."""
        self.card.show_refusal(" ".join(problem_words(each) for each in problems))

    # Keys

    def focus_filter(self) -> None:
        """Answer Ctrl+L."""
        self.filter.setFocus()
        self.filter.selectAll()

    def first_focus(self) -> None:
        """Begin in the list."""
        self.table.view.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the button; it is pressed by Enter, so that no key strays."""
        self.card.first().setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.filter, self.table, self.card.first())

    def leave(self) -> None:
        """Look no further while another page is shown."""
        self.query.stop()
        self.judging.stop()
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
