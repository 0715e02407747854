"""`networks`: networks and memberships, with fee, last activity and next review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.commitment_data import network_data
from desktop.cli.listing import Listing, subcommand
from desktop.domain.swedish import kr
from desktop.flow.network_view import network_list

if TYPE_CHECKING:
    from desktop.flow.network_view import NetworkPicture


def _row(seen: NetworkPicture) -> tuple[str, ...]:
    return (
        seen.network.name,
        seen.body.name if seen.body else "",
        "" if seen.network.fee is None else kr(seen.network.fee),
        str(seen.last_activity or ""),
        str(seen.review_due or ""),
        str(seen.label),
        str(seen.next_words),
    )


SUBCOMMAND = subcommand(
    Listing(
        name="networks",
        about="Visa nätverk och medlemskap med avgift, senaste aktivitet och omprövning.",
        empty="Inga nätverk.",
        head=("Nätverk", "Ansvarig", "Avgift", "Senast", "Omprövas", "Läge", "Nästa steg"),
        read=lambda desk, arguments: network_list(desk, arguments.text),
        row=_row,
        data=network_data,
        right=(2,),
    )
)
