"""The list of associations: how to reach and pay each, and what its annual report says of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.applicants import KIND_WORDS, SCHOOLS
from desktop.domain.phases import ACCOUNT_WORDS
from desktop.domain.spoken import year_words
from desktop.domain.swedish import fold, kr
from desktop.flow.associations import AssociationRow, asks_annual_report, association_rows
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em
from desktop.ui.page import Page, Route
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.filter import FilterEdit
from desktop.ui.widgets.words import muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.ui.session import Session

MARGIN = 26
"""Em of the filter."""


class AssociationsPage(Page):
    """Filtered by what is typed; a municipality has at most some hundred."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._rows: list[AssociationRow] = []
        self.frame = ListFrame()
        self.frame.set_title(tr("Föreningar"))
        self.add_button = Button(tr("Ny förening"), "plus")
        self.add_button.clicked.connect(self._new)
        self.frame.buttons.addWidget(self.add_button)
        asked = asks_annual_report(session.need().in_force()[1])
        self._columns = [
            each for each in _columns(session.today.year) if asked or each.key != "report"
        ]
        self.table = Table(self._columns, name=tr("Föreningar"), tall=True)
        self.table.opened.connect(self._open)
        self.table.emptied.connect(self._emptied)
        self.filter = FilterEdit(
            tr("Filtrera sökande") if self._schools() else tr("Filtrera föreningar"), self.table
        )
        self.filter.setMaximumWidth(em(MARGIN))
        self.filter.asked.connect(lambda _words: self._show())
        self.count = muted()
        self.frame.tools.addWidget(self.filter, 1)
        self.frame.tools.addWidget(self.count)
        self.frame.tools.addStretch(1)
        self.frame.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _new(self) -> None:
        act = "add_school" if self._schools() else "add_association"
        self.go.emit(Route(page="forening", act=act))

    def _schools(self) -> bool:
        """Say whether only schools apply."""
        return not self.session.need().in_force()[1].associations

    def _open(self, association_id: int) -> None:
        self.go.emit(Route(page="forening", subject=association_id))

    def _emptied(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self._new()

    def title(self) -> str:
        """Give the title of the window."""
        desk = self.session.desk
        schools = desk is not None and desk.in_force()[1].schools
        return tr("Sökande") if schools else tr("Föreningar")

    def refresh(self) -> None:
        """Read the associations again."""
        desk = self.session.need()
        self._rows = association_rows(desk)
        asked = asks_annual_report(desk.in_force()[1])
        keys = [column.key for column in self._columns]
        if "report" in keys:
            self.table.view.setColumnHidden(keys.index("report"), not asked)
        missing = sum(not row.received and bool(row.open_cases) for row in self._rows)
        self.frame.set_line(_line(missing) if asked else "")
        self.frame.set_title(self.title())
        self.add_button.setText(tr("Ny skola") if self._schools() else tr("Ny förening"))
        self._show()

    def _show(self) -> None:
        words = fold(self.filter.text()).split()
        rows = [row for row in self._rows if all(word in row.folded for word in words)]
        if words:
            nobody = (
                tr("Ingen skola heter så.") if self._schools() else tr("Ingen förening heter så.")
            )
            self.table.set_empty(nobody, tr("Visa alla"))
        elif self._schools():
            self.table.set_empty(
                tr("Inga skolor än. Bara namnet behövs för att börja."), tr("Ny skola")
            )
        else:
            self.table.set_empty(
                tr("Inga föreningar än. Bara namnet behövs för att börja."), tr("Ny förening")
            )
        self.table.set_rows([(row.association.id, row) for row in rows])
        self.table.set_match(self.filter.text())
        total = len(self._rows)
        some = tr("{count} av {total}", count=len(rows), total=total)
        self.count.setText(some if words else "")
        self.table.set_sums(
            {
                "name": tr("{count} skolor", count=len(rows))
                if self._schools()
                else tr("{count} föreningar", count=len(rows)),
                "cases": str(sum(row.cases for row in rows)),
                "granted": kr(sum(row.granted for row in rows)),
            }
            if len(rows) > 1
            else {}
        )

    def focus_filter(self) -> None:
        """Answer Ctrl+L."""
        self.filter.setFocus()
        self.filter.selectAll()

    def first_focus(self) -> None:
        """Take the keyboard to the list, or to the way to add one."""
        if self._rows:
            self.table.setFocus()
        else:
            self.table.empty.button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: open the association."""
        self.table.open_current()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.filter, self.table, self.add_button)


def _line(missing: int) -> str:
    if not missing:
        return ""
    if missing == 1:
        return tr("En förening med öppna ärenden har inte lämnat årets verksamhetsberättelse.")
    return tr(
        "{count} föreningar med öppna ärenden har inte lämnat årets verksamhetsberättelse.",
        count=missing,
    )


def _columns(year: int) -> list[Column]:
    given = tr("Beviljat {year}", year=year)
    return [
        Column(key="name", title=tr("Sökande"), value=_name, stretch=2, matched=True),
        Column(key="contact", title=tr("Kontakt"), value=_contact, stretch=1, matched=True),
        Column(key="account", title=tr("Konto"), value=_account, matched=True),
        Column(key="report", title=tr("Verksamhetsberättelse"), value=_report),
        Column(key="cases", title=tr("Ärenden"), value=_cases, align="right"),
        Column(key="granted", title=given, value=_granted, align="right"),
    ]


def _name(row: AssociationRow) -> Cell:
    it = row.association
    if it.kind in SCHOOLS:
        return Cell(it.name, second=shown(KIND_WORDS[it.kind]), weight="medium")
    return Cell(it.name, second=", ".join(row.places), weight="medium")


def _contact(row: AssociationRow) -> Cell:
    known = [part for part in _reached(row) if part]
    return Cell(known[0] if known else "", second=known[1] if len(known) > 1 else "")


def _reached(row: AssociationRow) -> tuple[str, ...]:
    it = row.association
    if it.principal:
        return (it.principal, it.phone, it.email)
    return (row.association.contact, row.association.phone, row.association.email)


def _account(row: AssociationRow) -> Cell:
    it = row.association
    if it.account_string:
        return Cell(it.account_string, second=tr("Kontosträng"))
    if it.account_kind is None:
        return Cell(tr("saknas"), tone=Tone.MUTED)
    return Cell(it.account, second=shown(ACCOUNT_WORDS[it.account_kind]))


def _report(row: AssociationRow) -> Cell:
    year = shown(year_words(row.year))
    if row.received:
        return Cell(tr("har kommit in"), second=year, mark=Mark.OK, tone=Tone.MUTED)
    loud = bool(row.open_cases)
    mark, tone = (Mark.WARN, None) if loud else (Mark.TODO, Tone.MUTED)
    return Cell(tr("saknas"), second=year, mark=mark, tone=tone)


def _cases(row: AssociationRow) -> str:
    return str(row.cases)


def _granted(row: AssociationRow) -> str:
    return kr(row.granted)
