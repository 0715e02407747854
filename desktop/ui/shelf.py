"""The pages of the catalogue: built when first shown, and the way back between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.ui.page import Page, PageEntry, Place, Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.session import Session

MOST_STEPS_BACK = 50


class Shelf(QObject):
    """Knows which page is shown, with which subject, and where one came from."""

    built = Signal(object)
    """A Page that was just made, to be connected."""
    turned = Signal()
    """Another route is shown."""

    def __init__(self, entries: Sequence[PageEntry], session: Session) -> None:
        """Build nothing yet."""
        super().__init__()
        self._catalogue = entries
        self._session = session
        self._pages: dict[str, Page] = {}
        self._trail: list[Route] = []
        self.route: Route | None = None
        self.stack = QStackedWidget()

    def entries(self) -> list[PageEntry]:
        """Give the pages that can be shown now: by the guideline, or without a register."""
        desk = self._session.desk
        if desk is None:
            return [entry for entry in self._catalogue if entry.place is Place.ALONE]
        return [
            entry if entry.suited is None else entry.suited(entry, desk)
            for entry in self._catalogue
            if entry.place is not Place.ALONE and entry.visible(desk)
        ]

    def entry(self, key: str) -> PageEntry | None:
        """Give a page of the catalogue, whether it can be shown now or not."""
        return next((each for each in self._catalogue if each.key == key), None)

    def home(self) -> Route | None:
        """Give the page to begin with."""
        entries = self.entries()
        return Route(page=entries[0].key) if entries else None

    def page(self) -> Page | None:
        """Give the page that is shown."""
        return self._pages.get(self.route.page) if self.route is not None else None

    def go(self, route: Route, *, remember: bool = True) -> None:
        """Show a route; one that cannot be shown leads home."""
        if route.page not in {entry.key for entry in self.entries()}:
            home = self.home()
            if home is None or home == route:
                return
            route = home
        shown = self.page()
        if shown is not None:
            shown.leave()
        if remember and self.route is not None and self.route != route:
            self._trail = [*self._trail[-MOST_STEPS_BACK:], self.route]
        page = self._pages.get(route.page) or self._build(route.page)
        before, self.route = self.route, route
        try:
            page.open(route.subject, route.act)
            page.refresh()
        except BaseException:
            # What is still shown must stay what the window thinks is shown.
            self.route = before
            if before is not None and page is shown:
                page.open(before.subject, before.act)
            raise
        self.stack.setCurrentWidget(page)
        self.turned.emit()
        page.first_focus()

    def _build(self, key: str) -> Page:
        entry = self.entry(key)
        if entry is None:
            raise LookupError(key)
        page = entry.factory(self._session)
        self._pages[key] = page
        self.stack.addWidget(page)
        self.built.emit(page)
        return page

    def back(self) -> bool:
        """Go where one came from; False at the beginning."""
        if self._trail:
            self.go(self._trail.pop(), remember=False)
            return True
        home = self.home()
        if home is not None and self.route not in (None, home):
            self.go(home, remember=False)
            return True
        return False

    def refresh(self) -> None:
        """Read the shown page again; the others read when they are shown."""
        page = self.page()
        if page is not None:
            page.refresh()

    def forget(self) -> None:
        """Drop every page: another register, language or text size."""
        shown = self.page()
        if shown is not None:
            shown.leave()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = {}

    def forget_others(self) -> None:
        """Drop every page but the one that is shown: they were made for another guideline."""
        shown = self.page()
        for key, page in list(self._pages.items()):
            if page is not shown:
                self.stack.removeWidget(page)
                page.deleteLater()
                del self._pages[key]

    def begin(self) -> None:
        """Forget the way back too, and go home."""
        self.forget()
        self._trail = []
        self.route = None
        home = self.home()
        if home is not None:
            self.go(home)
