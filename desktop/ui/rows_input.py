"""A small table to fill in: each row is made of the asks of one dataclass."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.flow.ask import Ask, Kind, asks
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import Input
from desktop.ui.make_input import make_input
from desktop.ui.measure import px
from desktop.ui.widgets.button import SymbolButton
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Link, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.ui.widgets.combo import Option
    from desktop.ui.widgets.day import ReadDay


def as_mapping(row: object) -> dict[str, object]:
    """Give a row by field name, whether it is a dataclass or a dict."""
    if is_dataclass(row) and not isinstance(row, type):
        return {each.name: getattr(row, each.name) for each in fields(row)}
    return dict(row) if isinstance(row, dict) else {}


class RowsEdit(QWidget):
    """Headings, rows of inputs, a way to take each away and one to add another."""

    changed = Signal()

    def __init__(
        self, row_type: type[Any], make: Callable[[Ask], Input], *, fixed: bool = False
    ) -> None:
        """Make it without rows; `fixed` keeps the rows that were given."""
        super().__init__()
        self._asks: Mapping[str, Ask] = asks(row_type)
        self._make = make
        self._fixed = fixed
        self._name = ""
        self.lines: list[dict[str, Input]] = []
        self._removers: list[SymbolButton] = []
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        tight(self._grid, 6)
        for at, ask in enumerate(self._asks.values()):
            self._grid.addWidget(small(shown(ask.label)), 0, at)
            self._grid.setColumnStretch(at, 1 if ask.kind in (Kind.LINE, Kind.NOTE) else 0)
        self.add_link = Link(tr("Lägg till rad"), symbol="plus")
        self.add_link.clicked.connect(self._added)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        tight(column, 6)
        column.addWidget(self._grid_holder)
        column.addWidget(self.add_link)
        self.add_link.setVisible(not fixed)

    def setAccessibleName(self, name: str) -> None:
        """Name the table and everything in it."""
        super().setAccessibleName(name)
        self._name = name
        self._rename()

    def _rename(self) -> None:
        for at, line in enumerate(self.lines):
            for key, each in line.items():
                label = shown(self._asks[key].label)
                each.name(
                    tr("{table} rad {row}: {label}", table=self._name, row=at + 1, label=label)
                )
        for at, remover in enumerate(self._removers):
            words = tr("Ta bort rad {row}", row=at + 1)
            remover.setToolTip(words)
            remover.setAccessibleName(f"{self._name}: {words}")

    def add(self, values: Mapping[str, object]) -> None:
        """Add a row."""
        at = len(self.lines) + 1
        line: dict[str, Input] = {}
        for column, (key, ask) in enumerate(self._asks.items()):
            each = self._make(ask)
            if key in values:
                each.put(values[key])
            each.on_edit(self.changed.emit)
            self._grid.addWidget(each.widget, at, column)
            line[key] = each
        self.lines.append(line)
        remover = SymbolButton("close", "")
        remover.clicked.connect(lambda: self._remove(line, remover))
        self._removers.append(remover)
        self._grid.addWidget(remover, at, len(self._asks))
        remover.setVisible(not self._fixed)
        self._order()

    def _added(self) -> None:
        self.add({})
        next(iter(self.lines[-1].values())).widget.setFocus()
        self.changed.emit()

    def _remove(self, line: dict[str, Input], remover: SymbolButton) -> None:
        # Rows are also taken away while somebody types elsewhere.
        here = any(each.hasFocus() for each in (remover, *(one.widget for one in line.values())))
        for each in line.values():
            each.widget.hide()
            each.widget.deleteLater()
        self.lines.remove(line)
        self._removers.remove(remover)
        remover.hide()
        remover.deleteLater()
        self._order()
        if here:
            self.add_link.setFocus()
        self.changed.emit()

    def _order(self) -> None:
        self._rename()
        before: QWidget | None = None
        for line, remover in zip(self.lines, self._removers, strict=True):
            for widget in (*(each.widget for each in line.values()), remover):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget
        if before is not None:
            QWidget.setTabOrder(before, self.add_link)
        first = next(iter(self.lines[0].values())).widget if self.lines else self.add_link
        self.setFocusProxy(first)
        self._grid_holder.setVisible(bool(self.lines))
        self._grid.setVerticalSpacing(px(4))

    def clear(self) -> None:
        """Take all rows away."""
        while self.lines:
            self._remove(self.lines[0], self._removers[0])


def _is_blank(line: Mapping[str, Input]) -> bool:
    return all(each.raw() in ("", False) for each in line.values())


class RowsInput(Input):
    """A list of small records."""

    def __init__(
        self, ask: Ask, sources: Callable[[Ask], Sequence[Option]], parse: ReadDay
    ) -> None:
        """Make the table for the ask's row."""
        self.edit = RowsEdit(ask.row or object, lambda each: make_input(each, sources, parse))
        super().__init__(self.edit)
        self._given: list[dict[str, Input]] = []

    def raw(self) -> object:
        """Give a dict for each row that holds anything."""
        self._given = [line for line in self.edit.lines if not _is_blank(line)]
        return [{key: each.raw() for key, each in line.items()} for line in self._given]

    def put(self, value: object) -> None:
        """Show rows."""
        if isinstance(value, list | tuple):
            self.edit.clear()
            for row in value:
                self.edit.add(as_mapping(row))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every change in any row."""
        self.edit.changed.connect(do)

    def mark(self, bad: bool) -> None:
        """Unmark every cell; a problem marks its own."""
        if not bad:
            for line in self.edit.lines:
                for each in line.values():
                    each.mark(bad=False)

    def place(self, problem: str) -> QWidget:
        """Mark and give the cell that "2.name" names."""
        at, _, key = problem.partition(".")
        if at.isdigit() and int(at) < len(self._given) and key in self._given[int(at)]:
            cell = self._given[int(at)][key]
            cell.mark(bad=True)
            return cell.widget
        return self.widget

    def name(self, label: str) -> None:
        """Name the table."""
        self.edit.setAccessibleName(label)
