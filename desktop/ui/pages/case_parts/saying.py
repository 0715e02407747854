"""Days, sums and states of a case as short words on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import CHANNEL_WORDS, Channel
from desktop.domain.rule import STATUS_WORDS, Status
from desktop.domain.swedish import capital, kr
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark
from desktop.ui.spoken import period, short_date

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.guideline import Guideline
    from desktop.domain.rule import Finding
    from desktop.flow.picture import Picture

MARKS = {
    Status.MET: Mark.OK,
    Status.LOWERED: Mark.LOWERED,
    Status.NOT_APPLICABLE: Mark.INFO,
    Status.NOTE: Mark.WARN,
    Status.WAITS: Mark.WAITING,
    Status.STOPS: Mark.STOP,
}
TONES = {
    "late": Mark.LATE,
    "mine": Mark.MINE,
    "waiting": Mark.WAITING,
    "stop": Mark.STOP,
    "done": Mark.OK,
}
"""The mark of each tone that a waiting label has."""


def brief(day: date, today: date) -> str:
    """Give a day as lists do: `21 nov`, with its year when that is another."""
    words = short_date(day)
    return words if day.year == today.year else f"{words} {day.year}"


def channel_word(channel: Channel | str) -> str:
    """Give how something came or went, inside a sentence: `e-post`."""
    return shown(CHANNEL_WORDS[Channel(channel)]).lower()


def standing(found: Finding, *, decided: bool) -> Status:
    """Give how a rule stands; what only stops a payment still waits before the decision."""
    if found.status is Status.STOPS and found.gate != "decision" and not decided:
        return Status.WAITS
    return found.status


def status_word(status: Status, *, decided: bool) -> str:
    """Give the word of a rule's state; a lowering that is decided is past."""
    if decided and status is Status.LOWERED:
        return tr("Sänkte")
    return shown(STATUS_WORDS[status])


def activity_words(seen: Picture) -> str:
    """Give what the money is for and when: `Vinterkonsert med kör, 22–24 november 2026`."""
    now = seen.application
    words = capital(now.purpose.rstrip("."))
    if now.starts_on is None and now.ends_on is None:
        return words
    first = now.starts_on or now.ends_on
    last = now.ends_on or now.starts_on
    days = period(first, last) if first and last else ""
    return f"{words}, {days}" if words else capital(days)


def case_line(seen: Picture) -> str:
    """Give the grey line under a case's name."""
    grant = f"{tr(seen.scheme.name)} {seen.case.year}"
    return " · ".join(part for part in (grant, seen.place.name, activity_words(seen)) if part)


def case_trail(seen: Picture) -> str:
    """Give the numbers beside the back link."""
    return " · ".join(part for part in (seen.case.number, seen.case.dnr) if part)


def case_sums(seen: Picture) -> list[tuple[str, str, bool]]:
    """Give asked, granted or proposed, and paid; the one that counts now is strong."""
    asked = (tr("Sökt"), kr(seen.application.asked), False)
    if seen.granted is None:
        return [asked, (tr("Förslag"), kr(seen.proposal), True)]
    return [
        asked,
        (tr("Beviljat"), kr(seen.granted), True),
        (tr("Utbetalt"), kr(seen.paid - seen.repaid), False),
    ]


def cited(guideline: Guideline) -> str:
    """Give which guideline it is: `Piteå 2022-10-10 § 164`."""
    parts = (guideline.name, str(guideline.adopted_on or ""), guideline.paragraph)
    return " ".join(part for part in parts if part)
