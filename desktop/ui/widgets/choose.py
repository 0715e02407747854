"""Choices that stand open: one of a few beside each other, or any of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from desktop.ui.measure import font, px
from desktop.ui.paint import RADIUS, focus_ring, rounded
from desktop.ui.roles import now
from desktop.ui.widgets.button import BESIDE, HEIGHT
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop.ui.widgets.combo import Option


class _Segment(QAbstractButton):
    """One part of a segmented choice."""

    def __init__(self, key: str, words: str, *, strong: bool) -> None:
        super().__init__()
        self.key = key
        self._strong = strong
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(font())

    def sizeHint(self) -> QSize:
        """Want room for the words as they are when chosen."""
        wide = QFontMetrics(font("strong")).horizontalAdvance(self.text())
        return QSize(wide + px(BESIDE * 2), px(HEIGHT) - 2)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part; its row has drawn the common edge."""
        painter = QPainter(self)
        roles = now()
        on = self.isChecked()
        ink = roles.text
        if on:
            path = QPainterPath()
            path.addRoundedRect(QRectF(0, 0, self.width(), self.height()), px(RADIUS - 1), px(3))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(path, roles.accent if self._strong else roles.selection)
            ink = roles.on_accent if self._strong else roles.text
        painter.setPen(ink)
        painter.setFont(font("strong" if on else "body"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            if on and self._strong:
                painter.drawRect(self.rect().adjusted(3, 3, -4, -4))
            else:
                focus_ring(painter, self.rect())


class SegmentedChoice(QWidget):
    """One of a few choices beside each other; arrows move between them."""

    chosen = Signal(str)

    def __init__(self, options: Iterable[Option] = (), *, strong: bool = True) -> None:
        """Make it; `strong` fills the chosen one with blue (forms), else with a tint (filters)."""
        super().__init__()
        self._strong = strong
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.key()))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(1, 1, 1, 1)
        self._line.setSpacing(1)
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_options(options)

    def parts(self) -> Sequence[QAbstractButton]:
        """Give the buttons, from the left."""
        return self._group.buttons()

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer other choices; the first is chosen unless the chosen one is still there."""
        before = self.key()
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.deleteLater()
        for key, words in options:
            part = _Segment(key, words, strong=self._strong)
            self._group.addButton(part)
            self._line.addWidget(part)
        parts = self._group.buttons()
        if parts:
            parts[0].setChecked(True)
            self.setFocusProxy(parts[0])
        self.set_key(before)

    def setAccessibleName(self, name: str) -> None:
        """Name the question; each part is read with it."""
        super().setAccessibleName(name)
        for part in self._group.buttons():
            part.setAccessibleName(f"{name}: {part.text()}" if name else part.text())

    def key(self) -> str:
        """Give the key of the chosen part, "" when there is none."""
        part = self._group.checkedButton()
        return part.key if isinstance(part, _Segment) else ""

    def set_key(self, key: str) -> None:
        """Choose by key; an unknown one leaves what was."""
        for part in self._group.buttons():
            if isinstance(part, _Segment) and part.key == key:
                part.setChecked(True)
                self.setFocusProxy(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        parts = self._group.buttons()
        if step is None or not parts:
            super().keyPressEvent(event)
            return
        at = [part.isChecked() for part in parts].index(True) + step
        if 0 <= at < len(parts):
            parts[at].setFocus()
            parts[at].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the common edge and the lines between the parts."""
        painter = QPainter(self)
        roles = now()
        rounded(painter, self.rect(), roles.base, roles.soft_edge)
        painter.setPen(roles.hairline)
        for part in self._group.buttons()[1:]:
            painter.drawLine(part.x() - 1, 1, part.x() - 1, self.height() - 2)


class CheckList(QWidget):
    """Any of several choices, read down the columns."""

    changed = Signal()

    def __init__(self, options: Iterable[Option] = (), columns: int = 2) -> None:
        """Make it, nothing ticked."""
        super().__init__()
        self._columns = columns
        self._boxes: dict[str, CheckBox] = {}
        self._grid = QGridLayout(self)
        tight(self._grid)
        self._grid.setHorizontalSpacing(px(24))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_options(options)

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer other choices; ticks stay where the key is still there."""
        ticked = self.keys()
        for old in self._boxes.values():
            old.deleteLater()
        self._boxes = {}
        pairs = list(options)
        rows = -(-len(pairs) // self._columns) or 1
        for at, (key, words) in enumerate(pairs):
            box = CheckBox(words)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._boxes[key] = box
            self._grid.addWidget(box, at % rows, at // rows)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        if pairs:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self.set_keys(ticked)

    def boxes(self) -> Sequence[CheckBox]:
        """Give the boxes in their order."""
        return list(self._boxes.values())

    def keys(self) -> list[str]:
        """Give the keys that are ticked, in the order of the choices."""
        return [key for key, box in self._boxes.items() if box.isChecked()]

    def set_keys(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(keys)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    def set_bad(self, bad: bool) -> None:
        """Edge the boxes in the stop colour, or no longer."""
        for box in self._boxes.values():
            box.set_bad(bad)
