"""Places as their pages show them: who works for them, and what the year has given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Summary
from desktop.domain.phases import PlaceKind
from desktop.domain.registers import Association, AssociationPlace, Place
from desktop.domain.swedish import fold
from desktop.domain.work_guideline import work_rules
from desktop.flow.money import PotBar, pots

if TYPE_CHECKING:
    from desktop.flow.desk import Desk

_CASES = """select c.place_id, count(*),
    sum(case when c.year = ? then d.granted_ore else 0 end)
    from grant_case c join summary s on s.id = c.id
    left join standing_decision d on d.case_id = c.id group by c.place_id"""
_OF_PLACE = """select c.association_id, c.id, c.year from grant_case c
    join summary s on s.id = c.id where c.place_id = ? order by c.number desc"""


@dataclass(frozen=True, kw_only=True)
class PlaceRow:
    """A place in the list of places."""

    place: Place
    """The place."""
    cases: int
    """Cases about it, of all years."""
    granted: int
    """Granted this year, kronor."""
    lacks_council: bool
    """True for a twin town without the council's decision, where the guideline asks for it."""


@dataclass(frozen=True, kw_only=True)
class Partner:
    """An association that works for a place."""

    association: Association
    """The association."""
    granted: int
    """Granted for the place this year, kronor."""
    proposed: int
    """Proposed for the place this year and not decided, kronor."""


@dataclass(frozen=True, kw_only=True)
class PlaceView:
    """A place with all that its page shows."""

    place: Place
    """The place."""
    year: int
    """The year that sums are of."""
    pots: tuple[PotBar, ...]
    """Its pots of the year."""
    partners: tuple[Partner, ...]
    """Associations that work for it, by name."""
    cases: tuple[Summary, ...]
    """Its cases, the newest number first."""
    lacks_council: bool
    """True for a twin town without the council's decision, where the guideline asks for it."""

    @property
    def granted(self) -> int:
        """Granted for the place this year, kronor."""
        return sum(each.granted for each in self.partners)


def lacks_council(desk: Desk, place: Place) -> bool:
    """Say whether a twin town lacks the council's decision that the guideline asks for (U7)."""
    twin = place.kind is PlaceKind.TWIN_TOWN and not place.destination
    asked = work_rules(desk.in_force()[1]).council_decides_twin_towns
    return asked and twin and place.council_on is None


def place_rows(desk: Desk) -> list[PlaceRow]:
    """Give every place in the order they were registered."""
    counted = {row[0]: row for row in desk.store.rows(_CASES, desk.today.year)}
    rows = []
    for place in desk.store.find(Place):
        _, cases, ore = counted.get(place.id, (place.id, 0, 0))
        rows.append(
            PlaceRow(
                place=place,
                cases=int(cases),
                granted=int(ore or 0) // 100,
                lacks_council=lacks_council(desk, place),
            )
        )
    return rows


def place_view(desk: Desk, place_id: int) -> PlaceView:
    """Read a place whole; LookupError when there is none with that id."""
    place = desk.store.get(Place, place_id)
    year = desk.today.year
    rows = desk.store.rows(_OF_PLACE, place_id)
    cases = desk.store.summaries([int(row[1]) for row in rows])
    owner = {int(row[1]): int(row[0]) for row in rows}
    return PlaceView(
        place=place,
        year=year,
        pots=tuple(bar for bar in pots(desk, year) if bar.place.id == place_id),
        partners=_partners(desk, place_id, owner, [each for each in cases if each.year == year]),
        cases=tuple(cases),
        lacks_council=lacks_council(desk, place),
    )


def _partners(
    desk: Desk, place_id: int, owner: dict[int, int], cases: list[Summary]
) -> tuple[Partner, ...]:
    linked = desk.store.find(AssociationPlace, "place_id = ?", place_id)
    ids = {each.association_id for each in linked} | {owner[each.id] for each in cases}
    found = [each for each in desk.store.find(Association) if each.id in ids]
    return tuple(
        Partner(
            association=each,
            granted=sum(one.granted or 0 for one in cases if owner[one.id] == each.id),
            proposed=sum(one.proposed or 0 for one in cases if owner[one.id] == each.id),
        )
        for each in sorted(found, key=lambda each: fold(each.name))
    )
