"""The whole case and its journal from the command line."""

from __future__ import annotations

import base64

from tests.cli.conftest import DAY
from tests.letters.dossier.whole_structure import whole_faults, words
from tests.letters.structure import faults, tree_text

LETTER = {
    "act": "attach_document",
    "case": "2026-001",
    "title": "Bilaga",
    "file": {"name": "bilaga.txt", "base64": base64.b64encode(b"hej").decode()},
}


def test_the_whole_case_is_one_file(cli, act, filmed, register, tmp_path):
    act(LETTER)
    out = tmp_path / "hela.pdf"

    done = cli("dossier", register, "2026-001", "--out", out, "--on", DAY)

    assert (done.code, done.err) == (0, "")
    assert "1 bifogade filer" in done.out
    assert whole_faults(out.read_bytes(), part=3) == []


def test_a_masked_case_names_what_is_left_out(cli, act, filmed, register, tmp_path):
    act(LETTER)
    out = tmp_path / "hela.pdf"

    done = cli("dossier", register, "2026-001", "--out", out, "--mask", "accounts, contacts")

    assert "Inte med: Bilaga" in done.out
    assert "Maskad kopia" in words(out.read_bytes())


def test_originals_can_come_along(cli, act, filmed, register, tmp_path):
    act(LETTER)
    out = tmp_path / "hela.pdf"

    done = cli("dossier", register, "2026-001", "--out", out, "--mask", "accounts", "--originals")

    assert "Inte med" not in done.out


def test_an_unknown_kind_of_masking_is_misuse(cli, filmed, register, tmp_path):
    done = cli("dossier", register, "2026-001", "--out", tmp_path / "x.pdf", "--mask", "allt")

    assert done.code == 2
    assert "accounts, contacts, signatures" in done.err


def test_an_unknown_case_is_said(cli, register, tmp_path):
    for word in ("dossier", "journal"):
        done = cli(word, register, "2026-999", "--out", tmp_path / "x.pdf")

        assert (done.code, done.err) == (1, "Ärendet 2026-999 finns inte i registret.\n")
        assert not (tmp_path / "x.pdf").exists()


def test_the_journal_of_a_day(cli, filmed, register, tmp_path):
    out = tmp_path / "journal.pdf"

    done = cli("journal", register, "2026-001", "--out", out, "--on", DAY)

    assert done.code == 0
    assert faults(out.read_bytes()) == []
    assert f"Upprättad {DAY}" in tree_text(out.read_bytes())
