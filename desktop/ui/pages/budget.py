"""The budget of a mandate period: what is left, year by year, place by place, and what if."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.casework import Case
from desktop.domain.dates import mandate_period
from desktop.flow.budget_view import budget_view, periods, place_lines
from desktop.flow.ledger import case_lines
from desktop.flow.money import frame_asked
from desktop.flow.rounds import hears
from desktop.flow.steps import step_named
from desktop.flow.steps.budget import RemoveEntry
from desktop.flow.steps.what_if import ChangeWhatIf, DropWhatIf
from desktop.flow.what_if import what_ifs
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.budget_acts import ACTS, TRIED, ActHolder
from desktop.ui.pages.budget_cards import EntryCard, FrameCard
from desktop.ui.pages.budget_frame import Pair
from desktop.ui.pages.budget_grants import PlaceCard
from desktop.ui.pages.budget_paper import BUDGET
from desktop.ui.pages.budget_tables import AllocationCard, YearCard
from desktop.ui.pages.budget_what_if import WhatIfCard
from desktop.ui.roles import Mark
from desktop.ui.spoken import long_date
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.day import DateEdit
from desktop.ui.widgets.words import muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.problems import Problem
    from desktop.flow.budget_view import BudgetView
    from desktop.flow.ledger import CaseLine
    from desktop.flow.run import Outcome
    from desktop.ui.draft import DraftKey
    from desktop.ui.session import Session


class BudgetPage(Page):
    """One mandate period at a time, as it stands or as it stood."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame()
        self.frame.set_title(tr("Budget"))
        self.period = ComboBox()
        self.period.setAccessibleName(tr("Mandatperiod"))
        self.day = DateEdit(session.read_day)
        self.day.setAccessibleName(tr("Visa budgeten per den dagen"))
        self.per = muted(tr("Per"))
        self.per.setBuddy(self.day)
        self.print_button = Button(tr("Skriv ut"), "printer")
        self.frame_button = Button(tr("Lägg in en ram"))
        self.frame_button.clicked.connect(lambda: self.choose("set_frame"))
        for tool in (self.period, self.per, self.day, self.frame_button, self.print_button):
            self.frame.buttons.addWidget(tool)
        self.sums, self.years = FrameCard(), YearCard()
        self.places = PlaceCard(self._cases)
        self.allocations, self.what_if, self.entries = AllocationCard(), WhatIfCard(), EntryCard()
        self.acting = ActHolder(session)
        self._frame_part = Pair(self.sums, self.years)
        self.frame.add(
            self._frame_part,
            self.places,
            self.what_if,
            self.allocations,
            self.entries,
            self.acting,
        )
        self.seen: BudgetView | None = None
        self.on: date | None = None
        self._first_year = mandate_period(session.today.year)[0]
        self._year = session.today.year
        self._chosen, self._subject = "", 0
        self._reading = False
        self._connect()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.period.chosen.connect(self._choose_period)
        self.day.editingFinished.connect(self._choose_day)
        self.day.textEdited.connect(self._stepped)
        self.print_button.clicked.connect(self.print_)
        self.sums.grid.followed.connect(self._open_number)
        self.years.table.moved.connect(self._choose_year)
        self.years.table.opened.connect(lambda _year: self.choose("plan_year"))
        self.places.case.connect(lambda case: self.go.emit(Route(page="arende", subject=case)))
        self.allocations.table.emptied.connect(lambda: self.choose("set_allocation"))
        for signal in (self.allocations.table.stepped, self.allocations.table.opened):
            signal.connect(lambda row: self.choose("set_allocation", row))
        self.entries.table.stepped.connect(self._step_entry)
        self.entries.table.emptied.connect(lambda: self.choose("add_own_cost"))
        self.what_if.changed.connect(self._change_sum)
        self.what_if.acted.connect(self._act_on_what_if)
        self.acting.chosen.connect(self.choose)
        self.acting.submitted.connect(self.asked)
        for table in self._tables():
            table.passed.connect(partial(self._pass, table))

    def _tables(self) -> list[Any]:
        cards = (self.years, self.places, self.allocations, self.entries)
        return [card.table for card in cards]

    def _pass(self, table: QWidget, way: int) -> None:
        tables = [each for each in self._tables() if each.isVisibleTo(self) and each.rows.ids]
        at = tables.index(table) + way if table in tables else -1
        if 0 <= at < len(tables):
            tables[at].enter(last=way < 0)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Budget")

    def open(self, subject: int, act: str) -> None:
        """Turn to the period of a year, and to an act's form."""
        if subject:
            self._year, self._first_year = subject, mandate_period(subject)[0]
        act, _, about = act.partition(" ")
        self._chosen = act if act in (*ACTS, *TRIED) else ""
        self._subject = int(about) if about.isdecimal() else 0
        if act:
            self.on = None

    def refresh(self) -> None:
        """Read the budget again."""
        desk = self.session.need()
        words = tr("Mandatperioden {years}")
        self.period.set_options(
            (str(first), words.format(years=f"{first}–{last}")) for first, last in periods(desk)
        )
        self.period.set_key(str(self._first_year))
        self.seen = budget_view(desk, self._first_year, self.on)
        self.on = self.seen.on
        if not self.day.hasFocus() or self.on is None:
            self.day.set_day(self.on or desk.today)
        self._year = min(max(self._year, self.seen.first_year), self.seen.last_year)
        self._show(self.seen)

    def _show(self, seen: BudgetView) -> None:
        desk, began = self.session.need(), seen.frame is not None
        asked = frame_asked(desk)
        self.print_button.setVisible(began)
        self.frame_button.setVisible(not asked)
        self._frame_part.setVisible(asked)
        self._show_band(seen)
        self._reading = True
        self.sums.show_budget(seen, desk.today)
        for card in (self.years, self.allocations, self.entries):
            card.setVisible(began)
            card.show_budget(seen)
        self.allocations.setVisible(began and (bool(seen.allocations) or seen.on is None))
        self.years.table.select(self._year)
        self._reading = False
        self._show_year()
        self._show_form()

    def _show_band(self, seen: BudgetView) -> None:
        bands = []
        if seen.on is not None:
            band = MessageBand(
                Mark.INFO,
                tr("Så såg det ut {day}.", day=long_date(seen.on)),
                tr(
                    "Beslut, betalningar och kostnader räknas till och med den dagen."
                    " Inget kan läggas in eller ändras här; det görs i dag."
                ),
                [("today", tr("Visa i dag"))],
            )
            band.followed.connect(lambda _key: self.choose_day(None))
            bands.append(band)
        self.frame.show_bands(bands)

    def _show_year(self) -> None:
        desk = self.session.need()
        self.places.show_places(self._year, place_lines(desk, self._year, self.on))
        # A distribution is adopted as proposals to the committee: none without one.
        if self.on is not None or not hears(desk):
            self.what_if.hide()
        else:
            self.what_if.show_what_ifs(what_ifs(desk, self._year))

    def _cases(self, place_id: int) -> Sequence[CaseLine]:
        return case_lines(self.session.need(), place_id, self._year, self.on)

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
        self._show_year()
        if self._chosen in ("plan_year", *TRIED):
            self._show_form()

    def _stepped(self, _written: str) -> None:
        """Show a day that was stepped to or picked; one that is being typed waits for Enter."""
        day = self.day.day()
        if day is not None and self.day.text() == day.isoformat():
            self.choose_day(day)

    def _choose_day(self) -> None:
        day = self.day.day()
        if day is None and self.day.text().strip():
            self.said.emit(tr("Per – det är ingen dag – skriv som 2025-12-31."))
            self.day.set_day(self.on or self.session.need().today)
        else:
            self.choose_day(day)

    def choose_day(self, day: date | None) -> None:
        """Show the budget as it looked when a day ended; None for today."""
        today = self.session.need().today
        wanted = day if day is not None and day < today else None
        if wanted == self.on and self.seen is not None:
            return
        self.on = wanted
        if wanted is not None:
            self._first_year, self._year = mandate_period(wanted.year)[0], wanted.year
        self.refresh()
        if self.on is None:
            self.day.set_day(today)

    # What can be done

    def _act(self) -> str:
        """Give the act whose form is shown; none where no frame is asked for."""
        if not frame_asked(self.session.need()) and self._chosen not in ("set_frame", *TRIED):
            return ""
        if self._chosen in TRIED:
            return self._chosen
        if self.seen is None or self.seen.frame is None:
            return "set_frame"
        return self._chosen or ACTS[0]

    def _show_form(self) -> None:
        if self.seen is None:
            return
        shows = self.seen.on is None and bool(self._act())
        self.acting.setVisible(shows)
        if not shows:
            self.acting.clear()
        else:
            self.acting.show_act(self._act(), self.seen, self._year, self._subject)
        self.form = self.acting.form

    def choose(self, name: str, subject: int = 0) -> None:
        """Put the form of another act on the page and take the keyboard there; none in the past."""
        if self.on is not None:
            return
        self._chosen, self._subject = name, subject
        self._show_form()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        return Route(
            page=here.page, subject=self._year, act=" ".join(filter(None, (key.act, key.more)))
        )

    def _act_on_what_if(self, name: str, what_if_id: int) -> None:
        if name == "drop_what_if":
            if self._subject == what_if_id:
                self._chosen, self._subject = "", 0
            self.asked.emit(DropWhatIf, {"what_if_id": str(what_if_id)})
        else:
            self.choose(name, what_if_id)

    def _change_sum(self, what_if_id: int, case_id: int, written: str) -> None:
        row = {"case_id": str(case_id), "amount": written}
        self.asked.emit(ChangeWhatIf, {"what_if_id": str(what_if_id), "rows": [row]})

    def _step_entry(self, at: int) -> None:
        row = self.entries.rows[at]
        if row.visit_id:
            self.go.emit(Route(page="besok", subject=row.visit_id))
        elif row.entry_id:
            self.asked.emit(RemoveEntry, {"entry_id": str(row.entry_id)})

    def _open_number(self, number: str) -> None:
        case = self.session.need().store.first(Case, "number = ?", number)
        if case is not None:
            self.go.emit(Route(page="arende", subject=case.id))

    def answered(self, outcome: Outcome) -> None:
        """Empty the form: the next entry is another one."""
        if outcome.event.name not in ("change_what_if", "remove_entry"):
            super().answered(outcome)
            self.acting.forget()
            self._chosen = "" if self._chosen in TRIED else self._chosen
            self._subject = 0

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong in the form, or beside nothing when the sum of a column was refused."""
        super().show_problems(problems)
        names = {each.field.split(".")[0] for each in problems}
        if names & {"what_if_id", "rows", "entry_id"} and self._chosen != "adopt_what_if":
            self.said.emit(" ".join(shown(each.text) for each in problems))
            self.refresh()

    # Keys

    def first_focus(self) -> None:
        """Begin among the places, or in the form when there is no frame."""
        if self.seen is not None and self.seen.frame is not None and not self._chosen:
            self.places.table.setFocus()
        else:
            super().first_focus()

    def columns(self) -> Sequence[QWidget]:
        """Give the lists, the sums that are tried, and the form."""
        tables = [each for each in self._tables() if each.isVisibleTo(self)]
        tried = [next(iter(panel.sums.values())) for panel in self.what_if.panels[:2] if panel.sums]
        return [*tables, *tried, *([self.form] if self.form is not None else [])]

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer every act on the budget."""
        if menu != "arende" or self.seen is None or self.seen.frame is None or self.on:
            return ()
        return [
            Offer(word=shown(step_named(name).title), do=partial(self.choose, name))
            for name in (*ACTS, "new_what_if")
        ]

    def print_(self) -> None:
        """Answer Ctrl+P: show the period as it is chosen, on paper, to be printed."""
        if self.seen is not None and self.seen.frame is not None:
            day = self.on.isoformat() if self.on is not None else ""
            self.go.emit(Route(page=BUDGET, subject=self._year, act=day))
        else:
            super().print_()
