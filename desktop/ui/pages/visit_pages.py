"""The pages of visits and cost-sharing agreements, for the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.offering import where
from desktop.ui.page import New, PageEntry, Place, Route

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.page import Page
    from desktop.ui.session import Session


def _visits(session: Session) -> Page:
    from desktop.ui.pages.besoken import VisitsPage  # noqa: PLC0415 - costs nothing before

    return VisitsPage(session)


def _visit(session: Session) -> Page:
    from desktop.ui.pages.besok import VisitPage  # noqa: PLC0415 - costs nothing before

    return VisitPage(session)


def _act(session: Session) -> Page:
    from desktop.ui.pages.besok_steg import VisitActPage  # noqa: PLC0415 - costs nothing before

    return VisitActPage(session)


def _new(session: Session) -> Page:
    from desktop.ui.pages.besok_nytt import NewVisitPage  # noqa: PLC0415 - costs nothing before

    return NewVisitPage(session)


def _agreement(session: Session) -> Page:
    from desktop.ui.pages.overenskommelse import AgreementPage  # noqa: PLC0415 - as above

    return AgreementPage(session)


def _visit_paper(session: Session) -> Page:
    from desktop.ui.pages.papper import PaperPage  # noqa: PLC0415 - costs nothing before
    from desktop.ui.pages.papper_drawn import visit_paper  # noqa: PLC0415 - as above

    return PaperPage(session, visit_paper)


def _agreement_paper(session: Session) -> Page:
    from desktop.ui.pages.papper import PaperPage  # noqa: PLC0415 - costs nothing before
    from desktop.ui.pages.papper_drawn import agreement_paper  # noqa: PLC0415 - as above

    return PaperPage(session, agreement_paper)


def _budget_paper(session: Session) -> Page:
    from desktop.ui.pages.budget_paper import budget_paper  # noqa: PLC0415 - costs nothing before
    from desktop.ui.pages.papper import PaperPage  # noqa: PLC0415 - as above

    return PaperPage(session, budget_paper)


def _waiting(desk: Desk) -> int:
    """Count the visits that wait for the coordinator."""
    from desktop.ui.pages.besok_words import waiting_count  # noqa: PLC0415 - costs nothing before

    return waiting_count(desk)


VISITS = PageEntry(
    key="besoken",
    word=say("Besök"),
    icon="besok",
    factory=_visits,
    visible=where("visits"),
    count=_waiting,
    news=(
        New(word=say("Besök"), route=Route(page="nyttbesok")),
        New(word=say("Digital kontakt"), route=Route(page="nyttbesok", act="log_contact")),
    ),
)
VISIT_PAGES: tuple[PageEntry, ...] = (
    PageEntry(key="besok", word=say("Besök"), factory=_visit, place=Place.UNDER, under="besoken"),
    PageEntry(key="besoksteg", word=say("Besök"), factory=_act, place=Place.UNDER, under="besoken"),
    PageEntry(
        key="nyttbesok", word=say("Nytt besök"), factory=_new, place=Place.UNDER, under="besoken"
    ),
    PageEntry(
        key="overenskommelse",
        word=say("Överenskommelse"),
        factory=_agreement,
        place=Place.UNDER,
        under="orter",
        visible=where("agreements"),
    ),
    PageEntry(
        key="besokspapper",
        word=say("Papper"),
        factory=_visit_paper,
        place=Place.UNDER,
        under="besoken",
    ),
    PageEntry(
        key="overenskommelsepapper",
        word=say("Papper"),
        factory=_agreement_paper,
        place=Place.UNDER,
        under="orter",
    ),
    PageEntry(
        key="budgetpapper",
        word=say("Papper"),
        factory=_budget_paper,
        place=Place.UNDER,
        under="budget",
    ),
)
"""A visit, an act of it, a new one, an agreement, and the papers that are only looked at."""
