"""Words on the command line: found, misspelt, piped and failing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main, unexpected
from desktop.cli import NAMES
from desktop.cli.catalogue import SUBCOMMANDS

ROOT = Path(__file__).parents[2]


def test_the_names_that_need_no_window_are_those_of_the_catalogue():
    assert (*(each.name for each in SUBCOMMANDS), "pictures") == NAMES


def test_the_help_tells_of_every_subcommand(program):
    done = program("--help")

    assert done.code == 0
    assert all(f"\n    {name} " in done.out for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_subcommand_has_a_help_of_its_own(capsys, log, name):
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])

    assert end.value.code == 0
    assert f"usage: vanbok {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["exmaple", "x.vanbok"],
        ["new"],
        ["act"],
        ["letters", "x.vanbok"],
        ["cases", "x.vanbok", "--phase", "klar"],
        ["today", "x.vanbok", "--on", "2026-11-31"],
        ["today", "x.vanbok", "--on", "21 nov"],
        ["check", "x.vanbok", "--jsom"],
    ],
)
def test_misuse_gives_two_and_a_usage(cli, log, words, capsys):
    with pytest.raises(SystemExit) as end:
        main(words)

    assert end.value.code == 2
    assert "usage: vanbok" in capsys.readouterr().err


@pytest.mark.parametrize("on", [["--on", "2026-02-30"], ["--on"], ["--on=igår"]])
def test_a_day_that_is_none_opens_no_window(log, on, capsys):
    assert main(["x.vanbok", *on]) == 2
    assert "2026-11-21" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["act", "cases", "today", "check"])
def test_a_file_that_is_not_there_is_said_in_words(program, tmp_path, name):
    done = program(name, tmp_path / "saknas.vanbok")

    assert done.code == 1
    assert "saknas.vanbok" in done.err
    assert "Traceback" not in done.err


def test_a_file_that_is_no_register_is_said_in_words_and_left_alone(cli, tmp_path):
    path = tmp_path / "brev.txt"
    path.write_bytes(b"Hej!")

    done = cli("check", path)

    assert done.code == 1
    assert "brev.txt" in done.err
    assert path.read_bytes() == b"Hej!"


def test_a_reader_that_has_seen_enough_is_no_error():
    command = f"{sys.executable} -m desktop acts | head -n 1"
    done = subprocess.run(  # noqa: S602 - the shell makes the pipe
        command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_a_build_without_a_terminal_can_run_a_subcommand():
    code = (
        "import sys; sys.stdout = sys.stderr = None;"
        "from desktop.__main__ import main; raise SystemExit(main(['acts']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_window_does_not_wait_for_the_subcommands():
    code = "import sys, desktop.__main__; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    heavy = ("argparse", "PySide6", "desktop.flow", "desktop.cli.main", "db")
    assert not [name for name in done.stdout.split() if name.startswith(heavy)]


def test_an_error_of_our_own_is_told_without_data(log, capsys):
    try:
        int("Ebba Sagolin, 5402-9681")
    except ValueError as error:
        unexpected(type(error), error, error.__traceback__)

    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "test_main:" in told
    logged = (log / "vanbok.log").read_text(encoding="utf-8")
    for words in (told, logged):
        assert not any(secret in words for secret in ("Ebba", "5402", str(ROOT)))
