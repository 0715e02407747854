"""A year of deadlines at a glance: a mark for each, month by month, what is late first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.dates import add_months
from desktop.domain.spoken import SHORT_MONTHS
from desktop.ui.i18n import shown, tr
from desktop.ui.ink import Ink, write
from desktop.ui.measure import em, font, px
from desktop.ui.roles import now

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from desktop.flow.deadlines import Deadline

MONTHS = 12
"""Months shown, this one first."""
LATE = 5.5
"""Em of the column of what is late."""
ACROSS, HIGH = 6, 3
"""Marks beside and above each other; more than that are a plus in the last place."""
SIDE = 0.62
"""Em of a mark's side, where the month is wide enough for all of its marks."""


class MonthStrip(QWidget):
    """Columns: late, then twelve months."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._columns: list[tuple[str, list[str]]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(em(6.2))

    def set_deadlines(self, deadlines: Sequence[Deadline], today: date) -> None:
        """Show where in the year these lie."""
        late = [each.state for each in deadlines if each.state == "late"]
        self._columns = [(tr("Försenat"), late)]
        first = today.replace(day=1)
        for at in range(MONTHS):
            month = add_months(first, at)
            states = [
                each.state
                for each in deadlines
                if each.day is not None
                and each.state != "late"
                and (each.day.year, each.day.month) == (month.year, month.month)
            ]
            name = shown(SHORT_MONTHS[month.month - 1])
            year = f" {month.year}" if at and month.month == 1 else ""
            self._columns.append((f"{name}{year}", states))
        said = [f"{name} {len(states)}" for name, states in self._columns if states]
        self.setAccessibleName(", ".join(said) or tr("Inget har en dag det närmaste året."))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Want room for a year."""
        return QSize(em(50), self.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with narrow months."""
        return QSize(em(22), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks of each month above its name, and how many they are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = now()
        first = em(LATE)
        room = (self.width() - first) / MONTHS
        ground = self.height() - em(1.6)
        painter.fillRect(QRectF(0, ground, self.width(), 1), roles.hairline)
        measure = QFontMetrics(font("small"))
        for at, (name, states) in enumerate(self._columns):
            left, wide = (0.0, float(first)) if at == 0 else (first + (at - 1) * room, room)
            late = at == 0 and bool(states)
            ink = Ink("small", roles.late if late else roles.muted, "center")
            words = name if measure.horizontalAdvance(name) < wide else name.split(" ")[0]
            write(painter, QRectF(left, ground + px(3), wide, em(1.5)), words, ink)
            if states:
                self._marks(painter, QRectF(left, 0, wide, ground), states)
        painter.fillRect(QRectF(first - 1, em(0.5), 1, ground - em(0.5)), roles.hairline)

    def _marks(self, painter: QPainter, place: QRectF, states: Sequence[str]) -> None:
        roles = now()
        across, side = fitted(len(states), place.width() - px(8), em(SIDE), px(2))
        most = across * HIGH
        shown_now = [*states] if len(states) <= most else [*states[: most - 1], "more"]
        colours = {"late": roles.late, "soon": roles.warn}
        rows = -(-len(shown_now) // across)
        wide = min(across, len(shown_now)) * (side + px(2)) - px(2)
        left = place.center().x() - wide / 2
        for number, state in enumerate(shown_now):
            row, column = divmod(number, across)
            box = QRectF(
                left + column * (side + px(2)),
                place.bottom() - px(4) - (row + 1) * (side + px(2)),
                side,
                side,
            )
            if state == "more":
                write(painter, box, "+", Ink("smallmedium", roles.text, "center"))
            elif state in colours:
                painter.fillRect(box, colours[state])
            else:
                painter.setPen(QPen(roles.muted, px(1.3)))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        top = place.bottom() - px(4) - rows * (side + px(2)) - em(1.4)
        count = QRectF(place.left(), top, place.width(), em(1.3))
        write(painter, count, str(len(states)), Ink("smallmedium", roles.text, "center"))


def fitted(count: int, room: float, side: float, gap: float) -> tuple[int, float]:
    """Give how many marks stand beside each other and their side, so that all of a month show.

    Marks become smaller in a narrow month rather than fewer than the number above them.
    """
    across = max(1, min(ACROSS, int(room // (side + gap))))
    wanted = min(ACROSS, -(-count // HIGH))
    if wanted <= across:
        return across, side
    return wanted, max(gap, room / wanted - gap)
