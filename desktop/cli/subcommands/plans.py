"""`plans`: the action plans of a year, and the bodies that lack one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.commitment_data import plan_data
from desktop.cli.listing import Listing, subcommand
from desktop.domain.swedish import fold
from desktop.flow.plan_view import plan_list

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.flow.desk import Desk
    from desktop.flow.plan_view import PlanRow


def _read(desk: Desk, arguments: Namespace) -> list[PlanRow]:
    wanted = fold(arguments.text)
    return [row for row in plan_list(desk, arguments.year) if wanted in fold(row.body.name)]


def _row(row: PlanRow) -> tuple[str, ...]:
    plan = row.plan.plan if row.plan else None
    return (
        row.body.name,
        str(row.year),
        str(len(row.plan.goals)) if row.plan else "",
        str((plan.adopted_on if plan else None) or ""),
        str((plan.evaluated_on if plan else None) or ""),
        str((plan.revised_on if plan else None) or ""),
        str(row.label),
        str(row.next_words),
    )


SUBCOMMAND = subcommand(
    Listing(
        name="plans",
        about="Visa årets handlingsplaner och vilka verksamheter som saknar en.",
        empty="Inga handlingsplaner.",
        head=(
            "Verksamhet",
            "År",
            "Mål",
            "Antagen",
            "Utvärderad",
            "Reviderad",
            "Läge",
            "Nästa steg",
        ),
        read=_read,
        row=_row,
        data=plan_data,
        right=(2,),
        by_year=True,
    )
)
