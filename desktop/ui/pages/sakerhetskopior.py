"""The backups of the open register: what each holds and lacks, looked at or gone back to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.beside import Beside
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import tr
from desktop.ui.kept import gather, search_for
from desktop.ui.measure import em, px
from desktop.ui.page import Page, Route
from desktop.ui.pages.sakerhetskopior_chosen import Chosen
from desktop.ui.pages.sakerhetskopior_rows import Line, columns, lines
from desktop.ui.roles import Mark
from desktop.ui.table_view import Table
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import muted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from db.backups.difference import Difference
    from db.backups.making import Outcome
    from desktop.ui.kept import Gathered, Kept
    from desktop.ui.session import Session

SOON = 400
"""Milliseconds until a search that is not done yet is spoken of."""
WIDE = 84
"""Em from which the chosen backup stands beside the list."""

LEAST = 240
"""Pixels of the list where the chosen backup stands under it: four rows."""


class BackupsPage(Page):
    """A route's act is the file name of a backup to choose."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.found: Gathered | None = None
        self._wanted = ""
        self._searching = Beside(self)
        self._comparing = Beside(self)
        self._lines: list[Line] = []
        self._home: Path | None = None
        self.frame = ListFrame(tr("Inställningar"))
        self.frame.set_title(tr("Säkerhetskopior"))
        self.frame.backed.connect(self.back)
        self.new_button = Button(tr("Ta en kopia nu"), "plus")
        self.new_button.clicked.connect(self._back_up)
        self.beside_button = Button(tr("Andra versioner"))
        self.beside_button.clicked.connect(lambda: self.go.emit(Route(page="bredvid")))
        self.frame.buttons.addWidget(self.beside_button)
        self.frame.buttons.addWidget(self.new_button)
        self.waiting = muted()
        self.table = Table(columns(), name=tr("Säkerhetskopior"), tall=True)
        self.chosen = Chosen()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._connect()
        self._assemble()

    def _connect(self) -> None:
        self.table.moved.connect(lambda _at: self._choose())
        self.table.opened.connect(lambda _at: self.chosen.look_button.click())
        self.table.emptied.connect(self._back_up)
        self.chosen.looked.connect(lambda kept: self.session.look(kept.backup.path))
        self.chosen.returned.connect(lambda kept: self.session.restore(kept.backup.path))
        keeper = self.session.keeper
        if keeper is not None:
            keeper.told.connect(self._kept_more)

    def _assemble(self) -> None:
        tight(self._beside, 16)
        self._beside.addWidget(self.table, 1)
        self._beside.addWidget(self.chosen)
        self.frame.body.addWidget(self.waiting)
        holder = QWidget()
        holder.setLayout(self._beside)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self.frame.body.addWidget(area, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Säkerhetskopior")

    def open(self, subject: int, act: str) -> None:
        """Choose a backup by its file name."""
        del subject
        self._wanted = act

    def refresh(self) -> None:
        """Look for the backups in a thread: a slow stick is no reason for a window that hangs."""
        home = self.session.home
        if home is None:
            return
        if home != self._home:
            self._home, self.found, self._lines = home, None, []
        self.new_button.setVisible(self.session.keeper is not None)
        self._searching.ask(partial(gather, search_for(self.session, home)), self._show)
        self.waiting.hide()
        if self.found is None:
            self.table.hide()
            self.chosen.hide()
            QTimer.singleShot(SOON, self, self._say_searching)

    def _say_searching(self) -> None:
        if self.found is None and self._searching.running():
            self.waiting.setText(tr("Letar efter säkerhetskopior …"))
            self.waiting.show()

    def _show(self, found: Gathered) -> None:
        first = self.found is None
        self.found = found
        self.waiting.hide()
        self.frame.set_line(self._where(found))
        self.frame.show_bands(self._bands(found))
        before = self._current()
        self._lines = lines(found, self.session.care.now())
        self.table.set_rows(list(enumerate(self._lines)))
        asked = "" if self.session.keeper is None else tr("Ta en kopia nu")
        self.table.set_empty(
            tr("Inga säkerhetskopior än. De görs när registret öppnas och stängs, och medan du "
               "arbetar."), asked
        )  # fmt: skip
        self.table.show()
        wanted = self._wanted or (before.name if before is not None else "")
        at = next((at for at, line in enumerate(self._lines) if line.name == wanted), 0)
        self.table.select(at)
        self._wanted = ""
        self.chosen.setVisible(bool(self._lines))
        self._choose()
        if first:
            self.first_focus()

    def _where(self, found: Gathered) -> str:
        near = str(found.places[0].folder)
        if len(found.places) == 1:
            return tr("De ligger i {folder}.", folder=near)
        return tr("De ligger i {folder} och i {other}.",
                  folder=near, other=str(found.places[1].folder))  # fmt: skip

    def _bands(self, found: Gathered) -> Sequence[MessageBand]:
        return [
            MessageBand(
                Mark.WARN,
                tr("{folder} svarar inte.", folder=str(place.chosen)),
                tr("Kopiorna där visas när disken är ansluten. Läs om med F5."),
            )
            for place in found.away
        ]

    def _kept_more(self) -> None:
        if self.isVisible() and not self._searching.running():
            self.refresh()

    # The chosen one

    def _current(self) -> Line | None:
        at = self.table.current_id()
        return self._lines[at] if at is not None and at < len(self._lines) else None

    def _choose(self) -> None:
        line, found = self._current(), self.found
        self._comparing.forget()
        if line is None or found is None:
            return
        now = self.session.care.now()
        if line.kept is None:
            self.chosen.show_unfit(line.backup, now)
            return
        self.chosen.show_kept(line.kept, found, now)
        if self.chosen.wants_more and self._home is not None:
            kept = line.kept
            self._comparing.ask(partial(_compared, self._home, kept), self._show_difference)

    def _show_difference(self, difference: Difference | None) -> None:
        if difference is not None:
            self.chosen.show_difference(difference, self.session.care.now())

    def _back_up(self) -> None:
        from db.backups.occasion import Occasion  # noqa: PLC0415 - not before it is asked

        keeper = self.session.keeper
        if keeper is None:
            return
        self.new_button.setText(tr("Kopierar …"))
        keeper.back_up(Occasion.ASKED, self._backed_up)

    def _backed_up(self, outcomes: Sequence[Outcome]) -> None:
        self.new_button.setText(tr("Ta en kopia nu"))
        made = [each.backup for each in outcomes if each.backup is not None]
        if made:
            self._wanted = made[0].path.name
            self.said.emit(tr("Säkerhetskopian är tagen och kontrollerad."))
        self.refresh()

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the list."""
        if self._lines:
            self.table.view.setFocus()
        elif self.new_button.isVisibleTo(self):
            self.new_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the button, and there do it, so that no stray key decides."""
        if not self._lines:
            self._back_up()
        elif self.chosen.return_button.hasFocus():
            self.chosen.return_button.click()
        else:
            self.chosen.focus()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.table, self.chosen.first())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen one under the list where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= em(WIDE)
        way = QBoxLayout.Direction
        self._beside.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.chosen.stand(beside=wide)
        self.table.setMinimumHeight(0 if wide else px(LEAST))


def _compared(register: Path, kept: Kept) -> Difference | None:
    from db.backups.difference import difference  # noqa: PLC0415 - in a thread, when it is wanted
    from db.errors import FileTrouble  # noqa: PLC0415 - as above

    try:
        return difference(register, kept.backup.path)
    except FileTrouble:
        return None
