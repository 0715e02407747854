"""Settings of the backups: both places, what lies there, and a copy made now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.beside import Beside
from desktop.ui.i18n import shown, tr
from desktop.ui.keeper_words import age, place_name
from desktop.ui.page import Route
from desktop.ui.roles import Mark, Tone
from desktop.ui.second_place import proposals, same_disk
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Hairline, Heading, row, tight
from desktop.ui.widgets.file import size_words
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Link, Symbol, Words, body, small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from db.backups.making import Outcome
    from db.backups.place import Place
    from desktop.ui.keeper import Keeper


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a place holds of one register."""

    there: bool
    """False when the folder cannot be read: a disk is away."""
    count: int
    """How many backups."""
    size: int
    """Bytes of all of them."""
    same_disk: bool
    """True when it lies on the same disk as the register."""


def held_in(places: Sequence[Place], uuid: str, register: Path) -> tuple[Held, ...]:
    """Count the backups of a register in each place; from any thread."""
    return tuple(_held(place, uuid, register) for place in places)


def _held(place: Place, uuid: str, register: Path) -> Held:
    from db.backups.place import SUFFIX, named, tag_of  # noqa: PLC0415 - not before the first paint

    try:
        names = [(path, named(path.name)) for path in place.folder.iterdir()]
        ours = [
            path.stat().st_size
            for path, name in names
            if name is not None and name.tag == tag_of(uuid) and path.suffix == SUFFIX
        ]
    except OSError:
        return Held(there=False, count=0, size=0, same_disk=False)
    return Held(
        there=True, count=len(ours), size=sum(ours), same_disk=same_disk(register, place.folder)
    )


class PlaceFacts(QWidget):
    """One place: where it is, the last good backup, how many there are, and what is wrong."""

    def __init__(self, title: str) -> None:
        """Make it empty."""
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self.heading = Heading(title)
        self.facts = FactList()
        self.note = small("", wrap=True)
        self._trouble = QWidget()
        line = row(Symbol(Mark.WARN), spacing=8)
        self.trouble = Words("", "body", Tone.WARN, wrap=True)
        line.addWidget(self.trouble, 1)
        self._trouble.setLayout(line)
        self.buttons = FlowLayout()
        column = QVBoxLayout(self)
        tight(column, 8)
        for part in (self.heading, self.facts, self._trouble, self.note):
            column.addWidget(part)
        column.addLayout(self.buttons)

    def show_place(self, facts: Sequence[tuple[str, str]], trouble: str, note: str = "") -> None:
        """Show it."""
        if tuple(facts) != self._shown:
            # Set anew they would blink each time the keeper tells.
            self._shown = tuple(facts)
            self.facts.set_facts(facts)
        self.facts.setVisible(bool(facts))
        self.trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.note.setText(note)
        self.note.setVisible(bool(note))


class BackupSection(QWidget):
    """The card of backups; it asks the keeper for everything."""

    went = Signal(object)
    """A Route: somebody wants to see all of them."""

    def __init__(self, keeper: Keeper | None) -> None:
        """Make it empty; without a keeper it is never shown."""
        super().__init__()
        self._keeper = keeper
        self._held: tuple[Held, ...] = ()
        self._proposed: tuple[Path, ...] | None = None
        self._beside, self._proposing = Beside(self), Beside(self)
        self.heading = Heading(tr("Säkerhetskopior"), link=tr("Alla säkerhetskopior"))
        self.heading.link.clicked.connect(lambda: self.went.emit(Route(page="sakerhetskopior")))
        self.first = PlaceFacts(tr("Bredvid registret"))
        self.second = PlaceFacts(tr("På en plats till"))
        self.now = Button(tr("Ta en kopia nu"))
        self.choose = Button(tr("Välj plats …"))
        self.drop = Button(tr("Sluta använda"))
        self.running = small(tr("Säkerhetskopian skrivs …"))
        self.offers: list[Link] = []
        self.first.buttons.addWidget(self.now)
        self.first.buttons.addWidget(self.running)
        for part in (self.choose, self.drop):
            self.second.buttons.addWidget(part)
        self._assemble()
        if keeper is not None:
            self.now.clicked.connect(keeper.again)
            self.choose.clicked.connect(keeper.ask_second)
            self.drop.clicked.connect(lambda: keeper.choose_second(None))
            keeper.told.connect(self._told)

    def _assemble(self) -> None:
        card = Card(spacing=14)
        words = tr(
            "Registret kopieras av sig självt när du öppnar det, varje halvtimme medan du arbetar "
            "och när du stänger, om något är ändrat. Varje kopia läses igenom innan den räknas, "
            "och äldre kopior gallras efter hand."
        )
        card.add(self.heading, body(words, wrap=True), Hairline(), self.first)
        card.add(Hairline(), self.second)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(card)

    def _told(self) -> None:
        if self.isVisible():
            self.show_backups()

    def show_backups(self) -> None:
        """Show both places; what must be read from a disk comes when it has been read."""
        keeper = self._keeper
        if keeper is None or keeper.register is None:
            self.setEnabled(False)
            return
        self.setEnabled(True)
        self.heading.link.setVisible(keeper.window.has_page("sakerhetskopior"))
        self._draw()
        places, register = keeper.places(), keeper.register
        uuid = keeper.session.need().store.register_uuid
        self._beside.ask(partial(held_in, places, uuid, register), self._counted)
        if keeper.state.second is None and self._proposed is None:
            self._proposing.ask(partial(proposals, register), self._offer)

    def _counted(self, held: tuple[Held, ...]) -> None:
        self._held = held
        if self._keeper is not None and self._keeper.register is not None:
            self._draw()

    def _draw(self) -> None:
        keeper = self._keeper
        if keeper is None:
            return
        it, places, now = keeper.state, keeper.places(), keeper.now()
        held = (*self._held, None, None)
        last = it.last.made_at if it.last is not None else None
        self.first.show_place(
            _facts(places[0], last, now, held[0]), _trouble_in(places[0], it.outcomes)
        )
        self.now.setEnabled(not it.running)
        self.running.setVisible(it.running)
        chosen = it.second is not None
        if chosen:
            self.second.show_place(
                _facts(places[1], it.second_at, now, held[1]),
                _trouble_in(places[1], it.outcomes),
                _on_same_disk(held[1]),
            )
        else:
            self.second.show_place((), "", _why())
        self.choose.setText(tr("Byt plats …") if chosen else tr("Välj plats …"))
        self.drop.setVisible(chosen)
        for link in self.offers:
            link.setVisible(not chosen)

    def _offer(self, folders: tuple[Path, ...]) -> None:
        """Offer what was found: one press and it is chosen."""
        keeper = self._keeper
        if keeper is None or keeper.register is None or self._proposed is not None:
            return
        self._proposed = folders
        for folder in folders:
            name = shown(place_name(folder, keeper.register))
            link = Link(tr("Lägg dem {where}", where=name))
            link.setToolTip(str(folder))
            link.clicked.connect(partial(self._take, folder))
            self.second.buttons.addWidget(link)
            self.offers.append(link)
        self._draw()

    def _take(self, folder: Path, _on: bool = False) -> None:
        keeper = self._keeper
        problem = keeper.choose_second(folder) if keeper is not None else None
        if keeper is not None and problem is not None:
            keeper.session.refused.emit((problem,))

    def setVisible(self, visible: bool) -> None:
        """Forget what was counted when it is hidden: it is counted again when it is shown."""
        super().setVisible(visible)
        if not visible:
            self._beside.forget()


def _facts(
    place: Place, last: datetime | None, now: datetime, held: Held | None
) -> list[tuple[str, str]]:
    facts = [(tr("Mapp"), str(place.folder))]
    when = tr("Ingen än")
    if last is not None:
        when = shown(age(last, now))
        when = tr("i dag {clock}", clock=when) if last.date() == now.date() else when
    facts.append((tr("Senaste goda"), when))
    if held is not None and held.there:
        count = tr("en kopia") if held.count == 1 else tr("{count} kopior", count=held.count)
        facts.append((tr("Sparade"), f"{count}, {size_words(held.size)}" if held.count else count))
    elif held is not None and last is not None:
        facts.append((tr("Sparade"), tr("Mappen går inte att läsa just nu")))
    return facts


def _trouble_in(place: Place, outcomes: Sequence[Outcome]) -> str:
    return next(
        (
            shown(each.trouble.text)
            for each in outcomes
            if each.place.folder == place.folder and each.trouble is not None
        ),
        "",
    )


def _on_same_disk(held: Held | None) -> str:
    if held is None or not held.same_disk:
        return ""
    return tr(
        "Mappen ligger på samma disk som registret. Den hjälper om en fil blir fel, men inte om "
        "disken går sönder."
    )


def _why() -> str:
    return tr(
        "Ingen är vald. Går disken sönder försvinner både registret och kopiorna bredvid det. "
        "Välj gärna ett USB-minne, en annan disk eller en mapp som synkas."
    )
