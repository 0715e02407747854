"""Year by year as stacked columns with the plan across; the same figures as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import tr
from desktop.ui.ink import Ink, write
from desktop.ui.measure import em, font, px
from desktop.ui.roles import now
from desktop.ui.widgets.pots import Part, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.flow.budget_view import YearLine

STEPS = (1, 2, 5)
"""What the distance between two lines of the scale may begin with."""
LINES = 3
"""Lines of the scale, or one more."""
WIDEST = 5.0
"""Em of a column at most."""


def year_parts(line: YearLine) -> tuple[Part, ...]:
    """Give the parts of a year from below."""
    return (
        Part(kind="decided", label=tr("Beslutade bidrag"), amount=line.decided),
        Part(kind="own", label=tr("Egna kostnader"), amount=line.own),
        Part(kind="proposed", label=tr("Föreslaget"), amount=line.money.proposed),
    )


def scale_step(most: int) -> int:
    """Give a round distance between the lines of a scale that reaches `most` kronor."""
    wanted, power = max(1, most) / LINES, 1
    while True:
        for first in STEPS:
            if first * power >= wanted:
                return first * power
        power *= 10


class YearChart(QWidget):
    """A column for each year."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._years: Sequence[YearLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(em(11))

    def set_years(self, years: Sequence[YearLine]) -> None:
        """Show these."""
        self._years = tuple(years)
        self.setAccessibleName(". ".join(_said(line) for line in years))
        self.setToolTip("\n".join(_said(line) for line in years))
        self.update()

    def sizeHint(self) -> QSize:
        """Want room for four columns and their figures."""
        return QSize(em(30), em(12.5))

    def minimumSizeHint(self) -> QSize:
        """Be content with narrow columns."""
        return QSize(em(16), em(11))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw scale, columns, figures and plan."""
        if not self._years:
            return
        painter = QPainter(self)
        most = max(max(line.used + line.money.proposed, line.plan or 0) for line in self._years)
        step = scale_step(most)
        top = -(-max(most, 1) // step) * step
        area = QRectF(em(4.6), em(1.5), self.width() - em(4.6), self.height() - em(3.4))
        self._scale(painter, area, top, step)
        room = area.width() / len(self._years)
        places = [
            QRectF(area.left() + room * at, area.top(), room, area.height())
            for at in range(len(self._years))
        ]
        for place, line in zip(places, self._years, strict=True):
            self._column(painter, place, line, top)
        self._plans(painter, places, top)
        for place, line in zip(places, self._years, strict=True):
            self._figure(painter, place, line, top)

    def _scale(self, painter: QPainter, area: QRectF, top: int, step: int) -> None:
        roles = now()
        for amount in range(0, top + 1, step):
            y = round(area.bottom() - area.height() * amount / top)
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), roles.hairline)
            place = QRectF(0, y - em(0.8), area.left() - px(8), em(1.6))
            write(painter, place, digits(amount), Ink("small", roles.muted, "right"))

    def _column(self, painter: QPainter, place: QRectF, line: YearLine, top: int) -> None:
        roles, left, room = now(), place.left(), place.width()
        wide = min(em(WIDEST), room * 0.62)
        x, y = left + (room - wide) / 2, place.bottom()
        for part in year_parts(line):
            if part.amount > 0:
                high = max(2.0, place.height() * part.amount / top)
                gap = px(2) if y < place.bottom() else 0
                fill(painter, QRectF(x, y - high, wide, max(1.0, high - gap)), part.kind)
                y -= high
        foot = QRectF(left, place.bottom() + px(4), room, em(1.6))
        write(painter, foot, str(line.year), Ink("small", roles.muted, "center"))

    def _figure(self, painter: QPainter, place: QRectF, line: YearLine, top: int) -> None:
        """Write the sum over its column, on a ground that no line strikes through."""
        whole = line.used + line.money.proposed
        if not whole:
            return
        roles, words = now(), digits(whole)
        y = place.bottom() - place.height() * whole / top
        wide = QFontMetrics(font("small")).horizontalAdvance(words) + px(8)
        head = QRectF(place.center().x() - wide / 2, y - em(1.45), wide, em(1.25))
        painter.fillRect(head, roles.base)
        write(painter, head, words, Ink("small", roles.text, "center"))

    def _plans(self, painter: QPainter, places: Sequence[QRectF], top: int) -> None:
        """Draw the plan of each year across its column, with words where there is room above."""
        roles, said = now(), False
        for place, line in zip(places, self._years, strict=True):
            if line.plan is None:
                continue
            y = place.bottom() - place.height() * line.plan / top
            painter.setPen(QPen(roles.text, px(1.3), Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(QPointF(place.left(), y), QPointF(place.right(), y)))
            words = tr("plan {sum}", sum=digits(line.plan))
            figure = place.height() * (line.used + line.money.proposed) / top + em(1.5)
            free = place.bottom() - figure > y
            fits = QFontMetrics(font("small")).horizontalAdvance(words) < place.width()
            if free and fits and not said:
                said = True
                above = QRectF(place.left(), y - em(1.4), place.width(), em(1.3))
                write(painter, above, words, Ink("small", roles.muted, "right"))


def _said(line: YearLine) -> str:
    words = [f"{part.label} {kr(part.amount)}" for part in year_parts(line) if part.amount]
    if line.plan is not None:
        words.append(tr("plan {sum}", sum=kr(line.plan)))
    return f"{line.year}: {', '.join(words) or tr('inget')}"
