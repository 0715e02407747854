"""The right corner of the menu bar: the search of everything, and *Nytt*."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.finder import finder_of
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.search_box import SearchBox
from desktop.ui.widgets.button import menu_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.page import Find, PageEntry
    from desktop.ui.session import Session

LONGEST = 23
"""Em of the search field in a wide window."""


class Corner(QWidget):
    """Saves a row of tools."""

    went = Signal(object)
    """Route: a hit, or the form of something new."""

    def __init__(
        self, window: QWidget, session: Session, entries: Sequence[PageEntry], find: Find | None
    ) -> None:
        """Make it for the pages that can be shown now."""
        super().__init__()
        self._entries = entries
        line = QHBoxLayout(self)
        line.setContentsMargins(px(8), px(4), px(8), px(4))
        line.setSpacing(px(8))
        self.search: SearchBox | None = None
        if find is not None:
            self.search = SearchBox(partial(find, session), window)
            self.search.went.connect(self.went)
            finder_of(session).words_ready.connect(self.search.again)
            line.addWidget(self.search)
        self.new, self._menu = menu_button(tr("Nytt"), symbol="plus")
        for entry in entries:
            for new in entry.news:
                action = QAction(shown(new.word), self._menu)
                action.triggered.connect(partial(self._go, new.route))
                self._menu.addAction(action)
        line.addWidget(self.new)
        self.new.setVisible(not self._menu.isEmpty())

    def _go(self, route: object, _on: bool = False) -> None:
        self.went.emit(route)

    def set_room(self, window: int) -> None:
        """Take a fifth of the window's width for the search, within reason."""
        if self.search is not None:
            self.search.setFixedWidth(min(max(em(11.5), window // 5), em(LONGEST)))

    def focus_search(self) -> None:
        """Take the keyboard to the search."""
        if self.search is not None:
            self.search.setFocus()
            self.search.selectAll()

    def new_of(self, page: str) -> None:
        """Go to the form of what the page makes new, or else of what any page does."""
        here = [new for entry in self._entries if entry.key == page for new in entry.news]
        lit = {entry.under for entry in self._entries if entry.key == page}
        above = [new for entry in self._entries if entry.key in lit for new in entry.news]
        others = [new for entry in self._entries for new in entry.news]
        for new in (*here, *above, *others)[:1]:
            self.went.emit(new.route)

    def open_menu(self) -> None:
        """Open the menu of everything new."""
        if not self._menu.isEmpty():
            self.new.showMenu()
