"""Beside the figures: contacts year by year, grants place by place, her own words, what remains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.swedish import digits, kr
from desktop.domain.text import say
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.pages.uppfoljning_chart import Layer, YearColumns
from desktop.ui.roles import Mark
from desktop.ui.widgets.card import Card, Hairline, Heading, row, tight
from desktop.ui.widgets.grid_table import GridRow, GridTable, Head, Place
from desktop.ui.widgets.name_link import NameLink
from desktop.ui.widgets.pots import Bar, Part, legend
from desktop.ui.widgets.words import Link, Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.yearly import PotBar, Remaining, Yearly

FORMS = {
    "contacts.digital": ("decided", say("Digitala")),
    "contacts.incoming": ("second", say("Inkommande")),
    "contacts.outgoing": ("own", say("Utgående")),
}
"""Layers of the columns from below, each with its filling and its word."""


class _Turning(Card):
    """A picture of figures, and the same figures as a table."""

    def __init__(self, title: str) -> None:
        super().__init__(spacing=10)
        self.heading = Heading(title, " ", link=tr("Visa som tabell"))
        self.table = GridTable(title, inset=0)
        self.add(self.heading)
        self.table.hide()
        self.heading.link.clicked.connect(self.turn)

    def picture(self) -> QWidget:
        """Give the picture."""
        raise NotImplementedError

    def turn(self) -> None:
        """Show the table instead of the picture, or back."""
        table = self.table.isHidden()
        self.table.setVisible(table)
        self.picture().setVisible(not table)
        self.heading.link.setText(tr("Visa som staplar") if table else tr("Visa som tabell"))


class ContactCard(_Turning):
    """Contacts year by year: digital, to us, from us."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(tr("Kontakter per år"))
        self.heading.beside.hide()
        self.columns = YearColumns()
        self.holder = QWidget()
        self._grid = QGridLayout(self.holder)
        tight(self._grid, 6)
        self._grid.addWidget(self.columns, 0, 0)
        self._legend = legend([])
        self._grid.addWidget(self._legend, 1, 0)
        self.add(self.holder, self.table)

    def picture(self) -> QWidget:
        """Give the columns."""
        return self.holder

    def show_year(self, yearly: Yearly) -> None:
        """Show the contacts of a year and those before; hidden when there are none."""
        layers = _layers(yearly)
        self.setVisible(any(value for each in layers for value in each.values.values()))
        self.columns.set_layers(yearly.years, layers)
        fresh = legend([(layer.kind, layer.title) for layer in layers])
        self._grid.replaceWidget(self._legend, fresh)
        self._legend.hide()
        self._legend.deleteLater()
        self._legend = fresh
        heads = [Head(title=tr("År")), *(Head(title=each.title, right=True) for each in layers)]
        self.table.show_rows(
            [*heads, Head(title="", share=1)],
            [
                GridRow(
                    places=[
                        Place(text=str(year)),
                        *(Place(text=digits(each.values.get(year, 0))) for each in layers),
                        Place(text=""),
                    ]
                )
                for year in yearly.years
            ],
        )


def _layers(yearly: Yearly) -> list[Layer]:
    section = yearly.section("contacts")
    parts = section.figures[0].parts if section is not None else ()
    return [
        Layer(
            kind=FORMS[each.key][0],
            title=shown(FORMS[each.key][1]),
            values={year: value or 0 for year, value in each.years.items()},
        )
        for each in parts
        if each.key in FORMS
    ]


class PotCard(_Turning):
    """What is decided and proposed of each place's pots."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(tr("Beslutat per ort"))
        self.holder = QWidget()
        self._grid = QGridLayout(self.holder)
        tight(self._grid)
        self.add(self.holder, self.table)

    def picture(self) -> QWidget:
        """Give the bars."""
        return self.holder

    def show_year(self, yearly: Yearly) -> None:
        """Show the pots of a year; hidden where there are none."""
        pots = yearly.pots
        self.setVisible(bool(pots))
        if not pots:
            return
        whole = {each.cap for each in pots}
        same = kr(whole.pop()) if len(whole) == 1 else ""
        self.heading.beside.setText(tr("av {sum} i potter", sum=same) if same else "")
        self._draw(pots)
        heads = (tr("Ort"), tr("Beslutat"), tr("Föreslaget"), tr("Kvar"))
        self.table.show_rows(
            [
                Head(title=words, right=bool(at), share=int(not at))
                for at, words in enumerate(heads)
            ],
            [
                GridRow(
                    places=[
                        Place(text=each.place),
                        *(
                            Place(text=digits(amount))
                            for amount in (each.decided, each.proposed, each.left)
                        ),
                    ]
                )
                for each in pots
            ],
        )

    def _draw(self, pots: Sequence[PotBar]) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        tight(grid)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for at, each in enumerate(pots):
            bar = Bar(
                (
                    Part(kind="decided", label=tr("Beslutat"), amount=each.decided),
                    Part(kind="proposed", label=tr("Föreslaget"), amount=each.proposed),
                    Part(
                        kind="left",
                        label=tr("Kvar"),
                        amount=max(0, each.cap - each.decided - each.proposed),
                    ),
                )
            )
            bar.setMinimumWidth(em(5))
            grid.addWidget(Words(each.place, wrap=True), at, 0)
            grid.addWidget(bar, at, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Words(digits(each.decided), right=True), at, 2)
        kinds = [("decided", tr("Beslutat")), ("proposed", tr("Föreslaget")), ("left", tr("Kvar"))]
        grid.addWidget(legend(kinds), len(pots), 0, 1, 3)
        self.body.replaceWidget(self.holder, fresh)
        fresh.setVisible(self.table.isHidden())
        self.holder.hide()
        self.holder.deleteLater()
        self.holder = fresh


class RemainsCard(Card):
    """What is to be done before the report is signed."""

    followed = Signal(object, str)
    """Subject and act of what is to be done."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=8)
        self._holder = QWidget()
        self.add(Heading(tr("Återstår innan rapporten kan skrivas under")), self._holder)
        self.links: list[Link] = []

    def show_year(self, yearly: Yearly) -> None:
        """Show what remains, or that nothing does."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        tight(column, 8)
        self.links = []
        for at, each in enumerate(yearly.remains):
            if at:
                column.addWidget(Hairline())
            column.addWidget(self._line(each))
        if not yearly.remains:
            column.addLayout(row(Symbol(Mark.OK), Words(tr("Inget återstår.")), None, spacing=10))
        self.body.replaceWidget(self._holder, fresh)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = fresh

    def _line(self, each: Remaining) -> QWidget:
        """Give a line; the link of one that is several things unfolds them below it."""
        holder = QWidget()
        link = Link(shown(each.words))
        link.setAccessibleName(f"{shown(each.words)}: {shown(each.text)}")
        self.links.append(link)
        line = row(Symbol(Mark.LATE if each.late else Mark.MINE), spacing=10)
        line.addWidget(Words(shown(each.text), wrap=True), 1)
        line.addWidget(link)
        column = QVBoxLayout(holder)
        tight(column, 4)
        column.addLayout(line)
        if each.rows and not each.subject[1]:
            under = self._rows(each)
            column.addWidget(under)
            under.hide()
            link.clicked.connect(lambda _on=False: under.setVisible(under.isHidden()))
        else:
            link.clicked.connect(lambda _on=False: self.followed.emit(each.subject, each.act))
        return holder

    def _rows(self, each: Remaining) -> QWidget:
        under = QWidget()
        column = QVBoxLayout(under)
        tight(column, 4)
        column.setContentsMargins(px(26), 0, 0, 0)
        for source in each.rows:
            link = NameLink(shown(source.text))
            link.clicked.connect(
                lambda _on=False, subject=source.subject: self.followed.emit(subject, "")
            )
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return under
