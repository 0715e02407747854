"""The page of a decision: the form at the left, the letter it gives at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.casework import Document
from desktop.domain.problems import Refusal
from desktop.flow.next_act import next_act
from desktop.flow.picture import picture
from desktop.flow.reading import read
from desktop.flow.run import plan
from desktop.flow.steps import step_named
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.decision import DecisionForm
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.case_parts.acting import acting, choices
from desktop.ui.pages.case_parts.findings import paragraph
from desktop.ui.pages.case_parts.panes import Panes
from desktop.ui.pages.case_parts.paragraph_card import ParagraphCard
from desktop.ui.pages.case_parts.saying import case_line
from desktop.ui.pages.case_parts.weighing import rivals
from desktop.ui.preview import LetterPreview
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.rule import Limit
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

AFTER_KEY = 250
"""Milliseconds after the last key until the letter is drawn again."""
AGAIN = "decide_anew"
REJECT = "reject"
"""Acts of routes: another decision in the case; a rejection, because the pot is shared out."""


class DecisionPage(Page):
    """Deciding in one case, and its letter before and after."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._case_id = 0
        self._act = ""
        self._seen: Picture | None = None
        self._made: tuple[object, ...] = ()
        self._rivals: tuple[str, ...] = ()
        self.frame = PageFrame(back=tr("Ärendet"))
        self.frame.backed.connect(self._to_case)
        self.paragraph = ParagraphCard()
        self.frame.add(self.paragraph)
        self.letter = LetterPreview(tr("Brevet"), tr("så som det skrivs ut"))
        self.print_button = Button(tr("Skriv ut"), "printer")
        self.print_button.clicked.connect(self.letter.print_)
        self.copy_button = Button(tr("Spara en kopia"))
        self.copy_button.clicked.connect(self.letter.save_as)
        for button in (self.copy_button, self.print_button):
            self.frame.buttons.addWidget(button)
        self.panes = Panes(self.frame, self.letter, session.preferences, "besluta")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_KEY)
        self._timer.timeout.connect(self.draw)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.panes)

    def title(self) -> str:
        """Say what is decided, or was."""
        if self._seen is None:
            return tr("Besluta")
        return tr(
            "Besluta {number} {name}",
            number=self._seen.case.number,
            name=self._seen.association.name,
        )

    def open(self, subject: int, act: str) -> None:
        """Turn to a case; the act may be a new decision in it, or a rejection."""
        self._case_id, self._act = subject, act
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
        if seen.board and seen.undecided:
            # The board decides: what it decided is written in on the page of the case.
            QTimer.singleShot(0, self._to_case)
            return
        deciding = seen.undecided or self._act == AGAIN
        marks = (seen.id, self._act, deciding, desk.store.head)
        if self.form is None or marks != self._made:
            self._made = marks
            self._head(seen, deciding=deciding)
            if deciding:
                self._show_form(desk, seen)
            else:
                self._show_decided(desk, seen)

    def _head(self, seen: Picture, *, deciding: bool) -> None:
        self.frame.header.back.setText(seen.case.number)
        self.frame.set_trail(seen.case.dnr)
        name = seen.association.name
        titles = {
            True: tr("Nytt beslut: {name}", name=name)
            if self._act == AGAIN
            else tr("Besluta: {name}", name=name),
            False: tr("Beslutat: {name}", name=name),
        }
        self.frame.set_title(titles[deciding])
        self.frame.set_line(case_line(seen))
        self.frame.show_bands([])
        self._rivals = ()
        self.print_button.setVisible(not deciding)
        self.copy_button.setVisible(not deciding)
        self.paragraph.hide()

    # Before the decision

    def _show_form(self, desk: Desk, seen: Picture) -> None:
        step = step_named(AGAIN if self._act == AGAIN else "decide")
        values = step.prefill(desk, seen)
        if self._act == REJECT:
            values |= {"outcome": "rejected", "granted": 0, "reasons": (), "deviation": ""}
        form = DecisionForm(
            desk,
            seen,
            step,
            values,
            day=self.session.read_day,
            drafts=self.session.preferences.drafts,
        )
        form.submitted.connect(lambda raw: self.asked.emit(step.command, raw))
        form.edited.connect(self._timer.start)
        form.limits.followed.connect(self._open_paragraph)
        self.form = form
        self.frame.set_act(form)
        self.draw()

    def _open_paragraph(self, limit: Limit) -> None:
        seen = self._seen
        rules = seen.scheme.rules if seen is not None else ()
        mine = [rule for rule in rules if rule.id == limit.rule]
        # A rule can have a second ceiling of another kind than its own.
        mine.sort(key=lambda rule: rule.kind != limit.kind)
        if seen is not None and mine:
            self.paragraph.show_paragraph(paragraph(seen.guideline, mine[0], limit.kind))
            self._see(self.paragraph)

    def draw(self) -> None:
        """Draw the letter as it would be stored, or say what is missing for it."""
        form, seen, desk = self.form, self._seen, self.session.desk
        if not isinstance(form, DecisionForm) or seen is None or desk is None:
            return
        self._warn(desk, seen, form)
        step = step_named(AGAIN if self._act == AGAIN else "decide")
        try:
            # Disqualification is asked of the officer, and is nothing the letter waits for.
            command = read(step.command, form.raw() | {"unbiased": True}, desk.today)
            work = plan(desk, command)
        except Refusal as refusal:
            said = shown(refusal.problems[0].text)
            self.letter.show_nothing(tr("Brevet visas när det här är klart: {what}", what=said))
            return
        self.letter.show_pdf(work.drawn[work.documents[-1]], tr("utkast"))

    def _warn(self, desk: Desk, seen: Picture, form: DecisionForm) -> None:
        found = rivals(desk, seen, form.outcome, form.granted) if seen.undecided else []
        said = tuple(each.words for each in found[:1])
        if said == self._rivals:
            return
        self._rivals = said
        bands = []
        for each in found[:1]:
            link = tr("Öppna {number}", number=each.number)
            band = MessageBand(Mark.WARN, tr("Potten tar slut."), each.words, [("open", link)])
            route = Route(page="arende", subject=each.case_id)
            band.followed.connect(lambda _key, route=route: self.go.emit(route))
            bands.append(band)
        self.frame.show_bands(bands)

    # After it

    def _show_decided(self, desk: Desk, seen: Picture) -> None:
        decision = seen.decision
        row = desk.store.first(Document, "id = ?", decision.document_id) if decision else None
        if row is not None:
            self.letter.show_pdf(desk.store.content(row.id), row.name.removesuffix(".pdf"))
            self.frame.set_badge(row.title, Mark.OK)
        if next_act(seen) != "send_letter":
            self.form = None
            self._to_case()
            return
        made = acting(desk, seen, "send_letter")
        form = FormPanel(
            made.command,
            title=made.title,
            button=made.button,
            values=made.values,
            options=choices(desk, seen),
            consequence=made.consequence,
            layout=Layout.WIDE,
            day=self.session.read_day,
            skip=made.skip,
            drafts=self.session.preferences.drafts,
            draft_key=DraftKey(register=desk.store.register_uuid, act=made.name, subject=seen.id),
        )
        form.submitted.connect(lambda raw: self.asked.emit(made.command, raw))
        left = self.form is not None and self.form.has_focus()
        self.form = form
        self.frame.set_act(form)
        if left:
            # One key too many must not send what was just decided.
            self.print_button.setFocus()

    def _to_case(self) -> None:
        self.go.emit(Route(page="arende", subject=self._case_id))

    def _see(self, part: QWidget) -> None:
        """Scroll to a part once it has got its place."""
        QTimer.singleShot(0, partial(self.frame.show_part, part))

    def answered(self, outcome: Outcome) -> None:
        """Show the letter that was decided, or go on to the case when it is sent."""
        super().answered(outcome)
        sent = outcome.event.name == "send_letter"
        self._act = ""
        self._made = ()
        if sent:
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
