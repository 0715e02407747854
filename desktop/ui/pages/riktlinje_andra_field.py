"""One value of the guideline: its label, its field, and what it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.guideline_edit import Path, value_at, written
from desktop.domain.guideline_fields import shown_in, taken_in
from desktop.domain.rule_kind import NUMBERS, FigureField, FigureKind
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em
from desktop.ui.pages.riktlinje_andra_grid import ALL
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.choose import CheckList
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.field import LineEdit, NoteEdit
from desktop.ui.widgets.money import MoneyEdit
from desktop.ui.widgets.tick import CheckBox
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from desktop.domain.guideline_edit import Tree

NUMBER, DAY = 6.2, 6.2
"""Em of a number and of a day of the year."""


class FieldBlock(QWidget):
    """Label above, field and unit, then help, what is wrong, or what it was."""

    edited = Signal(object, object)
    """Path and new value."""

    def __init__(self, path: Path, field: FigureField, tree: Tree, *, lines: int = 1) -> None:
        """Make it with what the tree has; `lines` above 1 gives room for a text."""
        super().__init__()
        self.path = (*path, *field.key.split("."))
        self.field = field
        self.span = 1
        """Columns that it takes; ALL for the whole width."""
        self._name = shown(field.label)
        self._value = value_at(tree, self.path)
        self.label = small(self._name)
        self.help = small(shown(field.help), wrap=True)
        self.problem = Words("", "small", Tone.STOP, wrap=True)
        self.was = Words("", "small", Tone.INFO, wrap=True)
        self.input = self._make(lines)
        self.input.setAccessibleName(self._name)
        self.input.setAccessibleDescription(self.help.text())
        self.label.setBuddy(self.input)
        self._assemble()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        tight(column, 3)
        if not isinstance(self.input, CheckBox):
            column.addWidget(self.label)
        unit = shown(self.field.unit)
        own = isinstance(self.input, MoneyEdit)
        beside = [muted(unit)] if unit and not own else []
        if isinstance(self.input, CheckList | NoteEdit):
            column.addWidget(self.input)
        else:
            column.addLayout(row(self.input, *beside, *([] if self._grows() else [None])))
        for said in (self.help, self.problem, self.was):
            column.addWidget(said)
            said.setVisible(bool(said.text()))
        column.addStretch(1)

    def _grows(self) -> bool:
        return self.field.kind is FigureKind.TEXT or isinstance(self.input, CheckBox)

    def _make(self, lines: int) -> QWidget:
        kind, value = self.field.kind, shown_in(self.field, self._value)
        if kind is FigureKind.BOOL:
            self.span = 2
            return self._tick(bool(value))
        if kind is FigureKind.CHOICE:
            longest = max((len(shown(words)) for _key, words in self.field.choices), default=0)
            self.span = 2 if longest > SHORT else 1
            return self._choice(str(value))
        if kind is FigureKind.CHOICES:
            self.span = ALL
            return self._choices(value)
        if lines > 1:
            self.span = ALL
            note = NoteEdit(str(value), lines)
            note.textChanged.connect(lambda: self._typed(note.text()))
            return note
        return self._line(str(value))

    def _line(self, value: str) -> LineEdit:
        kind = self.field.kind
        line = MoneyEdit(value) if kind is FigureKind.KR else LineEdit(value)
        if kind in NUMBERS and kind is not FigureKind.KR:
            line.setFixedWidth(em(NUMBER))
            self.span = 2 if len(self._name) > LONG else 1
        elif kind is FigureKind.DAY_OF_YEAR:
            line.setFixedWidth(em(DAY))
            line.setPlaceholderText(tr("mm-dd"))
        elif kind is FigureKind.TEXT:
            self.span = 2
        line.setCursorPosition(0)
        line.textEdited.connect(self._typed)
        return line

    def _tick(self, on: bool) -> CheckBox:
        box = CheckBox(self._name)
        box.setChecked(on)
        box.toggled.connect(self._typed)
        return box

    def _choice(self, value: str) -> ComboBox:
        pairs = [(key, shown(words)) for key, words in self.field.choices]
        if self.field.optional:
            pairs = [("", tr("–")), *pairs]
        combo = ComboBox(pairs)
        combo.set_key(value)
        combo.chosen.connect(self._typed)
        return combo

    def _choices(self, value: object) -> CheckList:
        pairs = [(key, shown(words)) for key, words in self.field.choices]
        letters = max((len(words) for _key, words in pairs), default=0)
        checks = CheckList(pairs, columns=3 if letters <= SHORT else 2)
        checks.set_keys(map(str, value) if isinstance(value, list | tuple) else ())
        checks.changed.connect(lambda: self._typed(checks.keys()))
        return checks

    def _typed(self, raw: object) -> None:
        value = taken_in(self.field, raw, self._value)
        self.edited.emit(self.path, value)

    def clear(self) -> None:
        """Empty a field of words, as when what it quotes is no longer said there."""
        if isinstance(self.input, LineEdit | NoteEdit):
            held = self.input.blockSignals(True)
            self.input.setText("")
            self.input.blockSignals(held)

    def show_problem(self, words: str) -> None:
        """Say what is wrong; "" for nothing."""
        if self.problem.text() != words:
            self.problem.setText(words)
            self.problem.setVisible(bool(words))
            self.input.setAccessibleDescription(words or self.help.text())
            set_bad = getattr(self.input, "set_bad", None)
            if set_bad is not None:
                set_bad(bool(words))

    def show_was(self, words: str) -> None:
        """Say what it was before; "" when it is the same."""
        if self.was.text() != words:
            self.was.setText(words)
            self.was.setVisible(bool(words))

    @property
    def name(self) -> str:
        """Give the path as problems name it."""
        return written(self.path)


SHORT, LONG = 18, 28
"""Letters of a choice that lets three stand beside each other, and of a label for one column."""
