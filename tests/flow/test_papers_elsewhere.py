"""What papers say where the guideline asks for other things, as it was written down."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from desktop.flow import document_view
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.work_paper import draw_work_list
from desktop.flow.yearly import yearly
from desktop.flow.yearly_paper import draw_yearly_report
from tests.flow import commitment_stage
from tests.flow.coordinator import Clock, Coordinator, Numbers
from tests.flow.handed import handed, said
from tests.flow.telling import is_as_written, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAY = datetime(2026, 3, 2, 9, 30)


@pytest.fixture
def begun(tmp_path) -> Iterator[Callable[[str], Coordinator]]:
    """Begin a register of a municipality."""
    made: list[Coordinator] = []

    def of(key: str) -> Coordinator:
        clock = Clock(DAY)
        setup = FoundRegister(guideline=key, name="Ebba Sagolin")
        path = tmp_path / f"{key}.vanbok"
        made.append(Coordinator(begin(path, setup, clock=clock, new_uuid=Numbers()), clock))
        return made[-1]

    yield of
    for each in made:
        each.desk.store.close()


def asked_for_more(it: Coordinator) -> None:
    """Have a board with a plan and a company without, offices with and without a contact."""
    commitment_stage.sets(it)
    it.does("register_body", kind="office", name="Kontoret utan")
    it.does("register_action_plan", body_id=1, year=2026, goals=[{"text": "ett utbyte"}])
    it.does("start_follow_up", {"follow_up": 2026})
    it.does(
        "register_governing_document",
        name="Policy att se över",
        valid_from="2026-06-01",
        next_review_on="2026-05-01",
    )


def test_a_municipality_with_plans_and_contact_persons(begun):
    it = begun("upplands-bro")
    asked_for_more(it)

    report = handed(lambda: draw_yearly_report(it.desk, 2026))

    is_as_written("papers/year_with_plans", said(report))
    is_as_written("papers/work_with_plans", said(handed(lambda: draw_work_list(it.desk))))


@pytest.mark.parametrize(("key", "section"), [("uppsala", "plans"), ("upplands-bro", "networks")])
def test_what_the_guideline_does_not_ask_for_is_told_when_there_is_some(begun, key, section):
    it = begun(key)

    before = [each.key for each in yearly(it.desk, 2026).sections]
    it.does("register_network", name="Nätverket Påhitt", purpose="lära av andra")
    it.does("register_body", kind="board", name="Påhittsnämnden")
    it.does("register_action_plan", body_id=1, year=2026)

    after = [each.key for each in yearly(it.desk, 2026).sections]
    assert set(after) - set(before) == {section}


@pytest.mark.parametrize("key", ["skelleftea", "umea", "upplands-bro", "uppsala"])
def test_the_guideline_itself_is_reviewed_as_it_says(begun, key):
    it = begun(key)
    it.does("register_governing_document", name="Slut", valid_to="2026-03-01")
    it.does("register_governing_document", name="I dag", valid_to="2026-03-02")
    it.does("register_governing_document", name="Sen", next_review_on="2026-03-01")
    it.does("register_governing_document", name="Nu", next_review_on="2026-03-02")
    it.does("register_governing_document", name="Kommer", valid_from="2026-03-03")

    shown: list[Any] = [
        (each.document.name, each.label, each.tone, each.next_act, each.findings)
        for each in document_view.governing_list(it.desk)
    ]
    shown.append(document_view.guideline_review(it.desk))
    is_as_written(f"papers/documents_{key}", told(shown))


def test_governing_documents_are_found_by_their_words_and_the_ended_come_last(begun):
    it = begun("umea")
    it.does("register_governing_document", name="Äldre", owner="Kansliet", valid_to="2026-02-01")
    it.does("register_governing_document", name="Ny", body="Kommunfullmäktige", paragraph="§ 15")
    it.does("register_governing_document", name="Annan", note="Om påhitt", dnr="26KS8")

    def names(text: str = "", **more: bool) -> list[str]:
        found = document_view.governing_list(it.desk, text, **more)
        return [each.document.name for each in found]

    assert names() == ["Annan", "Ny", "Äldre"]
    assert names(ended=False) == ["Annan", "Ny"]
    assert names("kansliet") == ["Äldre"]
    assert names("§ 15") == ["Ny"]
    assert names("26ks8") == names("påhitt") == ["Annan"]


@pytest.mark.parametrize(("count", "words"), [(1, "Ett formulär"), (2, "Två formulär")])
def test_what_remains_of_a_follow_up_is_counted_in_words(begun, count, words):
    it = begun("umea")
    bodies = [
        dict(it.does("register_body", kind="board", name=f"Nämnd {at}").subjects)["body"]
        for at in range(count)
    ]
    it.does("start_follow_up", {"follow_up": 2026}, body_ids=bodies)

    first = next(each for each in yearly(it.desk, 2026).remains if each.key == "forms")
    it.does("send_follow_up", {"follow_up": 2026})
    sent = next(each for each in yearly(it.desk, 2026).remains if each.key == "answers")
    it.on(DAY.date().replace(year=2027))
    late = next(each for each in yearly(it.desk, 2026).remains if each.key == "answers")

    assert str(first.text).startswith(words)
    assert str(sent.text) == {1: "Ett svar", 2: "Två svar"}[count]
    assert (first.late, sent.late, late.late) == (False, False, True)
    assert len(sent.rows) == count
