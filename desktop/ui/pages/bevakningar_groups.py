"""One part of the list of deadlines, and how early each kind is called for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.flow.deadlines import AFTER, KIND_WORDS, LEAD, WITHOUT_DAY, which_day
from desktop.flow.offered import day_offered
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop.flow.deadlines import Deadline
    from desktop.flow.offered import Offered

MARKS = {"late": Mark.LATE, "soon": Mark.WARN}


def titles() -> dict[str, str]:
    """Give the headings of the parts."""
    return {
        "late": tr("Försenat"),
        "week": tr("Denna vecka"),
        "month": tr("Denna månad"),
        "later": tr("Senare"),
        "undated": tr("Utan dag"),
    }


class DeadlineGroup(Section):
    """Heading with count, and rows."""

    opened = Signal(object)
    """A Deadline to look at."""
    stepped = Signal(object)
    """A Deadline whose next step is wanted."""

    def __init__(self, name: str) -> None:
        """Make a part of deadlines.GROUPS, empty."""
        self.table = Table(_columns(), name=titles()[name], header=False, fit=True, tall=True)
        super().__init__(Heading(titles()[name], "0"), self.table)
        self.name = name
        self.rows: Sequence[tuple[Deadline, date]] = ()
        self.table.opened.connect(lambda at: self.opened.emit(self.rows[at][0]))
        self.table.stepped.connect(lambda at: self.stepped.emit(self.rows[at][0]))

    def show_deadlines(self, found: Sequence[Deadline], today: date) -> None:
        """Show these; nothing at all without any, but that nothing is late is worth saying."""
        self.rows = [(each, today) for each in found]
        self.heading.beside.setText(str(len(found)))
        self.heading.beside.setVisible(bool(found))
        self.table.set_rows(list(enumerate(self.rows)))
        if self.name == "late":
            self.table.set_empty(tr("Inget är försenat."))
        self.setVisible(bool(found) or self.name == "late")

    def current(self) -> Deadline | None:
        """Give the deadline of the current row."""
        at = self.table.current_id()
        return self.rows[at][0] if at is not None else None


def _columns() -> Sequence[Column]:
    return [
        Column(key="mark", title="", value=_mark, width=2.8),
        Column(key="what", title=tr("Vad"), value=_what, stretch=1),
        Column(key="whose", title=tr("Vems tur"), value=_whose, width=11),
        Column(key="when", title=tr("När"), value=_when, align="right", width=10),
        Column(key="step", title="", value=_step, link=True, align="right", width=6),
    ]


def _mark(row: tuple[Deadline, date]) -> Cell:
    it, _ = row
    waiting = Mark.MINE if it.fact.mine else Mark.WAITING
    return Cell("", mark=MARKS.get(it.state, waiting))


def _what(row: tuple[Deadline, date]) -> Cell:
    it, _ = row
    words = shown(it.fact.text)
    return Cell(words, second=shown(KIND_WORDS[it.kind]), weight="medium", tip=words)


def _whose(row: tuple[Deadline, date]) -> Cell:
    return Cell(shown(row[0].fact.whose), tone=None if row[0].fact.mine else Tone.MUTED)


def _when(row: tuple[Deadline, date]) -> Cell:
    it, today = row
    late = it.state == "late"
    return Cell(
        shown(it.when),
        second=shown(which_day(it.day, today)) if it.day is not None else "",
        tone=Tone.LATE if late else None,
        weight="strong" if late else "",
    )


def _step(row: tuple[Deadline, date]) -> str:
    it, _ = row
    if it.fact.note_id:
        return tr("Klart")
    return tr("Öppna") if it.fact.subject[0] else ""


class LeadTimes(Section):
    """How many days before its day each kind is called for."""

    asked = Signal(str)
    """A kind whose days are to be changed."""

    def __init__(self) -> None:
        """Make it empty, and folded."""
        self.table = Table(_lead_columns(), name=tr("Hur tidigt du påminns"), fit=True)
        super().__init__(Heading(tr("Hur tidigt du påminns"), link=tr("Visa")), self.table)
        self.table.hide()
        self._kinds = [kind for kind in KIND_WORDS if kind not in WITHOUT_DAY]
        self.heading.link.clicked.connect(self.turn)
        for signal in (self.table.stepped, self.table.opened):
            signal.connect(lambda at: self.asked.emit(self._kinds[at]))

    def turn(self) -> None:
        """Unfold, or fold."""
        visible = not self.table.isVisibleTo(self)
        self.table.setVisible(visible)
        self.heading.link.setText(tr("Dölj") if visible else tr("Visa"))

    def show_leads(self, changed: Mapping[str, int], it: Offered) -> None:
        """Show the days of each kind that is of use."""
        days = {**LEAD, **changed}
        self.table.set_rows(
            [
                (at, (kind, days[kind]))
                for at, kind in enumerate(self._kinds)
                if kind in changed or day_offered(it, kind)
            ]
        )


def _lead_columns() -> Sequence[Column]:
    return [
        Column(key="kind", title=tr("Slag"), value=lambda it: shown(KIND_WORDS[it[0]]), stretch=1),
        Column(key="days", title=tr("Påminns"), value=_days, align="right"),
        Column(key="step", title="", value=lambda _it: tr("Ändra"), link=True, align="right"),
    ]


def _days(it: tuple[str, int]) -> str:
    kind, days = it
    if kind in AFTER:
        return tr("efter {days} dagar", days=days)
    return tr("{days} dagar före", days=days) if days else tr("samma dag")
