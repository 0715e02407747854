"""A year whole: what the yearly report to the board says and its page unfolds (S7, U8, B3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.follow_up import YearlyWords
from desktop.domain.yearly import Yearly
from desktop.flow.follow_up_view import follow_up
from desktop.flow.yearly_answers import answer_list, answers
from desktop.flow.yearly_costs import costs
from desktop.flow.yearly_frame import frame_of
from desktop.flow.yearly_grants import grants, pot_bars
from desktop.flow.yearly_places import agreements, trips
from desktop.flow.yearly_registers import contact_persons, documents, networks, plans, projects
from desktop.flow.yearly_remains import remains
from desktop.flow.yearly_visits import Contacts, contacts, people

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


def yearly(desk: Desk, year: int) -> Yearly:
    """Give the figures of a year as the register stands today."""
    return desk.keep(("yearly", year, desk.today), lambda: _yearly(desk, year))


def _yearly(desk: Desk, year: int) -> Yearly:
    frame, known, seen = frame_of(desk, year), Contacts(desk), follow_up(desk, year)
    made = (
        contacts(known, frame),
        people(known, frame),
        costs(known, frame),
        grants(frame),
        trips(known, frame),
        agreements(frame),
        networks(frame),
        projects(frame),
        plans(frame),
        contact_persons(frame),
        documents(frame),
        answers(frame),
    )
    sections = tuple(each for each in made if each is not None)
    return Yearly(
        year=year,
        on=desk.today,
        years=frame.years,
        reported_to=seen.reported_to,
        report_by=seen.report_by,
        sections=sections,
        pots=pot_bars(desk, year) if any(each.key == "grants" for each in sections) else (),
        questions=seen.round.questions if seen.round else (),
        answers=answer_list(seen),
        remains=remains(frame, seen),
        words=words_of(desk, year),
    )


def words_of(desk: Desk, year: int) -> dict[str, str]:
    """Give her own words of a year by section."""
    kept = desk.store.find(YearlyWords, "year = ? and text <> ''", year, order="id")
    return {each.section: each.text for each in kept}
