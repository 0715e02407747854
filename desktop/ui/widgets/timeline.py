"""Contacts on a line of years: shapes that differ in outline, and the same as a list of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import em, font, px
from desktop.ui.paint import focus_ring
from desktop.ui.roles import now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

SIDE = 11
"""Pixels of a shape at 100 %."""
NEAR = 9
"""Pixels from a shape within which the pointer is on it."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """One contact."""

    id: int
    """Emitted when it is opened."""
    day: date
    """When it was."""
    kind: str
    """"incoming", "outgoing", "project" or "digital"."""
    words: str
    """Read aloud and as a tooltip."""


def draw_shape(painter: QPainter, kind: str, middle: QPointF, side: float) -> None:
    """Draw the shape of a kind: down came to us, up went from us, hollow on a project, ring."""
    roles = now()
    half = side / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(roles.decided, px(1.5)))
    painter.setBrush(roles.base if kind in ("project", "digital") else roles.decided)
    if kind == "digital":
        painter.drawEllipse(middle, half * 0.72, half * 0.72)
        return
    way = 1 if kind == "incoming" else -1
    corners = [
        QPointF(middle.x() - half, middle.y() - way * half * 0.85),
        QPointF(middle.x() + half, middle.y() - way * half * 0.85),
        QPointF(middle.x(), middle.y() + way * half * 0.85),
    ]
    painter.drawPolygon(QPolygonF(corners))


class Shape(QWidget):
    """One shape, for the legend."""

    def __init__(self, kind: str) -> None:
        """Show a kind."""
        super().__init__()
        self._kind = kind
        self.setFixedSize(px(SIDE + 4), px(SIDE + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        draw_shape(QPainter(self), self._kind, QRectF(self.rect()).center(), px(SIDE))


class Timeline(QWidget):
    """A line from one year to another with a shape for each contact; arrows go between them."""

    opened = Signal(object)
    """Id of the contact."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._points: Sequence[Point] = ()
        self._first, self._last = 0, 0
        self._today: date | None = None
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point], period: tuple[int, int], today: date) -> None:
        """Show contacts of a period of whole years."""
        self._points = tuple(points)
        self._first, self._last = period
        self._today = today
        self._at = max(0, len(points) - 1)
        self.setAccessibleName(tr("Kontakter {first}–{last}", first=period[0], last=period[1]))
        self.setAccessibleDescription("; ".join(point.words for point in points))
        self.update()

    def sizeHint(self) -> QSize:
        """Want a line of words over and under the shapes."""
        return QSize(em(40), QFontMetrics(font("small")).height() * 2 + px(SIDE * 2 + 16))

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(em(12), self.sizeHint().height())

    def _where(self, day: date) -> float:
        first = date(self._first, 1, 1)
        whole = (date(self._last + 1, 1, 1) - first).days
        room = self.width() - px(SIDE) * 2
        return px(SIDE) + room * (day - first).days / whole

    def _line(self) -> float:
        return QFontMetrics(font("small")).height() + px(SIDE * 2 + 2)

    def _middle(self, point: Point) -> QPointF:
        above = 0.0 if point.kind == "digital" else px(SIDE + 1)
        return QPointF(self._where(point.day), self._line() - above)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw years, today, and then the shapes."""
        if self._today is None:
            # Nothing was shown yet, and there is no year 0 to draw.
            return
        painter = QPainter(self)
        roles = now()
        painter.setFont(font("small"))
        line = self._line()
        painter.setPen(QPen(roles.soft_edge, px(1.5)))
        painter.drawLine(QPointF(0, line), QPointF(self.width(), line))
        high = QFontMetrics(font("small")).height()
        for year in range(self._first, self._last + 1):
            left = self._where(date(year, 1, 1)) - px(SIDE)
            painter.setPen(QPen(roles.soft_edge, px(1)))
            painter.drawLine(QPointF(left, line - px(7)), QPointF(left, line + px(9)))
            painter.setPen(roles.muted)
            painter.drawText(QRectF(left + px(6), line + px(9), em(4), high), 0, str(year))
        self._draw_today(painter, line, high)
        for at, point in enumerate(self._points):
            draw_shape(painter, point.kind, self._middle(point), px(SIDE))
            if at == self._at and self.hasFocus():
                middle = self._middle(point)
                side = px(SIDE + 9)
                ring = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
                focus_ring(painter, ring)

    def _draw_today(self, painter: QPainter, line: float, high: int) -> None:
        if self._today is None or not self._first <= self._today.year <= self._last:
            return
        roles, at = now(), self._where(self._today)
        painter.setPen(QPen(roles.late, px(1.5)))
        painter.drawLine(QPointF(at, high), QPointF(at, line + px(8)))
        words = tr("i dag")
        wide = QFontMetrics(font("small")).horizontalAdvance(words)
        left = min(max(0.0, at - wide - px(4)), self.width() - wide)
        painter.setPen(roles.late)
        painter.drawText(QRectF(left, 0, wide + 2, high), 0, words)

    def _under(self, place: QPointF) -> int | None:
        reach = px(NEAR)
        found = [
            ((self._middle(point) - place).manhattanLength(), at)
            for at, point in enumerate(self._points)
        ]
        near = [pair for pair in found if pair[0] <= reach]
        return min(near)[1] if near else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the pointer is on."""
        at = self._under(event.position())
        self.setToolTip(self._points[at].words if at is not None else "")
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if at is not None else arrow)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked."""
        at = self._under(event.position())
        if at is not None:
            self.opened.emit(self._points[at].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between the contacts with the arrows; open one with Enter."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._points:
            self._at = min(max(self._at + step, 0), len(self._points) - 1)
            self.setAccessibleName(self._points[self._at].words)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._points:
            self.opened.emit(self._points[self._at].id)
        else:
            super().keyPressEvent(event)
