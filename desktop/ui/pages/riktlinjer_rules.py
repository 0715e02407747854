"""The rules of a guideline: number, name, figure and paragraph, and what it says there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.flow.guidelines import RuleShown, figure_of
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.paint import focus_ring
from desktop.ui.roles import Tone, now
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

TOP = Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight


def gate_words(gate: str) -> str:
    """Give the heading of the rules of a gate."""
    return {
        "decision": tr("Före beslut"),
        "payment": tr("Före utbetalning"),
        "closing": tr("Före avslut"),
        "statement": tr("För besök och hela arbetet"),
    }[gate]


class RuleText(QWidget):
    """One rule; the keyboard reaches it, and it can be lit."""

    def __init__(self, shown_rule: RuleShown, before: RuleShown | None) -> None:
        """Make the row; what the rule before it quotes already is not quoted again."""
        super().__init__()
        self._first = before is None
        self.lit = False
        rule = shown_rule.rule
        self.rule_id = rule.id
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        figure = shown(figure_of(rule))
        where = ", ".join(tr(name) for name in shown_rule.schemes)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(16), px(9), px(16), px(10))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(3))
        grid.setColumnMinimumWidth(0, em(2.4))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Words(rule.id, "body", Tone.MUTED), 0, 0, TOP)
        grid.addWidget(Words(tr(rule.title), "medium", wrap=True), 0, 1)
        grid.addWidget(Words(figure, "medium", right=True), 0, 2, TOP | RIGHT)
        if before is None or before.rule.text != rule.text:
            grid.addWidget(Words(rule.text, "body", Tone.MUTED, wrap=True), 1, 1, 1, 2)
        source = " · ".join(part for part in (rule.paragraph, where) if part)
        grid.addWidget(small(source, wrap=True), 2, 1, 1, 2)
        said = (rule.id, tr(rule.title), figure, rule.text, source)
        self.setAccessibleName(". ".join(part for part in said if part))

    def light(self, *, on: bool) -> None:
        """Show that this is the one that was asked for."""
        self.lit = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above, and the ground of the one that was asked for."""
        painter = QPainter(self)
        roles = now()
        if self.lit:
            painter.fillRect(self.rect(), roles.selection)
        if not self._first:
            painter.fillRect(0, 0, self.width(), 1, roles.hairline)
        if self.hasFocus():
            focus_ring(painter, self.rect())


class RuleCards(QWidget):
    """A card for each gate."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._column = QVBoxLayout(self)
        tight(self._column, 12)
        self.rows: list[RuleText] = []

    def show_rules(self, rules: Mapping[str, Sequence[RuleShown]]) -> None:
        """Show rules by gate, empty gates left out."""
        while item := self._column.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        for gate, found in rules.items():
            if found:
                self._column.addWidget(self._card(gate, found))

    def _card(self, gate: str, found: Sequence[RuleShown]) -> Card:
        card = Card(padding=0, spacing=0)
        heading = Heading(gate_words(gate))
        heading.setContentsMargins(px(16), px(12), px(16), px(4))
        card.add(heading)
        for before, each in zip((None, *found), found, strict=False):
            row = RuleText(each, before)
            self.rows.append(row)
            card.add(row)
        return card

    def light(self, rule_id: str) -> RuleText | None:
        """Light the first rule with an id, and give it; none for an unknown one."""
        found = next((row for row in self.rows if row.rule_id == rule_id), None)
        for row in self.rows:
            row.light(on=row is found)
        return found
