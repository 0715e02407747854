"""First start: five questions, and a register that is ready to work in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from desktop import library
from desktop.domain.guideline import parse
from desktop.domain.problems import Problem, Refusal
from desktop.flow.beginning import beginning
from desktop.flow.reading import read
from desktop.flow.steps.founding import FoundRegister, proposed
from desktop.ui import dialogs
from desktop.ui.draft import DraftKey
from desktop.ui.form_draft import DraftKeeper
from desktop.ui.i18n import tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.start_aside import Answers
from desktop.ui.pages.start_draft import answered, put_fields
from desktop.ui.pages.start_example import ExampleMaker
from desktop.ui.pages.start_file import FilePlace
from desktop.ui.pages.start_filling import Proposals
from desktop.ui.pages.start_frame import StartFrame
from desktop.ui.pages.start_guideline import GuidelineQuestion
from desktop.ui.pages.start_judging import judge, unwritable
from desktop.ui.pages.start_question import Question, problems_of
from desktop.ui.pages.start_steps import (
    LetterheadQuestion,
    OfficerQuestion,
    committee_question,
    hears_committee,
)
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.session import Session
    from desktop.ui.widgets.band import MessageBand

COMMITTEE, LAST = 3, 4
"""Places of two questions in the row."""


class StartPage(Page):
    """Keeps everything typed while one goes back and forth; writes nothing before the end."""

    def __init__(self, session: Session) -> None:
        """Build it; the library is read by `refresh`."""
        super().__init__(session)
        self._at = 0
        self._reached = 0
        self._proposals = Proposals()
        self._ready = False
        self.guideline = GuidelineQuestion()
        self.file = FilePlace()
        last = Question(
            tr("Var ska registret ligga?"),
            tr("En mapp på datorn är säkrast. Du kan flytta filen senare."),
        )
        last.column.addWidget(self.file)
        self.officer = OfficerQuestion(session.today)
        self.questions: list[Question] = [
            self.guideline,
            self.officer,
            LetterheadQuestion(),
            committee_question(),
            last,
        ]
        words = (
            tr("Kommun och riktlinje"),
            tr("Du som handlägger"),
            tr("Brevhuvud och adress"),
            tr("Kommittén"),
            tr("Var registret sparas"),
        )
        self.frame = StartFrame(words, self.questions)
        self.rail, self.aside, self.foot = self.frame.rail, self.frame.aside, self.frame.foot
        self.example = ExampleMaker(self)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)
        key = DraftKey(act="found_register")
        self.draft = DraftKeeper(session.preferences.drafts, key, self._for_draft, self.title)
        self.draft.setParent(self)
        self.offer: MessageBand | None = None
        self._connect()
        self._show_offer()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go_to)
        self.foot.onward.connect(self.next_act)
        self.foot.backward.connect(self.previous)
        self.guideline.example.connect(self._make_example)
        self.guideline.other.connect(self._open_other)
        self.example.made.connect(self._show_example)
        self.example.failed.connect(self._no_example)
        self.file.edited.connect(self._show_aside)
        self.file.field.textEdited.connect(self.draft.typed)
        self.file.second.edited.connect(self.draft.typed)
        self.draft.taken.connect(self._take)
        self.draft.answered.connect(self._show_offer)
        for question in self.questions:
            question.edited.connect(self._edited)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.previous)

    # What it shows

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Nytt register")

    def open(self, subject: int, act: str) -> None:
        """Begin with the first question."""
        del subject, act
        self._at = 0

    def refresh(self) -> None:
        """Offer the library's guidelines the first time; what is typed is never touched."""
        if not self._ready:
            known = [(one, parse(one.guideline)) for one in library.municipalities()]
            self.guideline.offer(known, self.session.today)
        self._fill()
        self._show()
        self._ready = True

    def _skipped(self) -> frozenset[int]:
        """Give the questions that the chosen guideline has no use for."""
        heard = hears_committee(self.answers().guideline())
        return frozenset() if heard else frozenset({COMMITTEE})

    def answers(self) -> Answers:
        """Give what has been answered so far."""
        raw: dict[str, object] = {}
        for question in self.questions:
            raw |= question.typed()
        another = self.guideline.is_another()
        name = str(raw["municipality"]) or (tr("Din kommun") if another else "")
        return Answers(
            begun=beginning(name, self.guideline.key(), self.session.today),
            own=another,
            unfinished=another and self.guideline.unfinished(),
            raw=raw,
            today=self.session.today,
        )

    def _fill(self) -> None:
        """Propose what the municipality gives, and a file of its name."""
        answers = self.answers()
        key = self.guideline.key()
        values = proposed(key, answers.name if answers.own else "", self.session.today)
        self._proposals.fill(self.questions[1:], values)
        self.guideline.propose_court(str(values["court"]), str(values["court_address"]))
        self.file.propose(answers.name)
        self.officer.suit(answers.guideline())

    def _for_draft(self) -> dict[str, object]:
        return answered(self.guideline, self.questions, self.file, self._at)

    def _take(self, kept: dict[str, object]) -> None:
        """Go on where the answers ended."""
        self.guideline.put(kept.get("guideline"))
        put_fields(kept, self.questions, self.file)
        self._fill()
        at = kept.get("at")
        self.go_to(at if isinstance(at, int) else 0)

    def _show_offer(self) -> None:
        """Offer the answers that were left, above the questions."""
        before, self.offer = self.offer, self.draft.offer()
        if before is not None:
            before.hide()
            before.deleteLater()
        layout = self.layout()
        if self.offer is not None and isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.offer)

    def _edited(self) -> None:
        if self._ready:
            self.draft.typed()
        self._fill()
        self.frame.skip(self._skipped())
        self._show_aside()

    def _show(self) -> None:
        leave = tr("Avbryt") if self.session.preferences.recent() else ""
        self.frame.skip(self._skipped())
        self.frame.show_step(self._at, self._reached, leave=leave)
        self._show_aside()

    def _show_aside(self) -> None:
        self.aside.show_step(self._at, self.answers())

    # Going about

    def first_focus(self) -> None:
        """Take the keyboard to what is asked."""
        if self._at == LAST:
            self.file.field.setFocus()
        else:
            self.questions[self._at].focus_first()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.questions[self._at], self.foot)

    def go_to(self, at: int) -> None:
        """Show another step; forward only as far as the answers hold."""
        problems: list[Problem] = []
        skipped = self._skipped()
        while self._at < at and not problems:
            problems = [] if self._at in skipped else self._problems()
            self._at += not problems
        self._at = min(self._at, at)
        self._reached = max(self._reached, self._at)
        self._show()
        self._say(problems)
        if not problems:
            self.first_focus()

    def next_act(self) -> None:
        """Answer Enter and Ctrl+Enter: the next question, or make the register."""
        if self._at < LAST:
            self.go_to(self._beside(1))
            return
        problems = self._problems()
        self._say(problems)
        if not problems:
            self._found()

    def _beside(self, way: int) -> int:
        """Give the question before or after, past what is skipped."""
        found = self._at + way
        return found + way if found in self._skipped() else found

    def previous(self) -> None:
        """Go one question back; from the first to the register used last."""
        if self._at:
            self.go_to(self._beside(-1))
            return
        for path in self.session.preferences.recent()[:1]:
            self.session.open(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter wherever it is not a button's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_act()
        else:
            super().keyPressEvent(event)

    # Judging and making

    def _problems(self) -> list[Problem]:
        """Give what is wrong with the step at hand."""
        if self._at == LAST:
            return self.file.problems()
        return judge(self.questions[self._at].names(), self.answers())

    def _say(self, problems: Sequence[Problem]) -> None:
        if self._at == LAST:
            self.file.show_problem(problems[0] if problems else None)
        else:
            self.questions[self._at].show_problems(problems)

    def _found(self) -> None:
        path = self.file.path()
        if path is None:
            return
        try:
            command = read(FoundRegister, self.answers().raw, self.session.today)
            path.parent.mkdir(parents=True, exist_ok=True)
        except Refusal as refusal:
            self.show_problems(refusal.problems)
            return
        except OSError:
            self._say(self.file.problems() or [unwritable(path)])
            return
        preferences = self.session.preferences
        preferences.opened(path)
        copied = self.answers().begun.guideline["guideline"].get("copied_from")
        if not self.session.create(path, command):
            preferences.forget(path)
            return
        self.draft.done()
        self._keep_second()
        if copied:
            # Another's guideline, or none at all: what is one's own is written first of all.
            self.go.emit(Route(page="riktlinje_andra"))

    def _keep_second(self) -> None:
        """Back the new register up in the second place too; without one nobody is asked again."""
        folder, keeper = self.file.second.folder(), self.session.keeper
        uuid = self.session.need().store.register_uuid
        preferences = self.session.preferences
        if folder is None or keeper is None:
            preferences.keep_second(uuid, folder)
            preferences.asked_second(uuid)
        else:
            keeper.choose_second(folder)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Go to the first question with a problem, and show it there."""
        for at, question in enumerate(self.questions):
            own = problems_of(question.names(), problems)
            if own:
                self._at = at
                self._show()
                question.show_problems(own)
                return
        self._at = LAST
        self._show()
        self.file.show_problem(problems[0])

    # Other ways to begin

    def _make_example(self) -> None:
        self.guideline.say(tr("Exempelregistret läggs upp. Det tar några sekunder."))
        self.example.start()

    def _show_example(self, path: Path) -> None:
        self.guideline.say("")
        self.session.open(path)

    def _no_example(self, words: str) -> None:
        self.guideline.say(
            tr("Exempelregistret gick inte att lägga upp. {reason}", reason=words).strip()
        )

    def _open_other(self) -> None:
        recent = self.session.preferences.recent()
        chosen = dialogs.ask_open(self, recent[0].parent if recent else None)
        if chosen is not None and self.session.open(chosen):
            self.session.preferences.opened(chosen)

    def leave(self) -> None:
        """Keep the answers, and give an example up that is still being made."""
        self.draft.keep()
        self.example.stop()
