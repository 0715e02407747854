"""What the rules of networks and projects share: purpose, areas, Agenda 2030, and how they stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import Finding, Status, finding
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from desktop.domain.commitment_facts import Facts
    from desktop.domain.guideline import RuleData

_SHOWN = 80


def short(rule: RuleData) -> Status:
    """Give the status of what is missing: it stops where the rule is a gate of entry."""
    return Status.STOPS if rule.gate == "entry" else Status.NOTE


def clipped(words: str) -> Text:
    """Give words as one short line."""
    line = " ".join(words.split())
    return plain(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…")


def purpose(rule: RuleData, words: str) -> Finding:
    """Ask what it is for."""
    if not words:
        return finding(rule, short(rule), say("saknas"), say("skriv vad det ska ge"))
    return finding(rule, Status.MET, clipped(words), say(""))


def areas(rule: RuleData, facts: Facts, areas: tuple[str, ...]) -> Finding:
    """Ask which of the goals of the guideline it serves; nothing where it has none."""
    names = {goal.key: goal.short for goal in facts.guideline.goals}
    chosen = [names[key] for key in areas if key in names]
    if not names:
        return finding(rule, Status.NOT_APPLICABLE, say("inga områden"), say(""))
    if not chosen:
        return finding(rule, short(rule), say("saknas"), say("välj minst ett område"))
    return finding(rule, Status.MET, plain(", ".join(chosen)), say(""))


def agenda(rule: RuleData, goals: tuple[str, ...]) -> Finding:
    """Ask which goals of Agenda 2030 it serves."""
    if not goals:
        return finding(rule, short(rule), say("saknas"), say("välj minst ett av målen"))
    return finding(rule, Status.MET, say("mål {goals}", goals=", ".join(goals)), say(""))
