"""An act of a visit that asks for rows or for much, on a page of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.problems import Refusal
from desktop.domain.rule import Status
from desktop.flow.reading import read
from desktop.flow.steps import step_named
from desktop.flow.steps.visit_approval import ApprovePurpose, approved
from desktop.flow.visit_facts import judged
from desktop.flow.visit_picture import visit_picture
from desktop.ui.form_layout import Layout
from desktop.ui.forms.visit import visit_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.besok_acts import sign_words
from desktop.ui.pages.besok_words import rule_group, visit_line
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.rules import RuleTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.rule import Finding
    from desktop.flow.run import Outcome
    from desktop.flow.visit_picture import VisitPicture
    from desktop.ui.session import Session

AFTER_KEY = 200
"""Milliseconds after the last key until the rules are tried again."""
TRIED = ("approve_purpose", "change_visit")
"""Acts beside which the rules are shown as they would fall out."""


class VisitActPage(Page):
    """One form over the whole width; done, it leads back to the visit."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._visit_id, self._act = 0, ""
        self._seen: VisitPicture | None = None
        self._made: tuple[object, ...] = ()
        self.frame = PageFrame(back=tr("Tillbaka till besöket"))
        self.frame.backed.connect(self._leave)
        self.rules = RuleTable()
        self.frame.add(self.rules)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_KEY)
        self._timer.timeout.connect(self.try_rules)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Give the act and the visit."""
        return shown(step_named(self._act).title) if self._act else tr("Besök")

    def open(self, subject: int, act: str) -> None:
        """Turn to a visit and an act."""
        self._visit_id, self._act = subject, act

    def _leave(self) -> None:
        self.go.emit(Route(page="besok", subject=self._visit_id))

    def refresh(self) -> None:
        """Read the visit again; the form stays while the visit is the same."""
        desk = self.session.need()
        step = step_named(self._act)
        try:
            seen = visit_picture(desk, self._visit_id)
        except LookupError:
            QTimer.singleShot(0, lambda: self.go.emit(Route(page="besoken")))
            return
        if not step.applies(seen):
            QTimer.singleShot(0, self._leave)
            return
        self._seen = seen
        self.frame.set_trail(f"{seen.visit.number} · {shown(seen.title)}")
        self.frame.set_title(shown(step.title))
        words = sign_words(seen, self._act) if self._act != "approve_purpose" else ""
        self.frame.set_line(" · ".join(part for part in (visit_line(seen), words) if part))
        marks = (seen.id, self._act, seen)
        if self.form is None or marks != self._made:
            self._made = marks
            self._make(seen)
        self.try_rules()

    def _make(self, seen: VisitPicture) -> None:
        if self.form is not None:
            self.form.keep_draft()
            self.frame.main.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        form = visit_form(
            self,
            step_named(self._act),
            seen,
            layout=Layout.PAGE,
            title="",
            close=self._leave,
        )
        form.edited.connect(self._timer.start)
        self.form = form
        self.frame.main.insertWidget(0, form)
        form.show()

    def try_rules(self) -> None:
        """Show the rules as they would fall out with what is typed."""
        seen, form = self._seen, self.form
        tried = self._act in TRIED and seen is not None and form is not None
        findings = self._found() if tried else ()
        self.rules.setVisible(bool(findings))
        if tried:
            self._spare(findings)
        self.rules.set_groups(
            tr("Så ser det ut hittills"), tr("räknas om medan du skriver"), rule_group(findings)
        )

    def _spare(self, findings: tuple[Finding, ...]) -> None:
        """Show the fields for a project and for a reason only where they are of use."""
        seen, form = self._seen, self.form
        if seen is None or form is None:
            return
        raw = form.raw()
        rules = seen.guideline.visits.rules if seen.guideline.visits is not None else ()
        odd = any(
            rule.overridable and found.status in (Status.STOPS, Status.NOTE)
            for rule, found in zip(rules, findings, strict=False)
        )
        wanted = {"project": raw.get("funding") != "own", "reason": odd}
        for name, on in wanted.items():
            field = form.fields[name]
            hidden = not on and not raw.get(name)
            if field.hidden is not hidden:
                field.hidden = hidden
                field.appear()

    def _found(self) -> tuple[Finding, ...]:
        """Judge the visit with what can be read of the form."""
        seen, form = self._seen, self.form
        assert seen is not None  # noqa: S101 - the caller has looked
        assert form is not None  # noqa: S101 - the caller has looked
        desk = self.session.need()
        known = {name: form.raw().get(name) for name in _NAMES if name in form.raw()}
        try:
            command = read(
                ApprovePurpose,
                {**known, "visit_id": seen.id, "approved_on": desk.today.isoformat()},
                desk.today,
            )
            values = approved(desk, command, seen)
        except Refusal:
            return seen.findings
        values.pop("approved_on")
        values.pop("approved_by")
        return judged(desk, replace(seen.visit, **values), seen.people, seen.costs)

    def next_act(self) -> None:
        """Do the act, or go to the form."""
        if self.form is not None:
            self.form.next_act()

    def answered(self, outcome: Outcome) -> None:
        """Go back to the visit, or to the invitation that was made."""
        super().answered(outcome)
        self._made = ()
        if outcome.event.name == "send_invitation" and outcome.documents:
            self.go.emit(Route(page="handling", subject=outcome.documents[-1]))
        else:
            self._leave()

    def leave(self) -> None:
        """Keep the draft; nothing is tried any more."""
        self._timer.stop()
        super().leave()

    def columns(self) -> Sequence[QWidget]:
        """Give the form and the rules."""
        return [each for each in (self.form, self.rules.view) if each is not None]


_NAMES = (
    "purpose",
    "why_not_digital",
    "areas",
    "agenda_goals",
    "starts_on",
    "ends_on",
    "bearer",
    "funding",
    "project",
    "reason",
)
