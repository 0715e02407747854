"""The page of a cost-sharing agreement: its terms, how it stands, its papers and its next act."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.registers import Place
from desktop.domain.visit_words import STATUS_WORDS, AgreementState
from desktop.flow.agreement_view import agreement_picture, place_agreement
from desktop.flow.step import Command
from desktop.flow.steps import acts_about, step_named
from desktop.flow.visit_place import agreement_warnings
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.agreement import agreement_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.besok_words import STATUS_MARKS
from desktop.ui.pages.case_parts.findings import paragraph
from desktop.ui.pages.case_parts.history import History
from desktop.ui.pages.case_parts.papers import PDF
from desktop.ui.pages.case_parts.paragraph_card import ParagraphCard
from desktop.ui.pages.case_parts.saying import brief
from desktop.ui.pages.ort_agreement import AgreementCard, days_of, own_words, visit_rule
from desktop.ui.pages.papper_drawn import AGREEMENT
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, Section, tight
from desktop.ui.widgets.lists import Doc, DocumentList, FactList
from desktop.ui.widgets.name_link import NameLink

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from desktop.flow.agreement_view import AgreementPicture
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session
    from desktop.ui.widgets.combo import Option

WIDE = ("draft_agreement", "change_agreement", "new_agreement_version")
"""Acts whose form takes the whole page: they ask for the matrix."""
NEW = "draft_agreement"
PRINT = "print_agreement"
MANY = 200
_LANGUAGES = {"sv": "svenska", "en": "engelska"}


@dataclass(frozen=True)
class Nothing(Command):
    """No act: the agreement waits for nothing."""


class AgreementPage(Page):
    """One agreement, or the form of a new one with a place."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._subject, self._act = 0, ""
        self._seen: AgreementPicture | None = None
        self._place: Place | None = None
        self._made: tuple[object, ...] = ()
        self._wide_form: FormPanel | None = None
        self.frame = PageFrame(back=tr("Orter"))
        self.frame.backed.connect(self._leave)
        self.frame.widened.connect(self._widen)
        self.preview_button = Button(tr("Förhandsgranska"))
        self.preview_button.clicked.connect(self._preview)
        self.sign_button = Button(tr("Skriv ut för underskrift"), "printer")
        self.sign_button.clicked.connect(lambda: self.choose(PRINT))
        for button in (self.preview_button, self.sign_button):
            self.frame.buttons.addWidget(button)
        self.card, self.paragraph = AgreementCard(own_page=True), ParagraphCard()
        self.card.went.connect(self.go)
        self.card.paragraphed.connect(self._open_rule)
        self.facts = FactList()
        self._facts_card = Card()
        self._facts_card.add(self.facts)
        self.documents = DocumentList(tr("Handlingar"))
        self.documents.opened.connect(self._open_paper)
        self.versions = Section(Heading(tr("Versioner")))
        self._version_card = Card(spacing=6)
        self.versions.add(self._version_card)
        self.history = History()
        self.frame.add(self.card, self.paragraph, self._facts_card)
        self.frame.add_side(self.documents, self.versions, self.history)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Give what it is with."""
        if self._place is None:
            return tr("Överenskommelse")
        return tr("Överenskommelse med {name}", name=self._place.name)

    def open(self, subject: int, act: str) -> None:
        """Turn to an agreement; for a new one the subject is the place."""
        self._subject, self._act = subject, act

    def _leave(self) -> None:
        if self._place is not None:
            self.go.emit(Route(page="ort", subject=self._place.id))
        else:
            self.go.emit(Route(page="orter"))

    def refresh(self) -> None:
        """Read it again."""
        desk = self.session.need()
        try:
            if self._act == NEW:
                self._seen = None
                self._place = desk.store.get(Place, self._subject)
            else:
                self._seen = agreement_picture(desk, self._subject)
                self._place = self._seen.place
        except LookupError:
            self._seen = None
            QTimer.singleShot(0, self._leave)
            return
        if self._act and self._seen is not None and not step_named(self._act).applies(self._seen):
            self._act = ""
        wide = self._act in WIDE
        self.frame.header.back.setText(self._place.name)
        self.frame.set_title(self.title())
        self._head(wide=wide)
        for part in (self.card, self._facts_card, self.documents, self.versions, self.history):
            part.setVisible(not wide)
        self.frame.show_side(on=not wide)
        if wide:
            self.paragraph.hide()
        elif self._seen is not None:
            self._show(self._seen)
        self._show_form()

    def _head(self, *, wide: bool) -> None:
        seen = self._seen
        shows = seen is not None and not wide
        self.preview_button.setVisible(shows)
        printable = seen is not None and shows and step_named(PRINT).applies(seen)
        self.sign_button.setVisible(printable)
        if wide or seen is None:
            self.frame.set_badge("")
            self.frame.set_line(shown(step_named(self._act).title) if self._act else "")
            return
        self.frame.set_badge(shown(STATUS_WORDS[seen.status]), STATUS_MARKS[seen.status])
        words = [seen.agreement.counterpart, days_of(seen)]
        self.frame.set_line(" · ".join(each for each in words if each))

    def _show(self, seen: AgreementPicture) -> None:
        desk = self.session.need()
        _, guideline = desk.in_force()
        newest = place_agreement(desk, seen.place.id)
        warnings = (
            agreement_warnings(desk, seen.place, seen) if newest and newest.id == seen.id else ()
        )
        self.card.show_agreement(seen, seen.place.id, warnings, guideline)
        self.facts.set_facts([pair for pair in _facts(seen) if pair[1]])
        self.documents.set_documents(
            [
                Doc(
                    id=each.id,
                    title=each.title,
                    day=brief(each.made_on, seen.today),
                    kind="document" if each.outgoing else "clip",
                )
                for each in reversed(seen.drawn)
            ],
            empty=tr("Inga handlingar än."),
        )
        self._show_versions(seen)
        events = desk.store.events(("agreement", seen.id), limit=MANY)
        self.history.set_events(events, seen.today)

    def _show_versions(self, seen: AgreementPicture) -> None:
        while item := self._version_card.body.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        others = [each for each in reversed(seen.others) if each.id != seen.id]
        self.versions.setVisible(bool(others))
        for each in others:
            words = (
                tr("Utkast")
                if each.state is AgreementState.DRAFT
                else tr("Från {day}", day=str(each.valid_from))
            )
            link = NameLink(words)
            route = Route(page="overenskommelse", subject=each.id)
            link.clicked.connect(partial(self.go.emit, route))
            self._version_card.add(link)

    # The form

    def _next(self) -> str:
        seen = self._seen
        if seen is None:
            return self._act
        if self._act:
            return self._act
        if seen.state is AgreementState.DRAFT:
            return "sign_agreement" if seen.lines else "change_agreement"
        return "resume_agreement" if step_named("resume_agreement").applies(seen) else ""

    def _others(self, name: str) -> list[Option]:
        seen = self._seen
        if seen is None:
            return []
        return [
            (step.name, shown(step.title))
            for step in acts_about("agreement")
            if step.name != name and step.applies(seen)
        ]

    def _show_form(self) -> None:
        name = self._next()
        wide = name in WIDE
        marks = (name, self._subject, self._seen, wide or self.frame.two_columns)
        if self.form is not None and marks == self._made:
            return
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
        if self._wide_form is not None:
            self.frame.main.removeWidget(self._wide_form)
            self._wide_form.hide()
            self._wide_form.deleteLater()
            self._wide_form = None
        self.form = self._form(name, wide=wide)
        self.form.other.connect(self.choose)
        if wide:
            self.frame.set_act()
            self._wide_form = self.form
            self.frame.main.insertWidget(0, self.form)
            self.form.show()
        else:
            self.frame.set_act(self.form)

    def _form(self, name: str, *, wide: bool) -> FormPanel:
        others = self._others(name)
        if not name:
            layout = Layout.SIDE if self.frame.two_columns else Layout.WIDE
            form = FormPanel(
                Nothing,
                title=tr("Inget väntar"),
                button="",
                consequence=tr("Villkoren ligger fast. En ändring blir en ny version."),
                layout=layout,
                others=others,
            )
            form.grid.hide()
            form.foot.button.hide()
            form.foot.key.setText("")
            return form
        layout = Layout.SIDE if self.frame.two_columns else Layout.WIDE
        subject: Any = self._seen if self._seen is not None else self._place
        return agreement_form(
            self,
            step_named(name),
            subject,
            layout=Layout.PAGE if wide else layout,
            title="" if wide else None,
            others=[] if wide else others,
            close=self._close if wide or self._act else None,
        )

    def _close(self) -> None:
        if self._seen is None:
            self._leave()
            return
        self._act = ""
        self.refresh()

    def _widen(self, two: bool) -> None:
        if self.form is None or self._next() in WIDE:
            return
        self.form.set_layout(Layout.SIDE if two else Layout.WIDE)

    def choose(self, name: str) -> None:
        """Put the form of another step on the page."""
        self._act = name
        self.refresh()
        if self.form is not None:
            self.form.focus_first()

    def first_focus(self) -> None:
        """Begin at the form, or at the way to other steps when nothing waits."""
        if self.form is not None and self._next():
            self.form.focus_first()
        elif self.form is not None:
            self.form.foot.menu_link.setFocus()

    def next_act(self) -> None:
        """Go to the form, or do the act."""
        if self.form is not None and self._next():
            self.form.next_act()

    def answered(self, outcome: Outcome) -> None:
        """Show what was made, or go to the place when the draft was taken away."""
        super().answered(outcome)
        self._made = ()
        made = [key for kind, key in outcome.subjects if kind == "agreement"]
        name = outcome.event.name
        self._act = ""
        if name == "drop_agreement":
            self._leave()
        elif name in (NEW, "new_agreement_version") and made:
            self.go.emit(Route(page="overenskommelse", subject=max(made)))
        elif name == PRINT and outcome.documents:
            self.go.emit(Route(page="handling", subject=outcome.documents[-1]))

    def _preview(self) -> None:
        if self._seen is not None:
            self.go.emit(Route(page=AGREEMENT, subject=self._seen.id))

    def _open_rule(self, kind: str) -> None:
        _, guideline = self.session.need().in_force()
        rule = visit_rule(guideline, kind)
        if rule is not None:
            self.paragraph.show_paragraph(paragraph(guideline, rule))
            self.frame.show_part(self.paragraph)

    def _open_paper(self, document_id: int) -> None:
        self.go.emit(Route(page="handling", subject=document_id))

    def columns(self) -> Sequence[QWidget]:
        """Give the form and the papers."""
        return [self.form, self.documents] if self.form is not None else [self.documents]

    def offers(self, menu: str) -> Sequence[Offer]:
        """Give the other steps, or the papers."""
        seen = self._seen
        if seen is None:
            return ()
        if menu == "papper":
            preview = Offer(word=tr("Förhandsgranska överenskommelsen"), do=self._preview)
            kept = (Offer(word=p.title, do=partial(self._open_paper, p.id)) for p in seen.drawn)
            return [preview, *kept]
        return [
            Offer(word=words, do=partial(self.choose, name))
            for name, words in self._others(self._next())
        ]

    def print_(self) -> None:
        """Answer Ctrl+P: show the newest paper, or the agreement as it stands, to be printed."""
        drawn = [each for each in self._seen.drawn if each.media == PDF] if self._seen else []
        if drawn:
            self._open_paper(drawn[-1].id)
        elif self._seen is not None:
            self._preview()
        else:
            super().print_()


def _facts(seen: AgreementPicture) -> list[tuple[str, str]]:
    it = seen.agreement

    def day(value: object) -> str:
        return str(value or "")

    language = tr(_LANGUAGES[it.prevailing]) if it.prevailing in _LANGUAGES else it.prevailing
    last = seen.last_day
    return [
        (tr("Motpart"), it.counterpart),
        (tr("Vi undertecknar"), it.our_signatory),
        (tr("De undertecknar"), it.their_signatory),
        (tr("Undertecknad"), day(it.signed_on)),
        (tr("Originalet ligger"), it.original_at),
        (tr("Ankomstort"), own_words(it.arrival_place)),
        (tr("Språk som gäller"), language),
        (tr("Samarbetsområden"), own_words(it.areas)),
        (tr("Sista dag"), day(last) if last != it.valid_to else ""),
        (tr("Sista dag att säga upp"), day(seen.notice_by)),
        (tr("Skäl"), it.end_reason),
        (tr("Besök som följer den"), str(seen.visits) if seen.visits else ""),
        (tr("Anteckning"), it.note),
    ]
