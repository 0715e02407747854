"""What an act would say, write and refuse, tried with nothing done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from db.change import Content, Insert
from desktop.domain.casework import Document
from desktop.domain.phases import Outcome
from desktop.domain.problems import Refusal
from desktop.domain.record import Record
from desktop.domain.registers import Association
from desktop.domain.text import say
from desktop.flow.deciding import Terms, decision_facts
from desktop.flow.run import plan
from desktop.flow.similar import noted
from desktop.flow.steps.places import AddPlace
from desktop.flow.steps.texts import EditLetterText
from desktop.letters.editing import read, with_head, write
from desktop.letters.template import builtin
from tests.flow.test_letters import text_of
from tests.flow.test_visit_papers import PAID
from tests.flow.trying import sits_down

if TYPE_CHECKING:
    from desktop.flow.work import Work

R = TypeVar("R", bound=Record)
FILE = {"name": "ansökan.txt", "base64": "aGVq"}
APPLICATION = {
    "association_id": 1,
    "scheme": "activity_grant",
    "place_id": 2,
    "asked": 500,
    "purpose": "en påhittad resa",
}
UNHEARD, LATE, SHARED = 10, 8, 14


@pytest.fixture
def it(looked_at):
    return sits_down(looked_at)


@pytest.fixture
def schools_it(school_looked_at):
    return sits_down(school_looked_at)


def tries(it, name, which=None, /, **typed: Any) -> Work:
    return plan(it.desk, it.command(name, which, **typed))


def words(work: Work) -> str:
    return str(work.said).replace("\u00a0", " ")


def made(work: Work, kind: type[R]) -> list[R]:
    rows = (each.record for each in work.changes if isinstance(each, Insert))
    return [each for each in rows if isinstance(each, kind)]


def printed(work: Work) -> str:
    (data,) = [each.data for each in work.changes if isinstance(each, Content)]
    return text_of(data)


def refused(it, name, which=None, /, **typed: Any) -> list[tuple[str, str]]:
    with pytest.raises(Refusal) as told:
        tries(it, name, which, **typed)
    return [(each.field, str(each.text)) for each in told.value.problems]


def test_a_decision_says_what_of_what_was_asked_is_granted(it):
    work = tries(it, "decide", {"case": SHARED}, unbiased=True)

    assert "5 000 kr av 10 000 kr till Körsällskapet Trollsländan." in words(work)


def test_the_original_of_an_application_is_filed_as_such(it):
    work = tries(it, "register_application", original=FILE, confirm=False, **APPLICATION)

    (paper,) = made(work, Document)
    assert (paper.kind, paper.title) == ("application", "Ansökan, original")


def test_an_association_does_not_apply_for_what_schools_apply_for(schools_it):
    typed = {**APPLICATION, "association_id": 4, "scheme": "school_fund", "place_id": 1}

    ((field, said),) = refused(schools_it, "register_application", **typed)

    assert field == "scheme"
    assert "söks av skolor" in said


def test_a_letter_is_written_in_the_municipalitys_own_words(it):
    work = tries(it, "remind_report", {"case": LATE})

    assert "Er rapport ska ha" in printed(work)


def test_a_case_dismissed_unheard_says_that_nobody_had_to_be_heard(it):
    terms = {"outcome": "dismissed", "granted": 0, "reasons": ["wrong_applicant"]}

    work = tries(it, "decide", {"case": UNHEARD}, unbiased=True, **terms)

    assert "Riktlinjerna kräver inget samråd för ett sådant beslut." in printed(work)


def test_a_case_decided_unheard_against_the_guideline_says_only_that(it):
    seen = replace(it.sees(UNHEARD), round_case=None)
    terms = Terms(outcome=Outcome.GRANTED, granted=500, decided_on=it.today)

    assert decision_facts(it.desk, seen, terms, 99).unconsulted == "Samråd hölls inte."


def test_a_decision_cites_where_the_committee_is_to_be_heard(it, schools_it):
    terms = Terms(outcome=Outcome.GRANTED, granted=500, decided_on=it.today)
    cited = [
        decision_facts(each.desk, each.sees(1), terms, 99).authority for each in (it, schools_it)
    ]

    (rule,) = [each for each in it.sees(1).scheme.rules if each.kind == "consultation"]
    assert cited == [rule.paragraph, ""]


def test_a_doubtful_wording_is_blamed_on_the_text_and_wants_a_reason(it):
    doubtful = with_head(
        read("confirmation", builtin("confirmation")), "heading", "Härmed bekräftas er ansökan"
    )

    with pytest.raises(Refusal) as told:
        plan(it.desk, EditLetterText(name="confirmation", text=write(doubtful)))

    assert [each.field for each in told.value.problems] == ["text", "note"]


def test_that_something_like_it_was_there_is_noted_where_the_guideline_asks(it, schools_it):
    act, said = AddPlace(name="Brahestad", kind="other"), say("Orten finns.")

    assert str(noted(schools_it.desk, "add_place", act, said)) == (
        "Orten finns. Liknande kontakter visades: Raahe (Brahestad) (S8)."
    )
    assert noted(it.desk, "add_place", act, said) == said
    assert noted(schools_it.desk, "set_officer", act, said) == said


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"rate": ""}, "costs.1.rate"),
        ({"rate": "dyr"}, "costs.1.rate"),
        ({"rate_on": None}, "costs.1.rate_on"),
        ({"amount": "dyrt"}, "costs.1.amount"),
    ],
)
def test_what_is_wrong_with_a_cost_is_blamed_on_its_row(it, typed, field):
    plain, *_, foreign = PAID

    found = refused(it, "record_costs", {"visit": 5}, costs=[plain, {**foreign, **typed}])

    assert [name for name, _ in found] == [field]


@pytest.mark.parametrize(
    ("given", "stored"),
    [("12-31", "12-31"), ("31/8", "08-31"), ("den 31 aug", "08-31"), ("29/2", "02-28")],
)
def test_the_end_of_a_financial_year_is_read_as_it_is_written(it, given, stored):
    work = tries(it, "add_association", name="Föreningen Ny", year_end=given, place_ids=[2])

    (association,) = made(work, Association)
    assert association.year_end == stored


@pytest.mark.parametrize("given", ["t", "idag", "+7", "-1", "32/1", "nyår"])
def test_what_is_no_day_of_a_year_ends_no_financial_year(it, given):
    found = refused(it, "add_association", name="Föreningen Ny", year_end=given, place_ids=[2])

    assert [field for field, _ in found] == ["year_end"]
