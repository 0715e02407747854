"""The reasons of a decision: those proposed first, with their text, and the rest on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.inputs import Input
from desktop.ui.measure import px
from desktop.ui.paint import rounded
from desktop.ui.roles import now
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.tick import CheckBox
from desktop.ui.widgets.words import Link, small

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QPaintEvent

AT_FIRST = 3
"""Reasons that stand there before the rest are asked for."""
TEXT_INSET = 26
"""Pixels from the box to the words beside it."""


@dataclass(frozen=True, kw_only=True)
class ReasonLine:
    """One reason of the library."""

    key: str
    """Its key."""
    title: str
    """What it is called."""
    text: str
    """Its sentence, filled in for this case."""
    proposed: bool = False
    """True when the rules of the case propose it."""


class _Row(QWidget):
    """Box, title, whether it is proposed, and its sentence when it is ticked."""

    def __init__(self, line: ReasonLine, label: str) -> None:
        super().__init__()
        self.line = line
        self.box = CheckBox(line.title)
        self.box.setAccessibleName(f"{label}: {line.title}")
        self.box.setAccessibleDescription(line.text)
        self.text = small(line.text, wrap=True)
        self.note = small(tr("föreslaget") if line.proposed else "")
        head = QHBoxLayout()
        tight(head, 8)
        head.addWidget(self.box, 1)
        head.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(6))
        column.setSpacing(px(1))
        column.addLayout(head)
        column.addWidget(self.text)
        self.text.setContentsMargins(px(TEXT_INSET), 0, 0, 0)
        self.box.toggled.connect(lambda on: self.text.setVisible(on and bool(line.text)))
        self.text.hide()


class ReasonList(QFrame):
    """Reasons to tick; the last row shows the others and the field for her own words."""

    changed = Signal()
    unfolded = Signal()

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.bad = False
        self.open = False
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._holder = QWidget()
        self._column.addWidget(self._holder)
        self.more = Link(tr("Fler skäl eller egen text"), symbol="plus")
        self.more.clicked.connect(self.unfold)
        self._count = small("")
        foot = QHBoxLayout()
        foot.setContentsMargins(px(10), px(5), px(12), px(5))
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self._count)
        self._column.addLayout(foot)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_reasons(self, lines: Sequence[ReasonLine], ticked: Collection[str]) -> None:
        """Offer these; the proposed and the ticked stand first."""
        label = self.accessibleName()
        first = [line for line in lines if line.proposed or line.key in ticked]
        rest = [line for line in lines if line not in first]
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column)
        self._rows = []
        for line in (*first, *rest):
            if self._rows:
                column.addWidget(Hairline())
            made = _Row(line, label)
            made.box.setChecked(line.key in ticked)
            made.box.toggled.connect(lambda _on: self.changed.emit())
            column.addWidget(made)
            self._rows.append(made)
        column.addWidget(Hairline())
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        self._count.setText(tr("{count} i biblioteket", count=len(lines)))
        self._fold(max(len(first), AT_FIRST))
        if self._rows:
            self.setFocusProxy(self._rows[0].box)

    def _fold(self, most: int) -> None:
        lines = self._holder.findChildren(
            Hairline, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        for at, made in enumerate(self._rows):
            shown = self.open or at < most
            made.setVisible(shown)
            if 0 < at <= len(lines):
                lines[at - 1].setVisible(shown)

    def unfold(self) -> None:
        """Show every reason, and ask for the field for her own words."""
        self.open = True
        self._fold(len(self._rows))
        self.more.hide()
        self.unfolded.emit()

    def keys(self) -> list[str]:
        """Give the keys that are ticked, in the order they stand."""
        return [made.line.key for made in self._rows if made.box.isChecked()]

    def set_keys(self, keys: Collection[str]) -> None:
        """Tick these and no others."""
        for made in self._rows:
            made.box.setChecked(made.line.key in keys)
            if made.line.key in keys:
                made.show()

    def box(self, key: str) -> CheckBox:
        """Give the box of a reason; KeyError when it is not offered."""
        for made in self._rows:
            if made.line.key == key:
                return made.box
        raise KeyError(key)

    def set_bad(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        self.bad = bad
        self.update()

    def setAccessibleName(self, name: str) -> None:
        """Name the question; each box is read with it."""
        super().setAccessibleName(name)
        for made in self._rows:
            made.box.setAccessibleName(f"{name}: {made.line.title}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a thin edge."""
        roles = now()
        edge = roles.stop if self.bad else roles.soft_edge
        rounded(QPainter(self), self.rect(), roles.base, edge)


class ReasonsInput(Input):
    """What a form knows of the list of reasons."""

    def __init__(self, reasons: ReasonList) -> None:
        """Hold the list."""
        super().__init__(reasons)
        self.reasons = reasons

    def raw(self) -> object:
        """Give the keys that are ticked."""
        return self.reasons.keys()

    def put(self, value: object) -> None:
        """Tick these."""
        if isinstance(value, list | tuple):
            self.reasons.set_keys([str(each) for each in value])

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every tick."""
        self.reasons.changed.connect(do)
