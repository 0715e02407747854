"""The page of a visit: where it stands, its next act, its rules, people, costs and papers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.settlement import shown as kronor
from desktop.flow.step import Command
from desktop.flow.steps.visit_files import AttachToVisit
from desktop.flow.visit_next import visit_label
from desktop.flow.visit_picture import visit_picture
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.visit import visit_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.besok_acts import Acting, acting, sign_button, sign_words
from desktop.ui.pages.besok_cards import VisitCards
from desktop.ui.pages.besok_tables import foreign_words, settlement_table
from desktop.ui.pages.besok_words import TONES, visit_line
from desktop.ui.pages.case_parts.dropping import dropped, taken
from desktop.ui.pages.papper_drawn import offered
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.grid_table import GridTable
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop.flow.run import Outcome
    from desktop.flow.visit_picture import VisitPicture
    from desktop.ui.session import Session


@dataclass(frozen=True)
class GoThere(Command):
    """No act: the form only leads to the page where the act is done."""


class VisitPage(Page):
    """One visit. The form is its next act until another step is chosen."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._visit_id = 0
        self._chosen = ""
        self._seen: VisitPicture | None = None
        self._acting: Acting | None = None
        self._made: tuple[object, ...] = ()
        self.frame = PageFrame(back=tr("Besök"))
        self.frame.backed.connect(lambda: self.go.emit(Route(page="besoken")))
        self.frame.widened.connect(self._widen)
        self.cards = VisitCards(self.frame)
        self.cards.went.connect(self.go)
        self.cards.unfolded.connect(self._see)
        self.gone = EmptyState(tr("Besöket finns inte längre."), tr("Till besöken"))
        self.gone.clicked.connect(lambda: self.go.emit(Route(page="besoken")))
        self.gone.hide()
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)
        column.addWidget(self.gone)
        self.setAcceptDrops(True)

    def _see(self, part: QWidget) -> None:
        QTimer.singleShot(0, partial(self.frame.show_part, part))

    def title(self) -> str:
        """Give what the visit is called."""
        return shown(self._seen.title) if self._seen is not None else tr("Besök")

    def open(self, subject: int, act: str) -> None:
        """Turn to a visit; `act` opens the form of that step."""
        self._visit_id, self._chosen = subject, act

    def refresh(self) -> None:
        """Read the visit again."""
        desk = self.session.need()
        try:
            seen = visit_picture(desk, self._visit_id)
        except LookupError:
            self._seen = None
            self.frame.hide()
            self.gone.show()
            return
        self._seen = seen
        self.gone.hide()
        self.frame.show()
        stands = visit_label(seen)
        self.frame.set_trail(seen.visit.number)
        self.frame.set_title(shown(seen.title))
        self.frame.set_badge(shown(stands.text), TONES[stands.tone])
        self.frame.set_line(visit_line(seen))
        self.frame.set_sums(self._sums(seen))
        self.cards.show_visit(desk, seen)
        self._show_form(seen)

    @staticmethod
    def _sums(seen: VisitPicture) -> list[tuple[str, str, bool]]:
        if not seen.costs:
            return []
        paid = seen.settlement.total_ore
        found = [(tr("Planerat"), kronor(seen.planned_ore), False)]
        if paid:
            found.append((tr("Betalt"), kronor(paid), False))
        return [*found, (tr("Egen budget"), kronor(seen.own_ore), True)]

    # The form

    def _show_form(self, seen: VisitPicture) -> None:
        made = acting(seen, self._chosen)
        marks = (seen, made.name, made.others, self.frame.two_columns)
        self._acting = made
        if self.form is not None and marks == self._made:
            return
        self._made = marks
        left = self.form is not None and self.form.has_focus()
        if self.form is not None:
            self.form.keep_draft()
        self.form = self._form(seen, made)
        self.form.other.connect(self.choose)
        self.frame.set_act(self.form)
        if left:
            # One key too many must not do the next act as well.
            self.cards.rules.view.setFocus()

    def _form(self, seen: VisitPicture, made: Acting) -> FormPanel:
        layout = Layout.SIDE if self.frame.two_columns else Layout.WIDE
        if made.step is None or made.wide:
            return self._sign(seen, made, layout)
        form = visit_form(
            self,
            made.step,
            seen,
            layout=layout,
            others=made.others,
            skip=_skipped(seen),
        )
        if made.name == "settle_visit":
            self._settlement(form, seen)
        return form

    def _sign(self, seen: VisitPicture, made: Acting, layout: Layout) -> FormPanel:
        """Make the card that leads to an act's own page, or says that nothing is left."""
        if made.step is None:
            form = FormPanel(
                GoThere,
                title=tr("Inget mer att göra"),
                button="",
                consequence=shown(visit_label(seen).text) + ".",
                layout=layout,
                others=made.others,
            )
            form.grid.hide()
            form.foot.button.hide()
            form.foot.key.setText("")
            return form
        form = FormPanel(
            GoThere,
            title=shown(made.step.title),
            button=sign_button(made.name),
            consequence=sign_words(seen, made.name),
            layout=layout,
            others=made.others,
        )
        form.grid.hide()
        form.submitted.connect(lambda _raw, name=made.name: self._go_to(name))
        return form

    def _settlement(self, form: FormPanel, seen: VisitPicture) -> None:
        """Show who owes whom above the fields."""
        owes = seen.settlement.owes
        parts: list[QWidget] = []
        for debt in owes:
            line = QWidget()
            words = row(
                Words(tr("{who} betalar", who=shown(seen.party(debt.debtor)))),
                Words(kronor(debt.ore), "sumstrong"),
                Words(tr("till {who}", who=shown(seen.party(debt.creditor)))),
                None,
                spacing=6,
            )
            line.setLayout(words)
            parts.append(line)
        if not owes:
            parts.append(Words(tr("Ingen är skyldig någon något."), "body", Tone.MUTED))
        table = GridTable(tr("Regleringen"), inset=0)
        table.show_rows(*settlement_table(seen))
        parts.append(table)
        parts += [small(words, wrap=True) for words in foreign_words(seen)]
        for at, part in enumerate(parts):
            form.body.insertWidget(1 + at + (1 if form.offer is not None else 0), part)
        form.set_consequence(tr("Kostnaderna låses. De kan öppnas igen med ett skäl."))

    def _go_to(self, name: str) -> None:
        self.go.emit(Route(page="besoksteg", subject=self._visit_id, act=name))

    def _widen(self, two: bool) -> None:
        if self.form is None or self._seen is None:
            return
        if self.form.is_dirty():
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)
            return
        focused = self.form.has_focus()
        self._made = ()
        self._show_form(self._seen)
        if focused:
            self.form.focus_first()

    def choose(self, name: str) -> None:
        """Put the form of another step on the page, or go to its own."""
        self._chosen = name
        if self._seen is None:
            return
        if acting(self._seen, name).wide:
            self._chosen = ""
            self._go_to(name)
            return
        self._show_form(self._seen)
        if self.form is not None:
            self.form.focus_first()

    def next_act(self) -> None:
        """Go to the form, or do the act; go at once to an act that has a page of its own."""
        made = self._acting
        if made is not None and made.wide:
            self._go_to(made.name)
        elif self.form is not None and made is not None and made.step is not None:
            self.form.next_act()

    def answered(self, outcome: Outcome) -> None:
        """Go on to what is next; a contact that was taken away leaves nothing to show."""
        super().answered(outcome)
        self._chosen = ""
        self._made = ()
        if outcome.event.name == "remove_contact":
            self.go.emit(Route(page="besoken"))

    def new_here(self) -> Route | None:
        """Answer Ctrl+N with another visit with the same place."""
        place = self._seen.place if self._seen is not None else None
        return Route(page="nyttbesok", subject=place.id) if place is not None else None

    def columns(self) -> Sequence[QWidget]:
        """Give the form, the rules and the papers."""
        found: list[QWidget] = [self.cards.rules.view, self.cards.documents]
        return [self.form, *found] if self.form is not None else found

    def offers(self, menu: str) -> Sequence[Offer]:
        """Give the other steps, the place and its agreement, or the papers."""
        seen = self._seen
        if seen is None or self._acting is None:
            return ()
        if menu == "papper":
            drawn = [
                Offer(word=words, do=partial(self.go.emit, route)) for words, route in offered(seen)
            ]
            return drawn + [
                Offer(word=each.title, do=partial(self._open_paper, each.id))
                for each in self.cards.papers
            ]
        found = [
            Offer(word=words, do=partial(self.choose, name)) for name, words in self._acting.others
        ]
        if seen.place is not None:
            route = Route(page="ort", subject=seen.place.id)
            words = tr("Öppna {name}", name=seen.place.name)
            found.append(Offer(word=words, do=partial(self.go.emit, route)))
        if seen.agreement is not None:
            route = Route(page="overenskommelse", subject=seen.agreement.id)
            found.append(Offer(word=tr("Öppna överenskommelsen"), do=partial(self.go.emit, route)))
        return found

    def _open_paper(self, document_id: int) -> None:
        self.go.emit(Route(page="handling", subject=document_id))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one file."""
        if self._seen is not None and dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the file with the visit."""
        path = dropped(event.mimeData())
        file = taken(path) if path is not None else None
        if file is None or self._seen is None:
            return
        event.acceptProposedAction()
        raw = {"visit_id": str(self._visit_id), "file": file, "title": file.name}
        self.asked.emit(AttachToVisit, raw)

    def print_(self) -> None:
        """Answer Ctrl+P: show the visit sheet as the visit stands, to be printed."""
        papers = offered(self._seen) if self._seen is not None else []
        if papers:
            self.go.emit(papers[0][1])
        else:
            super().print_()


def _skipped(seen: VisitPicture) -> tuple[str, ...]:
    """Give fields that stay as they are here, and the line on deviations while there are none."""
    odd = bool(seen.settlement.deviating or seen.visit.deviation)
    return ("people", "costs") if odd else ("people", "costs", "deviation")
