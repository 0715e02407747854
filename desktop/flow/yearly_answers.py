"""What boards, offices and companies have answered, put together (S7, U8, B3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.domain.agenda import AGENDA
from desktop.domain.text import Text, plain, say
from desktop.domain.yearly import COUNT, KR, Answer, Figure, Section, Source, divided, figure
from desktop.flow.follow_up_view import ANSWERED, follow_up

if TYPE_CHECKING:
    from desktop.flow.follow_up_view import AskedPicture, FollowUpPicture
    from desktop.flow.yearly_frame import Frame

SUMS: tuple[tuple[str, Text, str], ...] = (
    ("digital", say("Digitala möten enligt svaren"), COUNT),
    ("incoming", say("Besök hit enligt svaren"), COUNT),
    ("outgoing", say("Resor enligt svaren"), COUNT),
    ("participants", say("Deltagare enligt svaren"), COUNT),
    ("youth", say("Varav 25 år eller yngre"), COUNT),
    ("cost_own", say("Kostnader på egen budget enligt svaren"), KR),
    ("cost_external", say("Betalt av andra enligt svaren"), KR),
)
"""What is asked in numbers: field, what its sum is called, unit."""


def answers(frame: Frame) -> Section | None:
    """Give who has answered and the sums of what was answered; nothing without a round."""
    rounds = {year: follow_up(frame.desk, year) for year in frame.years}
    if rounds[frame.year].round is None:
        return None
    years = tuple(year for year in frame.years if rounds[year].round is not None)
    answered = {year: list(rounds[year].answered) for year in years}
    missing = {
        year: [_row(each, 1) for each in (*rounds[year].missing, *rounds[year].unsent)]
        for year in years
    }
    found = [
        figure(
            "answers",
            say("Svar från verksamheterna"),
            {year: [_row(each, 1) for each in kept] for year, kept in answered.items()},
            years,
        )
    ]
    if any(missing.values()):
        found.append(figure("answers_missing", say("Svar som saknas"), missing, years))
    return Section(
        key="answers",
        title=say("Verksamheternas svar"),
        figures=(*found, *_sums(answered, years), *_served(frame, answered, years)),
    )


def _sums(answered: dict[int, list[AskedPicture]], years: tuple[int, ...]) -> Iterable[Figure]:
    for field, title, unit in SUMS:
        rows = {
            year: [_row(each, amount) for each in kept if (amount := getattr(each.asked, field))]
            for year, kept in answered.items()
        }
        if any(rows.values()):
            yield figure(f"bodies_{field}", title, rows, years, unit=unit)


def _served(
    frame: Frame, answered: dict[int, list[AskedPicture]], years: tuple[int, ...]
) -> Iterable[Figure]:
    """Give how many say that they serve each area and each goal."""
    asked = {each.id: each.asked for kept in answered.values() for each in kept}
    for key, title, field, named in (
        ("bodies_area", say("Svar efter {areas}", areas=frame.areas_inside), "areas", frame.areas),
        (
            "bodies_goal",
            say("Svar efter mål i Agenda 2030"),
            "agenda_goals",
            {key: plain(words) for key, words in AGENDA.items()},
        ),
    ):

        def served(row: Source, field: str = field) -> Iterable[str]:
            return tuple(getattr(asked[row.subject[1]], field))

        rows = {
            year: [row for each in kept if served(row := _row(each, 1))]
            for year, kept in answered.items()
        }
        parts = divided(key, rows, years, served, named)
        if parts:
            yield figure(key, title, rows, years, parts=parts, overlapping=True)


def _row(each: AskedPicture, amount: int) -> Source:
    return Source(
        subject=("asked", each.id),
        text=plain(each.name),
        amount=amount,
        day=each.asked.answered_on,
    )


def answer_list(seen: FollowUpPicture) -> tuple[Answer, ...]:
    """Give everybody who is asked and where the answer stands."""
    return tuple(
        Answer(
            asked_id=each.id,
            body_id=each.body.id,
            name=each.name,
            state=each.state,
            answered_on=each.asked.answered_on,
            days_late=each.days_late,
            activities=each.asked.activities if each.state == ANSWERED else "",
            answers=each.asked.answers if each.state == ANSWERED else (),
            excused=each.asked.excused,
        )
        for each in seen.asked
    )
