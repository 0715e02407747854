"""`projects`: projects with their money, own share, days and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.commitment_data import project_data
from desktop.cli.listing import Listing, subcommand
from desktop.domain.commitment_words import PROJECT_KIND_WORDS
from desktop.domain.swedish import kr
from desktop.flow.project_view import project_list

if TYPE_CHECKING:
    from desktop.flow.project_view import ProjectPicture


def _row(seen: ProjectPicture) -> tuple[str, ...]:
    it = seen.project
    return (
        it.name,
        str(PROJECT_KIND_WORDS[it.kind]),
        seen.body.name if seen.body else "",
        str(it.starts_on or ""),
        str(it.ends_on or ""),
        kr(seen.budget),
        "" if seen.own_percent is None else f"{seen.own_percent} %",
        str(seen.label),
        str(seen.next_words),
    )


SUBCOMMAND = subcommand(
    Listing(
        name="projects",
        about="Visa projekt med finansiering, egen andel, dagar och regler.",
        empty="Inga projekt.",
        head=(
            "Projekt",
            "Slag",
            "Ansvarig",
            "Första dag",
            "Sista dag",
            "Budget",
            "Egna",
            "Läge",
            "Nästa steg",
        ),
        read=lambda desk, arguments: project_list(desk, arguments.text),
        row=_row,
        data=project_data,
        right=(5, 6),
    )
)
