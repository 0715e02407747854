"""How much is late among networks, projects and governing documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.document_view import governing_list
from desktop.flow.network_view import network_list
from desktop.flow.project_view import project_list

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


def late_count(desk: Desk) -> int:
    """Count the reviews, reports and project ends whose day has passed; kept until a change."""

    def count() -> int:
        networks = sum(bool(each.review_late) for each in network_list(desk, left=False))
        projects = sum(each.late for each in project_list(desk, living=True))
        documents = sum(bool(each.review_late) for each in governing_list(desk, ended=False))
        return networks + projects + documents

    return desk.keep(("late commitments", desk.today), count)
