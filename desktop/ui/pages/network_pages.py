"""The pages of networks, projects, plans, bodies and governing documents, for the catalogue."""

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

# Each factory imports its page itself, so that a page costs nothing before it is shown.


def _networks(session: Session) -> Page:
    from desktop.ui.pages.natverk import NetworksPage  # noqa: PLC0415

    return NetworksPage(session)


def _network(session: Session) -> Page:
    from desktop.ui.pages.natverk_ett import NetworkPage  # noqa: PLC0415

    return NetworkPage(session)


def _project(session: Session) -> Page:
    from desktop.ui.pages.projekt import ProjectPage  # noqa: PLC0415

    return ProjectPage(session)


def _plan(session: Session) -> Page:
    from desktop.ui.pages.handlingsplan import PlanPage  # noqa: PLC0415

    return PlanPage(session)


def _body(session: Session) -> Page:
    from desktop.ui.pages.verksamhet import BodyPage  # noqa: PLC0415

    return BodyPage(session)


def _all(session: Session) -> Page:
    from desktop.ui.pages.natverk_all import work_paper  # noqa: PLC0415 - costs nothing before
    from desktop.ui.pages.papper import PaperPage  # noqa: PLC0415 - as above

    return PaperPage(session, work_paper)


def _document(session: Session) -> Page:
    from desktop.ui.pages.styrdokument import GoverningPage  # noqa: PLC0415

    return GoverningPage(session)


_NEWS = {
    "networks": New(word=say("Nätverk"), route=Route(page="natverk_ett", act="register_network")),
    "projects": New(word=say("Projekt"), route=Route(page="projekt", act="register_project")),
    "plans": New(
        word=say("Handlingsplan"), route=Route(page="handlingsplan", act="register_action_plan")
    ),
    "bodies": New(word=say("Verksamhet"), route=Route(page="verksamhet", act="register_body")),
    "documents": New(
        word=say("Styrdokument"),
        route=Route(page="styrdokument", act="register_governing_document"),
    ),
}
"""What *Nytt* can make, by the part of Offered that it belongs to."""


def _suited(entry: PageEntry, desk: Desk) -> PageEntry:
    """Offer only what the guideline has."""
    it = offered(desk)
    return replace(entry, news=tuple(new for part, new in _NEWS.items() if bool(getattr(it, part))))


def _late(desk: Desk) -> int:
    """Count what is late."""
    from desktop.ui.pages.natverk_late import late_count  # noqa: PLC0415

    return late_count(desk)


NETWORKS = PageEntry(
    key="natverk",
    word=say("Nätverk och projekt"),
    icon="natverk",
    factory=_networks,
    visible=where("bodies", "documents"),
    suited=_suited,
    count=_late,
    news=tuple(_NEWS.values()),
)
NETWORK_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        key="natverk_ett",
        word=say("Nätverk"),
        factory=_network,
        place=Place.UNDER,
        under="natverk",
    ),
    PageEntry(
        key="natverkspapper",
        word=say("Papper"),
        factory=_all,
        place=Place.UNDER,
        under="natverk",
    ),
    PageEntry(
        key="projekt",
        word=say("Projekt"),
        factory=_project,
        place=Place.UNDER,
        under="natverk",
    ),
    PageEntry(
        key="handlingsplan",
        word=say("Handlingsplan"),
        factory=_plan,
        place=Place.UNDER,
        under="natverk",
    ),
    PageEntry(
        key="verksamhet",
        word=say("Verksamhet"),
        factory=_body,
        place=Place.UNDER,
        under="natverk",
    ),
    PageEntry(
        key="styrdokument",
        word=say("Styrdokument"),
        factory=_document,
        place=Place.UNDER,
        under="natverk",
    ),
)
"""A network, a project, a plan, a body and a governing document."""
