"""The budget of a mandate period: what is left, year by year, pot by pot, and its entries."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.dates import mandate_period
from desktop.flow.budget_view import budget_view, periods, pot_lines
from desktop.flow.steps import step_named
from desktop.flow.steps.budget import RemoveEntry
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page
from desktop.ui.pages.budget_cards import EntryCard, FrameCard
from desktop.ui.pages.budget_paper import budget_paper
from desktop.ui.pages.budget_tables import PotCard, YearCard
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.budget_view import BudgetView
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

ACTS = ("add_own_cost", "move_frame", "plan_year", "set_frame")
"""What can be noted, the commonest first."""
HIDDEN = {"add_own_cost": ("year",), "move_frame": ("year",), "set_frame": ("first_year",)}
"""Fields that follow from the day or from the period that is shown."""


class BudgetPage(Page):
    """One mandate period at a time."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame()
        self.frame.set_title(tr("Budget"))
        self.period = ComboBox()
        self.period.setAccessibleName(tr("Mandatperiod"))
        self.print_button = Button(tr("Skriv ut"), "printer")
        for tool in (self.period, self.print_button):
            self.frame.buttons.addWidget(tool)
        self.sums, self.years = FrameCard(), YearCard()
        self.pots, self.entries = PotCard(), EntryCard()
        self.frame.add(self.sums, self.years, self.pots, self.entries)
        self.seen: BudgetView | None = None
        self._first_year = mandate_period(session.today.year)[0]
        self._year = session.today.year
        self._chosen = ""
        self._made: tuple[object, ...] = ()
        self._reading = False
        self._connect()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.period.chosen.connect(self._choose_period)
        self.print_button.clicked.connect(self.print_)
        self.years.table.moved.connect(self._choose_year)
        self.years.table.opened.connect(lambda _year: self.choose("plan_year"))
        self.years.table.stepped.connect(lambda _year: self.choose("plan_year"))
        self.years.table.passed.connect(lambda way: self._pass(self.years.table, way))
        self.pots.table.passed.connect(lambda way: self._pass(self.pots.table, way))
        self.entries.table.passed.connect(lambda way: self._pass(self.entries.table, way))
        self.entries.table.stepped.connect(
            lambda at: self.asked.emit(RemoveEntry, {"entry_id": str(at)})
        )
        self.entries.table.emptied.connect(lambda: self.choose("add_own_cost"))
        self.frame.widened.connect(
            lambda two: self.form.set_layout(_layout(two=two)) if self.form is not None else None
        )

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Budget")

    def open(self, subject: int, act: str) -> None:
        """Turn to the period of a year, and to an act's form."""
        if subject:
            self._year, self._first_year = subject, mandate_period(subject)[0]
        self._chosen = act if act in ACTS else ""

    def refresh(self) -> None:
        """Read the budget again."""
        desk = self.session.need()
        words = tr("Mandatperioden {years}")
        self.period.set_options(
            (str(first), words.format(years=f"{first}–{last}")) for first, last in periods(desk)
        )
        self.period.set_key(str(self._first_year))
        self.seen = budget_view(desk, self._first_year)
        self._year = min(max(self._year, self.seen.first_year), self.seen.last_year)
        began = self.seen.frame is not None
        self.print_button.setVisible(began)
        self._reading = True
        self.sums.show_budget(self.seen, desk.today)
        for card in (self.years, self.entries):
            card.setVisible(began)
            card.show_budget(self.seen)
        self.years.table.select(self._year)
        self._reading = False
        self._show_pots()
        self._show_form()

    def _show_pots(self) -> None:
        self.pots.show_pots(self._year, pot_lines(self.session.need(), self._year))

    def _choose_period(self, key: str) -> None:
        self.open(int(key), "")
        today = self.session.need().today.year
        if mandate_period(today)[0] == self._first_year:
            self._year = today
        self.refresh()

    def _choose_year(self, year: int) -> None:
        if self.seen is None or self._reading or year == self._year:
            return
        self._year = year
        self._show_pots()
        if self._chosen == "plan_year":
            self._show_form()

    def _pass(self, table: QWidget, way: int) -> None:
        tables = [
            card.table for card in (self.years, self.pots, self.entries) if card.isVisibleTo(self)
        ]
        at = tables.index(table) + way if table in tables else -1
        if 0 <= at < len(tables):
            tables[at].enter(last=way < 0)

    # The form

    def _act(self) -> str:
        if self.seen is None or self.seen.frame is None:
            return "set_frame"
        return self._chosen or ACTS[0]

    def _show_form(self) -> None:
        seen = self.seen
        if seen is None:
            return
        name = self._act()
        desk = self.session.need()
        step = step_named(name)
        values = step.prefill(desk, seen.frame.period if seen.frame else None)
        values |= self._values(name)
        marks = (name, seen.first_year, repr(values), self.frame.two_columns)
        if marks == self._made and self.form is not None:
            return
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
        form = FormPanel(
            step.command,
            title=shown(step.title),
            button=shown(step.verb(None)),
            values=values,
            consequence=self._consequence(name),
            layout=_layout(two=self.frame.two_columns),
            others=[(each, shown(step_named(each).title)) for each in ACTS if each != name]
            if seen.frame is not None
            else (),
            day=self.session.read_day,
            note=tr("Lägg in"),
            skip=HIDDEN.get(name, ()),
            drafts=self.session.preferences.drafts,
            draft_key=f"{desk.store.register_uuid}:{name}:{seen.first_year}",
        )
        form.submitted.connect(self._submit)
        form.other.connect(self.choose)
        self.form = form
        self.frame.set_act(form)

    def _values(self, name: str) -> dict[str, object]:
        seen = self.seen
        if name == "plan_year" and seen is not None:
            plans = {line.year: line.plan for line in seen.years}
            return {"year": self._year, "plan": plans.get(self._year)}
        if name == "set_frame":
            return {"first_year": self._first_year}
        return {}

    def _consequence(self, name: str) -> str:
        years = f"{self._first_year}–{mandate_period(self._first_year)[1]}"
        return {
            "set_frame": tr("Ramen gäller hela mandatperioden {years}.", years=years),
            "add_own_cost": tr("Dras från ramen {years}.", years=years),
            "move_frame": tr("Ändrar ramen {years} från den dagen.", years=years),
            "plan_year": tr("Planen är ett riktmärke. Ramen är det som gäller."),
        }[name]

    def _submit(self, raw: dict[str, object]) -> None:
        name = self._act()
        if "year" in HIDDEN.get(name, ()):
            day = self.session.read_day(str(raw.get("day", "")))
            raw = raw | {"year": str(day.year if day is not None else self._year)}
        self.asked.emit(step_named(name).command, raw)

    def choose(self, name: str) -> None:
        """Put the form of another act on the page, and take the keyboard there."""
        self._chosen = name
        self._show_form()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def answered(self, outcome: Outcome) -> None:
        """Empty the form: the next entry is another one."""
        super().answered(outcome)
        self._made = ()

    # Keys

    def first_focus(self) -> None:
        """Begin in the years, or in the form when there is no frame."""
        if self.seen is not None and self.seen.frame is not None and not self._chosen:
            self.years.table.setFocus()
        else:
            super().first_focus()

    def columns(self) -> Sequence[QWidget]:
        """Give the lists and the form."""
        cards = [
            card.table for card in (self.years, self.pots, self.entries) if card.isVisibleTo(self)
        ]
        return [*cards, self.form] if self.form is not None else cards

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer every act on the budget."""
        if menu != "arende" or self.seen is None or self.seen.frame is None:
            return ()
        return [
            Offer(word=shown(step_named(name).title), do=partial(self.choose, name))
            for name in ACTS
        ]

    def print_(self) -> None:
        """Answer Ctrl+P: print the period as it stands."""
        from desktop.ui.list_printing import print_list  # noqa: PLC0415 - not before it is wanted

        if self.seen is not None and self.seen.frame is not None:
            desk = self.session.need()
            print_list(
                self, budget_paper(self.seen, self._year, pot_lines(desk, self._year), desk.today)
            )
        else:
            super().print_()


def _layout(*, two: bool) -> Layout:
    return Layout.SIDE if two else Layout.WIDE
