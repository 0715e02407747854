"""A page about one record of a register, or about a new one, with the form of an act."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.flow.steps import step_named
from desktop.ui.form_layout import Layout
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame
from desktop.ui.page import Page, Route
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.run import Outcome
    from desktop.ui.form import FormPanel
    from desktop.ui.session import Session


class RecordPage(Page):
    """Beside a record stands at most one form; a new record's form is the page itself."""

    kind = ""
    """What the record is in the names of acts and subjects: "place" gives "add_place"."""
    page = ""
    """Key of this page."""
    listed = ""
    """Key of the page with the list."""
    rows: Sequence[Sequence[str]] = ()
    """Fields that stand beside each other."""

    def __init__(self, session: Session, back: str) -> None:
        """Make the frame; `back` is the name of the list."""
        super().__init__(session)
        self._subject = 0
        self._act = ""
        self._formed: tuple[object, ...] = ()
        self._own_form: FormPanel | None = None
        self.frame = PageFrame(back=back)
        self.frame.backed.connect(lambda: self.go.emit(Route(page=self.listed)))
        self.frame.widened.connect(self._fit_form)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    @abstractmethod
    def record(self) -> Any:  # noqa: ANN401 - a record of any register, or None
        """Give the record as it was read last; None for a new one."""

    @abstractmethod
    def removable(self) -> bool:
        """Say whether the record can be taken away."""

    def shown_act(self) -> str:
        """Give the act whose form is to be open."""
        return self._act

    def open(self, subject: int, act: str) -> None:
        """Turn to a record, or to a new one."""
        self._subject, self._act = subject, act or ("" if subject else f"add_{self.kind}")

    def gone(self) -> None:
        """Go to the list: the record was taken away, or the act that made it was taken back."""
        QTimer.singleShot(0, lambda: self.go.emit(Route(page=self.listed)))

    def take(self, act: str, field: str = "") -> None:
        """Open the form of an act, at a field when one is named."""
        self._act = act
        self.refresh()
        if self.form is not None:
            self.form.focus_first()
            if field:
                self.form.field(field).setFocus()
            self.frame.show_part(self.form)

    def show_form(self, *versions: int) -> None:
        """Make the form anew when another act or another version of what it is about is at hand."""
        act, record = self.shown_act(), self.record()
        key = (act, getattr(record, "id", 0), getattr(record, "rev", 0), *versions)
        if key == self._formed and (self.form is not None) == bool(act):
            return
        self._formed = key
        if self._own_form is not None:
            self._own_form.hide()
            self._own_form.deleteLater()
            self._own_form = None
        self.form = self._made(act, record) if act else None
        self.frame.set_act(*([self.form] if self.form is not None and record else []))
        if self.form is not None and record is None:
            self._own_form = self.form
            self.frame.main.insertWidget(0, self.form)
            self.form.show()

    def _made(self, act: str, record: Any) -> FormPanel:  # noqa: ANN401 - as record gives
        remover = f"remove_{self.kind}"
        form = register_form(
            self,
            act,
            record,
            layout=self._layout(),
            rows=self.rows,
            others=(remover,) if act == f"change_{self.kind}" and self.removable() else (),
            close=self._close if self._act else None,
        )
        form.other.connect(self._remove)
        return form

    def _layout(self) -> Layout:
        """Give labels above in the side column, left of the fields on a page of its own."""
        if not self._subject:
            return Layout.PAGE
        return Layout.SIDE if self.frame.two_columns else Layout.WIDE

    def _fit_form(self, _two: bool) -> None:
        if self.form is not None:
            self.form.set_layout(self._layout())

    def _close(self) -> None:
        self._act = ""
        if self._subject:
            self.refresh()
            self.first_focus()
        else:
            self.back.emit()

    def _remove(self, name: str) -> None:
        self.asked.emit(step_named(name).command, {f"{self.kind}_id": self._subject})

    def answered(self, outcome: Outcome) -> None:
        """Close the form; go to what was made, or leave what was taken away."""
        super().answered(outcome)
        self._act = ""
        if outcome.event.name == f"remove_{self.kind}":
            self.go.emit(Route(page=self.listed))
        elif outcome.event.name == f"add_{self.kind}":
            self.go.emit(Route(page=self.page, subject=dict(outcome.subjects)[self.kind]))
