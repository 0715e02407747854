"""Rounds and delegation lists: what is done once for many cases."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.problems import Refusal
from desktop.domain.text import say
from desktop.flow.reading import read
from desktop.flow.rounds import hears
from desktop.flow.rounds_view import possible, rounds_view
from desktop.flow.run import plan
from desktop.flow.steps import step_named
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.samrad_acts import (
    NONE,
    Act,
    about,
    act_now,
    act_of,
    choices,
    consequence_of,
    others_of,
    title_of,
)
from desktop.ui.pages.samrad_cards import HeldCard, OpenRoundCard
from desktop.ui.pages.samrad_heard import HeardPart
from desktop.ui.pages.samrad_lists import ListCard, UnlistedCard
from desktop.ui.pages.samrad_preview import PaperPreview
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.words import h2, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self._hears = True
        self._wanted: Act = NONE
        self._acting: Act = NONE
        self._made: tuple[object, ...] = ()
        self._previewing = False
        self._heard: HeardPart | None = None
        self._looked_at: Act = NONE
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
        return tr("Samråd och listor") if self._hears else tr("Delegationslistor")

    def open(self, subject: int, act: str) -> None:
        """Turn to a round or list ("round", "list"), or to the form of an act about it."""
        self._previewing = act == PREVIEW
        self._looked_at = (act, subject) if act in ("round", "list") else NONE
        if not self._previewing:
            self._wanted = (act, subject) if act not in ("", "round", "list") else NONE

    def refresh(self) -> None:
        """Read rounds and lists again."""
        desk = self.session.need()
        self.seen = rounds_view(desk)
        self._hears = hears(desk) or bool(self.seen.open or self.seen.held)
        self.frame.set_title(self.title())
        self.round.setVisible(self._hears)
        self.round.show_round(self.seen)
        self.unlisted.show_decisions(self.seen)
        self.lists.show_lists(self.seen)
        self.held.show_rounds(self.seen)
        # What has not begun yet takes no room.
        decided = bool(self.seen.unlisted or self.seen.lists)
        for card, begun in (
            (self.unlisted, decided),
            (self.lists, decided),
            (self.held, bool(self.seen.held)),
        ):
            card.setVisible(begun)
        kind, subject = self._looked_at
        if kind == "list":
            self.lists.table.select(subject)
        self._show_form()
        self._stack.setCurrentWidget(self.preview if self._previewing else self.frame)

    # The form

    def _show_form(self) -> None:
        seen = self.seen
        if seen is None:
            return
        desk = self.session.need()
        self._acting = act_now(desk, seen, self._wanted)
        name, subject = self._acting
        if not name:
            self._made, self.form = (), None
            self.frame.set_act(_all_done(seen, hears=self._hears))
            return
        step, whole = step_named(name), about(desk, self._acting)
        values = step.prefill(desk, whole)
        marks = (name, subject, repr(values), self.frame.two_columns, tuple(possible(seen)))
        if marks == self._made and self.form is not None:
            return
        self._made = marks
        if self.form is not None:
            self.form.keep_draft()
        form = FormPanel(
            step.command,
            title=title_of(seen, self._acting),
            button=shown(step.verb(whole)),
            values=values,
            options=choices(desk, seen),
            consequence=consequence_of(self._acting, whole),
            layout=Layout.SIDE if self.frame.two_columns else Layout.WIDE,
            others=others_of(seen, self._acting),
            also=[(PREVIEW, tr("Förhandsgranska"))] if name in PAPERS else (),
            day=self.session.read_day,
            skip=(*GIVEN, *HEARD),
            drafts=self.session.preferences.drafts,
            draft_key=DraftKey(register=desk.store.register_uuid, act=name, subject=subject),
        )
        self._heard = self._add_heard(form, values) if name == "close_round" else None
        form.submitted.connect(self._submit)
        form.submitted_also.connect(lambda _key, raw: self._show_preview(raw))
        form.other.connect(lambda key: self.choose(*act_of(key)))
        self.form = form
        self.frame.set_act(form)

    def _add_heard(self, form: FormPanel, values: dict[str, Any]) -> HeardPart:
        """Put who was heard between the fields and the button."""
        part = HeardPart(values["members"], self.seen.proposed if self.seen else ())
        part.edited.connect(form.clear_problems)
        form.add_part("heard", part)
        form.body.insertWidget(form.body.indexOf(form.grid) + 1, part)
        stops = [form.field("form"), *part.stops(), form.foot.button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        return part

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        return Route(page=here.page, subject=key.subject, act=key.act)

    def _submit(self, raw: dict[str, object]) -> None:
        name, _subject = self._acting
        if self._heard is not None:
            raw = raw | self._heard.raw()
        self.asked.emit(step_named(name).command, raw)

    def _step_list(self, list_id: int) -> None:
        acts = [act for act in possible(self.seen) if act[1] == list_id] if self.seen else []
        for name, subject in acts:
            if name in ("report_list", "announce_list"):
                self.choose(name, subject)

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
        self._wanted, self._made = NONE, ()
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
                Offer(word=words, do=partial(self.choose, *act_of(key)))
                for key, words in others_of(self.seen, self._acting)
            ]
        many = Offer(
            word=tr("Skriv ut flera brev …"), do=partial(self.go.emit, Route(page="utskrift"))
        )
        papers = (
            Offer(word=words, do=partial(self.go.emit, Route(page="handling", subject=paper)))
            for paper, words in self._papers()
        )
        return [many, *papers]

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


def _all_done(seen: RoundsView, *, hears: bool) -> Card:
    """Say in the place of the form that nothing is to be done here."""
    card = Card()
    card.add(h2(tr("Inget att göra här nu")))
    if not hears:
        words = tr("Beslut som du fattar på delegation anmäls härifrån.")
    elif seen.lists or seen.held:
        words = tr("Inget ärende väntar på kommittén, och alla beslut är anmälda.")
    else:
        words = tr("Lägg ett ärende i samråd, så öppnas en omgång här.")
    card.add(muted(words, wrap=True))
    return card
