"""What Today says in an empty register: the first things to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.registers import Association
from desktop.flow.offered import offered
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Place, Route
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.words import h2, muted

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.session import Session

NOT_FIRST = ("orter", "bevakningar")
"""Pages whose news nobody begins with: places and reminders come as they are needed."""
MOST = 3
"""The most that one page offers to begin with."""


@dataclass(frozen=True, kw_only=True)
class FirstThing:
    """A button: what it makes, and where."""

    word: str
    """On the button."""
    route: Route
    """The form it leads to."""
    primary: bool = False
    """True for what comes first."""


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """A sentence and its buttons."""

    words: str
    """What to begin with."""
    things: tuple[FirstThing, ...]
    """The buttons."""


def first_things(session: Session) -> Beginning:
    """Give what to begin with: grants where there are any, else whatever the pages make."""
    desk = session.need()
    found = _with_grants(desk) if offered(desk).grants else _without_grants(desk)
    return _own_guideline(desk, found)


def _own_guideline(desk: Desk, found: Beginning) -> Beginning:
    """Lead to the guideline first where it is a copy, or nothing yet."""
    guideline = desk.in_force()[1]
    if not guideline.copied_from:
        return found
    write = FirstThing(
        word=tr("Skriv er riktlinje"), route=Route(page="riktlinje_andra"), primary=True
    )
    return Beginning(
        words=tr("Börja med riktlinjen: skriv in det som skiljer er från den ni började från.")
        if guideline.copied_from != guideline.name
        else tr("Börja med riktlinjen: mål, bidrag och regler som ni har antagit."),
        things=(write, *(replace(each, primary=False) for each in found.things)),
    )


def _with_grants(desk: Desk) -> Beginning:
    first = not desk.store.count(Association)
    schools = not offered(desk).associations
    applicant = FirstThing(
        word=tr("Lägg till skola") if schools else tr("Lägg till förening"),
        route=Route(page="forening", act="add_school" if schools else "add_association"),
        primary=first,
    )
    application = FirstThing(
        word=tr("Registrera ansökan"), route=Route(page="ansokan"), primary=not first
    )
    words = tr("Registrera den första ansökan, så visar Idag vad som är nästa steg.")
    if first:
        words = (
            tr("Börja med en skola som söker bidrag. Sedan kan du registrera dess ansökan.")
            if schools
            else tr("Börja med en förening som söker bidrag. Sedan kan du registrera dess ansökan.")
        )
    return Beginning(words=words, things=(applicant, application))


def _without_grants(desk: Desk) -> Beginning:
    from desktop.ui.pages import PAGES  # noqa: PLC0415 - the catalogue knows this page

    shown_now = [
        entry if entry.suited is None else entry.suited(entry, desk)
        for entry in PAGES
        if entry.place is Place.MAIN and entry.key not in NOT_FIRST and entry.visible(desk)
    ]
    news = [new for entry in shown_now for new in entry.news[:MOST]]
    things = [
        FirstThing(word=tr("Nytt: {what}", what=shown(new.word)), route=new.route, primary=not at)
        for at, new in enumerate(news)
    ]
    return Beginning(
        words=tr("Börja med det som ligger närmast, så visar Idag vad som är nästa steg."),
        things=tuple(things),
    )


class FirstThings(Card):
    """A sentence and a few buttons; the blue one is what comes first."""

    went = Signal(object)
    """A Route."""

    def __init__(self) -> None:
        """Make it."""
        super().__init__(padding=24, spacing=12)
        self._words = muted("", wrap=True)
        self.buttons: list[Button] = []
        self._holder = QWidget()
        self.add(h2(tr("Registret är nytt")), self._words, self._holder)
        self._shown: Beginning | None = None

    def show_for(self, beginning: Beginning) -> None:
        """Show what to begin with."""
        if beginning == self._shown:
            return
        self._shown = beginning
        self._words.setText(beginning.words)
        holder = QWidget()
        line = FlowLayout(8)
        holder.setLayout(line)
        self.buttons = []
        for thing in beginning.things:
            button = Button(thing.word, "plus", primary=thing.primary)
            button.clicked.connect(partial(self._go, thing.route))
            line.addWidget(button)
            self.buttons.append(button)
            if thing.primary:
                self.setFocusProxy(button)
        old, self._holder = self._holder, holder
        self.body.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()

    def _go(self, route: Route, _on: bool = False) -> None:
        self.went.emit(route)
