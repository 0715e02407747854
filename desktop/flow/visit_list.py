"""The list of visits: rows with where each stands and what comes next, and its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.quota import Share, digital_share, youth_share
from desktop.domain.swedish import fold
from desktop.domain.visit_words import Side, VisitForm, VisitStage
from desktop.domain.visiting import VisitPeople
from desktop.flow.visit_facts import all_visits
from desktop.flow.visit_next import VisitLabel, next_visit_words, visit_label, visit_next
from desktop.flow.visit_picture import VisitPicture, pictured

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.text import Text
    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class VisitRow:
    """A visit in the list."""

    id: int
    """Its id."""
    number: str
    """"B 2026-02"."""
    title: Text
    """"Besök från Grindavík"."""
    place_id: int | None
    """The place; None for a town that is not registered."""
    place: str
    """Name of the town."""
    form: VisitForm
    """Incoming, outgoing or digital."""
    purpose: str
    """What it is for."""
    starts_on: date | None
    """First day."""
    ends_on: date | None
    """Last day."""
    stage: VisitStage
    """Where it stands."""
    label: VisitLabel
    """Where it stands, in words for today."""
    own_ore: int
    """What it takes of our own budget, in öre: planned or real, whichever is greater."""
    next_act: str
    """Name of the next act; "" when nothing more is to be done."""
    next_words: Text
    """Its words."""
    contact: bool
    """True for a digital contact that was only noted."""


@dataclass(frozen=True, kw_only=True)
class VisitList:
    """The visits that the filters let through, and their shares."""

    rows: tuple[VisitRow, ...]
    """The latest first; those without days on top."""
    years: tuple[int, ...]
    """Years that any visit has, the latest first."""
    digital: Share
    """Share of the contacts let through that were digital (P10)."""
    youth: Share
    """Share of the guests let through who are 25 or younger (P11, U5)."""


def year_of(seen: VisitPicture) -> int:
    """Give the year a visit counts in."""
    return visit_year(seen.visit)


def visit_year(visit: Visit) -> int:
    """Give the year a visit counts in: of its first day, or of its number before it has one."""
    first = visit.starts_on
    return first.year if first else int(visit.number.split()[1][:4])


def visit_list(  # noqa: PLR0913 - the filters
    desk: Desk,
    *,
    year: int | None = None,
    place_id: int | None = None,
    form: VisitForm | None = None,
    contacts: bool = True,
    text: str = "",
) -> VisitList:
    """Read the visits that every filter lets through; None and "" let all through."""
    seen = [pictured(desk, each) for each in all_visits(desk)]
    words = fold(text).split()
    chosen = [
        each
        for each in seen
        if (year is None or year_of(each) == year)
        and (place_id is None or each.visit.place_id == place_id)
        and (form is None or each.visit.form is form)
        and all(word in _folded(each) for word in words)
    ]
    rows = [visit_row(each) for each in chosen]
    rows.sort(key=lambda row: (row.starts_on is None, str(row.starts_on), row.id), reverse=True)
    return VisitList(
        rows=tuple(row for row in rows if contacts or not row.contact),
        years=tuple(sorted({year_of(each) for each in seen}, reverse=True)),
        digital=digital_share(each.visit for each in chosen),
        youth=youth_share(_guests(chosen)),
    )


def visit_row(seen: VisitPicture) -> VisitRow:
    """Give a visit as a row of the list."""
    visit = seen.visit
    return VisitRow(
        id=visit.id,
        number=visit.number,
        title=seen.title,
        place_id=visit.place_id,
        place=seen.where,
        form=visit.form,
        purpose=visit.purpose,
        starts_on=visit.starts_on,
        ends_on=visit.ends_on,
        stage=visit.stage,
        label=visit_label(seen),
        own_ore=seen.own_ore,
        next_act=visit_next(seen),
        next_words=next_visit_words(seen),
        contact=seen.noted,
    )


def _folded(seen: VisitPicture) -> str:
    visit = seen.visit
    return fold(f"{visit.number} {seen.title} {visit.purpose} {visit.project}")


def _guests(chosen: list[VisitPicture]) -> list[VisitPeople]:
    ideas = (VisitStage.IDEA, VisitStage.CANCELLED)
    held = [each for each in chosen if each.stage not in ideas]
    return [one for each in held for one in each.people if one.side is Side.GUEST]
