"""dev.py answers a person, and sets up only what is not set up already."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[2]


def start(*words):
    return subprocess.run(
        [sys.executable, ROOT / "dev.py", *words],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Make dev work in a folder of its own, where the only package is a tiny wheel."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "installed.txt")
    monkeypatch.setattr(dev, "RUNTIME", tmp_path / "requirements.txt")
    monkeypatch.setattr(dev, "DEVELOPMENT", tmp_path / "requirements-dev.txt")
    monkeypatch.setattr(dev, "EXAMPLE", tmp_path / ".example" / "Exempel.vanbok")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    (tmp_path / "packaging").mkdir()
    shutil.copy(ROOT / "packaging" / "system_libraries.py", tmp_path / "packaging")
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("tiny.py", "")
        file.writestr(
            "tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"
        )
        file.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        file.writestr("tiny-1.0.dist-info/RECORD", "")
    pin = f"{wheel} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    dev.RUNTIME.write_text(pin)
    dev.DEVELOPMENT.write_text(f"# as above\n{pin}")
    return tmp_path


PROGRAM = """
import pathlib, sys
with open("called.txt", "a") as file:
    print(*(pathlib.Path(word).name for word in sys.argv[1:]), file=file)
if sys.argv[1] == "example":
    pathlib.Path(sys.argv[2]).write_text("a register")
    sys.exit(pathlib.Path("broken").exists())
if sys.argv[1] == "pictures":
    for name in ("1.pdf", "2.pdf", "1.png"):
        (pathlib.Path(sys.argv[4]) / name).write_text("")
"""


@pytest.fixture
def program(checkout):
    """Make a checkout that is set up, with a program that writes down how it was called."""
    if dev.WINDOWS:
        pytest.skip("the made-up tools are shell scripts")
    python = Path(dev.tool("python"))
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    dev.STAMP.write_text(dev.stamp(dev.DEVELOPMENT))
    (checkout / "desktop.py").write_text(PROGRAM)
    return checkout


def called(program):
    return (program / "called.txt").read_text().splitlines()


def pretend(program, **codes):
    """Put tools in the environment that only write down their name and give an exit code."""
    for name in ("ruff", "mypy", "lint-imports"):
        tool = program / ".venv" / "bin" / name
        code = codes.get(name.replace("-", "_"), 0)
        tool.write_text(f'#!/bin/sh\necho "{name} $1" >> called.txt\nexit {code}\n')
        tool.chmod(0o755)


def installed(checkout):
    return bool(list((checkout / ".venv").rglob("tiny.py")))


@pytest.mark.parametrize("words", [[], ["tests"]])
def test_an_unknown_command_is_answered_with_all_the_known_ones(words):
    done = start(*words)

    assert done.returncode == 2
    assert all(f"dev.py {name}" in done.stderr for name in dev.COMMANDS)


def test_nothing_is_built_without_a_specification(checkout, capsys):
    assert dev.main(["build"]) == 1
    assert "Nothing was built" in capsys.readouterr().err


@pytest.mark.slow
def test_the_pinned_packages_are_installed_once(checkout, capsys):
    dev.prepare(dev.RUNTIME)
    assert installed(checkout)
    assert "Installing" in capsys.readouterr().out

    dev.prepare(dev.RUNTIME)
    assert "Installing" not in capsys.readouterr().out

    dev.prepare(dev.DEVELOPMENT)
    assert "Installing" in capsys.readouterr().out

    dev.prepare(dev.RUNTIME)
    assert "Installing" not in capsys.readouterr().out


@pytest.mark.slow
def test_a_package_with_another_hash_is_refused(checkout, capfd):
    dev.RUNTIME.write_text(f"{dev.RUNTIME.read_text().rpartition(':')[0]}:{'0' * 64}\n")

    with pytest.raises(dev.Trouble, match="could not be installed"):
        dev.prepare(dev.RUNTIME)

    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert not installed(checkout)
    assert not dev.STAMP.exists()


@pytest.mark.slow
def test_without_ensurepip_the_pip_of_this_python_is_used(checkout, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name)
    )

    dev.prepare(dev.RUNTIME)

    assert installed(checkout)


def test_without_any_pip_the_exact_command_is_named(checkout, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(dev.Trouble, match=r"apt-get install python3\.\d+-venv"):
        dev.prepare(dev.RUNTIME)


def test_without_a_screen_the_example_is_made_and_drawn(program, capsys):
    assert dev.main(["run"]) == 0

    assert called(program) == [
        "example new.vanbok",
        "pictures Exempel.vanbok --out .example --on 2026-11-21",
    ]
    assert f"2 letters in {program / '.example'}" in capsys.readouterr().out


def test_with_a_screen_the_window_opens_on_the_example(program, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":9")

    dev.main(["run", "--on", "2027-02-01"])

    assert called(program)[-1] == "Exempel.vanbok --on 2027-02-01"


def test_the_example_is_made_once(program):
    dev.main(["run"])
    dev.main(["run"])

    assert [line.split()[0] for line in called(program)] == ["example", "pictures", "pictures"]


def test_an_example_that_could_not_be_made_is_not_opened(program):
    (program / "broken").touch()

    assert dev.main(["run"]) == 1
    assert not dev.EXAMPLE.exists()


def test_a_subcommand_of_ones_own_replaces_the_example(program):
    dev.main(["run", "cases", "mine.vanbok", "--json"])

    assert called(program) == ["cases mine.vanbok --json"]


def test_check_does_every_check_even_when_one_fails(program, capfd):
    pretend(program, mypy=1)

    assert dev.main(["check"]) == 1
    assert called(program) == ["ruff check", "ruff format", "mypy ", "lint-imports --no-logo"]
    assert "Failed: mypy" in capfd.readouterr().err


def test_check_is_content_when_every_check_is(program):
    pretend(program)

    assert dev.main(["check"]) == 0


def test_no_test_runs_after_a_failed_check(program, capfd):
    pretend(program, ruff=1)

    assert dev.main(["test"]) == 1
    assert "The tests were not run." in capfd.readouterr().err


def test_a_failing_test_is_told_by_the_exit_code(program, capfd):
    (program / "test_it.py").write_text("def test_it():\n    assert False\n")

    assert dev.main(["test", "test_it.py", "-q", "-p", "no:cacheprovider"]) == 1
    assert "1 failed" in capfd.readouterr().out


def test_tests_keep_their_files_in_memory_and_their_bytecode(tmp_path, monkeypatch):
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    monkeypatch.setattr(dev, "MEMORY_ROOM", 0)

    environment = dev.testing_environment()

    assert environment["TMPDIR"] == str(tmp_path)
    assert "PYTHONDONTWRITEBYTECODE" not in environment


def test_too_little_memory_or_a_place_of_ones_own_leaves_the_files_where_they_were(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    monkeypatch.setattr(dev, "MEMORY_ROOM", 1 << 60)
    monkeypatch.delenv("TMPDIR", raising=False)
    assert "TMPDIR" not in dev.testing_environment()

    monkeypatch.setattr(dev, "MEMORY_ROOM", 0)
    monkeypatch.setenv("TMPDIR", "/mine")
    assert dev.testing_environment()["TMPDIR"] == "/mine"
