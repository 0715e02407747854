"""What Today shows: late, this week, mine, others', later; computed from stored days and today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.casework import Awaited, DecisionList, Round
from desktop.domain.dates import mandate_period
from desktop.domain.registers import BudgetPeriod
from desktop.domain.swedish import kr, short_date
from desktop.domain.text import Text, plain, say
from desktop.flow.lists import unlisted
from desktop.flow.money import PotBar, frame_of, in_pot, pots
from desktop.flow.next_act import next_act, next_words
from desktop.flow.picture import Picture, picture
from desktop.flow.rounds import open_round, round_cases
from desktop.flow.waiting import current, days_late, label

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.money import Frame

WEEK = timedelta(days=7)
"""How far "the next seven days" reaches."""
MOST = 200
"""The most matters read; a coordinator with more has them in the list of cases."""
LATER = timedelta(days=92)
"""How far ahead the short list at the side looks."""


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One line of Today: a matter stands once, where it is most urgent."""

    kind: str
    """"case", "pot", "round" or "list"."""
    subject: int
    """Id of the case, round or list; for a pot the id of its first case."""
    group: str
    """"late", "week", "mine" or "others"."""
    title: Text
    """What it is."""
    detail: Text
    """One grey line."""
    when: Text
    """"26 dagar sen", "onsdag", "3 dagar"."""
    day: Text
    """The day itself, or since when."""
    act: str
    """Name of the next act."""
    words: Text
    """The words on its button."""
    order: tuple[str, int]
    """Sorting key inside the group."""


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
    frame_ends_in: int
    """Days left of the mandate period."""
    lapsed_on: date | None
    """The day the guideline in force stopped being valid by its own words; None while it is."""

    @property
    def count(self) -> int:
        """Matters that the coordinator has to look at: late, this week and mine."""
        return len(self.late) + len(self.week) + len(self.mine)


def today(desk: Desk) -> Today:
    """Compute Today. Nothing is stored and nothing is scheduled."""
    day = desk.today
    matters = sorted(
        [*_cases(desk), *_rounds(desk), *_lists(desk)], key=lambda matter: matter.order
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
        frame_ends_in=(date(last, 12, 31) - day).days,
        lapsed_on=guideline.valid_to if guideline.lapsed(day) else None,
    )


def _by_case(desk: Desk) -> dict[int, list[Awaited]]:
    found: dict[int, list[Awaited]] = {}
    for row in desk.store.open_awaited(MOST):
        found.setdefault(row.case_id, []).append(row)
    return found


def _cases(desk: Desk) -> list[Matter]:
    found = []
    splits: set[tuple[str, int, int]] = set()
    for case_id, rows in _by_case(desk).items():
        counted = current(rows, desk.today)
        if not counted or counted[0].kind in ("listing", "meeting", "consultation"):
            continue
        seen = picture(desk, case_id)
        if next_act(seen) == "decide_together":
            key = (seen.case.scheme, seen.case.place_id, seen.case.year)
            if key not in splits:
                splits.add(key)
                found.append(_split(desk, seen, counted[0]))
            continue
        found.append(_matter(desk, seen, counted))
    return found


def _matter(desk: Desk, seen: Picture, rows: list[Awaited]) -> Matter:
    row, day = rows[0], desk.today
    shown = label(rows, seen.case.phase, day)
    group = _group(row, day, tone=shown.tone)
    due = row.due_on or row.since
    return Matter(
        kind="case",
        subject=seen.id,
        group=group,
        title=_title(seen, row),
        detail=_detail(seen, row),
        when=_when(row, day, group),
        day=_day(row, day, group),
        act=next_act(seen),
        words=next_words(seen),
        order=(due.isoformat(), seen.id),
    )


def _group(row: Awaited, day: date, *, tone: str) -> str:
    if tone == "late":
        return "late"
    if row.due_on is not None and row.due_on <= day + WEEK and row.kind != "reclaim":
        return "week"
    return "mine" if row.mine else "others"


def _title(seen: Picture, row: Awaited) -> Text:
    name, about = seen.association.name, seen.application.purpose or seen.scheme.name
    about = f"{about[:1].upper()}{about[1:]}"
    words = {
        "report": say("Rapport från {name}", name=name),
        "completion": say("Komplettering från {name}", name=name),
        "annual_report": say("Verksamhetsberättelse från {name}", name=name),
        "payment": say("Utbetalning till {name}", name=name),
        "hand_over": say("Utbetalning till {name}", name=name),
        "handed": say("Utbetalning till {name}", name=name),
        "review": say("Rapport från {name} att granska", name=name),
        "report_completion": say("Kompletterad rapport från {name}", name=name),
        "letter": say("Beslutsbrev till {name}", name=name),
        "appeal": say("Överklagat: {name}", name=name),
        "reclaim": say("Återkrav från {name}", name=name),
        "received": say("Ny ansökan från {name}", name=name),
        "close": say("{name}: allt är klart", name=name),
    }
    return words.get(row.kind, plain(f"{about}, {name}"))


def _detail(seen: Picture, row: Awaited) -> Text:
    about = seen.application.purpose or f"{seen.scheme.name} {seen.case.year}"
    about = f"{about[:1].upper()}{about[1:]}, {seen.place.name}."
    amount = kr(seen.payment.amount) if seen.payment else ""
    match row.kind:
        case "report":
            reminded = seen.reminders[-1].day if seen.reminders else None
            if reminded:
                return say(
                    "{about} {paid} utbetalt. Påmind {day}.",
                    about=about,
                    paid=kr(seen.paid),
                    day=short_date(reminded),
                )
            return say("{about} {paid} utbetalt.", about=about, paid=kr(seen.paid))
        case "annual_report":
            return say("Spärrar {amount}", amount=amount)
        case "handed":
            return say("{amount} lämnat till ekonomi", amount=amount)
        case "payment" | "hand_over":
            return say("{about} {amount} kan betalas.", about=about, amount=amount)
        case "received" | "preparation":
            return say("{about} Sökt {asked}.", about=about, asked=kr(seen.application.asked))
        case "ready":
            held = seen.facts.consultation.held_on
            asked = kr(seen.application.asked)
            if held:
                return say("Samråd klart {day}. Sökt {asked}.", day=short_date(held), asked=asked)
            return say("Utan samråd. Sökt {asked}.", asked=asked)
        case "completion":
            lines = seen.completion.items.split("\n") if seen.completion else [""]
            return plain(", ".join(lines))
        case "reclaim":
            return plain(kr(seen.reclaim.amount) if seen.reclaim else "")
        case _:
            return plain(about)


_WEEKDAYS = (
    say("måndag"),
    say("tisdag"),
    say("onsdag"),
    say("torsdag"),
    say("fredag"),
    say("lördag"),
    say("söndag"),
)


def _when(row: Awaited, day: date, group: str) -> Text:
    if group == "late" and row.due_on:
        days = (day - row.due_on).days
        return days_late(say("{days} dagar sen", days=days), say("1 dag sen"), days)
    if row.due_on is not None and group == "week":
        if row.due_on < day:
            days = (day - row.due_on).days
            return days_late(say("för {days} dagar sedan", days=days), say("i går"), days)
        return say("i dag") if row.due_on == day else _WEEKDAYS[row.due_on.weekday()]
    if row.due_on is not None and row.due_on > day:
        days = (row.due_on - day).days
        return days_late(say("om {days} dagar", days=days), say("i morgon"), days)
    days = (day - row.since).days
    if days <= 0:
        return say("i dag")
    return days_late(say("{days} dagar", days=days), say("1 dag"), days)


def _day(row: Awaited, day: date, group: str) -> Text:
    if row.due_on is not None and (group in ("late", "week") or row.due_on > day):
        return plain(short_date(row.due_on))
    return say("sedan {day}", day=short_date(row.since))


def _split(desk: Desk, seen: Picture, row: Awaited) -> Matter:
    members = in_pot(desk, seen.case.scheme, seen.case.place_id, seen.case.year)
    ready = [each for each in members if each.granted is None]
    shares = [min(each.asked, seen.draft.limits[-1].amount) for each in ready]
    held = seen.facts.consultation.held_on
    return Matter(
        kind="pot",
        subject=seen.id,
        group="mine",
        title=say(
            "{scheme} {year}, {place}: {count} föreningar",
            scheme=seen.scheme.name,
            year=seen.case.year,
            place=seen.place.name,
            count=len(ready),
        ),
        detail=say(
            "Samråd klart {day}. Lika delar, {share} var.",
            day=short_date(held) if held else "–",
            share=kr(seen.draft.limits[-1].amount),
        ),
        when=_when(row, desk.today, "mine"),
        day=_day(row, desk.today, "mine"),
        act="decide_together",
        words=say("Fördela {amount}", amount=kr(sum(shares))),
        order=(row.since.isoformat(), seen.id),
    )


def _rounds(desk: Desk) -> list[Matter]:
    found = open_round(desk)
    if found is None:
        return []
    rows = round_cases(desk, found.id)
    if not rows:
        return []
    number = f"{found.number}/{found.year}"
    sent = found.sent_on
    since = sent or found.opened_on
    days = (desk.today - since).days
    return [
        Matter(
            kind="round",
            subject=found.id,
            group="others" if sent else "mine",
            title=say("Samrådsomgång {number}", number=number),
            detail=say("{count} ärenden väntar på kommittén", count=len(rows))
            if len(rows) != 1
            else say("1 ärende väntar på kommittén"),
            when=say("i dag") if days <= 0 else days_late(say("{days} dagar", days=days), say("1 dag"), days),
            day=say("sedan {day}", day=short_date(since)),
            act="close_round" if sent else "make_sheet",
            words=say("Samråd klart") if sent else say("Skriv underlaget"),
            order=(since.isoformat(), found.id),
        )
    ]


def _lists(desk: Desk) -> list[Matter]:
    found = []
    waiting = unlisted(desk)
    if waiting:
        since = min(each.decided_on for each in waiting)
        found.append(
            _list_matter(
                desk,
                subject=0,
                group="mine",
                title=say("{count} beslut att anmäla till styrelsen", count=len(waiting)),
                detail=say("De står inte på någon delegationslista än"),
                since=since,
                due=None,
                act="make_list",
                words=say("Skriv lista"),
            )
        )
    for each in desk.store.find(DecisionList, "paragraph = '' or announced_on is null"):
        number = f"{each.number}/{each.year}"
        if each.paragraph and each.meeting_on is not None:
            found.append(
                _list_matter(
                    desk,
                    subject=each.id,
                    group="others",
                    title=say("Anslag av delegationslista {number}", number=number),
                    detail=say("Tiden för överklagande löper inte än"),
                    since=each.meeting_on,
                    due=None,
                    act="announce_list",
                    words=say("Ange anslagsdag"),
                )
            )
            continue
        found.append(
            _list_matter(
                desk,
                subject=each.id,
                group="others",
                title=say("Styrelsens möte, delegationslista {number}", number=number),
                detail=say("Skriv in paragrafen när listan är anmäld"),
                since=each.made_on,
                due=each.meeting_on,
                act="report_list",
                words=say("Ange paragraf"),
            )
        )
    return found


def _list_matter(  # noqa: PLR0913 - the columns of the line
    desk: Desk,
    *,
    subject: int,
    group: str,
    title: Text,
    detail: Text,
    since: date,
    due: date | None,
    act: str,
    words: Text,
) -> Matter:
    row = Awaited(case_id=0, kind="meeting", since=since, due_on=due, mine=group == "mine")
    return Matter(
        kind="list",
        subject=subject,
        group=group,
        title=title,
        detail=detail,
        when=_when(row, desk.today, group),
        day=_day(row, desk.today, group),
        act=act,
        words=words,
        order=((due or since).isoformat(), subject),
    )


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
        if desk.store.first(BudgetPeriod, "first_year = ?", last + 1) is None:
            found.append(
                Coming(
                    day=date(last + 1, 1, 1),
                    text=say("Ram för {first}–{last} saknas", first=last + 1, last=last + 4),
                )
            )
    return tuple(sorted(found, key=lambda each: each.day))


def open_rounds(desk: Desk) -> list[Round]:
    """Give the rounds, the newest first."""
    return desk.store.find(Round, order="year desc, number desc")


def groups(desk: Desk) -> tuple[set[int], set[int]]:
    """Give the open cases that wait for the coordinator, and those that wait for others."""
    mine, others = set(), set()
    for row in desk.store.rows("select id, phase from summary where open = 1"):
        case_id = int(row[0])
        rows = current(desk.store.awaited([case_id]).get(case_id, ()), desk.today)
        if rows and (rows[0].mine or label(rows, row[1], desk.today).tone == "late"):
            mine.add(case_id)
        else:
            others.add(case_id)
    return mine, others
