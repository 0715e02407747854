"""A page about one network, project, plan, body or document: its act first, then what is known."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.text import say
from desktop.flow.step import Command
from desktop.flow.steps import acts_about, step_named
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.commitment import commitment_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.natverk_cards import SubjectCards
from desktop.ui.pages.natverk_trying import TRIED, tried
from desktop.ui.pages.natverk_words import rule_groups
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.rules import RuleTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.problems import Problem
    from desktop.flow.desk import Desk
    from desktop.flow.run import Outcome
    from desktop.ui.draft import DraftKey
    from desktop.ui.session import Session
    from desktop.ui.widgets.combo import Option

AFTER_KEY = 200
"""Milliseconds after the last key until the rules are tried again."""


@dataclass(frozen=True)
class GoThere(Command):
    """No act: the form only leads to a wider one, or says that nothing waits."""


class SubjectPage(Page):
    """The form is the next act until another step is chosen; a wide one takes the whole page."""

    kind = ""
    """What it is in the names of acts and in events: "network"."""
    page = ""
    """Key of this page."""
    new = ""
    """Name of the act that makes one."""
    part = ""
    """Key of its part of the list."""
    back_words = say("Nätverk och projekt")
    """Name of that part, on the way back."""
    on = ""
    """What its rules are about in the guideline."""
    changing = ""
    """Name of the act that changes what is registered."""
    wide: Sequence[str] = ()
    """Acts whose form takes the whole page: they ask for rows, or for much."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._subject, self._act, self._more = 0, "", ""
        self._seen: Any = None
        self._made: tuple[object, ...] = ()
        self._wide_form: FormPanel | None = None
        self.frame = PageFrame(back=shown(self.back_words))
        self.frame.backed.connect(self._leave)
        self.frame.widened.connect(self._widen)
        self.cards = SubjectCards(self.frame, self.on)
        self.cards.went.connect(self.go)
        self.cards.changed.connect(lambda: self.choose(self.changing))
        self.cards.unfolded.connect(
            lambda part: QTimer.singleShot(0, partial(self.frame.show_part, part))
        )
        self.so_far = RuleTable()
        self.frame.add(self.so_far)
        self.so_far.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_KEY)
        self._timer.timeout.connect(self.try_rules)
        self.build()
        self.cards.end()
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    # What each kind of page says for itself

    def build(self) -> None:
        """Put the page's own cards in `self.cards`."""

    @abstractmethod
    def read(self, desk: Desk, subject: int) -> Any:  # noqa: ANN401 - a picture of its kind
        """Give the picture; LookupError when it is gone."""

    @abstractmethod
    def show_seen(self, desk: Desk, seen: Any) -> None:  # noqa: ANN401 - as read gives
        """Fill header and cards."""

    @abstractmethod
    def name(self, seen: Any) -> str:  # noqa: ANN401 - as read gives
        """Give what it is called."""

    def begun(self) -> Mapping[str, object]:
        """Give what a new one begins with, from where one came."""
        return {}

    def about(self, act: str) -> Any:  # noqa: ANN401 - as read gives
        """Give what the form of an act is opened on."""
        del act
        return self._seen

    def resting(self, seen: Any) -> str:  # noqa: ANN401 - as read gives
        """Say how it stands when nothing waits."""
        del seen
        return tr("Inget väntar.")

    def following(self, seen: Any) -> str:  # noqa: ANN401 - as read gives
        """Name the next act; "" when nothing waits."""
        return str(seen.next_act)

    # What is shown

    def title(self) -> str:
        """Give the title of the window."""
        if self._seen is None:
            return shown(step_named(self.new).title)
        return self.name(self._seen)

    def open(self, subject: int, act: str) -> None:
        """Turn to one; for a new one the subject is what it belongs to, after the act a year."""
        self._subject = subject
        self._act, _, self._more = act.partition(" ")
        if not subject and not self._act:
            self._act = self.new

    def _leave(self) -> None:
        self.go.emit(Route(page="natverk", act=self.part))

    def refresh(self) -> None:
        """Read it again."""
        desk = self.session.need()
        self._seen = None
        if self._act != self.new:
            try:
                self._seen = self.read(desk, self._subject)
            except LookupError:
                QTimer.singleShot(0, self._leave)
                return
            if not self._fits(self._act):
                self._act = ""
        wide = self._at_wide()
        self.cards.set_shown(on=not wide)
        self.frame.set_title(self.title())
        if wide:
            self.frame.set_badge("")
            self.frame.set_sums([])
            new = self._seen is None
            self.frame.set_line(self.new_words() if new else shown(step_named(self._act).title))
        else:
            self.show_seen(desk, self._seen)
            self.cards.show_history(desk, (self.kind, self._seen.id))
        self._show_form()
        self.try_rules()

    def new_words(self) -> str:
        """Say what a new one needs."""
        return tr("Bara namnet måste fyllas i. Resten kan vänta.")

    # The form

    def _at_wide(self) -> bool:
        return self._act == self.new or self._act in self.wide

    def _fits(self, act: str) -> bool:
        if not act:
            return True
        seen = self.about(act)
        return seen is not None and step_named(act).applies(seen)

    def others(self, name: str) -> list[Option]:
        """Give the steps beside one, the next first."""
        seen = self._seen
        if seen is None:
            return []
        after = self.following(seen)
        steps = [each for each in acts_about(self.kind) if each.applies(seen)]
        steps.sort(key=lambda each: each.name != after)
        return [(each.name, shown(each.title)) for each in steps if each.name != name]

    def _name(self) -> str:
        return self._act or (self.following(self._seen) if self._seen is not None else "")

    def _show_form(self) -> None:
        name, wide = self._name(), self._at_wide()
        about = self.about(name) if self._seen is not None else None
        marks = (name, self._subject, self._more, about, wide, self.frame.two_columns and not wide)
        if self.form is not None and marks == self._made:
            return
        left = self.form is not None and self.form.has_focus()
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
        if self._wide_form is not None:
            self.frame.main.removeWidget(self._wide_form)
            self._wide_form.hide()
            self._wide_form.deleteLater()
            self._wide_form = None
        self.form = self._form(name, about, wide=wide)
        self.form.other.connect(self.choose)
        if wide:
            self.form.edited.connect(self._timer.start)
            self.frame.set_act()
            self._wide_form = self.form
            self.frame.main.insertWidget(0, self.form)
            self.form.show()
        else:
            self.frame.set_act(self.form)
            if left:
                # One key too many must not do the next act as well.
                self.form.foot.menu_link.setFocus()

    def _form(self, name: str, about: Any, *, wide: bool) -> FormPanel:  # noqa: ANN401 - a picture
        layout = Layout.SIDE if self.frame.two_columns else Layout.WIDE
        if not wide and (not name or name in self.wide):
            return self._sign(name, layout)
        return commitment_form(
            self,
            step_named(name),
            about,
            values=self.begun() if self._seen is None else None,
            layout=Layout.PAGE if wide else layout,
            title="" if wide else None,
            others=[] if wide else self.others(name),
            close=self._close if wide or self._act else None,
            more=" ".join(filter(None, (str(self._subject or ""), self._more)))
            if self._seen is None
            else self._more,
        )

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        return Route(page=here.page, subject=self._subject, act=f"{key.act} {self._more}".strip())

    def try_rules(self) -> None:
        """Show the rules as they would fall out with what is typed."""
        form, name = self.form, self._act
        if form is None or name not in TRIED:
            self.so_far.hide()
            return
        found = tried(self.session.need(), name, form.raw(), self._seen)
        if found is not None:
            groups = rule_groups(found, str(form.raw().get("purpose") or ""))
            beside = tr("räknas om medan du skriver")
            self.so_far.set_groups(tr("Så ser det ut hittills"), beside, groups)
            self.so_far.setVisible(bool(groups))

    def leave(self) -> None:
        """Keep the draft; nothing is tried any more."""
        self._timer.stop()
        super().leave()

    def _sign(self, name: str, layout: Layout) -> FormPanel:
        """Make the card that leads to a wide form, or says that nothing waits."""
        step = step_named(name) if name else None
        form = FormPanel(
            GoThere,
            title=shown(step.title) if step else tr("Inget väntar"),
            button=tr("Fyll i") if step else "",
            consequence=self.sign_words(name) if step else self.resting(self._seen),
            layout=layout,
            others=self.others(name),
        )
        form.grid.hide()
        if step is None:
            form.foot.button.hide()
            form.foot.key.setText("")
        else:
            form.submitted.connect(lambda _raw: self.choose(name))
        return form

    def sign_words(self, name: str) -> str:
        """Say what is done in a wide form."""
        del name
        return ""

    def _close(self) -> None:
        if self._seen is None:
            self.back.emit()
            return
        self._act = ""
        self.refresh()
        self.first_focus()

    def _widen(self, two: bool) -> None:
        if self.form is not None and not self._at_wide():
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)

    def choose(self, name: str) -> None:
        """Put the form of another step on the page."""
        self._act = name
        self.refresh()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    # Keys

    def first_focus(self) -> None:
        """Begin at the form, or at the way to other steps when nothing waits."""
        if self.form is not None and self._name():
            self.form.focus_first()
        elif self.form is not None:
            self.form.foot.menu_link.setFocus()

    def next_act(self) -> None:
        """Go to the form, or do the act; a wide one is opened at once."""
        name = self._name()
        if not self._at_wide() and name in self.wide:
            self.choose(name)
        elif self.form is not None and name:
            self.form.next_act()

    def answered(self, outcome: Outcome) -> None:
        """Show what was made, or what is next."""
        super().answered(outcome)
        self._made = ()
        self._act = ""
        if outcome.event.name == self.new:
            made = dict(outcome.subjects)[self.kind]
            self.go.emit(Route(page=self.page, subject=made))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong, and scroll there: these forms are long."""
        super().show_problems(problems)
        QTimer.singleShot(0, self._see_problem)

    def _see_problem(self) -> None:
        fields = self.form.fields.values() if self.form is not None else ()
        bad = next((each for each in fields if each.problem.text()), None)
        if bad is not None:
            for part in (bad.problem, bad.input):
                self.frame.show_part(part)

    def new_here(self) -> Route | None:
        """Answer Ctrl+N with another of the same kind."""
        return Route(page=self.page, act=self.new)

    def columns(self) -> Sequence[QWidget]:
        """Give the form, the rules and the papers."""
        found: list[QWidget] = [self.cards.rules.view, self.cards.documents]
        return [self.form, *found] if self.form is not None else found

    def offers(self, menu: str) -> Sequence[Offer]:
        """Give the other steps, or the papers."""
        if self._seen is None:
            return ()
        if menu == "papper":
            return [
                Offer(word=each.title, do=partial(self.cards.open_paper, each.id))
                for each in self.cards.papers
            ]
        return [
            Offer(word=words, do=partial(self.choose, name))
            for name, words in self.others(self._name())
        ]

    def print_(self) -> None:
        """Answer Ctrl+P: show the paper itself, to be printed."""
        if self.cards.papers:
            self.cards.open_paper(self.cards.papers[0].id)
        else:
            super().print_()
