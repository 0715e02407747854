"""A visit as data for other programs: where it stands, its people, rules, costs and settlement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.rule import STATUS_WORDS
from desktop.domain.visit_words import STAGE_WORDS, Party
from desktop.flow.visit_next import next_visit_words, visit_label, visit_next

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.domain.settlement import Row, Settlement
    from desktop.domain.visiting import VisitCost
    from desktop.flow.visit_picture import VisitPicture

Data = dict[str, Any]


def visit_data(seen: VisitPicture) -> Data:
    """Give everything that lists and the visit's page show; sums in öre, days as ISO."""
    visit, shown = seen.visit, visit_label(seen)
    return {
        "id": visit.id,
        "number": visit.number,
        "title": str(seen.title),
        "place": seen.where,
        "form": visit.form,
        "purpose": visit.purpose,
        "areas": list(visit.areas),
        "agenda_goals": list(visit.agenda_goals),
        "why_not_digital": visit.why_not_digital,
        "starts_on": _day(visit.starts_on),
        "ends_on": _day(visit.ends_on),
        "bearer": visit.bearer,
        "funding": visit.funding,
        "project": visit.project,
        "stage": visit.stage,
        "stage_name": str(STAGE_WORDS[visit.stage]),
        "label": {
            "text": str(shown.text),
            "tone": shown.tone,
            "days_late": seen.report_late,
            "due_on": _day(shown.due_on),
        },
        "next_act": visit_next(seen),
        "next_words": str(next_visit_words(seen)),
        "approved_on": _day(visit.approved_on),
        "approval_reason": visit.approval_reason,
        "agreement": seen.agreement.id if seen.agreement else None,
        "report": {
            "counted_on": _day(visit.report_counted_on),
            "due_on": _day(visit.report_due_on),
            "reported_on": _day(visit.reported_on),
            "outcome": visit.outcome,
            "lessons": visit.lessons,
        },
        "settled_on": _day(visit.settled_on),
        "cancelled_on": _day(visit.cancelled_on),
        "cancel_reason": visit.cancel_reason,
        "people": _people(seen),
        "planned_ore": seen.planned_ore,
        "own_ore": seen.own_ore,
        "costs": [_cost(each) for each in seen.costs],
        "findings": [_finding(each) for each in seen.findings],
        "settlement": _settlement(seen.settlement, visit.deviation),
    }


def _people(seen: VisitPicture) -> Data:
    """Give numbers by age; names stay in the register."""
    return {
        "guests": seen.guests,
        "youth": seen.youth.part,
        "rows": [
            {
                "side": each.side,
                "role": each.role,
                "under_13": each.under_13,
                "aged_13_17": each.aged_13_17,
                "aged_18_25": each.aged_18_25,
                "aged_26": each.aged_26,
            }
            for each in seen.people
        ],
    }


def _cost(cost: VisitCost) -> Data:
    return {
        "cost_type": cost.cost_type,
        "detail": cost.detail,
        "planned_ore": cost.planned_ore,
        "amount": cost.amount,
        "currency": cost.currency,
        "rate": cost.rate,
        "rate_on": _day(cost.rate_on),
        "sek_ore": cost.sek_ore,
        "paid_by": cost.paid_by,
        "bearer": cost.bearer,
        "source": cost.source,
        "unrecovered": cost.unrecovered,
    }


def _settlement(made: Settlement, deviation: str) -> Data:
    return {
        "should": _sums(made.should),
        "paid": _sums(made.paid),
        "owes": [
            {"debtor": each.debtor, "creditor": each.creditor, "ore": each.ore}
            for each in made.owes
        ],
        "open": len(made.open),
        "rows": [_row(each) for each in made.rows],
        "currencies": [
            {"currency": each.currency, "should": _sums(each.should), "paid": _sums(each.paid)}
            for each in made.currencies
        ],
        "deviation": deviation,
    }


def _row(row: Row) -> Data:
    return {
        "cost_type": row.cost.cost_type,
        "should": {str(party): units for party, units in row.should.items()},
        "ceiling_ore": row.ceiling_ore,
        "over_ore": row.over_ore,
        "unnamed": row.unnamed,
        "exempted": row.exempted,
    }


def _sums(sums: Mapping[Party, int]) -> Data:
    return {str(party): sums[party] for party in Party}


def _finding(found: Finding) -> Data:
    return {
        "rule": found.rule,
        "gate": found.gate,
        "status": found.status,
        "status_name": str(STATUS_WORDS[found.status]),
        "title": str(found.title),
        "value": str(found.value),
        "limit": str(found.limit),
        "paragraph": found.paragraph,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
