"""Settings of the committee: who is heard before decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.registers import Member
from desktop.ui.i18n import tr
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, tight
from desktop.ui.widgets.words import small

if TYPE_CHECKING:
    from desktop.flow.desk import Desk

ADD, CHANGE, REMOVE = "add_member", "change_member", "remove_member"


class CommitteeSection(QWidget):
    """The members as a list; Enter changes one."""

    act = Signal(str, object)
    """Name of the act, and id of the member."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.heading = Heading(tr("Kommittén"), link=tr("Lägg till ledamot"))
        self.heading.link.clicked.connect(lambda: self.act.emit(ADD, 0))
        self.table = Table(
            [
                Column(key="name", title=tr("Namn"), value=_name, weight="medium", stretch=2),
                Column(key="role", title=tr("Roll"), value=_role, stretch=3),
                Column(key="change", title="", value=_change, tone=Tone.LINK, link=True),
            ],
            name=tr("Kommittén"),
            fit=True,
        )
        self.table.set_empty(tr("Ingen i kommittén än."), tr("Lägg till ledamot"))
        self.table.emptied.connect(lambda: self.act.emit(ADD, 0))
        self.table.opened.connect(lambda key: self.act.emit(CHANGE, key))
        self.table.stepped.connect(lambda key: self.act.emit(CHANGE, key))
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(self.heading)
        column.addWidget(self.table)
        words = tr("Kommittén hörs före beslut. Samråd som är klara behåller namnen de hade.")
        column.addWidget(small(words, wrap=True))

    def show_members(self, desk: Desk) -> None:
        """Show the members in their order."""
        members = desk.store.find(Member, order="place_in_list, id")
        self.table.set_rows([(each.id, each) for each in members])


def _name(member: Member) -> str:
    return member.name


def _role(member: Member) -> str:
    return member.role


def _change(_member: Member) -> Cell:
    return Cell(tr("Ändra"), tone=Tone.LINK)
