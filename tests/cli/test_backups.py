"""Backups without a window: made, listed and put back."""

from __future__ import annotations

import json

import pytest

from db.store import Store


@pytest.fixture
def usb(tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def head(path):
    with Store.open(path) as store:
        return store.head


def backups(cli, *words):
    return json.loads(cli("backups", *words, "--json").out)


def test_a_backup_is_made_in_both_places_and_listed(cli, filmed, register, usb):
    done = cli("backup", register, "--second", usb)
    assert done.code == 0
    assert done.out.count("Säkerhetskopierat och kontrollerat, 3 händelser") == 2
    told = cli("backups", register, "--second", usb)
    assert told.out.count("på begäran · som registret är nu") == 2


def test_one_that_fails_is_said_and_the_other_is_made(cli, filmed, register, usb):
    usb.rmdir()
    done = cli("backup", register, "--second", usb)
    assert done.code == 1
    assert "Säkerhetskopierat" in done.out
    assert "Anslut disken" in done.err


def test_a_register_open_in_a_window_is_backed_up(cli, filmed, register):
    with Store.open(register):
        assert cli("backup", register).code == 0


def test_a_backup_is_put_back_by_its_name(cli, filmed, register, usb):
    cli("backup", register)
    (made,) = backups(cli, register)
    with Store.open(register) as store:
        before = store.head
    done = cli("restore", register, made["file"].rpartition("/")[2], "--second", usb)
    assert done.code == 0
    assert "är återställt och kontrollerat: 3 händelser" in done.out
    assert head(register) == before == made["head"]
    assert [each["occasion"] for each in backups(cli, register)] == ["restore", "asked"]


def test_a_register_that_is_gone_is_listed_and_put_back(cli, filmed, register):
    cli("backup", register)
    register.unlink()
    (made,) = backups(cli, register)
    assert made["difference"] is None
    assert cli("restore", register, made["file"]).code == 0
    assert head(register) == made["head"]


def test_a_register_that_is_open_is_not_put_back(cli, filmed, register):
    cli("backup", register)
    (made,) = backups(cli, register)
    with Store.open(register):
        done = cli("restore", register, made["file"])
    assert done.code == 1
    assert "redan öppet" in done.err


def test_a_backup_that_is_not_there_is_said(cli, filmed, register):
    done = cli("restore", register, "saknas.vanbok")
    assert done.code == 1
    assert "Det finns ingen säkerhetskopia som heter saknas.vanbok" in done.err


def test_no_backups_are_said_so(cli, filmed, register):
    assert cli("backups", register).out == "Det finns ingen säkerhetskopia.\n"


def test_the_second_place_cannot_be_the_first(cli, filmed, register):
    done = cli("backup", register, "--second", register.parent)
    assert done.code == 1
    assert "Välj en mapp på en annan disk" in done.err
