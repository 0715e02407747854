"""Forms that were begun and not sent: what, where, when, and the way on; what was thrown too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.draft_standing import Standing, standing
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import tr
from desktop.ui.page import Page
from desktop.ui.roles import Mark
from desktop.ui.widgets.card import Card, Hairline, Heading, row, tight
from desktop.ui.widgets.words import Link, Symbol, Words, muted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.draft import Draft
    from desktop.ui.drafts import Drafts
    from desktop.ui.session import Session

THROWN = Standing(mark=Mark.INFO)
"""How it stands with what was thrown."""


class DraftLine(QWidget):
    """One of them, with its links."""

    def __init__(self, draft: Draft, stands: Standing) -> None:
        """Say what it is, where it stands, when it was written in, and its first words."""
        super().__init__()
        spot = draft.spot
        self.name = spot.what or tr("Formulär")
        when = draft.at.strftime("%Y-%m-%d %H.%M")
        beside = " · ".join(each for each in (spot.where, when) if each and each != self.name)
        column = QVBoxLayout(self)
        tight(column, 3)
        self.links: dict[str, Link] = {}
        self._links = row(spacing=14)
        head = row(Symbol(stands.mark), Words(self.name, "strong"), spacing=8)
        head.addWidget(muted(beside, wrap=True), 1)
        head.addLayout(self._links)
        column.addLayout(head)
        if words := draft.first_words():
            column.addWidget(Words(words, wrap=True))
        if stands.words:
            column.addWidget(Words(stands.words, wrap=True))

    def offer(self, words: str, do: Callable[[], object]) -> None:
        """Put a link at the end of the first line."""
        link = Link(words)
        link.setAccessibleName(f"{words}: {self.name}")
        link.clicked.connect(lambda _on=False: do())
        self.links[words] = link
        self._links.addWidget(link)


class DraftsPage(Page):
    """The list of one register; nothing here is of the register itself."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame()
        self.frame.set_title(self.title())
        self.begun, self.thrown = Card(spacing=10), Card(spacing=10)
        self.lines: list[DraftLine] = []
        self._holders: dict[Card, QWidget] = {}
        self.begun.add(Heading(tr("Inte skickat än")))
        self.thrown.add(Heading(tr("Kastat"), note=tr("går att ta tillbaka tills Vänbok stängs")))
        self.frame.add(self.begun, self.thrown)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    @property
    def drafts(self) -> Drafts:
        """Every draft of this person on this computer."""
        return self.session.preferences.drafts

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Påbörjade formulär")

    def refresh(self) -> None:
        """Read them again."""
        desk = self.session.need()
        self.drafts.keep_all()
        waiting = self.drafts.of_register(desk.store.register_uuid)
        thrown = self.drafts.thrown(desk.store.register_uuid)
        self.frame.set_line(
            tr("Det du har skrivit men inte skickat. Det ligger på datorn, inte i registret.")
        )
        self.lines = []
        stands = [(each, standing(desk, each)) for each in waiting]
        lines = [self._waiting(draft, found) for draft, found in stands]
        self._fill(self.begun, lines, tr("Inget formulär är påbörjat."))
        self._fill(self.thrown, [self._thrown(each) for each in thrown], "")
        self.thrown.setVisible(bool(thrown))

    def _fill(self, card: Card, lines: Sequence[DraftLine], empty: str) -> None:
        old = self._holders.pop(card, None)
        if old is not None:
            card.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 10)
        for at, line in enumerate(lines):
            if at:
                column.addWidget(Hairline())
            column.addWidget(line)
        if not lines and empty:
            column.addWidget(muted(empty))
        self.lines += lines
        self._holders[card] = holder
        card.add(holder)
        holder.show()

    def _waiting(self, draft: Draft, stands: Standing) -> DraftLine:
        line = DraftLine(draft, stands)
        if stands.open and draft.spot.page:
            line.offer(tr("Fortsätt"), lambda: self._go_on(draft))
        elif draft.text():
            line.offer(tr("Kopiera texten"), lambda: self._copy(draft))
        line.offer(tr("Kasta"), lambda: self._throw(draft))
        return line

    def _thrown(self, draft: Draft) -> DraftLine:
        line = DraftLine(draft, THROWN)
        line.offer(tr("Ta tillbaka"), lambda: self._put_back(draft))
        return line

    def _go_on(self, draft: Draft) -> None:
        if self.drafts.place is not None:
            self.drafts.place.go_on(draft)

    def _copy(self, draft: Draft) -> None:
        QApplication.clipboard().setText(draft.text())
        self.said.emit(tr("Texten är kopierad."))

    def _throw(self, draft: Draft) -> None:
        self.drafts.throw(draft)
        self._again(tr("Kastat. Det går att ta tillbaka tills Vänbok stängs."))

    def _put_back(self, draft: Draft) -> None:
        self.drafts.put_back(draft)
        self._again(tr("Tillbaka bland de påbörjade."))

    def _again(self, words: str) -> None:
        self.said.emit(words)
        # The line whose link was followed is taken away by this.
        QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        if self.session.desk is not None:
            self.refresh()
            self.first_focus()

    def first_focus(self) -> None:
        """Take the keyboard to the first link."""
        first = [link for line in self.lines[:1] for link in line.links.values()]
        if first:
            first[0].setFocus()
        else:
            self.setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return [next(iter(line.links.values())) for line in self.lines if line.links][:1]
