"""The backups that can be gone on from, as a list with one chosen, and the ways on below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QHBoxLayout, QWidget

from desktop.ui import kept_words
from desktop.ui.i18n import tr
from desktop.ui.measure import em, font, px
from desktop.ui.pages.skadad_row import INSET, BackupRow
from desktop.ui.roles import Mark
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.tick import SIDE
from desktop.ui.widgets.words import Link, Symbol, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.kept import Kept

FIRST_SHOWN = 5
"""How many are shown until all are asked for."""


class BackupChoice(Card):
    """Arrows choose, Enter goes on from the chosen one."""

    chosen = Signal(object)
    """The Kept that is chosen now."""
    continued = Signal(object)
    """The Kept to go on from."""
    looked = Signal(object)
    """The Kept to look at."""

    def __init__(self) -> None:
        """Make it without backups."""
        super().__init__(padding=0, spacing=0)
        self._rows: list[BackupRow] = []
        self._all: Sequence[Kept] = ()
        self._now: datetime | None = None
        self._may = False
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self.heading = Heading(tr("Fortsätt från en säkerhetskopia"))
        self.sentence = Words("", wrap=True)
        self.more = Link(tr("Visa alla"))
        self.more.clicked.connect(self._unfold)
        self.go_button = Button("", primary=True)
        self.key = small("Enter")
        self.look_button = Button(tr("Titta utan att ändra"))
        self.go_button.clicked.connect(self._continue)
        self.look_button.clicked.connect(self._look)
        self.symbol = Symbol(Mark.INFO, 14)
        self.missing = Words("", "small", wrap=True)
        self._assemble()

    def _assemble(self) -> None:
        head = QWidget()
        top = QHBoxLayout(head)
        top.setContentsMargins(px(INSET), px(11), px(INSET), px(11))
        top.addWidget(self.heading, 1)
        said = QWidget()
        saying = QHBoxLayout(said)
        saying.setContentsMargins(px(INSET), 0, px(INSET), px(14))
        saying.addWidget(self.sentence, 1)
        self._said = said
        self._list = QWidget()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._list)
        tight(self._column)
        unfold = self._unfolding = QWidget()
        line = QHBoxLayout(unfold)
        line.setContentsMargins(px(INSET + SIDE + 16), px(4), px(INSET), px(10))
        line.addWidget(self.more)
        line.addStretch(1)
        foot = self._foot = QWidget()
        ways = self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        ways.setContentsMargins(px(INSET), px(13), px(INSET), px(13))
        ways.setSpacing(px(10))
        for part in (self.go_button, self.key):
            ways.addWidget(part)
        ways.addStretch(1)
        ways.addWidget(self.look_button)
        strip = self._strip = QWidget()
        lost = QHBoxLayout(strip)
        lost.setContentsMargins(px(INSET), px(9), px(INSET), px(10))
        lost.setSpacing(px(8))
        lost.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        lost.addWidget(self.missing, 1)
        self._above, self._below = Hairline(), Hairline()
        self.add(head, said, self._list, unfold, self._above, foot, self._below, strip)
        self.say_nothing("")

    def say_nothing(self, sentence: str) -> None:
        """Say why there is nothing to choose from."""
        self.show_kept((), None)
        self.sentence.setText(sentence)
        self._said.setVisible(bool(sentence))

    def show_kept(
        self,
        kept: Sequence[Kept],
        at: datetime | None,
        *,
        note: str = "",
        may: bool = True,
    ) -> None:
        """Offer these; `may` when one can be gone on from, else they can only be looked at."""
        self._all, self._now, self._may = kept, at, may
        self._said.hide()
        self.heading.note.setText(note)
        self.heading.note.setVisible(bool(note))
        few = FIRST_SHOWN if len(self._rows) <= FIRST_SHOWN else len(kept)
        if [row.kept for row in self._rows] != list(kept[:few]):
            self._fill(kept[:few])
        self._unfolding.setVisible(len(kept) > few)
        self.more.setText(tr("Visa alla {count}", count=len(kept)))
        for part in (self._foot, self._strip, self._list, self._above, self._below):
            part.setVisible(bool(kept))
        self.heading.title.setText(
            tr("Fortsätt från en säkerhetskopia") if may else tr("Titta i en säkerhetskopia")
        )
        self.go_button.setVisible(may)
        self.key.setVisible(may)
        self.look_button.primary = not may
        self.look_button.setFont(font("body" if may else "strong"))

    def _fill(self, kept: Sequence[Kept]) -> None:
        before = self.kept()
        for old in self._rows:
            self._group.removeButton(old)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [BackupRow(each, self._now) for each in kept if self._now is not None]
        for row in self._rows:
            self._group.addButton(row)
            self._column.addWidget(row)
            row.show()
        wanted = before.backup.path if before is not None else None
        chosen = next((row for row in self._rows if row.kept.backup.path == wanted), None)
        if self._rows:
            (chosen or self._rows[0]).setChecked(True)
        self._fit()

    def _unfold(self) -> None:
        self._unfolding.hide()
        self._fill(self._all)
        self.focus()

    def kept(self) -> Kept | None:
        """Give the chosen one."""
        return next((row.kept for row in self._rows if row.isChecked()), None)

    def focus(self) -> bool:
        """Take the keyboard to the chosen one; False when there is none."""
        row = next((row for row in self._rows if row.isChecked()), None)
        if row is None:
            return False
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def has_focus(self) -> bool:
        """Say whether the keyboard is in the list, or will be when the window comes forward."""
        # Of the window, not the program: it may be behind another one meanwhile.
        return self.window().focusWidget() in self._rows

    def tell_missing(self, words: str, mark: Mark = Mark.INFO) -> None:
        """Say below what the chosen one lacks."""
        self.symbol.set_mark(mark)
        self.missing.setText(words)
        self._strip.setVisible(bool(words))
        self._below.setVisible(bool(words))

    def _toggled(self, row: QAbstractButton, chosen: bool) -> None:
        if not chosen or not isinstance(row, BackupRow) or self._now is None:
            return
        self.setFocusProxy(row)
        when = kept_words.within(row.kept.backup.made_at, self._now)
        self.go_button.setText(tr("Fortsätt från {when}", when=when))
        self.chosen.emit(row.kept)

    def go_on(self) -> bool:
        """Do what Enter does; False when there is nothing chosen."""
        if self.kept() is None:
            return False
        (self.go_button if self._may else self.look_button).click()
        return True

    def _continue(self) -> None:
        if (kept := self.kept()) is not None:
            self.continued.emit(kept)

    def _look(self) -> None:
        if (kept := self.kept()) is not None:
            self.looked.emit(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines for each where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = any(row.wants() > self.width() for row in self._rows)
        for row in self._rows:
            row.fit(narrow=narrow)

    def minimumSizeHint(self) -> QSize:
        """Become as narrow as its rows."""
        return QSize(em(24), super().minimumSizeHint().height())
