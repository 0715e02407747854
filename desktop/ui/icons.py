"""Our own drawings, coloured by what they are used for."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from desktop.paths import resources
from desktop.ui.measure import px
from desktop.ui.roles import now

SIZE = 16
"""Pixels of a symbol at 100 %."""


@cache
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: int, paper: int) -> QSvgRenderer:
    drawn = _drawing(name).replace("currentColor", QColor(colour).name())
    return QSvgRenderer(QByteArray(drawn.replace("#paper", QColor(paper).name()).encode()))


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: int, paper: int, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour, paper).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def draw(
    painter: QPainter, rect: QRectF, name: str, colour: QColor, paper: QColor | None = None
) -> None:
    """Draw a symbol into a square; `paper` is the colour of what is cut out of it."""
    ground = paper if paper is not None else now().base
    ratio = painter.device().devicePixelRatioF()
    drawn = _pixmap(name, colour.rgb(), ground.rgb(), round(rect.width()), ratio)
    painter.drawPixmap(QPoint(round(rect.x()), round(rect.y())), drawn)


def pixmap(name: str, colour: QColor, side: int = 0, paper: QColor | None = None) -> QPixmap:
    """Give a picture of a symbol, `side` pixels wide (a text line's own size without it)."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    ground = paper if paper is not None else now().base
    return _pixmap(name, colour.rgb(), ground.rgb(), side or px(SIZE), ratio)


def icon(name: str, colour: QColor | None = None, side: int = 0) -> QIcon:
    """Give an icon for a button or menu, in the colour of button text without another."""
    shade = colour or QApplication.palette().color(QPalette.ColorRole.ButtonText)
    return QIcon(pixmap(name, shade, side))


def app_icon() -> QIcon:
    """Give the program's own mark in the sizes a desktop asks for."""
    made = QIcon()
    for side in (16, 32, 48, 128, 256):
        made.addPixmap(_pixmap("app", 0, 0, side, 1.0))
    return made
