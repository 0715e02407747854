"""The form of the budget: which act it is about, what it proposes, and what it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.budgeting import Allocation, WhatIf
from desktop.domain.dates import mandate_period
from desktop.flow.options import options
from desktop.flow.steps import step_named
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.i18n import shown, tr
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from desktop.flow.ask import Ask
    from desktop.flow.budget_view import BudgetView
    from desktop.ui.session import Session

ACTS = ("add_own_cost", "move_frame", "plan_year", "set_allocation", "set_frame")
"""What can be noted, the commonest first."""
TRIED = ("new_what_if", "adopt_what_if")
"""Acts on distributions that have a form; they are begun at their column."""
HIDDEN = {
    "add_own_cost": ("year",),
    "move_frame": ("year",),
    "set_frame": ("first_year",),
    "set_allocation": ("first_year",),
    "new_what_if": ("year", "note"),
    "adopt_what_if": ("what_if_id",),
}
"""Fields that follow from the day, the period or the column."""


class ActHolder(QWidget):
    """Holds the form of the act at hand."""

    chosen = Signal(str)
    """Another act is wanted."""
    submitted = Signal(object, object)
    """Command and what was typed."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__()
        self.session = session
        self.form: FormPanel | None = None
        self._made: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        tight(self._column)

    def forget(self) -> None:
        """Make the form anew next time: the next entry is another one."""
        self._made = ()

    def clear(self) -> None:
        """Take the form away: nothing can be noted in the past."""
        self._made = ()
        if self.form is not None:
            self.form.keep_draft()
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def show_act(self, name: str, seen: BudgetView, year: int, subject: int) -> None:
        """Show the form of an act; the same form stays while nothing it proposes has changed."""
        step, desk = step_named(name), self.session.need()
        values = step.prefill(desk, self._about(name, seen, subject))
        values |= _values(name, seen, year)
        marks = (name, seen.first_year, repr(values))
        if marks == self._made and self.form is not None:
            return
        self.clear()
        self._made = marks
        began = seen.frame is not None
        self.form = FormPanel(
            step.command,
            title=shown(step.title),
            button=shown(step.verb(None)),
            values=values,
            options=self._options,
            consequence=_consequence(name, seen),
            layout=Layout.WIDE,
            others=[(each, shown(step_named(each).title)) for each in ACTS if each != name]
            if began
            else (),
            day=self.session.read_day,
            note=tr("Tänk om") if name in TRIED else tr("Lägg in"),
            skip=HIDDEN.get(name, ()),
            drafts=self.session.preferences.drafts,
            draft_key=DraftKey(
                register=desk.store.register_uuid,
                act=name,
                subject=seen.first_year,
                more=str(subject or ""),
            ),
        )
        self.form.submitted.connect(lambda raw: self._submit(name, raw, year))
        self.form.other.connect(self.chosen)
        self._column.addWidget(self.form)
        self.form.show()

    def _about(self, name: str, seen: BudgetView, subject: int) -> object:
        store = self.session.need().store
        if name == "adopt_what_if":
            return store.get(WhatIf, subject)
        if name == "set_allocation" and subject:
            return store.first(Allocation, "id = ?", subject)
        return seen.frame.period if seen.frame else None

    def _options(self, asked: Ask) -> list[tuple[str, str]]:
        return [(key, shown(words)) for key, words in options(self.session.need(), asked)]

    def _submit(self, name: str, raw: dict[str, object], year: int) -> None:
        if name in ("add_own_cost", "move_frame"):
            day = self.session.read_day(str(raw.get("day", "")))
            raw = raw | {"year": str(day.year if day is not None else year)}
        self.submitted.emit(step_named(name).command, raw)


def _values(name: str, seen: BudgetView, year: int) -> dict[str, object]:
    if name == "plan_year":
        plans = {line.year: line.plan for line in seen.years}
        return {"year": year, "plan": plans.get(year)}
    if name in ("set_frame", "set_allocation"):
        return {"first_year": seen.first_year}
    return {"year": year} if name == "new_what_if" else {}


def _consequence(name: str, seen: BudgetView) -> str:
    years = f"{seen.first_year}–{mandate_period(seen.first_year)[1]}"
    return {
        "set_frame": tr("Ramen gäller hela mandatperioden {years}.", years=years),
        "add_own_cost": tr("Dras från ramen {years}.", years=years),
        "move_frame": tr("Ändrar ramen {years} från den dagen.", years=years),
        "plan_year": tr("Planen är ett riktmärke. Ramen är det som gäller."),
        "set_allocation": tr("En del av ramen {years}; den blir inte större.", years=years),
        "new_what_if": tr("Kopierar förslagen som de är. Inget beslutas."),
        "adopt_what_if": tr(
            "Ärendena läggs i samrådsomgången med de här beloppen. Inget beslutas."
        ),
    }[name]
