"""How the fields of a form stand: labels above or left, in one column or several."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.measure import em, px
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.file import FileDrop
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

LABELS = 10.7
"""Em of the column of labels when they stand left."""
NARROW = 50
"""Em below which labels stand above on a page too."""
SHORT = 10.6
LONG = 17
LONGEST = 26
"""Em that a short and a long field want in a wide form, and the most a long one gets."""
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own word for a widget that may be as wide as there is room."""
ALL = 1000
"""Stretch of a hint after fields that do not grow: it is written as wide as there is room."""


class Layout(Enum):
    """Where the labels stand."""

    SIDE = "side"
    """Above; short fields in pairs: the side panel."""
    WIDE = "wide"
    """Above; as many beside each other as there is room for."""
    PAGE = "page"
    """Left: a page of its own."""


@dataclass(kw_only=True)
class Field:
    """The widgets of one field."""

    label: Words
    """The word beside or above it; empty when the input says its own question."""
    input: QWidget
    """Where she types."""
    hint: Words
    """Grey words; hidden when empty."""
    problem: Words
    """What is wrong; hidden when nothing is."""
    below: QWidget | None = None
    """What the page shows under it."""
    short: bool = False
    """True when two fit beside each other."""
    whole: bool = False
    """True when it takes all the width, its label above it."""
    hidden: bool = False
    """True while the page has no use for it; its place is kept, without taking room."""

    def appear(self) -> None:
        """Show what there is to see of it."""
        on = not self.hidden
        self.label.setVisible(on and bool(self.label.text()))
        self.input.setVisible(on)
        self.hint.setVisible(on and bool(self.hint.text()))
        self.problem.setVisible(on and bool(self.problem.text()))
        if self.below is not None:
            self.below.setVisible(on)


Row = list[Field]


class FormGrid(QWidget):
    """The rows of a form; laying them again keeps what is typed and where the keyboard is."""

    laid = Signal()
    """The fields have new places; Qt has put the Tab key's order after the widgets' making."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._rows: list[Row] = []
        self._layout = Layout.SIDE
        self._was_left = False
        self.narrow: float = NARROW
        """Em below which labels stand above; a page with room for less may say so."""
        self._shape: tuple[tuple[int, ...], ...] = ()
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        tight(self._column)
        self._column.addWidget(self._holder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_rows(self, rows: Sequence[Sequence[Field]], layout: Layout) -> None:
        """Show these fields; fields in one row belong together."""
        self._rows = [list(row) for row in rows]
        self._layout = layout
        self.lay()

    def fields(self) -> list[Field]:
        """Give the fields in the order they are read."""
        return [field for row in self._rows for field in row]

    def _left_labels(self) -> bool:
        """Say whether labels stand left: on a page that is wide enough."""
        return self._layout is Layout.PAGE and self.width() >= em(self.narrow)

    def minimumSizeHint(self) -> QSize:
        """Be content with one short field: the others go below."""
        return QSize(em(SHORT), super().minimumSizeHint().height())

    def _packed(self) -> list[Row]:
        """Give the rows as they are to stand at this width."""
        if self._left_labels():
            return self._rows
        fields = self.fields()
        if self._layout is Layout.SIDE:
            return _pairs(fields)
        rows: list[Row] = []
        room = 0.0
        for field in fields:
            wants = px(10) + _wants(field)
            grows_down = field.input.sizePolicy().hasHeightForWidth()
            whole = field.whole or field.below is not None or grows_down
            if not rows or wants > room or whole:
                rows.append([])
                room = float(max(self.width(), em(20)))
            rows[-1].append(field)
            room -= room if whole else wants
        return rows

    def lay(self) -> None:
        """Put every field in its place."""
        rows = self._packed()
        self._shape = tuple(tuple(id(field) for field in row) for row in rows)
        self._was_left = self._left_labels()
        focused = QApplication.focusWidget()
        keep = focused if focused is not None and self.isAncestorOf(focused) else None
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 10)
        for row in rows:
            left = self._left_labels() and not any(field.whole for field in row)
            column.addLayout(_left(row) if left else self._above(row))
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        # The layout would show it later, and what is hidden cannot take the keyboard.
        holder.show()
        old.deleteLater()
        for row in rows:
            for field in row:
                field.appear()
        if keep is not None:
            keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.laid.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay a wide form again when another number of fields fits."""
        super().resizeEvent(event)
        if self._layout is not Layout.SIDE:
            shape = tuple(tuple(id(field) for field in row) for row in self._packed())
            if shape != self._shape or self._was_left is not self._left_labels():
                self.lay()

    def _above(self, row: Row) -> QGridLayout:
        grid = QGridLayout()
        tight(grid)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(3))
        wide = self._layout is not Layout.SIDE
        for at, field in enumerate(row):
            _fill(field, fixed=wide and field.short)
            field.label.setContentsMargins(0, 0, 0, 0)
            if isinstance(field.input, FileDrop):
                field.input.set_low(low=self._layout is Layout.WIDE)
            grid.addWidget(field.label, 0, at)
            grid.addWidget(field.input, 1, at, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field.hint, 2, at)
            grid.setColumnStretch(at, 0 if wide and field.short else 1)
            if field.below is not None:
                grid.addWidget(field.below, 3 + at, 0, 1, -1)
            grid.addWidget(field.problem, 3 + len(row) + at, 0, 1, -1)
        if wide and all(field.short for field in row):
            grid.setColumnStretch(len(row), 1)
        return grid


def _wants(field: Field) -> int:
    if field.short:
        return em(SHORT)
    return max(em(LONG), min(field.input.sizeHint().width(), em(LONGEST)))


def _pairs(fields: Sequence[Field]) -> list[Row]:
    rows: list[Row] = []
    for field in fields:
        last = rows[-1] if rows else []
        if field.short and len(last) == 1 and last[0].short and last[0].below is None:
            last.append(field)
        else:
            rows.append([field])
    return rows


def _fill(field: Field, *, fixed: bool) -> None:
    """Let a field that stands under its label take the whole column."""
    if field.input.minimumWidth() == field.input.maximumWidth():
        field.input.setProperty("own", field.input.minimumWidth())
    own = field.input.property("own")
    if own is None:
        return
    field.input.setMinimumWidth(own if fixed else px(60))
    field.input.setMaximumWidth(own if fixed else QWIDGETSIZE_MAX)


def _left(row: Row) -> QGridLayout:
    grid = QGridLayout()
    tight(grid)
    grid.setVerticalSpacing(px(4))
    grid.setColumnMinimumWidth(0, em(LABELS))
    grid.setColumnStretch(1, 1)
    line = QHBoxLayout()
    tight(line, 8)
    grid.addWidget(row[0].label, 0, 0, Qt.AlignmentFlag.AlignTop)
    row[0].label.setContentsMargins(0, px(7), px(8), 0)
    for field in row:
        _fill(field, fixed=True)
    grows = any(_grows(field.input) for field in row)
    for at, field in enumerate(row):
        if at:
            line.addSpacing(px(6) if field.label.text() else 0)
            line.addWidget(field.label)
        line.addWidget(field.input, ALL if _capped(field.input) else 0)
        last = field is row[-1] and not grows
        line.addWidget(field.hint, ALL if last else 0)
        if field.below is not None:
            grid.addWidget(field.below, 1 + at, 1)
        grid.addWidget(field.problem, 1 + len(row) + at, 1)
    if not grows or all(_capped(field.input) for field in row):
        line.addStretch(1)
    grid.addLayout(line, 0, 1)
    return grid


def _capped(widget: QWidget) -> bool:
    """Tell a field that grows only so far: the rest of its row is left empty behind it."""
    return _grows(widget) and widget.maximumWidth() < QWIDGETSIZE_MAX


def _grows(widget: QWidget) -> bool:
    wide = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
    free = widget.minimumWidth() != widget.maximumWidth()
    return free and widget.sizePolicy().horizontalPolicy() in wide
