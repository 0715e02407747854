"""Looking the register over: quickly, or through and through, with a plain answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from db.check import Depth
from desktop import __version__
from desktop.domain.swedish import digits
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.page import Page, Route
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, row, tight
from desktop.ui.widgets.file import size_words
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Words, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from db.check import Examined
    from desktop.ui.session import Session

MOST = 20
"""Findings shown; one fault may be found in a thousand rows."""


class CheckPage(Page):
    """Two ways to look, how far it has come, and what came of it."""

    def __init__(self, session: Session) -> None:
        """Make it; nothing is looked at before she asks, but a look that goes on is shown."""
        super().__init__(session)
        self._look = session.examination
        self.frame = PageFrame(tr("Inställningar"))
        self.frame.set_title(tr("Kontrollera registret"))
        self.frame.backed.connect(self.back)
        self.quick_button = Button(tr("Kontrollera snabbt"), primary=True)
        self.full_button = Button(tr("Kontrollera allt"))
        self.stop_button = Button(tr("Avbryt"))
        self.backups_button = Button(tr("Visa säkerhetskopior"))
        self.copy_button = Button(tr("Kopiera svaret"))
        self.line = Words("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(px(8))
        self.bar.setAccessibleName(tr("Hur långt kontrollen har kommit"))
        self.asking = Card(spacing=10)
        self.result = Card(spacing=10)
        self.found = QVBoxLayout()
        self.facts = FactList()
        self._connect()
        self._assemble()
        self._show_standing()

    @property
    def answer(self) -> Examined | None:
        """What came of the last look."""
        return self._look.answer

    def _connect(self) -> None:
        self.quick_button.clicked.connect(lambda: self.look(Depth.QUICK))
        self.full_button.clicked.connect(lambda: self.look(Depth.FULL))
        self.stop_button.clicked.connect(self.stop)
        self.backups_button.clicked.connect(lambda: self.go.emit(Route(page="sakerhetskopior")))
        self.copy_button.clicked.connect(self._copy)
        # It goes on while she works on another page, and ends with the register.
        self._look.moved.connect(self._tell)
        self._look.ended.connect(self._answered)
        self.session.closed.connect(self._forget)

    def _assemble(self) -> None:
        quick = tr("Ser om filen är hel. Tar någon sekund.")
        full = tr(
            "Räknar dessutom efter varje händelse, uppgift, handling och summa. "
            "Du kan arbeta vidare medan den pågår."
        )
        self.asking.add(
            muted(tr("Kontrollen läser bara. Ingenting i registret ändras."), wrap=True)
        )
        for button, words in ((self.quick_button, quick), (self.full_button, full)):
            self.asking.body.addLayout(row(button, None))
            self.asking.add(muted(words, wrap=True))
        self.asking.add(self.line, self.bar)
        self.asking.body.addLayout(row(self.stop_button, None))
        tight(self.found, 6)
        self.result.body.addLayout(self.found)
        self.result.add(Heading(tr("Vad som kontrollerades")), self.facts)
        self.result.body.addLayout(row(self.backups_button, self.copy_button, None, spacing=8))
        self.frame.add(self.asking, self.result)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)
        self._stand(running=False)
        self.result.hide()

    def _show_standing(self) -> None:
        """Show what was begun or found before this page was made: the window was dressed anew."""
        if self._look.running:
            self._begun()
            self._tell()
        elif self.answer is not None:
            self._show(self.answer)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Kontrollera registret")

    def refresh(self) -> None:
        """Name the file; an answer stays until the next look."""
        view = self.session.looking
        path = view.source if view is not None else self.session.path
        self.frame.set_line(path.name if path is not None else "")

    def first_focus(self) -> None:
        """Begin at the quick look."""
        self.quick_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: look quickly."""
        if not self._look.running:
            self.look(Depth.QUICK)

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.quick_button, self.copy_button)

    def look(self, depth: Depth) -> None:
        """Begin a look; what was found before is taken away."""
        path = self.session.path
        if path is None or self._look.running:
            return
        self._begun()
        self._look.begin(path, depth)

    def _begun(self) -> None:
        self.result.hide()
        self._stand(running=True)
        self.line.setText(tr("Börjar …"))
        self.bar.setRange(0, 0)

    def stop(self) -> None:
        """Break the look off."""
        if self._look.stop():
            self._stand(running=False)
            self.line.setText(tr("Kontrollen avbröts. Inget är sagt om det som var kvar."))
            self.line.show()

    def _forget(self) -> None:
        self._stand(running=False)
        self.result.hide()

    def _stand(self, *, running: bool) -> None:
        for button in (self.quick_button, self.full_button):
            button.setEnabled(not running)
        for part in (self.line, self.bar, self.stop_button):
            part.setVisible(running)

    def _tell(self) -> None:
        far = self._look.far
        if far is not None:
            self.line.setText(tr("Kontrollen {stage} …", stage=shown(far.stage.words)))
            self.bar.setRange(0, far.of if far.of > 1 else 0)
            self.bar.setValue(far.done)

    def _answered(self) -> None:
        answer = self.answer
        if answer is None:
            return
        self._stand(running=False)
        self._show(answer)
        if self.isVisible():
            self._look.seen = True
            # A screen reader hears what the keyboard comes to.
            (self.copy_button if answer.well else self.backups_button).setFocus()

    def _show(self, answer: Examined) -> None:
        while entry := self.found.takeAt(0):
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.found.addWidget(_verdict(answer))
        for finding in answer.findings[:MOST]:
            self.found.addWidget(Words(shown(finding), wrap=True))
        more = len(answer.findings) - MOST
        if more > 0:
            self.found.addWidget(muted(tr("… och {count} till.", count=digits(more))))
        self.facts.set_facts(_facts(answer))
        self.result.show()
        self.frame.show_part(self.result)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self.said.emit(tr("Svaret är kopierat."))

    def report(self) -> str:
        """Give the answer as lines for somebody who helps; it names rows by number only."""
        if self.answer is None:
            return ""
        facts = [f"{label}: {value}" for label, value in _facts(self.answer)]
        findings = [shown(each) for each in (*self.answer.findings, self.answer.unread) if each]
        verdict = _words(self.answer)[1]
        return "\n".join((f"Vänbok {__version__}", verdict, *facts, *findings))


def ended_words(answer: Examined) -> tuple[str, Mark]:
    """Say that a look is over, to somebody who works on another page."""
    mark, said, _more = _words(answer)
    if mark is Mark.WARN:
        # Nothing was looked through: it is not to sound as if it had been.
        return said, mark
    return tr("Kontrollen är klar. {answer}", answer=said), mark


def _words(answer: Examined) -> tuple[Mark, str, str]:
    """Give how loud the answer is, the answer, and what to do."""
    if answer.unread is not None and not answer.findings:
        return (
            Mark.WARN,
            tr("Registret gick inte att kontrollera nu."),
            shown(answer.unread),
        )
    if not answer.well:
        return (
            Mark.STOP,
            tr("Registret är inte helt."),
            tr(
                "Gå inte vidare i det. Titta i säkerhetskopiorna: den senaste som är hel har det "
                "mesta. Det som är nu ligger kvar när du återgår till en."
            ),
        )
    if answer.depth is Depth.QUICK:
        return Mark.OK, tr("Filen är hel."), tr("Inget fel hittades.")
    return Mark.OK, tr("Allt stämmer."), tr("Inget fel hittades.")


def _verdict(answer: Examined) -> MessageBand:
    return MessageBand(*_words(answer))


def _facts(answer: Examined) -> list[tuple[str, str]]:
    counts = answer.counts
    if counts is None:
        return [(tr("Filen"), tr("gick inte att läsa"))]
    return [
        (tr("Storlek"), size_words(counts.bytes)),
        (tr("Händelser"), digits(counts.events)),
        (tr("Uppgifter"), digits(counts.rows)),
        (tr("Handlingar"), digits(counts.documents)),
    ]
