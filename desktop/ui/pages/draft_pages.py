"""The page of forms that were begun, for the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.page import PageEntry, Place

if TYPE_CHECKING:
    from desktop.ui.page import Page
    from desktop.ui.session import Session


def _drafts(session: Session) -> Page:
    from desktop.ui.pages.utkast import DraftsPage  # noqa: PLC0415 - costs nothing before

    return DraftsPage(session)


DRAFT_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        key="utkast",
        word=say("Påbörjade formulär"),
        factory=_drafts,
        place=Place.TOOL,
    ),
)
