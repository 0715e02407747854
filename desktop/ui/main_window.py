"""The window: connects pages, session and menus to each other, and knows nothing of grants."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.answers import Answers
from desktop.ui.corner import Corner
from desktop.ui.frame import page_margin
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import scale
from desktop.ui.menus import Doings, Menus, menu_bar_style
from desktop.ui.nav import Nav, nav_items
from desktop.ui.notices import Notices
from desktop.ui.page import Page, Route
from desktop.ui.registers import Registers
from desktop.ui.roles import Mark
from desktop.ui.saved_words import saved_words
from desktop.ui.shelf import Shelf
from desktop.ui.status_line import StatusLine
from desktop.ui.widgets.band import UndoBand
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from db.check import Examined
    from desktop.flow.run import Outcome
    from desktop.ui.page import Find, Offer, PageEntry
    from desktop.ui.session import Session

NARROW = 1200
"""Pixels of window width below which the list of pages shows icons alone."""
LARGE = 1.5
"""Text scale above which it does so too."""
FIRST_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """One window with one register at a time."""

    def __init__(self, session: Session, entries: Sequence[PageEntry], find: Find | None) -> None:
        """Make the frame; `begin` shows the first page."""
        super().__init__()
        self.session = session
        self.shelf = Shelf(entries, session)
        self._find = find
        self.answers = Answers(session, self.shelf.page)
        self.registers = Registers(self)
        self._leaving = False
        self._dressed: tuple[object, ...] = ()
        self.bar = QMenuBar()
        self.bar.setAccessibleName(tr("Menyer"))
        self._menus = Menus(self.bar, self._doings())
        self.nav = Nav()
        self.undo_band = UndoBand()
        self.notices = Notices()
        self.status = StatusLine()
        self.companions: list[object] = []
        self.tools: Corner | None = None
        self._assemble()
        self._connect()
        self._add_keys()
        self._take_size()

    def _assemble(self) -> None:
        holder = QWidget()
        line = QHBoxLayout(holder)
        tight(line)
        line.addWidget(self.nav)
        right = QVBoxLayout()
        tight(right)
        right.addWidget(self.notices)
        right.addWidget(self.shelf.stack, 1)
        self._below = below = QVBoxLayout()
        below.addWidget(self.undo_band)
        right.addLayout(below)
        line.addLayout(right, 1)
        column = QWidget()
        whole = QVBoxLayout(column)
        tight(whole)
        whole.addWidget(holder, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(column)
        head = QWidget()
        self._top = QHBoxLayout(head)
        tight(self._top)
        self._top.addWidget(self.bar, 1)
        self.setMenuWidget(head)
        self.setMinimumSize(640, 480)

    def _connect(self) -> None:
        self.nav.chosen.connect(lambda key: self.go(Route(page=key)))
        self.shelf.built.connect(self._adopt)
        self.shelf.turned.connect(self._turned)
        self.undo_band.undo.connect(self.answers.undo)
        self.undo_band.redo.connect(self.answers.redo)
        self.answers.done.connect(self._done)
        self.answers.said.connect(self.say)
        self.session.opened.connect(self.begin)
        self.session.closed.connect(self.begin)
        self.session.troubled.connect(lambda _trouble: self._troubled())
        self.session.told.connect(lambda text: self.say(shown(text), Mark.OK))
        self.session.examination.unseen.connect(self._examined)
        self.status.backups.connect(self._show_backups)

    def _doings(self) -> Doings:
        return Doings(
            new_register=self.registers.new,
            open_register=self.registers.ask,
            open_recent=self.open_file,
            recent=self.session.preferences.recent,
            save_copy=self.registers.save_copy,
            close_register=self.session.leave,
            close=self.close,
            undo=self.answers.undo,
            redo=self.answers.redo,
            filter=partial(self._page_does, "focus_filter"),
            search=self._focus_search,
            read_again=self.read_again,
            back=self.back,
            next_column=self.next_column,
            next_act=partial(self._page_does, "next_act"),
            other_acts=partial(self._page_does, "other_acts"),
            print=partial(self._page_does, "print_"),
            go=self.go,
            offers=self._offers,
            help=self._help,
            keys=partial(self._dialog, "show_keys"),
            about=partial(self._dialog, "show_about"),
        )

    def _add_keys(self) -> None:
        for keys, do in (
            ("Esc", self.back),
            ("Ctrl+N", self._new_here),
            ("Ctrl+Shift+N", self._new_menu),
            ("Ctrl+S", lambda: self.say(*saved_words(self))),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    # What is shown

    def begin(self) -> None:
        """Show the first page of what is open now, with its menus and list."""
        if self._leaving:
            return
        self.undo_band.hide()
        self.dress()
        if self.session.between:
            # Nothing can be read now, and no other page is to flash up.
            self.shelf.forget()
            return
        self.shelf.begin()
        self._tell_brought_over()

    def _troubled(self) -> None:
        """Show what is the matter with a file, with the menus of a window without a register."""
        self.shelf.forget()
        self.dress()
        self.go(Route(page="skadad"))

    def _tell_brought_over(self) -> None:
        """Say that the register is of an older version no more, and where it is as it was."""
        desk = self.session.desk
        if desk is None or desk.store.copied is None:
            return
        from desktop.flow.registers import brought_over  # noqa: PLC0415 - as rare as a version

        self.say(shown(brought_over(desk.store.copied.name)))

    def dress(self) -> None:
        """Make menus and list again: other pages, another language, another text size."""
        entries = self.shelf.entries()
        alone = self.session.desk is None
        self._dressed = _marks(entries)
        self.bar.setStyleSheet(menu_bar_style())
        self._menus.build(entries, alone=alone)
        if self.tools is not None:
            # Within a dialog's loop it would go first when the dialog does.
            self._top.removeWidget(self.tools)
            self.tools.hide()
            self.tools.deleteLater()
        self.tools = Corner(self, self.session, entries, self._find)
        self.tools.went.connect(self.go)
        self._top.addWidget(self.tools)
        self.tools.setVisible(not alone)
        self.nav.set_items(nav_items(entries))
        self.nav.setVisible(not alone)
        self._notes()
        self._fit()
        self.status.show_status(self.session.status())

    def _adopt(self, page: Page) -> None:
        page.go.connect(self.go)
        page.back.connect(self.back)
        page.asked.connect(self.answers.ask)
        page.said.connect(self.say)
        page.restyled.connect(self.restyle)

    def _turned(self) -> None:
        page, route = self.shelf.page(), self.shelf.route
        if page is None or route is None:
            return
        entry = self.shelf.entry(route.page)
        self.nav.set_here(entry.under or entry.key if entry is not None else "")
        self._title()
        self._menu_state()

    def _title(self) -> None:
        page = self.shelf.page()
        if page is not None:
            only = f" ({tr('kopia, kan inte ändras')})" if self.session.looking else ""
            self.setWindowTitle(f"{page.title()}{only} – Vänbok")

    def _notes(self) -> None:
        desk = self.session.desk
        if desk is None:
            return
        for entry in self.shelf.entries():
            count = entry.count(desk) if entry.count is not None else 0
            mark = entry.mark(desk) if entry.mark is not None else None
            self.nav.set_note(entry.key, count, mark)

    def _menu_state(self) -> None:
        if self._menus.undo is not None and self._menus.redo is not None:
            self._menus.undo.setEnabled(self.session.can_undo())
            self._menus.redo.setEnabled(self.session.can_redo())

    def restyle(self) -> None:
        """Use other colours, text size or language at once, where one is."""
        from desktop.ui.app import wear_preferences  # noqa: PLC0415 - app builds this window

        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear_preferences(app, self.session.preferences)
        route = self.shelf.route
        self.shelf.forget()
        self.dress()
        if route is not None:
            self.shelf.go(route, remember=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list of pages the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.nav.set_narrow(narrow=self.width() < NARROW or scale() > LARGE)
        side = page_margin(self.width() - self.nav.width())
        self._below.setContentsMargins(side, 0, side, 0)
        if self.tools is not None:
            self.tools.set_room(self.width())

    # Going about

    def go(self, route: Route) -> None:
        """Show a page."""
        self.undo_band.hide()
        self.shelf.go(route)

    def back(self) -> None:
        """Go where one came from."""
        self.undo_band.hide()
        self.shelf.back()

    def has_page(self, key: str) -> bool:
        """Say whether a page can be shown now."""
        return any(entry.key == key for entry in self.shelf.entries())

    def _show_backups(self) -> None:
        if self.has_page("sakerhetskopior"):
            self.go(Route(page="sakerhetskopior"))
        else:
            self.go(Route(page="installningar", act="backups"))

    def read_again(self) -> None:
        """Read the page again."""
        self.shelf.refresh()
        self._title()
        self._notes()

    def next_column(self) -> None:
        """Take the keyboard to the list of pages, then to each column of the page."""
        page = self.shelf.page()
        columns = [self.nav, *(page.columns() if page is not None else ())]
        focused = QApplication.focusWidget()
        at = next(
            (
                number
                for number, column in enumerate(columns)
                if focused is not None and (column is focused or column.isAncestorOf(focused))
            ),
            -1,
        )
        following = columns[(at + 1) % len(columns)]
        if following is self.nav:
            self.nav.focus_here()
        else:
            following.setFocus()

    def _page_does(self, what: str) -> None:
        page = self.shelf.page()
        if page is not None:
            getattr(page, what)()

    def _offers(self, menu: str) -> Sequence[Offer]:
        page = self.shelf.page()
        return page.offers(menu) if page is not None else ()

    def _help(self) -> None:
        page = self.shelf.page()
        route = page.help() if page is not None else None
        if route is not None:
            self.go(route)
        else:
            self._dialog("show_keys")

    def _dialog(self, name: str) -> None:
        from desktop.ui import dialogs  # noqa: PLC0415 - file dialogs are slow to load

        getattr(dialogs, name)(self)

    def _focus_search(self) -> None:
        if self.tools is not None:
            self.tools.focus_search()

    def _new_here(self) -> None:
        page = self.shelf.page()
        own = page.new_here() if page is not None else None
        if own is not None:
            self.go(own)
        elif self.tools is not None:
            self.tools.new_of(self.shelf.route.page if self.shelf.route is not None else "")

    def _new_menu(self) -> None:
        if self.tools is not None:
            self.tools.open_menu()

    # Acts

    def _done(self, outcome: Outcome) -> None:
        self._offer()
        self.shelf.refresh()
        self._title()
        self._notes()
        self._menu_state()
        self.status.show_status(self.session.status())
        again = self.session.can_redo()
        self.undo_band.show_done(shown(outcome.text), undoable=not outcome.final, again=again)

    def _offer(self) -> None:
        """Show other pages in list and menus when an act has made the guideline offer others."""
        if self.session.desk is not None and _marks(self.shelf.entries()) != self._dressed:
            self.shelf.forget_others()
            self.dress()
            self._turned()

    def _examined(self, answer: Examined) -> None:
        from desktop.ui.pages.kontroll import ended_words  # noqa: PLC0415 - only after a look

        self.say(*ended_words(answer))

    def say(self, sentence: str, mark: Mark = Mark.INFO) -> None:
        """Say something in the band at the bottom."""
        self.undo_band.show_done(sentence, undoable=False, mark=mark)

    def open_file(self, path: Path) -> None:
        """Open a register, and remember it."""
        self.registers.open(path)

    def _take_size(self) -> None:
        kept = self.session.preferences.size("window")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            # The frame comes outside: without room for it the status line falls off the screen.
            title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
            room = self.screen().availableSize() - QSize(title // 4, title * 3 // 2)
            self.resize(FIRST_SIZE.boundedTo(room))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep drafts and sizes, and let the last backup be made; nothing else needs saving."""
        if self._leaving:
            event.ignore()
            return
        self.keep_drafts()
        kept = bytes(self.saveGeometry().toBase64().data()).decode()
        self.session.preferences.keep_size("window", kept)
        self._leaving = True
        try:
            left = self.registers.leave()
        finally:
            self._leaving = False
        if not left:
            event.ignore()
            return
        super().closeEvent(event)

    def keep_drafts(self) -> None:
        """Keep what is typed and not done, as when the page is left."""
        page = self.shelf.page()
        if page is not None:
            page.leave()


def _marks(entries: Sequence[PageEntry]) -> tuple[object, ...]:
    """Give what menus and list are made of, to tell when they are to be made again."""
    return tuple((entry.key, entry.word, entry.news) for entry in entries)
