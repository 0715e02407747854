"""What the guideline's rules would say of a network or project as it is typed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import ProjectKind
from desktop.domain.commitments import Network, Project
from desktop.domain.problems import Refusal
from desktop.flow import network_view, project_view
from desktop.flow.reading import read
from desktop.flow.steps import step_named
from desktop.flow.steps.project_rows import fundings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk

TRIED = ("change_network", "change_project", "register_network", "register_project")
"""Acts beside which the rules are shown as they would fall out."""
UNNAMED = "…"
"""Stands for a name that is not typed yet: no rule is about it."""


def tried(
    desk: Desk,
    act: str,
    raw: Mapping[str, object],
    seen: Any,  # noqa: ANN401 - a NetworkPicture, a ProjectPicture, or None for a new one
) -> tuple[Finding, ...] | None:
    """Judge what can be read of a form; None while it cannot be read."""
    named = {**raw, "name": raw.get("name") or UNNAMED}
    try:
        it: Any = read(step_named(act).command, named, desk.today)
        if act.endswith("_network"):
            return _network(desk, it, seen)
        return _project(desk, it, seen)
    except Refusal:
        return None


def _network(
    desk: Desk,
    it: Any,  # noqa: ANN401 - RegisterNetwork or ChangeNetwork
    seen: network_view.NetworkPicture | None,
) -> tuple[Finding, ...]:
    values = _values(Network, it)
    if seen is None:
        return network_view.pictured(desk, Network(**values)).findings
    after = replace(seen.network, **values)
    return network_view.pictured(desk, after, seen.activities, seen.reviews).findings


def _project(
    desk: Desk,
    it: Any,  # noqa: ANN401 - RegisterProject or ChangeProject
    seen: project_view.ProjectPicture | None,
) -> tuple[Finding, ...]:
    values = {**_values(Project, it), "kind": ProjectKind(it.kind)}
    if seen is None:
        money = fundings(desk, 0, it.funding)
        return project_view.pictured(desk, Project(**values), funding=money).findings
    after = replace(seen.project, **values)
    return project_view.pictured(desk, after, funding=seen.funding).findings


def _values(record: type[Any], it: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {each.name: getattr(it, each.name) for each in fields(record) if hasattr(it, each.name)}
