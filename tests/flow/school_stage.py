"""A school fund with a case wherever one can stand, so that every act about schools can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Case
from desktop.flow.steps.founding import FoundRegister

if TYPE_CHECKING:
    from tests.flow.coordinator import Coordinator

FUND = FoundRegister(guideline="skelleftea", name="Ebba Sagolin")
HARBOUR, ISLAND, ELSEWHERE, FRIENDS = 1, 2, 3, 4
SCHOOLS: tuple[dict[str, Any], ...] = (
    {
        "name": "Påhittade hamngymnasiet",
        "principal": "Rut Rektorsson",
        "account_string": "2310/441/10/77001/5",
    },
    {
        "name": "Friskolan Sagoön",
        "kind": "independent_school",
        "school_form": "compulsory",
        "principal": "Olle Påhittsson",
        "account_kind": "bankgiro",
        "account": "5402-9681",
    },
    {"name": "Låtsasgymnasiet i Fabelby", "outside": True, "principal": "Siv Fabelin"},
)
LINES = [
    {"cost_type": "travel", "detail": "tåg och båt", "amount": 24_000},
    {"cost_type": "lodging", "detail": "vandrarhem", "amount": 12_000},
]
APPLICATION: dict[str, Any] = {
    "association_id": HARBOUR,
    "application_type": "practice",
    "purpose": "praktik på ett påhittat varv",
    "destination": "Raahe",
    "starts_on": "2026-04-13",
    "ends_on": "2026-04-24",
    "pupils": 12,
    "staff": 2,
    "asked": 30_000,
    "lines": LINES,
    "aims": "Eleverna prövar sitt yrke i ett annat land.",
    "theme": "båtbygge",
    "work_before": "Språkkurs.",
    "work_during": "Tio dagar på varvet.",
    "work_after": "Redovisning för årskursen.",
    "support": "Handledare på plats och samtal varje dag.",
    "goals": ["operations"],
}
ACTS = (
    "add_school",
    "announce_board_decision",
    "change_school",
    "change_school_account",
    "change_school_application",
    "prepare_for_board",
    "receive_school_completion",
    "record_board_decision",
    "record_board_reclaim",
    "record_new_board_decision",
    "register_school_application",
)
"""The acts that only a register with a school fund knows."""
MORE: dict[str, dict[str, Any]] = {
    "add_school": {"name": "Nypåhittade skolan"},
    "change_school_account": {"account_string": "2310/441/10/77002/5", "source": "ansökan"},
    "record_board_reclaim": {"reason": "Halva gruppen reste inte."},
    "register_school_application": APPLICATION,
}


def enrols(it: Coordinator) -> None:
    """Register the schools, and an association that is none."""
    for school in SCHOOLS:
        it.does("add_school", **school)
    it.does("add_association", name="Påhittade vänkretsen")


def applies(it: Coordinator, **typed: Any) -> int:
    """Register an application of a school; give the case."""
    done = it.does("register_school_application", **{**APPLICATION, **typed})
    (first,) = [key for kind, key in done.subjects if kind == "case"]
    assert it.desk.store.get(Case, first).scheme == "school_fund"
    return first


def sets(it: Coordinator) -> None:
    """Lead schools' cases to every place in their life."""
    enrols(it)
    applies(it)
    it.in_case(applies(it, ends_on=None), "ask_completion")
    it.in_case(applies(it), "prepare_for_board")
    for carried in (False, True):
        case = applies(it)
        it.in_case(case, "prepare_for_board")
        it.in_case(case, "record_board_decision", paragraph="84")
        it.in_case(case, "send_letter")
        if carried:
            it.in_case(case, "release_payment")
            it.in_case(case, "mark_paid")
