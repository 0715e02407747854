"""What a guideline says of visits: quota, report months, who pays by default, and its rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.cost_types import CUSTOM, CostType
from desktop.domain.visit_words import CeilingUnit, Payer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.guideline import Guideline, RuleData


@dataclass(frozen=True, kw_only=True)
class MatrixLine:
    """Who pays one kind of cost, as proposed for a new agreement."""

    cost_type: CostType
    """The kind of cost."""
    payer: Payer
    """Who pays it."""
    guest_share: int = 50
    """The guest's per cent of a shared cost, 0 to 100."""
    ceiling_ore: int | None = None
    """The most, in öre for each unit."""
    ceiling_unit: CeilingUnit = CeilingUnit.NONE
    """What the ceiling is counted for."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class VisitRules:
    """The part of a guideline that visits and agreements follow."""

    quota_per_period: int | None
    """Trips on own budget for each place and mandate period (P13); None for no quota."""
    council_period: bool
    """True when the quota follows the council's mandate period, not the executive board's."""
    project_outside: bool
    """True when trips that project money pays wholly are outside the quota (P13)."""
    near_first: bool
    """True when near towns go first (P13)."""
    report_months: int
    """Months after the last day within which a visit is reported."""
    to_working_day: bool
    """True when a report day on a weekend or holiday moves to the next working day."""
    endless_warns: bool
    """True when an agreement without end or notice is warned of (U3)."""
    ending_months: int
    """Months before its last day in which an agreement is said to be about to end."""
    lines: tuple[MatrixLine, ...]
    """Who pays what in a new agreement."""
    rules: tuple[RuleData, ...]
    """P10–P14 in order; they gate "approval"."""


CUSTOM_LINES = tuple(MatrixLine(cost_type=each, payer=payer) for each, payer in CUSTOM.items())
PLAIN = VisitRules(
    quota_per_period=None,
    council_period=False,
    project_outside=True,
    near_first=False,
    report_months=1,
    to_working_day=True,
    endless_warns=False,
    ending_months=6,
    lines=CUSTOM_LINES,
    rules=(),
)
"""What holds where the guideline says nothing of visits: no rule, and custom as the proposal."""


def visit_rules(guideline: Guideline) -> VisitRules:
    """Give what a guideline says of visits, or what holds when it says nothing."""
    return guideline.visits or PLAIN


def asks_of_visits(guideline: Guideline, kind: str) -> bool:
    """Say whether a guideline has a rule of a kind about visits, "not_digital"."""
    return any(rule.kind == kind for rule in visit_rules(guideline).rules)


def asks_agreements(guideline: Guideline) -> bool:
    """Say whether every twin town is to have an agreement on costs (P12)."""
    return asks_of_visits(guideline, "agreement")


def parse_visits(
    data: Mapping[str, Any] | None, rule: Callable[[Mapping[str, Any]], RuleData]
) -> VisitRules | None:
    """Read the `[visits]` part; None without one; KeyError or ValueError when wrong."""
    if not data:
        return None
    rules = sorted(map(rule, data.get("rule", ())), key=lambda each: each.order)
    return VisitRules(
        quota_per_period=data.get("quota_per_period"),
        council_period=bool(data.get("council_period", False)),
        project_outside=bool(data.get("project_outside", True)),
        near_first=bool(data.get("near_first", False)),
        report_months=int(data.get("report_months", PLAIN.report_months)),
        to_working_day=bool(data.get("to_working_day", True)),
        endless_warns=bool(data.get("endless_warns", False)),
        ending_months=int(data.get("ending_months", PLAIN.ending_months)),
        lines=tuple(map(_line, data.get("line", ()))) or CUSTOM_LINES,
        rules=tuple(rules),
    )


def _line(data: Mapping[str, Any]) -> MatrixLine:
    return MatrixLine(
        cost_type=CostType(data["cost_type"]),
        payer=Payer(data["payer"]),
        guest_share=int(data.get("guest_share", 50)),
        ceiling_ore=data.get("ceiling_ore"),
        ceiling_unit=CeilingUnit(data.get("ceiling_unit", "")),
        note=data.get("note", ""),
    )
