"""A field for a day: typed in any way a person types it, stepped by arrows, or picked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QDate, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.icons import SIZE, draw
from desktop.ui.measure import em, font, px
from desktop.ui.roles import now
from desktop.ui.widgets.field import ROOM, LineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    ReadDay: TypeAlias = Callable[[str], date | None]

WIDTH = 10.6
"""Em of a day with its calendar symbol."""


def iso_day(written: str) -> date | None:
    """Read `2026-11-21` and nothing else."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return None


class Calendar(QWidget):
    """A month to pick a day from; Esc leaves it."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, day: date | None) -> None:
        """Open it on a day, or on today."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = QCalendarWidget()
        self.month.setFont(font())
        self.month.setAccessibleName(tr("Kalender"))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        if day is not None:
            self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.activated.connect(self._pick)
        self.month.clicked.connect(self._pick)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.month)
        self.setFocusProxy(self.month)

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DateEdit(LineEdit):
    """A day as text; what was typed is kept as it is until it can be read."""

    def __init__(self, parse: ReadDay = iso_day, text: str = "") -> None:
        """Make the field; `parse` reads `t`, `+7`, `24 dec` or gives None."""
        super().__init__(text)
        self._parse = parse
        margins = self.textMargins()
        self.setTextMargins(margins.left(), 0, margins.right() + px(SIZE), margins.bottom())
        self.setFixedWidth(em(WIDTH))

    def sizeHint(self) -> QSize:
        """Want the width of a day."""
        return QSize(em(WIDTH), self.height())

    def day(self) -> date | None:
        """Give the day, or None while what is written is no day."""
        return self._parse(self.text()) if self.text().strip() else None

    def set_day(self, day: date | None) -> None:
        """Write a day."""
        self.setText(day.isoformat() if day else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write a day that could be read in full; leave all else alone."""
        self._write_out()
        super().focusOutEvent(event)

    def _write_out(self) -> None:
        day = self.day()
        if day is not None and self.text() != day.isoformat():
            self.set_day(day)
            self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step a day with the arrows, a week with Shift; open the calendar with Alt and down."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        modifiers = event.modifiers()
        if event.key() == Qt.Key.Key_F4 or (step and modifiers & Qt.KeyboardModifier.AltModifier):
            self.open_calendar()
        elif step:
            self._step(step * (7 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._write_out()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _step(self, days: int) -> None:
        day = self.day()
        stepped = day + timedelta(days=days) if day else self._parse("t")
        if stepped is not None:
            self.set_day(stepped)
            self.textEdited.emit(self.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the calendar when its symbol is clicked."""
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - px(SIZE + ROOM * 2):
            self.open_calendar()

    def open_calendar(self) -> Calendar:
        """Show a month below the field."""
        calendar = Calendar(self, self.day() or self._parse("t"))
        calendar.picked.connect(self._picked)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()
        calendar.setFocus()
        return calendar

    def _picked(self, day: object) -> None:
        if isinstance(day, date):
            self.set_day(day)
            self.textEdited.emit(self.text())
            self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with a calendar."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(SIZE)
        left = self.width() - px(ROOM) - side
        square = QRectF(left, (self.height() - side) / 2, side, side)
        draw(painter, square, "calendar", now().muted)
