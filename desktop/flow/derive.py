"""What lists and Today read, made anew from the case in the transaction that changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.change import Insert, Update
from desktop.domain.casework import Case, RoundCase, Summary
from desktop.domain.phases import BEFORE_DECISION, Phase
from desktop.domain.registers import Place
from desktop.domain.swedish import fold
from desktop.flow.money import per_place
from desktop.flow.picture import Picture, picture
from desktop.flow.queue import OF_YEAR, has_any
from desktop.flow.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.derived import Derived
    from db.store import Store
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


def refresh(desk: Desk, store: Store, derived: Derived, work: Work) -> None:
    """Make the derived rows of every case that the act can have changed."""
    for case_id in sorted(_touched(desk, store, _that_matter(work))):
        derive(desk, derived, case_id)


def _that_matter(work: Work) -> list[tuple[str, int]]:
    """Give the subjects whose cases can look otherwise now.

    Visits and agreements are about their place too, but its cases show nothing but the place.
    """
    inserted = (each.record for each in work.changes if isinstance(each, Insert))
    updated = (each.after for each in work.changes if isinstance(each, Update))
    if any(isinstance(each, Place) for each in (*inserted, *updated)):
        return work.subjects
    return [each for each in work.subjects if each[0] != "place"]


def derive(desk: Desk, derived: Derived, case_id: int) -> None:
    """Make the derived rows of one case."""
    if desk.store.first(Case, "id = ?", case_id) is None:
        derived.remove_case(case_id)
        return
    seen = picture(desk, case_id)
    derived.replace_case(summary(seen), waiting(seen), folded(seen))


def summary(seen: Picture) -> Summary:
    """Give what lists show of a case."""
    decision = seen.decision
    return Summary(
        id=seen.id,
        case_id=seen.id,
        number=seen.case.number,
        applicant=seen.association.name,
        place=seen.place.name,
        scheme=seen.case.scheme,
        scheme_name=seen.scheme.name,
        year=seen.case.year,
        phase=seen.case.phase,
        asked=seen.application.asked,
        proposed=seen.proposal if seen.undecided else None,
        granted=seen.granted,
        paid=seen.paid - seen.repaid,
        arrived_on=seen.application.arrived_on,
        outcome=decision.outcome if decision else None,
        open=seen.case.phase is not Phase.CLOSED,
    )


def folded(seen: Picture) -> str:
    """Give the words a case is found by, folded."""
    words = (
        seen.case.number,
        seen.case.dnr,
        seen.association.name,
        seen.place.name,
        seen.scheme.name,
        str(seen.case.year),
        seen.application.purpose,
    )
    return fold(" ".join(words))


def _touched(desk: Desk, store: Store, subjects: Iterable[tuple[str, int]]) -> set[int]:
    """Give the cases whose derived rows an act about these subjects can have changed."""
    found: set[int] = set()
    for kind, row_id in subjects:
        found |= cases_of(store, kind, row_id)
    return found | {each for case_id in found for each in _pot_mates(desk, store, case_id)}


def cases_of(store: Store, kind: str, row_id: int) -> set[int]:
    """Give the cases that an act about one subject was about."""
    match kind:
        case "case":
            return {row_id}
        case "association":
            return {each.id for each in store.find(Case, "association_id = ?", row_id)}
        case "place":
            return {each.id for each in store.find(Case, "place_id = ?", row_id)}
        case "round":
            return {each.case_id for each in store.find(RoundCase, "round_id = ?", row_id)}
        case "list":
            rows = store.rows(
                "select d.case_id from listed_decision l join decision d on d.id = l.decision_id"
                " where l.list_id = ? union select r.case_id from listed_reclaim l"
                " join reclaim r on r.id = l.reclaim_id where l.list_id = ?",
                row_id,
                row_id,
            )
            return {int(row[0]) for row in rows}
        case _:
            return set()


def _pot_mates(desk: Desk, store: Store, case_id: int) -> set[int]:
    """Give the undecided cases that draw on the same pot: their proposals may move."""
    case = store.first(Case, "id = ?", case_id)
    if case is None:
        rows = store.rows("select scheme, place_id, year from grant_case where id = ?", case_id)
        scheme, place_id, year = rows[0]
    else:
        scheme, place_id, year = case.scheme, case.place_id, case.year
    where, given = "scheme = ? and year = ?", [scheme, year]
    if per_place(desk, scheme):
        where, given = f"{where} and place_id = ?", [*given, place_id]
    mates = store.find(Case, where, *given)
    if case is not None and has_any(desk.guideline(case.guideline_id).scheme(case.scheme), OF_YEAR):
        own = "scheme = ? and year = ? and association_id = ?"
        mates += store.find(Case, own, scheme, year, case.association_id)
    return {each.id for each in mates if each.phase in BEFORE_DECISION}
