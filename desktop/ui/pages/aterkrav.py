"""The page of a reclaim: the form at the left, the letter it gives at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.casework import Document
from desktop.domain.problems import Refusal
from desktop.flow.next_act import next_act
from desktop.flow.picture import picture
from desktop.flow.reading import read
from desktop.flow.run import plan
from desktop.flow.steps import step_named
from desktop.flow.steps.reclaiming import ReclaimGrant
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.case_parts.acting import choices
from desktop.ui.pages.case_parts.panes import Panes
from desktop.ui.pages.case_parts.saying import case_line
from desktop.ui.preview import LetterPreview
from desktop.ui.roles import Mark
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.run import Outcome
    from desktop.flow.step import Step
    from desktop.ui.session import Session

AFTER_KEY = 250
"""Milliseconds after the last key until the letter is drawn again."""


class ReclaimPage(Page):
    """Deciding to claim money back, and its letter before and after."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._case_id = 0
        self._seen: Picture | None = None
        self._deciding = False
        self._made: tuple[object, ...] = ()
        self.frame = PageFrame(back=tr("Ärendet"))
        self.frame.backed.connect(self._to_case)
        self.letter = LetterPreview(tr("Brevet"), tr("så som det skrivs ut"))
        self.print_button = Button(tr("Skriv ut"), "printer")
        self.print_button.clicked.connect(self.letter.print_)
        self.copy_button = Button(tr("Spara en kopia"))
        self.copy_button.clicked.connect(self.letter.save_as)
        for button in (self.copy_button, self.print_button):
            self.frame.buttons.addWidget(button)
        self.panes = Panes(self.frame, self.letter, session.preferences, "aterkrav")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_KEY)
        self._timer.timeout.connect(self.draw)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.panes)

    def title(self) -> str:
        """Say whose money is claimed back."""
        if self._seen is None:
            return tr("Återkrav")
        return tr("Återkrav {number} {name}", **self._names(self._seen))

    @staticmethod
    def _names(seen: Picture) -> dict[str, str]:
        return {"number": seen.case.number, "name": seen.association.name}

    def open(self, subject: int, act: str) -> None:
        """Turn to a case."""
        del act
        self._case_id = subject
        self.panes.show_form()

    def refresh(self) -> None:
        """Read the case again; a form that somebody has begun to fill in stays."""
        desk = self.session.need()
        try:
            seen = picture(desk, self._case_id)
        except LookupError:
            self.go.emit(Route(page="arenden"))
            return
        self._seen = seen
        if seen.board:
            # The board decides: what it decided is written in on the page of the case.
            QTimer.singleShot(0, self._to_case)
            return
        marks = (seen.id, desk.store.head)
        if self.form is None or marks != self._made:
            self._made = marks
            self._show(desk, seen)

    def _show(self, desk: Desk, seen: Picture) -> None:
        step = step_named("reclaim")
        deciding = self._deciding = step.applies(seen)
        self.frame.header.back.setText(seen.case.number)
        self.frame.set_trail(seen.case.dnr)
        self.frame.set_title(tr("Återkrav: {name}", name=seen.association.name))
        self.frame.set_line(case_line(seen))
        self.print_button.setVisible(not deciding)
        self.copy_button.setVisible(not deciding)
        if deciding:
            self._show_form(desk, seen, step)
            self.draw()
        else:
            self._show_decided(desk, seen)

    def _show_form(self, desk: Desk, seen: Picture, step: Step) -> None:
        form = FormPanel(
            step.command,
            title=shown(step.title),
            button=shown(step.verb(seen)),
            values=step.prefill(desk, seen),
            options=choices(desk, seen),
            consequence=shown(step.consequence(seen)),
            layout=Layout.WIDE,
            day=self.session.read_day,
            skip=("case_id",),
            drafts=self.session.preferences.drafts,
            draft_key=DraftKey(register=desk.store.register_uuid, act=step.name, subject=seen.id),
        )
        form.submitted.connect(lambda raw: self.asked.emit(step.command, raw))
        form.edited.connect(self._timer.start)
        self.form = form
        self.frame.set_act(form)

    def draw(self) -> None:
        """Draw the letter as it would be stored, or say what is missing for it."""
        form, desk = self.form, self.session.desk
        if form is None or desk is None or not self._deciding:
            return
        try:
            # Disqualification is asked of the officer, and is nothing the letter waits for.
            raw = form.raw() | {"case_id": self._case_id, "unbiased": True}
            work = plan(desk, read(ReclaimGrant, raw, desk.today))
        except Refusal as refusal:
            said = shown(refusal.problems[0].text)
            self.letter.show_nothing(tr("Brevet visas när det här är klart: {what}", what=said))
            return
        self.letter.show_pdf(work.drawn[work.documents[-1]], tr("utkast"))

    def _show_decided(self, desk: Desk, seen: Picture) -> None:
        claim = seen.reclaim
        row = desk.store.first(Document, "id = ?", claim.document_id) if claim else None
        if row is not None:
            self.letter.show_pdf(desk.store.content(row.id), row.name.removesuffix(".pdf"))
            self.frame.set_badge(row.title, Mark.OK)
        if row is None or next_act(seen) != "claim_sent":
            self.form = None
            self._to_case()
            return
        left = self.form is not None and self.form.has_focus()
        self._show_form(desk, seen, step_named("claim_sent"))
        if left:
            # One key too many must not send what was just decided.
            self.print_button.setFocus()

    def _to_case(self) -> None:
        self.go.emit(Route(page="arende", subject=self._case_id))

    def answered(self, outcome: Outcome) -> None:
        """Show the letter that was decided, or go on to the case when it is sent."""
        super().answered(outcome)
        self._made = ()
        if outcome.event.name == "claim_sent":
            self._to_case()

    def leave(self) -> None:
        """Keep the draft; no letter is drawn any more."""
        self._timer.stop()
        super().leave()

    def columns(self) -> Sequence[QWidget]:
        """Give form and letter."""
        return [self.form, self.letter] if self.form is not None else [self.letter]

    def print_(self) -> None:
        """Print the letter as it is shown."""
        self.letter.print_()
