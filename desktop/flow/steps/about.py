"""What the acts of a case share: finding the case, checking its phase, moving it on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Case
from desktop.domain.numbers import personal_numbers
from desktop.domain.phases import CHANNEL_WORDS, PHASE_WORDS, Channel, Phase
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.picture import Picture, picture

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from desktop.domain.registers import Association
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

CHANNELS = {str(kind): str(word) for kind, word in CHANNEL_WORDS.items()}


def seen_case(desk: Desk, case_id: int) -> Picture:
    """Give the case whole, or refuse one that is not in the register."""
    if desk.store.first(Case, "id = ?", case_id) is None:
        raise refuse("case_id", "Ärende – finns inte i registret – välj i listan.")
    return picture(desk, case_id)


def in_phase(seen: Picture, *phases: Phase) -> None:
    """Refuse an act that does not fit where the case stands."""
    if seen.case.phase not in phases:
        raise refuse(
            "case_id",
            "Ärende – {number} står som {state} – öppna ärendet och se nästa steg.",
            number=seen.case.number,
            state=PHASE_WORDS[seen.case.phase],
        )


def in_phase_of(seen: Picture, *phases: Phase, schools: bool) -> None:
    """Refuse as in_phase does, and an application of schools where associations' is asked for."""
    in_phase(seen, *phases)
    if seen.scheme.for_schools is not schools:
        raise refuse(
            "case_id",
            "Ärende – {number} har ett annat slags sökande – öppna ärendet och se nästa steg.",
            number=seen.case.number,
        )


def move(desk: Desk, work: Work, case: Case, phase: Phase, **values: Any) -> Case:  # noqa: ANN401
    """Put the case in another phase, from today."""
    since = desk.today if phase is not case.phase else case.phase_since
    return work.change(case, phase=phase, phase_since=since, **values)


def phase_is(*phases: Phase) -> Any:  # noqa: ANN401 - a predicate on a Picture
    """Make the predicate that a case stands in one of the phases."""
    wanted: Collection[Phase] = phases
    return lambda seen: seen.case.phase in wanted


def only_case(_desk: Desk, seen: Picture) -> dict[str, Any]:
    """Propose just the case."""
    return {"case_id": seen.id}


def not_before(field: str, label: str, day: date, earliest: date) -> None:
    """Refuse a day before the one it must follow."""
    if day < earliest:
        raise refuse(
            field,
            "{label} – {day} är före {earliest} – skriv en senare dag.",
            label=say(label),
            day=day.isoformat(),
            earliest=earliest.isoformat(),
        )


def way_out(seen: Picture) -> str:
    """Propose how a letter leaves: as the applicant can be reached."""
    to = seen.association
    if to.email:
        return str(Channel.EMAIL)
    return str(Channel.POST if _has_address(to) else Channel.HAND)


def can_reach(seen: Picture, channel: str) -> None:
    """Refuse ordinary post to an applicant whose address nobody has written."""
    if channel == Channel.POST and not _has_address(seen.association):
        raise refuse(
            "channel",
            "Adress – saknas hos {name} – skriv den först eller välj ett annat sätt.",
            name=seen.association.name,
        )


def _has_address(to: Association) -> bool:
    return bool(to.address or to.postcode)


def no_personal_numbers(field: str, label: str, words: str) -> None:
    """Refuse free text with what looks like a personal number (DOMAIN § 8)."""
    if personal_numbers(words):
        raise refuse(
            field,
            "{label} – texten ser ut att ha ett personnummer – ta bort det, namn räcker.",
            label=say(label),
        )
