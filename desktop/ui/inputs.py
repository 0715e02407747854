"""One input for each kind of ask: what is shown, and what was typed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.flow.ask import File
from desktop.ui.i18n import tr
from desktop.ui.widgets.choose import CheckList, SegmentedChoice
from desktop.ui.widgets.combo import ComboBox, SearchableCombo
from desktop.ui.widgets.field import LineEdit, NoteEdit
from desktop.ui.widgets.file import FileDrop
from desktop.ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.ui.widgets.combo import Option


FILE = "file"
"""Where a file lies, in what a draft keeps of it."""
FEW_LETTERS = 34
"""As many letters in the choices may stand open beside each other."""


def as_typed(value: object) -> str:
    """Give a value as a person would type it."""
    if value is None or isinstance(value, bool):
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


class Input(ABC):
    """What a form knows of one field: the widget, and how to read, fill and mark it."""

    short = False
    """True when two of them fit beside each other in a narrow panel."""
    speaks = False
    """True when the widget says its own question, and needs no label."""
    whole = False
    """True when it wants all the width of a page, its label above."""

    def __init__(self, widget: QWidget) -> None:
        """Hold the widget."""
        self.widget = widget

    @abstractmethod
    def raw(self) -> object:
        """Give what was typed."""

    @abstractmethod
    def put(self, value: object) -> None:
        """Show a value."""

    def kept(self) -> object:
        """Give what a draft keeps of it."""
        return self.raw()

    def put_kept(self, value: object) -> str:
        """Show what cannot be shown by `put`; gives the name of a file that is not there."""
        del value
        return ""

    @abstractmethod
    def on_edit(self, do: Callable[[], object]) -> None:
        """Call something whenever a person changes it."""

    def mark(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        set_bad = getattr(self.widget, "set_bad", None)
        if set_bad is not None:
            set_bad(bad)

    def offer(self, options: Iterable[Option]) -> None:  # noqa: B027 - fields without choices
        """Give other choices; fields without choices ignore it."""

    def name(self, label: str) -> None:
        """Name it for those who cannot see the label."""
        self.widget.setAccessibleName(label)

    def place(self, _problem: str) -> QWidget:
        """Give the widget that a problem in a part of it concerns."""
        return self.widget


class LineInput(Input):
    """One line of words, a number, a day or a sum."""

    def __init__(self, field: LineEdit, *, short: bool = False) -> None:
        """Hold the field."""
        super().__init__(field)
        self.field = field
        self.short = short

    def raw(self) -> object:
        """Give the words as they were written."""
        return self.field.text()

    def put(self, value: object) -> None:
        """Write."""
        self.field.setText(as_typed(value))
        self.field.setCursorPosition(0)

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every key."""
        self.field.textEdited.connect(lambda _text: do())


class NoteInput(Input):
    """Several lines of words."""

    def __init__(self, field: NoteEdit) -> None:
        """Hold the field."""
        super().__init__(field)
        self.field = field

    def raw(self) -> object:
        """Give the words."""
        return self.field.text()

    def put(self, value: object) -> None:
        """Write."""
        self.field.setText(as_typed(value))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every key."""
        self.field.textChanged.connect(do)


class YesInput(Input):
    """Yes or no."""

    speaks = True

    def __init__(self, box: CheckBox) -> None:
        """Hold the box."""
        super().__init__(box)
        self.box = box

    def raw(self) -> object:
        """Give True or False."""
        return self.box.isChecked()

    def put(self, value: object) -> None:
        """Tick or not."""
        self.box.setChecked(value is True or value in ("true", "ja", "1"))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every tick."""
        self.box.toggled.connect(lambda _on: do())

    def name(self, label: str) -> None:
        """Keep the question itself as the name, after the label."""
        own = self.box.text()
        self.box.setAccessibleName(own if own == label else f"{label}: {own}")


class OneInput(Input):
    """One of some choices, in any of the three forms."""

    def __init__(
        self, choice: ComboBox | SearchableCombo | SegmentedChoice, *, may_skip: bool
    ) -> None:
        """Hold the choice; `may_skip` offers to choose nothing."""
        super().__init__(choice)
        self.choice = choice
        self.short = isinstance(choice, ComboBox)
        self._may_skip = may_skip and not isinstance(choice, SearchableCombo)

    def raw(self) -> object:
        """Give the key, or the words that are no choice."""
        return self.choice.key()

    def put(self, value: object) -> None:
        """Choose."""
        self.choice.set_key(as_typed(value))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every choice."""
        self.choice.chosen.connect(lambda _key: do())

    def offer(self, options: Iterable[Option]) -> None:
        """Give other choices."""
        pairs = list(options)
        self.short = isinstance(self.choice, ComboBox) and all(
            len(words) <= FEW_LETTERS // 2 for _key, words in pairs
        )
        self.choice.set_options([("", tr("–")), *pairs] if self._may_skip else pairs)


class ManyInput(Input):
    """Any of several choices."""

    def __init__(self, checks: CheckList) -> None:
        """Hold the boxes."""
        super().__init__(checks)
        self.checks = checks

    def raw(self) -> object:
        """Give the keys that are ticked."""
        return self.checks.keys()

    def put(self, value: object) -> None:
        """Tick these."""
        if isinstance(value, list | tuple):
            self.checks.set_keys(as_typed(each) for each in value)

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every tick."""
        self.checks.changed.connect(do)

    def offer(self, options: Iterable[Option]) -> None:
        """Give other choices."""
        self.checks.set_options(options)

    def name(self, label: str) -> None:
        """Name the group, and each box with it."""
        self.checks.setAccessibleName(label)
        for box in self.checks.boxes():
            box.setAccessibleName(f"{label}: {box.text()}")


class FileInput(Input):
    """A file."""

    def __init__(self, drop: FileDrop) -> None:
        """Hold the place to drop it."""
        super().__init__(drop)
        self.drop = drop

    def raw(self) -> object:
        """Give the file, or nothing."""
        return self.drop.file() or ""

    def put(self, value: object) -> None:
        """Hold a file, or none."""
        self.drop.set_file(value if isinstance(value, File) else None)

    def kept(self) -> object:
        """Give where the file lies: its bytes are too many for a draft."""
        held, path = self.drop.file(), self.drop.path
        return {FILE: str(path or ""), "name": held.name} if held is not None else ""

    def put_kept(self, value: object) -> str:
        """Read the file where it lay; gives its name when it lies there no more."""
        if not isinstance(value, dict) or not is_file(value):
            return ""
        path = str(value[FILE])
        if path and Path(path).is_file():
            self.drop.take(Path(path))
        return "" if self.drop.file() is not None else str(value.get("name", ""))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call when a file came or went."""
        self.drop.chosen.connect(do)


def is_file(kept: object) -> bool:
    """Tell what a draft keeps of a file from everything else that it keeps."""
    return isinstance(kept, dict) and FILE in kept
