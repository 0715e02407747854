"""What a decision rested on, written down as JSON and read back as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.domain.rule import Finding, Limit, Part, Status
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def frozen(findings: Iterable[Finding], limits: Iterable[Limit], **more: object) -> str:
    """Give findings, limits and more as canonical JSON, all words in Swedish."""
    kept = {
        "findings": [_finding(each) for each in findings],
        "limits": [_limit(each) for each in limits],
        **more,
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "status": str(one.status),
        "title": str(one.title),
        "value": str(one.value),
        "limit": str(one.limit),
        "paragraph": one.paragraph,
        "short": one.short,
        "gate": one.gate,
        "overridable": one.overridable,
    }


def _limit(one: Limit) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "kind": one.kind,
        "title": str(one.title),
        "parts": [
            {"sign": part.sign, "label": str(part.label), "amount": part.amount, "case": part.case}
            for part in one.parts
        ],
        "amount": one.amount,
        "paragraph": one.paragraph,
        "short": one.short,
        "deciding": one.deciding,
        "said": str(one.said),
    }


def findings_of(snapshot: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Read the findings back."""
    return tuple(
        Finding(
            rule=one["rule"],
            status=Status(one["status"]),
            title=say(one["title"]),
            value=say(one["value"]),
            limit=say(one["limit"]),
            paragraph=one["paragraph"],
            short=one["short"],
            gate=one["gate"],
            overridable=one["overridable"],
        )
        for one in snapshot.get("findings", ())
    )


def limits_of(snapshot: Mapping[str, Any]) -> tuple[Limit, ...]:
    """Read the explained calculation back."""
    return tuple(
        Limit(
            rule=one["rule"],
            kind=one["kind"],
            title=say(one["title"]),
            parts=tuple(
                Part(
                    sign=part["sign"],
                    label=say(part["label"]),
                    amount=part["amount"],
                    case=part["case"],
                )
                for part in one["parts"]
            ),
            amount=one["amount"],
            paragraph=one["paragraph"],
            short=one["short"],
            deciding=one["deciding"],
            said=plain(one.get("said", "")),
        )
        for one in snapshot.get("limits", ())
    )
