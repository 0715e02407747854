"""Rounds and delegation lists: what is done once for many cases."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.casework import DecisionList, Round
from desktop.domain.problems import Refusal
from desktop.domain.text import say
from desktop.flow.options import options
from desktop.flow.picture import picture
from desktop.flow.reading import read
from desktop.flow.rounds_view import next_of, possible, rounds_view
from desktop.flow.run import plan
from desktop.flow.steps import step_named
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.samrad_cards import HeldCard, ListCard, OpenRoundCard, UnlistedCard
from desktop.ui.pages.samrad_heard import HeardPart
from desktop.ui.pages.samrad_preview import PaperPreview
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.words import h2, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.rounds_view import RoundsView
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

GIVEN = ("round_id", "list_id", "case_id")
"""Fields that the page answers itself."""
HEARD = ("members", "remarks")
"""Fields that a part of the page's own asks for: who was heard, and what was said."""
PAPERS = {"make_sheet": say("Samrådsunderlag"), "make_list": say("Delegationslista")}
"""Acts that draw up a paper, and what it is called."""
PREVIEW = "preview"


class RoundsPage(Page):
    """The open round, what is to be reported, lists, and earlier rounds; one form at the side."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame()
        self.frame.set_title(tr("Samråd och listor"))
        self.round, self.unlisted = OpenRoundCard(), UnlistedCard()
        self.lists, self.held = ListCard(), HeldCard()
        self.frame.add(*self._cards())
        self.preview = PaperPreview()
        self.preview.backed.connect(self.back)
        self.seen: RoundsView | None = None
        self._wanted: tuple[str, int] = ("", 0)
        self._acting: tuple[str, int] = ("", 0)
        self._made: tuple[object, ...] = ()
        self._previewing = False
        self._heard: HeardPart | None = None
        self._looked_at: tuple[str, int] = ("", 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.frame)
        self._stack.addWidget(self.preview)
        self._connect()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._stack)

    def _cards(self) -> tuple[OpenRoundCard, UnlistedCard, ListCard, HeldCard]:
        return self.round, self.unlisted, self.lists, self.held

    def _connect(self) -> None:
        for card in self._cards():
            card.went.connect(self.go)
            card.table.passed.connect(partial(self._pass, card))
        self.round.table.stepped.connect(lambda case: self.choose("take_from_round", case))
        self.unlisted.wrote.connect(lambda: self.choose("make_list", 0))
        self.lists.table.stepped.connect(self._step_list)
        self.frame.widened.connect(lambda _two: self._widened())

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Samråd och listor")

    def open(self, subject: int, act: str) -> None:
        """Turn to a round or list ("round", "list"), or to the form of an act about it."""
        self._previewing = act == PREVIEW
        self._looked_at = (act, subject) if act in ("round", "list") else ("", 0)
        if not self._previewing:
            self._wanted = (act, subject) if act not in ("", "round", "list") else ("", 0)

    def refresh(self) -> None:
        """Read rounds and lists again."""
        desk = self.session.need()
        self.seen = rounds_view(desk)
        self.round.show_round(self.seen)
        self.unlisted.show_decisions(self.seen)
        self.lists.show_lists(self.seen)
        self.held.show_rounds(self.seen)
        kind, subject = self._looked_at
        if kind == "list":
            self.lists.table.select(subject)
        self._show_form()
        self._stack.setCurrentWidget(self.preview if self._previewing else self.frame)

    # The form

    def _current(self) -> tuple[str, int]:
        """Give the act whose form is shown: what was chosen, as long as it can be done."""
        if self.seen is None:
            return "", 0
        name, subject = self._wanted
        for act in possible(self.seen):
            if act == self._wanted or (act[0] == name and not subject):
                return act
        if name == "take_from_round" and subject in {each.case.id for each in self.seen.proposed}:
            return self._wanted
        return next_of(self.seen, self.session.need().today)

    def _show_form(self) -> None:
        seen = self.seen
        if seen is None:
            return
        name, subject = self._acting = self._current()
        if not name:
            self._made, self.form = (), None
            self.frame.set_act(_all_done(seen))
            return
        desk, step = self.session.need(), step_named(name)
        about = self._subject(name, subject)
        values = step.prefill(desk, about)
        marks = (name, subject, repr(values), self.frame.two_columns, tuple(possible(seen)))
        if marks == self._made and self.form is not None:
            return
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
        form = FormPanel(
            step.command,
            title=self._title(name, subject),
            button=shown(step.verb(about)),
            values=values,
            options=self._options,
            consequence=shown(step.consequence(about)) or self._consequence(name),
            layout=Layout.SIDE if self.frame.two_columns else Layout.WIDE,
            others=self._others(),
            also=[(PREVIEW, tr("Förhandsgranska"))] if name in PAPERS else (),
            day=self.session.read_day,
            skip=(*GIVEN, *HEARD),
            drafts=self.session.preferences.drafts,
            draft_key=f"{desk.store.register_uuid}:{name}:{subject}",
        )
        self._heard = self._add_heard(form, values) if name == "close_round" else None
        form.submitted.connect(self._submit)
        form.submitted_also.connect(lambda _key, raw: self._show_preview(raw))
        form.other.connect(self._choose_other)
        self.form = form
        self.frame.set_act(form)

    def _add_heard(self, form: FormPanel, values: dict[str, Any]) -> HeardPart:
        """Put who was heard between the fields and the button."""
        part = HeardPart(values["members"], self.seen.proposed if self.seen else ())
        part.edited.connect(form.clear_problems)
        form.body.insertWidget(form.body.indexOf(form.grid) + 1, part)
        stops = [form.field("form"), *part.stops(), form.foot.button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        return part

    def _submit(self, raw: dict[str, object]) -> None:
        name, _subject = self._acting
        if self._heard is not None:
            raw = raw | self._heard.raw()
        self.asked.emit(step_named(name).command, raw)

    def _subject(self, name: str, subject: int) -> Any:  # noqa: ANN401 - what a step is about
        desk = self.session.need()
        if name == "take_from_round":
            return picture(desk, subject)
        if name == "make_list":
            return None
        return desk.store.get(DecisionList if "list" in name else Round, subject)

    def _title(self, name: str, subject: int) -> str:
        title = shown(step_named(name).title)
        if self.seen is None:
            return title
        if name == "take_from_round":
            case = next(each.case for each in self.seen.proposed if each.case.id == subject)
            return tr("Ta {number} ur omgången", number=case.number)
        number = self._number(name, subject)
        return f"{title} · {number}" if number else title

    def _number(self, name: str, subject: int) -> str:
        if self.seen is None or name in ("make_list", "take_from_round"):
            return ""
        if name in ("make_sheet", "close_round"):
            return f"{self.seen.open.number}/{self.seen.open.year}" if self.seen.open else ""
        line = next((each.list for each in self.seen.lists if each.list.id == subject), None)
        return f"{line.number}/{line.year}" if line is not None else ""

    def _consequence(self, name: str) -> str:
        return {
            "make_sheet": tr("Underlaget sparas och öppnas, så att du kan skriva ut eller skicka det."),
            "take_from_round": tr("Ärendet bereds igen. Beloppet är inte längre reserverat."),
            "report_list": tr("Paragrafen står i nämndens protokoll."),
        }.get(name, "")

    def _options(self, ask: Ask) -> Sequence[tuple[str, str]]:
        if ask.ref == "case" and self.seen is not None:
            return [(str(each.case.id), each.case.number) for each in self.seen.proposed]
        return [(key, shown(words)) for key, words in options(self.session.need(), ask)]

    def _others(self) -> list[tuple[str, str]]:
        if self.seen is None:
            return []
        found = []
        for name, subject in possible(self.seen):
            if (name, subject) != self._acting:
                found.append((f"{name}:{subject}", self._title(name, subject)))
        return found

    def _choose_other(self, key: str) -> None:
        name, _, subject = key.partition(":")
        self.choose(name, int(subject))

    def _step_list(self, list_id: int) -> None:
        line = next(each for each in self.seen.lists if each.list.id == list_id) if self.seen else None
        if line is not None and line.act:
            self.choose(line.act, list_id)

    def choose(self, name: str, subject: int) -> None:
        """Put the form of another act on the page, and take the keyboard there."""
        self._wanted = (name, subject)
        self._show_form()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def _widened(self) -> None:
        if self.form is not None and self.form.is_dirty():
            two = self.frame.two_columns
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)
        else:
            self._show_form()

    def _show_preview(self, raw: dict[str, object]) -> None:
        """Draw the paper as it would be kept, and show it; nothing is written."""
        desk = self.session.need()
        name, subject = self._acting
        try:
            work = plan(desk, read(step_named(name).command, raw, desk.today))
        except Refusal as refusal:
            self.show_problems(refusal.problems)
            return
        content = next(iter(work.drawn.values()))
        self.preview.show_paper(shown(PAPERS[name]), content)
        self.go.emit(Route(page="samrad", subject=subject, act=PREVIEW))

    def answered(self, outcome: Outcome) -> None:
        """Show the paper that was made; the page turns to what is next."""
        super().answered(outcome)
        name, _subject = self._acting
        self._wanted, self._made = ("", 0), ()
        if name in PAPERS and outcome.documents:
            self.go.emit(Route(page="handling", subject=outcome.documents[-1]))

    # Keys

    def _pass(self, card: QWidget, way: int) -> None:
        full = [each for each in self._cards() if each.table.rows.ids]
        at = full.index(card) + way if card in full else -1
        if 0 <= at < len(full):
            full[at].table.enter(last=way < 0)

    def first_focus(self) -> None:
        """Begin in the form when an act was asked for, else in what was looked for."""
        full = [each.table for each in self._cards() if each.table.rows.ids]
        if self._previewing:
            self.preview.print_button.setFocus()
        elif self.form is not None and (self._wanted[0] or not full):
            self.form.focus_first()
        elif full:
            (self.lists.table if self._looked_at[0] == "list" else full[0]).setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give the lists that have rows, and the form."""
        full: list[QWidget] = [each.table for each in self._cards() if each.table.rows.ids]
        return [*full, self.form] if self.form is not None else full

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer the other acts, or the papers."""
        if self.seen is None:
            return ()
        if menu == "arende":
            return [
                Offer(word=words, do=partial(self._choose_other, key))
                for key, words in self._others()
            ]
        return [
            Offer(word=words, do=partial(self.go.emit, Route(page="handling", subject=paper)))
            for paper, words in self._papers()
        ]

    def _papers(self) -> list[tuple[int, str]]:
        found = []
        if self.seen is not None:
            if self.seen.open is not None and self.seen.open.document_id is not None:
                number = f"{self.seen.open.number}/{self.seen.open.year}"
                words = tr("Samrådsunderlag {number}", number=number)
                found.append((self.seen.open.document_id, words))
            for line in self.seen.lists[:5]:
                number = f"{line.list.number}/{line.list.year}"
                words = tr("Delegationslista {number}", number=number)
                found.append((line.list.document_id, words))
        return found

    def print_(self) -> None:
        """Answer Ctrl+P: print what is previewed, or go to the paper that was made last."""
        if self._previewing:
            self.preview.print_()
            return
        papers = self._papers()
        if papers:
            self.go.emit(Route(page="handling", subject=papers[0][0]))
        else:
            super().print_()


def _all_done(seen: RoundsView) -> Card:
    """Say in the place of the form that nothing is to be done here."""
    card = Card()
    card.add(h2(tr("Inget att göra här nu")))
    if seen.lists or seen.held:
        words = tr("Inget ärende väntar på kommittén, och alla beslut är anmälda.")
    else:
        words = tr("Lägg ett ärende i samråd, så öppnas en omgång här.")
    card.add(muted(words, wrap=True))
    return card
