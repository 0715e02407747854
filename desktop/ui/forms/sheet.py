"""A form that lies on a page of its own: own inputs, parts between, fields that come and go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.form import FormPanel
from desktop.ui.form_layout import NARROW, Field, Layout
from desktop.ui.form_parts import new_field
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.widgets.button import HEIGHT
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.flow.ask import Ask
    from desktop.ui.inputs import Input
    from desktop.ui.widgets.combo import Option
    from desktop.ui.widgets.day import ReadDay


T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Own:
    """An input that the page makes itself."""

    input: Input
    """How it is shown, read and filled."""
    label: str
    """The word beside it."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something that is not a field but stands in a row of its own."""

    key: str
    """Name among the fields, for order and visibility."""
    label: str
    """The word beside it."""
    widget: QWidget
    """What is shown."""
    after: str
    """Name of the field or part it follows."""


def alone(widget: QWidget) -> None:
    """Let a widget have a row of its own, whatever the room."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setMinimumHeight(px(HEIGHT))
    widget.setSizePolicy(policy)


class Sheet(FormPanel):
    """A FormPanel, by default with labels left of the fields, whose rows the page may shape."""

    def __init__(  # noqa: PLR0913 - what a page may shape
        self,
        command: type[Any],
        *,
        own: Mapping[str, Own] | None = None,
        parts: Sequence[Part] = (),
        hidden: Sequence[str] = (),
        order: Sequence[str] = (),
        narrow: float = NARROW,
        layout: Layout = Layout.PAGE,
        **more: Any,  # noqa: ANN401 - all that a FormPanel takes
    ) -> None:
        """Build it; `own` replaces inputs, `hidden` names the fields that wait to be shown.

        Fields stand in `order`, those that it does not name last. Labels stand above where there
        are fewer than `narrow` em.
        """
        self._order = tuple(order)
        self._shaped = dict(own or {})
        self._parts = tuple(parts)
        self._hidden = set(hidden)
        super().__init__(command, layout=layout, **more)
        self.grid.narrow = narrow

    def _make(self, options: Callable[[Ask], Sequence[Option]], day: ReadDay) -> None:
        super()._make(options, day)
        for name, own in self._shaped.items():
            if name in self.inputs:
                self.inputs[name].widget.deleteLater()
                self.inputs[name] = own.input
                self.fields[name] = new_field(own.input, own.label, "", self._layout)
        self.fields = self._in_order(self.fields)
        self.inputs = self._in_order(self.inputs)
        for part in self._parts:
            self._insert(part)
        for name in self._hidden & set(self.fields):
            self.fields[name].hidden = True

    def _in_order(self, named: dict[str, T]) -> dict[str, T]:
        names = [*(name for name in self._order if name in named), *named]
        return {name: named[name] for name in names}

    def _insert(self, part: Part) -> None:
        made = Field(
            label=Words(part.label, "body", Tone.MUTED),
            input=part.widget,
            hint=small("", wrap=True),
            problem=small(""),
        )
        ordered: dict[str, Field] = {}
        for name, field in self.fields.items():
            ordered[name] = field
            if name == part.after:
                ordered[part.key] = made
        self.fields = ordered

    def show_fields(self, names: Sequence[str], *, on: bool) -> None:
        """Show fields and parts, or hide them; what is typed in them stays."""
        for name in names:
            if name in self.fields:
                self.fields[name].hidden = not on
                self.fields[name].appear()

    def is_shown(self, name: str) -> bool:
        """Say whether a field is on the page now."""
        return not self.fields[name].hidden
