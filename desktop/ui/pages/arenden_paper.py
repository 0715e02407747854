"""The list of cases on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits
from desktop.flow.case_list import sums_of
from desktop.ui.i18n import shown, tr
from desktop.ui.list_printing import ListPaper, PaperColumn, PaperGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.case_list import CaseRow
    from desktop.flow.desk import Desk


def case_paper(desk: Desk, rows: Sequence[CaseRow], line: str) -> ListPaper:
    """Give the list as it is printed; `line` says how many of how many."""
    sums = sums_of(desk, [row.case.id for row in rows])
    whole = (digits(sums.asked), digits(sums.granted), digits(sums.paid))
    return ListPaper(
        title=tr("Ärenden"),
        line=f"{desk.today.isoformat()} · {line}",
        columns=(
            PaperColumn(title=tr("Ärende"), share=7),
            PaperColumn(title=tr("Sökande"), share=20),
            PaperColumn(title=tr("Bidrag"), share=12),
            PaperColumn(title=tr("Ort"), share=12),
            PaperColumn(title=tr("År"), share=4),
            PaperColumn(title=tr("Sökt, kr"), share=8, align="right"),
            PaperColumn(title=tr("Beviljat, kr"), share=9, align="right"),
            PaperColumn(title=tr("Utbetalt, kr"), share=9, align="right"),
            PaperColumn(title=tr("Läge"), share=22),
        ),
        groups=(
            PaperGroup(
                title="", rows=[_row(row) for row in rows], empty=tr("Inget ärende passar.")
            ),
        ),
        sums=(tr("Summa"), "", "", "", "", *whole, ""),
        landscape=True,
    )


def _row(row: CaseRow) -> tuple[str, ...]:
    case = row.case
    granted = digits(case.granted) if case.granted is not None else ""
    if case.granted is None and case.proposed is not None:
        granted = f"({digits(case.proposed)})"
    return (
        case.number,
        case.applicant,
        tr(case.scheme_name),
        case.place,
        str(case.year),
        digits(case.asked),
        granted,
        digits(case.paid) if case.granted else "",
        shown(row.state.text),
    )
