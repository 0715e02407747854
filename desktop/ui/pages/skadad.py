"""What stands in the window when a file could not be opened: what it is, and what to do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.ui import dialogs, kept_words
from desktop.ui.beside import Beside
from desktop.ui.i18n import shown, tr
from desktop.ui.kept import Search, gather, search_for
from desktop.ui.page import Page, Route
from desktop.ui.pages import skadad_words
from desktop.ui.pages.skadad_backup import register_of
from desktop.ui.pages.skadad_copy import own_copy
from desktop.ui.pages.skadad_missing import found_none, missing_words, note_words
from desktop.ui.pages.skadad_parts import Parts
from desktop.ui.pages.skadad_report import report
from desktop.ui.pages.skadad_words import WAYS, State
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.domain.problems import Problem
    from desktop.ui.kept import Gathered, Kept
    from desktop.ui.session import Session

SOON = 400
"""Milliseconds until a search that is not done yet is spoken of."""


class TroublePage(Page):
    """Nothing has been written; every way on starts from here."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.state = State.OTHER
        self.found: Gathered | None = None
        self._beside = Beside(self)
        self._looked_for: tuple[object, ...] = ()
        self.parts = parts = Parts(self)
        self.heading, self.sentence = parts.heading, parts.sentence
        self.choice, self.recent, self.facts = parts.choice, parts.recent, parts.facts
        self.elsewhere = parts.elsewhere
        self.again_button, self.copy_button = parts.again, parts.report
        self.open_button, self.new_button = parts.other, parts.new
        self.look_button, self.keep_button = parts.look, parts.keep
        self.return_button = parts.back_to
        self.choice.chosen.connect(self._tell_missing)
        self.choice.continued.connect(self._continue)
        self.choice.looked.connect(lambda kept: self._look(kept.backup.path))
        self.recent.opened.connect(self._open_path)
        self.elsewhere.opened.connect(self._open_path)
        parts.again.clicked.connect(self._again)
        parts.other.clicked.connect(self._open_other)
        parts.report.clicked.connect(self._copy)
        parts.new.clicked.connect(lambda: self.go.emit(Route(page="start", act="new")))
        parts.look.clicked.connect(self._look_at_it)
        parts.keep.clicked.connect(self._keep_own)
        parts.back_to.clicked.connect(self._return)

    @property
    def path(self) -> Path | None:
        """The file that could not be opened."""
        return self.session.tried

    @property
    def name(self) -> str:
        """Its name, for sentences."""
        return self.path.name if self.path is not None else tr("Filen")

    def title(self) -> str:
        """Give the title of the window."""
        return self.heading.text() or tr("Registret gick inte att öppna")

    # What is said

    def refresh(self) -> None:
        """Say what the session met."""
        trouble = self.session.trouble
        self.state = skadad_words.state_of(trouble, self.path)
        words, mark = skadad_words.heading(self.state, self.name)
        self.parts.symbol.set_mark(mark)
        self.heading.setText(words)
        self.sentence.setText(self._sentence())
        self._tell_facts(backups=False)
        self.parts.problem.tell("")
        ways = WAYS[self.state]
        self.parts.offer(ways, backup=self.state is State.BACKUP)
        quiet = ways.look or (ways.backups and self.state is not State.FOREIGN)
        self.recent.show_paths([] if quiet else self._others())
        self._search()

    def _sentence(self) -> str:
        now = self.session.care.now()
        return skadad_words.sentence(self.state, self.session.trouble, self.path, now)

    def _tell_facts(self, *, backups: bool) -> None:
        trouble = self.session.trouble
        self.facts.set_facts(skadad_words.facts(self.state, trouble, self.path, backups=backups))

    def _others(self) -> Sequence[Path]:
        """Give the registers opened lately, but the one that was tried."""
        return [each for each in self.session.preferences.recent() if each != self.path]

    def _search(self) -> None:
        """Look for backups in a thread: a slow disk is no reason for a window that hangs."""
        self.found = None
        self.choice.setVisible(False)
        self._beside.forget()
        self.elsewhere.show_paths([])
        if self.path is None:
            return
        if self.state is State.BACKUP:
            self._beside.ask(partial(register_of, self.path), self._show_register)
        elif WAYS[self.state].backups:
            search = search_for(self.session, self.path)
            self._beside.ask(partial(gather, search), partial(self._show_listed, search))
            QTimer.singleShot(SOON, self, self._say_searching)

    def _say_searching(self) -> None:
        if self.found is None and self._beside.running() and WAYS[self.state].backups:
            self.choice.setVisible(True)
            self.choice.say_nothing(tr("Letar efter säkerhetskopior …"))

    def _show_listed(self, search: Search, found: Gathered) -> None:
        """Show the list at once, and read the newest of it byte by byte meanwhile."""
        self._show_found(found)
        if found.kept:
            thorough = replace(search, thorough=True)
            self._beside.ask(partial(gather, thorough), self._show_found)

    def _show_found(self, found: Gathered) -> None:
        focused = self.found is None or self.choice.has_focus()
        self.found = found
        now, ways = self.session.care.now(), WAYS[self.state]
        self._show_elsewhere(found, now)
        if not found.kept:
            self.choice.say_nothing(found_none(found))
            # A foreign file is often a slip of the hand: backups are of no use then.
            self.choice.setVisible(self.state is not State.FOREIGN)
            self.recent.show_paths(self._others())
            self.first_focus()
            return
        self.choice.show_kept(found.kept, now, note=note_words(found), may=ways.restore)
        self.choice.setVisible(True)
        if focused:
            self._tell_facts(backups=True)
        newest = found.kept[0].backup
        if found.checked and self.state in (State.DAMAGED, State.EMPTY, State.FOREIGN):
            self.sentence.setText(
                tr("{what} Säkerhetskopian från {when} är hel.",
                   what=self._sentence(),
                   when=kept_words.within(newest.made_at, now))
            )  # fmt: skip
        if focused:
            self.first_focus()

    def _show_elsewhere(self, found: Gathered, now: datetime) -> None:
        about = {each.path: kept_words.latest(each.facts, now) for each in found.elsewhere}
        self.elsewhere.show_paths(list(about), about)

    def _tell_missing(self, kept: Kept) -> None:
        if self.found is not None:
            words = missing_words(self.found, kept, self.state, self.session.care.now())
            lost = kept.track is None or kept.least or kept.track.missing > 0
            self.choice.tell_missing(words, Mark.INFO if lost else Mark.OK)

    def _show_register(self, register: Path | None) -> None:
        self.parts.tell_register(register)
        self.first_focus()

    # What is done

    def _continue(self, kept: Kept) -> None:
        self.session.restore(kept.backup.path)

    def _look(self, path: Path) -> None:
        self.session.look(path)

    def _look_at_it(self) -> None:
        if self.path is not None:
            self.session.look(self.path)

    def _keep_own(self) -> None:
        path = self.path
        if path is None:
            return
        made = own_copy(self, path, self.session.care.now())
        if made is not None:
            self._open_path(made)

    def _return(self) -> None:
        """Open the register that this is a backup of, with the backup chosen in its list."""
        register, backup = self.parts.register, self.path
        if register is None or backup is None or not self.session.open(register):
            return
        self.session.preferences.opened(register)
        self.go.emit(Route(page="sakerhetskopior", act=backup.name))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say why what was asked for was not done."""
        self.parts.problem.tell(" ".join(shown(each.text) for each in problems))

    def _open_path(self, path: Path) -> None:
        if self.session.open(path):
            self.session.preferences.opened(path)

    def _again(self) -> None:
        if self.path is not None:
            self._open_path(self.path)

    def _open_other(self) -> None:
        chosen = dialogs.ask_open(self, self.path.parent if self.path is not None else None)
        if chosen is not None:
            self._open_path(chosen)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(report(self.path, self.session.trouble))
        self.said.emit(tr("Felbeskrivningen är kopierad."))

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the register itself, its newest backup, or the next try."""
        if self.elsewhere.paths:
            self.elsewhere.table.setFocus()
            return
        if self.choice.isVisibleTo(self) and self.choice.focus():
            return
        if self.recent.paths:
            self.recent.table.setFocus()
            return
        self._main_button().setFocus()

    def _main_button(self) -> QWidget:
        buttons = (self.look_button, self.return_button, self.again_button)
        return next((each for each in buttons if each.isVisibleTo(self)), self.open_button)

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go on from the chosen backup, open the chosen register, or try."""
        if self.elsewhere.paths:
            self.elsewhere.table.open_current()
            return
        if self.choice.isVisibleTo(self) and self.choice.go_on():
            return
        if self.recent.paths:
            self.recent.table.open_current()
            return
        for button in (self.look_button, self.return_button, self.again_button):
            if button.isVisibleTo(self):
                button.click()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter in the list of backups."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.choice.isVisibleTo(self):
            self.choice.go_on()
            return
        super().keyPressEvent(event)

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        parts: tuple[QWidget, ...] = (self.choice, self.recent.table, self._main_button())
        return tuple(part for part in parts if part.isVisibleTo(self))
