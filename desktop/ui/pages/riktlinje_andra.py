"""The guideline written anew in place: every value, rule and part, then adopted from a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.guideline_edit import value_at
from desktop.flow.guidelines import version_list
from desktop.flow.steps.guidelines import AdoptGuideline
from desktop.ui.form_layout import Layout
from desktop.ui.frame import SIDE, TWO_COLUMNS, ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.page import Page, Route
from desktop.ui.pages.riktlinje_andra_body import Body
from desktop.ui.pages.riktlinje_andra_side import Side, said
from desktop.ui.pages.riktlinje_andra_tree import Editing
from desktop.ui.pages.riktlinje_andra_words import beginning_words, kept_words, left_words
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.scroll import add_to, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.guideline_edit import Path, Tree
    from desktop.domain.problems import Problem
    from desktop.flow.run import Outcome
    from desktop.ui.draft import Draft, DraftKey
    from desktop.ui.session import Session

AFTER_KEY = 120
"""Milliseconds after a key until the guideline is judged."""
DATA = "data."
"""Before the path of a problem that the act found in the guideline."""


class EditPage(Page):
    """Begins with the version in force, or the draft of it that was left."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.editing: Editing | None = None
        self._made: tuple[object, ...] = ()
        self._all = False
        self.frame = ListFrame(back=tr("Riktlinjer"))
        self.frame.backed.connect(lambda: self.go.emit(Route(page="riktlinjer")))
        self.frame.set_title(tr("Ändra riktlinjen"))
        self.combo = ComboBox()
        self.combo.setAccessibleName(tr("Avsnitt"))
        self.combo.chosen.connect(self.show_section)
        self.body = Body()
        self.side = Side()
        self.side.sections.chosen.connect(self.show_section)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_KEY)
        self._timer.timeout.connect(self.judge)
        self.body.edited.connect(self._put)
        self.body.acted.connect(self._act)
        self.body.changes.undone.connect(self._undo)
        self._assemble()

    def _assemble(self) -> None:
        self.frame.tools.addWidget(self.combo, 1)
        self._main = scrolled(self.body)
        self._main.verticalScrollBar().valueChanged.connect(lambda _at: self._follow_scroll())
        self._beside = scrolled()
        self._two: bool | None = None
        holder = QWidget()
        line = QHBoxLayout(holder)
        tight(line, 16)
        line.addWidget(self._main, 1)
        line.addWidget(self._beside)
        self.frame.body.addWidget(holder, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)
        self._fit()

    # Reading

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Ändra riktlinjen")

    def refresh(self) -> None:
        """Read the version in force again, unless it stands here as it was read."""
        desk = self.session.need()
        key = (desk.store.path, desk.store.head, desk.today)
        if self.editing is not None and key == self._made:
            return
        if self.editing is not None:
            self._keep()
        self._made = key
        self._all = False
        self.editing = Editing(desk, self.session.preferences.drafts)
        self._head()
        self._show()
        self._form()
        self.judge()

    def _head(self) -> None:
        if self.editing is None:
            return
        words = beginning_words(self.editing.guideline, found=self.editing.found)
        self.frame.show_bands([MessageBand(Mark.INFO, *words)] if words else [])
        self.frame.set_line(
            tr("Inget gäller förrän du antar det. Ärenden och besök som finns följer sin version.")
        )

    def _form(self) -> None:
        if self.editing is None:
            return
        self.form = self.side.make_form(self, self.editing)
        self.form.submitted.connect(self._adopt)
        self.form.other.connect(lambda _key: self._drop())
        self.form.edited.connect(self._say_verb)
        self.form.set_layout(Layout.SIDE if self._two else Layout.WIDE)
        self._say_verb()

    def _say_verb(self) -> None:
        """Name the day on the button, and say who keeps the old version."""
        if self.form is None:
            return
        day = self.session.read_day(str(self.form.raw()["valid_from"] or ""))
        self.form.set_button(tr("Anta från {day}", day=day.isoformat()) if day else tr("Anta"))
        versions = version_list(self.session.need())
        cases = sum(each.cases for each in versions)
        visits = sum(each.visits for each in versions)
        words = tr("Det som kommer in från den dagen följer den nya.")
        if kept := kept_words(cases, visits):
            words = f"{words} {kept}"
        self.form.set_consequence(words)

    # Writing

    def _show(self, fresh: str = "", before: Tree | None = None) -> None:
        if self.editing is not None:
            self.body.show_tree(self.editing.tree, fresh, before)

    def _put(self, path: Path, value: object) -> None:
        if self.editing is not None:
            self.editing.put(path, value)
            if path[-1] == "paragraph":
                self.body.clear(self.editing.forget_quote(path[:-1]))
            self.body.follow(self.editing.tree, path)
            self._timer.start()

    def _act(self, change: Callable[[Tree], Tree]) -> None:
        """Let a part come or go, and show the page anew where it was."""
        editing = self.editing
        if editing is None:
            return
        before = editing.tree
        editing.act(change)
        fresh = self.body.fresh(before, editing.tree)
        self._again(fresh, before)

    def _again(self, fresh: str = "", before: Tree | None = None) -> None:
        bar = self._main.verticalScrollBar()
        where = bar.value()
        self._show(fresh, before)
        self.judge()
        QApplication.sendPostedEvents()
        bar.setValue(where)
        field = self.body.fresh_field(fresh)
        if field is not None:
            field.setFocus()
            QTimer.singleShot(0, field, lambda: self._main.ensureWidgetVisible(field))

    def _undo(self) -> None:
        if self.editing is not None:
            self.editing.undo()
            self._again()

    def judge(self) -> None:
        """Say what is wrong and what differs, beside the fields and in the lists."""
        editing = self.editing
        if editing is None:
            return
        self._timer.stop()
        problems = editing.problems()
        told = [each for each in problems if self._all or self._tells(each)]
        differences = editing.differences()
        self.body.show_problems(told)
        self.body.show_differences(
            differences, copied=editing.guideline.copied_from, undoable=editing.can_undo()
        )
        states = self.body.states(problems, differences)
        self.side.sections.show_sections(states)
        self.combo.set_options(
            [(each.key, " · ".join(filter(None, (each.title, said(each)[0])))) for each in states]
        )
        self._follow_scroll()
        editing.keep()

    def _tells(self, problem: Problem) -> bool:
        """Say whether a problem is said before adopting: not of a field nobody has come to."""
        editing = self.editing
        if editing is None or problem.field in editing.touched:
            return True
        path = tuple(int(part) if part.isdigit() else part for part in problem.field.split("."))
        return value_at(editing.tree, path) not in (None, "", [], {})

    # Adopting

    def _adopt(self, raw: dict[str, object]) -> None:
        editing = self.editing
        if editing is None:
            return
        self._all = True
        self.judge()
        problems = editing.problems()
        if problems:
            self._reveal(self.body.topmost(problems))
            self.said.emit(left_words(problems))
            return
        self.asked.emit(AdoptGuideline, raw | {"caps": [], "data": editing.file()})

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        del key
        return Route(page=here.page)

    def go_on_with(self, draft: Draft) -> bool:
        """Show a draft of the adoption, or say whether that of the guideline stands here."""
        editing = self.editing
        if editing is not None and editing.is_of(draft):
            return editing.found
        return super().go_on_with(draft)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say why it was refused: beside the fields of the form, or in the guideline."""
        inside = [each for each in problems if each.field.startswith(DATA)]
        if self.form is not None:
            self.form.show_problems([each for each in problems if each not in inside])
        if inside:
            found = [type(each)(each.field.removeprefix(DATA), each.text) for each in inside]
            self.body.show_problems(found)
            self._reveal(found[0])
            self.said.emit(shown(found[0].text))

    def _reveal(self, problem: Problem) -> None:
        found = self.body.place(problem.field)
        if found is not None:
            found.setFocus()
            QTimer.singleShot(0, found, lambda: self._main.ensureWidgetVisible(found, 0, px(80)))

    def answered(self, outcome: Outcome) -> None:
        """Forget the draft and show the version that was adopted."""
        super().answered(outcome)
        if self.editing is not None:
            self._timer.stop()
            self.editing.drop()
        self.editing = None
        adopted = dict(outcome.subjects).get("guideline", 0)
        QTimer.singleShot(0, self, lambda: self.go.emit(Route(page="riktlinjer", subject=adopted)))

    def _drop(self) -> None:
        if self.editing is not None:
            self.editing.drop()
            self._all = False
            self._again()
            self._head()
            self.said.emit(tr("Det som var ändrat är kastat. Versionen som gäller står här."))

    def _keep(self) -> None:
        if self.editing is not None:
            self.editing.keep()

    def leave(self) -> None:
        """Keep what was begun."""
        super().leave()
        self._timer.stop()
        self._keep()

    # Room and keys

    def show_section(self, key: str) -> None:
        """Scroll to a section."""
        card = self.body.card(key)
        if card is not None:
            bar = self._main.verticalScrollBar()
            bar.setValue(card.mapTo(self.body, card.rect().topLeft()).y())
            card.focus_first()

    def _follow_scroll(self) -> None:
        """Let the list of sections say which one is seen."""
        card = self.body.card_at(self._main.verticalScrollBar().value())
        if card is not None:
            self.combo.set_key(card.key)

    def _fit(self) -> None:
        two = self.width() - 2 * px(28) >= em(TWO_COLUMNS)
        if two is self._two:
            return
        self._two = two
        add_to(self._beside if two else self._main, self.side)
        self.side.sections.setVisible(two)
        self.combo.setVisible(not two)
        self._beside.setVisible(two)
        self._beside.setFixedWidth(px(SIDE + 10))
        if self.form is not None:
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two."""
        super().resizeEvent(event)
        self._fit()

    def first_focus(self) -> None:
        """Take the keyboard to the first field."""
        found = self.body.first()
        if found is not None:
            found.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: to the form, or adopt."""
        if self.form is not None:
            self.form.next_act()
            if not self.form.has_focus():
                return
            self._main.ensureWidgetVisible(self.form)

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        sections = self.side.sections.rows[:1] if self._two else [self.combo]
        button = [self.form.foot.button] if self.form is not None else []
        first = self.body.first()
        return [*([first] if first is not None else []), *sections, *button]
