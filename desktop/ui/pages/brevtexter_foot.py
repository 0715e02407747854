"""What is wrong with a letter's text as a whole, and the form that adopts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.flow.steps.texts import EditLetterText
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import clear
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.letters.judging import Remark
    from desktop.ui.session import Session

MOST = 2
"""Findings about the whole text that are shown at once."""


class TextFoot(QWidget):
    """Stands below the fields."""

    def __init__(self) -> None:
        """Make it without a form."""
        super().__init__()
        self._told = QWidget()
        self._bands = QVBoxLayout(self._told)
        tight(self._bands, 4)
        self._forms = QVBoxLayout()
        column = QVBoxLayout(self)
        tight(column, 6)
        column.addWidget(self._told)
        column.addLayout(self._forms)
        self._told.hide()

    def make_form(self, session: Session, name: str) -> FormPanel:
        """Make the form anew, for the text of that name."""
        register = session.need().store.register_uuid
        form = FormPanel(
            EditLetterText,
            title="",
            note=tr("Anta texten"),
            button=tr("Anta texten"),
            values={"name": name, "text": "", "valid_from": session.today},
            layout=Layout.WIDE,
            others=[("drop", tr("Kasta utkastet"))],
            day=session.read_day,
            skip=("name", "text"),
            drafts=session.preferences.drafts,
            draft_key=DraftKey(register=register, act="edit_letter_text", more=name),
        )
        clear(self._forms)
        self._forms.addWidget(form)
        return form

    def show_remarks(self, remarks: Sequence[Remark], fields: Collection[str]) -> None:
        """Say what is wrong with the whole; what is about one of `fields` stands under it."""
        clear(self._bands)
        whole = [each for each in remarks if each.problem.field not in fields]
        stopping = sum(each.stops for each in remarks)
        for each in whole[:MOST]:
            mark = Mark.STOP if each.stops else Mark.WARN
            self._bands.addWidget(MessageBand(mark, shown(each.problem.text)))
        if stopping > sum(each.stops for each in whole):
            words = tr("Rätta det som står under fälten innan texten antas.")
            self._bands.addWidget(MessageBand(Mark.STOP, words))
        elif remarks and not stopping:
            words = tr("Det går att anta texten ändå: skriv varför.")
            self._bands.addWidget(MessageBand(Mark.WARN, words))
        self._told.setVisible(self._bands.count() > 0)
