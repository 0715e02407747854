"""The log tells what a helper needs and nothing of what a person wrote."""

from __future__ import annotations

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


def test_a_long_log_is_put_aside(log, monkeypatch):
    monkeypatch.setattr(logfile, "LARGEST", 100)
    for number in range(9):
        logfile.act("make_list", number)

    assert (log / "vanbok.old.log").exists()
    assert (log / "vanbok.log").stat().st_size < 200


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
