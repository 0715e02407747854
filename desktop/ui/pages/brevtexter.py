"""The municipality's own letter texts: chosen, written and seen beside each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.flow.offered import offered, text_offered
from desktop.flow.steps.texts import EditLetterText, RestoreLetterText
from desktop.flow.text_trial import composed
from desktop.flow.texts import NAMES, history, texts_on
from desktop.letters.judging import judge
from desktop.letters.paper_names import GROUPS, SHOWN_IN, paper_name
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.page import Page, Route
from desktop.ui.pages.brevtexter_draw import Drawing
from desktop.ui.pages.brevtexter_editing import Edited, draft_key
from desktop.ui.pages.brevtexter_foot import TextFoot
from desktop.ui.pages.brevtexter_list import TextList, VersionList
from desktop.ui.pages.brevtexter_parts import Parts, when_words
from desktop.ui.preview import LetterPreview
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.combo import ComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.problems import Problem
    from desktop.flow.run import Outcome
    from desktop.letters.judging import Remark
    from desktop.ui.draft import Draft, DraftKey
    from desktop.ui.pages.brevtexter_row import TextRow
    from desktop.ui.session import Session

AFTER_KEY = 150
"""Milliseconds after a key until the letter is drawn anew."""
LIST = 17
"""Em of the list of texts."""
ALL, TWO = 86, 68
"""Em of width from which list, text and letter, or text and letter, are beside each other."""
FIELDS = 30
"""Em that the fields want at least."""
HIGH = 48
"""Em of height from which the form stays below the fields; else it comes after the last one."""
WRITE, SEE, VERSIONS = "write", "see", "versions"


class TextsPage(Page):
    """A route's act is the name of a text, "conditions"."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.name = NAMES[0]
        self.edited: Edited | None = None
        self._turned = ""
        self._made: tuple[object, ...] = ()
        self._remarks: tuple[Remark, ...] = ()
        self.frame = ListFrame(back=tr("Inställningar"))
        self.frame.set_title(tr("Brevtexter"))
        self.frame.set_line(
            tr("Det du skriver gäller när du antar texten. Brev som är skrivna ändras aldrig.")
        )
        self.frame.backed.connect(lambda: self.go.emit(Route(page="installningar")))
        self.list = TextList()
        self.versions = VersionList()
        self.parts = Parts()
        self.foot = TextFoot()
        self.letter = LetterPreview(tr("Exempel"), tr("påhittat ärende"))
        self.drawing = Drawing(self)
        self.combo = ComboBox(_options())
        self.combo.setAccessibleName(tr("Brev eller text"))
        self.switch = SegmentedChoice(
            [(WRITE, tr("Skriv")), (SEE, tr("Brevet")), (VERSIONS, tr("Versioner"))], strong=False
        )
        self.switch.setAccessibleName(tr("Visa"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_KEY)
        self._timer.timeout.connect(self.draw)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        for tool in (self.combo, self.switch):
            self.frame.tools.addWidget(tool)
        self._aside, _ = _scrolled(self.list, self.versions)
        self._writing = QWidget()
        self._column = column = QVBoxLayout(self._writing)
        tight(column, 10)
        self._fields, self._scrolling = _scrolled(self.parts)
        column.addWidget(self._fields, 1)
        column.addWidget(self.foot)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(px(12))
        for pane in (self._writing, self.letter):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, 1)
        self.splitter.setSizes([px(520), px(460)])
        body = QWidget()
        line = QHBoxLayout(body)
        tight(line, 16)
        line.addWidget(self._aside)
        line.addWidget(self.splitter, 1)
        self.frame.body.addWidget(body, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.list.chosen.connect(self.turn)
        self.list.reasons.connect(lambda: self.go.emit(Route(page="installningar", act="reasons")))
        self.combo.chosen.connect(self.turn)
        self.switch.chosen.connect(lambda _key: self._fit())
        self.versions.seen.connect(self._see)
        self.versions.restored.connect(self._restore)
        self.parts.edited.connect(self._write)
        self.parts.act.connect(self._act)
        self.parts.added.connect(self._append)
        self.parts.went.connect(self.turn)
        self.drawing.drawn.connect(self._show_letter)
        self.drawing.lacking.connect(self.letter.show_nothing)

    # Turning

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Brevtexter")

    def open(self, subject: int, act: str) -> None:
        """Turn to a text by its name."""
        del subject
        if act in NAMES and act != self.name:
            self._keep()
            self.name = act
            self.edited = None

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        return Route(page=here.page, act=key.more)

    def go_on_with(self, draft: Draft) -> bool:
        """Say whether the text of the draft stands in the fields."""
        if self.edited is not None and self.edited.is_of(draft):
            return True
        return super().go_on_with(draft)

    def turn(self, name: str) -> None:
        """Show another text; what was begun in this one is kept."""
        self.open(0, name)
        self.refresh()

    def refresh(self) -> None:
        """Read the text again, unless it stands here as it was read."""
        desk = self.session.need()
        key = (desk.store.path, desk.store.head, desk.today)
        if self.edited is None or key != self._made:
            self._keep()
            self._made = key
            self.edited = Edited(desk, self.name, self.session.preferences.drafts)
            self._show()
        self._offer()
        self.combo.set_key(self.name)
        self._show_lists()
        self._fit()

    def _offer(self) -> None:
        """Leave out the texts that the guideline has no use for."""
        it = offered(self.session.need())
        known = [name for name in NAMES if name == self.name or text_offered(it, name)]
        self.list.show_offered(known)
        self.combo.set_options([each for each in _options() if each[0] in known])

    def _show(self) -> None:
        edited = self.edited
        if edited is None:
            return
        self.parts.show_wording(edited.wording, edited.examples())
        self._show_form()
        self.draw()

    def _show_lists(self) -> None:
        desk = self.session.need()
        drafts = self.session.preferences.drafts
        begun = [name for name in NAMES if drafts.get(draft_key(desk, name))]
        self.list.show_state(self.name, texts_on(desk, desk.today), begun)
        self.versions.show_versions(history(desk, self.name))
        holder = SHOWN_IN.get(self.name)
        beside = (
            tr("i {paper}", paper=shown(paper_name(holder))) if holder else tr("påhittat ärende")
        )
        self.letter.beside.setText(beside)

    def _show_letter(self, pdf: bytes) -> None:
        """Show the example; how to appeal stands at its end."""
        self.letter.show_pdf(pdf, tr("exempel"))
        if self._turned != self.name:
            self._turned = self.name
            self.letter.turn(self.letter.page_count() if self.name == "appeal" else -MANY)

    # Writing

    def _write(self, row: TextRow) -> None:
        if self.edited is not None:
            guarded = self.edited.write_row(row)
            if guarded is not None:
                row.show_when(when_words(guarded))
            self._timer.start()

    def _act(self, row: TextRow, what: str) -> None:
        if self.edited is not None:
            self._again(*self.edited.act(row, what))

    def _append(self, what: str) -> None:
        if self.edited is not None:
            self._again(self.edited.append(what), 0)

    def _again(self, path: tuple[int, ...], at: int) -> None:
        """Show the fields anew where a part has come, gone or moved."""
        edited = self.edited
        if edited is None:
            return
        where = self._fields.verticalScrollBar().value()
        self.parts.show_wording(edited.wording, edited.examples())
        self._fields.verticalScrollBar().setValue(where)
        row = self.parts.focus(path, at)
        if row is not None:
            QTimer.singleShot(0, row, partial(self._fields.ensureWidgetVisible, row))
        self._timer.start()

    def draw(self) -> None:
        """Judge the text and draw the example with it."""
        edited, desk = self.edited, self.session.desk
        if edited is None or desk is None:
            return
        text, facts, name = edited.text, edited.facts, self.name
        self._remarks = judge(name, text, facts)
        self.parts.show_problems(
            [(r.problem.field, shown(r.problem.text), r.stops) for r in self._remarks]
        )
        self.foot.show_remarks(self._remarks, {row.field for row in self.parts.rows})
        # The other texts are read here: the register belongs to this thread.
        own = dict(texts_on(desk, desk.today))
        self.drawing.ask(lambda: composed(own, name, text, facts))
        edited.keep()

    # Adopting

    def _show_form(self) -> None:
        session = self.session
        self.form = self.foot.make_form(session, self.name)
        self.form.submitted.connect(self._adopt)
        self.form.other.connect(lambda _key: self._drop())

    def _adopt(self, raw: dict[str, object]) -> None:
        if self.edited is not None:
            self.asked.emit(EditLetterText, raw | {"name": self.name, "text": self.edited.text})

    def _restore(self, version: int) -> None:
        self.asked.emit(RestoreLetterText, {"name": self.name, "version": version})

    def _see(self, version: int) -> None:
        """Put an earlier version in the fields as a draft."""
        if self.edited is not None:
            self._keep()
            self.edited.take(self.session.need(), version)
            self._show()
            self._show_lists()
            self.said.emit(tr("Den versionen står i fälten. Inget gäller förrän du antar den."))

    def _drop(self) -> None:
        if self.edited is not None:
            self.edited.drop()
            self._show()
            self._show_lists()
            self.said.emit(tr("Utkastet är kastat. Texten som gäller står i fälten."))

    def answered(self, outcome: Outcome) -> None:
        """Forget the draft: it is adopted, or another version counts."""
        super().answered(outcome)
        self.session.preferences.drafts.drop(draft_key(self.session.need(), self.name))
        self.edited = None
        QTimer.singleShot(0, self, self.first_focus)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say why it was refused: beside the fields of the form, or in the band."""
        known = {"valid_from", "note"}
        if self.form is not None:
            self.form.show_problems([each for each in problems if each.field in known])
        others = [each for each in problems if each.field not in known]
        if others:
            self.said.emit(shown(others[0].text))

    def _keep(self) -> None:
        if self.edited is not None:
            self._timer.stop()
            self.edited.keep()

    def leave(self) -> None:
        """Keep what was begun."""
        super().leave()
        self._keep()
        self.drawing.stop()

    # Room and keys

    def _fit(self) -> None:
        wide = self.width()
        three, two = wide >= em(ALL), wide >= em(TWO)
        here = self.switch.key()
        self._aside.setMinimumWidth(em(LIST) if three else 0)
        self._aside.setMaximumWidth(em(LIST) if three else 16_777_215)
        self.combo.setVisible(not three)
        self.switch.setVisible(not three)
        self._aside.setVisible(three or here == VERSIONS)
        self.list.setVisible(three)
        beside = here != VERSIONS or three
        self.splitter.setVisible(beside)
        self._writing.setMinimumWidth(em(FIELDS) if two else 0)
        self._writing.setVisible(two or here == WRITE)
        self._place_foot(inside=self.height() < em(HIGH))
        self.letter.setVisible(two or here == SEE)

    def _place_foot(self, *, inside: bool) -> None:
        """Let the form scroll with the fields where the window is low."""
        new, old = (self._scrolling, self._column)[:: 1 if inside else -1]
        if new.indexOf(self.foot) < 0:
            old.removeWidget(self.foot)
            new.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one, two or three columns."""
        super().resizeEvent(event)
        self._fit()

    def first_focus(self) -> None:
        """Take the keyboard to the first field."""
        if self.parts.rows:
            self.parts.rows[0].edit.setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        first = [row.edit for row in self.parts.rows[:1]]
        button = [self.form.foot.button] if self.form is not None else []
        choice = self.list.choice(self.name) if self.list.isVisible() else self.combo
        return [choice, *first, *button]

    def print_(self) -> None:
        """Print the example."""
        if not self.letter.print_():
            super().print_()


MANY = 99
"""More pages than an example has."""


def _options() -> list[tuple[str, str]]:
    return [
        (name, tr("{group}: {paper}", group=shown(title), paper=shown(paper_name(name))))
        for title, names in GROUPS
        for name in names
    ]


def _scrolled(*parts: QWidget) -> tuple[QScrollArea, QVBoxLayout]:
    """Put parts below each other in an area that scrolls; give it and their column."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    tight(column, 16)
    column.setContentsMargins(0, 0, px(8), 0)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    for part in parts:
        column.addWidget(part)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area, column
