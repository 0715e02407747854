"""Networks, projects, plans, contact persons and documents as one paper, to read at a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.i18n import tr
from desktop.ui.pages.papper import Drawn

if TYPE_CHECKING:
    from desktop.flow.desk import Desk

ALL = "natverkspapper"
"""Key of the page."""


def work_paper(desk: Desk, subject: int, act: str) -> Drawn:
    """Draw every list that holds anything, as it stands today."""
    from desktop.flow.work_paper import draw_work_list  # noqa: PLC0415 - when wanted

    del subject, act
    return Drawn(
        title=tr("Nätverk, projekt och planer"),
        line=tr("Läget i dag. Förteckningen sparas inte i registret."),
        name=f"natverk-projekt-planer-{desk.today}",
        content=draw_work_list(desk),
    )
