"""What a page is to the window, how it is reached, and how it is entered in the catalogue."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.text import Text
from desktop.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.problems import Problem
    from desktop.flow.desk import Desk
    from desktop.flow.run import Outcome
    from desktop.ui.draft import Draft, DraftKey
    from desktop.ui.form import FormPanel
    from desktop.ui.roles import Mark
    from desktop.ui.session import Session


@dataclass(frozen=True, kw_only=True)
class Route:
    """A place in the program that can be gone to, and back from."""

    page: str
    """Key of the page."""
    subject: int = 0
    """Id of what it shows; 0 for none."""
    act: str = ""
    """Name of the act whose form is to be open; "" for the next one."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A line of a menu."""

    word: str
    """Verb with its object, already in the language of the window."""
    do: Callable[[], object]
    """What it does."""
    shortcut: str = ""
    """Its keys, "Ctrl+Shift+R"."""


@dataclass(frozen=True, kw_only=True)
class New:
    """Something that *Nytt* can make."""

    word: Text
    """"Ansökan"."""
    route: Route
    """Where its form is."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something that the search of everything found."""

    word: str
    """"2026-014 Körsällskapet Trollsländan"."""
    detail: str
    """"Aktivitetsbidrag, Grindavík"."""
    route: Route
    """Where it is."""
    group: str = ""
    """What it is one of: "Orter"."""
    first: bool = True
    """True for the first of its group."""
    more: bool = False
    """True when its group has more than are shown."""


Find: TypeAlias = "Callable[[Session, str], Sequence[Hit]]"
"""Searches everything for words; at most some twenty hits, the best first."""


class Place(Enum):
    """Where a page is reached from."""

    MAIN = "main"
    """The list of pages; Alt and its number."""
    BELOW = "below"
    """Under the line in the list: Riktlinjer (Alt+0) and Inställningar (Ctrl+,)."""
    UNDER = "under"
    """From another page, which is lit in the list meanwhile."""
    TOOL = "tool"
    """The menu Verktyg."""
    ALONE = "alone"
    """When no register is open; list and search are hidden."""


def everywhere(_desk: Desk) -> bool:
    """Show the page whatever the guidelines have."""
    return True


@dataclass(frozen=True, kw_only=True)
class PageEntry:
    """All that the window must know to offer a page; a page is built when it is first shown."""

    key: str
    """Name in routes, "arenden"."""
    word: Text
    """Name in the list, "Ärenden"."""
    factory: Callable[[Session], Page]
    """Builds the page; it imports the page's module itself, so that it costs nothing before."""
    icon: str = ""
    """Drawing in resources/icons."""
    place: Place = Place.MAIN
    """Where it is reached from."""
    under: str = ""
    """Key of the page that is lit while this one is shown, for Place.UNDER."""
    visible: Callable[[Desk], bool] = everywhere
    """False where the guideline in force lacks what the page is about."""
    suited: Callable[[PageEntry, Desk], PageEntry] | None = None
    """Gives the entry other words where the guideline in force calls for them."""
    keys: str = ""
    """Shortcut of its line in the menu Visa, for a page that is not in the list; "" for none."""
    count: Callable[[Desk], int] | None = None
    """How many things wait there; 0 is not shown."""
    mark: Callable[[Desk], Mark | None] | None = None
    """A symbol where something there needs an eye."""
    news: tuple[New, ...] = ()
    """What *Nytt* offers; Ctrl+N takes the first of the page that is shown."""


class Page(QWidget):
    """One page. It reads by the session's desk, asks for acts, and writes nothing."""

    go = Signal(object)
    """A Route: the window goes there and remembers where it was."""
    back = Signal()
    """As Esc."""
    asked = Signal(object, object)
    """Command class and raw values: the window reads and runs them, and answers below."""
    said = Signal(str)
    """One sentence for the band at the bottom."""
    restyled = Signal()
    """The preferences for look, text size or language were changed: show them at once."""

    form: FormPanel | None = None
    """The form of the act at hand, when the page has one."""

    def __init__(self, session: Session) -> None:
        """Keep the session; a page builds its widgets here and reads nothing."""
        super().__init__()
        self.session = session

    @abstractmethod
    def title(self) -> str:
        """Give the title of the window."""

    def open(self, subject: int, act: str) -> None:
        """Turn to a subject and an act; `refresh` comes after."""

    @abstractmethod
    def refresh(self) -> None:
        """Read again and show."""

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the act's form, or do the act."""
        if self.form is not None:
            self.form.next_act()

    def other_acts(self) -> None:
        """Answer Ctrl+. with the menu of other steps."""
        if self.form is not None:
            self.form.open_others()

    def focus_filter(self) -> None:
        """Answer Ctrl+L; a page without a filter does nothing."""

    def first_focus(self) -> None:
        """Put the keyboard where the page's work begins."""
        if self.form is not None:
            self.form.focus_first()
        else:
            self.focusNextChild()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return ()

    def offers(self, menu: str) -> Sequence[Offer]:
        """Give the page's lines of the menus "arende" and "papper"."""
        del menu
        return ()

    def new_here(self) -> Route | None:
        """Give where Ctrl+N leads from what is shown; None for the first of the page's kind."""
        return None

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again; `here` is what is shown now."""
        return replace(here, act=key.act)

    def go_on_with(self, draft: Draft) -> bool:
        """Show a draft in the form it is of; False when that form is not here any more."""
        form = self.form
        if form is None or form.draft.key != draft.key:
            return False
        form.go_on_with(draft)
        return True

    def help(self) -> Route | None:
        """Give where F1 leads from what has the keyboard: the paragraph, or None."""
        return None

    def print_(self) -> None:
        """Answer Ctrl+P."""
        self.said.emit(tr("Här finns inget att skriva ut."))

    def answered(self, outcome: Outcome) -> None:
        """Hear that the act it asked for was done; `refresh` comes after."""
        del outcome
        if self.form is not None:
            self.form.done()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Hear that the act it asked for was refused."""
        if self.form is not None:
            self.form.show_problems(problems)

    def leave(self) -> None:
        """Hear that another page is about to be shown."""
        if self.form is not None:
            self.form.keep_draft()
