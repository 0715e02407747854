"""What later acts rest on without a row that points at it, and so cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.casework import Case, Decision, Payment
from desktop.domain.phases import Phase
from desktop.domain.problems import refuse
from desktop.flow import visit_resting
from desktop.flow.derive import cases_of
from desktop.flow.money import in_pot
from desktop.flow.putting_back import any_day, require_ground
from desktop.flow.undoing import depth, first_act, still_last

if TYPE_CHECKING:
    from db.change import Changed, Event
    from desktop.flow.desk import Desk

Look: TypeAlias = "Callable[[Desk, Event, Changed], None]"
"""Refuses when something rests on a changed row."""

_TRACKS = {
    "appeal",
    "decision_list",
    "dispatch",
    "listed_decision",
    "listed_reclaim",
    "payment",
    "reclaim",
    "repayment",
    "report",
}
_EDITABLE = (Phase.RECEIVED, Phase.PREPARATION, Phase.COMPLETION)


def still_free(desk: Desk, event: Event) -> None:
    """Refuse to take back what a proposal, a decision or a payment already rests on."""
    require_ground(desk, event)
    if depth(desk.store, event.id, {}) % 2:
        _require_last(desk, event)
        return
    _require_open(desk, event)
    # What was done again is judged by what the act itself once wrote.
    for changed in first_act(desk.store, event).changed():
        look = _LOOKS.get(changed.table)
        if look is not None:
            look(desk, event, changed)


def _require_last(desk: Desk, event: Event) -> None:
    """Refuse to do again what was undone on another day or before other acts: nobody judges it.

    What no act has judged, like a note or a place, is put back on any day.
    """
    last = event.at.date() == desk.today and still_last(desk.store, event.id)
    if not last and not any_day(event):
        raise refuse(
            "event_id",
            "Händelse – {text} Det går bara att göra igen genast – gör om det på vanligt sätt.",
            text=event.text,
        )


def _require_open(desk: Desk, event: Event) -> None:
    """Refuse to open a track of a case that was closed because every track had ended."""
    if not any(changed.table in _TRACKS for changed in event.changed()):
        return
    about = (cases_of(desk.store, kind, row_id) for kind, row_id in event.subjects)
    for case_id in sorted(set().union(*about)):
        case = desk.store.first(Case, "id = ? and phase = ?", case_id, Phase.CLOSED)
        if case is not None:
            raise refuse(
                "event_id",
                "Händelse – {number} är avslutat – öppna ärendet igen först.",
                number=case.number,
            )


def _application(desk: Desk, _event: Event, changed: Changed) -> None:
    case = desk.store.first(Case, "id = ?", changed.after.get("case_id"))
    if case is not None and case.phase not in _EDITABLE:
        raise refuse(
            "event_id",
            "Händelse – {number} har gått vidare med den versionen – ta tillbaka ärendet till"
            " beredning först.",
            number=case.number,
        )


def _association(desk: Desk, event: Event, changed: Changed) -> None:
    if changed.before is not None and "year_end" in changed.before:
        _paid_since(desk, event, "association_id", changed.id)


def _annual_report(desk: Desk, event: Event, changed: Changed) -> None:
    if changed.before is None:
        _paid_since(desk, event, "association_id", changed.after["association_id"])


def _exemption(desk: Desk, event: Event, changed: Changed) -> None:
    if changed.before is None:
        _paid_since(desk, event, "id", changed.after["case_id"])


def _paid_since(desk: Desk, event: Event, column: str, key: object) -> None:
    """Refuse when money was released after the gate was opened by the event (P8)."""
    released = desk.store.first(
        Payment,
        f"case_id in (select id from grant_case where {column} = ?)"  # noqa: S608 - our own name
        " and state in ('ready', 'handed', 'paid') and released_on >= ?",
        key,
        event.at.date(),
    )
    if released is not None:
        raise refuse(
            "event_id",
            "Händelse – {text} En utbetalning vilar på det – ta tillbaka utbetalningen först.",
            text=event.text,
        )


def _case(desk: Desk, event: Event, changed: Changed) -> None:
    before = changed.before or {}
    if "declined_on" in before:
        _declined(desk, changed)
    if before.get("phase") == Phase.CLOSED:
        last = desk.store.events(subject=("case", changed.id), limit=1)[0]
        if last.id != event.id:
            raise refuse(
                "event_id",
                "Händelse – {text} Ärendet har gått vidare sedan dess – avsluta det på nytt.",
                text=event.text,
            )


def _declined(desk: Desk, changed: Changed) -> None:
    case = desk.store.get(Case, changed.id)
    decision = desk.store.first(Decision, "case_id = ?", case.id, order="version desc")
    if decision is None or decision.deviation:
        return
    if not desk.guideline(case.guideline_id).scheme(case.scheme).cap:
        return
    taken = sum(each.granted or 0 for each in in_pot(desk, case.scheme, case.place_id, case.year))
    if taken + decision.granted > decision.pot_cap:
        raise refuse(
            "event_id",
            "Händelse – potten som {number} lämnade har gått till andra – ta emot en ny ansökan.",
            number=case.number,
        )


_LOOKS: dict[str, Look] = {
    "annual_report": _annual_report,
    "application": _application,
    "association": _association,
    "exemption": _exemption,
    "grant_case": _case,
    **visit_resting.LOOKS,
}
