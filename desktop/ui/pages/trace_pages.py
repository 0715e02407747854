"""The history and the waste basket, for the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.page import PageEntry, Place

if TYPE_CHECKING:
    from desktop.ui.page import Page
    from desktop.ui.session import Session


def _history(session: Session) -> Page:
    from desktop.ui.pages.historik import HistoryPage  # noqa: PLC0415 - costs nothing before

    return HistoryPage(session)


def _basket(session: Session) -> Page:
    from desktop.ui.pages.papperskorg import BasketPage  # noqa: PLC0415 - as above

    return BasketPage(session)


TRACE_PAGES: tuple[PageEntry, ...] = (
    PageEntry(key="historik", word=say("Historik"), factory=_history, place=Place.UNDER),
    PageEntry(key="papperskorg", word=say("Papperskorg"), factory=_basket, place=Place.UNDER),
)
"""Reached from the menu Redigera."""
