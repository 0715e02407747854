"""The follow-up of a year: who has answered, the figures, her own words, what remains."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from desktop.flow.ask import File
from desktop.flow.follow_up_next import (
    follow_up_next,
    follow_up_next_words,
    other_follow_up_acts,
)
from desktop.flow.follow_up_view import YEARS, follow_up, follow_up_years, latest_year
from desktop.flow.steps import step_named
from desktop.flow.steps.yearly_report import WriteYearlyWords
from desktop.flow.yearly import yearly
from desktop.ui.deadline_route import deadline_route
from desktop.ui.dialogs import ask_folder, ask_read
from desktop.ui.draft import Draft, DraftKey
from desktop.ui.form_layout import Layout
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.uppfoljning_answers import AnswerCard
from desktop.ui.pages.uppfoljning_figures import FigureCard
from desktop.ui.pages.uppfoljning_side import ContactCard, PotCard, RemainsCard
from desktop.ui.pages.uppfoljning_words import WordsCard
from desktop.ui.preview import write_copy
from desktop.ui.saving_many import free_path
from desktop.ui.spoken import long_date
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.lists import Doc, DocumentList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.casework import Document
    from desktop.domain.problems import Problem
    from desktop.flow.follow_up_view import FollowUpPicture
    from desktop.flow.run import Outcome
    from desktop.flow.step import Step
    from desktop.ui.session import Session

AT_ONCE = ("send_follow_up", "remind_follow_up", "make_yearly_report")
"""Acts whose every field is proposed: the button does them."""
WORDS = "write_yearly_words"
"""The act that saves her own words in the report."""
REPORT = "arsrapport"
"""Key of the page with the report as it would be printed."""


class FollowUpPage(Page):
    """One year at a time."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame()
        self.year = ComboBox()
        self.year.setAccessibleName(tr("År"))
        self.report_button = Button(tr("Visa årsrapporten"))
        self.act_button = Button("", primary=True)
        for tool in (self.year, self.report_button, self.act_button):
            self.frame.buttons.addWidget(tool)
        self.answers, self.figures = AnswerCard(), FigureCard()
        self.contacts, self.pots = ContactCard(), PotCard()
        self.words, self.remains = WordsCard(), RemainsCard()
        self.papers = DocumentList(tr("Årsrapporter"))
        self.frame.add(self.answers, self.figures)
        self.frame.add_side(self.contacts, self.pots, self.words, self.remains, self.papers)
        self.seen: FollowUpPicture | None = None
        self._year = 0
        self._chosen = self._writing = ""
        self._formed: tuple[object, ...] = ()
        self._connect()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.frame.widened.connect(self._fit_form)
        self.year.chosen.connect(self._choose_year)
        self.report_button.clicked.connect(self.print_)
        self.act_button.clicked.connect(self._do_next)
        self.answers.table.stepped.connect(self._open_answer)
        self.answers.table.opened.connect(self._open_answer)
        self.answers.table.emptied.connect(self._begin)
        self.answers.reads.connect(self.read_file)
        self.answers.saves.connect(self.save_papers)
        self.answers.table.passed.connect(
            lambda way: self.figures.table.enter() if way > 0 else None
        )
        self.figures.table.passed.connect(self._leave_figures)
        self.figures.followed.connect(self._follow)
        self.words.written.connect(self._write)
        self.remains.followed.connect(self._remain)
        self.papers.opened.connect(
            lambda paper: self.go.emit(Route(page="handling", subject=paper))
        )

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Uppföljning {year}", year=self._year) if self._year else tr("Uppföljning")

    def open(self, subject: int, act: str) -> None:
        """Turn to a year, and to an act's form."""
        if subject in YEARS:
            self._year = subject
        self._chosen = act

    def refresh(self) -> None:
        """Read the year again."""
        desk = self.session.need()
        self._year = self._year or latest_year(desk)
        years = sorted({*follow_up_years(desk), self._year}, reverse=True)
        self.year.set_options([(str(year), str(year)) for year in years])
        self.year.set_key(str(self._year))
        self.seen = follow_up(desk, self._year)
        counted = yearly(desk, self._year)
        self.frame.set_title(self.title())
        self.frame.set_line(_line(self.seen))
        self.answers.show_round(self.seen)
        key = DraftKey(register=desk.store.register_uuid, act=WORDS, subject=self._year)
        self.words.follow(self.session.preferences.drafts, key)
        for card in (self.figures, self.contacts, self.pots, self.words, self.remains):
            card.show_year(counted)
        self._show_papers(self.seen)
        self._show_act()

    def _show_papers(self, seen: FollowUpPicture) -> None:
        docs = [
            Doc(
                id=each.document_id,
                title=tr("Årsrapport {year}", year=each.year)
                if each.version == 1
                else tr(
                    "Årsrapport {year}, version {version}", year=each.year, version=each.version
                ),
                day=each.made_on.isoformat(),
                kind="lock",
            )
            for each in reversed(seen.reports)
        ]
        self.papers.setVisible(bool(docs))
        self.papers.set_documents(docs)

    # Acts

    def _next(self) -> str:
        return follow_up_next(self.seen) if self.seen is not None else ""

    def _show_act(self) -> None:
        """Show the button of the next act; its form when it asks for something."""
        if self.seen is None:
            return
        following = self._next()
        self.act_button.setVisible(bool(following))
        self.act_button.setText(shown(follow_up_next_words(self.seen)) if following else "")
        act = self._chosen if self._offered(self._chosen) else ""
        marks = (act, self.seen)
        if marks == self._formed and (self.form is not None) == bool(act):
            return
        self._formed = marks
        if self.form is not None:
            self.form.keep_draft()
        self.form = (
            register_form(
                self,
                act,
                self.seen,
                layout=self._layout(),
                others=self._others(act),
                close=self._close,
            )
            if act
            else None
        )
        if self.form is not None:
            self.form.other.connect(self.choose)
        self.frame.set_act(*([self.form] if self.form is not None else []))

    def _steps(self) -> Sequence[Step]:
        if self.seen is None:
            return ()
        following = self._next()
        first = (step_named(following),) if following else ()
        return (*first, *other_follow_up_acts(self.seen))

    def _offered(self, act: str) -> bool:
        return any(step.name == act for step in self._steps())

    def _others(self, act: str) -> list[str]:
        return [step.name for step in self._steps() if step.name != act]

    def _layout(self) -> Layout:
        return Layout.SIDE if self.frame.two_columns else Layout.WIDE

    def _fit_form(self, _two: bool) -> None:
        if self.form is not None:
            self.form.set_layout(self._layout())

    def _close(self) -> None:
        self._chosen = ""
        self._show_act()
        self.first_focus()

    def choose(self, act: str) -> None:
        """Put the form of an act on the page and take the keyboard there."""
        self.words.save()
        self._chosen = act
        self._show_act()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def _do_next(self) -> None:
        """Do the next act, or show its form when it asks for something."""
        act = self._next()
        if act in AT_ONCE and self._chosen != act:
            self.words.save()
            step = step_named(act)
            form = register_form(self, act, self.seen)
            raw = form.raw()
            form.deleteLater()
            self._chosen = act
            self.asked.emit(step.command, raw)
        elif act:
            self.choose(act)

    def _begin(self) -> None:
        if self.seen is not None and self.seen.round is None and not self.seen.bodies:
            self.go.emit(Route(page="natverk", act="register_body"))
        else:
            self.choose("start_follow_up" if self._offered("start_follow_up") else "ask_body")

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        return Route(page=here.page, subject=self._year, act="" if key.act == WORDS else key.act)

    def go_on_with(self, draft: Draft) -> bool:
        """Show a draft in the form it is of, or her own words."""
        keeper = self.words.keeper
        if keeper is None or keeper.key != draft.key:
            return super().go_on_with(draft)
        if not keeper.holds(draft):
            keeper.take(draft)
        return True

    def _write(self, section: str, words: str) -> None:
        self._writing = section
        self.asked.emit(
            WriteYearlyWords, {"year": str(self._year), "section": section, "text": words}
        )

    def read_file(self) -> bool:
        """Ask for a filled-in spreadsheet and read the answer; False when none was chosen."""
        path = ask_read(self, tr("Läs in ett svar"), tr("Excelfil (*.xlsx)"))
        return path is not None and self.read_answer(path)

    def read_answer(self, path: Path) -> bool:
        """Read the answer in a file; False when the file cannot be read."""
        if self.seen is None or self.seen.round is None:
            return False
        try:
            content = path.read_bytes()
        except OSError:
            self.said.emit(tr("{name} går inte att läsa. Välj filen igen.", name=path.name))
            return False
        step = step_named("read_answer")
        self.asked.emit(
            step.command,
            {"round_id": str(self.seen.round.id), "file": File(name=path.name, content=content)},
        )
        return True

    def save_papers(self) -> bool:
        """Ask for a folder and put every unanswered one's form and reminder there."""
        if self.seen is None:
            return False
        wanted = [one for each in (*self.seen.missing, *self.seen.unsent) for one in each.documents]
        wanted = [each for each in wanted if each.outgoing]
        if not wanted:
            self.said.emit(tr("Det finns inga formulär att spara."))
            return False
        folder = ask_folder(self, tr("Spara formulären i en mapp"), Path.home())
        return folder is not None and self.save_in(folder, wanted)

    def save_in(self, folder: Path, wanted: Sequence[Document]) -> bool:
        """Write documents as they are stored; nothing is overwritten. False when one failed."""
        store = self.session.need().store
        for each in wanted:
            path = free_path(folder, Path(each.name).stem, Path(each.name).suffix)
            if not write_copy(path, store.content(each.id)):
                self.said.emit(
                    tr("{name} gick inte att spara. Välj en annan mapp.", name=path.name)
                )
                return False
        self.said.emit(
            tr("{count} filer ligger i {folder}.", count=len(wanted), folder=str(folder))
        )
        return True

    def answered(self, outcome: Outcome) -> None:
        """Close the form; her words are kept without a stir."""
        if outcome.event.name == WORDS:
            self.words.saved(self._writing)
            return
        super().answered(outcome)
        self._chosen = ""
        if outcome.event.name == "make_yearly_report" and outcome.documents:
            self.go.emit(Route(page="handling", subject=outcome.documents[-1]))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong in the form, which is opened for it; without one, below."""
        if self.form is None and self._chosen and self._offered(self._chosen):
            self._show_act()
        if self.form is not None:
            super().show_problems(problems)
        else:
            self.said.emit(" ".join(shown(each.text) for each in problems))
            self._chosen = ""

    # Where things are

    def _choose_year(self, key: str) -> None:
        self.words.save()
        self._year, self._chosen = int(key), ""
        self.refresh()

    def _open_answer(self, asked_id: int) -> None:
        self.go.emit(Route(page="svar", subject=asked_id))

    def _follow(self, subject: tuple[str, int]) -> None:
        route = deadline_route(self.session.need(), subject)
        if route is not None:
            self.go.emit(route)

    def _remain(self, subject: tuple[str, int], act: str) -> None:
        """Go to what remains to be done; the answers are on this page."""
        if subject[0] != "follow_up":
            route = deadline_route(self.session.need(), subject)
            if route is not None:
                self.go.emit(replace(route, act=act) if subject[0] == "visit" else route)
        elif act == "start_follow_up":
            self._begin()
        elif self.answers.table.rows.ids:
            self.answers.table.enter()
            self.frame.show_part(self.answers)

    def _leave_figures(self, way: int) -> None:
        if way < 0 and self.answers.table.rows.ids:
            self.answers.table.enter(last=True)
        elif way > 0:
            self.words.edit.setFocus()

    # Keys

    def next_act(self) -> None:
        """Answer Ctrl+Enter: do the act of the form, or the next one."""
        if self.form is not None:
            super().next_act()
        else:
            self._do_next()

    def other_acts(self) -> None:
        """Answer Ctrl+.: the other steps, in the form of the first of them."""
        others = self._others(self._next())
        if self.form is not None:
            super().other_acts()
        elif others:
            self.choose(others[0])
            super().other_acts()

    def first_focus(self) -> None:
        """Begin among the answers, or at the button."""
        if self.form is not None:
            super().first_focus()
        elif self.answers.table.rows.ids:
            self.answers.table.setFocus()
        else:
            self.figures.table.setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give the lists, the words and the form."""
        parts: list[QWidget] = [self.answers.table, self.figures.table, self.words.edit]
        return [*parts, *([self.form] if self.form is not None else [])]

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer every step of the follow-up, and the report on paper."""
        if menu == "papper":
            return (
                Offer(word=tr("Visa årsrapporten"), do=self.print_),
                Offer(word=tr("Spara formulären i en mapp"), do=self.save_papers),
            )
        return [
            Offer(word=shown(step.title), do=self._choosing(step.name)) for step in self._steps()
        ]

    def _choosing(self, name: str) -> Any:  # noqa: ANN401 - a function without arguments
        return lambda: self.choose(name)

    def print_(self) -> None:
        """Answer Ctrl+P: show the report as it would be printed."""
        self.words.save()
        self.go.emit(Route(page=REPORT, subject=self._year))

    def leave(self) -> None:
        """Keep her words."""
        self.words.save()
        if self.words.keeper is not None:
            self.words.keeper.keep()
        super().leave()


def _line(seen: FollowUpPicture) -> str:
    if seen.done and seen.report is not None:
        day = seen.report.board_on
        assert day is not None  # noqa: S101 - done means it has one
        paragraph = f" {seen.report.paragraph}" if seen.report.paragraph else ""
        return (
            tr("Redovisad för {board} {day}", board=seen.reported_to, day=long_date(day))
            + paragraph
        )
    if seen.report_by is None:
        return tr("Årsrapport till {board}", board=seen.reported_to)
    return tr(
        "Årsrapport till {board}, senast {day}",
        board=seen.reported_to,
        day=long_date(seen.report_by),
    )
