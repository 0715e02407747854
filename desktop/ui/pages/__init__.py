"""The catalogue of pages, in the order of the list, and the search of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.pages.case_pages import CASE_PAGES
from desktop.ui.pages.draft_pages import DRAFT_PAGES
from desktop.ui.pages.follow_up_pages import FOLLOW_UP, FOLLOW_UP_PAGES
from desktop.ui.pages.list_pages import BUDGET, CASES, DEADLINES, ROUNDS, TODAY
from desktop.ui.pages.network_pages import NETWORK_PAGES, NETWORKS
from desktop.ui.pages.register_pages import ALONE_PAGES, BELOW_PAGES, REGISTER_PAGES
from desktop.ui.pages.trace_pages import TRACE_PAGES
from desktop.ui.pages.visit_pages import VISIT_PAGES, VISITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.page import Find, Hit, PageEntry
    from desktop.ui.session import Session

PAGES: tuple[PageEntry, ...] = (
    TODAY,
    CASES,
    ROUNDS,
    *REGISTER_PAGES,
    VISITS,
    NETWORKS,
    BUDGET,
    FOLLOW_UP,
    *CASE_PAGES,
    *VISIT_PAGES,
    *NETWORK_PAGES,
    *FOLLOW_UP_PAGES,
    DEADLINES,
    *BELOW_PAGES,
    *DRAFT_PAGES,
    *TRACE_PAGES,
    *ALONE_PAGES,
)


def _find(session: Session, words: str) -> Sequence[Hit]:
    from desktop.ui.search import find  # noqa: PLC0415 - costs nothing before

    return find(session, words)


FIND: Find = _find
