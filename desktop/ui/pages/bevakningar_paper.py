"""The list of deadlines on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.deadlines import GROUPS, KIND_WORDS, which_day
from desktop.ui.i18n import shown, tr
from desktop.ui.list_printing import ListPaper, PaperColumn, PaperGroup
from desktop.ui.pages.bevakningar_groups import titles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.flow.deadlines import Deadline


def deadlines_paper(found: Sequence[Deadline], today: date) -> ListPaper:
    """Give the list as it is printed."""
    return ListPaper(
        title=tr("Bevakningar"),
        line=tr("Per {day}", day=today.isoformat()),
        columns=(
            PaperColumn(title=tr("Vad"), share=10),
            PaperColumn(title=tr("Vems tur"), share=3),
            PaperColumn(title=tr("När"), share=3, align="right"),
        ),
        groups=[
            PaperGroup(
                title=titles()[name],
                rows=[_row(each, today) for each in found if each.group == name],
                empty=tr("Inget är försenat.") if name == "late" else tr("Inget."),
            )
            for name in GROUPS
            if name == "late" or any(each.group == name for each in found)
        ],
    )


def _row(it: Deadline, today: date) -> tuple[str, str, str]:
    day = f"\n{shown(which_day(it.day, today))}" if it.day is not None else ""
    return (
        f"{shown(it.fact.text)}\n{shown(KIND_WORDS[it.kind])}",
        shown(it.fact.whose),
        f"{shown(it.when)}{day}",
    )
