"""What may be put back long after it was taken away, and what it needs to stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.row import IMMUTABLE, kind_of, table_of
from desktop.domain.problems import refuse
from desktop.flow.row_words import name_of

if TYPE_CHECKING:
    from db.change import Changed, Event
    from db.store import Store
    from desktop.flow.desk import Desk

_JUDGED = frozenset(
    {
        "annual_report",
        "appeal",
        "board_notice",
        "budget_period",
        "completion",
        "decision",
        "decision_list",
        "dispatch",
        "exemption",
        "extension",
        "guideline_version",
        "listed_decision",
        "listed_reclaim",
        "payment",
        "reclaim",
        "reminder",
        "repayment",
        "report",
        "round",
        "round_case",
        "round_member",
    }
)
"""Rows that an act judges when it writes them: done again another day, nobody has judged them."""
_OF_CASE = frozenset({"application", "budget_line"})
"""Rows that come back only with the case that they belong to."""


def removed(event: Event) -> set[tuple[str, int]]:
    """Give the rows that an event took away."""
    found = set()
    for each in event.changed():
        if each.table == "taken_back":
            if each.before is None:
                found.add((str(each.after["entity"]), int(str(each.after["row_id"]))))
        elif each.before is not None and each.after.get("deleted") is not None:
            found.add((each.table, each.id))
    return found


def any_day(event: Event) -> bool:
    """Say whether what an undoing took away may be put back on any later day.

    It may when nothing but removal is in it, and no row of those that an act judges first.
    """
    if not all(_only_removes(each) for each in event.changed()):
        return False
    tables = {table for table, _ in removed(event)}
    if not tables or tables & _JUDGED:
        return False
    return "grant_case" in tables or not tables & _OF_CASE


def _only_removes(changed: Changed) -> bool:
    if changed.table == "taken_back":
        return changed.before is None
    return changed.before is not None and changed.after.keys() == {"deleted", "rev"}


def require_ground(desk: Desk, event: Event) -> None:
    """Refuse to put rows back under something that is itself taken away."""
    mine = removed(event)
    for table, key in sorted(mine):
        for target, row_id in _targets(desk.store, table, key):
            if (target, row_id) not in mine and is_gone(desk.store, target, row_id):
                raise refuse(
                    "event_id",
                    "Händelse – {what} är borttaget – lägg tillbaka det först.",
                    what=name_of(desk, target, row_id),
                )


def _targets(store: Store, table: str, key: int) -> list[tuple[str, int]]:
    """Give the rows that a row points at."""
    keys = store.rows('SELECT "table", "from" FROM pragma_foreign_key_list(?)', table)
    found: list[tuple[str, int]] = []
    for target, column in keys:
        sql = f'SELECT "{column}" FROM "{table}" WHERE id = ?'  # noqa: S608 - our own names
        found += [(target, value) for (value,) in store.rows(sql, key) if value is not None]
    return found


def is_gone(store: Store, table: str, key: int) -> bool:
    """Say whether a row is taken away now."""
    kind: type[Any] = kind_of(table)
    if kind in IMMUTABLE:
        sql = "SELECT 1 FROM taken_back WHERE entity = ? AND row_id = ? AND deleted IS NULL"
        return bool(store.rows(sql, table_of(kind), key))
    sql = f'SELECT 1 FROM "{table}" WHERE id = ? AND deleted IS NOT NULL'  # noqa: S608 - our own name
    return bool(store.rows(sql, key))
