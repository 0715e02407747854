"""The cards beside a new application: the rules so far, the pot, and what was sought before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.swedish import kr
from desktop.flow.money import in_pot
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.page import Route
from desktop.ui.pages.case_parts.saying import MARKS, standing, status_word
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import count_word
from desktop.ui.widgets.card import Card, Hairline, Heading, row, tight
from desktop.ui.widgets.pots import Bar, Part
from desktop.ui.widgets.words import Elided, Link, Symbol, Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline import Scheme
    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk
    from desktop.flow.queue import InPot
    from desktop.ui.pages.case_parts.trying import Similar, Tried

RIGHT = Qt.AlignmentFlag.AlignRight
QUIET = (Mark.OK, Mark.WAITING, Mark.INFO)


class _Filled(Card):
    """A card whose rows are made again each time."""

    def __init__(self, *, padding: float = 16) -> None:
        super().__init__(padding=padding, spacing=6)
        self._holder = QWidget()
        self.body.addWidget(self._holder)

    def fresh(self) -> QGridLayout:
        """Throw the rows away and give the grid of the next ones."""
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        return grid


class TrialCard(_Filled):
    """Each rule so far: state, name, and what the application has."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=0)
        self.body.setSpacing(0)
        heading = Heading(tr("Så ser det ut hittills"), note=tr("räknas om medan du skriver"))
        heading.setContentsMargins(px(14), px(9), px(14), px(9))
        self.body.insertWidget(0, heading)
        self.lines: list[str] = []

    def show_tried(self, tried: Tried) -> None:
        """Show the rules, or what is needed first."""
        grid = self.fresh()
        grid.setContentsMargins(0, 0, 0, px(2))
        grid.setColumnStretch(2, 1)
        self.lines = []
        if tried.seen is None:
            grid.addWidget(Hairline(), 0, 0, 1, 4)
            words = muted(tried.missing, wrap=True)
            words.setContentsMargins(px(14), px(8), px(14), px(10))
            grid.addWidget(words, 1, 0, 1, 4)
            self.lines = [tried.missing]
            return
        for at, found in enumerate(tried.seen.findings):
            self._line(grid, at * 2, found)

    def _line(self, grid: QGridLayout, at: int, found: Finding) -> None:
        status = standing(found, decided=False)
        mark = MARKS[status]
        word = status_word(status, decided=False)
        quiet = mark in QUIET
        grid.addWidget(Hairline(), at, 0, 1, 4)
        grid.setRowMinimumHeight(at + 1, px(29))
        state = QWidget()
        line = row(
            Symbol(mark),
            Words(word, "small" if quiet else "smallmedium", Tone.MUTED if quiet else _tone(mark)),
            spacing=7,
        )
        line.setContentsMargins(px(14), 0, px(8), 0)
        state.setLayout(line)
        value = Words(shown(found.value), "medium", right=True)
        value.setContentsMargins(px(8), 0, px(14), 0)
        name = Elided(shown(found.title))
        name.setToolTip(f"{found.rule} {found.paragraph}: {shown(found.limit)}")
        grid.addWidget(state, at + 1, 0)
        grid.addWidget(name, at + 1, 2)
        grid.addWidget(value, at + 1, 3)
        self.lines.append(f"{word} {shown(found.title)} {shown(found.value)}")


def _tone(mark: Mark) -> Tone:
    return {Mark.LOWERED: Tone.INFO, Mark.MINE: Tone.INFO}.get(mark) or Tone(mark.value)


class PotCard(_Filled):
    """The pot that is sought: who has what, and what is left."""

    went = Signal(object)

    def __init__(self) -> None:
        """Make it hidden."""
        super().__init__()
        self.hide()

    def show_pot(
        self, desk: Desk, scheme: Scheme | None, place: tuple[int, str], year: int
    ) -> None:
        """Show the pot of a place and year; nothing where the scheme has none."""
        known = bool(place[0]) or (scheme is not None and not scheme.per_place)
        self.setVisible(bool(scheme and scheme.cap and known))
        if scheme is None or not scheme.cap or not known:
            return
        members = in_pot(desk, scheme.key, place[0], year)
        grid = self.fresh()
        grid.setVerticalSpacing(px(6))
        grid.setHorizontalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        title = tr(
            "Pott {place} {year}, {grant}",
            place=place[1],
            year=year,
            grant=tr(scheme.short).lower(),
        )
        grid.addWidget(Words(title, "h2"), 0, 0, 1, 3)
        decided = sum(each.granted or 0 for each in members)
        proposed = _proposed(members, scheme, scheme.cap - decided)
        left = max(0, scheme.cap - decided - proposed)
        parts = (
            Part(kind="decided", label=tr("Beslutat"), amount=decided),
            Part(kind="proposed", label=tr("Väntar"), amount=proposed),
            Part(kind="left", label=tr("Kvar"), amount=left),
        )
        grid.addWidget(Bar(parts), 1, 0, 1, 3)
        at = 2
        for each in members:
            link = Link(each.case.number)
            link.setAccessibleName(f"{each.case.number} {each.applicant}")
            link.clicked.connect(lambda _on=False, each=each: self._go(each))
            amount = kr(each.asked if each.granted is None else each.granted)
            words = tr("söker {amount}", amount=amount) if each.granted is None else amount
            grid.addWidget(link, at, 0)
            grid.addWidget(Elided(each.applicant), at, 1)
            tone = Tone.MUTED if each.granted is None else Tone.TEXT
            grid.addWidget(Words(words, "body", tone), at, 2, RIGHT)
            at += 1
        grid.addWidget(Hairline(strong=True), at, 0, 1, 3)
        grid.addWidget(Words(tr("Kvar"), "strong"), at + 1, 0)
        grid.addWidget(Words(kr(left), "strong"), at + 1, 2, RIGHT)
        sentence = _sentence(scheme, left, len(members))
        if sentence:
            grid.addWidget(small(sentence, wrap=True), at + 2, 0, 1, 3)

    def _go(self, each: InPot) -> None:
        self.went.emit(Route(page="arende", subject=each.case.id))


def _proposed(members: Sequence[InPot], scheme: Scheme, room: int) -> int:
    waiting = [each for each in members if each.granted is None]
    if scheme.round:
        share = scheme.cap // max(1, len(members))
        return max(0, min(room, sum(min(each.room, share) for each in waiting)))
    wanted = sum(each.room if each.proposal is None else each.proposal for each in waiting)
    return max(0, min(room, wanted))


def _sentence(scheme: Scheme, left: int, members: int) -> str:
    if scheme.round:
        count = members + 1
        if count == 1:
            return ""
        return tr(
            "Delas lika. Med den här ansökan blir de {count}, {share} var.",
            count=count_word(count),
            share=kr(scheme.cap // count),
        )
    if not left:
        return tr("Ansökan kan registreras ändå. Förslaget blir avslag om inget frigörs.")
    return ""


class SimilarCard(_Filled):
    """Earlier applications of the association, and a way to fill in as one of them."""

    went = Signal(object)
    taken = Signal(object)
    """A Similar to fill in as."""

    def __init__(self) -> None:
        """Make it hidden."""
        super().__init__()
        self.copy: Link | None = None
        self.hide()

    def show_similar(self, found: Sequence[Similar]) -> None:
        """Show these; nothing when there are none."""
        self.setVisible(bool(found))
        grid = self.fresh()
        grid.setVerticalSpacing(px(6))
        grid.setHorizontalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Words(tr("Liknande ansökningar"), "h2"), 0, 0, 1, 3)
        for at, each in enumerate(found, start=1):
            link = Link(each.number)
            link.clicked.connect(
                lambda _on=False, each=each: self.went.emit(
                    Route(page="arende", subject=each.case_id)
                )
            )
            grid.addWidget(link, at, 0)
            grid.addWidget(Elided(each.words), at, 1)
            grid.addWidget(Words(kr(each.application.asked)), at, 2, RIGHT)
        self.copy = None
        if found:
            latest = found[0]
            copy = Link(tr("Fyll i som {number}", number=latest.number), "small")
            copy.clicked.connect(lambda: self.taken.emit(latest))
            foot = QWidget()
            foot.setLayout(row(small(tr("Samma förening.")), copy, None, spacing=2))
            grid.addWidget(foot, len(found) + 1, 0, 1, 3)
            self.copy = copy
