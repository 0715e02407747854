"""`documents`: governing documents with who decided them, their validity and next review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.commitment_data import document_data
from desktop.cli.listing import Listing, subcommand
from desktop.domain.commitment_words import DOCUMENT_WORDS
from desktop.flow.document_view import governing_list

if TYPE_CHECKING:
    from desktop.flow.document_view import GoverningPicture


def _row(seen: GoverningPicture) -> tuple[str, ...]:
    it = seen.document
    return (
        it.name,
        str(DOCUMENT_WORDS[it.kind]),
        seen.cited,
        it.dnr,
        str(it.valid_from or ""),
        str(it.valid_to or ""),
        str(it.next_review_on or ""),
        str(seen.label),
    )


SUBCOMMAND = subcommand(
    Listing(
        name="documents",
        about="Visa styrdokument med beslut, giltighet och nästa översyn.",
        empty="Inga styrdokument.",
        head=("Dokument", "Slag", "Beslutat", "Dnr", "Från", "Till", "Ses över", "Läge"),
        read=lambda desk, arguments: governing_list(desk, arguments.text),
        row=_row,
        data=document_data,
    )
)
