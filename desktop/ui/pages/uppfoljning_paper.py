"""The yearly report as it would be printed today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.follow_up_view import follow_up
from desktop.ui.i18n import tr
from desktop.ui.pages.papper import Drawn

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


def report_paper(desk: Desk, subject: int, act: str) -> Drawn:
    """Draw the report of a year as a draft."""
    from desktop.flow.yearly_paper import draw_yearly_report  # noqa: PLC0415 - when wanted

    del act
    year = subject or desk.today.year
    made = follow_up(desk, year).report
    line = (
        tr("Utkast: så som året står i dag. Inget är sparat.")
        if made is None
        else tr(
            "Utkast: så som året står i dag. Den som gjordes {day} ligger på sidan Uppföljning.",
            day=made.made_on.isoformat(),
        )
    )
    return Drawn(
        title=tr("Årsrapport {year}", year=year),
        line=line,
        name=f"arsrapport-{year}-utkast",
        content=draw_yearly_report(desk, year),
    )
