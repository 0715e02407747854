"""The page of a case: where it stands, its next act, its rules, its sums and its papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.flow.picture import picture
from desktop.flow.steps.application_papers import AttachDocument
from desktop.flow.waiting import label
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.case_parts.acting import Acting, acting, choices
from desktop.ui.pages.case_parts.cards import WHOLE, CaseCards
from desktop.ui.pages.case_parts.dropping import dropped, taken
from desktop.ui.pages.case_parts.saying import TONES, case_line, case_sums, case_trail
from desktop.ui.roles import Mark
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session


class CasePage(Page):
    """One case. The form is its next act until another step is chosen."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._case_id = 0
        self._chosen = ""
        self._seen: Picture | None = None
        self._acting: Acting | None = None
        self._made: tuple[object, ...] = ()
        self.frame = PageFrame(back=tr("Ärenden"))
        self.frame.backed.connect(lambda: self.go.emit(Route(page="arenden")))
        self.frame.widened.connect(self._widen)
        self.cards = CaseCards(self.frame)
        self.cards.went.connect(self.go)
        self.cards.whole.connect(self.make_whole)
        self.cards.unfolded.connect(self._see)
        self.gone = EmptyState(tr("Ärendet finns inte längre."), tr("Till ärendena"))
        self.gone.clicked.connect(lambda: self.go.emit(Route(page="arenden")))
        self.gone.hide()
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)
        column.addWidget(self.gone)
        self.setAcceptDrops(True)

    def _see(self, part: QWidget) -> None:
        """Scroll to a part once it has got its place."""
        QTimer.singleShot(0, partial(self.frame.show_part, part))

    def title(self) -> str:
        """Give number and name."""
        if self._seen is None:
            return tr("Ärende")
        return f"{self._seen.case.number} {self._seen.association.name}"

    def open(self, subject: int, act: str) -> None:
        """Turn to a case; `act` opens the form of that step."""
        self._case_id = subject
        self._chosen = act

    def refresh(self) -> None:
        """Read the case again."""
        desk = self.session.need()
        try:
            seen = picture(desk, self._case_id)
        except LookupError:
            self._seen = None
            self.frame.hide()
            self.gone.show()
            return
        self._seen = seen
        self.gone.hide()
        self.frame.show()
        self._head(desk, seen)
        self.cards.show_case(desk, seen)
        self._show_form(desk, seen)

    def _head(self, desk: Desk, seen: Picture) -> None:
        rows = desk.store.awaited([seen.id]).get(seen.id, ())
        stands = label(rows, seen.case.phase, seen.today)
        mark = TONES[stands.tone]
        self.frame.set_trail(case_trail(seen))
        self.frame.set_title(seen.association.name)
        self.frame.set_badge(shown(stands.text), None if mark is Mark.OK else mark)
        self.frame.set_line(case_line(seen))
        self.frame.set_sums(case_sums(seen))

    def _show_form(self, desk: Desk, seen: Picture) -> None:
        made = acting(desk, seen, self._chosen)
        marks = (seen.id, made.name, made.title, made.button, repr(made.values), made.others)
        self._acting = made
        if self.form is not None and marks == self._made:
            self.form.set_consequence(made.consequence)
            return
        self._made = marks
        left = self.form is not None and self.form.has_focus()
        if self.form is not None:
            self.form.keep_draft()
        form = FormPanel(
            made.command,
            title=made.title,
            button=made.button,
            values=made.values,
            options=choices(desk, seen),
            consequence=made.consequence,
            layout=Layout.SIDE if self.frame.two_columns else Layout.WIDE,
            others=made.others,
            day=self.session.read_day,
            skip=made.skip,
            drafts=self.session.preferences.drafts,
            draft_key=DraftKey(register=desk.store.register_uuid, act=made.name, subject=seen.id),
        )
        if not made.button:
            form.foot.button.hide()
            form.foot.key.setText("")
        form.submitted.connect(self._submit)
        form.other.connect(self.choose)
        self.form = form
        self.frame.set_act(form)
        if left:
            # One key too many must not do the next act as well.
            self.cards.rules.view.setFocus()

    def _widen(self, two: bool) -> None:
        if self.form is None or self._seen is None:
            return
        if self.form.is_dirty():
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)
            return
        focused = self.form.has_focus()
        self._made = ()
        self._show_form(self.session.need(), self._seen)
        if focused:
            self.form.focus_first()

    def _submit(self, raw: dict[str, object]) -> None:
        made = self._acting
        if made is None or not made.button:
            return
        if made.route is not None:
            self.go.emit(made.route)
        else:
            self.asked.emit(made.command, raw)

    def choose(self, name: str) -> None:
        """Put the form of another step on the page."""
        self._chosen = name
        if self._seen is not None:
            self._show_form(self.session.need(), self._seen)
            if self.form is not None:
                self.form.focus_first()

    def next_act(self) -> None:
        """Go to the form, or do the act; go at once to an act that has a page of its own."""
        if self._acting is not None and self._acting.route is not None:
            self.go.emit(self._acting.route)
        elif self.form is not None:
            self.form.next_act()

    def answered(self, outcome: Outcome) -> None:
        """Go on to what is next; the draft is done with."""
        super().answered(outcome)
        self._chosen = ""
        self._made = ()

    def columns(self) -> Sequence[QWidget]:
        """Give the form, the rules and the papers."""
        found: list[QWidget] = [self.cards.rules.view, self.cards.documents]
        return [self.form, *found] if self.form is not None else found

    def offers(self, menu: str) -> Sequence[Offer]:
        """Give the other steps, or the papers."""
        if self._seen is None or self._acting is None:
            return ()
        if menu == "arende":
            return [
                Offer(word=words, do=partial(self.choose, name))
                for name, words in self._acting.others
            ]
        whole = Offer(word=tr("Hela ärendet som en fil…"), do=self.make_whole)
        journal = Offer(word=tr("Journalen i dag"), do=self.cards.open_journal)
        papers = (
            Offer(word=row.title, do=partial(self._open_paper, row.id)) for row in self.cards.papers
        )
        letters = Route(page="utskrift", act=str(self._case_id))
        many = Offer(word=tr("Skriv ut flera brev …"), do=partial(self.go.emit, letters))
        return [whole, journal, many, *papers]

    def make_whole(self) -> None:
        """Ask what the whole case as one file is to hold, and make it."""
        from desktop.ui.pages.case_parts.whole_file import make_whole_file  # noqa: PLC0415 - as rare as archiving

        if self._seen is None:
            return
        said = make_whole_file(self, self.session.need(), self._seen)
        if said:
            self.said.emit(said)

    def _open_paper(self, document_id: int) -> None:
        self.go.emit(Route(page="handling", subject=document_id))

    def print_(self) -> None:
        """Show every paper of the case, bound together, to be printed."""
        if self.cards.papers:
            self.go.emit(Route(page="handling", subject=self._case_id, act=WHOLE))
        else:
            super().print_()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one file."""
        if self._seen is not None and dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the file with the case, as the application's original when that is missing."""
        path = dropped(event.mimeData())
        file = taken(path) if path is not None else None
        seen = self._seen
        if file is None or seen is None:
            return
        event.acceptProposedAction()
        original = seen.undecided and not seen.facts.original
        title = "" if original else file.name
        raw = {"case_id": str(seen.id), "file": file, "title": title, "original": original}
        self.asked.emit(AttachDocument, raw)
