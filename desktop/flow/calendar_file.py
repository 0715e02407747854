"""Deadlines as a calendar file (.ics) that any calendar program reads; nobody is named in it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from desktop.domain.text import Text, say
from desktop.flow.deadlines import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from icalendar import Event

    from desktop.flow.deadlines import Deadline

MAKER = "-//Vänbok//Bevakningar//SV"


def calendar_file(
    deadlines: Iterable[Deadline],
    register_uuid: str,
    today: date,
    translate: Callable[[str], str] = str,
) -> bytes:
    """Give the deadlines that have a day as whole-day events with an alarm by their lead time.

    Each keeps its id for ever, so that the calendar replaces what it had when the file is read
    again; the same list on the same day gives the same bytes. The words have numbers and places,
    no names and nothing that somebody wrote.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, seldom needed

    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", say("Bevakningar i Vänbok").shown(translate))
    for each in deadlines:
        if each.day is not None:
            made.add_component(_event(each, each.day, register_uuid, today, translate))
    written: bytes = made.to_ical()
    return written


def _event(
    it: Deadline, day: date, register_uuid: str, today: date, translate: Callable[[str], str]
) -> Event:
    from icalendar import Alarm, Event  # noqa: PLC0415 - as above

    words = summary(it).shown(translate)
    event = Event()
    event.add("uid", f"{register_uuid}-{it.key}@vanbok")
    event.add("dtstamp", datetime.combine(today, time(), tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", words)
    event.add("description", say("Öppna Vänbok för att se mer.").shown(translate))
    event.add("categories", [KIND_WORDS[it.kind].shown(translate)])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-it.lead))
    alarm.add("description", words)
    event.add_component(alarm)
    return event


def summary(it: Deadline) -> Text:
    """Give the words of a deadline in a calendar."""
    if it.kind == "note":
        return it.fact.calendar
    return say("{kind}: {about}", kind=KIND_WORDS[it.kind], about=it.fact.calendar)
