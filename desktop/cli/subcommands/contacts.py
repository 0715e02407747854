"""`contacts`: contact persons, and the offices that lack one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.commitment_data import contact_data
from desktop.cli.listing import Listing, subcommand
from desktop.domain.commitment_words import BODY_WORDS
from desktop.flow.contact_view import contact_list

if TYPE_CHECKING:
    from desktop.flow.contact_view import ContactRow


def _row(row: ContactRow) -> tuple[str, ...]:
    it = row.person
    known = (it.name, it.role, it.e_mail, it.phone) if it else ("saknas", "", "", "")
    return (row.body.name, str(BODY_WORDS[row.body.kind]), *known)


SUBCOMMAND = subcommand(
    Listing(
        name="contacts",
        about="Visa kontaktpersoner och vilka kontor som saknar en.",
        empty="Inga kontaktpersoner.",
        head=("Verksamhet", "Slag", "Namn", "Roll", "E-post", "Telefon"),
        read=lambda desk, arguments: contact_list(desk, arguments.text),
        row=_row,
        data=contact_data,
    )
)
