"""The list of places: what binds us to each, and what the year has given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.phases import PLACE_WORDS
from desktop.domain.swedish import kr
from desktop.flow.offered import offered
from desktop.flow.places import PlaceRow, place_rows
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.ort_words import council_words, distance_words
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.ui.session import Session

NEW = Route(page="ort", act="add_place")


class PlacesPage(Page):
    """A few rows: no filter is needed."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.frame = ListFrame()
        self.frame.set_title(tr("Orter"))
        self.add_button = Button(tr("Ny ort"), "plus")
        self.add_button.clicked.connect(lambda: self.go.emit(NEW))
        self.all_link = Link("")
        self.all_link.clicked.connect(self._turn)
        self.frame.buttons.addWidget(self.all_link)
        self.frame.buttons.addWidget(self.add_button)
        self._all = False
        grants = offered(session.need()).grants
        self.table = Table(_columns(session.today.year, grants=grants), name=tr("Orter"), tall=True)
        self.table.opened.connect(self._open)
        self.table.emptied.connect(lambda: self.go.emit(NEW))
        self.table.set_empty(
            tr("Inga orter än. Lägg till dem som kommunen samverkar med."), tr("Ny ort")
        )
        self.frame.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _open(self, place_id: int) -> None:
        self.go.emit(Route(page="ort", subject=place_id))

    def _turn(self) -> None:
        self._all = not self._all
        self.refresh()

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Orter")

    def refresh(self) -> None:
        """Read the places again."""
        found = place_rows(self.session.need())
        beside = sum(row.place.destination for row in found)
        self.all_link.setVisible(bool(beside))
        self.all_link.setText(
            tr("Dölj resmålen") if self._all else tr("Visa {count} resmål", count=beside)
        )
        rows = [row for row in found if self._all or not row.place.destination]
        self.table.set_rows([(row.place.id, row) for row in rows])
        self.table.set_sums(
            {
                "name": tr("Summa"),
                "cases": str(sum(row.cases for row in rows)),
                "granted": kr(sum(row.granted for row in rows)),
            }
            if rows and offered(self.session.need()).grants
            else {}
        )
        self.frame.set_line(_line(rows))

    def first_focus(self) -> None:
        """Take the keyboard to the list."""
        self.table.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: open the place."""
        self.table.open_current()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.table, self.add_button)


def _line(rows: Sequence[PlaceRow]) -> str:
    lacking = sum(row.lacks_council for row in rows)
    if not lacking:
        return ""
    if lacking == 1:
        return tr("För en vänort är fullmäktiges beslut inte inskrivet.")
    return tr("För {count} vänorter är fullmäktiges beslut inte inskrivet.", count=lacking)


def _columns(year: int, *, grants: bool) -> list[Column]:
    given = tr("Beviljat {year}", year=year)
    money = [
        Column(key="cases", title=tr("Ärenden"), value=_cases, align="right"),
        Column(key="granted", title=given, value=_granted, align="right"),
    ]
    return [
        Column(key="name", title=tr("Ort"), value=_name, stretch=3),
        Column(key="distance", title=tr("Fågelvägen"), value=_distance, align="right"),
        Column(key="since", title=tr("Sedan"), value=_since, align="right"),
        Column(key="council", title=tr("Fullmäktiges beslut"), value=_council, stretch=1),
        *(money if grants else ()),
    ]


def _name(row: PlaceRow) -> Cell:
    kind = tr("Resmål") if row.place.destination else shown(PLACE_WORDS[row.place.kind])
    second = ", ".join(part for part in (kind, row.place.country) if part)
    return Cell(row.place.name, second=second, weight="medium")


def _distance(row: PlaceRow) -> str:
    return distance_words(row.place.distance_km)


def _since(row: PlaceRow) -> str:
    return str(row.place.since or "")


def _council(row: PlaceRow) -> Cell:
    place = row.place
    if place.council_on is not None:
        return Cell(council_words(place))
    if row.lacks_council:
        return Cell(tr("saknas"), mark=Mark.WARN, tone=Tone.WARN)
    return Cell("–", tone=Tone.MUTED)


def _cases(row: PlaceRow) -> str:
    return str(row.cases)


def _granted(row: PlaceRow) -> str:
    return kr(row.granted)
