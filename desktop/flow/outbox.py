"""Letters that are to leave the house, and letters of some cases, to be printed together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Document
from desktop.domain.registers import Association

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.flow.desk import Desk

MOST = 500
"""Letters offered at once."""
PDF = "application/pdf"

_UNSENT = """
SELECT d.document_id FROM standing_decision AS d JOIN grant_case AS c ON c.id = d.case_id
WHERE c.phase IN ('decided', 'carried_out') AND NOT EXISTS (
  SELECT 1 FROM dispatch AS p
  WHERE p.document_id = d.document_id AND p.returned_on IS NULL AND p.deleted IS NULL)
ORDER BY d.decided_on DESC, d.id DESC LIMIT ?
"""


@dataclass(frozen=True, kw_only=True)
class OutLetter:
    """A letter of ours as it is offered for printing."""

    document: Document
    """The stored document."""
    case: Case
    """The case it belongs to."""
    party: str
    """Who it goes to."""
    unsent: bool
    """True for the letter of a standing decision that has not been marked as sent."""


def unsent(desk: Desk) -> list[OutLetter]:
    """Give the decision letters that nobody has marked as sent, newest first."""
    ids = [row[0] for row in desk.store.rows(_UNSENT, MOST)]
    found = [desk.store.get(Document, each) for each in ids]
    return _letters(desk, found, set(ids))


def unsent_count(desk: Desk) -> int:
    """Give how many letters `unsent` would give."""
    return len(desk.store.rows(_UNSENT, MOST))


def letters_of(desk: Desk, cases: Sequence[int]) -> list[OutLetter]:
    """Give every letter of ours in some cases, newest first."""
    waiting = {row[0] for row in desk.store.rows(_UNSENT, -1)}
    found = [
        document
        for each in cases
        for document in desk.store.find(
            Document, "case_id = ? and outgoing = 1 and media = ?", each, PDF
        )
    ]
    found.sort(key=lambda each: (each.made_on, each.id), reverse=True)
    return _letters(desk, found[:MOST], waiting)


def _letters(desk: Desk, found: Iterable[Document], waiting: set[int]) -> list[OutLetter]:
    letters = []
    for document in found:
        case = desk.store.get(Case, document.case_id or 0)
        party = desk.store.get(Association, case.association_id).name
        letters.append(
            OutLetter(document=document, case=case, party=party, unsent=document.id in waiting)
        )
    return letters
