"""What papers of visits, agreements, budget and other work say, as it was written down.

The texts stand in tests/flow/views/papers; VANBOK_VIEWS=write writes them anew (see test_views).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.domain.visiting import Agreement, Visit
from desktop.flow.agreement_papers import draw_agreement
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.budget_paper import draw_budget_overview
from desktop.flow.trip_paper import draw_trip_list
from desktop.flow.visit_papers import Inviting, draw_invitation, draw_settlement, draw_visit_sheet
from desktop.flow.visit_picture import visit_picture
from desktop.flow.work_paper import draw_work_list
from tests.flow.handed import handed, said
from tests.flow.telling import is_as_written, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.flow.visit_picture import VisitPicture
    from tests.flow.coordinator import Coordinator

ANSWER_BY = date(2026, 4, 20)
LATER = date(2027, 2, 1)
VISITS = range(1, 17)


def written(name: str, papers: Iterable[Callable[[], object]]) -> None:
    """Compare what papers say with what was written down."""
    is_as_written(f"papers/{name}", "\n".join(said(handed(each)) for each in papers))


def visits(it: Coordinator) -> list[VisitPicture]:
    return [visit_picture(it.desk, each.id) for each in it.desk.store.find(Visit, order="id")]


def test_every_visit_of_the_register_is_among_those_told_of(full):
    assert [each.id for each in visits(full)] == list(VISITS)


@pytest.mark.parametrize("visit", VISITS)
def test_the_sheet_of_a_visit(full, visit):
    seen = visit_picture(full.desk, visit)

    written(f"visit_sheets/{visit:02}", [lambda: draw_visit_sheet(full.desk, seen)])


def test_a_year_later_the_sheets_say_what_is_late(full):
    full.on(LATER)
    found = [handed(partial(draw_visit_sheet, full.desk, one)) for one in visits(full)]

    shown = [(each.number, each.agreement, each.settlement, each.reported) for each in found]
    is_as_written("papers/visit_sheets_later", told(shown))


def test_the_settlement_of_every_visit_that_cost_anything(full):
    cost = [each for each in visits(full) if each.costs]

    written("settlements", [partial(draw_settlement, full.desk, one) for one in cost])


def test_a_settlement_in_english_is_the_same_but_for_its_language(full):
    seen = next(each for each in visits(full) if each.settlement.owes)

    ours, theirs = (handed(partial(draw_settlement, full.desk, seen, tag)) for tag in ("sv", "en"))

    assert (ours.language, theirs.language) == ("sv-SE", "en-GB")
    assert theirs.document_id == ours.document_id.replace("sv-SE", "en-GB")
    assert replace(theirs, language="sv-SE", document_id=ours.document_id) == ours


def test_the_invitation_to_every_visit_with_days(full):
    coming = [
        each for each in visits(full) if each.visit.form == "incoming" and each.visit.starts_on
    ]

    written(
        "invitations",
        [partial(draw_invitation, full.desk, one, ANSWER_BY) for one in coming],
    )


def test_an_invitation_without_a_known_project_leader_goes_to_nobody_by_name(full):
    seen = visit_picture(full.desk, 9)

    facts = handed(lambda: draw_invitation(full.desk, seen, ANSWER_BY))

    assert (facts.recipient.name, facts.recipient.contact) == ("Grindavíkurbær", "")


def test_an_invitation_in_english_in_words_of_its_own(full):
    coming = max(visits(full), key=lambda each: len(each.programme) * (each.id > 10))
    wanted = Inviting(
        answer_by=ANSWER_BY,
        language="en",
        purpose="to compare youth centres",
        contact="Jóna Tilbúinsdóttir",
        programme=((date(2026, 5, 11), "Arrival"),),
    )

    written(
        "invitation_in_english",
        [lambda: draw_invitation(full.desk, coming, ANSWER_BY, more=wanted)],
    )


def test_every_agreement(full):
    found = full.desk.store.find(Agreement, order="id")
    seen = [agreement_picture(full.desk, each.id) for each in found]

    written("agreements", [partial(draw_agreement, full.desk, one) for one in seen])


@pytest.mark.parametrize("year", [2022, 2026])
def test_the_visits_of_a_mandate_period(full, year):
    written(f"trips_{year}", [lambda: draw_trip_list(full.desk, year)])


def test_the_list_of_visits_is_that_of_today_unless_a_year_is_said(full):
    assert handed(lambda: draw_trip_list(full.desk)).first_year == 2023


@pytest.mark.parametrize(("year", "on"), [(2026, None), (2025, date(2026, 1, 31)), (2030, None)])
def test_the_budget_of_a_period(full, year, on):
    name = f"budget_{year}" if on is None else f"budget_{year}_on_{on}"

    written(name, [lambda: draw_budget_overview(full.desk, year, on)])


def test_the_budget_is_that_of_today_unless_a_year_is_said(full):
    shown = handed(lambda: draw_budget_overview(full.desk))

    assert (shown.year, shown.on) == (2026, full.today)


def test_the_other_work(full):
    written("work", [lambda: draw_work_list(full.desk)])


def test_a_year_later_the_other_work_says_what_is_late(full):
    full.on(LATER)

    written("work_later", [lambda: draw_work_list(full.desk)])
