"""Today in words: its day, and the list as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import MONTHS, WEEKDAYS, capital
from desktop.ui.i18n import shown, tr
from desktop.ui.spoken import short_date

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.today import Today
    from desktop.ui.list_printing import ListPaper


def long_day(day: date) -> str:
    """Give a day with its weekday: `lördag 21 november`."""
    return f"{tr(WEEKDAYS[day.weekday()])} {day.day} {tr(MONTHS[day.month - 1])}"


def today_paper(seen: Today) -> ListPaper:
    """Give Today as it is printed."""
    from desktop.ui.list_printing import (  # noqa: PLC0415 - not before it is wanted
        ListPaper,
        PaperColumn,
        PaperGroup,
    )
    from desktop.ui.pages.idag_groups import NAMES, empties, titles  # noqa: PLC0415 - as above

    groups = [
        PaperGroup(
            title=f"{titles()[name]} ({len(getattr(seen, name))})",
            rows=[
                (
                    f"{shown(each.title)}\n{shown(each.detail)}",
                    f"{shown(each.when)}\n{shown(each.day)}",
                    shown(each.words),
                )
                for each in getattr(seen, name)
            ],
            empty=empties()[name],
        )
        for name in NAMES
    ]
    later = [(shown(each.text), short_date(each.day), "") for each in seen.later]
    groups.append(
        PaperGroup(title=tr("Längre fram"), rows=later, empty=tr("Inget de närmaste månaderna."))
    )
    return ListPaper(
        title=capital(long_day(seen.day)),
        line=tr("Idag i Vänbok"),
        columns=(
            PaperColumn(title=tr("Vad"), share=11),
            PaperColumn(title=tr("När"), share=3, align="right"),
            PaperColumn(title=tr("Nästa steg"), share=4, align="right"),
        ),
        groups=groups,
    )
