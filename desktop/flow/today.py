"""What Today shows: late, this week, mine, others', later; computed from stored days and today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.casework import Awaited, Round
from desktop.domain.dates import mandate_period
from desktop.domain.phases import Phase
from desktop.domain.registers import BudgetPeriod
from desktop.domain.spoken import short_day
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.flow.board import lists, rounds
from desktop.flow.days_ahead import coming, dated
from desktop.flow.lapsing import lapsed_words
from desktop.flow.matter import Matter
from desktop.flow.matters import detail, title, when, which_day
from desktop.flow.money import PotBar, frame_asked, frame_of, in_pot, pots
from desktop.flow.next_act import next_act, next_words
from desktop.flow.picture import Picture, picture
from desktop.flow.visit_matters import visit_matters, visits_ahead
from desktop.flow.waiting import current, label

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.lapsing import LapsedWords
    from desktop.flow.money import Frame

WEEK = timedelta(days=7)
"""How far "the next seven days" reaches."""
MOST = 200
"""The most matters read; a coordinator with more has them in the list of cases."""
SHOWN = 25
"""The most matters of one group read whole; the rest are in the list of cases."""
LATER = timedelta(days=92)
"""How far ahead the short list at the side looks."""


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A day further ahead."""

    day: date
    """The day."""
    text: Text
    """What happens."""
    case_id: int = 0
    """The case, or 0."""


@dataclass(frozen=True, kw_only=True)
class Today:
    """The start page."""

    day: date
    """Today."""
    late: tuple[Matter, ...]
    """Overdue."""
    week: tuple[Matter, ...]
    """The next seven days."""
    mine: tuple[Matter, ...]
    """Waiting for the coordinator."""
    others: tuple[Matter, ...]
    """Waiting for others."""
    later: tuple[Coming, ...]
    """Further ahead."""
    pots: tuple[PotBar, ...]
    """The pots of the year."""
    frame: Frame | None
    """The budget frame of the period."""
    frame_asked: bool
    """False where neither the guideline nor the register knows of a frame."""
    frame_ends_in: int
    """Days left of the mandate period."""
    lapsed_on: date | None
    """The day the guideline in force stopped being valid by its own words; None while it is."""
    lapsed: LapsedWords | None
    """The same in words; None while it is valid."""

    @property
    def count(self) -> int:
        """Matters that the coordinator has to look at: late, this week and mine."""
        return len(self.late) + len(self.week) + len(self.mine)


def today(desk: Desk) -> Today:
    """Compute Today. Nothing is stored and nothing is scheduled."""
    day = desk.today
    matters = sorted(
        [*_cases(desk), *rounds(desk), *lists(desk), *dated(desk), *visit_matters(desk)],
        key=lambda matter: matter.order,
    )
    _, guideline = desk.in_force()
    groups = {
        name: tuple(matter for matter in matters if matter.group == name)
        for name in ("late", "week", "mine", "others")
    }
    _, last = mandate_period(day.year)
    return Today(
        day=day,
        **groups,
        later=_later(desk),
        pots=tuple(pots(desk, day.year)),
        frame=frame_of(desk, day.year),
        frame_asked=frame_asked(desk),
        frame_ends_in=(date(last, 12, 31) - day).days,
        lapsed_on=guideline.valid_to if guideline.lapsed(day) else None,
        lapsed=lapsed_words(guideline, day),
    )


def today_kept(desk: Desk) -> Today:
    """Give Today as it was computed last, when nothing has been written and no day has passed."""
    return desk.keep(("today", desk.today), lambda: today(desk))


def _by_case(desk: Desk) -> dict[int, list[Awaited]]:
    found: dict[int, list[Awaited]] = {}
    for row in desk.store.open_awaited(MOST):
        found.setdefault(row.case_id, []).append(row)
    return found


def _cases(desk: Desk) -> list[Matter]:
    """Give the matters of cases; only the most urgent of each group are read whole."""
    found: list[Matter] = []
    splits: set[tuple[str, int, int]] = set()
    read = dict.fromkeys(("late", "week", "mine", "others"), 0)
    for case_id, rows in _by_case(desk).items():
        counted = current(rows, desk.today)
        if not counted or counted[0].kind in ("listing", "meeting", "consultation"):
            continue
        group = _group(counted, desk.today)
        if read[group] >= SHOWN:
            continue
        seen = picture(desk, case_id)
        if next_act(seen) != "decide_together":
            found.append(_matter(desk, seen, counted, group))
        elif _pot(seen) not in splits:
            splits.add(_pot(seen))
            found.append(_split(desk, seen, counted[0]))
        read[group] += 1
    return found


def _pot(seen: Picture) -> tuple[str, int, int]:
    return seen.case.scheme, seen.case.place_id, seen.case.year


def _matter(desk: Desk, seen: Picture, rows: list[Awaited], group: str) -> Matter:
    row, day = rows[0], desk.today
    due = row.due_on or row.since
    return Matter(
        kind="case",
        subject=seen.id,
        group=group,
        title=title(seen, row),
        detail=detail(seen, row),
        when=when(row, day, group),
        day=which_day(row, day, group),
        act=next_act(seen),
        words=next_words(seen),
        order=(due.isoformat(), seen.id),
    )


def _group(rows: list[Awaited], day: date) -> str:
    row = rows[0]
    if label(rows, Phase.RECEIVED, day).tone == "late":
        return "late"
    if row.due_on is not None and row.due_on <= day + WEEK and row.kind != "reclaim":
        return "week"
    return "mine" if row.mine else "others"


def _split(desk: Desk, seen: Picture, row: Awaited) -> Matter:
    members = in_pot(desk, seen.case.scheme, seen.case.place_id, seen.case.year)
    ready = [each for each in members if each.case.phase is Phase.READY]
    share = next(each.amount for each in seen.draft.limits if each.kind == "sharing")
    shares = [min(each.asked, share) for each in ready]
    return Matter(
        kind="pot",
        subject=seen.id,
        group="mine",
        title=_split_title(seen, len(ready)),
        detail=_split_detail(seen, kr(share)),
        when=when(row, desk.today, "mine"),
        day=which_day(row, desk.today, "mine"),
        act="decide_together",
        words=say("Fördela {amount}", amount=kr(sum(shares))),
        order=(row.since.isoformat(), seen.id),
    )


def _split_title(seen: Picture, count: int) -> Text:
    about = {
        "scheme": say(seen.scheme.name),
        "year": seen.case.year,
        "place": seen.place.name,
    }
    if count == 1:
        return say("{scheme} {year}, {place}: 1 förening", **about)
    return say("{scheme} {year}, {place}: {count} föreningar", count=count, **about)


def _split_detail(seen: Picture, share: str) -> Text:
    held = seen.facts.consultation.held_on
    if held is None:
        return say("Utan samråd. Lika delar, {share} var.", share=share)
    return say("Samråd klart {day}. Lika delar, {share} var.", day=short_day(held), share=share)


def _later(desk: Desk) -> tuple[Coming, ...]:
    day, found = desk.today, []
    for row in desk.store.open_awaited(MOST):
        if row.kind == "report" and row.due_on and day + WEEK < row.due_on <= day + LATER:
            name = desk.store.summaries([row.case_id])[0].applicant
            found.append(
                Coming(day=row.due_on, text=say("Rapport, {name}", name=name), case_id=row.case_id)
            )
    _, guideline = desk.in_force()
    if guideline.valid_to and day < guideline.valid_to <= day + LATER:
        found.append(Coming(day=guideline.valid_to, text=say("Riktlinjen går ut")))
    last = mandate_period(day.year)[1]
    ends = date(last, 12, 31)
    if ends <= day + LATER:
        found.append(Coming(day=ends, text=say("Mandatperioden slutar")))
        missing = desk.store.first(BudgetPeriod, "first_year = ?", last + 1) is None
        if missing and frame_asked(desk):
            found.append(
                Coming(
                    day=date(last + 1, 1, 1),
                    text=say("Ram för {first}–{last} saknas", first=last + 1, last=last + 4),
                )
            )
    found += [
        Coming(day=each.day, text=each.text)
        for each in (*coming(desk, day + LATER), *visits_ahead(desk, day + LATER))
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def open_rounds(desk: Desk) -> list[Round]:
    """Give the rounds, the newest first."""
    return desk.store.find(Round, order="year desc, number desc")


def groups(desk: Desk) -> tuple[set[int], set[int]]:
    """Give the open cases that wait for the coordinator, and those that wait for others."""
    phases = {
        int(row[0]): Phase(row[1])
        for row in desk.store.rows("select id, phase from summary where open = 1")
    }
    awaited = desk.store.awaited(list(phases))
    mine = {
        case_id
        for case_id, phase in phases.items()
        if _is_mine(current(awaited.get(case_id, ()), desk.today), phase, desk.today)
    }
    return mine, set(phases) - mine


def _is_mine(rows: list[Awaited], phase: Phase, day: date) -> bool:
    return bool(rows) and (rows[0].mine or label(rows, phase, day).tone == "late")
