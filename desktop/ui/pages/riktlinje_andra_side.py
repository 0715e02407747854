"""Beside the guideline being written: its sections with what is changed in each, and the act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.flow.steps import step_named
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.i18n import tr
from desktop.ui.inputs import LineInput
from desktop.ui.measure import px
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.row_button import RowButton
from desktop.ui.widgets.words import Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.ask import Ask
    from desktop.ui.page import Page
    from desktop.ui.pages.riktlinje_andra_tree import Editing

ADOPT = "adopt_guideline"


@dataclass(frozen=True, kw_only=True)
class SectionState:
    """How a section stands."""

    key: str
    """Its key."""
    title: str
    """What it is called."""
    changes: int
    """Differences in it."""
    lacks: int
    """Problems in it."""


class _SectionRow(RowButton):
    """One section: its name, and what is changed or wrong in it."""

    def __init__(self, state: SectionState) -> None:
        super().__init__()
        self.setCheckable(False)
        self.key = state.key
        words, mark = said(state)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(10), px(3), px(10), px(3))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Words(state.title, wrap=True), 0, 0)
        if mark is not None:
            grid.addWidget(Symbol(mark, 14), 0, 1)
        tone = Tone.STOP if state.lacks else Tone.MUTED
        grid.addWidget(Words(words, "small", tone, right=True), 0, 2)
        self.setAccessibleName(f"{state.title}. {words}".rstrip(". "))


def said(state: SectionState) -> tuple[str, Mark | None]:
    """Say what is wrong in a section, or else how much is changed; "" for nothing."""
    if state.lacks:
        one = state.lacks == 1
        return (tr("1 att rätta") if one else tr("{n} att rätta", n=state.lacks)), Mark.STOP
    if state.changes:
        one = state.changes == 1
        return (tr("1 ändring") if one else tr("{n} ändringar", n=state.changes)), None
    return "", None


class SectionList(Card):
    """The sections in their order; a click goes there."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self._inner = QVBoxLayout()
        tight(self._inner)
        self._inner.setContentsMargins(px(4), px(4), px(4), px(4))
        self.body.addLayout(self._inner)
        self.rows: list[_SectionRow] = []
        self._shown: tuple[SectionState, ...] = ()
        self.setAccessibleName(tr("Avsnitt"))

    def show_sections(self, states: Sequence[SectionState]) -> None:
        """Show these, unless they stand here already."""
        if tuple(states) == self._shown:
            return
        held = next((row.key for row in self.rows if row.hasFocus()), "")
        self._shown = tuple(states)
        for old in self.rows:
            self._inner.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        for state in states:
            row = _SectionRow(state)
            row.clicked.connect(lambda _on=False, key=state.key: self.chosen.emit(key))
            self.rows.append(row)
            self._inner.addWidget(row, 0, Qt.AlignmentFlag(0))
            row.show()
            if state.key == held:
                row.setFocus()


def _short(_ask: Ask) -> LineInput:
    """Let a number stand beside another."""
    return LineInput(LineEdit(), short=True)


class Side(QWidget):
    """The list and the form below each other."""

    def __init__(self) -> None:
        """Make it without a form."""
        super().__init__()
        self.sections = SectionList()
        self._column = QVBoxLayout(self)
        tight(self._column, 12)
        self._column.addWidget(self.sections)
        self._column.addStretch(1)
        self.form: FormPanel | None = None

    def make_form(self, page: Page, editing: Editing) -> FormPanel:
        """Make the form of the adoption anew; a draft of it is offered back."""
        desk = page.session.need()
        step = step_named(ADOPT)
        values = step.prefill(desk, None) | {"caps": [], "data": None}
        if editing.guideline.copied_from:
            # Another's days and paragraph say nothing of one's own.
            values |= {"valid_from": None, "adopted_on": None}
        form = FormPanel(
            step.command,
            title=tr("Anta ny version"),
            button=tr("Anta"),
            values=values,
            layout=Layout.SIDE,
            others=[("drop", tr("Kasta allt som är ändrat"))],
            day=page.session.read_day,
            note=tr("När allt är rätt"),
            skip=("caps", "data"),
            drafts=page.session.preferences.drafts,
            draft_key=DraftKey(register=desk.store.register_uuid, act=step.name),
            own={"paragraph": _short, "dnr": _short},
        )
        form.set_hint("valid_to", "")
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = form
        self._column.insertWidget(1, form)
        form.show()
        return form
