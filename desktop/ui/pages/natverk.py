"""The page *Nätverk och projekt*: the parts that the guideline offers, one list at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.domain.text import Text, say
from desktop.flow.offered import Offered, offered
from desktop.flow.plan_view import plan_years
from desktop.ui.frame import NARROW, ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.natverk_all import ALL
from desktop.ui.pages.natverk_bodies import Contacts, Documents, Plans
from desktop.ui.pages.natverk_paper import part_paper
from desktop.ui.pages.natverk_parts import Networks, Projects
from desktop.ui.table import Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.filter import FilterEdit
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.pages.natverk_part import Part
    from desktop.ui.session import Session

PARTS: tuple[Part, ...] = (Networks(), Projects(), Plans(), Contacts(), Documents())
"""Every part, in the order of the choice."""


def parts_offered(it: Offered) -> tuple[Part, ...]:
    """Give the parts that are of use; bodies are where anything is about them."""
    wanted = {each.key: bool(getattr(it, each.key)) for each in PARTS}
    wanted["contacts"] = it.bodies
    return tuple(each for each in PARTS if wanted[each.key])


def part_word(part: Part, it: Offered) -> Text:
    """Give what a part is called; bodies by their own name where no contact persons are asked."""
    return say("Verksamheter") if part.key == "contacts" and not it.contacts else part.word


class NetworksPage(Page):
    """A choice of parts; each has its own list and filter."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.parts: tuple[Part, ...] = ()
        self.rows: Sequence[Any] = ()
        self._key = ""
        self._everything = False
        self.frame = ListFrame()
        self.frame.set_title(tr("Nätverk och projekt"))
        self.all_link = Link("")
        self.all_link.clicked.connect(self._turn)
        self.print_button = Button(tr("Skriv ut"), "printer")
        self.print_button.clicked.connect(self.print_)
        self.new_button = Button("", "plus")
        self.new_button.clicked.connect(lambda: self.go.emit(self.part.begin()))
        for button in (self.all_link, self.print_button, self.new_button):
            self.frame.buttons.addWidget(button)
        self.choice = SegmentedChoice([], strong=False)
        self.choice.setAccessibleName(tr("Register"))
        self.choice.chosen.connect(self.turn_to)
        # Where there is little room the parts are chosen in a list that folds out.
        self.folded = ComboBox()
        self.folded.setAccessibleName(tr("Register"))
        self.folded.chosen.connect(self.turn_to)
        self.year = ComboBox()
        self.year.setAccessibleName(tr("År"))
        self.year.chosen.connect(lambda _key: self._show())
        self.filters: dict[str, FilterEdit] = {}
        self.tables: dict[str, Table] = {}
        self._filter_stack, self._stack = QStackedWidget(), QStackedWidget()
        for part in PARTS:
            self._make(part)
        self.frame.tools.addWidget(self._filter_stack, 1)
        self.frame.tools.addWidget(self.choice)
        self.frame.tools.addWidget(self.folded)
        self.frame.tools.addWidget(self.year)
        self.frame.body.addWidget(self._stack)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _make(self, part: Part) -> None:
        following = Column(
            key="next",
            title=tr("Nästa steg"),
            value=part.next_words,
            link=True,
            align="right",
        )
        table = Table([*part.columns(), following], name=shown(part.word), tall=True)
        table.opened.connect(lambda at: self.go.emit(self.part.route(self.rows[at])))
        table.stepped.connect(self._step)
        table.emptied.connect(self._emptied)
        edit = FilterEdit(shown(part.filter_words), table)
        edit.asked.connect(lambda _words: self._show())
        self.tables[part.key], self.filters[part.key] = table, edit
        self._stack.addWidget(table)
        self._filter_stack.addWidget(edit)

    @property
    def part(self) -> Part:
        """Give the part that is shown."""
        return next(each for each in PARTS if each.key == self._key)

    @property
    def table(self) -> Table:
        """Give the list that is shown."""
        return self.tables[self._key]

    @property
    def filter(self) -> FilterEdit:
        """Give the filter of the list that is shown."""
        return self.filters[self._key]

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Nätverk och projekt")

    def open(self, subject: int, act: str) -> None:
        """Turn to a part by its key; without one the last stays."""
        del subject
        if act in self.tables:
            self._key = act

    def refresh(self) -> None:
        """Read the registers again."""
        desk = self.session.need()
        it = offered(desk)
        self.parts = parts_offered(it) or PARTS[:1]
        keys = [each.key for each in self.parts]
        if self._key not in keys:
            self._key = keys[0]
        options = [(each.key, shown(part_word(each, it))) for each in self.parts]
        self.choice.set_options(options)
        self.folded.set_options(options)
        self._fit()
        years = [str(each) for each in plan_years(desk)]
        self.year.set_options([(each, each) for each in years])
        if self.year.key() not in years:
            self.year.set_key(str(desk.today.year))
        self._show()

    def turn_to(self, key: str) -> None:
        """Show another part."""
        self._key, self._everything = key, False
        self._show()

    def _show(self) -> None:
        self.choice.set_key(self._key)
        self.folded.set_key(self._key)
        part, text = self.part, self.filter.text()
        year = self.year.key()
        desk = self.session.need()
        found = part.rows(desk, text, int(year) if year else desk.today.year)
        rests = sum(part.resting(each) for each in found)
        self.rows = [each for each in found if self._everything or not part.resting(each)]
        self._stack.setCurrentWidget(self.table)
        self._filter_stack.setCurrentWidget(self.filter)
        self.year.setVisible(part.yearly)
        self.all_link.setVisible(bool(rests))
        words = shown(part.rests)
        self.all_link.setText(
            tr("Dölj {what}", what=words)
            if self._everything
            else tr("Visa {count} {what}", count=rests, what=words)
        )
        if text:
            self.table.set_empty(tr("Inget passar in."), tr("Visa alla"))
        else:
            self.table.set_empty(shown(part.empty_words), shown(part.new_words))
        self.table.set_rows(list(enumerate(self.rows)))
        self.table.set_match(text)
        self.table.set_sums(part.sums(self.rows) if len(self.rows) > 1 else {})
        self.new_button.setText(shown(part.new_words))
        self.print_button.setVisible(bool(self.rows))
        self.frame.set_line(part.line(self.rows))

    def _fit(self) -> None:
        several = len(self.parts) > 1
        narrow = self.width() < em(NARROW)
        self.choice.setVisible(several and not narrow)
        self.folded.setVisible(several and narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the choice of parts where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _turn(self) -> None:
        self._everything = not self._everything
        self._show()

    def _step(self, at: int) -> None:
        self.go.emit(self.part.step(self.rows[at]))

    def _emptied(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.go.emit(self.part.begin())

    # Keys

    def focus_filter(self) -> None:
        """Answer Ctrl+L."""
        self.filter.setFocus()
        self.filter.selectAll()

    def first_focus(self) -> None:
        """Take the keyboard to the list, or to the way to begin."""
        if self.table.rows.ids:
            self.table.setFocus()
        else:
            self.table.empty.button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the next act of the row."""
        at = self.table.current_id()
        if at is not None:
            self._step(at)

    def new_here(self) -> Route | None:
        """Answer Ctrl+N with one more of what is shown."""
        return self.part.begin()

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer every list on one paper."""
        if menu != "papper":
            return ()
        whole = tr("Nätverk, projekt och planer på ett papper")
        return (Offer(word=whole, do=lambda: self.go.emit(Route(page=ALL))),)

    def print_(self) -> None:
        """Answer Ctrl+P: print the list that is shown."""
        from desktop.ui.list_printing import print_list  # noqa: PLC0415 - not before it is wanted

        if not self.rows:
            super().print_()
            return
        print_list(self, part_paper(self.part, self.rows, self.session.need().today))

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.filter, self.table, self.new_button)
