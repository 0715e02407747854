"""A coat of arms that is a drawing (SVG), made a picture before it reaches the register."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.domain.problems import refuse
from desktop.flow.ask import File
from desktop.flow.coat import coat_picture

if TYPE_CHECKING:
    from desktop.domain.problems import Refusal

SIDE = 960
"""Pixels of the longest side; letters keep half of it."""
MOST_BYTES = 5 * 1024 * 1024
MOST_SHAPES = 40_000
"""Shapes drawn, each use of a shape counted: a small file can ask for billions."""
_LINK = "{http://www.w3.org/1999/xlink}href"
_ELSEWHERE = {"image", "feImage", "script", "foreignObject"}
"""Parts that may fetch another file, and are never drawn for us."""


def is_drawing(file: File) -> bool:
    """Say whether a file is an SVG, whatever it is called."""
    start = file.content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) and b"<svg" in start + (
        file.content[1024:8192].lower()
    )


def drawn_coat(file: File, field: str) -> bytes:
    """Give a chosen coat of arms, a drawing too, as letters show it; Refusal for what is none."""
    return coat_picture(as_picture(file, field) if is_drawing(file) else file, field)


def as_picture(file: File, field: str) -> File:
    """Give a drawing as a PNG file; Refusal for one that is not safe or cannot be drawn."""
    if len(file.content) > MOST_BYTES or b"<!ENTITY" in file.content:
        raise _no(file, field)
    try:
        shapes = _Shapes(ET.fromstring(file.content))  # noqa: S314 - entities are refused above
        if shapes.count() > MOST_SHAPES:
            raise _no(file, field)
    except (ET.ParseError, RecursionError, ValueError, LookupError) as fault:
        raise _no(file, field) from fault
    renderer = QSvgRenderer(QByteArray(file.content))
    size = QSizeF(renderer.defaultSize())
    if not renderer.isValid() or size.isEmpty():
        raise _no(file, field)
    box = QSizeF(SIDE, SIDE)
    fitted = (
        size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
        .toSize()
        .expandedTo(QSizeF(1, 1).toSize())
    )
    image = QImage(fitted, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return File(name=f"{PurePath(file.name).stem}.png", content=_png(image))


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub asks for bytes, which Qt itself refuses.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _no(file: File, field: str) -> Refusal:
    return refuse(
        field,
        "Kommunvapen – {name} är en SVG som inte går att rita här – spara den som PNG.",
        name=file.name,
    )


class _Shapes:
    """Counts what would be drawn, without drawing it."""

    def __init__(self, root: ET.Element) -> None:
        self._root = root
        self._known = {each.get("id"): each for each in root.iter() if each.get("id")}
        self._counts: dict[ET.Element, int] = {}
        self._open: set[ET.Element] = set()

    def count(self) -> int:
        return self._of(self._root)

    def _of(self, element: ET.Element) -> int:
        """Count an element with all it holds and uses; ValueError for a circle or a fetch."""
        if element in self._counts:
            return self._counts[element]
        if element in self._open or str(element.tag).rpartition("}")[2] in _ELSEWHERE:
            raise ValueError("a drawing that reaches out")
        self._open.add(element)
        count = 1 + sum(map(self._of, element))
        link = element.get("href") or element.get(_LINK) or ""
        if link and not link.startswith("#"):
            raise ValueError("a drawing that reaches out")
        if link and str(element.tag).endswith("use"):
            count += self._of(self._known[link[1:]])
        self._open.remove(element)
        self._counts[element] = count
        return count
