"""Everything that has a day, in one list: late, this week, this month, later."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.budgeting import Note
from desktop.flow.deadline_facts import all_deadlines, lead_times
from desktop.flow.deadlines import GROUPS, KIND_WORDS, LEAD
from desktop.flow.offered import offered
from desktop.flow.steps import step_named
from desktop.flow.steps.notes import NoteDone
from desktop.ui.deadline_route import deadline_route
from desktop.ui.dialogs import ask_save
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.bevakningar_groups import DeadlineGroup, LeadTimes
from desktop.ui.pages.bevakningar_paper import deadlines_paper
from desktop.ui.pages.bevakningar_strip import MonthStrip
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.combo import ComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.ask import Ask
    from desktop.flow.deadlines import Deadline
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

ACTS = ("add_note", "change_note", "set_lead_time")


class DeadlinesPage(Page):
    """The list, its year at a glance, and a line for a reminder of one's own."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame(back=tr("Idag"))
        self.frame.set_title(tr("Bevakningar"))
        self.kind = ComboBox()
        self.kind.setAccessibleName(tr("Slag av bevakning"))
        self.calendar_button = Button(tr("Till kalendern"), "calendar")
        self.print_button = Button(tr("Skriv ut"), "printer")
        for tool in (self.kind, self.calendar_button, self.print_button):
            self.frame.buttons.addWidget(tool)
        self.strip = MonthStrip()
        card = Card()
        card.add(Heading(tr("Året framåt"), note=tr("fylld ruta: dags att tänka på")), self.strip)
        self.groups = {name: DeadlineGroup(name) for name in GROUPS}
        self.leads = LeadTimes()
        self.acting = QVBoxLayout()
        self.frame.add(card)
        self.frame.main.addLayout(self.acting)
        self.frame.add(*self.groups.values(), self.leads)
        self.shown: Sequence[Deadline] = ()
        self._act, self._subject, self._lead = "add_note", 0, "report"
        self._made: tuple[object, ...] = ()
        self._connect()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.frame.backed.connect(self.back)
        self.kind.chosen.connect(lambda _kind: self._show())
        self.calendar_button.clicked.connect(self.save_calendar)
        self.print_button.clicked.connect(self.print_)
        self.leads.asked.connect(self._change_lead)
        for group in self.groups.values():
            group.opened.connect(self._look)
            group.stepped.connect(self._step)
            group.table.passed.connect(lambda way, each=group: self._pass(each, way))
        self.leads.table.passed.connect(lambda way: self._pass(self.leads, way))

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Bevakningar")

    def open(self, subject: int, act: str) -> None:
        """Turn to a reminder of one's own, to be changed, or to a new one."""
        act, _, lead = act.partition(" ")
        self._lead = lead if lead in LEAD else self._lead
        self._act = act if act in ACTS else "change_note" if subject else "add_note"
        self._subject = subject

    def refresh(self) -> None:
        """Read every day again."""
        found = all_deadlines(self.session.need())
        kinds = {each.kind for each in found}
        self.kind.set_options(
            [
                ("", tr("Alla slag")),
                *((key, shown(word)) for key, word in KIND_WORDS.items() if key in kinds),
            ]
        )
        self._show()
        self._show_form()

    def _show(self) -> None:
        desk, wanted = self.session.need(), self.kind.key()
        self.shown = [each for each in all_deadlines(desk) if wanted in ("", each.kind)]
        self.strip.set_deadlines(self.shown, desk.today)
        for name, group in self.groups.items():
            group.show_deadlines([each for each in self.shown if each.group == name], desk.today)
        self.leads.show_leads(lead_times(desk), offered(desk))

    # The form

    def _show_form(self) -> None:
        desk = self.session.need()
        note = desk.store.first(Note, "id = ? and done_on is null", self._subject)
        if self._act == "change_note" and note is None:
            self._act = "add_note"
        step = step_named(self._act)
        values = step.prefill(desk, note)
        if self._act == "set_lead_time":
            days = {**LEAD, **lead_times(desk)}[self._lead]
            values = {"kind": self._lead, "days": days}
        marks = (self._act, repr(values))
        if marks == self._made and self.form is not None:
            return
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
            self.acting.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = FormPanel(
            step.command,
            title=shown(step.title),
            button=shown(step.verb(note)),
            values=values,
            options=_options,
            layout=Layout.WIDE,
            others=() if self._act == "add_note" else [("add_note", tr("Ny bevakning"))],
            day=self.session.read_day,
            note=tr("Lägg in") if self._act == "add_note" else tr("Ändra"),
            skip=("subject", "note_id"),
            drafts=self.session.preferences.drafts,
            draft_key=DraftKey(
                register=desk.store.register_uuid,
                act=self._act,
                subject=self._subject,
                more=self._lead if self._act == "set_lead_time" else "",
            ),
        )
        self.form.submitted.connect(lambda raw, command=step.command: self.asked.emit(command, raw))
        self.form.other.connect(self.choose)
        self.acting.addWidget(self.form)
        self.form.show()

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        subject = key.subject if key.act == "change_note" else 0
        return Route(page=here.page, subject=subject, act=f"{key.act} {key.more}".strip())

    def choose(self, act: str, subject: int = 0) -> None:
        """Put the form of an act on the page, and take the keyboard there."""
        self._act, self._subject = act, subject
        self._show_form()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def _change_lead(self, kind: str) -> None:
        self._lead = kind
        self.choose("set_lead_time")

    def answered(self, outcome: Outcome) -> None:
        """Empty the form: the next reminder is another one."""
        if outcome.event.name != "note_done":
            super().answered(outcome)
            self._made = ()
            self._act, self._subject = "add_note", 0

    # What is done with a row

    def _look(self, it: Deadline) -> None:
        if it.fact.note_id:
            self.choose("change_note", it.fact.note_id)
        else:
            route = deadline_route(self.session.need(), it.fact.subject)
            if route is not None:
                self.go.emit(route)

    def _step(self, it: Deadline) -> None:
        if it.fact.note_id:
            self.asked.emit(NoteDone, {"note_id": str(it.fact.note_id)})
        else:
            self._look(it)

    def current(self) -> Deadline | None:
        """Give the deadline of the row with the keyboard."""
        group = next((each for each in self._full() if each.table.view.hasFocus()), None)
        return group.current() if group is not None else None

    def _full(self) -> list[DeadlineGroup]:
        return [group for group in self.groups.values() if group.rows]

    def _pass(self, here: DeadlineGroup | LeadTimes, way: int) -> None:
        parts: list[DeadlineGroup | LeadTimes] = [*self._full()]
        if self.leads.table.isVisibleTo(self):
            parts.append(self.leads)
        at = parts.index(here) + way if here in parts else -1
        if 0 <= at < len(parts):
            parts[at].table.enter(last=way < 0)

    def save_calendar(self) -> bool:
        """Ask where, and save the list as a calendar file; False when it was not saved."""
        path = ask_save(
            self,
            tr("Spara till kalendern"),
            Path(f"bevakningar-{self.session.need().today}.ics"),
            tr("Kalender (*.ics)"),
        )
        if path is None:
            return False
        try:
            path.write_bytes(self.calendar())
        except OSError:
            self.said.emit(tr("{name} går inte att skriva. Välj en annan mapp.", name=path.name))
            return False
        self.said.emit(tr("{name} är sparad. Öppna den i kalendern.", name=path.name))
        return True

    def calendar(self) -> bytes:
        """Give the list that is shown as a calendar file."""
        from desktop.flow.calendar_file import calendar_file  # noqa: PLC0415 - seldom wanted

        desk = self.session.need()
        return calendar_file(self.shown, desk.store.register_uuid, desk.today, tr)

    # Keys

    def first_focus(self) -> None:
        """Begin in the most urgent row, or in the form that was asked for."""
        full = self._full()
        if full and self._act == "add_note":
            full[0].table.enter()
        else:
            super().first_focus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: the next step of the current row, otherwise the form's."""
        it = self.current()
        if it is not None and not it.fact.note_id:
            self._look(it)
        elif it is not None:
            self._step(it)
        else:
            super().next_act()

    def columns(self) -> Sequence[QWidget]:
        """Give the lists and the form."""
        tables: list[QWidget] = [group.table for group in self._full()]
        return [*tables, *([self.form] if self.form is not None else [])]

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer what can be done with the list."""
        if menu == "papper":
            return (Offer(word=tr("Spara till kalendern (.ics)"), do=self.save_calendar),)
        return (Offer(word=tr("Ny bevakning"), do=lambda: self.choose("add_note")),)

    def print_(self) -> None:
        """Answer Ctrl+P: print the list that is shown."""
        from desktop.ui.list_printing import print_list  # noqa: PLC0415 - not before it is wanted

        print_list(self, deadlines_paper(self.shown, self._today()))

    def _today(self) -> date:
        return self.session.need().today


def _options(_asked: Ask) -> list[tuple[str, str]]:
    return []
