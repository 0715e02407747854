"""The page of a new application: the form, and what the rules say of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.registers import Place
from desktop.flow.steps import step_named
from desktop.flow.steps.application_draft import RegisterApplication
from desktop.flow.steps.school_application import RegisterSchoolApplication
from desktop.ui.forms.application import ApplicationForm
from desktop.ui.forms.school_application import SchoolApplicationForm
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.case_parts.so_far import PotCard, SimilarCard, TrialCard
from desktop.ui.pages.case_parts.trying import attempt, attempt_school, similar
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.problems import Problem
    from desktop.flow.desk import Desk
    from desktop.flow.run import Outcome
    from desktop.ui.pages.case_parts.trying import Similar
    from desktop.ui.session import Session

Known = ApplicationForm | SchoolApplicationForm
"""The forms of an application."""
AFTER_KEY = 200
"""Milliseconds after the last key until the rules are tried again."""


class ApplicationPage(Page):
    """Registering an application."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._association = 0
        self._adding = False
        self._shown: tuple[object, ...] = ()
        self.frame = PageFrame(back=tr("Ärenden"))
        self.frame.backed.connect(lambda: self.go.emit(Route(page="arenden")))
        self.frame.set_title(tr("Ny ansökan"))
        self.frame.set_line(tr("Åtta fält att skriva. Resten är förslag som går att ändra."))
        self.trial, self.pot, self.similar = TrialCard(), PotCard(), SimilarCard()
        self.frame.add_side(self.trial, self.pot, self.similar)
        self._school = False
        self.other = Link("", "small")
        self.other.clicked.connect(self._turn)
        self.other.hide()
        self.frame.add(self.other)
        self.pot.went.connect(self.go)
        self.similar.went.connect(self.go)
        self.similar.taken.connect(self._fill_as)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_KEY)
        self._timer.timeout.connect(self.try_rules)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Say what is made."""
        return tr("Ny ansökan")

    def open(self, subject: int, act: str) -> None:
        """Begin, for an association when one is given."""
        del act
        self._association = subject

    def refresh(self) -> None:
        """Make the form when there is none; what is typed stays, and the rules are tried again."""
        if self.form is None:
            self._make_form()
        elif isinstance(self.form, Known):
            self.form.refresh_associations()
        form = self.form
        if not isinstance(form, Known):
            return
        if self._association and not form.is_dirty():
            form.choose_association(self._association)
        self.try_rules()

    def _make_form(self) -> None:
        desk = self.session.need()
        guideline = desk.in_force()[1]
        self.other.setVisible(guideline.associations and guideline.schools)
        if not guideline.associations or (self._school and guideline.schools):
            self.other.setText(tr("En förening söker"))
            self._make_school_form(desk)
            return
        self.other.setText(tr("En skola söker"))
        self.frame.set_line(tr("Åtta fält att skriva. Resten är förslag som går att ändra."))
        step = step_named("register_application")
        form = ApplicationForm(
            desk, step.prefill(desk, None), self.session.read_day, self.session.preferences.drafts
        )
        form.submitted.connect(lambda raw: self._register(raw, confirm=False))
        form.submitted_also.connect(lambda _key, raw: self._register(raw, confirm=True))
        form.edited.connect(self._timer.start)
        form.newcomer.form.submitted.connect(self._add)
        self.form = form
        self._shown = ()
        self.frame.add(form)

    def _turn(self) -> None:
        """Change between the forms of associations and of schools; drafts of both are kept."""
        if self.form is not None:
            self.form.keep_draft()
        self._drop_form()
        self._school = not self._school
        self.refresh()
        if self.form is not None:
            self.form.focus_first()

    def _drop_form(self) -> None:
        form = self.form
        if form is not None:
            self.frame.main.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.form = None

    def _make_school_form(self, desk: Desk) -> None:
        step = step_named("register_school_application")
        form = SchoolApplicationForm(
            desk, step.prefill(desk, None), self.session.read_day, self.session.preferences.drafts
        )
        form.submitted.connect(lambda raw: self._register(raw, confirm=False))
        form.submitted_also.connect(lambda _key, raw: self._register(raw, confirm=True))
        form.edited.connect(self._timer.start)
        form.newcomer.form.submitted.connect(self._add)
        self.frame.set_line(tr("Det som saknas kan vänta: det begärs in sedan, del för del."))
        self.form = form
        self._shown = ()
        self.frame.add(form)

    def _register(self, raw: dict[str, object], *, confirm: bool) -> None:
        self._adding = False
        school = isinstance(self.form, SchoolApplicationForm)
        command = RegisterSchoolApplication if school else RegisterApplication
        self.asked.emit(command, raw | {"confirm": confirm})

    def _add(self, raw: dict[str, object]) -> None:
        self._adding = True
        form = self.form
        assert isinstance(form, Known)  # noqa: S101 - its small form was sent
        self.asked.emit(form.newcomer.what.command, raw)
        self._adding = False

    def _fill_as(self, earlier: Similar) -> None:
        if isinstance(self.form, ApplicationForm):
            self.form.fill_as(earlier)
            self.try_rules()

    def try_rules(self) -> None:
        """Show what the rules, the pot and earlier applications say of what is typed."""
        form, desk = self.form, self.session.desk
        if isinstance(form, SchoolApplicationForm) and desk is not None:
            self._try_school(form, desk)
        if not isinstance(form, ApplicationForm) or desk is None:
            return
        raw = form.raw()
        self.trial.show_tried(attempt(desk, raw))
        place, year = str(raw["place_id"]), str(raw["year"])
        row = desk.store.first(Place, "id = ?", int(place)) if place.isdigit() else None
        _, guideline = desk.in_force()
        scheme = next((each for each in guideline.schemes if each.key == form.scheme()), None)
        marks = (place, year, form.scheme(), form.association_id(), desk.store.head)
        if marks == self._shown:
            return
        self._shown = marks
        where = (row.id, row.name) if row is not None else (0, "")
        self.pot.show_pot(desk, scheme, where, int(year) if year.isdigit() else desk.today.year)
        chosen = form.association_id()
        self.similar.show_similar(similar(desk, chosen, form.scheme()) if chosen else [])

    def _try_school(self, form: SchoolApplicationForm, desk: Desk) -> None:
        self.trial.show_tried(attempt_school(desk, form.raw()))
        scheme = next(each for each in desk.in_force()[1].schemes if each.key == form.scheme())
        self.pot.show_pot(desk, scheme, (0, tr("hela kommunen")), desk.today.year)
        self.similar.show_similar([])

    def next_act(self) -> None:
        """Go to the form, or do the act: the small one when the keyboard is there."""
        form = self.form
        if isinstance(form, Known) and form.newcomer.form.has_focus():
            form.newcomer.form.submit()
        else:
            super().next_act()

    def answered(self, outcome: Outcome) -> None:
        """Choose the association that was added, or go to the case that was registered."""
        form = self.form
        subjects = dict(outcome.subjects)
        if self._adding and isinstance(form, Known):
            form.newcomer.close_()
            form.refresh_associations()
            form.choose_association(subjects["association"])
            form.mark_edited()
            form.inputs["association_id"].widget.setFocus()
            return
        super().answered(outcome)
        self._drop_form()
        self.go.emit(Route(page="arende", subject=subjects["case"]))
        if outcome.documents:
            self.go.emit(Route(page="handling", subject=outcome.documents[0]))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong, in the form that was sent."""
        form = self.form
        if self._adding and isinstance(form, Known):
            form.newcomer.form.show_problems(problems)
        else:
            super().show_problems(problems)

    def leave(self) -> None:
        """Keep the draft; nothing is tried any more."""
        self._timer.stop()
        super().leave()

    def columns(self) -> Sequence[QWidget]:
        """Give the form and the cards beside it."""
        return [self.form, self.pot] if self.form is not None else [self.pot]
