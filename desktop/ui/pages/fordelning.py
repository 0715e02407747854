"""The page of an equal split: those who share a pot side by side, decided together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.casework import Case
from desktop.domain.problems import Refusal
from desktop.domain.registers import Place
from desktop.domain.swedish import capital, kr
from desktop.flow.reading import read
from desktop.flow.run import plan
from desktop.flow.steps.decision_together import DecideTogether
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.together import TogetherForm
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.page import Page, Route
from desktop.ui.pages.case_parts.findings import paragraph
from desktop.ui.pages.case_parts.papers import bound
from desktop.ui.pages.case_parts.paragraph_card import ParagraphCard
from desktop.ui.pages.case_parts.split import busiest, round_scheme, split_of
from desktop.ui.pages.case_parts.split_cards import PotShare, Ways
from desktop.ui.pages.case_parts.split_side import Heard, rest_of, waiting_form
from desktop.ui.pages.case_parts.split_table import SplitTable
from desktop.ui.preview import LetterPreview
from desktop.ui.spoken import count_word
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.lists import FactList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.run import Outcome
    from desktop.ui.draft import DraftKey
    from desktop.ui.pages.case_parts.split import Split
    from desktop.ui.session import Session

LETTERS = 560
"""Pixels high of the letters at 100 %."""
YEARS = (-2, -1, 0, 1)


class SplitPage(Page):
    """One pot that is shared equally."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._place_id = 0
        self._year = 0
        self._subject = 0
        self._made: tuple[object, ...] = ()
        self._split: Split | None = None
        self.frame = PageFrame(back=tr("Ärenden"), trail=tr("Fördelning"))
        self.frame.backed.connect(lambda: self.go.emit(Route(page="arenden")))
        self.frame.widened.connect(self._widen)
        self.place, self.year = ComboBox(), ComboBox()
        self.place.setAccessibleName(tr("Ort"))
        self.year.setAccessibleName(tr("År"))
        for chooser in (self.place, self.year):
            self.frame.buttons.addWidget(chooser)
            chooser.chosen.connect(lambda _key: self._turn())
        self.table, self.pot, self.ways = SplitTable(), PotShare(), Ways()
        self.paragraph = ParagraphCard()
        self.letters = LetterPreview(tr("Breven"), tr("så som de skrivs ut"))
        self.letters.setFixedHeight(px(LETTERS))
        self.letters.hide()
        self.frame.add(self.table, self.letters, self.pot, self.paragraph, self.ways)
        for part in (self.table, self.ways):
            part.went.connect(self.go)
        self.pot.heading.link.clicked.connect(self._open_paragraph)
        self.heard, self.rest = Heard(), FactList(tr("Kvar efter beslutet"), right=True)
        self.heard.went.connect(self.go)
        self.frame.add_side(self.heard, self.rest)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Say which split it is."""
        split = self._split
        if split is None:
            return tr("Fördelning")
        return tr(
            "Fördelning: {grant} {year}, {place}",
            grant=tr(split.scheme.name).lower(),
            year=split.year,
            place=split.place,
        )

    def open(self, subject: int, act: str) -> None:
        """Turn to the pot of a case; 0 keeps the one that was shown."""
        del act
        self._subject = subject

    def _turn(self) -> None:
        self._place_id, self._year = int(self.place.key() or 0), int(self.year.key())
        self._subject = 0
        self.letters.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the split again."""
        desk = self.session.need()
        scheme = round_scheme(desk)
        if scheme is None:
            self.go.emit(Route(page="arenden"))
            return
        self._find(desk)
        if not self._place_id:
            self._place_id, self._year = busiest(desk, scheme)
        places = desk.store.find(Place, order="id")
        names = {each.id: each.name for each in places}
        if self._place_id not in names:
            self._place_id = next(iter(names), 0)
        self.place.set_options([(str(key), name) for key, name in names.items()])
        self.place.set_key(str(self._place_id))
        years = {self._year, *(desk.today.year + each for each in YEARS)}
        self.year.set_options([(str(each), str(each)) for each in sorted(years)])
        self.year.set_key(str(self._year))
        name = names.get(self._place_id, "")
        self._split = split_of(desk, scheme, self._place_id, name, self._year)
        self._show(desk, self._split)

    def _find(self, desk: Desk) -> None:
        case = desk.store.first(Case, "id = ?", self._subject) if self._subject else None
        if case is not None:
            self._place_id, self._year = case.place_id, case.year
            self._subject = 0

    def _show(self, desk: Desk, split: Split) -> None:
        count = len(split.members)
        self.frame.set_title(
            tr(
                "{grant} {year}, {place}",
                grant=tr(split.scheme.name),
                year=split.year,
                place=split.place,
            )
        )
        shares = tr(
            "{count} föreningar delar {cap} lika",
            count=capital(count_word(count)),
            cap=kr(split.scheme.cap),
        )
        alone = tr("En förening har sökt. Den delar inte potten med någon.")
        nobody = tr("Ingen har sökt än.")
        self.frame.set_line(shares if count > 1 else alone if count else nobody)
        for part in (self.table, self.pot, self.ways):
            part.setVisible(bool(count))
            if count:
                part.show_split(split)
        self.paragraph.hide()
        self.heard.show_split(desk, split)
        self.rest.set_facts(rest_of(desk, split))
        self._show_form(desk, split)

    def _show_form(self, desk: Desk, split: Split) -> None:
        ready = tuple((each.seen.id, each.amount) for each in split.ready)
        phases = tuple((each.seen.id, each.seen.case.phase) for each in split.members)
        marks = (split.place_id, split.year, ready, phases)
        if marks == self._made and self.form is not None:
            return
        self._made = marks
        left = self.form is not None and self.form.has_focus()
        if self.form is not None:
            self.form.keep_draft()
        if ready:
            form = TogetherForm(desk, split, self.session.read_day, self.session.preferences.drafts)
            form.submitted.connect(lambda raw: self.asked.emit(DecideTogether, raw))
            form.letters.connect(self.toggle_letters)
            form.singly.connect(self._singly)
            form.edited.connect(self._draw_letters)
            self.form: FormPanel | None = form
        else:
            self.form = self._waiting(split)
        self.frame.set_act(self.form)
        self._widen(self.frame.two_columns)
        if left:
            self.place.setFocus()

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        del key
        ready = self._split.ready if self._split is not None else ()
        return Route(page=here.page, subject=ready[0].seen.id if ready else here.subject)

    def _waiting(self, split: Split) -> FormPanel:
        form, route = waiting_form(split)
        form.submitted.connect(lambda _raw: self.go.emit(route))
        return form

    def _widen(self, two: bool) -> None:
        if self.form is not None:
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)

    def _singly(self) -> None:
        if self._split is not None and self._split.ready:
            self.go.emit(Route(page="besluta", subject=self._split.ready[0].seen.id))

    def toggle_letters(self) -> None:
        """Show the letters as they would be stored, or put them away."""
        self.letters.setVisible(self.letters.isHidden())
        if isinstance(self.form, TogetherForm):
            away = self.letters.isHidden()
            self.form.show_letters.setText(tr("Visa breven") if away else tr("Dölj breven"))
        self._draw_letters()
        if not self.letters.isHidden():
            self._see(self.letters)

    def _draw_letters(self) -> None:
        if self.letters.isHidden() or self.form is None:
            return
        desk = self.session.need()
        try:
            raw = self.form.raw() | {"unbiased": True}
            work = plan(desk, read(DecideTogether, raw, desk.today))
        except Refusal as refusal:
            said = shown(refusal.problems[0].text)
            self.letters.show_nothing(tr("Breven visas när det här är klart: {what}", what=said))
            return
        contents = [work.drawn[key] for key in work.documents]
        self.letters.show_pdf(bound(contents), tr("breven"))

    def _open_paragraph(self) -> None:
        split = self._split
        if split is not None and split.rule is not None and split.members:
            guideline = split.members[0].seen.guideline
            self.paragraph.show_paragraph(paragraph(guideline, split.rule))
            self._see(self.paragraph)

    def _see(self, part: QWidget) -> None:
        """Scroll to a part once it has got its place."""
        QTimer.singleShot(0, partial(self.frame.show_part, part))

    def answered(self, outcome: Outcome) -> None:
        """Put the drafts of the letters away: they are decided."""
        super().answered(outcome)
        self.letters.hide()

    def columns(self) -> Sequence[QWidget]:
        """Give form and comparison."""
        return [self.form, self.table] if self.form is not None else [self.table]

    def print_(self) -> None:
        """Print the letters when they are shown."""
        if self.letters.isHidden():
            super().print_()
        else:
            self.letters.print_()
