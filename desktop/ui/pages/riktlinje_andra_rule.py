"""One rule while it is written: its sentence as it stands now, its figures, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.guideline_edit import value_at, written
from desktop.domain.guideline_fields import ON_WORDS
from desktop.domain.guideline_parts import Spot, kind_at, said_at
from desktop.domain.rule_kind import FigureField, FigureKind
from desktop.domain.text import Text, say
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.pages.riktlinje_andra_field import FieldBlock
from desktop.ui.pages.riktlinje_andra_grid import BlockGrid
from desktop.ui.pages.riktlinjer_rules import gate_words
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.button import SymbolButton
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.words import Badge, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.domain.guideline_edit import Tree
    from desktop.domain.rule_kind import RuleKind

_TEXT = FigureKind.TEXT
_PARAGRAPH = FigureField(key="paragraph", label=say("Var det står"), kind=_TEXT)
_SHORT = FigureField(
    key="short",
    label=say("Kort hänvisning"),
    kind=_TEXT,
    optional=True,
    help=say("Tomt: som ovan."),
)
_TITLE = FigureField(key="title", label=say("Rubrik på raden"), kind=_TEXT)
_ID = FigureField(key="id", label=say("Nummer"), kind=_TEXT)
_WORDS = FigureField(key="text", label=say("Riktlinjens egna ord"), kind=_TEXT, optional=True)
_ROOM = FigureField(
    key="overridable", label=say("Går att frångå med skrivet skäl"), kind=FigureKind.BOOL
)


class RuleBlock(QWidget):
    """The sentence, its figures in place, and the rest behind an arrow."""

    edited = Signal(object, object)
    removed = Signal(object)
    """Its path."""

    def __init__(self, spot: Spot, tree: Tree, *, first: bool, fresh: bool = False) -> None:
        """Make it; a fresh one stands unfolded where its figures and its place are asked for."""
        super().__init__()
        self.spot = spot
        self.path = spot.path
        self._first = first
        self.kind = kind_at(spot.part, spot.data)
        self.sentence = Words("", "medium", wrap=True)
        self.source = small("", wrap=True)
        self.was = Words("", "small", Tone.INFO, wrap=True)
        self.problem = Words("", "small", Tone.STOP, wrap=True)
        self.number = Words("", "body", Tone.MUTED)
        self.number.setMinimumWidth(em(2.4))
        self.badge = Badge(tr("Ny"), Mark.INFO)
        self.blocks: list[FieldBlock] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        figures = BlockGrid(self._blocks(self._figures(), tree, ()))
        own = [_TITLE, _PARAGRAPH] if self.kind is None else [_PARAGRAPH]
        place = BlockGrid(self._blocks(own, tree, ()))
        self.more = BlockGrid(self._blocks(self._rest(), tree, ("text",)))
        self._assemble(figures, place)
        self.refresh(tree)
        self._unfold(on=False)
        place.setVisible(fresh or not spot.data.get("paragraph"))
        self._place = place

    def _blocks(
        self, fields: Sequence[FigureField], tree: Tree, long: Sequence[str]
    ) -> list[FieldBlock]:
        made = []
        for field in fields:
            block = FieldBlock(self.path, field, tree, lines=4 if field.key in long else 1)
            block.edited.connect(self.edited)
            made.append(block)
        self.blocks += made
        return made

    def _figures(self) -> list[FigureField]:
        kind = self.kind
        if kind is None:
            return []
        plain = [each for each in kind.figures if each.kind is not FigureKind.CHOICES_BY_TYPE]
        return [*plain, *_about(kind)]

    def _rest(self) -> list[FigureField]:
        kind = self.kind
        found = [] if kind is None else [_TITLE]
        found += [_SHORT, _ID]
        if kind is not None and len(kind.gates) > 1:
            found.append(_gate(kind))
        if kind is not None and self.spot.data.get("gate") in ("decision", "payment", "approval"):
            found.append(_ROOM)
        return [*found, _WORDS]

    def _assemble(self, figures: BlockGrid, place: BlockGrid) -> None:
        self.arrow = SymbolButton("chevron-down", tr("Mer om regeln"))
        self.arrow.clicked.connect(lambda: self._unfold(on=self.more.isHidden()))
        remove = SymbolButton("close", tr("Ta bort regeln"))
        remove.clicked.connect(lambda: self.removed.emit(self.path))
        self.remover = remove
        words = QWidget()
        column = QVBoxLayout(words)
        tight(column, 2)
        for part in (self.sentence, self.source, self.was, self.problem):
            column.addWidget(part)
        head = row(self.number, words, self.badge, self.arrow, remove, spacing=8)
        head.setStretch(1, 1)
        for each in (self.number, self.badge, self.arrow, remove):
            head.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        tight(inner, 10)
        inner.setContentsMargins(em(2.4) + px(8), 0, 0, 0)
        for grid in (figures, place, self.more):
            if grid.blocks:
                inner.addWidget(grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(10), px(12), px(11))
        whole.setSpacing(px(8))
        whole.addLayout(head)
        whole.addLayout(inner)

    def _unfold(self, *, on: bool) -> None:
        self.more.setVisible(on)
        place = getattr(self, "_place", None)
        if place is not None and on:
            place.setVisible(True)

    def refresh(self, tree: Tree) -> None:
        """Say the rule as it stands in the tree now."""
        data = value_at(tree, self.path, {})
        self.number.setText(str(data.get("id", "")))
        self.sentence.setText(shown(said_at(self.spot.part, data)))
        about = [shown(ON_WORDS[data["on"]])] if data.get("on") in ON_WORDS else []
        gate = gate_words(str(data.get("gate", ""))) if self.kind is not None else ""
        parts = (str(data.get("paragraph", "")), *about, gate)
        self.source.setText(" · ".join(part for part in parts if part))
        self.setAccessibleName(f"{data.get('id', '')}. {self.sentence.text()}")

    def show_problem(self, words: str) -> None:
        """Say what is wrong with the rule itself."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def show_was(self, words: str, *, new: bool) -> None:
        """Say what it said before; a new one bears a badge."""
        self.was.setText(words)
        self.was.setVisible(bool(words))
        self.badge.setVisible(new)

    def block(self, name: str) -> FieldBlock | None:
        """Give the field of a path, and see to it that it is seen."""
        found = next((each for each in self.blocks if each.name == name), None)
        if found is not None and found in self.more.blocks:
            self._unfold(on=True)
        elif found is not None:
            self._place.setVisible(True)
        return found

    @property
    def name(self) -> str:
        """Give the path as problems name it."""
        return written(self.path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above."""
        if not self._first:
            QPainter(self).fillRect(0, 0, self.width(), 1, now().hairline)


def _about(kind: RuleKind) -> list[FigureField]:
    if len(kind.on) < 2:  # noqa: PLR2004 - one needs no choice
        return []
    choices = tuple((key, ON_WORDS[key]) for key in kind.on)
    return [FigureField(key="on", label=say("Handlar om"), kind=FigureKind.CHOICE, choices=choices)]


GATE_WORDS: dict[str, Text] = {
    "decision": say("Före beslut"),
    "payment": say("Före utbetalning"),
    "closing": say("Före avslut"),
    "approval": say("När syftet godkänns"),
    "entry": say("Stoppar"),
    "note": say("Noteras"),
}


def _gate(kind: RuleKind) -> FigureField:
    choices = tuple((key, GATE_WORDS[key]) for key in kind.gates)
    return FigureField(key="gate", label=say("Prövas"), kind=FigureKind.CHOICE, choices=choices)
