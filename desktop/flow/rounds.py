"""Consultation rounds as acts and lists read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import Round, RoundCase
from desktop.domain.proposal import has_rule

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


def hears(desk: Desk) -> bool:
    """Say whether the guideline in force wants a committee heard (P9)."""
    return any(has_rule(each, "consultation") for each in desk.in_force()[1].schemes)


def open_round(desk: Desk) -> Round | None:
    """Give the round that cases are put into now; None when none is open."""
    return desk.store.first(Round, "held_on is null", order="id desc")


def round_cases(desk: Desk, round_id: int) -> list[RoundCase]:
    """Give the rows of a round, in the order they came."""
    return desk.store.find(RoundCase, "round_id = ?", round_id)
