"""Several letters printed or saved in one go, as they were stored, while one works on."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.flow.outbox import OutLetter, letters_of, unsent
from desktop.flow.steps.letter import SendLetter
from desktop.ui import dialogs
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import ListFrame, clear
from desktop.ui.i18n import tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.utskrift_parts import JobCard, LetterTable
from desktop.ui.print_setup import choose_printer, failure_words, has_printer
from desktop.ui.printing_many import End, Letter, PrintJob, SliceJob
from desktop.ui.roles import Mark
from desktop.ui.saving_many import FolderJob, OneFileJob
from desktop.ui.widgets.button import Button, menu_button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.words import Link, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.run import Outcome
    from desktop.ui.session import Session


class PrintManyPage(Page):
    """A route's act is "" for every letter that is to be sent, or case ids as "3,7,12"."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._cases: tuple[int, ...] = ()
        self._letters: list[OutLetter] = []
        self._offered: frozenset[int] = frozenset()
        self._ordered: list[OutLetter] = []
        self._to_send: deque[dict[str, object]] = deque()
        self.job: SliceJob | None = None
        self.letters = LetterTable(self)
        self.progress = JobCard()
        self.order = SegmentedChoice(
            [
                ("newest", tr("Nyast först")),
                ("oldest", tr("Äldst först")),
                ("party", tr("Efter mottagare")),
            ],
            strong=False,
        )
        self.order.setAccessibleName(tr("Ordning"))
        self.all = Link(tr("Välj alla"))
        self.none = Link(tr("Välj inga"))
        self.count = muted()
        self.print_button = Button(tr("Skriv ut"), "printer", primary=True)
        self.save_button, menu = menu_button(tr("Spara som PDF"))
        menu.addAction(tr("En fil för varje brev …")).triggered.connect(self.save_each)
        menu.addAction(tr("Alla i en fil …")).triggered.connect(self.save_one)
        self.frame = ListFrame(back=tr("Tillbaka"))
        self._sending = QVBoxLayout()
        tight(self._sending)
        self._queue = QTimer(self)
        self._queue.timeout.connect(self._send_next)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        frame = self.frame
        frame.set_title(tr("Skriv ut flera brev"))
        frame.buttons.addWidget(self.save_button)
        frame.buttons.addWidget(self.print_button)
        for tool in (self.order, self.all, self.none):
            frame.tools.addWidget(tool)
        frame.tools.addStretch(1)
        frame.tools.addWidget(self.count)
        frame.body.addWidget(self.progress)
        frame.body.addLayout(self._sending)
        frame.body.addWidget(self.letters.table, 1)
        self.progress.hide()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(frame)

    def _connect(self) -> None:
        self.frame.backed.connect(self.back)
        self.print_button.clicked.connect(self.print_)
        self.order.chosen.connect(lambda _key: self._show())
        self.all.clicked.connect(
            lambda: self.letters.choose(each.document.id for each in self._letters)
        )
        self.none.clicked.connect(lambda: self.letters.choose(()))
        self.letters.ticked.connect(self._count)
        self.letters.opened.connect(lambda at: self.go.emit(Route(page="handling", subject=at)))
        self.progress.cancelled.connect(self._cancel)
        self.session.closed.connect(self._cancel)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Skriv ut flera brev")

    def open(self, subject: int, act: str) -> None:
        """Turn to the letters that are to be sent, or those of some cases."""
        del subject
        self._cases = tuple(int(each) for each in act.split(",") if each.isdecimal())

    def refresh(self) -> None:
        """Read which letters there are; ticks stay while they are the same."""
        desk = self.session.need()
        self._letters = letters_of(desk, self._cases) if self._cases else unsent(desk)
        ids = frozenset(each.document.id for each in self._letters)
        if ids != self._offered and self.job is None:
            new = [each.document.id for each in self._letters if each.unsent]
            kept = self.letters.chosen & ids if self._offered & ids else set()
            self.letters.chosen = kept or set(new)
            self._offered = ids
        self.frame.set_line(
            tr("Breven skrivs ut som de är sparade, vart och ett på nytt ark. Mellanslag väljer.")
        )
        self._show()

    def _show(self) -> None:
        letters = list(self._letters)
        if self.order.key() == "oldest":
            letters.reverse()
        elif self.order.key() == "party":
            letters.sort(key=lambda each: each.party.casefold())
        self.letters.show_letters(letters)
        self._ordered = letters
        self._count()

    def _count(self) -> None:
        chosen, busy = len(self._chosen()), self.job is not None
        self.count.setText(tr("{chosen} av {all} valda", chosen=chosen, all=len(self._letters)))
        words = tr("Skriv ut {count} brev", count=chosen) if chosen else tr("Skriv ut")
        self.print_button.setText(words)
        for part in (self.print_button, self.save_button):
            part.setEnabled(bool(chosen) and not busy)
        self.letters.fixed = busy

    def _chosen(self) -> list[OutLetter]:
        chosen = self.letters.chosen
        return [each for each in self._ordered if each.document.id in chosen]

    def _as_letters(self) -> list[Letter]:
        store = self.session.need().store
        return [
            Letter(
                id=each.document.id,
                title=f"{each.document.title}, {each.party}",
                name=PurePath(each.document.name).stem,
                read=partial(store.content, each.document.id),
            )
            for each in self._chosen()
        ]

    # Printing and saving

    def print_(self) -> None:
        """Answer Ctrl+P: ask for a printer and copies, and print what is ticked."""
        letters = self._as_letters()
        if self.job is not None or not letters:
            return
        if not has_printer():
            self._say(
                tr("Den här datorn har ingen skrivare. Spara breven som PDF i stället."), Mark.WARN
            )
            self.save_button.setFocus()
            return
        printer = choose_printer(self, tr("{count} brev", count=len(letters)), 0)
        if printer is not None:
            copies = printer.copyCount()
            printer.setCopyCount(1)
            self.run(PrintJob(printer, letters, copies=copies, parent=self))

    def save_each(self) -> None:
        """Save each ticked letter in a folder, the very bytes."""
        folder = dialogs.ask_folder(self, tr("Spara breven i en mapp"), Path.home())
        if folder is not None and self._chosen():
            self.run(FolderJob(folder, self._as_letters(), parent=self))

    def save_one(self) -> None:
        """Save the ticked letters bound in one file."""
        day = self.session.need().today.isoformat()
        proposed = Path.home() / f"brev-{day}.pdf"
        path = dialogs.ask_save(self, tr("Spara som PDF"), proposed, tr("PDF (*.pdf)"))
        if path is not None and self._chosen():
            self.run(OneFileJob(path, self._as_letters(), parent=self))

    def run(self, job: SliceJob) -> None:
        """Start a job and show it; the window stays free for other work."""
        self.job = job
        clear(self._sending)
        self.form = None
        job.moved.connect(lambda _count: self._running())
        job.finished.connect(self._ended)
        self._running()
        self.progress.show()
        self._count()
        self.progress.cancel.setFocus()
        job.start()

    def _running(self) -> None:
        job = self.job
        if job is None:
            return
        done, count = len(job.done), len(job.letters)
        title = job.letters[min(done, count - 1)].title
        at = min(done + 1, count)
        words = tr("Sparar brev {at} av {count}: {title}", at=at, count=count, title=title)
        if isinstance(job, PrintJob):
            words = tr("Skriver ut brev {at} av {count}: {title}", at=at, count=count, title=title)
        self.progress.show_running(words, done, count)

    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()

    def _ended(self) -> None:
        job = self.job
        if job is None:
            return
        self.job = None
        job.deleteLater()
        done = len(job.done)
        trouble = failure_words(job)
        printed = isinstance(job, PrintJob)
        good = (
            tr("{count} brev är utskrivna.", count=done)
            if printed
            else tr("{count} brev är sparade.", count=done)
        )
        self._say(trouble or good, Mark.WARN if trouble else Mark.OK)
        if self.session.desk is None:
            return
        if printed and job.end is not End.CANCELLED:
            self.letters.done |= {each.id for each in job.done}
            self.letters.choose({each.id for each in job.letters[done:]})
            self._offer_sent({each.id for each in job.done})
        self._count()
        if not self.isVisible():
            self.said.emit(trouble or good)
        elif self.form is None:
            self.print_button.setFocus()

    def _say(self, words: str, mark: Mark) -> None:
        self.progress.show_ended(words, mark)
        self.progress.show()

    # Marked as sent

    def _offer_sent(self, printed: set[int]) -> None:
        waiting = [each for each in self._letters if each.unsent and each.document.id in printed]
        if not waiting:
            return
        count = len(waiting)
        form = FormPanel(
            SendLetter,
            title=tr("Markera som skickade"),
            button=tr("Markera {count} brev som skickade", count=count),
            values={"sent_on": self.session.need().today, "channel": "post"},
            consequence=tr("Varje brev blir en åtgärd i sitt ärende. Det går inte att ångra."),
            layout=Layout.WIDE,
            also=[("close", tr("Inte nu"))],
            day=self.session.read_day,
            skip=("case_id", "recipient"),
        )
        form.submitted.connect(lambda raw: self._send(waiting, raw))
        form.submitted_also.connect(lambda _key, _raw: self._close_form())
        self.form = form
        self._sending.addWidget(form)
        if self.isVisible():
            form.focus_first()

    def _close_form(self) -> None:
        clear(self._sending)
        self.form = None
        if self.isVisible():
            self.first_focus()

    def _send(self, waiting: Sequence[OutLetter], raw: dict[str, object]) -> None:
        """Mark one after the other, each as an act of its own, while the window lives on."""
        first, *others = (
            {**raw, "case_id": str(each.case.id), "recipient": ""} for each in waiting
        )
        self._to_send = deque(others)
        before = self.session.need().store.last_event_id
        self.asked.emit(SendLetter, first)
        if self.session.need().store.last_event_id == before:
            # The form says why, and nothing is marked.
            self._to_send.clear()
        elif others:
            self._queue.start(0)

    def _send_next(self) -> None:
        if not self._to_send or self.session.desk is None:
            self._queue.stop()
            return
        self.session.submit(SendLetter, self._to_send.popleft())
        if not self._to_send:
            self._queue.stop()
            self._close_form()

    def answered(self, outcome: Outcome) -> None:
        """Close the form when no more letters are to be marked."""
        del outcome
        if not self._to_send:
            self._close_form()

    def leave(self) -> None:
        """Keep printing."""

    def first_focus(self) -> None:
        """Begin in the list, or at what stops the printing."""
        if self.job is not None:
            self.progress.cancel.setFocus()
        elif self._letters:
            self.letters.table.setFocus()
        else:
            self.frame.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: the form, or print."""
        if self.form is not None:
            self.form.next_act()
        else:
            self.print_()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.order, self.letters.table, self.print_button)
