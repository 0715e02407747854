"""Decisions that are reported to the board: on grants, and on claiming them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Decision, Reclaim
from desktop.domain.phases import DECISION_WORDS, OUTCOME_WORDS, DecisionKind
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk

_NUMBERS = """select max(number) from (
    select number, year from decision where board = ''
    union all select number, year from reclaim) where year = ?"""


@dataclass(frozen=True, kw_only=True)
class Delegated:
    """A delegated decision, whatever it decides: a row of a delegation list."""

    made: Decision | Reclaim
    """The decision itself."""

    @property
    def key(self) -> int:
        """Give a number that no other one has: reclaims count downwards."""
        return self.made.id if isinstance(self.made, Decision) else -self.made.id

    @property
    def case_id(self) -> int:
        """Give its case."""
        return self.made.case_id

    @property
    def number(self) -> str:
        """Give its delegation number: "5/2026"."""
        return f"{self.made.number}/{self.made.year}"

    @property
    def decided_on(self) -> date:
        """Give its day."""
        return self.made.decided_on

    @property
    def granted(self) -> int:
        """Give the kronor it grants."""
        return self.made.granted if isinstance(self.made, Decision) else 0

    @property
    def reclaimed(self) -> int:
        """Give the kronor it claims back."""
        return self.made.amount if isinstance(self.made, Reclaim) else 0

    @property
    def outcome(self) -> Text:
        """Say what was decided: "Delvis bifall", "Rättelse: avslag", "Återkrav"."""
        if isinstance(self.made, Reclaim):
            return say("Återkrav")
        words = OUTCOME_WORDS[self.made.outcome]
        if self.made.kind is DecisionKind.FIRST:
            return words
        kind = DECISION_WORDS[self.made.kind]
        return say("{kind}: {outcome}", kind=kind, outcome=str(words).lower())


def unlisted(desk: Desk) -> list[Delegated]:
    """Give what stands on no list: every version, replaced ones too, and every reclaim."""
    decisions = desk.store.find(
        Decision,
        "board = '' and id not in (select decision_id from listed_decision where deleted is null)",
    )
    reclaims = desk.store.find(
        Reclaim,
        "number > 0 and id not in (select reclaim_id from listed_reclaim where deleted is null)",
    )
    made: list[Decision | Reclaim] = [*decisions, *reclaims]
    found = [Delegated(made=each) for each in made]
    return sorted(found, key=lambda each: (each.decided_on, each.made.year, each.made.number))


def next_of_board(desk: Desk, year: int) -> int:
    """Give the number of the next decision that the board itself makes in a year."""
    rows = desk.store.rows("select max(number) from decision where board <> '' and year = ?", year)
    return int(rows[0][0] or 0) + 1


def next_number(desk: Desk, year: int) -> int:
    """Give the delegation number that the next decision of the year gets; never one given before.

    Decisions on grants and on claiming them back share one series.
    """
    rows = desk.store.rows(_NUMBERS, year)
    return int(rows[0][0] or 0) + 1
