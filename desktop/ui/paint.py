"""How the edges of cards, fields and buttons are drawn, the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from desktop.ui.icons import draw
from desktop.ui.measure import px
from desktop.ui.roles import now

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

RADIUS = 4
"""Corner of a control and a card, pixels at 100 %."""
BAR_RADIUS = 2


def _inner(rect: QRect | QRectF) -> QRectF:
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)


def rounded(
    painter: QPainter, rect: QRect | QRectF, fill: QColor, edge: QColor | None = None
) -> None:
    """Fill a rounded rectangle, with a line of one pixel when an edge is given."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    radius = px(RADIUS)
    painter.drawRoundedRect(_inner(rect) if edge is not None else QRectF(rect), radius, radius)


def control(
    painter: QPainter,
    rect: QRect,
    *,
    focus: bool = False,
    bad: bool = False,
    fill: QColor | None = None,
) -> None:
    """Draw a field or plain button: hairlines, a darker lower edge, blue when it has focus."""
    roles = now()
    strong = roles.stop if bad else roles.accent if focus else roles.edge
    side = strong if focus or bad else roles.soft_edge
    rounded(painter, rect, fill or roles.base, side)
    thick = 2 if focus or bad else 1
    inner = _inner(rect)
    clip = QRectF(rect)
    clip.setTop(clip.bottom() - px(RADIUS))
    painter.save()
    painter.setClipRect(clip)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(strong, thick))
    radius = px(RADIUS)
    painter.drawRoundedRect(inner.adjusted(0, 0, 0, -(thick - 1) / 2), radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF) -> None:
    """Draw the ring that shows where the keyboard is."""
    roles = now()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(roles.accent, px(1.5)))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(RADIUS), px(RADIUS))


def tick_box(painter: QPainter, rect: QRectF, *, on: bool, focus: bool, bad: bool = False) -> None:
    """Draw the box of a check box."""
    roles = now()
    edge = roles.stop if bad else roles.accent if on or focus else roles.edge
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, px(1.5) if focus or bad else 1))
    painter.setBrush(roles.accent if on else roles.base)
    painter.drawRoundedRect(_inner(rect), px(3), px(3))
    if on:
        draw(painter, rect.adjusted(1, 1, -1, -1), "tick", roles.on_accent)


def tick_dot(painter: QPainter, rect: QRectF, *, on: bool, focus: bool) -> None:
    """Draw the ring and dot of a radio button."""
    roles = now()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(roles.accent if on or focus else roles.edge, px(1.5) if focus else 1))
    painter.setBrush(roles.accent if on else roles.base)
    painter.drawEllipse(_inner(rect))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(roles.on_accent)
        painter.drawEllipse(rect.center(), rect.width() / 5, rect.width() / 5)


def hatch(painter: QPainter, rect: QRectF) -> None:
    """Fill what is proposed: slanted lines, so that it differs in grey print too."""
    roles = now()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    painter.fillRect(rect, QBrush(roles.proposed))
    painter.setPen(QPen(roles.decided, px(2)))
    step = px(6)
    at = rect.left() - rect.height()
    while at < rect.right():
        painter.drawLine(
            QPointF(at, rect.bottom() + 1), QPointF(at + rect.height() + 1, rect.top())
        )
        at += step
    painter.restore()


def bar_clip(painter: QPainter, rect: QRectF) -> None:
    """Round the ends of a bar."""
    path = QPainterPath()
    path.addRoundedRect(rect, px(BAR_RADIUS), px(BAR_RADIUS))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
