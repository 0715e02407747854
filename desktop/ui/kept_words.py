"""Backups in words: when one was made, what it holds, how it differs from the register now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.backups.difference import Relation
from desktop.domain.spoken import MONTHS
from desktop.domain.text import say
from desktop.ui.i18n import shown, tr
from desktop.ui.spoken import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.backups.facts import Facts
    from db.backups.place import Place
    from db.backups.track import Track

WEEKDAYS = (
    say("Måndag"),
    say("Tisdag"),
    say("Onsdag"),
    say("Torsdag"),
    say("Fredag"),
    say("Lördag"),
    say("Söndag"),
)


def clock(at: datetime) -> str:
    """Give a time as people write it: `21.46`."""
    return at.strftime("%H.%M")


def moment(at: datetime, now: datetime) -> str:
    """Give when something was, to begin a line: `I dag 21.46`, `Fredag 20 november 16.30`."""
    if at.date() == now.date():
        return tr("I dag {time}", time=clock(at))
    if at.date() == now.date() - timedelta(days=1):
        return tr("I går {time}", time=clock(at))
    month = shown(MONTHS[at.month - 1])
    if at.year == now.year:
        weekday = shown(WEEKDAYS[at.weekday()])
        return tr("{weekday} {day} {month} {time}",
                  weekday=weekday, day=at.day, month=month, time=clock(at))  # fmt: skip
    return tr("{day} {month} {year} {time}",
              day=at.day, month=month, year=at.year, time=clock(at))  # fmt: skip


def within(at: datetime, now: datetime) -> str:
    """Give when something was, inside a sentence: `21.46`, `i går 16.30`, `20 november 16.30`."""
    if at.date() == now.date():
        return clock(at)
    if at.date() == now.date() - timedelta(days=1):
        return tr("i går {time}", time=clock(at))
    month = shown(MONTHS[at.month - 1])
    if at.year == now.year:
        return tr("{day} {month} {time}", day=at.day, month=month, time=clock(at))
    return tr("{day} {month} {year} {time}",
              day=at.day, month=month, year=at.year, time=clock(at))  # fmt: skip


def when_short(written: str, now: datetime) -> str:
    """Give when an event was, in a narrow column: `21.46`, `20 nov`, or with its year."""
    try:
        at = datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        return ""
    if at.date() == now.date():
        return clock(at)
    words = short_date(at.date())
    return words if at.year == now.year else f"{words} {at.year}"


def events(count: int) -> str:
    """Give a number of events: `1 händelse`, `12 händelser`."""
    return tr("1 händelse") if count == 1 else tr("{count} händelser", count=count)


def latest(facts: Facts, now: datetime) -> str:
    """Say how far a register has come: `510 händelser, den senaste i går 16.30`."""
    try:
        at = datetime.fromisoformat(facts.last_at).replace(tzinfo=None)
    except ValueError:
        return events(facts.events)
    words = events(facts.events)
    return tr("{events}, den senaste {when}", events=words, when=within(at, now))


def holds(facts: Facts | None) -> str:
    """Say what a backup holds: `60 ärenden, 29 besök och möten`."""
    if facts is None:
        return ""
    cases, visits, documents = (
        facts.counts.get(table, 0) for table in ("grant_case", "visit", "document")
    )
    parts = (
        _counted(cases, tr("1 ärende"), tr("{count} ärenden", count=cases)),
        _counted(visits, tr("1 besök eller möte"), tr("{count} besök och möten", count=visits)),
        _counted(documents, tr("1 handling"), tr("{count} handlingar", count=documents)),
    )
    return ", ".join(part for part in parts if part) or events(facts.events)


def _counted(count: int, one: str, several: str) -> str:
    if not count:
        return ""
    return one if count == 1 else several


def differs(track: Track | None, *, least: bool = False) -> str:
    """Say what a backup lacks of the register now; `least` when no more than that is known."""
    if track is None:
        return tr("Okänt vad som saknas")
    match track.relation:
        case Relation.SAME:
            return tr("Som registret sågs senast") if least else tr("Samma som nu")
        case Relation.BEHIND:
            count = events(track.missing)
            return (
                tr("Saknar minst {events}", events=count)
                if least
                else tr("Saknar {events}", events=count)
            )
        case Relation.AHEAD:
            return tr("Har {events} till", events=events(track.extra))
        case Relation.FORKED:
            return tr("Annat spår")
    return tr("Ett annat register")


def lies_in(places: Sequence[Place], near: Place) -> str:
    """Say where a backup lies: beside the register, in the second place, or both."""
    here = any(each.folder == near.folder for each in places)
    other = next((each for each in places if each.folder != near.folder), None)
    if here and other is not None:
        return tr("Båda platserna")
    return tr("Vid registret") if here else tr("Andra platsen")
