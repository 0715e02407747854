"""One row of RowLines: its inputs, what is worked out, and its two ways to stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.paint import RADIUS
from desktop.ui.roles import Tone, now
from desktop.ui.widgets.button import SymbolButton
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from desktop.ui.forms.row_lines import Rows, Slot
    from desktop.ui.inputs import Input

GAP = 6
"""Pixels between the parts of a row at 100 %."""
WIDEST = 16_777_215


class Line(QWidget):
    """One row."""

    edited = Signal(str)
    """Name of the field that a person changed."""
    dropped = Signal()

    def __init__(self, rows: Rows, values: Mapping[str, object], *, fresh: bool) -> None:
        """Make it; a fresh one is blank until it holds something else than it began with."""
        super().__init__()
        self.rows = rows
        self.tinted = False
        self.inputs: dict[str, Input] = {}
        self.words: dict[str, Words] = {}
        self._pairs: dict[str, QWidget] = {}
        for slot in rows.slots:
            if slot.worked_out:
                self.words[slot.key] = Words("", "body", Tone.MUTED, right=slot.right)
                continue
            made = rows.make(slot.key)
            if slot.key in values:
                made.put(values[slot.key])
            if slot.right and isinstance(made.widget, QLineEdit):
                made.widget.setAlignment(Qt.AlignmentFlag.AlignRight)
            made.on_edit(partial(self.edited.emit, slot.key))
            self.inputs[slot.key] = made
        self._seed = self.raw() if fresh else None
        self.open = rows.opens(values)
        self.more = SymbolButton("chevron-down", tr("Mer om kostnaden"))
        self.more.clicked.connect(self.toggle)
        self.remover = SymbolButton("close", tr("Ta bort raden (Ctrl+Delete)"))
        self.remover.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remover.clicked.connect(self.dropped)
        self._narrow = False
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(6), px(1), px(6), px(1))
        self._column.addWidget(self._holder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def raw(self) -> dict[str, object]:
        """Give what was typed."""
        return {key: made.raw() for key, made in self.inputs.items()}

    def is_blank(self) -> bool:
        """Say whether nothing was added to what it began with."""
        return self._seed is not None and self.raw() == self._seed

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, in order."""
        second = {slot.key for slot in self.rows.slots if slot.more}
        first = [made.widget for key, made in self.inputs.items() if key not in second]
        last = [made.widget for key, made in self.inputs.items() if key in second]
        return [*first, *([self.more] if second else []), *last]

    def key_of(self, watched: QObject) -> str:
        """Give the name of the field that a widget is; "" for none of ours."""
        return next((key for key, made in self.inputs.items() if made.widget is watched), "")

    def focused(self) -> str:
        """Give the field that has the keyboard, else the first."""
        focused = QApplication.focusWidget()
        found = self.key_of(focused) if focused is not None else ""
        return found or next(iter(self.inputs))

    def take(self, key: str) -> None:
        """Give a field the keyboard."""
        self.inputs[key].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def name(self, table: str, number: int, *, last: bool) -> None:
        """Name every field for those who cannot see the headings."""
        for slot in self.rows.slots:
            if slot.key in self.inputs:
                words = tr("{table} rad {row}: {label}", table=table, row=number, label=slot.title)
                self.inputs[slot.key].name(words)
        self.remover.setAccessibleName(tr("Ta bort rad {row}", row=number))
        policy = self.remover.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remover.setSizePolicy(policy)
        if self.parentWidget() is not None:
            self.remover.setVisible(not last)

    # How it stands

    def lay(self, *, narrow: bool) -> None:
        """Stand as one line, or as a small form."""
        focused = QApplication.focusWidget()
        keep = focused if focused is not None and self.isAncestorOf(focused) else None
        self._narrow = narrow
        self._pairs = {}
        holder = QWidget()
        whole = QVBoxLayout(holder)
        tight(whole, 4)
        second = [slot for slot in self.rows.slots if slot.more]
        first = [slot for slot in self.rows.slots if not slot.more]
        whole.addLayout(self._labelled(first) if narrow else self._beside(first, more=bool(second)))
        self._second = QWidget()
        if second:
            self._second.setLayout(self._labelled(second, last=False))
            whole.addWidget(self._second)
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        holder.show()
        old.deleteLater()
        self._second.setVisible(bool(second) and self.open)
        self.say()
        if keep is not None:
            keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self, slots: list[Slot], *, more: bool) -> QHBoxLayout:
        line = row(spacing=GAP)
        for slot in slots:
            part = self._part(slot)
            _sized(part, slot)
            line.addWidget(part, 1 if slot.grows else 0)
        for button in [*([self.more] if more else []), self.remover]:
            button.setFixedWidth(em(2.4))
            line.addWidget(button)
        return line

    def _labelled(self, slots: list[Slot], *, last: bool = True) -> QHBoxLayout:
        flow = FlowLayout(8)
        for slot in slots:
            pair = QWidget()
            self._pairs[slot.key] = pair
            column = QVBoxLayout(pair)
            tight(column, 2)
            part = self._part(slot)
            _sized(part, slot)
            if slot.worked_out:
                part.setFixedHeight(px(30))
            column.addWidget(small(slot.title))
            column.addWidget(part)
            flow.addWidget(pair, 1 if slot.grows else 0)
        outer = row(spacing=GAP)
        outer.addLayout(flow, 1)
        if last:
            outer.addWidget(self._buttons(), 0, Qt.AlignmentFlag.AlignTop)
        return outer

    def _buttons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 2)
        column.addWidget(small(" "))
        line = row(spacing=GAP)
        for button in (self.more, self.remover):
            if button is self.remover or any(each.more for each in self.rows.slots):
                button.setFixedWidth(em(2.4))
                line.addWidget(button)
        column.addLayout(line)
        return holder

    def _part(self, slot: Slot) -> QWidget:
        if slot.worked_out:
            return self.words[slot.key]
        return self.inputs[slot.key].widget

    def toggle(self) -> None:
        """Open the second line, or close it."""
        self.open = not self.open
        self._second.setVisible(self.open)

    def reveal(self, key: str) -> None:
        """See to it that a field is seen."""
        if any(slot.key == key and slot.more for slot in self.rows.slots) and not self.open:
            self.toggle()

    def say(self) -> None:
        """Work out the row's own words anew."""
        said = self.rows.say(self.raw())
        for key, words in self.words.items():
            words.setText(said.words.get(key, ""))
            words.setToolTip(said.words.get(key, ""))
        for key, made in self.inputs.items():
            if isinstance(made.widget, QLineEdit):
                made.widget.setPlaceholderText(said.hints.get(key, ""))
            idle = key in said.idle and made.raw() in ("", None)
            policy = made.widget.sizePolicy()
            if not policy.retainSizeWhenHidden():
                policy.setRetainSizeWhenHidden(True)
                made.widget.setSizePolicy(policy)
            if made.widget.isHidden() is not idle:
                made.widget.setVisible(not idle)
            if key in self._pairs and self._pairs[key].isHidden() is not idle:
                # A small form has no column to keep.
                self._pairs[key].setVisible(not idle)
        if said.tinted is not self.tinted:
            self.tinted = said.tinted
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint a row that deviates."""
        if self.tinted:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now().warn_tint)
            painter.drawRoundedRect(QRectF(self.rect()), px(RADIUS), px(RADIUS))


def _sized(part: QWidget, slot: Slot) -> None:
    if slot.grows:
        part.setMinimumWidth(em(slot.width))
        part.setMaximumWidth(WIDEST)
    else:
        part.setFixedWidth(em(slot.width))
