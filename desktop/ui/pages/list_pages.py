"""The pages of lists and sums, for the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.offering import offered, where
from desktop.ui.page import New, PageEntry, Place, Route

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.page import Page
    from desktop.ui.session import Session


def _today(session: Session) -> Page:
    from desktop.ui.pages.idag import TodayPage  # noqa: PLC0415 - costs nothing before

    return TodayPage(session)


def _count(desk: Desk) -> int:
    from desktop.flow.today import today_kept  # noqa: PLC0415 - costs nothing before

    return today_kept(desk).count


def _cases(session: Session) -> Page:
    from desktop.ui.pages.arenden import CasesPage  # noqa: PLC0415 - costs nothing before

    return CasesPage(session)


def _rounds(session: Session) -> Page:
    from desktop.ui.pages.samrad import RoundsPage  # noqa: PLC0415 - costs nothing before

    return RoundsPage(session)


def _deadlines(session: Session) -> Page:
    from desktop.ui.pages.bevakningar import DeadlinesPage  # noqa: PLC0415 - costs nothing before

    return DeadlinesPage(session)


def _budget(session: Session) -> Page:
    from desktop.ui.pages.budget import BudgetPage  # noqa: PLC0415 - costs nothing before

    return BudgetPage(session)


TODAY = PageEntry(key="idag", word=say("Idag"), icon="idag", factory=_today, count=_count)
CASES = PageEntry(
    key="arenden",
    word=say("Ärenden"),
    icon="arenden",
    factory=_cases,
    visible=where("grants"),
    news=(New(word=say("Ansökan"), route=Route(page="ansokan")),),
)


def _only_lists(entry: PageEntry, desk: Desk) -> PageEntry:
    """Call the page after its lists where the guideline knows of no consultation."""
    return entry if offered(desk).rounds else replace(entry, word=say("Delegationslistor"))


ROUNDS = PageEntry(
    key="samrad",
    word=say("Samråd och listor"),
    icon="samrad",
    factory=_rounds,
    visible=where("rounds", "lists"),
    suited=_only_lists,
)
BUDGET = PageEntry(
    key="budget",
    word=say("Budget"),
    icon="budget",
    factory=_budget,
    visible=where("budget"),
)
DEADLINES = PageEntry(
    key="bevakningar",
    word=say("Bevakningar"),
    factory=_deadlines,
    place=Place.UNDER,
    under="idag",
    keys="Ctrl+Shift+B",
    news=(New(word=say("Bevakning"), route=Route(page="bevakningar", act="add_note")),),
)
