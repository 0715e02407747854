"""The pages about a case, for the catalogue: all are reached from another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.offering import where
from desktop.ui.page import PageEntry, Place

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.page import Page
    from desktop.ui.session import Session


def _case(session: Session) -> Page:
    from desktop.ui.pages.arende import CasePage  # noqa: PLC0415 - costs nothing before

    return CasePage(session)


def _document(session: Session) -> Page:
    from desktop.ui.pages.handling import DocumentPage  # noqa: PLC0415 - costs nothing before

    return DocumentPage(session)


def _many(session: Session) -> Page:
    from desktop.ui.pages.utskrift import PrintManyPage  # noqa: PLC0415 - costs nothing before

    return PrintManyPage(session)


def _decision(session: Session) -> Page:
    from desktop.ui.pages.besluta import DecisionPage  # noqa: PLC0415 - costs nothing before

    return DecisionPage(session)


def _reclaim(session: Session) -> Page:
    from desktop.ui.pages.aterkrav import ReclaimPage  # noqa: PLC0415 - costs nothing before

    return ReclaimPage(session)


def _application(session: Session) -> Page:
    from desktop.ui.pages.ansokan import ApplicationPage  # noqa: PLC0415 - costs nothing before

    return ApplicationPage(session)


def _split(session: Session) -> Page:
    from desktop.ui.pages.fordelning import SplitPage  # noqa: PLC0415 - costs nothing before

    return SplitPage(session)


def _shared(desk: Desk) -> bool:
    """Say whether the guideline in force has a grant that is shared equally."""
    _, guideline = desk.in_force()
    return any(scheme.round for scheme in guideline.schemes)


CASE_PAGES: tuple[PageEntry, ...] = (
    PageEntry(key="arende", word=say("Ärende"), factory=_case, place=Place.UNDER, under="arenden"),
    PageEntry(
        key="besluta", word=say("Besluta"), factory=_decision, place=Place.UNDER, under="arenden"
    ),
    PageEntry(
        key="aterkrav", word=say("Återkrav"), factory=_reclaim, place=Place.UNDER, under="arenden"
    ),
    PageEntry(
        key="ansokan",
        word=say("Ny ansökan"),
        factory=_application,
        place=Place.UNDER,
        under="arenden",
        visible=where("grants"),
    ),
    PageEntry(
        key="fordelning",
        word=say("Fördelning"),
        factory=_split,
        place=Place.UNDER,
        under="arenden",
        visible=_shared,
    ),
    PageEntry(
        key="handling",
        word=say("Handling"),
        factory=_document,
        place=Place.UNDER,
        under="arenden",
    ),
    PageEntry(
        key="utskrift",
        word=say("Skriv ut flera brev"),
        factory=_many,
        place=Place.UNDER,
        under="arenden",
    ),
)
"""Case, decision, new application, equal split, document, several letters."""
