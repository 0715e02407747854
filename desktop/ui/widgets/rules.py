"""The rules of a case as lines: state, rule, value and limit, paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView

from desktop.ui.i18n import tr
from desktop.ui.measure import em, font, px
from desktop.ui.roles import Mark
from desktop.ui.table_paint import plain_selection
from desktop.ui.widgets.card import Card, Heading
from desktop.ui.widgets.rule_paint import RuleDelegate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QResizeEvent

Index: TypeAlias = QModelIndex | QPersistentModelIndex

STATE, RULE, VALUE, LIMIT, SOURCE = range(5)
NARROW = 56
"""Em below which each rule takes two rows."""
LOUDEST = (Mark.STOP, Mark.LATE, Mark.WARN, Mark.LOWERED, Mark.WAITING, Mark.INFO, Mark.OK)
"""The order of rules in the narrow form."""


@dataclass(frozen=True, kw_only=True)
class RuleLine:
    """One rule as it fell out."""

    rule: str
    """The rule's id, emitted when its paragraph is wanted."""
    mark: Mark
    """Its state."""
    word: str
    """The state in a word: "Uppfylld"."""
    name: str
    """"Högsta belopp per ort och år"."""
    value: str = ""
    """"6 500 kr"."""
    limit: str = ""
    """"kvar av 10 000 kr, se nedan"."""
    paragraph: str = ""
    """"P5"."""
    source: str = ""
    """"Bidrag st. 3"."""


@dataclass(frozen=True, kw_only=True)
class RuleGroup:
    """The rules of one gate."""

    title: str
    """"Före utbetalning"."""
    lines: Sequence[RuleLine]
    """In the guideline's order."""
    note: str = ""
    """"avgjort 9 nov"."""


class RuleModel(QAbstractTableModel):
    """Groups and their lines as rows of one table."""

    def __init__(self, parent: QObject) -> None:
        """Make it empty; it goes with its parent."""
        super().__init__(parent)
        self.rows: list[RuleGroup | RuleLine] = []
        self.gates: dict[str, str] = {}

    def show(self, groups: Sequence[RuleGroup], *, narrow: bool) -> None:
        """Show groups with headings, or the loudest lines first without any."""
        self.beginResetModel()
        self.gates = {line.rule: group.title for group in groups for line in group.lines}
        if narrow:
            lines = [line for group in groups for line in group.lines]
            self.rows = [*sorted(lines, key=lambda line: LOUDEST.index(line.mark))]
        else:
            self.rows = list(_grouped(groups))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Give the number of columns."""
        return 0 if parent.isValid() else SOURCE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give the words; the delegate draws from the rows themselves."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        row = self.rows[index.row()]
        if isinstance(row, RuleGroup):
            return row.title if index.column() == STATE else ""
        words = (row.word, row.name, row.value, row.limit, f"{row.paragraph} {row.source}".strip())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STATE:
            return ", ".join(word for word in words if word)
        return words[index.column()]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the lines be chosen, not the headings."""
        if index.isValid() and isinstance(self.rows[index.row()], RuleLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def _grouped(groups: Sequence[RuleGroup]) -> Iterator[RuleGroup | RuleLine]:
    """Give the gate that stops first, then the others in their order."""

    def stops(group: RuleGroup) -> bool:
        return any(line.mark is Mark.STOP for line in group.lines)

    for group in sorted(groups, key=lambda group: not stops(group)):
        if group.title:
            yield group
        yield from group.lines


def counts(groups: Sequence[RuleGroup]) -> list[tuple[Mark, str]]:
    """Give how many lines are in each state, the calm ones first."""
    marks = [line.mark for group in groups for line in group.lines]
    words = (
        (Mark.OK, tr("1 uppfylld"), tr("{count} uppfyllda")),
        (Mark.LOWERED, tr("1 sänkte beloppet"), tr("{count} sänkte beloppet")),
        (Mark.WARN, tr("1 obs"), tr("{count} obs")),
        (Mark.WAITING, tr("1 väntar"), tr("{count} väntar")),
        (Mark.LATE, tr("1 försenad"), tr("{count} försenade")),
        (Mark.STOP, tr("1 stoppar"), tr("{count} stoppar")),
    )
    return [
        (mark, one if marks.count(mark) == 1 else many.format(count=marks.count(mark)))
        for mark, one, many in words
        if mark in marks
    ]


class RuleView(QTableView):
    """The lines as a table that is as high as its rows."""

    opened = Signal(str)

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.rules = RuleModel(self)
        self.narrow = False
        self._groups: Sequence[RuleGroup] = ()
        self.setModel(self.rules)
        self.setItemDelegate(RuleDelegate(self))
        self.setAccessibleName(tr("Regler"))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.doubleClicked.connect(self._open)
        plain_selection(self)

    def set_groups(self, groups: Sequence[RuleGroup]) -> None:
        """Show these."""
        self._groups = tuple(groups)
        self._fill()

    def _fill(self) -> None:
        self.rules.show(self._groups, narrow=self.narrow)
        high = self.row_height()
        self.verticalHeader().setDefaultSectionSize(high)
        self.clearSpans()
        for at, row in enumerate(self.rules.rows):
            if isinstance(row, RuleGroup):
                self.setSpan(at, 0, 1, SOURCE + 1)
        self._spread()
        self.setFixedHeight(max(1, len(self.rules.rows) * high))

    def row_height(self) -> int:
        """Give the height of a line: 28 pixels at 100 %, or two lines of text."""
        if not self.narrow:
            return px(28)
        return QFontMetrics(font()).height() * 2 + px(8)

    def _widest(self, size: str, words: Sequence[str]) -> int:
        metrics = QFontMetrics(font(size))
        return max((metrics.horizontalAdvance(each) for each in words), default=0)

    def _spread(self) -> None:
        """Give each column the room its words need; the rule and the limit share the rest."""
        lines = [row for row in self.rules.rows if isinstance(row, RuleLine)]
        state = self._widest("medium", [line.word for line in lines]) + px(14 + 25 + 16)
        value = self._widest("medium", [line.value for line in lines])
        source = self._widest("small", [f"{line.paragraph}  {line.source}" for line in lines])
        names = self._widest("body", [line.name for line in lines])
        limits = self._widest("body", [line.limit for line in lines])
        wide = self.viewport().width()
        if self.narrow:
            value = max(value, source) + px(14)
            widths = [state, wide - state - value, value, 0, 0]
        else:
            source += px(24)
            rest = wide - state - value - source
            rule = min(names + px(12), max(rest - limits - px(20), rest * 45 // 100))
            widths = [state, rule, value, rest - rule, source]
        for column, width in enumerate(widths):
            self.setColumnHidden(column, width <= 0)
            self.setColumnWidth(column, max(1, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two rows for each rule where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < em(NARROW)
        if narrow != self.narrow:
            self.narrow = narrow
            self._fill()
        else:
            self._spread()

    def sizeHint(self) -> QSize:
        """Want all rows."""
        return QSize(em(40), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the paragraph with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.rules.rows[index.row()]
            if isinstance(row, RuleLine):
                self.opened.emit(row.rule)


class RuleTable(Card):
    """The card of rules: heading with counts, then the lines."""

    opened = Signal(str)

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self.heading = Heading("")
        self.heading.setContentsMargins(px(14), px(8), px(14), px(8))
        self.view = RuleView()
        self.view.opened.connect(self.opened)
        self.add(self.heading, self.view)

    def set_groups(self, title: str, beside: str, groups: Sequence[RuleGroup]) -> None:
        """Show the rules of a case."""
        self.heading.title.setText(title)
        self.heading.beside.setText(beside)
        self.heading.beside.setVisible(bool(beside))
        self.heading.set_counts(counts(groups))
        self.view.setAccessibleName(title)
        self.view.set_groups(groups)
