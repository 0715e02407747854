"""What an act in the log was about, by name, and the page where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.putting_back import is_gone
from desktop.flow.row_words import ROWS, bare_name
from desktop.ui.deadline_route import deadline_route
from desktop.ui.i18n import shown
from desktop.ui.page import Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk

_TABLES = {
    "asked": "follow_up_asked",
    "budget": "budget_period",
    "case": "grant_case",
    "contact": "contact_person",
    "follow_up": "follow_up_round",
    "guideline": "guideline_version",
    "list": "decision_list",
    "plan": "action_plan",
    "yearly": "yearly_report",
}
"""Tables of subjects that are not called as their table."""
_SETTINGS = {"office", "officer", "member", "reason", "lead_time", "letter_text"}
_FINDERS = {"what_if": "budget", "note": "bevakningar", "document": "handling"}


def subject_name(desk: Desk, subject: tuple[str, int]) -> str:
    """Give what a subject is called, its kind when it has no name."""
    kind, key = subject
    table = _TABLES.get(kind, kind)
    if table not in ROWS:
        return ""
    # The report of a year is named by the year itself.
    name = str(key) if kind == "yearly" else bare_name(desk, table, key)
    if any(each.isalpha() for each in name):
        return name
    return f"{shown(ROWS[table])} {name}".rstrip()


def subject_route(desk: Desk, subject: tuple[str, int]) -> Route | None:
    """Give where a subject is seen; None for one without a page, or that is taken away."""
    kind, key = subject
    if kind in _SETTINGS:
        return Route(page="installningar")
    table = _TABLES.get(kind, kind)
    if table in ROWS and is_gone(desk.store, table, key):
        return None
    if kind in _FINDERS:
        return Route(page=_FINDERS[kind], subject=key if kind == "document" else 0)
    return deadline_route(desk, subject)


def about(desk: Desk, subjects: Sequence[tuple[str, int]]) -> tuple[str, Route | None]:
    """Give name and place of the first subject that has a page, or the first name there is."""
    for subject in subjects:
        route = subject_route(desk, subject)
        if route is not None:
            return subject_name(desk, subject), route
    names = (subject_name(desk, subject) for subject in subjects)
    return next((name for name in names if name), ""), None
