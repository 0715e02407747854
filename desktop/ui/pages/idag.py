"""Today: what is late, what comes, what waits for whom; the next act one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.swedish import capital
from desktop.flow.offered import begun
from desktop.flow.outbox import unsent_count
from desktop.flow.steps.notes import NoteDone
from desktop.flow.today import today_kept
from desktop.ui.act_route import act_route
from desktop.ui.deadline_route import deadline_route
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.idag_groups import NAMES, MatterGroup
from desktop.ui.pages.idag_side import MoneySide
from desktop.ui.pages.idag_start import FirstThings, first_things
from desktop.ui.pages.idag_words import long_day, today_paper
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.flow.matter import Matter
    from desktop.flow.today import Today
    from desktop.ui.session import Session

LETTERS = Route(page="utskrift")
DEADLINES = Route(page="bevakningar")


class TodayPage(Page):
    """Four lists that the arrows go through as one, and the money at the side."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = PageFrame()
        self.keys = small(tr("Enter öppnar ärendet, Ctrl+Enter går till nästa steg"))
        self.print_button = Button(tr("Skriv ut listan"), "printer")
        self.print_button.clicked.connect(self.print_)
        self.frame.buttons.addWidget(self.keys)
        self.days_button = Button(tr("Alla bevakningar"), "calendar")
        self.days_button.clicked.connect(lambda: self.go.emit(DEADLINES))
        self.frame.buttons.addWidget(self.days_button)
        self.letters_button = Button(tr("Skriv ut brev"), "printer")
        self.letters_button.clicked.connect(lambda: self.go.emit(LETTERS))
        self.frame.buttons.addWidget(self.letters_button)
        self.frame.buttons.addWidget(self.print_button)
        self.groups = {name: MatterGroup(name) for name in NAMES}
        self.first_things = FirstThings()
        self.money = MoneySide(self)
        self.frame.add(self.first_things, *self.groups.values())
        self.frame.add_side(*self.money.parts())
        self._shown: Today | None = None
        self._lapsed = None
        self._connect()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        for group in self.groups.values():
            group.opened.connect(self._open)
            group.stepped.connect(self._step)
            group.passed.connect(self._pass)
            group.went.connect(self.go)
        self.first_things.went.connect(self.go)
        self.money.went.connect(self.go)

    def _step(self, matter: Matter) -> None:
        """Go to the next act; a reminder of one's own is ticked off at once, and can be undone."""
        if matter.kind == "note":
            self.asked.emit(NoteDone, {"note_id": str(matter.subject)})
        elif matter.kind == "visit":
            self.go.emit(Route(page="besok", subject=matter.subject, act=matter.act))
        elif matter.act:
            self.go.emit(act_route(matter.act, matter.subject))
        else:
            self._open(matter)

    def _open(self, matter: Matter) -> None:
        route = self._opening(matter)
        if route is not None:
            self.go.emit(route)

    def _opening(self, matter: Matter) -> Route | None:
        if matter.kind == "note":
            return Route(page="bevakningar", subject=matter.subject)
        if matter.kind in ("case", "pot", "round", "list"):
            return opening(matter)
        return deadline_route(self.session.need(), (matter.kind, matter.subject))

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Idag")

    def refresh(self) -> None:
        """Compute Today again."""
        desk = self.session.need()
        seen = today_kept(desk)
        self.frame.set_title(capital(long_day(seen.day)))
        self._warn(seen)
        began = begun(desk) or seen.count > 0
        self.first_things.setVisible(not began)
        if not began:
            self.first_things.show_for(first_things(self.session))
        for name, group in self.groups.items():
            group.setVisible(began)
            group.show_matters(getattr(seen, name), seen.day)
        self.print_button.setVisible(began)
        waiting = unsent_count(desk)
        self.letters_button.setText(tr("Skriv ut {count} brev", count=waiting))
        self.letters_button.setVisible(waiting > 0)
        self._fit()
        self.money.show_money(seen)
        self._shown = seen

    def _warn(self, seen: Today) -> None:
        if self._shown is not None and self._shown.lapsed == seen.lapsed:
            return
        bands = []
        if seen.lapsed is not None:
            band = MessageBand(
                Mark.WARN,
                shown(seen.lapsed.strong),
                shown(seen.lapsed.more),
                [("adopt", tr("Anta ny version"))],
            )
            band.followed.connect(lambda _key: self.go.emit(Route(page="riktlinjer")))
            bands.append(band)
        self.frame.show_bands(bands)

    def _tables(self) -> list[MatterGroup]:
        return [group for group in self.groups.values() if group.matters]

    def _pass(self, way: int) -> None:
        """Go on from the end of one list into the next."""
        full = self._tables()
        here = next((at for at, group in enumerate(full) if group.has_focus()), None)
        if here is not None and 0 <= here + way < len(full):
            full[here].rest()
            full[here + way].enter(last=way < 0)

    def current(self) -> Matter | None:
        """Give the matter whose row is current."""
        full = self._tables()
        group = next((each for each in full if each.has_focus()), full[0] if full else None)
        return group.current() if group is not None else None

    def first_focus(self) -> None:
        """Begin at the row where one was, else at the most urgent."""
        full = self._tables()
        if full:
            full[0].enter()
        else:
            self.first_things.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the act of the current row."""
        matter = self.current()
        if matter is not None:
            self._step(matter)

    def columns(self) -> Sequence[QWidget]:
        """Give every list that has rows."""
        return [group.table for group in self._tables()] or [self.first_things]

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer what can be done with the current row."""
        if menu == "papper":
            words = tr("Skriv ut flera brev …")
            return (Offer(word=words, do=lambda: self.go.emit(LETTERS)),)
        matter = self.current()
        if matter is None:
            return ()
        return (
            Offer(word=tr("Öppna"), do=lambda: self._open(matter)),
            Offer(word=tr("Till nästa steg"), do=self.next_act),
        )

    def print_(self) -> None:
        """Answer Ctrl+P: print the list, to have it on the desk."""
        from desktop.ui.list_printing import print_list  # noqa: PLC0415 - not before it is wanted

        print_list(self, today_paper(today_kept(self.session.need())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain the keys only where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wants = self.keys.sizeHint().width() + self.print_button.sizeHint().width()
        wants += self.letters_button.sizeHint().width() + self.days_button.sizeHint().width()
        self.keys.setVisible(self.print_button.isVisibleTo(self) and self.width() > wants * 2)


def opening(matter: Matter) -> Route:
    """Give where a matter is looked at."""
    if matter.kind in ("round", "list"):
        return Route(page="samrad", subject=matter.subject, act=matter.kind)
    if matter.kind == "pot":
        return Route(page="fordelning", subject=matter.subject)
    return Route(page="arende", subject=matter.subject)
