"""The chosen backup: what has happened since, and the two ways on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from db.backups.difference import Relation
from desktop.ui import kept_words
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.lists import EventList
from desktop.ui.widgets.words import muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from db.backups.difference import Difference, Happened
    from db.backups.listing import Backup
    from desktop.ui.kept import Gathered, Kept

SIDE = 372
"""Pixels beside the list at 100 %."""
SHOWN = 40
"""Events that are listed."""


class Chosen(Card):
    """What stands beside the list."""

    looked = Signal(object)
    """The Kept to look at."""
    returned = Signal(object)
    """The Kept to go back to."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.kept: Kept | None = None
        self.wants_more = False
        self.heading = Heading("")
        self.about = muted("", wrap=True)
        self.return_button = Button(tr("Återgå hit"), primary=True)
        self.look_button = Button(tr("Titta utan att ändra"))
        self.consequence = small("", wrap=True)
        self.return_button.clicked.connect(self._return)
        self.look_button.clicked.connect(self._look)
        self.lost = EventList(tr("Har hänt sedan dess"))
        self.gained = EventList(tr("Finns bara i kopian"))
        self.ways = QWidget()
        line = FlowLayout(8)
        self.ways.setLayout(line)
        line.addWidget(self.return_button)
        line.addWidget(self.look_button)
        self.add(self.heading, self.about, self.ways, self.consequence, self._listed())
        self.body.setStretchFactor(self.area, 1)
        # Where there is nothing to list, the words stay together at the top.
        self.body.addStretch(0)

    def _listed(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        tight(column, 12)
        column.addWidget(self.gained)
        column.addWidget(self.lost)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inner)
        self.area.setAccessibleName(tr("Skillnader mot registret nu"))
        self.area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return self.area

    def stand(self, *, beside: bool) -> None:
        """Stand beside the list, or under it."""
        if beside:
            self.setFixedWidth(px(SIDE))
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.area.setMinimumHeight(px(160))

    def _return(self) -> None:
        if self.kept is not None:
            self.returned.emit(self.kept)

    def _look(self) -> None:
        if self.kept is not None:
            self.looked.emit(self.kept)

    # What is shown

    def show_unfit(self, backup: Backup, now: datetime) -> None:
        """Say why a file cannot be used."""
        self.kept, self.wants_more = None, False
        self.heading.title.setText(kept_words.moment(backup.made_at, now))
        self.about.setText(shown(backup.text))
        self.consequence.setText("")
        self._offer(may=False, look=False)
        self._fill(self.lost, (), now)
        self._fill(self.gained, (), now)

    def show_kept(self, kept: Kept, found: Gathered, now: datetime) -> None:
        """Say what a backup lacks, and what going back to it means."""
        self.kept = kept
        same = kept.track is not None and kept.track.relation is Relation.SAME
        other = kept.track is None or kept.track.relation is not Relation.BEHIND
        self.wants_more = other and not same
        self.heading.title.setText(kept_words.moment(kept.backup.made_at, now))
        self.about.setText(self._about(kept))
        self._offer(may=not same, look=True)
        self.consequence.setText(
            tr("Registret är som den här kopian: det finns inget att återgå till.")
            if same
            else tr("Det som är nu sparas först som en egen säkerhetskopia. Återgången går att "
                    "ångra.")
        )  # fmt: skip
        since = () if same else found.since(kept) or ()
        self._fill(self.lost, since, now, kept.track.missing if kept.track is not None else 0)
        self._fill(self.gained, (), now)

    def _about(self, kept: Kept) -> str:
        words = kept_words.differs(kept.track, least=kept.least)
        if kept.track is not None and kept.track.relation is Relation.FORKED:
            words = tr("Annat spår: {there} bara i kopian och {here} bara i registret.",
                       there=kept_words.events(kept.track.extra),
                       here=kept_words.events(kept.track.missing))  # fmt: skip
        elif words:
            words = tr("{words}.", words=words)
        odd = shown(kept.backup.text)
        return f"{words} {odd}".strip()

    def show_difference(self, difference: Difference, now: datetime) -> None:
        """Show what only one of them has, once it was read."""
        self._fill(self.lost, difference.only_here, now, difference.here)
        self._fill(self.gained, difference.only_there, now, difference.there)

    def _offer(self, *, may: bool, look: bool) -> None:
        self.return_button.setVisible(may)
        self.look_button.setVisible(look)
        self.ways.setVisible(may or look)

    def _fill(
        self, part: EventList, happened: Sequence[Happened], now: datetime, count: int = 0
    ) -> None:
        rows = [(kept_words.when_short(each.at, now), each.text) for each in happened[:SHOWN]]
        if count > len(rows) and rows:
            rows.append(("", tr("och {count} till", count=count - len(rows))))
        part.set_events(rows)
        part.setVisible(bool(rows))
        self.area.setVisible(not (self.lost.isHidden() and self.gained.isHidden()))

    # Keys

    def first(self) -> QWidget:
        """Give what the keyboard comes to first."""
        return self.look_button if self.return_button.isHidden() else self.return_button

    def focus(self) -> None:
        """Take the keyboard to the first button."""
        self.first().setFocus()
