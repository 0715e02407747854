"""One other version of the register: what only it has, what it lacks, and what can be done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from db.backups.difference import Relation
from desktop.ui import kept_words
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.file import size_words
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.lists import EventList
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from db.backups.conflicts import Sibling
    from db.backups.difference import Difference, Happened

TOP = Qt.AlignmentFlag.AlignTop
SHOWN = 8
"""Events of each side that are listed."""
TWO_COLUMNS = 52
"""Em from which the two lists stand beside each other."""


class VersionCard(Card):
    """One file."""

    looked = Signal(object)
    returned = Signal(object)
    moved_away = Signal(object)
    """Path of the file."""

    def __init__(self, sibling: Sibling, now: datetime) -> None:
        """Show how it stands to the register."""
        super().__init__(spacing=10)
        path = sibling.path
        self.look_button = Button(tr("Titta utan att ändra"))
        self.return_button = Button(tr("Återgå till den"))
        self.away_button = Button(tr("Lägg undan"))
        self.look_button.clicked.connect(lambda: self.looked.emit(path))
        self.return_button.clicked.connect(lambda: self.returned.emit(path))
        self.away_button.clicked.connect(lambda: self.moved_away.emit(path))
        for button in (self.look_button, self.return_button, self.away_button):
            button.setAccessibleDescription(path.name)
        self.there = EventList(tr("Bara i den filen"))
        self.here = EventList(tr("Bara i registret"))
        self._lists = QWidget()
        self._lists.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self._lists)
        tight(self._grid, 16)
        self._grid.addWidget(self.there, 0, 0, TOP)
        self._grid.addWidget(self.here, 0, 1, TOP)
        found = sibling.difference
        said = shown(sibling.text) if found is None else _relation(found, now)
        self.sentence = Words(said, wrap=True)
        self.add(Heading(path.name, note=_written(sibling, now)), self.sentence, self._lists)
        self._fill(found, now)
        ways = QWidget()
        line = FlowLayout(8)
        ways.setLayout(line)
        for button in (self.look_button, self.return_button, self.away_button):
            line.addWidget(button)
        self.look_button.setVisible(found is not None)
        same = found is not None and found.relation is Relation.SAME
        self.return_button.setVisible(found is not None and not same)
        self.add(ways, small(_consequence(found), wrap=True))

    def _fill(self, found: Difference | None, now: datetime) -> None:
        for part, happened, count in (
            (self.there, found.only_there if found else (), found.there if found else 0),
            (self.here, found.only_here if found else (), found.here if found else 0),
        ):
            part.set_events(_rows(happened, count, now))
            part.setVisible(bool(happened))
        self._lists.setVisible(found is not None and bool(found.here or found.there))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists under each other where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= em(TWO_COLUMNS)
        self._grid.removeWidget(self.here)
        self._grid.addWidget(self.here, 0 if beside else 1, 1 if beside else 0, TOP)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if beside or not column else 0)
        self._grid.setHorizontalSpacing(px(24))


def _written(sibling: Sibling, now: datetime) -> str:
    try:
        found = sibling.path.stat()
    except OSError:
        return ""
    at = datetime.fromtimestamp(found.st_mtime)  # noqa: DTZ006 - local, as the lists are
    return tr("skriven {when}, {size}",
              when=kept_words.within(at, now), size=size_words(found.st_size))  # fmt: skip


def _relation(found: Difference, now: datetime) -> str:
    there, here = kept_words.events(found.there), kept_words.events(found.here)
    match found.relation:
        case Relation.SAME:
            return tr("Den är som registret är nu.")
        case Relation.BEHIND:
            return tr("Den är som registret var förr: den saknar {events}.", events=here)
        case Relation.AHEAD:
            return tr("Den har allt som registret har, och {events} till.", events=there)
        case _:
            parted = _parted(found, now)
            return tr("{there} finns bara i den, och {here} bara i registret. {parted}",
                      there=there, here=here, parted=parted)  # fmt: skip


def _parted(found: Difference, now: datetime) -> str:
    """Say when they parted, by the first event after it that is known."""
    first = [side[-1].at for side in (found.only_here, found.only_there) if side]
    try:
        at = min(datetime.fromisoformat(each).replace(tzinfo=None) for each in first)
    except ValueError:
        return ""
    return tr("De skildes åt före {when}.", when=kept_words.within(at, now))


def _rows(happened: Sequence[Happened], count: int, now: datetime) -> list[tuple[str, str]]:
    rows = [(kept_words.when_short(each.at, now), each.text) for each in happened[:SHOWN]]
    if count > len(rows):
        rows.append(("", tr("och {count} till", count=count - len(rows))))
    return rows


def _consequence(found: Difference | None) -> str:
    if found is None:
        return tr("Lägg undan flyttar filen till en mapp bland säkerhetskopiorna. Den är kvar där.")
    if found.relation is Relation.FORKED:
        return tr("Titta i den och gör om det som saknas här. Återgår du till den sparas "
                  "registret som det är nu först som en säkerhetskopia. Lägg undan flyttar filen "
                  "till en mapp bland säkerhetskopiorna.")  # fmt: skip
    return tr("Återgår du till den sparas registret som det är nu först som en säkerhetskopia. "
              "Lägg undan flyttar filen till en mapp bland säkerhetskopiorna.")  # fmt: skip
