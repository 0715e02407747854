"""One board, office or company in the follow-up: its answer, and what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.follow_up import SOURCE_WORDS
from desktop.domain.swedish import digits, kr
from desktop.domain.work_guideline import work_rules
from desktop.flow.follow_up_view import ANSWERED, EXCUSED, MISSING, asked_picture
from desktop.flow.steps import step_named
from desktop.ui.form_layout import Layout
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame, clear
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.roles import Mark
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.lists import Doc, DocumentList, FactList
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.follow_up_view import AskedPicture
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

ROWS = (
    ("answered_on", "source"),
    ("digital", "incoming", "outgoing"),
    ("participants", "youth"),
    ("cost_own", "cost_external"),
)
ACTS = ("register_answer", "correct_answer", "excuse_body", "ask_body")
"""Every act of the page, the commonest first."""


class AnswerPage(Page):
    """An answer to be registered, or as it was registered."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame(back=tr("Uppföljning"))
        self.frame.backed.connect(self._up)
        self.told = FactList()
        self.activities = Words("", wrap=True)
        self.card = Card(spacing=10)
        self.card.add(Heading(tr("Svaret")), self.activities, self.told)
        self.papers = DocumentList(tr("Handlingar"))
        self.papers.opened.connect(
            lambda paper: self.go.emit(Route(page="handling", subject=paper))
        )
        self.frame.add(self.card)
        self.frame.add_side(self.papers)
        self._asked_id, self._act = 0, ""
        self._made: tuple[object, ...] = ()
        self.seen: AskedPicture | None = None
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Give who is asked."""
        return self.seen.name if self.seen is not None else tr("Svar")

    def open(self, subject: int, act: str) -> None:
        """Turn to one of those asked."""
        self._asked_id, self._act = subject, act

    def _up(self) -> None:
        year = self.seen.round.year if self.seen is not None else 0
        self.go.emit(Route(page="uppfoljning", subject=year))

    def refresh(self) -> None:
        """Read it again."""
        desk = self.session.need()
        try:
            seen = asked_picture(desk, self._asked_id)
        except LookupError:
            QTimer.singleShot(0, lambda: self.go.emit(Route(page="uppfoljning")))
            return
        self.seen = seen
        self.frame.set_trail(tr("Uppföljning {year}", year=seen.round.year))
        self.frame.set_title(seen.name)
        self.frame.set_badge(shown(seen.label), _mark(seen))
        self.frame.set_line(_reached(seen))
        self.card.setVisible(seen.state == ANSWERED)
        self._show_answer(seen)
        self.papers.set_documents(
            [
                Doc(
                    id=each.id,
                    title=each.title,
                    day=each.made_on.isoformat(),
                    kind="document" if each.outgoing else "clip",
                )
                for each in reversed(seen.documents)
            ],
            empty=tr("Inget är skickat än."),
        )
        self._show_form(seen)

    def _show_answer(self, seen: AskedPicture) -> None:
        asked = seen.asked
        self.activities.setText(asked.activities)
        self.activities.setVisible(bool(asked.activities))
        goals = {each.key: each.short for each in seen.guideline.goals}
        facts = [
            (tr("Kom in"), asked.answered_on.isoformat() if asked.answered_on else ""),
            (tr("Hur"), shown(SOURCE_WORDS[asked.source]) if asked.source else ""),
            (tr("Digitala möten"), _number(asked.digital)),
            (tr("Besök hit"), _number(asked.incoming)),
            (tr("Resor"), _number(asked.outgoing)),
            (tr("Deltagare"), _number(asked.participants)),
            (tr("Varav 25 år eller yngre"), _number(asked.youth)),
            (tr("Kostnader på egen budget"), _money(asked.cost_own)),
            (tr("Betalt av andra"), _money(asked.cost_external)),
            (tr("Mål"), ", ".join(goals.get(key, key) for key in asked.areas)),
            (tr("Agenda 2030"), ", ".join(asked.agenda_goals)),
        ]
        facts += zip(seen.round.questions, asked.answers, strict=False)
        self.told.set_facts([(label, value) for label, value in facts if value])

    def _acts(self, seen: AskedPicture) -> list[str]:
        own = [name for name in ACTS if step_named(name).applies(seen)]
        # Asking once more is for one that was excused; the others are asked on the page above.
        return [name for name in own if name != "ask_body" or seen.state == EXCUSED]

    def _show_form(self, seen: AskedPicture) -> None:
        acts = self._acts(seen)
        act = self._act if self._act in acts else ""
        if not act and seen.state in (MISSING, "unsent") and acts:
            act = acts[0]
        marks = (act, seen)
        if marks == self._made and self.form is not None:
            return
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
            self.frame.main.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._show_links(acts, act)
        if not act:
            return
        self.form = register_form(
            self,
            act,
            seen,
            layout=Layout.PAGE,
            rows=ROWS if act in ("register_answer", "correct_answer") else (),
            others=[name for name in acts if name != act],
            close=self._close if seen.state in (ANSWERED, EXCUSED) else None,
        )
        questions = enumerate(seen.round.questions, 1)
        if "answers" in self.form.fields:
            told = [f"{number}. {question}" for number, question in questions]
            self.form.set_hint("answers", "  ".join(told))
            self.form.fields["answers"].hidden = not told
            self.form.fields["answers"].appear()
            self.form.fields["agenda_goals"].hidden = not work_rules(seen.guideline).agenda_goals
            self.form.fields["agenda_goals"].appear()
        self.form.other.connect(self.choose)
        self.frame.main.insertWidget(0, self.form)
        self.form.show()

    def _show_links(self, acts: list[str], act: str) -> None:
        """Offer the acts as buttons while no form is open."""
        clear(self.frame.buttons)
        if act:
            return
        for name in acts:
            button = Button(shown(step_named(name).title))
            button.clicked.connect(lambda _on=False, name=name: self.choose(name))
            self.frame.buttons.addWidget(button)

    def choose(self, act: str) -> None:
        """Open the form of an act."""
        self._act = act
        if self.seen is not None:
            self._show_form(self.seen)
        if self.form is not None:
            self.form.focus_first()

    def _close(self) -> None:
        self._act = ""
        self.refresh()

    def answered(self, outcome: Outcome) -> None:
        """Go back to the list once an answer is in."""
        super().answered(outcome)
        self._act = ""
        if outcome.event.name in ("register_answer", "excuse_body"):
            self._up()

    def next_act(self) -> None:
        """Do the act of the form, or go to it."""
        if self.form is not None:
            self.form.next_act()

    def columns(self) -> Sequence[QWidget]:
        """Give the form."""
        return [self.form] if self.form is not None else []


def _number(value: int | None) -> str:
    return "" if value is None else digits(value)


def _money(value: int | None) -> str:
    return "" if value is None else kr(value)


def _mark(seen: AskedPicture) -> Mark:
    if seen.state == ANSWERED:
        return Mark.OK
    if seen.days_late:
        return Mark.LATE
    return Mark.INFO if seen.state == EXCUSED else Mark.WAITING


def _reached(seen: AskedPicture) -> str:
    """Give who is asked there, and why no answer is needed."""
    name = seen.contact.name if seen.contact is not None else ""
    reached = " · ".join(part for part in (name, seen.e_mail) if part)
    return " · ".join(part for part in (reached, seen.asked.excused) if part)
