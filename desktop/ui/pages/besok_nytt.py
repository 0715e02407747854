"""A new visit in a few fields, or a digital contact in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.registers import Place
from desktop.domain.work_guideline import work_rules
from desktop.flow.steps import step_named
from desktop.ui.form_layout import Layout
from desktop.ui.forms.visit import visit_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

NEW, CONTACT = "new_visit", "log_contact"


class NewVisitPage(Page):
    """One form; the subject is the place it is about, when one came from there."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._place_id, self._act = 0, NEW
        self._made: tuple[object, ...] = ()
        self.frame = PageFrame(back=tr("Besök"))
        self.frame.backed.connect(self._leave)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Say what is made."""
        return shown(step_named(self._act).title)

    def open(self, subject: int, act: str) -> None:
        """Begin, with a place when one is given."""
        self._place_id, self._act = subject, act or NEW

    def _leave(self) -> None:
        if self._place_id:
            self.go.emit(Route(page="ort", subject=self._place_id))
        else:
            self.go.emit(Route(page="besoken"))

    def refresh(self) -> None:
        """Make the form when another is wanted."""
        desk = self.session.need()
        place = desk.store.first(Place, "id = ?", self._place_id) if self._place_id else None
        self.frame.header.back.setText(place.name if place else tr("Besök"))
        self.frame.set_title(self.title())
        contact = self._act == CONTACT
        asked = "visit" in work_rules(desk.in_force()[1]).area_required
        self.frame.set_line(
            tr("Vad den gällde, vad den tjänar och dagen.")
            if contact and asked
            else tr("Två fält: vad den gällde och dagen.")
            if contact
            else tr("Räcker för att komma ihåg idén. Resten skrivs när syftet godkänns.")
        )
        marks = (self._act, self._place_id)
        if self.form is not None and marks == self._made:
            return
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
            self.frame.main.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        step = step_named(self._act)
        form = visit_form(
            self,
            step,
            None,
            values=step.prefill(desk, place),
            layout=Layout.PAGE,
            title="",
            skip=("areas",) if contact and not asked else (),
            close=self.back.emit,
            more=str(self._place_id or ""),
        )
        self.form = form
        self.frame.main.insertWidget(0, form)
        form.show()

    def first_focus(self) -> None:
        """Begin at the first field that is not filled in."""
        if self.form is None:
            return
        names = list(self.form.inputs)
        if self._place_id and "place_id" in names:
            after = "form" if self._act == NEW else "purpose"
            self.form.field(after).setFocus()
        else:
            self.form.focus_first()

    def answered(self, outcome: Outcome) -> None:
        """Go to the visit, or back to where the contact belongs."""
        super().answered(outcome)
        self._made = ()
        if self.form is not None:
            self.frame.main.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if self._act == CONTACT:
            self._leave()
        else:
            subjects = dict(outcome.subjects)
            self.go.emit(Route(page="besok", subject=subjects["visit"]))

    def columns(self) -> Sequence[QWidget]:
        """Give the form."""
        return [self.form] if self.form is not None else []
