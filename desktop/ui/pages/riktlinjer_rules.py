"""The rules of a guideline in plain words: number, sentence and paragraph; the text unfolds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.guideline_fields import ON_WORDS
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.paint import focus_ring
from desktop.ui.roles import Tone, now
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.words import Symbol, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from desktop.flow.guidelines import RuleSaid, Section

TOP = Qt.AlignmentFlag.AlignTop


def gate_words(gate: str) -> str:
    """Say what a rule stands before, or does; "" where its sentence says it."""
    return {
        "decision": tr("prövas före beslut"),
        "payment": tr("prövas före utbetalning"),
        "closing": tr("prövas före avslut"),
        "approval": tr("prövas när syftet godkänns"),
        "entry": tr("stoppar"),
        "note": tr("noteras"),
    }.get(gate, "")


class RuleText(QWidget):
    """One rule; the keyboard reaches it, it can be lit, and Enter unfolds its own words."""

    def __init__(self, known: RuleSaid, *, first: bool, statement: bool) -> None:
        """Make the row, its quotation folded in."""
        super().__init__()
        self._first = first
        self.lit = False
        rule = known.rule
        self.rule_id = rule.id
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        about = [shown(ON_WORDS[rule.on])] if rule.on in ON_WORDS else []
        gate = "" if statement else gate_words(rule.gate)
        source = " · ".join(part for part in (rule.paragraph, *about, gate) if part)
        sentence = shown(known.sentence)
        self.words = Words(rule.text, "small", Tone.MUTED, wrap=True)
        self.arrow = Symbol("chevron-down", 14, Tone.MUTED)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(16), px(8), px(16), px(9))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(3))
        grid.setColumnMinimumWidth(0, em(2.4))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Words(rule.id, "body", Tone.MUTED), 0, 0, TOP)
        grid.addWidget(Words(sentence, "body", wrap=True), 0, 1)
        grid.addWidget(self.arrow, 0, 2, TOP)
        grid.addWidget(small(source, wrap=True), 1, 1, 1, 2)
        grid.addWidget(self.words, 2, 1, 1, 2)
        self.arrow.setVisible(bool(rule.text))
        self.words.hide()
        said = (rule.id, sentence, source, rule.text)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in said if part))
        self.setToolTip(tr("Enter visar riktlinjens egna ord") if rule.text else "")

    def unfold(self, *, on: bool) -> None:
        """Show what the guideline says there, or fold it in."""
        self.words.setVisible(on and bool(self.words.text()))

    def light(self, *, on: bool) -> None:
        """Show that this is the one that was asked for, with its words."""
        self.lit = on
        if on:
            self.unfold(on=True)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold with a click."""
        super().mouseReleaseEvent(event)
        self.unfold(on=self.words.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold or fold with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.unfold(on=self.words.isHidden())
        else:
            super().keyPressEvent(event)

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
    """A card for each part of the guideline."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._column = QVBoxLayout(self)
        tight(self._column, 12)
        self.rows: list[RuleText] = []

    def show_rules(self, sections: Sequence[Section]) -> None:
        """Show the rules part by part."""
        while item := self._column.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        for section in sections:
            self._column.addWidget(self._card(section))

    def _card(self, section: Section) -> Card:
        card = Card(padding=0, spacing=0)
        heading = Heading(shown(section.title))
        heading.setContentsMargins(px(16), px(12), px(16), px(4))
        card.add(heading)
        for at, each in enumerate(section.rules):
            row = RuleText(each, first=not at, statement=section.key == "statement")
            self.rows.append(row)
            card.add(row)
        return card

    def light(self, rule_id: str) -> RuleText | None:
        """Light the first rule with an id, and give it; none for an unknown one."""
        found = next((row for row in self.rows if row.rule_id == rule_id), None)
        for row in self.rows:
            row.light(on=row is found)
        return found
