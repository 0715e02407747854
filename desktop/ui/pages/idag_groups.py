"""One group of Today: its heading and its rows of two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.flow.today import SHOWN, WEEK
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.pages.idag_words import long_day
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.words import muted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.flow.matter import Matter

NAMES = ("late", "week", "mine", "others")
"""The groups in their order, as fields of Today."""
MARKS = {"late": Mark.LATE, "others": Mark.WAITING}


def titles() -> dict[str, str]:
    """Give the headings."""
    return {
        "late": tr("Försenat"),
        "week": tr("Närmaste sju dagarna"),
        "mine": tr("Väntar på mig"),
        "others": tr("Väntar på andra"),
    }


def empties() -> dict[str, str]:
    """Give what stands in a group without rows."""
    return {
        "late": tr("Inget är försenat."),
        "week": tr("Inget har sin sista dag den närmaste veckan."),
        "mine": tr("Inget väntar på dig."),
        "others": tr("Inget väntar på andra."),
    }


class MatterGroup(QWidget):
    """Heading with count, rows, or one grey sentence."""

    opened = Signal(object)
    """A Matter to look at."""
    stepped = Signal(object)
    """A Matter whose next act is wanted."""
    passed = Signal(int)
    """The keyboard went past the last (1) or first (-1) row."""
    went = Signal(object)
    """Route to the rest of a long group."""

    def __init__(self, name: str) -> None:
        """Make a group of NAMES, empty."""
        super().__init__()
        self.name = name
        self.matters: tuple[Matter, ...] = ()
        self.heading = Heading(titles()[name], "0", note=" ", link=tr("Visa alla"))
        self.table = Table(
            _columns(), name=titles()[name], header=False, fit=True, tall=True, primary=True
        )
        self.nothing = Card(padding=12)
        self.nothing.add(muted(empties()[name]))
        column = QVBoxLayout(self)
        tight(column, 6)
        for part in (self.heading, self.table, self.nothing):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.table.opened.connect(lambda at: self.opened.emit(self.matters[at]))
        self.table.stepped.connect(self._step)
        self.table.passed.connect(self.passed)
        self.heading.link.clicked.connect(self._all)

    def _all(self) -> None:
        group = self.name if self.name in ("mine", "others") else "mine"
        self.went.emit(Route(page="arenden", act=group))

    def _step(self, at: int) -> None:
        matter = self.matters[at]
        (self.stepped if matter.act else self.opened).emit(matter)

    def show_matters(self, matters: tuple[Matter, ...], day: date) -> None:
        """Show these rows; the current one stays where it was."""
        self.matters = matters
        full = len(matters) >= SHOWN
        self.heading.beside.setText(
            tr("minst {count}", count=len(matters)) if full else str(len(matters))
        )
        self.heading.beside.setVisible(bool(matters))
        self.heading.link.setVisible(full)
        note = ""
        if self.name == "week" and matters:
            note = tr("till {day}", day=long_day(day + WEEK))
        self.heading.note.setText(note)
        self.heading.note.setVisible(bool(note) and not full)
        self.table.setVisible(bool(matters))
        self.nothing.setVisible(not matters)
        self.table.set_rows(list(enumerate(matters)))

    def current(self) -> Matter | None:
        """Give the matter of the current row."""
        at = self.table.current_id()
        return self.matters[at] if at is not None else None

    def has_focus(self) -> bool:
        """Say whether the keyboard is in the rows."""
        return self.table.view.hasFocus()

    def enter(self, *, last: bool = False) -> None:
        """Take the keyboard to the first or last row."""
        self.table.enter(last=last)

    def rest(self) -> None:
        """Have no row lit: the keyboard is elsewhere."""
        clear = QItemSelectionModel.SelectionFlag.Clear
        self.table.view.selectionModel().setCurrentIndex(QModelIndex(), clear)


def _columns() -> Sequence[Column]:
    return [
        Column(key="mark", title="", value=_mark, width=2.8),
        Column(key="what", title=tr("Vad"), value=_what, stretch=1),
        Column(key="when", title=tr("När"), value=_when, align="right", width=9),
        Column(key="step", title=tr("Nästa steg"), value=_step, link=True, align="right", width=14),
    ]


def _mark(matter: Matter) -> Cell:
    mark = MARKS.get(matter.group, Mark.MINE)
    if matter.group == "week" and matter.act.startswith("receive_"):
        mark = Mark.WAITING
    return Cell("", mark=mark)


def _what(matter: Matter) -> Cell:
    title = shown(matter.title)
    return Cell(title, second=shown(matter.detail), weight="medium", tip=title)


def _when(matter: Matter) -> Cell:
    late = matter.group == "late"
    return Cell(
        shown(matter.when),
        second=shown(matter.day),
        tone=Tone.LATE if late else None,
        weight="strong" if late else "",
    )


def _step(matter: Matter) -> str:
    return shown(matter.words)
