"""What the program tells of the example without a window: cases, Today, letters."""

from __future__ import annotations

import hashlib
import json

import pytest

from db.store import Store
from desktop.domain.casework import Document
from tests.example.conftest import DAY

STARTS = {"pdf": b"%PDF", "xlsx": b"PK\x03\x04"}
"""How a letter begins, and a form to fill in."""


def test_a_case_is_told_whole(cases):
    told = cases["2026-014"]

    assert told["applicant"] == "Körsällskapet Trollsländan"
    assert (told["place"], told["scheme_name"], told["year"]) == (
        "Grindavík",
        "Aktivitetsbidrag",
        2026,
    )
    assert (told["asked"], told["granted"], told["paid"]) == (8_000, 6_500, 0)
    tracks = told["tracks"]
    assert tracks["decision"]["number"] == "5/2026"
    assert tracks["letter"] == {
        "sent_on": "2026-11-10",
        "channel": "email",
        "recipient": "Greta Visström",
    }
    assert tracks["reporting"]["list"] == "4/2026"
    assert tracks["appeal"]["running"] is False
    assert tracks["appeal"]["last_day"] is None
    assert tracks["requirements"]["missing"][0]["rule"] == "P8"
    assert tracks["payments"][0] == {
        "amount": 6_500,
        "state": "planned",
        "released_on": None,
        "handed_on": None,
        "paid_on": None,
        "reason": "",
    }
    assert (tracks["report"]["counted_on"], tracks["report"]["due_on"]) == (
        "2026-12-24",
        "2026-12-28",
    )
    assert {"kind": "report", "due_on": "2026-12-28", "mine": False} in told["due_days"]


def test_every_rule_is_told_with_its_id_value_and_paragraph(cases):
    stop = next(each for each in cases["2026-014"]["findings"] if each["rule"] == "P8")

    assert (stop["status"], stop["status_name"]) == ("stops", "Stoppar")
    assert stop["value"] == "saknas"
    assert stop["limit"] == "för sep 2025–aug 2026"
    assert stop["paragraph"] == "Bidrag till föreningar, femte stycket"
    (deciding,) = (each for each in cases["2026-014"]["calculation"] if each["deciding"])
    assert (deciding["detail"], deciding["amount"]) == ("10\u00a0000 − 3\u00a0500", 6_500)


def test_the_time_to_appeal_runs_from_the_notice_board(cases, ask, example):
    over = cases["2026-001"]["tracks"]["appeal"]
    assert (over["running"], over["last_day"]) == (False, "2026-10-16")

    _, out = ask("cases", example, "--json", "--text", "2026-001", "--on", "2026-10-16")
    assert json.loads(out)[0]["tracks"]["appeal"]["running"] is True


def test_a_reclaim_and_an_appeal_are_told(cases):
    told = cases["2025-009"]["tracks"]["reclaim"]
    assert {key: told[key] for key in ("number", "amount", "state", "due_on", "repaid")} == {
        "number": "7/2026",
        "amount": 1_800,
        "state": "part_paid",
        "due_on": "2026-12-14",
        "repaid": 800,
    }
    assert told["reporting"]["list"] == "4/2026"
    assert cases["2025-014"]["tracks"]["appeal"]["received_on"] == "2026-03-04"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (["--phase", "consultation"], ["2026-005", "2026-008", "2026-009", "2026-010"]),
        (["--place", "kandalaksja", "--year", "2027"], ["2026-008"]),
        (
            ["--scheme", "Grundbidrag", "--place", "Grindavik", "--year", "2025"],
            ["2025-002", "2025-003"],
        ),
        (["--scheme", "base_grant", "--phase", "received"], []),
        (["--text", "trollsländan grund"], ["2026-015"]),
        (["--text", "26ks218"], ["2026-014"]),
        (["--place", "Atlantis"], []),
    ],
)
def test_the_filters_choose(ask, example, words, numbers):
    code, out = ask("cases", example, "--json", "--on", DAY, *words)

    assert code == 0
    assert [each["number"] for each in json.loads(out)] == numbers


def test_the_list_in_words_has_a_line_for_each_case(ask, example):
    _, out = ask("cases", example, "--year", "2026", "--place", "Grindavík", "--on", DAY)

    head, *rows = out.splitlines()
    assert head.split() == [
        "Ärende",
        "Sökande",
        "Bidrag",
        "Ort",
        "År",
        "Sökt",
        "Beviljat",
        "Utbetalt",
        "Läge",
        "Nästa",
        "steg",
    ]
    assert [row.split()[0] for row in rows] == [
        f"2026-{number:03}" for number in (7, 11, 12, 14, 15, 19)
    ]
    assert "Rapport försenad 26 dagar" in rows[0]
    assert "(3\u00a0333)" in rows[1]


def test_a_list_of_nothing_says_so(ask, example):
    assert ask("cases", example, "--text", "finns inte") == (0, "Inga ärenden.\n")


def test_another_day_makes_another_list(ask, example):
    _, out = ask("cases", example, "--json", "--text", "2026-007", "--on", "2026-10-27")

    assert json.loads(out)[0]["label"]["text"] == "Rapport försenad 1 dag"


def test_today_is_told_in_words_and_as_json(ask, example):
    code, words = ask("today", example, "--on", DAY)
    assert code == 0
    assert words.startswith("Lördagen den\u00a021\u00a0november 2026\n")
    assert "Försenat (4)\n  Se över Resepolicy · 509 dagar sen" in words
    assert "\n  Ompröva Kuststäder i omställning · 204 dagar sen" in words
    assert "\n  Rapport från Föreningen Havsörnen · 26 dagar sen" in words
    assert "\n  3 svar saknas i uppföljningen 2026 · 8 dagar sen" in words
    assert "99\u00a0320\u00a0kr kvar" in words

    _, out = ask("today", example, "--json", "--on", DAY)
    told = json.loads(out)
    assert [(each["kind"], each["act"]) for each in told["late"]] == [
        ("governing_document", ""),
        ("network", ""),
        ("case", "remind_report"),
        ("follow_up", ""),
    ]
    assert told["frame"]["left"] == 99_320
    assert told["lapsed_on"] == "2026-09-30"
    assert {each["title"] for each in told["week"]} == {
        "Komplettering från Ungdomsföreningen Palmbladet",
        "Utställningen Två hamnar, Seglarlaget Passadvinden",
    }


def test_the_letters_are_the_stored_bytes(ask, example, tmp_path):
    out = tmp_path / "brev"
    code, said = ask("letters", example, "--out", out)
    assert code == 0

    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    with Store.open(example) as store:
        kept = {each.name: store.content(each.id) for each in store.find(Document, "outgoing = 1")}
        assert manifest["register"] == store.register_uuid
    assert len(manifest["letters"]) == len(kept) == int(said.split()[0])
    for each in manifest["letters"]:
        data = (out / each["file"]).read_bytes()
        assert data == kept[each["file"]]
        assert hashlib.sha256(data).hexdigest() == each["sha256"]
        assert data.startswith(STARTS[each["file"].rpartition(".")[2]])
    assert {name.rpartition(".")[2] for name in kept} == set(STARTS)


def test_letters_that_were_saved_before_are_written_again_alike(ask, example, tmp_path):
    ask("letters", example, "--out", tmp_path / "brev")
    before = {path.name: path.read_bytes() for path in (tmp_path / "brev").iterdir()}

    ask("letters", example, "--out", tmp_path / "brev")

    assert {path.name: path.read_bytes() for path in (tmp_path / "brev").iterdir()} == before


def test_a_folder_that_cannot_be_made_is_said_in_words(capsys, example, tmp_path):
    from desktop.cli.main import main  # noqa: PLC0415 - not for the other tests

    (tmp_path / "fil").touch()

    assert main(["letters", str(example), "--out", str(tmp_path / "fil" / "brev")]) == 1
    assert "fil" in capsys.readouterr().err
