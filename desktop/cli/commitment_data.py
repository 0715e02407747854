"""Networks, projects, plans, contacts and documents as data for other programs."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.record import Record
from desktop.domain.rule import STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.rule import Finding
    from desktop.flow.contact_view import ContactRow
    from desktop.flow.document_view import GoverningPicture
    from desktop.flow.network_view import NetworkPicture
    from desktop.flow.plan_view import PlanRow
    from desktop.flow.project_view import ProjectPicture

Data = dict[str, Any]
_OWN = ("rev", "deleted")


def record_data(record: Record) -> Data:
    """Give the fields of a record; days as ISO."""
    return {
        each.name: _plain(getattr(record, each.name))
        for each in fields(record)
        if each.name not in _OWN
    }


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def findings_data(found: Iterable[Finding]) -> list[Data]:
    """Give what rules say."""
    return [
        {
            "rule": each.rule,
            "gate": each.gate,
            "status": each.status,
            "status_name": str(STATUS_WORDS[each.status]),
            "title": str(each.title),
            "value": str(each.value),
            "limit": str(each.limit),
            "paragraph": each.paragraph,
        }
        for each in found
    ]


def network_data(seen: NetworkPicture) -> Data:
    """Give a network with its activities, reviews and findings."""
    return {
        **record_data(seen.network),
        "body": seen.body.name if seen.body else "",
        "label": str(seen.label),
        "tone": seen.tone,
        "last_activity": _plain(seen.last_activity),
        "review_due": _plain(seen.review_due),
        "next_act": seen.next_act,
        "activities": [record_data(each) for each in seen.activities],
        "reviews": [record_data(each) for each in seen.reviews],
        "findings": findings_data(seen.findings),
    }


def project_data(seen: ProjectPicture) -> Data:
    """Give a project with its money, partners, reporting days, visits and findings."""
    return {
        **record_data(seen.project),
        "body": seen.body.name if seen.body else "",
        "label": str(seen.label),
        "tone": seen.tone,
        "budget": seen.budget,
        "own": seen.own,
        "external": seen.external,
        "own_percent": seen.own_percent,
        "next_act": seen.next_act,
        "funding": [record_data(each) for each in seen.funding],
        "partners": [record_data(each) for each in seen.partners],
        "report_days": [record_data(each) for each in seen.report_days],
        "visits": [each.number for each in seen.visits],
        "findings": findings_data(seen.findings),
    }


def plan_data(row: PlanRow) -> Data:
    """Give a body's action plan of a year, or that it has none."""
    seen = row.plan
    return {
        "body": row.body.name,
        "body_id": row.body.id,
        "year": row.year,
        "label": str(row.label),
        "plan": record_data(seen.plan) if seen else None,
        "goals": [record_data(each) for each in seen.goals] if seen else [],
        "next_act": seen.next_act if seen else "register_action_plan",
        "findings": findings_data(row.findings),
    }


def contact_data(row: ContactRow) -> Data:
    """Give a contact person, or the body that lacks one."""
    return {
        "body": row.body.name,
        "body_id": row.body.id,
        "body_kind": row.body.kind,
        "missing": row.missing,
        "person": record_data(row.person) if row.person else None,
    }


def document_data(seen: GoverningPicture) -> Data:
    """Give a governing document with how it stands."""
    return {
        **record_data(seen.document),
        "label": str(seen.label),
        "tone": seen.tone,
        "next_act": seen.next_act,
        "findings": findings_data(seen.findings),
    }
