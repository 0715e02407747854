"""Decisions that stand on no delegation list yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import Decision

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


def unlisted(desk: Desk) -> list[Decision]:
    """Give the decisions that stand on no list: every version, replaced ones too."""
    return desk.store.find(
        Decision,
        "id not in (select decision_id from listed_decision where deleted is null)",
        order="decided_on, year, number",
    )
