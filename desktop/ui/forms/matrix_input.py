"""Who pays what, to fill in: a row of choices for each kind of cost, ceiling and note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.cost_types import COST_WORDS, CostType
from desktop.domain.visit_words import PAYER_WORDS, UNIT_WORDS, Payer
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import Input
from desktop.ui.measure import em
from desktop.ui.rows_input import as_mapping
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.money import MoneyEdit
from desktop.ui.widgets.tick import RadioButton
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

WIDE = 74
"""Em from which a kind of cost is one line."""
COLUMN = 5.2
"""Em of a column of choices."""


class MatrixLine(QWidget):
    """One kind of cost."""

    edited = Signal()

    def __init__(self, kind: CostType) -> None:
        """Make it without a payer: the agreement does not name the kind."""
        super().__init__()
        self.kind = kind
        self.name = Words(shown(COST_WORDS[kind]), wrap=True)
        self.radios: dict[str, RadioButton] = {}
        self.group = QButtonGroup(self)
        words = {str(payer): shown(said) for payer, said in PAYER_WORDS.items()}
        for key, said in {**words, "": tr("Nämns inte")}.items():
            radio = RadioButton("")
            radio.setAccessibleName(f"{self.name.text()}: {said}")
            radio.setProperty("words", said)
            self.radios[key] = radio
            self.group.addButton(radio)
        self.radios[""].setChecked(True)
        self.share = LineEdit()
        self.share.setFixedWidth(em(3.6))
        self.ceiling = MoneyEdit()
        units = [(str(unit), shown(said)) for unit, said in UNIT_WORDS.items()]
        self.unit = ComboBox([("", tr("–")), *units])
        self.unit.setFixedWidth(em(8.2))
        self.note = LineEdit()
        self._name_all()
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        tight(self._column)
        self._column.addWidget(self._holder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.group.buttonClicked.connect(lambda _button: self._chosen())
        self.share.textEdited.connect(lambda _text: self.edited.emit())
        self.ceiling.textEdited.connect(lambda _text: self._ceiling())
        self.note.textEdited.connect(lambda _text: self.edited.emit())
        self.unit.chosen.connect(lambda _key: self.edited.emit())

    def _name_all(self) -> None:
        name = self.name.text()
        for field, said in (
            (self.share, tr("Gästens del i procent")),
            (self.ceiling, tr("Tak")),
            (self.unit, tr("Taket räknas")),
            (self.note, tr("Not")),
        ):
            field.setAccessibleName(f"{name}: {said}")
            policy = field.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            field.setSizePolicy(policy)
        self.share.setToolTip(tr("Gästens del i procent"))

    def payer(self) -> str:
        """Give who pays; "" when the agreement does not name the kind."""
        return next((key for key, radio in self.radios.items() if radio.isChecked()), "")

    def _chosen(self) -> None:
        if self.payer() == Payer.SHARED and not self.share.text():
            self.share.setText("50")
        self.fit()
        self.edited.emit()

    def _ceiling(self) -> None:
        # Lodging is counted for nights and food for days: what she would choose anyway.
        usual = {CostType.LODGING: "night", CostType.FOOD: "day", CostType.GIFTS: "item"}
        if self.ceiling.text() and not self.unit.key():
            self.unit.set_key(usual.get(self.kind, "person"))
        self.edited.emit()

    def raw(self) -> dict[str, object]:
        """Give what was chosen and typed."""
        shared = self.payer() == Payer.SHARED
        return {
            "cost_type": str(self.kind),
            "payer": self.payer(),
            "guest_share": self.share.text() if shared else "50",
            "ceiling": self.ceiling.text(),
            "ceiling_unit": self.unit.key() if self.ceiling.text().strip() else "",
            "note": self.note.text(),
        }

    def put(self, values: Mapping[str, object]) -> None:
        """Show a line."""
        self.radios.get(str(values.get("payer") or ""), self.radios[""]).setChecked(True)
        share, ceiling = values.get("guest_share"), values.get("ceiling")
        self.share.setText("" if share is None else str(share))
        self.ceiling.setText("" if ceiling in (None, "") else str(ceiling))
        self.unit.setCurrentIndex(0)
        self.unit.set_key(str(values.get("ceiling_unit") or ""))
        self.note.setText(str(values.get("note") or ""))
        self.note.setCursorPosition(0)
        self.fit()

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from the left."""
        return [*self.radios.values(), self.share, self.ceiling, self.unit, self.note]

    def part(self, key: str) -> QWidget:
        """Give the widget of a field."""
        parts: dict[str, QWidget] = {
            "guest_share": self.share,
            "ceiling": self.ceiling,
            "ceiling_unit": self.unit,
            "note": self.note,
        }
        return parts.get(key, self.radios[self.payer()])

    def fit(self) -> None:
        """Show only the fields that have a use."""
        named = bool(self.payer())
        for field in (self.ceiling, self.unit, self.note):
            field.setVisible(named)
        self.share.setVisible(self.payer() == Payer.SHARED)

    def lay(self, *, wide: bool) -> None:
        """Stand as one line of the table, or as a small form."""
        holder = QWidget()
        if wide:
            self._line(holder)
        else:
            self._small(holder)
        old, self._holder = self._holder, holder
        self._column.replaceWidget(old, holder)
        holder.show()
        old.deleteLater()
        self.fit()

    def _line(self, holder: QWidget) -> None:
        for field in (self.ceiling, self.note):
            field.setPlaceholderText("")
        grid = QGridLayout(holder)
        tight(grid, 6)
        grid.addWidget(self.name, 0, 0)
        grid.setColumnStretch(0, 3)
        self.name.setMinimumWidth(em(14))
        for at, radio in enumerate(self.radios.values()):
            radio.setText("")
            radio.setFixedWidth(em(COLUMN))
            grid.addWidget(radio, 0, 1 + at)
        for at, part in enumerate((self.share, self.ceiling, self.unit)):
            grid.addWidget(part, 0, 8 + at)
        grid.addWidget(self.note, 0, 11)
        grid.setColumnStretch(11, 2)

    def _small(self, holder: QWidget) -> None:
        column = QVBoxLayout(holder)
        tight(column, 2)
        self.name.setMinimumWidth(0)
        column.addWidget(self.name)
        self.ceiling.setPlaceholderText(tr("Tak"))
        self.note.setPlaceholderText(tr("Not"))
        radios, fields = FlowLayout(12), FlowLayout(8)
        for radio in self.radios.values():
            name = radio.accessibleName()
            radio.setText(str(radio.property("words")))
            radio.setAccessibleName(name)
            radio.setMinimumWidth(0)
            radio.setMaximumWidth(16_777_215)
            radios.addWidget(radio)
        for part in (self.share, self.ceiling, self.unit):
            fields.addWidget(part)
        fields.addWidget(self.note, 1)
        column.addLayout(radios)
        column.addLayout(fields)


class MatrixEdit(QWidget):
    """Every kind of cost, in the order of the guideline's own."""

    changed = Signal()

    def __init__(self) -> None:
        """Make it with nothing chosen."""
        super().__init__()
        self.lines = {kind: MatrixLine(kind) for kind in CostType}
        self._wide: bool | None = None
        self._head = QWidget()
        self._titles(self._head)
        column = QVBoxLayout(self)
        tight(column, 2)
        column.addWidget(self._head)
        column.addWidget(Hairline(strong=True))
        for at, line in enumerate(self.lines.values()):
            if at:
                column.addWidget(Hairline())
            column.addWidget(line)
            line.edited.connect(self.changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._fit()
        first = next(iter(self.lines.values()))
        self.setFocusProxy(first.radios[""])

    def _titles(self, holder: QWidget) -> None:
        grid = QGridLayout(holder)
        tight(grid, 6)
        kind = small(tr("Kostnad"))
        kind.setMinimumWidth(em(14))
        grid.addWidget(kind, 0, 0)
        grid.setColumnStretch(0, 3)
        words = [shown(said) for said in PAYER_WORDS.values()]
        for at, said in enumerate([*words, tr("Nämns inte")]):
            title = small(said, wrap=True)
            title.setFixedWidth(em(COLUMN))
            grid.addWidget(title, 0, 1 + at)
        widths = ((tr("Gäst %"), 3.6), (tr("Tak"), 8.3), (tr("Räknat"), 8.2))
        for at, (said, wide) in enumerate(widths):
            title = small(said)
            title.setFixedWidth(em(wide))
            grid.addWidget(title, 0, 8 + at)
        grid.addWidget(small(tr("Not")), 0, 11)
        grid.setColumnStretch(11, 2)

    def _fit(self) -> None:
        wide = self.width() >= em(WIDE)
        if wide is not self._wide:
            self._wide = wide
            self._head.setVisible(wide)
            for line in self.lines.values():
                line.lay(wide=wide)

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(em(16), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make each kind a small form where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def tab_stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, line by line."""
        return [part for line in self.lines.values() for part in line.stops()]

    def named(self) -> list[MatrixLine]:
        """Give the lines that the agreement is to have."""
        return [line for line in self.lines.values() if line.payer()]


class MatrixInput(Input):
    """The lines of an agreement."""

    whole = True

    def __init__(self) -> None:
        """Make the matrix."""
        self.edit = MatrixEdit()
        super().__init__(self.edit)
        self._given: list[MatrixLine] = []

    def raw(self) -> object:
        """Give a dict for each kind of cost that is named."""
        self._given = self.edit.named()
        return [line.raw() for line in self._given]

    def put(self, value: object) -> None:
        """Show lines."""
        if not isinstance(value, list | tuple):
            return
        rows = {str(row["cost_type"]): row for row in map(as_mapping, value)}
        for kind, line in self.edit.lines.items():
            line.put(rows.get(str(kind), {}))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every change."""
        self.edit.changed.connect(do)

    def mark(self, bad: bool) -> None:
        """Unmark every field; a problem marks its own."""
        if not bad:
            for line in self.edit.lines.values():
                for field in (line.share, line.ceiling, line.unit, line.note):
                    field.set_bad(bad=False)

    def place(self, problem: str) -> QWidget:
        """Mark and give the field that "2.ceiling_unit" names."""
        at, _, key = problem.partition(".")
        if not at.isdigit() or int(at) >= len(self._given):
            return self.widget
        part = self._given[int(at)].part(key)
        set_bad = getattr(part, "set_bad", None)
        if set_bad is not None:
            set_bad(True)
        return part

    def name(self, label: str) -> None:
        """Name the matrix; its fields have names of their own."""
        self.edit.setAccessibleName(label)
