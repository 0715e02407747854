"""The log tells what a helper needs and nothing of what a person wrote."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from desktop import logfile


def test_an_act_is_logged_by_name_and_number(log, act):
    act({"act": "add_place", "name": "Hemlighetsby"})

    words = (log / "vanbok.log").read_text(encoding="utf-8")
    assert words.endswith(" act add_place event 2\n")
    assert "Hemlighetsby" not in words


def test_the_report_names_the_cause_too():
    try:
        try:
            open("/finns/inte/Ebba")  # noqa: SIM115, PTH123 - it must fail
        except OSError as first:
            raise RuntimeError("Ebba") from first
    except RuntimeError as error:
        told = logfile.report(error)

    assert told.index("FileNotFoundError 2") < told.index("then") < told.index("RuntimeError")
    assert "Ebba" not in told


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path / "file" / "under"))

    logfile.act("make_list", 1)


def test_a_long_log_is_put_aside_and_the_oldest_goes(log, monkeypatch):
    monkeypatch.setattr(logfile, "LARGEST", 100)
    for number in range(60):
        logfile.act("make_list", number)

    logs = sorted(each.name for each in log.glob("vanbok*.log"))
    assert logs == [
        *(f"vanbok.{number}.log" for number in range(1, logfile.ASIDE + 1)),
        "vanbok.log",
    ]
    assert sum(each.stat().st_size for each in log.glob("*.log")) < 1_000
    assert "event 59" in (log / "vanbok.log").read_text(encoding="utf-8")


def test_a_crash_that_was_noted_does_not_name_the_account_after_the_next_start(log):
    """Given a note as the interpreter writes it, in a program that is started again."""
    log.mkdir(exist_ok=True)
    note = log / logfile.CRASHES
    note.write_text('Fatal\n  File "/home/ebba/vanbok/desktop/ui/app.py", line 9 in main\n')
    code = "from desktop import logfile; logfile.start()"
    subprocess.run([sys.executable, "-c", code], check=True)

    assert note.read_text() == 'Fatal\n  File "app.py", line 9 in main\n'


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_nobody_else_can_read_the_log(tmp_path, monkeypatch):
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path / "log"))
    logfile.act("make_list", 1)

    assert (tmp_path / "log").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "log" / "vanbok.log").stat().st_mode & 0o777 == 0o600


def test_what_qt_quotes_and_where_it_looked_is_not_logged(log):
    logfile.qt("QtWarningMsg", 'QFile: cannot open "Greta Visström.pdf" in /home/ebba mot a@b.se')

    words = (log / "vanbok.log").read_text(encoding="utf-8")
    assert "QFile: cannot open" in words
    assert not {"Greta", "ebba", "a@b.se"} & set(words.replace("/", " ").split())


@pytest.mark.parametrize(
    ("platform", "variable", "end"),
    [
        ("win32", "LOCALAPPDATA", ("Vanbok", "Log")),
        ("linux", "XDG_STATE_HOME", ("vanbok",)),
        ("darwin", "HOME", ("Library", "Logs", "Vanbok")),
    ],
)
def test_each_system_has_its_place_for_logs(tmp_path, monkeypatch, platform, variable, end):
    monkeypatch.delenv("VANBOK_LOG", raising=False)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))

    assert logfile.folder() == tmp_path.joinpath(*end)
