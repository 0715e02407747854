"""What the machine lacks is found, and the person is told the exact command."""

from __future__ import annotations

import sys

import pytest

import system_libraries
from system_libraries import Need

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")


def test_a_library_that_is_there_is_not_missed():
    assert not Need(name="libc.so.6", package="libc6").missing()


def test_a_library_that_is_not_there_is_missed():
    assert Need(name="libnever.so.9", package="libnever9").missing()


def test_a_program_that_is_not_there_is_missed():
    assert Need(name="never-a-program", package="never", program=True).missing()


def test_the_command_names_each_package_once():
    needs = [Need(name=name, package="poppler-utils") for name in ("pdfinfo", "pdftotext")]

    assert system_libraries.command(needs).endswith("apt-get install poppler-utils")


@pytest.mark.parametrize(("vital", "code"), [(True, 1), (False, 0)])
def test_only_a_vital_lack_stops_the_person(monkeypatch, tmp_path, capsys, vital, code):
    """Without apt-get on the search path nothing is installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    need = Need(name="libnever.so.9", package="libnever9", vital=vital)
    monkeypatch.setattr(system_libraries, "ALWAYS", (need,))

    assert system_libraries.main([]) == code
    assert "libnever.so.9" in capsys.readouterr().err
