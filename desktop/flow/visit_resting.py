"""What rests on the rows of visits and agreements, and so keeps them from being taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.problems import refuse
from desktop.domain.visit_words import VisitStage
from desktop.domain.visiting import Agreement, Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.change import Changed, Event
    from desktop.flow.desk import Desk

_ENDED = (VisitStage.CLOSED, VisitStage.CANCELLED)


def _part(desk: Desk, event: Event, changed: Changed) -> None:
    """Refuse to change people, programme or costs behind a visit that has gone on."""
    if any(each.table == "visit" for each in event.changed()):
        # The row of the visit itself says whether something came later.
        return
    visit_id = changed.after.get("visit_id") or (changed.before or {}).get("visit_id")
    visit = desk.store.first(Visit, "id = ?", visit_id or _visit_of(desk, changed))
    if visit is not None and (visit.stage in _ENDED or visit.settled_on is not None):
        raise refuse(
            "event_id",
            "Händelse – {number} är avslutat eller reglerat – öppna det igen först.",
            number=visit.number,
        )


def _visit_of(desk: Desk, changed: Changed) -> int:
    rows = desk.store.rows(
        f'select visit_id from "{changed.table}" where id = ?',  # noqa: S608 - our own name
        changed.id,
    )
    return int(rows[0][0])


def _agreement(desk: Desk, event: Event, changed: Changed) -> None:
    """Refuse to take back what a visit was split by, or what a later agreement relies on."""
    visit = desk.store.first(Visit, "agreement_id = ?", changed.id)
    if visit is not None and (changed.before or {}).get("state") == "draft":
        raise refuse(
            "event_id",
            "Händelse – {number} är delat efter överenskommelsen – gör en ny version i stället.",
            number=visit.number,
        )
    _alone(desk, event, changed)


def _alone(desk: Desk, event: Event, changed: Changed) -> None:
    """Refuse to bring back a draft when the place has got another since."""
    back_to_draft = (changed.before or {}).get("state") == "draft"
    brought_back = changed.before is not None and changed.after.get("deleted") is not None
    if not (back_to_draft or brought_back):
        return
    row = desk.store.get(Agreement, changed.id, everything=True)
    other = desk.store.first(
        Agreement, "place_id = ? and state = 'draft' and id <> ?", row.place_id, row.id
    )
    if other is not None:
        raise refuse(
            "event_id",
            "Händelse – {text} Orten har fått ett nytt utkast sedan dess – ta bort det först.",
            text=event.text,
        )


LOOKS: dict[str, Callable[[Desk, Event, Changed], None]] = {
    "agreement": _agreement,
    "visit_cost": _part,
    "visit_day": _part,
    "visit_people": _part,
}
"""By table; resting.py asks them."""
