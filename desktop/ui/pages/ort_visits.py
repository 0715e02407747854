"""What visits add to a place's page: contacts on a line, its visits, and the trips counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.settlement import shown as kronor
from desktop.domain.swedish import capital
from desktop.domain.visit_words import FORM_WORDS, FUNDING_WORDS, Funding
from desktop.ui.frame import clear
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.pages.besok_words import TONES
from desktop.ui.pages.ort_agreement import visit_rule
from desktop.ui.paint import bar_clip
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import period
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Card, Hairline, Heading, Section, row, tight
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.pots import fill
from desktop.ui.widgets.timeline import Point, Shape, Timeline
from desktop.ui.widgets.words import Link, Symbol, Words, h2, muted, small

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.domain.guideline import Guideline
    from desktop.domain.quota import Quota
    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk
    from desktop.flow.visit_list import VisitRow
    from desktop.flow.visit_place import ContactPoint, PlaceVisits

INSET = 16


def kind_words() -> dict[str, str]:
    """Give the words of the shapes."""
    return {
        "incoming": tr("Inkommande"),
        "outgoing": tr("Utgående"),
        "project": tr("Projektmedel"),
        "digital": tr("Digitalt"),
    }


class ContactsCard(Card):
    """The line of the mandate period, and the same as a table."""

    opened = Signal(object)
    """Id of a visit."""
    added = Signal()
    """A digital contact is to be noted."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self.title = h2("")
        self._legend = QWidget()
        self._legend_line = row(spacing=5)
        self._legend.setLayout(self._legend_line)
        self.table_link = Link(tr("Visa som tabell"), "small")
        self.table_link.clicked.connect(self._turn)
        self.add_link = Link(tr("Digital kontakt"), "small", symbol="plus")
        self.add_link.clicked.connect(self.added)
        head = QWidget()
        self._head = FlowLayout(12)
        head.setContentsMargins(px(INSET), px(10), px(INSET), px(4))
        head.setLayout(self._head)
        self._head.addWidget(self.title)
        self._head.addStretch()
        self._head.addWidget(self._legend)
        self.line = Timeline()
        self.line.opened.connect(self.opened)
        drawn = QWidget()
        inside = QVBoxLayout(drawn)
        inside.setContentsMargins(px(INSET), px(2), px(INSET), px(10))
        inside.addWidget(self.line)
        self._drawn = drawn
        self.table = Table(_point_columns(), name=tr("Kontakter"), fit=True)
        self.table.opened.connect(self.opened)
        self.nothing = muted(tr("Ingen kontakt i mandatperioden än."))
        self.nothing.setContentsMargins(px(INSET), px(4), px(INSET), px(12))
        self.share = small("")
        foot = QWidget()
        foot.setContentsMargins(px(INSET), px(2), px(INSET), px(10))
        below = FlowLayout(16)
        foot.setLayout(below)
        below.addWidget(self.share)
        below.addStretch()
        below.addWidget(self.table_link)
        below.addWidget(self.add_link)
        self.add(head, drawn, self.table, self.nothing, foot)
        self._as_table = False
        self._count = 0

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._fit()

    def _fit(self) -> None:
        words = tr("Visa som tidslinje") if self._as_table else tr("Visa som tabell")
        self.table_link.setText(words)
        self.table_link.setVisible(self._count > 0)
        self._legend.setVisible(self._count > 0)
        self._drawn.setVisible(self._count > 0 and not self._as_table)
        self.table.setVisible(self._count > 0 and self._as_table)
        self.nothing.setVisible(self._count == 0)

    def show_contacts(self, desk: Desk, seen: PlaceVisits) -> None:
        """Show the contacts of the period."""
        first, last = seen.period
        self._count = len(seen.timeline)
        self.title.setText(tr("Kontakter {first}–{last}", first=first, last=last))
        words = kind_words()
        purposes = _purposes(desk, seen)
        points = [
            Point(
                id=each.visit_id,
                day=each.day,
                kind=each.kind,
                words=f"{each.day.isoformat()} {words[each.kind]}"
                + (f": {purposes[each.visit_id]}" if purposes[each.visit_id] else ""),
            )
            for each in seen.timeline
        ]
        self.line.show_points(points, seen.period, desk.today)
        rows = [(each.visit_id, (each, purposes[each.visit_id])) for each in seen.timeline]
        self.table.set_rows([*reversed(rows)])
        self._show_legend(seen)
        share = seen.digital
        self.share.setText(
            tr(
                "{part} av {whole} kontakter var digitala ({percent} procent)",
                part=share.part,
                whole=share.whole,
                percent=share.percent or 0,
            )
        )
        self.share.setVisible(bool(share.whole))
        self._fit()

    def _show_legend(self, seen: PlaceVisits) -> None:
        clear(self._legend_line)
        for kind, words in kind_words().items():
            count = sum(each.kind == kind for each in seen.timeline)
            if count:
                self._legend_line.addWidget(Shape(kind))
                self._legend_line.addWidget(small(f"{words} {count}"))
                self._legend_line.addSpacing(px(8))
        self._legend.updateGeometry()
        self._head.invalidate()


def _purposes(desk: Desk, seen: PlaceVisits) -> dict[int, str]:
    from desktop.flow.visit_facts import all_visits  # noqa: PLC0415 - only where contacts are shown

    wanted = {each.visit_id for each in seen.timeline}
    return {
        each.id: capital(" ".join(each.purpose.split()).rstrip("."))
        for each in all_visits(desk)
        if each.id in wanted
    }


def _point_columns() -> list[Column]:
    return [
        Column(key="day", title=tr("Dag"), value=lambda pair: pair[0].day.isoformat()),
        Column(key="kind", title=tr("Form"), value=lambda pair: kind_words()[pair[0].kind]),
        Column(key="what", title=tr("Vad den gällde"), value=_purpose, stretch=1),
    ]


def _purpose(pair: tuple[ContactPoint, str]) -> Cell:
    return Cell(pair[1], tip=pair[1])


class VisitsCard(Section):
    """The visits of a place, the latest first."""

    opened = Signal(object)
    """Id of a visit."""

    def __init__(self) -> None:
        """Make it empty."""
        self.table = Table(_columns(), name=tr("Besök"), header=False, fit=True)
        self.nothing = Card(padding=12)
        self.nothing.add(muted(tr("Inga besök med orten än.")))
        super().__init__(Heading(tr("Besök"), link=tr("Nytt besök")), self.table, self.nothing)
        self.table.opened.connect(self.opened)
        self.table.stepped.connect(self.opened)

    def show_visits(self, seen: PlaceVisits) -> None:
        """Show them."""
        self.table.set_rows([(row_.id, row_) for row_ in seen.rows])
        self.table.setVisible(bool(seen.rows))
        self.nothing.setVisible(not seen.rows)


def _columns() -> list[Column]:
    return [
        Column(key="day", title=tr("Dag"), value=_day, tone=Tone.MUTED),
        Column(key="form", title=tr("Form"), value=lambda each: shown(FORM_WORDS[each.form])),
        Column(key="what", title=tr("Syfte"), value=_what, stretch=1),
        Column(key="own", title=tr("Egen budget"), value=_own, align="right"),
        Column(key="stands", title=tr("Läge"), value=_stands),
    ]


def _day(each: VisitRow) -> str:
    return each.starts_on.isoformat() if each.starts_on else "–"


def _what(each: VisitRow) -> Cell:
    words = capital(" ".join(each.purpose.split()).rstrip("."))
    return Cell(words or shown(each.title), tip=words)


def _own(each: VisitRow) -> str:
    return kronor(each.own_ore)


def _stands(each: VisitRow) -> Cell:
    return Cell(shown(each.label.text), mark=TONES[each.label.tone], badge=True)


class _Square(QWidget):
    """A filled or hatched square: a trip that takes room, or one that does not."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(px(18), px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        bar_clip(painter, QRectF(self.rect()))
        fill(painter, QRectF(self.rect()), self._kind)


class QuotaCard(Section):
    """Trips in the mandate period, in words, with the paragraph."""

    paragraphed = Signal(str)
    """The kind of the rule whose paragraph is wanted."""
    opened = Signal(object)
    """Id of a trip."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(Heading(tr("Resor i mandatperioden")))
        self.card = Card(spacing=8)
        self._holder = QWidget()
        self.card.add(self._holder)
        self.add(self.card)

    def show_quota(self, known: Quota, guideline: Guideline) -> None:
        """Show the trips and what they leave; hidden where the guideline has no quota."""
        self.setVisible(known.allowed is not None)
        if known.allowed is None:
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 8)
        for number, trip in enumerate(known.counted):
            words = tr("{number} av {allowed}", number=number + 1, allowed=known.allowed)
            column.addWidget(self._trip(trip, "decided", words))
        for trip in known.outside:
            column.addWidget(self._trip(trip, "proposed", tr("utanför")))
        if not known.counted and not known.outside:
            column.addWidget(muted(tr("Ingen resa än.")))
        column.addWidget(Hairline())
        column.addWidget(self._sentence(known))
        rule = visit_rule(guideline, "quota")
        if rule is not None:
            link = Link(f"{rule.id} {rule.short}")
            link.clicked.connect(lambda: self.paragraphed.emit("quota"))
            column.addLayout(row(link, None))
        old, self._holder = self._holder, holder
        self.card.body.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()

    def _trip(self, trip: Visit, kind: str, words: str) -> QWidget:
        part = QWidget()
        money = trip.project or shown(FUNDING_WORDS[trip.funding])
        if kind == "decided" and trip.funding is not Funding.OWN:
            money = tr("Delvis egen budget")
        days = period(trip.starts_on, trip.ends_on or trip.starts_on) if trip.starts_on else ""
        said = Link(f"{money}, {days}" if days else money)
        said.clicked.connect(lambda: self.opened.emit(trip.id))
        loud = kind == "decided"
        end = Words(words, "strong" if loud else "body", Tone.TEXT if loud else Tone.MUTED)
        part.setLayout(row(_Square(kind), said, None, end, spacing=8))
        return part

    @staticmethod
    def _sentence(known: Quota) -> QWidget:
        if known.full:
            words = tr(
                "En resa till på egen budget stoppas perioden ut. Projektfinansierad går bra."
            )
        else:
            left = (known.allowed or 0) - len(known.counted)
            words = (
                tr("En resa till på egen budget ryms {first}–{last}.")
                if left == 1
                else tr("{count} resor till på egen budget ryms {first}–{last}.")
            ).format(count=left, first=known.first_year, last=known.last_year)
        part = QWidget()
        line = row(Symbol(Mark.STOP if known.full else Mark.OK), spacing=8)
        line.addWidget(Words(words, wrap=True), 1)
        part.setLayout(line)
        return part
