"""The list of cases: it answers as one types, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.flow.case_list import Sums, case_count, case_rows, next_step
from desktop.flow.picture import picture
from desktop.ui.act_route import next_route
from desktop.ui.frame import TWO_COLUMNS, ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.arenden_columns import columns
from desktop.ui.pages.arenden_paper import case_paper
from desktop.ui.pages.arenden_query import CaseQuery
from desktop.ui.pages.arenden_steps import NextSteps
from desktop.ui.pages.arenden_tools import CaseTools
from desktop.ui.pages.arenden_words import count_words, sum_words
from desktop.ui.roles import Tone
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.flow.case_list import CaseRow
    from desktop.ui.session import Session

FIRST = 200
"""Cases shown at once; more come when one scrolls to the end of them."""
MORE = 5
"""So many times more each time."""
AT_ONCE = 30
"""Rows whose next step is worked out before the page is first shown."""
REST = 40
"""Milliseconds after the last key until everything is counted and added up."""
MOST_WITH_LETTERS = 200
"""Cases whose letters are offered together for printing."""
LARGEST = 16_777_215
"""What Qt calls no limit."""
NEW = Route(page="ansokan")


class CasesPage(Page):
    """Filter, choosers, the list, its sums."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.steps = NextSteps(session, self)
        self.query = CaseQuery(session, self)
        self.table = Table(columns(self.steps.words), self._fetch, name=tr("Ärenden"))
        self.tools = CaseTools(self.table, self)
        self.filter = self.tools.filter
        self.count = Words("", "body", Tone.MUTED)
        self.print_button = Button(tr("Skriv ut"), "printer")
        self._limit = FIRST
        self._more = False
        self._all = 0
        self._sort = ("state", False)
        self._sums = Sums()
        self._is_narrow = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        frame = ListFrame()
        frame.set_title(tr("Ärenden"))
        frame.buttons.addWidget(self.print_button)
        for tool, stretch in self.tools.parts():
            frame.tools.addWidget(tool, stretch)
        frame.tools.addStretch(1)
        frame.tools.addWidget(self.count)
        frame.body.addWidget(self.table, 1)
        frame.body.addStretch()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(frame)
        self.table.set_sort("state", descending=False)

    def _connect(self) -> None:
        self.tools.changed.connect(self._narrow)
        self.print_button.clicked.connect(self.print_)
        self.table.opened.connect(lambda at: self.go.emit(Route(page="arende", subject=at)))
        self.table.stepped.connect(self._step)
        self.table.sorted.connect(self._turn)
        self.table.emptied.connect(self._empty_pressed)
        self.table.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.steps.found.connect(self.table.read_again)
        self.query.ready.connect(self._narrow_again)
        self.query.counted.connect(self._show_sums)
        self._rest.timeout.connect(self._settle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list scrolls sideways, put state and next step beside the name."""
        super().resizeEvent(event)
        self._turn_columns(narrow=self.width() < em(TWO_COLUMNS))

    def _turn_columns(self, *, narrow: bool) -> None:
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        head = self.table.view.headings
        keys = [column.key for column in self.table.rows.columns]
        for key, at in zip(("state", "step"), (2, 3) if narrow else (8, 9), strict=True):
            head.moveSection(head.visualIndex(keys.index(key)), at)
        self._show_sums(self._sums)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Ärenden")

    def open(self, subject: int, act: str) -> None:
        """Show a group of cases when the route names one: "mine", "others", "closed"."""
        del subject
        if act:
            self.tools.show_only(act)

    def refresh(self) -> None:
        """Read the cases again."""
        desk = self.session.need()
        self._all = case_count(desk)
        self.print_button.setVisible(self._all > 0)
        self.tools.offer(desk)
        self.steps.fresh()
        self.query.sort(*self._sort)
        self._ask(keep=True)
        self.steps.now(self._fetch(self.table.rows.ids[:AT_ONCE]))
        self.table.read_again()
        self._settle()
        self.query.begin()

    def _fetch(self, ids: Sequence[int]) -> list[CaseRow]:
        desk = self.session.desk
        return case_rows(desk, ids) if desk is not None else []

    def _narrow(self) -> None:
        """Answer a key or a choice: the first is current, and what is left is counted after."""
        self._limit = FIRST
        self._ask(keep=False)
        self._rest.start(REST)

    def _narrow_again(self) -> None:
        if self.isVisible():
            self._ask(keep=True)
            self._settle()

    def _ask(self, *, keep: bool) -> None:
        asked = self.tools.asked()
        self.query.stop()
        ids, self._more = self.query.first(asked, self._limit)
        self.table.set_match(asked.text)
        self.table.set_ids(ids, keep=keep)
        if not keep:
            self.table.shift(-len(ids))
        if not self._more:
            self._show_count(len(ids))
        if not ids:
            self._say_empty()
        self._hug()

    def _settle(self) -> None:
        """Do what can wait until the keys rest: sums, and the next steps of the rows in sight."""
        if self.session.desk is None:
            return
        self.query.count(self.tools.asked())
        seen = self.table.seen()
        self.steps.want(self._fetch(self.table.rows.ids[seen.start : seen.stop]))

    def _scrolled(self, at: int) -> None:
        bar = self.table.view.verticalScrollBar()
        if self._more and at and at == bar.maximum():
            self._limit *= MORE
            self._ask(keep=True)
            bar.setValue(at)
        self._rest.start(REST)

    def _turn(self, column: str, descending: bool) -> None:
        if column == "state":
            descending = False
            self.table.set_sort(column, descending=False)
        self._sort = (column, descending)
        self.query.sort(column, descending)
        self._limit = FIRST
        self._ask(keep=True)
        self.table.shift(-len(self.table.rows.ids))
        self._settle()

    def _show_count(self, count: int) -> None:
        self.count.setText(count_words(count, self._all))

    def _show_sums(self, sums: Sums) -> None:
        self._sums = sums
        if self.session.desk is not None:
            self._show_count(sums.count)
        self.table.set_sums(sum_words(sums, beside=not self._is_narrow))
        self._hug()

    def _hug(self) -> None:
        """Let a short list end where its rows end."""
        self.table.setMaximumHeight(self.table.full_height() if self.table.rows.ids else LARGEST)

    def _say_empty(self) -> None:
        if not self._all:
            self.table.set_empty(tr("Inga ärenden än."), tr("Registrera ansökan"))
        elif self.tools.asked().group == "mine" and not self.tools.is_narrowed():
            self.table.set_empty(tr("Inget väntar på dig."))
        else:
            self.table.set_empty(tr("Inget ärende passar."), tr("Visa alla"))

    def _empty_pressed(self) -> None:
        if not self._all:
            self.go.emit(NEW)
        else:
            self.tools.show_all()
            self.filter.setFocus()

    def _step(self, case_id: int) -> None:
        desk = self.session.need()
        name, _words = next_step(desk, case_id)
        self.go.emit(
            next_route(picture(desk, case_id), name)
            if name
            else Route(page="arende", subject=case_id)
        )

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the next act of the current case."""
        self.table.step()

    def focus_filter(self) -> None:
        """Answer Ctrl+L."""
        self.filter.setFocus()
        self.filter.selectAll()

    def first_focus(self) -> None:
        """Begin in the filter: the arrows move in the list from there."""
        self.filter.setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give the filter and the list."""
        return (self.filter, self.table)

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer the next step of the current case."""
        if menu == "papper":
            letters = tr("Skriv ut brev i ärendena som visas …")
            return (Offer(word=letters, do=self._print_letters),)
        current = self.table.current_id()
        if current is None:
            return ()
        _name, words = next_step(self.session.need(), current)
        opening = Offer(word=tr("Öppna"), do=self.table.open_current)
        return (
            (opening, Offer(word=shown(words), do=self.table.step)) if shown(words) else (opening,)
        )

    def _print_letters(self) -> None:
        """Go to the letters of the cases that the filter has left, in one go."""
        ids = self.query.every(self.tools.asked())[:MOST_WITH_LETTERS]
        self.go.emit(Route(page="utskrift", act=",".join(map(str, ids))))

    def print_(self) -> None:
        """Answer Ctrl+P: print the selection, whole, in its order."""
        from desktop.ui.list_printing import print_list  # noqa: PLC0415 - not before it is wanted

        desk = self.session.need()
        ids = self.query.every(self.tools.asked())
        print_list(self, case_paper(desk, case_rows(desk, ids), self.count.text()))
