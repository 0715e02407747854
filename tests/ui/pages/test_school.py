"""Schools in the window: one is added, it applies, and what the board decided is written in."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.domain.applicants import ApplicantKind
from desktop.domain.casework import Application, BudgetLine, Case, Decision
from desktop.domain.registers import Association
from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.steps.board import PrepareForBoard
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.steps.school_application import CostRow, RegisterSchoolApplication
from desktop.flow.steps.schools import AddSchool
from desktop.ui.page import Route
from desktop.ui.widgets.words import Badge, Words
from tests.ui.pages.register_window import NOW, RegisterWindow

LINES = (
    CostRow(cost_type="travel", detail="tåg", amount=24_000),
    CostRow(cost_type="food", detail="avslutningsmiddag", amount=5_000),
)


def fund(path: Path) -> None:
    """Begin Skellefteå's register with a school and an application that waits for the board."""
    numbers = iter(range(1, 99))
    desk = begin(
        path,
        FoundRegister(guideline="skelleftea", name="Ebba Sagolin"),
        clock=lambda: NOW,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    )
    run(desk, AddSchool(name="Påhittade hamngymnasiet", principal="Rut Rektorsson",
                        account_string="2310/441/10/77001/5"))  # fmt: skip
    run(
        desk,
        RegisterSchoolApplication(
            association_id=1,
            application_type="practice",
            purpose="praktik på ett påhittat varv",
            destination="Valencia",
            starts_on=NOW.date().replace(day=23),
            ends_on=NOW.date().replace(day=27),
            pupils=12,
            staff=2,
            asked=29_000,
            lines=LINES,
            aims="Eleverna prövar sitt yrke.",
            theme="båtbygge",
            work_before="Språkkurs.",
            work_during="Fem dagar på varvet.",
            work_after="Redovisning för årskursen.",
            support="Handledare på plats.",
            goals=("operations",),
            came_on=NOW.date(),
        ),
    )
    run(desk, PrepareForBoard(case_id=1, proposal=24_000))
    desk.store.close()


@pytest.fixture(scope="module")
def fund_file():
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Skellefteå.vanbok"
        fund(path)
        return path.read_bytes()


@pytest.fixture
def window(qapp, preferences, tmp_path, fund_file):
    path = tmp_path / "Skellefteå.vanbok"
    path.write_bytes(fund_file)
    made = RegisterWindow(preferences, path)
    yield made
    made.close()


def test_a_school_is_added_with_its_accounting_string(window):
    window.go(Route(page="forening", act="add_school"))
    form = window.page.form
    form.set_values(
        {"name": "Sagoskolan", "principal": "Olle Påhittsson", "account_string": "1/2/3/4/5"}
    )
    form.submit()

    school = window.desk.store.get(Association, 2)
    assert (school.kind, school.account_string) == (ApplicantKind.MUNICIPAL_SCHOOL, "1/2/3/4/5")
    assert window.page.title() == "Sagoskolan"


def test_a_school_that_is_not_known_is_added_inside_the_application(window):
    window.go(Route(page="ansokan"))
    form = window.page.form
    form.inputs["asked"].put("8000")
    form.newcomer.open()
    form.newcomer.form.set_values({"name": "Friskolan Fabel", "kind": "independent_school"})
    form.newcomer.form.submit()

    assert window.shown == "ansokan"
    assert form.association_id() == 2
    assert form.raw()["asked"].replace("\u00a0", " ") == "8 000 kr"
    assert window.desk.store.get(Association, 2).kind is ApplicantKind.INDEPENDENT_SCHOOL


def test_an_application_is_registered_with_its_budget_and_opens_as_a_case(window):
    window.go(Route(page="ansokan"))
    form = window.page.form
    form.choose_association(1)
    for name, value in {
        "application_type": "practice",
        "destination": "Rana",
        "asked": "12 000 kr",
        "lines": [{"cost_type": "travel", "detail": "buss", "amount": "12000"}],
    }.items():
        form.inputs[name].put(value)
    form.follow()
    assert form.is_shown("support")
    form.submit()

    store = window.desk.store
    assert (window.shown, store.count(Case)) == ("arende", 2)
    assert store.get(Application, 2).costs == 12_000
    assert [each.detail for each in store.find(BudgetLine, "application_id = 2")] == ["buss"]


def test_the_case_shows_what_the_school_wrote_and_which_costs_are_no_examples(window):
    window.go(Route(page="arende", subject=1))

    card = window.page.cards.exchange
    words = " ".join(each.text() for each in card.findChildren(Words))
    assert card.isVisible()
    assert "12 elever, 2 i personalen" in words.replace("\u00a0", " ")
    assert "Fem dagar på varvet." in words
    assert card.findChildren(Badge)


def test_what_the_board_decided_is_written_in_on_the_page_of_the_case(window):
    window.go(Route(page="besluta", subject=1))
    assert window.shown == "arende"
    form = window.page.form
    form.set_values({"paragraph": "84", "own_text": "Nämnden följde förslaget."})
    form.submit()

    decision = window.desk.store.get(Decision, 1)
    assert (decision.cited, decision.granted) == ("§ 84/2026", 24_000)


def test_nothing_of_a_committee_or_a_frame_is_shown(window):
    assert "samrad" not in [each.key for each in window.window.shelf.entries()]
    window.go(Route(page="budget"))
    assert not window.page.sums.isVisible()
    assert not window.page.what_if.isVisible()
    assert window.page.form is None
    window.page.frame_button.click()
    assert window.page.form is not None


def test_places_hide_where_schools_go_until_asked(window):
    window.go(Route(page="orter"))
    assert len(window.page.table.rows.ids) == 4
    window.page.all_link.click()
    assert len(window.page.table.rows.ids) == 5
