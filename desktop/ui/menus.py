"""The menu bar: fixed lines, and those that the page at hand offers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton

from desktop.ui.i18n import shown, tr
from desktop.ui.icons import icon
from desktop.ui.measure import px
from desktop.ui.page import Place, Route

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.ui.page import Offer, PageEntry


EXTENSION = "qt_menubar_ext_button"
"""What Qt calls the button of a menu bar that is too narrow."""


def menu_bar_style() -> str:
    """Give the menu bar the height of its corner: the style has no other way to say it."""
    return (
        f"QMenuBar {{ background: palette(window); padding: 0 {px(8)}px; spacing: 0 }}"
        f"QMenuBar::item {{ padding: {px(10)}px {px(11)}px; background: transparent }}"
        "QMenuBar::item:selected { background: palette(highlight) }"
    )


@dataclass(frozen=True, kw_only=True)
class Doings:
    """What the lines of the menus call; the window gives it."""

    new_register: Callable[[], object]
    open_register: Callable[[], object]
    open_recent: Callable[[Path], object]
    recent: Callable[[], Sequence[Path]]
    save_copy: Callable[[], object]
    close_register: Callable[[], object]
    close: Callable[[], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    filter: Callable[[], object]
    search: Callable[[], object]
    read_again: Callable[[], object]
    back: Callable[[], object]
    next_column: Callable[[], object]
    next_act: Callable[[], object]
    other_acts: Callable[[], object]
    print: Callable[[], object]
    go: Callable[[Route], object]
    offers: Callable[[str], Sequence[Offer]]
    help: Callable[[], object]
    keys: Callable[[], object]
    about: Callable[[], object]


class Menus:
    """Builds the menus into a bar; `entries` are the pages that can be shown now."""

    def __init__(self, bar: QMenuBar, doings: Doings) -> None:
        """Keep the bar."""
        self._bar = bar
        self._do = doings
        self.undo: QAction | None = None
        self.redo: QAction | None = None

    def build(self, entries: Sequence[PageEntry], *, alone: bool) -> None:
        """Make every menu again; without a register only the first and last."""
        self._bar.clear()
        self._file(entries, alone=alone)
        if not alone:
            self._edit(entries)
            self._view(entries)
            self._act(grants=any(entry.key == "arenden" for entry in entries))
            self._paper()
            self._tools(entries)
        self._help()
        self._further()

    def _further(self) -> None:
        """Let the sign for menus that there is no room for be seen in dark colours too."""
        sign = self._bar.findChild(QToolButton, EXTENSION)
        if sign is not None:
            sign.setIcon(icon("chevron-down"))
            sign.setAccessibleName(tr("Fler menyer"))
            sign.setToolTip(tr("Fler menyer"))

    def _menu(self, title: str) -> QMenu:
        menu = self._bar.addMenu(title)
        menu.setAccessibleName(title.replace("&", ""))
        return menu

    def _line(self, menu: QMenu, words: str, do: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _on=False: do())
        if keys:
            action.setShortcuts([QKeySequence(each) for each in keys.split(" ")])
        menu.addAction(action)
        return action

    def _file(self, entries: Sequence[PageEntry], *, alone: bool) -> None:
        menu = self._menu(tr("&Arkiv"))
        self._line(menu, tr("&Nytt register"), self._do.new_register)
        self._line(menu, tr("&Öppna …"), self._do.open_register, "Ctrl+O")
        recent = menu.addMenu(tr("&Senaste"))
        recent.aboutToShow.connect(lambda: self._recent(recent))
        if not alone:
            menu.addSeparator()
            words = tr("Spara en &kopia som …")
            self._line(menu, words, self._do.save_copy, "Ctrl+Shift+S")
            self._care(menu, entries)
            self._line(menu, tr("S&täng registret"), self._do.close_register)
        menu.addSeparator()
        self._line(menu, tr("&Avsluta"), self._do.close, "Ctrl+Q")

    def _care(self, menu: QMenu, entries: Sequence[PageEntry]) -> None:
        """Add the pages that look after the file, those that there are."""
        there = {entry.key for entry in entries}
        menu.addSeparator()
        for key, words in (
            ("sakerhetskopior", tr("Säkerhetskop&ior …")),
            ("kontroll", tr("K&ontrollera registret …")),
        ):
            if key in there:
                self._line(menu, words, partial(self._do.go, Route(page=key)))
        menu.addSeparator()

    def _recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._do.recent():
            self._line(menu, path.name, partial(self._do.open_recent, path)).setToolTip(str(path))
        if menu.isEmpty():
            menu.addAction(tr("Inget register är öppnat än")).setEnabled(False)

    def _edit(self, entries: Sequence[PageEntry]) -> None:
        menu = self._menu(tr("&Redigera"))
        self.undo = self._line(menu, tr("&Ångra"), self._do.undo, "Ctrl+Z")
        self.redo = self._line(menu, tr("&Gör om"), self._do.redo, "Ctrl+Y Ctrl+Shift+Z")
        menu.addSeparator()
        self._line(menu, tr("&Filtrera"), self._do.filter, "Ctrl+L")
        self._line(menu, tr("&Sök i allt"), self._do.search, "Ctrl+F")
        there = {entry.key for entry in entries}
        menu.addSeparator()
        for key, words, keys in (
            ("historik", tr("&Historik …"), "Ctrl+H"),
            ("papperskorg", tr("&Papperskorg …"), ""),
        ):
            if key in there:
                self._line(menu, words, partial(self._do.go, Route(page=key)), keys)

    def _view(self, entries: Sequence[PageEntry]) -> None:
        menu = self._menu(tr("&Visa"))
        number = 0
        for entry in entries:
            if entry.place is Place.MAIN:
                number += 1
                keys = f"Alt+{number}" if number <= 9 else ""  # noqa: PLR2004 - the last digit
                self._go(menu, entry, keys)
        menu.addSeparator()
        for keys, entry in zip(
            ("Alt+0", "Ctrl+,"),
            (each for each in entries if each.place is Place.BELOW),
            strict=False,
        ):
            self._go(menu, entry, keys)
        menu.addSeparator()
        for entry in entries:
            if entry.keys:
                self._go(menu, entry, entry.keys)
        self._line(menu, tr("&Läs om"), self._do.read_again, "F5")
        self._line(menu, tr("Nästa &kolumn"), self._do.next_column, "F6")
        self._line(menu, tr("&Tillbaka"), self._do.back, "Alt+Left")

    def _go(self, menu: QMenu, entry: PageEntry, keys: str) -> None:
        self._line(menu, shown(entry.word), partial(self._do.go, Route(page=entry.key)), keys)

    def _act(self, *, grants: bool) -> None:
        # Where there are no grants there are no cases: the same acts are steps of a visit.
        menu = self._menu(tr("Äre&nde") if grants else tr("St&eg"))
        menu.aboutToShow.connect(lambda: self._offered(menu, "arende", 3))
        self._line(menu, tr("&Nästa steg"), self._do.next_act, "Ctrl+Return Ctrl+Enter")
        self._line(menu, tr("&Andra steg"), self._do.other_acts, "Ctrl+.")
        menu.addSeparator()

    def _paper(self) -> None:
        menu = self._menu(tr("&Papper"))
        menu.aboutToShow.connect(lambda: self._offered(menu, "papper", 2))
        self._line(menu, tr("&Skriv ut"), self._do.print, "Ctrl+P")
        menu.addSeparator()

    def _offered(self, menu: QMenu, name: str, fixed: int) -> None:
        for action in menu.actions()[fixed:]:
            menu.removeAction(action)
        for offer in self._do.offers(name):
            self._line(menu, offer.word, offer.do, offer.shortcut)

    def _tools(self, entries: Sequence[PageEntry]) -> None:
        tools = [entry for entry in entries if entry.place is Place.TOOL]
        if tools:
            menu = self._menu(tr("Verk&tyg"))
            for entry in tools:
                self._go(menu, entry, "")

    def _help(self) -> None:
        menu = self._menu(tr("&Hjälp"))
        self._line(menu, tr("&Hjälp om fältet"), self._do.help, "F1")
        self._line(menu, tr("&Tangenter"), self._do.keys)
        self._line(menu, tr("&Om Vänbok"), self._do.about)
