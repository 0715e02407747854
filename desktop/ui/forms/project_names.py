"""Offers the registered projects where a visit names the one that pays for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.domain.commitment_words import ProjectState
from desktop.domain.commitments import Project

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.form import FormPanel

FIELD = "project"


def offer_projects(form: FormPanel, desk: Desk) -> None:
    """Complete the name while it is typed; any other words are taken too."""
    field = form.inputs[FIELD].widget if FIELD in form.inputs else None
    if not isinstance(field, QLineEdit):
        return
    names = [
        each.name
        for each in desk.store.find(Project, order="name")
        if each.state is not ProjectState.REJECTED
    ]
    if not names:
        return
    completer = QCompleter(names, field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
