"""A register begun without a window."""

from __future__ import annotations

import json

from db.check import check
from db.store import Store
from desktop.domain.registers import BudgetPeriod, Member, Office, Officer, Place


def test_a_new_register_has_what_was_given_and_what_the_municipality_gives(register):
    with Store.open(register) as store:
        assert store.get(Office, 1).court == "Förvaltningsrätten i Luleå"
        assert store.get(Officer, 1).name == "Ebba Sagolin"
        assert store.get(BudgetPeriod, 1).frame == 480_000
        assert len(store.find(Place)) == 3
        assert check(store) == []


def test_any_municipality_can_begin_from_a_copy(cli, tmp_path):
    path = tmp_path / "n.vanbok"

    done = cli("new", path, "--municipality", "2460", "--guideline", "skelleftea", "--name", "Ebba")

    assert (done.code, done.err) == (0, "")
    with Store.open(path) as store:
        office = store.get(Office, 1)
        assert (office.municipality, office.code) == ("Vännäs", "2460")
        assert (office.court, office.court_checked) == ("Förvaltningsrätten i Umeå", None)
        assert store.find(Place) == []
        assert check(store) == []


def test_a_ready_municipality_begins_with_its_own_guideline(cli, tmp_path):
    path = tmp_path / "n.vanbok"

    done = cli("new", path, "--municipality", "skellefteå", "--name", "Ebba")

    assert (done.code, done.err) == (0, "")
    with Store.open(path) as store:
        assert store.get(Office, 1).full_name == "Skellefteå kommun"
        assert len(store.find(Place)) == 4


def test_a_ready_municipality_can_begin_from_nothing(cli, tmp_path):
    path = tmp_path / "n.vanbok"

    done = cli("new", path, "--municipality", "Piteå", "--guideline", "empty", "--name", "Ebba")

    assert (done.code, done.err) == (0, "")
    with Store.open(path) as store:
        assert store.get(Office, 1).department == "Kommunledningsförvaltningen"
        assert check(store) == []


def test_a_municipality_without_a_guideline_is_told_what_to_begin_from(cli, tmp_path):
    done = cli("new", tmp_path / "n.vanbok", "--municipality", "Vännäs", "--name", "Ebba")

    assert done.code == 1
    assert "pitea" in done.err
    assert "empty" in done.err
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_in_no_list_needs_a_court(cli, tmp_path):
    new = ("new", tmp_path / "n.vanbok", "--municipality", "Påhittsala", "--name", "Ebba")

    done = cli(*new, "--guideline", "pitea")

    assert done.code == 1
    assert "skriv domstolen" in done.err


def test_a_file_that_is_there_is_never_overwritten(cli, register):
    before = register.read_bytes()

    done = cli("new", register, "--name", "Någon Annan")

    assert done.code == 1
    assert "r.vanbok" in done.err
    assert register.read_bytes() == before


def test_everything_can_be_given_as_json_and_an_argument_comes_first(cli, tmp_path):
    coat = tmp_path / "setup" / "vapen.png"
    coat.parent.mkdir()
    coat.write_bytes(PIXEL)
    setup = {
        "name": "Ebba Sagolin",
        "title": "samordnare",
        "members": [{"name": "Maja Diktnäs", "role": "ordförande"}],
        "coat": {"path": "vapen.png"},
    }
    (tmp_path / "setup" / "s.json").write_text(json.dumps(setup), encoding="utf-8")

    done = cli(
        "new", tmp_path / "n.vanbok", "--json", tmp_path / "setup" / "s.json", "--title", "chef"
    )

    assert (done.code, done.err) == (0, "")
    with Store.open(tmp_path / "n.vanbok") as store:
        assert store.get(Officer, 1).title == "chef"
        assert store.get(Member, 1).name == "Maja Diktnäs"
        assert store.content(store.get(Office, 1).coat_id or 0).startswith(b"\x89PNG")


def test_a_refused_beginning_leaves_no_file(cli, tmp_path):
    done = cli("new", tmp_path / "n.vanbok", "--name", "Ebba", "--guideline", "atlantis")

    assert done.code == 1
    assert "atlantis" in done.err
    assert list(tmp_path.iterdir()) == []


def test_each_field_that_is_wrong_is_said(cli, tmp_path):
    done = cli("new", tmp_path / "n.vanbok", "--frame", "0")

    assert done.code == 1
    assert "Ditt namn" in done.err
    assert "Ram" in done.err


def test_a_setup_that_is_no_json_is_said_in_words(cli, tmp_path):
    done = cli("new", tmp_path / "n.vanbok", "--json", "-", given=b"{name: Ebba}")

    assert done.code == 1
    assert "JSON" in done.err


def test_a_register_is_begun_once(act):
    done = act({"act": "found_register", "name": "Någon Annan"})

    assert done.code == 1
    assert "redan upplagt" in done.answers[0]["problems"][0]["text"]


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
