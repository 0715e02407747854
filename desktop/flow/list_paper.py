"""The delegation list on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Decision
from desktop.domain.phases import DECISION_WORDS, OUTCOME_WORDS, DecisionKind
from desktop.domain.registers import Association, Place
from desktop.flow.papers import base, draw
from desktop.letters.facts import DelegationListFacts, ListedRow

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk


def delegation_list(
    desk: Desk, decisions: list[Decision], number: str, meeting_on: date | None
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
    return draw("delegation_list", facts)


def _row(desk: Desk, decision: Decision) -> ListedRow:
    store = desk.store
    case = store.get(Case, decision.case_id)
    scheme = desk.guideline(case.guideline_id).scheme(case.scheme)
    words = str(OUTCOME_WORDS[decision.outcome])
    if decision.kind is not DecisionKind.FIRST:
        words = f"{DECISION_WORDS[decision.kind]}: {words.lower()}"
    if decision.deviation:
        words = f"{words}, avsteg med skäl"
    return ListedRow(
        number=f"{decision.number}/{decision.year}",
        decided_on=decision.decided_on,
        dnr=case.dnr or case.number,
        point=_point(decision.delegation),
        delegate=f"{decision.officer}, {decision.officer_title}",
        party=store.get(Association, case.association_id).name,
        matter=f"{scheme.name} {case.year}, {store.get(Place, case.place_id).name}",
        decision=words,
        granted=decision.granted,
    )


def _point(delegation: str) -> str:
    """Give the point of the delegation order: "…, punkt 4.7" is "4.7"."""
    match = re.search(r"punkt\s+(\S+)", delegation)
    return match[1].rstrip(".,") if match else delegation
