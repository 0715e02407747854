"""The side of Today: pots of the year, the frame of the mandate period, what lies further on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.swedish import kr
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.page import Route
from desktop.ui.roles import Tone
from desktop.ui.spoken import short_date
from desktop.ui.widgets.card import Card, Heading, Section, tight
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.name_link import NameLink
from desktop.ui.widgets.pots import FrameBar, Part, Pot, PotBars
from desktop.ui.widgets.words import Words, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.money import Frame, PotBar
    from desktop.flow.today import Coming, Today

LEFT = Qt.AlignmentFlag.AlignLeft


class MoneySide(QObject):
    """Three sections; each is hidden when it has nothing to say."""

    went = Signal(object)
    """A Route."""

    def __init__(self, parent: QObject) -> None:
        """Make them empty; it goes with its parent."""
        super().__init__(parent)
        self._bars = PotBars()
        self._pots = _section(tr("Potter"), self._bars, tr("kvar efter förslag"))
        self._bar = FrameBar()
        self._without = EmptyState("", tr("Lägg in ramen"))
        self._without.clicked.connect(lambda: self.went.emit(Route(page="budget", act="set_frame")))
        self._frame = _section(tr("Mandatperioden"), self._bar, more=self._without)
        self._holder = QWidget()
        self._later_card = Card()
        self._later_card.add(self._holder)
        self._later = Section(Heading(tr("Längre fram")), self._later_card)

    def parts(self) -> Sequence[QWidget]:
        """Give the sections from above."""
        return (self._pots, self._frame, self._later)

    def show_money(self, seen: Today) -> None:
        """Show what Today says."""
        self._pots.setVisible(bool(seen.pots))
        self._pots.heading.title.setText(tr("Potter {year}", year=seen.day.year))
        self._bars.set_pots([_pot(each) for each in _by_place(seen.pots)])
        self._show_frame(seen)
        self._later.setVisible(bool(seen.later))
        self._show_later(seen.later)

    def _show_frame(self, seen: Today) -> None:
        frame = seen.frame
        self._frame.setVisible(seen.frame_asked)
        self._bar.setVisible(frame is not None)
        self._without.setVisible(frame is None)
        if frame is None:
            self._without.set(tr("Ingen ram är inlagd."), tr("Lägg in ramen"))
            return
        years = f"{frame.period.first_year}–{frame.period.last_year}"
        self._frame.heading.title.setText(tr("Mandatperioden {years}", years=years))
        self._bar.set_parts(
            kr(frame.left),
            tr("kvar av {whole}", whole=kr(frame.whole)),
            frame_parts(frame),
            _sentence(frame, seen.frame_ends_in),
        )
        self._bar.set_tone(Tone.STOP if frame.left < 0 else Tone.TEXT)

    def _show_later(self, later: Sequence[Coming]) -> None:
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        tight(grid)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(7))
        grid.setColumnMinimumWidth(0, em(3.4))
        grid.setColumnStretch(1, 1)
        for at, each in enumerate(later):
            grid.addWidget(muted(short_date(each.day)), at, 0)
            grid.addWidget(self._coming(each), at, 1, LEFT if each.case_id else Qt.AlignmentFlag(0))
        self._later_card.add(self._holder)

    def _coming(self, each: Coming) -> QWidget:
        if not each.case_id:
            words = Words(shown(each.text), wrap=True)
            # A link keeps room for its ring; words beside links begin where theirs do.
            words.setContentsMargins(px(2), 0, 0, 0)
            return words
        link = NameLink(shown(each.text))
        route = Route(page="arende", subject=each.case_id)
        link.clicked.connect(partial(self._go, route))
        return link

    def _go(self, route: Route, _on: bool = False) -> None:
        self.went.emit(route)


def _section(title: str, part: QWidget, note: str = "", *, more: QWidget | None = None) -> Section:
    card = Card()
    card.add(part)
    if more is not None:
        card.add(more)
    return Section(Heading(title, note=note), card)


def _by_place(pots: Sequence[PotBar]) -> list[PotBar]:
    """Put the pots of a place together, places in their own order."""
    return sorted(pots, key=lambda each: each.place.id)


def _pot(each: PotBar) -> Pot:
    return Pot(
        group=shown(each.where),
        label=tr(each.short),
        decided=each.decided,
        proposed=each.proposed,
        total=each.cap,
    )


def frame_parts(frame: Frame) -> list[Part]:
    """Give the bar of a frame: what is used, what is proposed, what is free after that."""
    free = max(0, frame.left - frame.proposed)
    return [
        Part(kind="decided", label=tr("Beslutade bidrag"), amount=frame.decided),
        Part(kind="own", label=tr("Egna kostnader"), amount=frame.own),
        Part(
            kind="proposed", label=tr("Föreslaget"), amount=min(frame.proposed, max(0, frame.left))
        ),
        Part(kind="left", label=tr("Fritt"), amount=free),
    ]


def _sentence(frame: Frame, ends_in: int) -> str:
    proposed = tr("Varav föreslaget {sum}.", sum=kr(frame.proposed)) if frame.proposed else ""
    if ends_in < 0:
        ending = tr("Perioden är slut.")
    elif ends_in == 1:
        ending = tr("Perioden slutar i morgon.")
    elif ends_in == 0:
        ending = tr("Perioden slutar i dag.")
    else:
        ending = tr("Perioden slutar om {days} dagar.", days=ends_in)
    return f"{proposed} {ending}".strip()
