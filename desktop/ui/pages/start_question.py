"""One question of first start: a heading, a line and its fields, kept while one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.flow.ask import asks
from desktop.flow.steps.founding import FoundRegister
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.measure import px
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.domain.problems import Problem
    from desktop.flow.ask import Ask
    from desktop.ui.inputs import Input


class Fields(FormPanel):
    """Some fields of the founding act, on the page itself: no box and no button of their own."""

    def __init__(
        self,
        *names: str,
        rows: Sequence[Sequence[str]] = (),
        own: Mapping[str, Callable[[Ask], Input]] | None = None,
    ) -> None:
        """Make these fields; `own` makes the input of one that wants another than its kind has."""
        super().__init__(
            FoundRegister,
            title="",
            button="",
            layout=Layout.PAGE,
            rows=rows,
            skip=[name for name in asks(FoundRegister) if name not in names],
            own=own,
        )
        self.body.setContentsMargins(0, 0, 0, 0)
        self.foot.hide()

    def names(self) -> Collection[str]:
        """Give the names of the fields."""
        return self.fields

    def typed(self) -> Mapping[str, object]:
        """Give what is written in them."""
        return {name: made.raw() for name, made in self.inputs.items()}

    def show_field(self, name: str, *, on: bool) -> None:
        """Show a field, or hide it; what is typed in it stays."""
        self.fields[name].hidden = not on
        self.fields[name].appear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing round the fields."""


class Question(QWidget):
    """One step."""

    edited = Signal()

    def __init__(self, title: str, line: str, *forms: Fields) -> None:
        """Make it with its fields."""
        super().__init__()
        self.forms = forms
        self.step = small()
        self.title = Words(title, "h1", wrap=True)
        self.column = QVBoxLayout(self)
        tight(self.column, 0)
        self.column.addWidget(self.step)
        self.column.addWidget(self.title)
        self.column.addSpacing(px(4))
        self.line = muted(line, wrap=True)
        self.column.addWidget(self.line)
        self.column.addSpacing(px(18))
        self.step.hide()
        for form in forms:
            self.column.addWidget(form)
            form.edited.connect(self.edited)

    def names(self) -> Collection[str]:
        """Give the names of its fields."""
        return [name for form in self.forms for name in form.names()]

    def typed(self) -> Mapping[str, object]:
        """Give what is written in it."""
        found: dict[str, object] = {}
        for form in self.forms:
            found |= form.typed()
        return found

    def fill(self, values: Mapping[str, object]) -> None:
        """Write proposed values."""
        for form in self.forms:
            form.set_values({name: values[name] for name in form.names() if name in values})

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its field; the first one takes the keyboard."""
        shown_first = False
        for form in self.forms:
            own = [each for each in problems if each.field.partition(".")[0] in form.names()]
            form.clear_problems()
            if own:
                form.setVisible(True)
            if own and not shown_first:
                form.show_problems(own)
                shown_first = True
            elif own:
                form.show_problems(own)

    def focus_first(self) -> None:
        """Take the keyboard to the first field that nothing is written in, or the first."""
        for form in self.forms:
            for made in form.inputs.values():
                if made.raw() in ("", []) and form.isVisibleTo(self):
                    made.widget.setFocus()
                    return
        if self.forms:
            self.forms[0].focus_first()


def problems_of(names: Iterable[str], problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems that concern some fields."""
    known = set(names)
    return [each for each in problems if each.field.partition(".")[0] in known]
