"""What narrows the list of cases: words, a group, year, grant and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.flow.case_list import Asked, choices
from desktop.ui.i18n import tr
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.filter import FilterEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.desk import Desk
    from desktop.ui.table_view import Table


class CaseTools(QObject):
    """The row of tools above the list."""

    changed = Signal()
    """Another selection is asked for."""

    def __init__(self, table: Table, parent: QObject) -> None:
        """Make them; arrows and Enter in the filter go to the list."""
        super().__init__(parent)
        self.filter = FilterEdit(tr("Filtrera ärenden"), table)
        self.group = SegmentedChoice(
            [
                ("all", tr("Alla")),
                ("mine", tr("Väntar på mig")),
                ("others", tr("Väntar på andra")),
                ("closed", tr("Avslutade")),
            ],
            strong=False,
        )
        self.group.setAccessibleName(tr("Visa"))
        self.year = _chooser(tr("År"), tr("Alla år"))
        self.scheme = _chooser(tr("Bidrag"), tr("Alla bidrag"))
        self.place = _chooser(tr("Ort"), tr("Alla orter"))
        self.filter.asked.connect(lambda _text: self.changed.emit())
        for part in (self.group, self.year, self.scheme, self.place):
            part.chosen.connect(lambda _key: self.changed.emit())

    def parts(self) -> Sequence[tuple[QWidget, int]]:
        """Give the tools from the left, each with its share of the room that is left."""
        return (
            (self.filter, 1),
            (self.group, 0),
            (self.year, 0),
            (self.scheme, 0),
            (self.place, 0),
        )

    def offer(self, desk: Desk) -> None:
        """Offer the years, grants and places that have cases."""
        found = choices(desk)
        self.year.set_options(
            [("", tr("Alla år")), *((str(each), str(each)) for each in found.years)]
        )
        schemes = ((key, tr(name)) for key, name in found.schemes)
        self.scheme.set_options([("", tr("Alla bidrag")), *schemes])
        self.place.set_options([("", tr("Alla orter")), *((name, name) for name in found.places)])

    def asked(self) -> Asked:
        """Give what is asked for now."""
        return Asked(
            text=self.filter.text(),
            group=self.group.key(),
            year=int(self.year.key()) if self.year.key() else None,
            scheme=self.scheme.key() or None,
            place=self.place.key() or None,
        )

    def is_narrowed(self) -> bool:
        """Say whether words or choosers narrow the group."""
        chosen = (self.filter.text().strip(), self.year.key(), self.scheme.key(), self.place.key())
        return any(chosen)

    def show_only(self, group: str) -> None:
        """Show a whole group."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        for chooser in (self.year, self.scheme, self.place):
            chooser.setCurrentIndex(0)
        self.group.set_key(group)

    def show_all(self) -> None:
        """Narrow nothing any more."""
        self.show_only("all")
        self.changed.emit()


def _chooser(name: str, every: str) -> ComboBox:
    made = ComboBox([("", every)])
    made.setAccessibleName(name)
    return made
