"""The words of one line of Today: what it is, its grey line, when, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.domain.spoken import short_day
from desktop.domain.swedish import capital, kr
from desktop.domain.text import Text, plain, say
from desktop.flow import deadlines
from desktop.flow.waiting import days_late

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.domain.casework import Awaited
    from desktop.flow.picture import Picture


def title(seen: Picture, row: Awaited) -> Text:
    """Say what a case waits for, with the applicant's name."""
    name, purpose = seen.association.name, seen.application.purpose
    about = plain(capital(purpose)) if purpose else say(seen.scheme.name)
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
        "annulled": say("Upphävt av domstolen: {name}", name=name),
        "reclaim": say("Återkrav från {name}", name=name),
        "received": say("Ny ansökan från {name}", name=name),
        "close": say("{name}: allt är klart", name=name),
    }
    return words.get(row.kind, say("{about}, {name}", about=about, name=name))


def detail(seen: Picture, row: Awaited) -> Text:
    """Say the one thing to know before opening the case."""
    words = _DETAILS.get(row.kind)
    return words(seen) if words else _about(seen)


def _about(seen: Picture) -> Text:
    purpose, place = seen.application.purpose, seen.place.name
    if purpose:
        return plain(f"{capital(purpose)}, {place}.")
    grant = say(seen.scheme.name)
    return say("{grant} {year}, {place}.", grant=grant, year=seen.case.year, place=place)


def _amount(seen: Picture) -> str:
    return kr(seen.payment.amount) if seen.payment else ""


def _report(seen: Picture) -> Text:
    about, paid = _about(seen), kr(seen.paid)
    if not seen.reminders:
        return say("{about} {paid} utbetalt.", about=about, paid=paid)
    day = short_day(seen.reminders[-1].day)
    return say("{about} {paid} utbetalt. Påmind {day}.", about=about, paid=paid, day=day)


def _payable(seen: Picture) -> Text:
    return say("{about} {amount} kan betalas.", about=_about(seen), amount=_amount(seen))


def _applied(seen: Picture) -> Text:
    return say("{about} Sökt {asked}.", about=_about(seen), asked=kr(seen.application.asked))


def _ready(seen: Picture) -> Text:
    held, asked = seen.facts.consultation.held_on, kr(seen.application.asked)
    if held is None and seen.board:
        return say("{board} beslutar. Sökt {asked}.", board=capital(seen.board), asked=asked)
    if held is None:
        return say("Utan samråd. Sökt {asked}.", asked=asked)
    return say("Samråd klart {day}. Sökt {asked}.", day=short_day(held), asked=asked)


def _completion(seen: Picture) -> Text:
    items = seen.completion.items if seen.completion else ""
    return plain(", ".join(items.split("\n")))


_DETAILS: dict[str, Callable[[Picture], Text]] = {
    "report": _report,
    "annual_report": lambda seen: say("Spärrar {amount}", amount=_amount(seen)),
    "handed": lambda seen: say("{amount} lämnat till ekonomi", amount=_amount(seen)),
    "payment": _payable,
    "hand_over": _payable,
    "received": _applied,
    "preparation": _applied,
    "ready": _ready,
    "completion": _completion,
    "reclaim": lambda seen: plain(kr(seen.reclaim.amount) if seen.reclaim else ""),
}


_WEEKDAYS = (
    say("måndag"),
    say("tisdag"),
    say("onsdag"),
    say("torsdag"),
    say("fredag"),
    say("lördag"),
    say("söndag"),
)


class Waited(Protocol):
    """What has a last day, or only waits since one."""

    @property
    def due_on(self) -> date | None:
        """Give the last day; None when it only waits."""

    @property
    def since(self) -> date:
        """Give the day it began to wait."""


def when(row: Waited, day: date, group: str) -> Text:
    """Say how late, which weekday, or for how long."""
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


def which_day(row: Waited, day: date, group: str) -> Text:
    """Say the day it is due, or since when it waits."""
    if row.due_on is not None and (group in ("late", "week") or row.due_on > day):
        return deadlines.which_day(row.due_on, day)
    return say("sedan {day}", day=deadlines.which_day(row.since, day))
