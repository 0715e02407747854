"""The parts of the page: document, goals, forms of grant, visits, who pays what, the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.guideline_edit import (
    Path,
    Tree,
    running_name,
    short_name,
    value_at,
    with_goal,
    with_item,
    with_value,
    without,
)
from desktop.domain.guideline_fields import (
    GOAL_FIELDS,
    GOALS_FIELDS,
    HEAD_FIELDS,
    PART_DEFAULTS,
    SCHEME_FIELDS,
    TYPE_FIELDS,
    VISITS_FIELDS,
    WORK_FIELDS,
    WORK_PARTS,
)
from desktop.domain.rule_kind import RulePart
from desktop.domain.visit_guideline import CUSTOM_LINES
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.pages.riktlinje_andra_grid import BlockGrid
from desktop.ui.pages.riktlinje_andra_matrix import CostMatrix
from desktop.ui.pages.riktlinje_andra_part import PartCard
from desktop.ui.widgets.button import Button, SymbolButton
from desktop.ui.widgets.card import Hairline, row
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.tick import CheckBox
from desktop.ui.widgets.words import small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.rule_kind import FigureField


class DocumentCard(PartCard):
    """The document itself."""

    def __init__(self, tree: Tree) -> None:
        """Make it."""
        super().__init__("guideline", tr("Dokumentet"))
        schools = any(
            "association" not in scheme.get("applicants", ["association"])
            for scheme in value_at(tree, ("scheme",), [])
        )
        known = value_at(tree, ("guideline", "account_parts"))
        fields = [each for each in HEAD_FIELDS if schools or known or each.key != "account_parts"]
        self.fields(tree, ("guideline",), fields)


class GoalsCard(PartCard):
    """The goals or areas."""

    def __init__(self, tree: Tree) -> None:
        """Make it."""
        words = value_at(tree, ("work", "areas_title")) or tr("Mål och områden")
        super().__init__("goal", str(words))
        goals = value_at(tree, ("goal",), [])
        if goals:
            self.fields(tree, ("guideline",), GOALS_FIELDS)
        for at in range(len(goals)):
            self.add(Hairline())
            self.inset(_removable(self, tree, ("goal", at), GOAL_FIELDS), below=8)
        self.adder = Button(tr("Lägg till mål"), "plus")
        self.adder.clicked.connect(lambda: self.acted.emit(with_goal))
        self.inset(_left(self.adder))

    def answers(self, path: str) -> bool:
        """Answer for how many are needed too."""
        return path == "guideline.minimum_goals" or super().answers(path)


def _left(*parts: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(row(*parts, None))
    return holder


def _removable(card: PartCard, tree: Tree, path: Path, fields: Sequence[FigureField]) -> QWidget:
    """Give the fields of one item, and the button that takes it away."""
    remove = SymbolButton("close", tr("Ta bort"))
    remove.clicked.connect(lambda: card.acted.emit(lambda old: without(old, path)))
    holder = QWidget()
    line = row(BlockGrid(card.made(tree, path, fields)), remove, spacing=8)
    line.setStretch(0, 1)
    holder.setLayout(line)
    return holder


class SharedCard(PartCard):
    """Rules of every form of grant."""

    def __init__(self, tree: Tree, fresh: str) -> None:
        """Make it."""
        super().__init__("shared", tr("Alla bidrag"))
        if not value_at(tree, ("shared",), []):
            self.say(tr("Regler som gäller alla bidrag skrivs en gång, här."))
        self.rule_list(tree, ("shared",), RulePart.GRANT, fresh)


class SchemeCard(PartCard):
    """One form of grant with its own rules."""

    def __init__(self, tree: Tree, at: int, fresh: str) -> None:
        """Make it; a name that is typed proposes its other forms."""
        path: Path = ("scheme", at)
        name = str(value_at(tree, (*path, "name")) or tr("Nytt bidrag"))
        super().__init__(f"scheme.{at}", name)
        self.remover = Button(tr("Ta bort bidraget"))
        self.remover.clicked.connect(lambda: self.acted.emit(lambda old: without(old, path)))
        blocks = self.fields(tree, path, SCHEME_FIELDS)
        self._named = {block.field.key: block for block in blocks}
        self._name = str(value_at(tree, (*path, "name")) or "")
        self._named["name"].edited.connect(lambda _path, value: self._propose(str(value or "")))
        self._types(tree, path)
        self.rule_list(tree, (*path, "rule"), RulePart.GRANT, fresh, self.remover)

    def _types(self, tree: Tree, path: Path) -> None:
        types = value_at(tree, (*path, "type"), [])
        for at in range(len(types)):
            self.add(Hairline())
            self.inset(_removable(self, tree, (*path, "type", at), TYPE_FIELDS), below=8)
        add = Button(tr("Lägg till vad ansökan kan gälla"), "plus")
        add.clicked.connect(
            lambda: self.acted.emit(
                lambda old: with_item(
                    old,
                    (*path, "type"),
                    {"key": _free(value_at(old, (*path, "type"), [])), "name": "", "costs": {}},
                )
            )
        )
        schools = "association" not in value_at(tree, (*path, "applicants"), ["association"])
        if types or schools:
            self.inset(_left(add))

    def _propose(self, name: str) -> None:
        """Follow the name where nobody has written another form of it."""
        for key, make in (("definite", running_name), ("short", short_name)):
            block = self._named[key]
            field = block.input
            old = make(self._name) if self._name else ""
            if isinstance(field, LineEdit) and field.text() in ("", old):
                field.setText(make(name) if name else "")
                field.textEdited.emit(field.text())
        self._name = name
        self.heading.title.setText(name or tr("Nytt bidrag"))


def _free(types: Sequence[Tree]) -> str:
    taken = {str(each.get("key")) for each in types}
    return next(key for at in range(len(taken) + 1) if (key := f"type_{at + 1}") not in taken)


class VisitsCard(PartCard):
    """Visits and agreements."""

    def __init__(self, tree: Tree, fresh: str) -> None:
        """Make it; a guideline may say nothing of visits."""
        super().__init__("visits", tr("Besök och överenskommelser"))
        if value_at(tree, ("visits",)) is None:
            self.say(tr("Riktlinjen säger inget om besök."))
            self.adder = Button(tr("Ta med besök"), "plus")
            self.adder.clicked.connect(lambda: self.acted.emit(_with_visits))
            self.inset(_left(self.adder))
            return
        self.fields(tree, ("visits",), VISITS_FIELDS)
        remove = Button(tr("Ta bort besöken"))
        remove.clicked.connect(lambda: self.acted.emit(lambda old: without(old, ("visits",))))
        self.rule_list(tree, ("visits", "rule"), RulePart.VISIT, fresh, remove)

    def answers(self, path: str) -> bool:
        """Leave the lines of costs to their own card."""
        return super().answers(path) and not path.startswith("visits.line")


def _with_visits(tree: Tree) -> Tree:
    lines = [{"cost_type": str(each.cost_type), "payer": str(each.payer)} for each in CUSTOM_LINES]
    return with_value(tree, ("visits",), {"report_months": 1, "line": lines, "rule": []})


class MatrixCard(PartCard):
    """Who pays what."""

    def __init__(self, tree: Tree) -> None:
        """Make it."""
        super().__init__("matrix", tr("Vem betalar vad vid besök"))
        self.say(tr("Föreslås i nya överenskommelser. De som finns ändras inte."))
        self.matrix = CostMatrix(tree)
        self.matrix.edited.connect(self.edited)
        self.inset(self.matrix, below=14)

    def answers(self, path: str) -> bool:
        """Answer for the lines of costs."""
        return path.startswith("visits.line")


class WorkCard(PartCard):
    """Networks, projects, plans, follow-up: parts that are there or not."""

    def __init__(self, tree: Tree, fresh: str) -> None:
        """Make it."""
        super().__init__("work", tr("Hela arbetet"))
        self.ticks: dict[str, CheckBox] = {}
        self.fields(tree, ("work",), WORK_FIELDS)
        for key, words, fields in WORK_PARTS:
            self.add(Hairline())
            self._part(tree, key, shown(words), fields)
        self.rule_list(tree, ("work", "rule"), RulePart.WORK, fresh)

    def _part(self, tree: Tree, key: str, words: str, fields: Sequence[FigureField]) -> None:
        path: Path = ("work", key)
        here = value_at(tree, path) is not None
        tick = CheckBox(words)
        tick.setChecked(here)
        tick.toggled.connect(
            lambda on: self.acted.emit(
                lambda old: with_value(old, path, dict(PART_DEFAULTS[key]) if on else None)
            )
        )
        self.ticks[key] = tick
        self.inset(tick, below=4)
        if here:
            grid = BlockGrid(self.made(tree, path, fields))
            grid.setContentsMargins(px(23), 0, 0, 0)
            self.inset(grid)


class StatementsCard(PartCard):
    """What the guideline says besides, shown and nothing more."""

    def __init__(self, tree: Tree, fresh: str) -> None:
        """Make it."""
        super().__init__("statement", tr("Övrigt som riktlinjen säger"))
        self.inset(small(tr("Visas bland riktlinjerna. Programmet prövar det inte."), wrap=True))
        self.rule_list(tree, ("statement",), None, fresh)
