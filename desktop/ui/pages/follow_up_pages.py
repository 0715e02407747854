"""The pages of the follow-up and the yearly report, for the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.page import PageEntry, Place

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.page import Page
    from desktop.ui.session import Session


def _follow_up(session: Session) -> Page:
    from desktop.ui.pages.uppfoljning import FollowUpPage  # noqa: PLC0415 - costs nothing before

    return FollowUpPage(session)


def _answer(session: Session) -> Page:
    from desktop.ui.pages.svar import AnswerPage  # noqa: PLC0415 - costs nothing before

    return AnswerPage(session)


def _report(session: Session) -> Page:
    from desktop.ui.pages.papper import PaperPage  # noqa: PLC0415 - costs nothing before
    from desktop.ui.pages.uppfoljning_paper import report_paper  # noqa: PLC0415 - as above

    return PaperPage(session, report_paper)


def _late(desk: Desk) -> int:
    """Count the answers whose last day has passed."""
    from desktop.flow.follow_up_view import follow_up, latest_year  # noqa: PLC0415 - as above

    return sum(1 for each in follow_up(desk, latest_year(desk)).missing if each.days_late)


FOLLOW_UP = PageEntry(
    key="uppfoljning",
    word=say("Uppföljning"),
    icon="uppfoljning",
    factory=_follow_up,
    count=_late,
)
FOLLOW_UP_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        key="svar", word=say("Svar"), factory=_answer, place=Place.UNDER, under="uppfoljning"
    ),
    PageEntry(
        key="arsrapport",
        word=say("Årsrapport"),
        factory=_report,
        place=Place.UNDER,
        under="uppfoljning",
    ),
)
"""An answer, and the report as it would be printed."""
