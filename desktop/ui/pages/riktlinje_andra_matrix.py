"""Who pays what at visits, as the guideline proposes it: a line for each kind of cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.domain.guideline_edit import value_at
from desktop.domain.guideline_fields import COSTS, LINE_FIELDS, taken_in
from desktop.domain.swedish import digits
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.money import MoneyEdit
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.guideline_edit import Tree

LINES = ("visits", "line")
PAYER, SHARE, CEILING, UNIT = LINE_FIELDS
WIDE = 52
"""Em from which a kind of cost is one line."""


class CostRow:
    """The fields of one kind of cost."""

    def __init__(self, key: str, words: str, line: Mapping[str, Any] | None) -> None:
        """Make them."""
        self.key = key
        self.kept = dict(line or {})
        self.name = Words(words, wrap=True)
        payers = [(each, shown(said)) for each, said in PAYER.choices]
        self.payer = ComboBox([("", tr("Nämns inte")), *payers])
        self.share = LineEdit()
        self.share.setFixedWidth(em(4.2))
        self.share.setPlaceholderText(tr("gäst %"))
        self.ceiling = MoneyEdit()
        self.ceiling.setPlaceholderText(tr("inget tak"))
        self.unit = ComboBox([("", tr("–")), *((key, shown(said)) for key, said in UNIT.choices)])
        self.unit.setFixedWidth(em(8.4))
        self.payer.setFixedWidth(em(10.4))
        self.said = Words("", "small", Tone.INFO, wrap=True)
        self._name()
        self._fill()

    def _name(self) -> None:
        words = self.name.text()
        for part, said in (
            (self.payer, tr("Vem betalar")),
            (self.share, tr("Gästens del i procent")),
            (self.ceiling, tr("Tak")),
            (self.unit, tr("Taket räknas")),
        ):
            part.setAccessibleName(f"{words}: {said}")

    def _fill(self) -> None:
        line = self.kept
        self.payer.set_key(str(line.get("payer", "")))
        share = line.get("guest_share", "")
        self.share.setText(str(share))
        ceiling = line.get("ceiling_ore")
        self.ceiling.setText(digits(ceiling // 100) if isinstance(ceiling, int) else "")
        self.unit.set_key(str(line.get("ceiling_unit", "")))

    def parts(self) -> tuple[QWidget, ...]:
        """Give what is typed in, from the left."""
        return self.payer, self.share, self.ceiling, self.unit

    def fit(self) -> None:
        """Show only what has a use."""
        named, shared = bool(self.payer.key()), self.payer.key() == "shared"
        if shared and not self.share.text():
            self.share.setText("50")
        self.share.setVisible(shared)
        self.ceiling.setVisible(named)
        self.unit.setVisible(named and bool(self.ceiling.text().strip()))

    def raw(self) -> dict[str, Any] | None:
        """Give the line; None for a kind that is not named."""
        if not self.payer.key():
            return None
        kept = {key: value for key, value in self.kept.items() if key == "note"}
        found: dict[str, Any] = {"cost_type": self.key, "payer": self.payer.key(), **kept}
        if self.payer.key() == "shared":
            found["guest_share"] = taken_in(SHARE, self.share.text()) or 50
        ceiling = taken_in(CEILING, self.ceiling.text())
        if ceiling is not None:
            found |= {"ceiling_ore": ceiling, "ceiling_unit": self.unit.key()}
        return found


class CostMatrix(QWidget):
    """All kinds of cost; says the whole list when any of it changes."""

    edited = Signal(object, object)

    def __init__(self, tree: Tree) -> None:
        """Show what the tree has."""
        super().__init__()
        lines = {str(each["cost_type"]): each for each in value_at(tree, LINES, [])}
        self.rows = [CostRow(key, shown(words), lines.get(key)) for key, words in COSTS]
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        tight(self._grid)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        self._heads = [small(word) for word in (tr("Kostnad"), tr("Vem betalar"), tr("Tak"))]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for line in self.rows:
            line.payer.chosen.connect(lambda _key: self._changed())
            line.unit.chosen.connect(lambda _key: self._changed())
            line.share.textEdited.connect(lambda _text: self._changed())
            line.ceiling.textEdited.connect(lambda _text: self._changed())
        self._lay(wide=True)
        # Not before they lie in the grid: a part without a parent would flash up as a window.
        for line in self.rows:
            line.fit()

    def _changed(self) -> None:
        for line in self.rows:
            line.fit()
        self.edited.emit(LINES, [raw for line in self.rows if (raw := line.raw()) is not None])

    def row_of(self, number: int) -> CostRow | None:
        """Give the row of a line by its place in the list."""
        named = [line for line in self.rows if line.payer.key()]
        return named[number] if number < len(named) else None

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(em(16), px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields under their cost where there is little room."""
        super().resizeEvent(event)
        self._lay(wide=self.width() >= em(WIDE))

    def _lay(self, *, wide: bool) -> None:
        if wide is self._wide:
            return
        self._wide = wide
        grid = self._grid
        while grid.takeAt(0):
            pass
        for at, head in enumerate(self._heads):
            grid.addWidget(head, 0, (0, 1, 3)[at])
            head.setVisible(wide)
        for at, line in enumerate(self.rows):
            top = 1 + at * 3
            if wide:
                grid.addWidget(line.name, top, 0)
                for column, part in enumerate(line.parts(), 1):
                    grid.addWidget(part, top, column)
            else:
                grid.addWidget(line.name, top, 0, 1, 4)
                for column, part in enumerate(line.parts()):
                    grid.addWidget(part, top + 1, column)
            grid.addWidget(line.said, top + 2, 0, 1, 5)
            line.said.setVisible(bool(line.said.text()))
        grid.setColumnStretch(0, 1 if wide else 0)
        grid.setColumnStretch(4, 0 if wide else 1)
