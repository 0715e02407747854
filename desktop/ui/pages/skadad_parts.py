"""What the page for a file that could not be opened is made of, laid in one column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.answering import AT_ONCE, LIMIT, Present
from desktop.ui.beside import Beside
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.pages.skadad_choice import BackupChoice
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Symbol, Words, small

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.pages import skadad_words

WIDE = 760
"""Pixels of the column at 100 %."""


class Parts:
    """The widgets of the page, put in place; the page connects them."""

    def __init__(self, page: QWidget) -> None:
        """Make them and lay them in the page."""
        self.symbol = Symbol(Mark.STOP, 26)
        self.heading = Words("", "h1", wrap=True)
        self.sentence = Words("", "body", Tone.MUTED, wrap=True)
        self.problem = Trouble()
        self.choice = BackupChoice()
        self.elsewhere = Recent(tr("Det här registret ligger i samma mapp"), "")
        self.recent = Recent(tr("Fortsätt med ett annat register"), tr("senast öppnade"))
        self.facts = FactList()
        self.register: Path | None = None
        self.back_to = Button(tr("Återgå till den …"))
        self.look = Button(tr("Titta utan att ändra"), primary=True)
        self.keep = Button(tr("Spara en egen kopia …"))
        self.again = Button(tr("Försök igen"))
        self.other = Button(tr("Öppna en annan fil"))
        self.report = Button(tr("Kopiera felbeskrivning"))
        self.new = Button(tr("Starta ett nytt register"))
        self.doing = Row((self.look, self.back_to, self.keep))
        self.ways = Row((self.again, self.other, self.report, self.new))
        self._lay(page)

    def offer(self, ways: skadad_words.Ways, *, backup: bool) -> None:
        """Show the ways on that a state has."""
        self.look.setVisible(ways.look)
        self.keep.setVisible(ways.copy)
        self.register = None
        self.back_to.hide()
        self.doing.setVisible(ways.look or ways.copy)
        self.again.setVisible(not backup)
        self.doing.lay()
        self.ways.lay()

    def tell_register(self, register: Path | None) -> None:
        """Offer to return to a backup in the register that it is of, when that was found."""
        self.register = register
        self.back_to.setVisible(register is not None)
        if register is not None:
            self.back_to.setText(tr("Återgå till den i {name} …", name=register.name))
        self.doing.lay()

    def _lay(self, page: QWidget) -> None:
        inner = QWidget()
        inner.setMaximumWidth(px(WIDE))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(16), px(56), px(16), px(24))
        column.setSpacing(px(16))
        head = QHBoxLayout()
        tight(head, 14)
        head.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        tight(words, 4)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        head.addLayout(words, 1)
        happened = Card(spacing=10)
        happened.add(Heading(tr("Vad som har hänt")), self.facts)
        column.addLayout(head)
        for part in (
            *(self.problem, self.doing, self.elsewhere),
            *(self.choice, self.recent, happened, self.ways),
        ):
            column.addWidget(part)
        column.addWidget(
            small(
                tr(
                    "Felbeskrivningen innehåller inga namn, adresser eller kontonummer. "
                    "Lämna den till kommunens it-stöd om du vill ha hjälp."
                ),
                wrap=True,
            )
        )
        column.addStretch(1)
        holder = QWidget()
        line = QHBoxLayout(holder)
        tight(line)
        line.addStretch(1)
        line.addWidget(inner, 100)
        line.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        layout = QVBoxLayout(page)
        tight(layout)
        layout.addWidget(scroll)


class Trouble(QWidget):
    """Why what was asked for was not done."""

    def __init__(self) -> None:
        """Say nothing."""
        super().__init__()
        self.words = Words("", "body", Tone.STOP, wrap=True)
        line = QHBoxLayout(self)
        tight(line, 8)
        line.addWidget(Symbol(Mark.STOP), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say it; "" for nothing."""
        self.words.setText(sentence)
        self.setVisible(bool(sentence))


class Row(QWidget):
    """Buttons in a row, or two and two where there is little room."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        """Lay them in one row."""
        super().__init__()
        self._buttons = buttons
        self._grid = QGridLayout(self)
        tight(self._grid, 8)
        self.lay()

    def _shown(self) -> list[Button]:
        return [button for button in self._buttons if not button.isHidden()]

    def lay(self) -> None:
        """Put those that are shown where there is room."""
        shown = self._shown()
        wants = sum(button.sizeHint().width() + px(8) for button in shown)
        across = max(1, len(shown) if wants <= max(self.width(), px(WIDE) // 2) else 2)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for button in self._buttons:
            self._grid.removeWidget(button)
        for at, button in enumerate(shown):
            self._grid.addWidget(button, at // across, at % across)
        for button in self._buttons:
            if button not in shown:
                self._grid.addWidget(button, len(shown), 0)
        self._grid.setColumnStretch(across, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one row or two."""
        super().resizeEvent(event)
        self.lay()

    def minimumSizeHint(self) -> QSize:
        """Be content with two and two."""
        widest = max((button.sizeHint().width() for button in self._shown()), default=0)
        return QSize(widest * 2 + px(8), super().minimumSizeHint().height())


class Recent(QWidget):
    """Registers to go on with: those opened lately, or the one tried under another name."""

    opened = Signal(object)
    """Path of a register."""

    def __init__(self, title: str, note: str) -> None:
        """Make it empty."""
        super().__init__()
        self.paths: list[Path] = []
        self._about: Mapping[Path, str] = {}
        self._present = Present()
        self._beside = Beside(self)
        self.table = Table(
            [
                Column(key="name", title=tr("Register"), value=self._name, stretch=1),
                Column(key="open", title="", value=_open, tone=Tone.LINK, link=True),
            ],
            name=title,
            header=False,
            fit=True,
            tall=True,
            primary=True,
        )
        self.table.opened.connect(lambda at: self.opened.emit(self.paths[at]))
        self.table.stepped.connect(lambda at: self.opened.emit(self.paths[at]))
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(Heading(title, note=note))
        column.addWidget(self.table)

    def show_paths(self, paths: Sequence[Path], about: Mapping[Path, str] | None = None) -> None:
        """Show those that are there, as they come; a disk that is away is not waited for.

        Below each stands what is said about it, or else where it lies.
        """
        self._about = about or {}
        self._present.ask(paths)
        if self._present.wait(paths, AT_ONCE):
            self._beside.forget()
        else:
            late = partial(self._present.wait, paths, LIMIT)
            self._beside.ask(late, lambda _all: self._show(paths))
        self._show(paths)

    def _show(self, paths: Sequence[Path]) -> None:
        self.paths = self._present.of(paths)
        self.table.set_rows(list(enumerate(self.paths)))
        self.setVisible(bool(self.paths))

    def _name(self, path: Path) -> Cell:
        second = self._about.get(path, str(path.parent))
        return Cell(path.name, second=second, weight="medium")


def _open(_path: Path) -> str:
    return tr("Öppna")
