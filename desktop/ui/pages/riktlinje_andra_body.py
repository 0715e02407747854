"""The sections of the guideline below each other, and who of them answers for a path."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.guideline_edit import Path, Tree, value_at, written
from desktop.domain.guideline_parts import rule_lists
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.pages.riktlinje_andra_adding import AddScheme
from desktop.ui.pages.riktlinje_andra_changes import ChangesCard
from desktop.ui.pages.riktlinje_andra_part import PartCard
from desktop.ui.pages.riktlinje_andra_sections import (
    DocumentCard,
    GoalsCard,
    MatrixCard,
    SchemeCard,
    SharedCard,
    StatementsCard,
    VisitsCard,
    WorkCard,
)
from desktop.ui.pages.riktlinje_andra_side import SectionState
from desktop.ui.widgets.card import BETWEEN_CARDS, tight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.guideline_diff import Difference
    from desktop.domain.problems import Problem


class Body(QWidget):
    """Everything the guideline says, in its order; built anew when a part comes or goes."""

    edited = Signal(object, object)
    """Path and new value."""
    acted = Signal(object)
    """A change of the tree."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.cards: list[PartCard] = []
        self.adding = AddScheme()
        self.adding.chosen.connect(self.acted)
        self.changes = ChangesCard()
        self._parts = QWidget()
        self._column = QVBoxLayout(self._parts)
        tight(self._column, BETWEEN_CARDS)
        whole = QVBoxLayout(self)
        tight(whole, BETWEEN_CARDS)
        whole.addWidget(self._parts)
        whole.addWidget(self.changes)

    def show_tree(self, tree: Tree, fresh: str = "", before: Tree | None = None) -> None:
        """Build the sections; `fresh` is the path of a part that was just added.

        A section that says the same in the tree before is left as it stands.
        """
        kept = {
            each.key: each
            for each in self.cards
            if before is not None and _about(before, each.key) == _about(tree, each.key)
        }
        makers = _makers(tree, fresh)
        for card in self.cards:
            if kept.get(card.key) is not card or card.key not in makers:
                kept.pop(card.key, None)
                card.hide()
                card.deleteLater()
        while self._column.takeAt(0):
            pass
        self.cards = []
        for key, make in makers.items():
            if key == "visits":
                self._column.addWidget(self.adding)
            card = kept.get(key) or self._connected(make())
            self.cards.append(card)
            self._column.addWidget(card)

    def _connected(self, card: PartCard) -> PartCard:
        card.edited.connect(self.edited)
        card.acted.connect(self.acted)
        return card

    def card(self, key: str) -> PartCard | None:
        """Give a section by key."""
        return next((each for each in self.cards if each.key == key), None)

    def card_at(self, top: int) -> PartCard | None:
        """Give the section that stands at a height."""
        below = [card for card in self.cards if card.geometry().bottom() > top + px(20)]
        return next(iter([*below, *self.cards[-1:]]), None)

    def first(self) -> QWidget | None:
        """Give the first field."""
        return next((block.input for card in self.cards for block in card.blocks), None)

    # A part that was added

    def fresh(self, before: Tree, after: Tree) -> str:
        """Give the path of the part that is in `after` and not in `before`; "" for none."""
        types = [("scheme", at, "type") for at in range(len(value_at(after, ("scheme",), [])))]
        lists: list[Path] = [("scheme",), ("goal",), *types]
        for path in [*lists, *(path for path, _ in rule_lists(after))]:
            new, old = value_at(after, path, []), value_at(before, path, [])
            if len(new) > len(old):
                return written((*path, len(new) - 1))
            if len(new) < len(old):
                return ""
        return ""

    def fresh_field(self, fresh: str) -> QWidget | None:
        """Give the first field of a part that was added."""
        if not fresh:
            return None
        blocks = [
            block
            for card in self.cards
            for block in (*card.blocks, *(each for rule in card.rules for each in rule.blocks))
            if block.name.startswith(f"{fresh}.")
        ]
        return blocks[0].input if blocks else None

    # Saying

    def follow(self, tree: Tree, path: Path) -> None:
        """Say the sentence of the rule that a value was written in."""
        name = written(path)
        for card in self.cards:
            for rule in card.rules:
                if name.startswith(f"{rule.name}."):
                    rule.refresh(tree)

    def clear(self, paths: Sequence[Path]) -> None:
        """Empty the fields of some paths."""
        names = {written(path) for path in paths}
        for card in self.cards:
            for block in (each for rule in card.rules for each in rule.blocks):
                if block.name in names:
                    block.clear()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each where it belongs: at its field, its rule or its section."""
        said: dict[str, list[str]] = {}
        for each in problems:
            said.setdefault(each.field, []).append(shown(each.text))
        left = dict(said)
        for card in self.cards:
            for block in (*card.blocks, *(each for rule in card.rules for each in rule.blocks)):
                block.show_problem("\n".join(left.pop(block.name, [])))
        for card in self.cards:
            for rule in card.rules:
                own = [key for key in left if key == rule.name or key.startswith(f"{rule.name}.")]
                rule.show_problem("\n".join(words for key in own for words in left.pop(key)))
        for card in self.cards:
            own = [key for key in left if card.answers(key)]
            card.show_problem("\n".join(words for key in own for words in left.pop(key)))

    def topmost(self, problems: Sequence[Problem]) -> Problem:
        """Give the problem that stands first on the page."""

        def order(problem: Problem) -> tuple[int, str]:
            at = [at for at, card in enumerate(self.cards) if card.answers(problem.field)]
            return (at[0] if at else len(self.cards), problem.field)

        return min(problems, key=order)

    def place(self, path: str) -> QWidget | None:
        """Give the widget that a problem is about, unfolded if it was hidden."""
        for card in self.cards:
            found = next((block.input for block in card.blocks if block.name == path), None)
            if found is not None:
                return found
            for rule in card.rules:
                block = rule.block(path)
                if block is not None:
                    return block.input
                if path == rule.name:
                    return rule.arrow
        own = [card for card in self.cards if card.answers(path)]
        fields = [block.input for card in own for block in card.blocks]
        return next(iter([*fields, *own]), None)

    def show_differences(self, lines: Sequence[Difference], *, copied: str, undoable: bool) -> None:
        """Show what was before beside each field and rule, and all of it in the last card."""
        told = {written(each.path): each for each in lines if each.path}
        new = {key for key, each in told.items() if each.new_rule}
        for card in self.cards:
            for block in card.blocks:
                was = told.get(block.name)
                block.show_was(tr("Nu: {words}", words=shown(was.old)) if was else "")
            for rule in card.rules:
                own = [each for each in lines if each.path and written(each.path) == rule.name]
                words = "; ".join(shown(each.old) for each in own)
                fresh = rule.name in new or _in_new_scheme(rule.name, told)
                rule.show_was(
                    tr("Nu: {words}", words=words) if own and not fresh else "", new=fresh
                )
            if isinstance(card, MatrixCard):
                for at, line in enumerate(card.matrix.rows):
                    was = told.get(f"visits.line.{at}")
                    line.said.setText(tr("Nu: {words}", words=shown(was.old)) if was else "")
                    line.said.setVisible(was is not None)
        self.changes.show_changes(lines, copied=copied, undoable=undoable)

    def states(
        self, problems: Sequence[Problem], lines: Sequence[Difference]
    ) -> list[SectionState]:
        """Give how each section stands, for the list beside."""
        left = {each.field for each in problems}
        found = []
        for card in self.cards:
            own = {path for path in left if card.answers(path)}
            left -= own
            count = sum(1 for each in lines if each.section == card.key)
            title = card.heading.title.text()
            found.append(SectionState(key=card.key, title=title, changes=count, lacks=len(own)))
        return found


def _makers(tree: Tree, fresh: str) -> dict[str, Callable[[], PartCard]]:
    """Give what makes each section, by key in the order of the page."""
    schemes = range(len(value_at(tree, ("scheme",), [])))
    found: dict[str, Callable[[], PartCard]] = {
        "guideline": lambda: DocumentCard(tree),
        "goal": lambda: GoalsCard(tree),
    }
    if schemes:
        found["shared"] = lambda: SharedCard(tree, fresh)
    for at in schemes:
        found[f"scheme.{at}"] = partial(SchemeCard, tree, at, fresh)
    found["visits"] = lambda: VisitsCard(tree, fresh)
    if value_at(tree, ("visits",)) is not None:
        found["matrix"] = lambda: MatrixCard(tree)
    found["work"] = lambda: WorkCard(tree, fresh)
    found["statement"] = lambda: StatementsCard(tree, fresh)
    return found


def _about(tree: Tree, key: str) -> object:
    """Give what a section shows of the tree."""
    if key == "guideline":
        return tree["guideline"], [each.get("applicants") for each in tree["scheme"]]
    if key == "goal":
        goals = value_at(tree, ("goal",)), value_at(tree, ("guideline", "minimum_goals"))
        return goals, value_at(tree, ("work", "areas_title"))
    if key == "matrix":
        return value_at(tree, ("visits", "line"))
    if key == "visits":
        visits = value_at(tree, ("visits",))
        return visits and {word: value for word, value in visits.items() if word != "line"}
    name, _, at = key.partition(".")
    return value_at(tree, (name, int(at)) if at else (name,))


def _in_new_scheme(name: str, told: dict[str, Difference]) -> bool:
    scheme = ".".join(name.split(".")[:2])
    return name.startswith("scheme.") and scheme in told
