"""Rows to fill in, wide as a table or narrow as small forms, with what is worked out beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.forms.row_line import GAP, Line
from desktop.ui.inputs import Input
from desktop.ui.measure import em, px
from desktop.ui.roles import Tone
from desktop.ui.rows_input import as_mapping
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.words import Link, Words, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

REMOVE = 2.4
"""Em of the button that takes a row away."""


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One place in a row: a field, or words that are worked out."""

    key: str
    """Name of the field, or of the words."""
    title: str
    """Heading, in the language of the window."""
    width: float
    """Em; of a slot that grows the least."""
    grows: bool = False
    """True for the one that takes what is left."""
    worked_out: bool = False
    """True for words that nobody types."""
    right: bool = False
    """True for sums."""
    more: bool = False
    """True when it stands on a second line, which is opened where it is wanted."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is worked out from a row as it is typed."""

    words: Mapping[str, str] = field(default_factory=dict)
    """By the key of a slot."""
    hints: Mapping[str, str] = field(default_factory=dict)
    """Grey words in fields that are empty."""
    tinted: bool = False
    """True for a row that deviates."""
    idle: frozenset[str] = frozenset()
    """Fields that have no use in this row."""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """What a table of rows is made of."""

    slots: Sequence[Slot]
    """From the left."""
    make: Callable[[str], Input]
    """Makes the input of a field."""
    say: Callable[[Mapping[str, object]], Said] = lambda _raw: Said()
    """Works out what stands in a row's own words."""
    total: Callable[[Sequence[Mapping[str, object]]], str] = lambda _rows: ""
    """One line under the rows."""
    fill: Callable[[str, Mapping[str, object]], Mapping[str, object]] = lambda _key, _raw: {}
    """Values for fields that are still empty, when a field was typed in."""
    fresh: Sequence[Mapping[str, object]] = ()
    """Rows that are offered while there are none; left as they are, they are not sent."""
    opens: Callable[[Mapping[str, object]], bool] = lambda _values: False
    """Whether the second line of a row is wanted from the beginning."""
    link: str = ""
    """Words of a link above the rows; "" for none."""
    linked: Callable[[Mapping[str, object]], Mapping[str, object]] = lambda _raw: {}
    """Values that the link puts in the empty fields of a row."""


class RowLines(QWidget):
    """Headings, rows, always one empty row at the end, and a line of totals."""

    changed = Signal()
    moved = Signal()
    """Fields came or were laid anew: Qt has put them last in the Tab key's order."""

    def __init__(self, rows: Rows) -> None:
        """Make it with what is offered, or one empty row."""
        super().__init__()
        self.rows = rows
        self.lines: list[Line] = []
        self._narrow = False
        self._name = ""
        self._filling = False
        self.fill_link = Link(rows.link, "small")
        self.fill_link.clicked.connect(self._fill_all)
        # Never seen: rows that come later find their place in the Tab key's order before it.
        self._end = Link("")
        self._head = QWidget()
        self._column = QVBoxLayout()
        tight(self._column, 4)
        self.total = Words("", "small", Tone.MUTED, wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        whole = QVBoxLayout(self)
        tight(whole, 4)
        whole.addLayout(row(self.fill_link, None))
        self.fill_link.setVisible(bool(rows.link))
        whole.addWidget(self._head)
        whole.addLayout(self._column)
        whole.addWidget(self.total)
        whole.addWidget(self._end)
        self._end.hide()
        self._head_row()
        self.clear()

    def _head_row(self) -> None:
        line = row(spacing=GAP)
        line.setContentsMargins(px(6), 0, px(6), 0)
        for slot in self.rows.slots:
            if slot.more:
                continue
            words = small(slot.title)
            if slot.right:
                words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if slot.grows:
                words.setMinimumWidth(em(slot.width))
            else:
                words.setFixedWidth(em(slot.width))
            line.addWidget(words, 1 if slot.grows else 0)
        spare = QWidget()
        more = self._has_more()
        spare.setFixedWidth(em(REMOVE) * 2 + px(GAP) if more else em(REMOVE))
        line.addWidget(spare)
        self._head.setLayout(line)

    def _has_more(self) -> bool:
        return any(slot.more for slot in self.rows.slots)

    def wide(self) -> int:
        """Give the width from which a row is one line."""
        first = [slot for slot in self.rows.slots if not slot.more]
        buttons = em(REMOVE) * (2 if self._has_more() else 1)
        return sum(em(slot.width) + px(GAP) for slot in first) + buttons + px(GAP + 12)

    # Rows

    def clear(self) -> None:
        """Show what is offered and an empty row."""
        for line in [*self.lines]:
            self._drop(line)
        for seed in self.rows.fresh:
            self._add(seed, fresh=True)
        self._add({}, fresh=True)

    def put(self, rows: Sequence[object]) -> None:
        """Show these rows and an empty one."""
        if not rows:
            self.clear()
            return
        for line in [*self.lines]:
            self._drop(line)
        for each in rows:
            self._add(as_mapping(each), fresh=False)
        self._add({}, fresh=True)

    def raw(self) -> list[dict[str, object]]:
        """Give what was typed in every row that holds anything."""
        return [line.raw() for line in self.given()]

    def given(self) -> list[Line]:
        """Give the rows that hold anything."""
        return [line for line in self.lines if not line.is_blank()]

    def _add(self, values: Mapping[str, object], *, fresh: bool) -> None:
        line = Line(self.rows, values, fresh=fresh)
        line.edited.connect(lambda key, line=line: self._edited(line, key))
        line.dropped.connect(lambda line=line: self._removed(line))
        for made in line.inputs.values():
            made.widget.installEventFilter(self)
        self.lines.append(line)
        self._column.addWidget(line)
        line.lay(narrow=self._narrow)
        self._renew()
        self.moved.emit()

    def tab_stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, between two that mark the ends."""
        return [self.fill_link, *(s for line in self.lines for s in line.stops()), self._end]

    def _drop(self, line: Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _removed(self, line: Line) -> None:
        at = self.lines.index(line)
        if at == len(self.lines) - 1:
            return
        key = line.focused()
        self._drop(line)
        self._renew()
        after = self.lines[min(at, len(self.lines) - 1)]
        after.take(key)
        self.changed.emit()

    def _edited(self, line: Line, key: str) -> None:
        if self._filling:
            return
        self._filling = True
        for name, value in self.rows.fill(key, line.raw()).items():
            if line.inputs[name].raw() in ("", None):
                line.inputs[name].put(value)
        self._filling = False
        if line is self.lines[-1] and not line.is_blank():
            self._add({}, fresh=True)
        line.say()
        self._sum()
        self.changed.emit()

    def _fill_all(self) -> None:
        for line in self.given():
            raw = line.raw()
            for name, value in self.rows.linked(raw).items():
                if raw.get(name) in ("", None):
                    line.inputs[name].put(value)
                    self._edited(line, name)

    def _renew(self) -> None:
        for at, line in enumerate(self.lines):
            line.name(self._name, at + 1, last=line is self.lines[-1])
        if self.lines:
            self.setFocusProxy(self.lines[0].stops()[0])
        self._sum()

    def _sum(self) -> None:
        words = self.rows.total(self.raw())
        self.total.setText(words)
        self.total.setVisible(bool(words))

    def setAccessibleName(self, name: str) -> None:
        """Name the table and everything in it."""
        super().setAccessibleName(name)
        self._name = name
        self._renew()

    # Keys and room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down with Enter; take the row away with Ctrl+Delete."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            line = next((each for each in self.lines if each.key_of(watched)), None)
            if line is not None and self._pressed(line, line.key_of(watched), event):
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, line: Line, key: str, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Delete:
            self._removed(line)
            return True
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self.lines.index(line) + 1
            if at < len(self.lines):
                self.lines[at].take(key)
            return True
        return False

    def minimumSizeHint(self) -> QSize:
        """Be content with one field: the others go below."""
        return QSize(em(12), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make each row a small form where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self.wide()
        if narrow is not self._narrow:
            self._narrow = narrow
            self._head.setVisible(not narrow)
            for line in self.lines:
                line.lay(narrow=narrow)
            self.moved.emit()


class RowLinesInput(Input):
    """A list of small records."""

    whole = True

    def __init__(self, rows: Rows) -> None:
        """Make the table."""
        self.edit = RowLines(rows)
        super().__init__(self.edit)
        self._given: list[Line] = []

    def raw(self) -> object:
        """Give a dict for each row that holds anything."""
        self._given = self.edit.given()
        return self.edit.raw()

    def put(self, value: object) -> None:
        """Show rows; what is offered when there are none."""
        if isinstance(value, list | tuple):
            self.edit.put(list(value))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every change in any row."""
        self.edit.changed.connect(do)

    def mark(self, bad: bool) -> None:
        """Unmark every cell; a problem marks its own."""
        if not bad:
            for line in self.edit.lines:
                for each in line.inputs.values():
                    each.mark(bad=False)

    def place(self, problem: str) -> QWidget:
        """Mark and give the cell that "2.name" names, and open its second line."""
        at, _, key = problem.partition(".")
        if at.isdigit() and int(at) < len(self._given) and key in self._given[int(at)].inputs:
            line = self._given[int(at)]
            line.reveal(key)
            line.inputs[key].mark(bad=True)
            return line.inputs[key].widget
        return self.edit.lines[0].stops()[0]

    def name(self, label: str) -> None:
        """Name the table."""
        self.edit.setAccessibleName(label)
