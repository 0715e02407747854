"""The budget on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import tr
from desktop.ui.list_printing import ListPaper, PaperColumn, PaperGroup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.flow.budget_view import BudgetView, PlaceLine


def budget_paper(
    seen: BudgetView, year: int, places: Sequence[PlaceLine], today: date
) -> ListPaper:
    """Give a period as it is printed, with the pots of a year."""
    years = f"{seen.first_year}–{seen.last_year}"
    left = kr(seen.frame.left) if seen.frame is not None else ""
    whole = kr(seen.frame.whole) if seen.frame is not None else ""
    return ListPaper(
        title=tr("Budget {years}", years=years),
        line=tr(
            "Per {day}: {left} kvar av {whole}",
            day=(seen.on or today).isoformat(),
            left=left,
            whole=whole,
        ),
        columns=(
            PaperColumn(title=tr("Kronor"), share=5),
            PaperColumn(title=tr("Plan eller sökt"), share=3, align="right"),
            PaperColumn(title=tr("Föreslaget"), share=3, align="right"),
            PaperColumn(title=tr("Beslutat"), share=3, align="right"),
            PaperColumn(title=tr("Egna kostnader"), share=3, align="right"),
            PaperColumn(title=tr("Utbetalt"), share=3, align="right"),
            PaperColumn(title=tr("Kvar"), share=3, align="right"),
        ),
        groups=(
            PaperGroup(
                title=tr("År för år"),
                rows=[
                    (
                        str(line.year),
                        digits(line.plan) if line.plan is not None else "",
                        digits(line.money.proposed),
                        digits(line.decided),
                        digits(line.own),
                        digits(line.money.paid),
                        "",
                    )
                    for line in seen.years
                ],
            ),
            PaperGroup(
                title=tr("Potter {year}", year=year),
                rows=[
                    (
                        f"{line.place.name}, {tr(pot.short).lower()}",
                        digits(pot.money.asked),
                        digits(pot.money.proposed),
                        digits(pot.money.decided),
                        "",
                        digits(pot.money.paid),
                        digits(pot.left) if pot.cap else "",
                    )
                    for line in places
                    for pot in line.pots
                ],
            ),
        ),
        landscape=True,
    )
