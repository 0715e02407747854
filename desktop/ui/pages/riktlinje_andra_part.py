"""A part of the guideline on its page: a card with fields, rules, and ways to add more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.domain.guideline_edit import Path, Tree, value_at, with_item, without, written
from desktop.domain.guideline_parts import Spot, new_rule
from desktop.domain.rule_kinds import KINDS
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.pages.riktlinje_andra_field import FieldBlock
from desktop.ui.pages.riktlinje_andra_grid import BlockGrid
from desktop.ui.pages.riktlinje_andra_rule import RuleBlock
from desktop.ui.roles import Tone
from desktop.ui.widgets.button import Button, menu_button
from desktop.ui.widgets.card import Card, Heading, row
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.rule_kind import FigureField, RuleKind, RulePart

PADDING = 16


class PartCard(Card):
    """A card; `key` is its section, and what is in it answers for paths that begin so."""

    edited = Signal(object, object)
    """Path and new value of a field."""
    acted = Signal(object)
    """A change of the tree after which the page is built anew."""

    def __init__(self, key: str, title: str, note: str = "") -> None:
        """Make it with its heading."""
        super().__init__(padding=0, spacing=0)
        self.key = key
        self.blocks: list[FieldBlock] = []
        self.rules: list[RuleBlock] = []
        self.heading = Heading(title, note=note)
        self.heading.setContentsMargins(px(PADDING), px(12), px(PADDING), px(6))
        self.problem = Words("", "small", Tone.STOP, wrap=True)
        self.add(self.heading)
        self.inset(self.problem)
        self.problem.hide()

    def inset(self, part: QWidget, *, below: int = 10) -> None:
        """Put a part in the card, in line with its heading."""
        holder = QVBoxLayout()
        holder.setContentsMargins(px(PADDING), px(2), px(PADDING), px(below))
        holder.addWidget(part)
        self.body.addLayout(holder)

    def fields(self, tree: Tree, path: Path, fields: Sequence[FigureField]) -> list[FieldBlock]:
        """Put fields in the card."""
        made = self.made(tree, path, fields)
        self.inset(BlockGrid(made))
        return made

    def made(self, tree: Tree, path: Path, fields: Sequence[FigureField]) -> list[FieldBlock]:
        """Make fields that the card answers for."""
        made = [FieldBlock(path, field, tree) for field in fields]
        for block in made:
            block.edited.connect(self.edited)
        self.blocks += made
        return made

    def rule_list(
        self,
        tree: Tree,
        path: Path,
        part: RulePart | None,
        fresh: str = "",
        *beside: Button,
    ) -> None:
        """Put a list of rules in the card, the menu that adds one, and buttons right of it."""
        for at, data in enumerate(value_at(tree, path, [])):
            spot = Spot(path=(*path, at), part=part, data=data)
            block = RuleBlock(spot, tree, first=False, fresh=written((*path, at)) == fresh)
            block.edited.connect(self.edited)
            block.removed.connect(lambda where: self.acted.emit(lambda old: without(old, where)))
            self.rules.append(block)
            self.add(block)
        self.inset(self._adder(path, part, beside))

    def _adder(self, path: Path, part: RulePart | None, beside: Sequence[Button]) -> QWidget:
        holder = QWidget()
        if part is None:
            plain = Button(tr("Lägg till en mening"), "plus")
            plain.clicked.connect(lambda: self._add(path, None, None))
            holder.setLayout(row(plain, None))
            self.adder: Button = plain
            return holder
        self.adder, self.menu = menu_button(tr("Lägg till regel"), symbol="plus")
        _fill(self.menu, list(KINDS[part].values()), lambda kind: self._add(path, part, kind))
        holder.setLayout(row(self.adder, None, *beside))
        return holder

    def _add(self, path: Path, part: RulePart | None, kind: RuleKind | None) -> None:
        self.acted.emit(lambda tree: with_item(tree, path, new_rule(tree, part, kind)))

    def say(self, words: str) -> None:
        """Say something in the card when there is nothing else."""
        self.inset(small(words, wrap=True))

    def show_problem(self, words: str) -> None:
        """Say what is wrong with the part as a whole."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def focus_first(self) -> None:
        """Take the keyboard to the first field, or to what adds one."""
        adder = getattr(self, "adder", None)
        target = self.blocks[0].input if self.blocks else adder
        if target is not None:
            target.setFocus()

    def answers(self, path: str) -> bool:
        """Say whether a path of a problem lies in the part."""
        return path == self.key or path.startswith(f"{self.key}.")


def _fill(menu: QMenu, kinds: Sequence[RuleKind], add: Callable[[RuleKind], None]) -> None:
    """Offer the kinds, ceilings on the sum after the others."""
    menu.setToolTipsVisible(True)
    plain = [each for each in kinds if not each.lowers]
    lowers = [each for each in kinds if each.lowers]
    for at, group in enumerate((lowers, plain)):
        if at and lowers:
            menu.addSeparator()
        for kind in group:
            action = menu.addAction(shown(kind.title).replace("&", "&&"))
            action.setData(kind.key)
            action.triggered.connect(lambda _on=False, kind=kind: add(kind))
