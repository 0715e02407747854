"""Numbers year by year as stacked columns, each with its figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.swedish import digits
from desktop.ui.ink import Ink, write
from desktop.ui.measure import em, font, px
from desktop.ui.pages.budget_chart import scale_step
from desktop.ui.roles import now
from desktop.ui.widgets.pots import fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

WIDEST = 4.4
"""Em of a column at most."""


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One layer of every column."""

    kind: str
    """A kind of filling that pots.fill knows."""
    title: str
    """"Digitala"."""
    values: Mapping[int, int]
    """Its number by year."""


class YearColumns(QWidget):
    """A column for each year, of layers from below."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._layers: Sequence[Layer] = ()
        self._years: Sequence[int] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(em(11))

    def set_layers(self, years: Sequence[int], layers: Sequence[Layer]) -> None:
        """Show these."""
        self._years, self._layers = tuple(years), tuple(layers)
        said = [self._said(year) for year in years]
        self.setAccessibleName(". ".join(said))
        self.setToolTip("\n".join(said))
        self.update()

    def _said(self, year: int) -> str:
        parts = [f"{each.title} {digits(each.values.get(year, 0))}" for each in self._layers]
        return f"{year}: {', '.join(parts)}"

    def sizeHint(self) -> QSize:
        """Want room for four columns."""
        return QSize(em(20), em(12))

    def minimumSizeHint(self) -> QSize:
        """Be content with narrow columns."""
        return QSize(em(12), em(11))

    def _whole(self, year: int) -> int:
        return sum(each.values.get(year, 0) for each in self._layers)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw scale, columns and figures."""
        if not self._years:
            return
        painter = QPainter(self)
        most = max(map(self._whole, self._years))
        step = scale_step(most)
        top = -(-max(most, 1) // step) * step
        scale = QFontMetrics(font("small")).horizontalAdvance(digits(top)) + px(10)
        area = QRectF(scale, em(1.5), self.width() - scale, self.height() - em(3.4))
        self._scale(painter, area, top, step)
        room = area.width() / len(self._years)
        for at, year in enumerate(self._years):
            place = QRectF(area.left() + room * at, area.top(), room, area.height())
            self._column(painter, place, year, top)

    def _scale(self, painter: QPainter, area: QRectF, top: int, step: int) -> None:
        roles = now()
        for amount in range(0, top + 1, step):
            y = round(area.bottom() - area.height() * amount / top)
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), roles.hairline)
            place = QRectF(0, y - em(0.8), area.left() - px(8), em(1.6))
            write(painter, place, digits(amount), Ink("small", roles.muted, "right"))

    def _column(self, painter: QPainter, place: QRectF, year: int, top: int) -> None:
        roles = now()
        wide = min(em(WIDEST), place.width() * 0.62)
        x, y = place.center().x() - wide / 2, place.bottom()
        for layer in self._layers:
            number = layer.values.get(year, 0)
            if number <= 0:
                continue
            high = max(2.0, place.height() * number / top)
            gap = px(2) if y < place.bottom() else 0
            box = QRectF(x, y - high, wide, max(1.0, high - gap))
            fill(painter, box, layer.kind)
            if box.height() >= em(1.3):
                ink = roles.text if layer.kind == "second" else roles.base
                write(painter, box, digits(number), Ink("small", ink, "center"))
            y -= high
        foot = QRectF(place.left(), place.bottom() + px(4), place.width(), em(1.6))
        write(painter, foot, str(year), Ink("small", roles.muted, "center"))
        whole = self._whole(year)
        if whole:
            words = digits(whole)
            wide = QFontMetrics(font("smallstrong")).horizontalAdvance(words) + px(8)
            head = QRectF(place.center().x() - wide / 2, y - em(1.4), wide, em(1.25))
            painter.fillRect(head, roles.base)
            write(painter, head, words, Ink("smallstrong", roles.text, "center"))
