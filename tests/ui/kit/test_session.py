"""The session runs acts on a real file, tells of it, and takes them back."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop.domain.registers import Place
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.steps.places import AddPlace
from desktop.ui.session import Session

NOW = datetime(2026, 11, 21, 21, 58)


@pytest.fixture
def session(qapp, preferences):
    made = Session(preferences, clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Piteå.vanbok"


@pytest.fixture
def founded(session, path):
    assert session.create(path, FoundRegister(name="Ebba Sagolin"))
    return session


def test_a_register_is_made_and_opened_again(founded, path, qtbot):
    assert founded.path == path
    founded.close()
    assert founded.desk is None
    with qtbot.waitSignal(founded.opened):
        assert founded.open(path)
    assert founded.status().file == "Piteå.vanbok"
    assert founded.status().officer == "Ebba Sagolin"
    assert founded.status().saved == "21.58"


def test_what_is_no_register_is_told_and_left_alone(session, tmp_path, qtbot):
    foreign = tmp_path / "brev.txt"
    foreign.write_text("Hej", encoding="utf-8")
    with qtbot.waitSignal(session.troubled):
        assert not session.open(foreign)
    assert session.trouble is not None
    assert str(session.trouble)
    assert session.desk is None
    assert foreign.read_text(encoding="utf-8") == "Hej"


def test_an_existing_file_is_never_overwritten(session, path, qtbot):
    path.write_bytes(b"kvar")
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.create(path, FoundRegister(name="Ebba Sagolin"))
    assert refused.args[0][0].field == ""
    assert path.read_bytes() == b"kvar"


def test_an_act_is_read_done_and_told(founded, qtbot):
    with qtbot.waitSignal(founded.changed) as changed:
        outcome = founded.submit(AddPlace, {"name": "Låtsasvik", "country": "Island"})
    assert changed.args == [outcome]
    assert "Låtsasvik" in str(outcome.text)


def test_a_refused_act_names_its_fields_and_writes_nothing(founded, qtbot):
    before = founded.need().store.head
    with qtbot.waitSignal(founded.refused) as refused:
        assert founded.submit(AddPlace, {"name": "", "country": "Island"}) is None
    assert [problem.field for problem in refused.args[0]] == ["name"]
    assert founded.need().store.head == before


def test_acts_are_taken_back_and_done_again(founded):
    founded.submit(AddPlace, {"name": "Låtsasvik", "country": "Island"})
    founded.submit(AddPlace, {"name": "Påhittsund", "country": "Ryssland"})
    assert names(founded) == ["Låtsasvik", "Påhittsund"]
    assert founded.undo()
    assert founded.undo()
    assert names(founded) == []
    assert founded.redo()
    assert names(founded) == ["Låtsasvik"]
    founded.submit(AddPlace, {"name": "Sagonäs", "country": "Frankrike"})
    assert not founded.can_redo()


def test_the_latest_act_can_be_taken_back_after_a_restart(founded, path):
    founded.submit(AddPlace, {"name": "Låtsasvik", "country": "Island"})
    founded.close()
    founded.open(path)
    assert founded.undo()
    assert names(founded) == []


def test_days_are_read_from_the_desks_today(founded):
    assert founded.read_day("t") == NOW.date()
    assert founded.read_day("strax") is None


def test_without_a_register_nothing_is_run(session):
    with pytest.raises(RuntimeError):
        session.need()
    assert not session.undo()
    assert session.status().file == ""


def names(session):
    """Give the places that were added to those the guideline brings."""
    found = [each.name for each in session.need().store.find(Place, order="id")]
    return [name for name in found if name in ("Låtsasvik", "Påhittsund", "Sagonäs")]
