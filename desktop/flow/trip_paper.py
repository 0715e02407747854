"""The list of visits and trips of a mandate period, for the committee; printed, never kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.dates import mandate_period
from desktop.domain.phases import PlaceKind
from desktop.domain.quota import COUNTED, digital_share, nearest_first, youth_share
from desktop.domain.registers import Place
from desktop.domain.settlement import parts
from desktop.domain.swedish import period
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.visit_words import (
    FORM_WORDS,
    STAGE_WORDS,
    Side,
    VisitForm,
    VisitStage,
)
from desktop.flow.papers import base, draw
from desktop.flow.visit_facts import all_visits, of_own_budget, quota_of
from desktop.flow.visit_picture import VisitPicture, pictured
from desktop.letters.facts import TripListFacts
from desktop.letters.facts.trips import TripPlaceRow, TripRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline import Guideline
    from desktop.domain.quota import Quota
    from desktop.domain.visiting import AgreementLine, VisitCost, VisitPeople
    from desktop.flow.desk import Desk

_ELSEWHERE = "Andra orter"


@dataclass(frozen=True, kw_only=True)
class _Period:
    """A mandate period with its visits."""

    desk: Desk
    guideline: Guideline
    first: int
    last: int
    seen: tuple[VisitPicture, ...]

    def quota(self, place_id: int) -> Quota:
        day = min(max(self.desk.today, date(self.first, 1, 1)), date(self.last, 12, 31))
        found = quota_of(self.desk, self.guideline, place_id, day)
        assert found is not None  # noqa: S101 - place and day are given
        return found


def draw_trip_list(desk: Desk, year: int | None = None) -> bytes:
    """Draw the visits of the mandate period of a year, today's unless said; writes nothing."""
    first, last = mandate_period(year or desk.today.year)
    _, guideline = desk.in_force()
    seen = tuple(
        pictured(desk, each)
        for each in all_visits(desk)
        if each.starts_on is not None and first <= each.starts_on.year <= last
    )
    known = _Period(desk=desk, guideline=guideline, first=first, last=last, seen=seen)
    facts = TripListFacts(
        **base(desk, desk.today, f"trip_list:{first}:{desk.today}"),
        first_year=first,
        last_year=last,
        committee=guideline.committee,
        places=tuple(_places(known)),
        trips=tuple(_trip(known, each) for each in sorted(_held(seen), key=_by_day)),
        digital_percent=digital_share(each.visit for each in seen).percent,
        youth_percent=youth_share(_guests(seen)).percent,
        cited=_cited(guideline),
    )
    return draw(desk, "trip_list", facts)


def _held(seen: Sequence[VisitPicture]) -> list[VisitPicture]:
    """Leave digital contacts out: they are counted place by place."""
    return [each for each in seen if each.visit.form is not VisitForm.DIGITAL]


def _by_day(seen: VisitPicture) -> tuple[str, int]:
    return str(seen.visit.starts_on), seen.id


def _guests(seen: Sequence[VisitPicture]) -> list[VisitPeople]:
    counted = (each for each in seen if each.stage in COUNTED)
    return [one for each in counted for one in each.people if one.side is Side.GUEST]


def _cited(guideline: Guideline) -> str:
    rules = visit_rules(guideline).rules
    return next((rule.paragraph for rule in rules if rule.kind == "quota"), "")


def _places(known: _Period) -> list[TripPlaceRow]:
    found = []
    for place in nearest_first(known.desk.store.find(Place)):
        seen = [each for each in known.seen if each.visit.place_id == place.id]
        if seen or place.kind is PlaceKind.TWIN_TOWN:
            found.append(_place(known, place, seen))
    shown = {place.id for place in known.desk.store.find(Place)}
    rest = [each for each in known.seen if each.visit.place_id not in shown]
    return [*found, *([_place(known, None, rest)] if rest else [])]


def _place(known: _Period, place: Place | None, seen: list[VisitPicture]) -> TripPlaceRow:
    quota = known.quota(place.id) if place else None
    guests = youth_share(_guests(seen))
    digital = digital_share(each.visit for each in seen)
    coming = [each for each in seen if each.visit.form is VisitForm.INCOMING]
    return TripPlaceRow(
        place=place.name if place else _ELSEWHERE,
        distance_km=place.distance_km if place else None,
        used=len(quota.counted) if quota else 0,
        allowed=quota.allowed if quota else None,
        project=len(quota.outside) if quota else 0,
        incoming=sum(each.stage in COUNTED for each in coming),
        digital=digital.part,
        contacts=digital.whole,
        guests=guests.whole,
        young=guests.part,
        own=sum(map(_own, seen)),
        other=sum(map(_other, seen)),
    )


def _trip(known: _Period, seen: VisitPicture) -> TripRow:
    visit = seen.visit
    assert visit.starts_on is not None  # noqa: S101 - only visits with days are listed
    return TripRow(
        number=visit.number,
        place=seen.where,
        days=period(visit.starts_on, visit.ends_on or visit.starts_on),
        form=str(FORM_WORDS[visit.form]),
        purpose=visit.purpose,
        stage=str(STAGE_WORDS[seen.stage]),
        # To one that was cancelled nobody came: the sum is that of the places.
        guests=seen.guests if seen.stage in COUNTED else 0,
        young=seen.youth.part if seen.stage in COUNTED else 0,
        quota=_quota(known, seen),
        own=_own(seen),
        other=_other(seen),
    )


def _quota(known: _Period, seen: VisitPicture) -> str:
    if seen.visit.place_id is None or seen.visit.form is not VisitForm.OUTGOING:
        return ""
    quota = known.quota(seen.visit.place_id)
    if quota.allowed is None:
        return ""
    if seen.id in {each.id for each in quota.counted}:
        return "i kvoten"
    return "utanför kvoten" if seen.id in {each.id for each in quota.outside} else ""


def _own(seen: VisitPicture) -> int:
    return _kronor(seen.own_ore)


def _other(seen: VisitPicture) -> int:
    """Give our part of what project money, other sources and other boards pay, planned or real."""
    lines = {line.cost_type: line for line in seen.lines}
    total = 0
    for cost in seen.costs:
        if of_own_budget(cost, seen.board):
            continue
        planned = 0 if seen.stage is VisitStage.CANCELLED else cost.planned_ore or 0
        line, real = lines.get(cost.cost_type), cost.sek_ore or 0
        total += max(_ours(seen, cost, line, planned), _ours(seen, cost, line, real))
    return _kronor(total)


def _kronor(ore: int) -> int:
    return (ore + 50) // 100


def _ours(seen: VisitPicture, cost: VisitCost, line: AgreementLine | None, ore: int) -> int:
    divided = parts(cost, line, ore)
    # Nobody has paid yet and no agreement says who should: what we plan is ours.
    return divided.get(seen.our_party, 0) if divided else ore
