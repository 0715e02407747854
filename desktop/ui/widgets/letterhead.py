"""The letterhead as letters bear it: coat of arms, municipality, department, address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import now
from desktop.ui.widgets.card import Card, Hairline, row, tight
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

COAT = 44
"""Pixels of the coat of arms at 100 %."""


class Coat(QWidget):
    """The coat of arms, or a dashed empty place for it."""

    def __init__(self) -> None:
        """Make it without a picture."""
        super().__init__()
        self._image = QImage()
        self.setFixedSize(px(COAT), px(COAT))
        self.setAccessibleName(tr("Inget kommunvapen"))

    def set_picture(self, data: bytes) -> bool:
        """Show a picture; False, and an empty place, for what is none."""
        self._image = QImage.fromData(data) if data else QImage()
        shown = not self._image.isNull()
        self.setAccessibleName(tr("Kommunvapen") if shown else tr("Inget kommunvapen"))
        self.update()
        return shown

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as large as fits, at the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            pen = painter.pen()
            pen.setColor(now().edge)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        size = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), self._image)


class LetterheadCard(Card):
    """The upper edge of a letter, and its foot."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self._coat = Coat()
        self._name = Words("", "strong", wrap=True)
        self._lines = QVBoxLayout()
        tight(self._lines, 1)
        head = row(self._coat, spacing=12)
        named = QVBoxLayout()
        tight(named, 1)
        named.addWidget(self._name)
        named.addLayout(self._lines)
        named.addStretch(1)
        head.addLayout(named, 1)
        self._foot = small("", wrap=True)
        self.body.addLayout(head)
        self.body.addSpacing(px(28))
        self._line = Hairline()
        self.add(self._line, self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(tr("Så ser brevhuvudet ut"))

    def show_head(
        self, name: str, lines: Sequence[str], foot: Sequence[str], coat: bytes = b""
    ) -> bool:
        """Show these; False when the coat of arms is no picture."""
        self._name.setText(name)
        while item := self._lines.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in filter(None, lines):
            self._lines.addWidget(small(line, wrap=True))
        self._foot.setText(" · ".join(part for part in foot if part))
        for part in (self._line, self._foot):
            part.setVisible(bool(self._foot.text()))
        return self._coat.set_picture(coat) or not coat
