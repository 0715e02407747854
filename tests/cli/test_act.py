"""Acts as JSON lines: done by the rules, answered one by one, stopped at the first no."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys

import pytest

from db.store import Store
from desktop.domain.casework import Case, Document
from desktop.domain.registers import Place
from tests.cli.conftest import DAY, FILM, HAVSORNEN, ROOT

UUID = "8c5c3a51-5d37-4a44-9c93-3f3df3a1a0f1"


def test_an_act_is_answered_with_what_it_did(act, filmed, register):
    done = act({"act": "write_confirmation", "case": "2026-001"})

    assert done.code == 0
    (answer,) = done.answers
    document = answer["documents"][0]
    assert answer == {
        "line": 1,
        "act": "write_confirmation",
        "ok": True,
        "text": "Bekräftelsen för 2026-001 är skriven.",
        "event": 4,
        "subjects": [["case", 1]],
        "documents": [{"id": 1, "name": "2026-001-bekraftelse-2026-11-21.pdf"}],
    }
    with Store.open(register) as store:
        assert store.content(document["id"]).startswith(b"%PDF")


def test_a_refusal_names_every_field_and_nothing_is_written(act, register):
    done = act({"act": "add_association", "name": "", "organisation_number": "1"})
    assert done.code == 1
    assert [each["field"] for each in done.answers[0]["problems"]] == ["name"]

    done = act({**HAVSORNEN, "organisation_number": "802456-7890", "year_end": "13-32"})
    assert [each["field"] for each in done.answers[0]["problems"]] == [
        "organisation_number",
        "year_end",
    ]
    with Store.open(register) as store:
        assert store.last_event_id == 1


def test_the_first_refusal_stops_the_rest(act, register):
    done = act(HAVSORNEN, {"act": "make_list"}, {"act": "add_place", "name": "Fjärran"})

    assert done.code == 1
    assert [each["ok"] for each in done.answers] == [True, False]
    with Store.open(register) as store:
        assert store.first(Place, "name = 'Fjärran'") is None


def test_go_on_does_the_rest_and_still_tells_of_the_refusal(act):
    done = act(
        {"act": "make_list"}, b"", {"act": "add_place", "name": "Fjärran"}, words=["--go-on"]
    )

    assert done.code == 1
    assert [(each["line"], each["ok"]) for each in done.answers] == [(1, False), (3, True)]


def test_the_same_uuid_is_done_once_and_answered_alike(act, filmed, register):
    line = {"act": "write_confirmation", "case": "2026-001", "uuid": UUID}

    first, again, other = act(
        line, line, {"act": "make_list", "uuid": UUID}, words=["--go-on"]
    ).answers

    assert {**again, "line": 1} == first
    assert not other["ok"]
    assert other["problems"][0]["field"] == "uuid"
    with Store.open(register) as store:
        assert len(store.find(Document)) == 1


def test_each_line_can_have_a_day_of_its_own(act, register):
    act({**HAVSORNEN, "on": "2026-03-02"}, {**FILM, "came_on": "2026-03-02", "on": "2026-03-03"})

    with Store.open(register) as store:
        assert [each.at.date().isoformat() for each in store.events()] == [
            "2026-03-03",
            "2026-03-02",
            DAY,
        ]
        assert store.get(Case, 1).phase_since.isoformat() == "2026-03-03"


def test_a_day_after_the_day_it_is_is_refused(act, filmed):
    done = act({**FILM, "scheme": "base_grant", "came_on": "2026-11-22"})

    assert done.answers[0]["problems"][0]["field"] == "came_on"


def test_rows_are_named_instead_of_numbered(act, filmed, register):
    done = act(
        {
            **FILM,
            "scheme": "Grundbidrag",
            "association": "föreningen havsörnen",
            "place": "grindavik",
        },
        {"act": "add_to_round", "case": "2026-001", "proposal": 3500},
        {"act": "make_sheet", "round": "1/2026"},
        {
            "act": "close_round",
            "round": "1/2026",
            "held_on": DAY,
            "members": [{"name": "Maja Diktnäs", "answer": "heard"}],
            "remarks": [{"case": "2026-001", "remark": "Gärna på biblioteket."}],
        },
    )

    assert [each["ok"] for each in done.answers] == [True, True, True, True], done.answers


def test_a_name_that_nobody_bears_is_refused_by_its_own_field(act, filmed):
    refused = act(
        {"act": "begin_preparation", "case": "2026-999"},
        {**FILM, "association": "Föreningen Okänd", "place": "Atlantis"},
        {"act": "begin_preparation", "case": "2026-001", "case_id": 1},
        {"act": "begin_preparation", "case": ["2026-001"]},
        {"act": "begin_preparation"},
        words=["--go-on"],
    ).answers

    fields = [[each["field"] for each in answer["problems"]] for answer in refused]
    assert fields == [["case"], ["association", "place"], ["case"], ["case_id"], ["case_id"]]


def test_a_misspelt_field_is_not_lost(act, filmed):
    done = act({"act": "begin_preparation", "case": "2026-001", "sedn_on": DAY})

    assert done.answers[0]["problems"][0]["field"] == "sedn_on"


def test_a_file_comes_as_a_path_or_as_base64(cli, act, filmed, register, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "kvitto.txt").write_bytes(b"300 kr")
    lines = [
        {"act": "attach_document", "case": "2026-001", "file": {"path": "kvitto.txt"}},
        {
            "act": "attach_document",
            "case": "2026-001",
            "file": {"name": "../../x.txt", "base64": base64.b64encode(b"301 kr").decode()},
        },
    ]
    acts = tmp_path / "in" / "acts.jsonl"
    acts.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")

    done = cli("act", register, acts, "--on", DAY)

    assert done.code == 0
    with Store.open(register) as store:
        kept = store.find(Document)
        assert [store.content(each.id) for each in kept] == [b"300 kr", b"301 kr"]
        assert [each.title for each in kept] == ["kvitto.txt", "x.txt"]


def test_a_file_that_cannot_be_read_is_refused_by_its_field(act, filmed, tmp_path):
    bad: tuple[object, ...] = (
        {"path": "saknas.txt"},
        {"path": str(tmp_path)},
        {"path": "a\0b"},
        {"path": 7},
        {"path": "x", "base64": ""},
        {"name": "x.txt", "base64": "inte base64!"},
        {"name": "x.txt", "base64": ""},
        "kvitto.txt",
        [],
    )
    lines = [{"act": "attach_document", "case": "2026-001", "file": each} for each in bad]

    for answer in act(*lines, words=["--go-on"]).answers:
        assert [each["field"] for each in answer["problems"]] == ["file"], answer


def test_an_act_that_was_done_by_mistake_is_taken_back(act, filmed, register):
    (added,) = act({"act": "add_place", "name": "Fjärran"}).answers

    (back,) = act({"act": "take_back", "event_id": added["event"]}).answers

    assert back["text"] == "Ångrat: Fjärran är tillagd."
    with Store.open(register) as store:
        assert store.first(Place, "name = 'Fjärran'") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace an open file")
def test_a_file_that_somebody_else_replaces_meanwhile_is_answered_in_words(register):
    words = [sys.executable, "-m", "desktop", "act", str(register)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        lines, answers = asked.stdin, asked.stdout
        assert lines is not None
        assert answers is not None

        def ask(line):
            lines.write(f"{json.dumps(line)}\n".encode())
            lines.flush()
            return json.loads(answers.readline())

        assert ask({"act": "add_place", "name": "Fjärran"})["ok"]
        shutil.copy(register, register.with_suffix(".copy")).replace(register)
        refused = ask({"act": "add_place", "name": "Ännu längre bort"})

    assert asked.returncode == 1
    assert (refused["line"], refused["act"], refused["ok"]) == (2, "add_place", False)
    assert "ingenting sparades" in refused["problems"][0]["text"].lower()


def test_lines_come_and_answers_go_by_pipe(program, register):
    given = f"{json.dumps(HAVSORNEN, ensure_ascii=False)}\n".encode()

    done = program("act", register, given=given)

    assert done.code == 0
    assert done.answers[0]["text"] == "Föreningen Havsörnen är tillagd."
    assert done.err == ""
