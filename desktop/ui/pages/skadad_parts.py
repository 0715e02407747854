"""Ways on from a file that could not be opened: other registers, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, tight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.widgets.button import Button


class Ways(QWidget):
    """Buttons in a row, or two and two where there is little room."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        """Lay them in one row."""
        super().__init__()
        self._buttons = buttons
        self._grid = QGridLayout(self)
        tight(self._grid, 8)
        self._lay(across=len(buttons))

    def _lay(self, *, across: int) -> None:
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for at, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, at // across, at % across)
        self._grid.setColumnStretch(across, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one row or two."""
        super().resizeEvent(event)
        wants = sum(button.sizeHint().width() + px(8) for button in self._buttons)
        self._lay(across=len(self._buttons) if wants <= self.width() else 2)

    def minimumSizeHint(self) -> QSize:
        """Be content with two and two."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(widest * 2 + px(8), super().minimumSizeHint().height())


class Recent(QWidget):
    """The registers opened lately, the one tried left out."""

    opened = Signal(object)
    """Path of a register."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.paths: list[Path] = []
        self.table = Table(
            [
                Column(key="name", title=tr("Register"), value=_name, stretch=1),
                Column(key="open", title="", value=_open, tone=Tone.LINK, link=True),
            ],
            name=tr("Senaste register"),
            header=False,
            fit=True,
            tall=True,
            primary=True,
        )
        self.table.opened.connect(lambda at: self.opened.emit(self.paths[at]))
        self.table.stepped.connect(lambda at: self.opened.emit(self.paths[at]))
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(Heading(tr("Fortsätt med ett annat register"), note=tr("senast öppnade")))
        column.addWidget(self.table)

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Show these, the latest first."""
        self.paths = list(paths)
        self.table.set_rows(list(enumerate(self.paths)))


def _name(path: Path) -> Cell:
    return Cell(path.name, second=str(path.parent), weight="medium")


def _open(_path: Path) -> str:
    return tr("Öppna")
