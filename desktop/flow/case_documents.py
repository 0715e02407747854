"""Every document that belongs to a case, its own and those it shares with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import DecisionList, Document, ListedDecision, Round, RoundCase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture


def documents_of(desk: Desk, seen: Picture) -> list[Document]:
    """Give them oldest first: its letters and originals, its sheets, lists and annual reports."""
    found = {each.id: each for each in seen.documents}
    for document_id in _elsewhere(desk, seen):
        if document_id not in found:
            row = desk.store.first(Document, "id = ?", document_id)
            if row is not None:
                found[row.id] = row
    return sorted(found.values(), key=lambda each: (each.made_on, each.id))


def _elsewhere(desk: Desk, seen: Picture) -> Iterator[int]:
    shared = [
        *(each.document_id for each in rounds_of(desk, seen.id)),
        *(each.document_id for each in lists_of(desk, seen)),
        seen.report.document_id if seen.report else None,
    ]
    yield from (each for each in shared if each)
    if seen.decision is not None:
        reports = desk.store.find(
            Document,
            "subject = ? and kind = 'annual_report' and made_on >= ?",
            f"association:{seen.association.id}",
            seen.decision.decided_on,
        )
        yield from (each.id for each in reports)


def rounds_of(desk: Desk, case_id: int) -> list[Round]:
    """Give the consultation rounds that the case has been in, oldest first."""
    rows = desk.store.find(RoundCase, "case_id = ?", case_id)
    return [desk.store.get(Round, row.round_id) for row in rows]


def lists_of(desk: Desk, seen: Picture) -> list[DecisionList]:
    """Give the delegation lists that a decision or a reclaim in the case stands on."""
    found: dict[int, DecisionList] = {}
    for decision in seen.decisions:
        row = desk.store.first(ListedDecision, "decision_id = ?", decision.id)
        if row is not None:
            found[row.list_id] = desk.store.get(DecisionList, row.list_id)
    found |= {each.id: each for _, each in seen.reclaim_lists if each is not None}
    return list(found.values())
