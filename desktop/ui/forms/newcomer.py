"""The small form, inside that of an application, for an applicant that is not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.flow.options import options
from desktop.flow.steps.associations import AddAssociation
from desktop.flow.steps.schools import AddSchool
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.similar_names import show_similar
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.case_parts.paragraph_card import is_escape
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.flow.similar import Like
    from desktop.ui.widgets.day import ReadDay


@dataclass(frozen=True, kw_only=True)
class NewApplicant:
    """What kind of applicant is added, and what has to be asked at once."""

    command: type[Any]
    """The act."""
    act: str
    """Its name."""
    title: str
    """"Ny skola"."""
    button: str
    """The verb."""
    later: str
    """What can wait."""
    empty: Mapping[str, object]
    """The fields that are shown, as they stand before anybody has typed."""


def new_association() -> NewApplicant:
    """Give what a new association is asked."""
    return NewApplicant(
        command=AddAssociation,
        act="add_association",
        title=tr("Ny förening"),
        button=tr("Lägg till föreningen"),
        later=tr("Adress och konto kan vänta tills de behövs."),
        empty={"name": "", "place_ids": ()},
    )


def new_school() -> NewApplicant:
    """Give what a new school is asked."""
    return NewApplicant(
        command=AddSchool,
        act="add_school",
        title=tr("Ny skola"),
        button=tr("Lägg till skolan"),
        later=tr("Rektor, konto och adress kan vänta tills de behövs."),
        empty={"name": "", "kind": "municipal_school", "school_form": "upper_secondary"},
    )


class Newcomer(QWidget):
    """A link that opens the few fields of a new applicant in place, and closes again."""

    opened = Signal()
    edited = Signal()
    """A person wrote in it, or put it away."""
    known = Signal(int)
    """The one with a like name that was chosen instead of a new one."""

    def __init__(self, desk: Desk, what: NewApplicant, day: ReadDay) -> None:
        """Make it closed."""
        super().__init__()
        self._desk, self.what = desk, what
        self.link = Link(what.title, "small", symbol="plus")
        self.link.clicked.connect(self.open)
        self.form = FormPanel(
            what.command,
            title=what.title,
            button=what.button,
            values=dict(what.empty),
            options=self._options,
            consequence=what.later,
            layout=Layout.SIDE,
            note=tr("Bara namnet behövs nu"),
            also=[("leave", tr("Avbryt"))],
            day=day,
            skip=tuple(
                each for each in what.command.__dataclass_fields__ if each not in what.empty
            ),
        )
        self.form.submitted_also.connect(lambda _key, _raw: self.close_())
        self.form.edited.connect(self.edited)
        self.similar = show_similar(self.form, desk, what.act)
        if self.similar is not None:
            self.similar.chosen.connect(self._take_known)
        self.form.hide()
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.link)
        column.addWidget(self.form)

    def _options(self, asked: Ask) -> Sequence[tuple[str, str]]:
        return [(key, shown(words)) for key, words in options(self._desk, asked)]

    def _take_known(self, like: Like) -> None:
        self.close_()
        self.known.emit(like.known.id)

    def is_open(self) -> bool:
        """Say whether the small form is shown."""
        return self.form.isVisibleTo(self)

    def open(self) -> None:
        """Show the fields."""
        self.link.hide()
        self.form.show()
        self.form.focus_first()
        self.opened.emit()

    def raw(self) -> dict[str, object]:
        """Give what is written in it while it is open, for the draft of the whole form."""
        return self.form.raw() if self.is_open() else {}

    def put(self, value: object) -> None:
        """Open it again with what `raw` gave."""
        if isinstance(value, dict) and value:
            self.form.set_values(value)
            self.open()

    def event(self, event: QEvent) -> bool:
        """Put the fields away with Esc; the application stays as it is."""
        if is_escape(event) and self.is_open():
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.close_()
            return True
        return super().event(event)

    def close_(self) -> None:
        """Put the fields away."""
        self.form.set_values(dict(self.what.empty))
        self.form.clear_problems()
        self.form.hide()
        self.link.show()
        self.link.setFocus()
