"""The budget on paper: the overview that the committee reads, as chosen on the page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.dates import mandate_period
from desktop.ui.i18n import tr
from desktop.ui.pages.papper import Drawn

if TYPE_CHECKING:
    from desktop.flow.desk import Desk

BUDGET = "budgetpapper"
"""Key of the page."""


def budget_paper(desk: Desk, subject: int, act: str) -> Drawn:
    """Draw the budget of a year's mandate period; `act` is the day it is looked at, or ""."""
    from desktop.flow.budget_paper import draw_budget_overview  # noqa: PLC0415 - when wanted

    on = date.fromisoformat(act) if act else None
    first, last = mandate_period(subject or desk.today.year)
    return Drawn(
        title=tr("Budget {years}", years=f"{first}–{last}"),
        line=tr(
            "Per {day}. Översikten sparas inte i registret.", day=(on or desk.today).isoformat()
        ),
        name=f"budget-{first}-{last}-{on or desk.today}",
        content=draw_budget_overview(desk, subject or None, on),
    )
