"""The delegation list on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Decision
from desktop.domain.registers import Association, Place
from desktop.domain.swedish import kr
from desktop.flow.papers import base, draw
from desktop.letters.facts import DelegationListFacts, ListedRow

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.lists import Delegated


def delegation_list(
    desk: Desk, decisions: list[Delegated], number: str, meeting_on: date | None
) -> bytes:
    """Draw the list for the board: no account numbers, no personal numbers."""
    facts = DelegationListFacts(
        **base(desk, desk.today, f"delegation_list:{number}"),
        number=number,
        first_on=min(each.decided_on for each in decisions),
        last_on=max(each.decided_on for each in decisions),
        meeting_on=meeting_on,
        rows=tuple(_row(desk, each) for each in decisions),
    )
    return draw(desk, "delegation_list", facts)


def _row(desk: Desk, decided: Delegated) -> ListedRow:
    store, made = desk.store, decided.made
    case = store.get(Case, decided.case_id)
    scheme = desk.guideline(case.guideline_id).scheme(case.scheme)
    return ListedRow(
        number=decided.number,
        decided_on=decided.decided_on,
        dnr=case.dnr or case.number,
        point=_point(made.delegation),
        delegate=f"{made.officer}, {made.officer_title}",
        party=store.get(Association, case.association_id).name,
        matter=f"{scheme.name} {case.year}, {store.get(Place, case.place_id).name}",
        decision=_words(decided),
        granted=decided.granted,
        reclaimed=decided.reclaimed,
    )


def _words(decided: Delegated) -> str:
    """Say what was decided, as the board reads it."""
    if decided.reclaimed:
        return f"{decided.outcome} av {kr(decided.reclaimed)}"
    deviates = isinstance(decided.made, Decision) and decided.made.deviation
    return f"{decided.outcome}, avsteg med skäl" if deviates else str(decided.outcome)


def _point(delegation: str) -> str:
    """Give the point of the delegation order: "…, punkt 4.7" is "4.7"."""
    match = re.search(r"punkt\s+(\S+)", delegation)
    return match[1].rstrip(".,") if match else delegation
