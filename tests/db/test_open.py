"""What can be opened, what cannot, and that trying leaves no trace."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import zipfile
from contextlib import closing, suppress
from typing import Any

import pytest

from db.change import Insert
from db.errors import (
    AlreadyThere,
    Damaged,
    FileTrouble,
    Locked,
    Newer,
    NotARegister,
    NotFound,
    OutOfReach,
    ReadOnly,
)
from db.header import APPLICATION_ID
from db.store import Store
from db.verification import Verification
from desktop.domain.casework import Case, Document
from desktop.domain.registers import Place
from tests.db.samples import REGISTER, act, letter, nothing, one_of_each, place


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """The bytes of a register with a row of most kinds."""
    path = tmp_path_factory.mktemp("good") / "hel.vanbok"
    with Store.create(path, register_uuid=REGISTER, version="0.1.0") as store:
        store.commit(act(*one_of_each(), *letter(2, bytes(30_000))), nothing)
    return path.read_bytes()


def database(path, *, application_id=0, user_version=0):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE anything (x)")
        other.execute(f"PRAGMA application_id = {application_id}")
        other.execute(f"PRAGMA user_version = {user_version}")
        other.commit()


def changed(data, at, new):
    return data[:at] + new + data[at + len(new) :]


def zipped(path):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")


FOREIGN: dict[str, tuple[type[FileTrouble], str, Any]] = {
    "nothing": (NotARegister, "tom", b""),
    "one byte": (NotARegister, "en textfil", b"x"),
    "text": (NotARegister, "en textfil", "Hej på dig åäö\n".encode()),
    "text of another code page": (NotARegister, "en textfil", "Piteå".encode("cp1252")),
    "utf-16": (NotARegister, "okänt slag", "Hej".encode("utf-16")),
    "csv": (NotARegister, "en textfil", b"namn;belopp\nA;1\n"),
    "web page": (NotARegister, "webbsida", b"<!doctype html><p>"),
    "xml": (NotARegister, "XML", b"\xef\xbb\xbf<?xml version='1.0'?>"),
    "json": (NotARegister, "JSON", b'{"a": 1}'),
    "pdf": (NotARegister, "en PDF", b"%PDF-1.7\n"),
    "excel": (NotARegister, "Excel", zipped),
    "zip header only": (NotARegister, "zip", b"PK\x03\x04"),
    "old office": (NotARegister, "Office", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
    "png": (NotARegister, "en bild", b"\x89PNG\r\n\x1a\n" + bytes(60)),
    "jpeg": (NotARegister, "en bild", b"\xff\xd8\xff\xe0" + bytes(60)),
    "gif": (NotARegister, "en bild", b"GIF89a" + bytes(60)),
    "gzip": (NotARegister, "packad", b"\x1f\x8b\x08" + bytes(60)),
    "rar": (NotARegister, "packad", b"Rar!\x1a\x07"),
    "windows program": (NotARegister, "ett program", b"MZ\x90" + bytes(200)),
    "linux program": (NotARegister, "ett program", b"\x7fELF" + bytes(200)),
    "noise": (NotARegister, "okänt slag", random.Random(1).randbytes(5000).replace(b"P", b"\0")),
    "only zeroes": (Damaged, "bara nollor", bytes(8192)),
    "a directory": (NotARegister, "en mapp", lambda path: path.mkdir()),
    "another program's database": (NotARegister, "annat program", database),
    "a database with another id": (
        NotARegister,
        "annat program",
        lambda path: database(path, application_id=0x0F055112, user_version=1),
    ),
    "our id without our tables": (
        Damaged,
        "skadat",
        lambda path: database(path, application_id=APPLICATION_ID, user_version=1),
    ),
    "our id, schema 0": (
        Damaged,
        "skadat",
        lambda path: database(path, application_id=APPLICATION_ID),
    ),
    "a later version": (
        Newer,
        "nyare version",
        lambda path: database(path, application_id=APPLICATION_ID, user_version=99),
    ),
    "not there": (NotFound, "inget register på platsen", lambda _: None),
    "a name too long": (OutOfReach, "går inte att läsa", "too long"),
}
"""Kind of file: the trouble, a word of the sentence, and its bytes or how it is made."""

BROKEN = {
    "only the magic": (Damaged, "finns kvar", lambda good: good[:16]),
    "half a header": (Damaged, "finns kvar", lambda good: good[:60]),
    "the first page": (Damaged, "finns kvar", lambda good: good[:4096]),
    "cut in a page": (Damaged, "finns kvar", lambda good: good[: len(good) // 2 + 100]),
    "without its last byte": (Damaged, "finns kvar", lambda good: good[:-1]),
    "another magic": (Damaged, "början är trasig", lambda good: changed(good, 0, b"XQLite")),
    "another end of the magic": (Damaged, "trasig", lambda good: changed(good, 12, b"2 3")),
    "no page size": (Damaged, "början är trasig", lambda good: changed(good, 16, b"\0\0")),
    "odd page size": (Damaged, "början är trasig", lambda good: changed(good, 16, b"\x10\x01")),
    "odd write version": (Damaged, "början är trasig", lambda good: changed(good, 18, b"\x07")),
    "the schema zeroed": (Damaged, "skadat", lambda good: changed(good, 100, bytes(3996))),
    "meta zeroed": (Damaged, "skadat", lambda good: good[:4096] + bytes(len(good) - 4096)),
}


def listing(folder):
    """Everything in a folder, with its bytes."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest() if each.is_file() else "dir"
        for each in folder.iterdir()
    }


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_named_and_left_alone(tmp_path, name):
    trouble, word, make = FOREIGN[name]
    path = tmp_path / "fil.vanbok"
    if make == "too long":
        path = tmp_path / ("x" * 300)
    elif isinstance(make, bytes):
        path.write_bytes(make)
    else:
        make(path)
    before = listing(tmp_path)

    with pytest.raises(trouble, match=word) as caught:
        Store.open(path)

    assert listing(tmp_path) == before
    assert str(caught.value.text) == str(caught.value)
    assert str(caught.value)[-1] == "."


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_register_is_named_and_left_alone(tmp_path, good, name):
    trouble, word, make = BROKEN[name]
    path = tmp_path / "fil.vanbok"
    path.write_bytes(make(good))
    before = listing(tmp_path)

    with pytest.raises(trouble, match=word) as caught:
        Store.open(path)

    assert listing(tmp_path) == before
    assert "säkerhetskopia" in str(caught.value)


def test_a_write_protected_register_is_named_and_left_alone(tmp_path, good):
    path = tmp_path / "fil.vanbok"
    path.write_bytes(good)
    path.chmod(stat.S_IREAD)
    before = listing(tmp_path)

    with pytest.raises(ReadOnly, match="skrivskyddat"):
        Store.open(path)

    assert listing(tmp_path) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "rör.vanbok"
    os.mkfifo(path)

    with pytest.raises(NotARegister, match="ingen fil"):
        Store.open(path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right that users lack there")
def test_a_link_to_itself_is_named(tmp_path):
    path = tmp_path / "rund.vanbok"
    path.symlink_to(path)

    with pytest.raises((OutOfReach, NotFound)):
        Store.open(path)


def read_everything(store):
    """Read as the first pages do; any FileTrouble is an answer, anything else is a fault."""
    store.find(Place)
    store.find(Case)
    store.find(Document)
    store.open_awaited()
    store.events()
    store.content(2)
    store.commit(act(Insert(place(id=store.next_id(Place)))), nothing)


def damage(good, rng):
    """One of the ways in which disks and copies spoil a file."""
    data = bytearray(good)
    at = rng.randrange(len(data))
    match rng.randrange(5):
        case 0:
            data[at] ^= 1 << rng.randrange(8)
        case 1:
            del data[at:]
        case 2:
            length = min(rng.choice([16, 512, 4096]), len(data) - at)
            data[at : at + length] = bytes(length)
        case 3:
            one, two = (rng.randrange(len(data) // 4096) * 4096 for _ in range(2))
            first, second = data[one : one + 4096], data[two : two + 4096]
            data[one : one + 4096], data[two : two + 4096] = second, first
        case _:
            data[at : at + 64] = rng.randbytes(min(64, len(data) - at))
    return bytes(data)


def test_damaged_copies_never_break_the_program_and_are_never_written(tmp_path, good):
    """Given 200 damaged copies, each is refused untouched or found whole enough to use."""
    rng = random.Random(20260302)
    refused = 0
    for number in range(200):
        path = tmp_path / f"{number}.vanbok"
        data = damage(good, rng)
        path.write_bytes(data)
        try:
            with Store.open(path) as store:
                read_everything(store)
        except (FileTrouble, LookupError):
            refused += 1
            assert path.read_bytes() == data
        path.unlink(missing_ok=True)
    assert refused > 50
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_fails_its_check_is_never_written(tmp_path, good):
    """Given a damaged page that the first page does not need, the check finds it in time."""
    path = tmp_path / "fil.vanbok"
    data = changed(good, len(good) - 4096 * 3, b"\x55" * 4096)
    path.write_bytes(data)
    with suppress(FileTrouble), Store.open(path) as store:
        store.verified.wait()
        assert isinstance(store.verified.trouble, Damaged)

        with pytest.raises(Damaged):
            store.commit(act(Insert(place(id=9))), nothing)

    assert path.read_bytes() == data


def test_the_check_runs_beside_and_the_first_act_waits_for_it(path, monkeypatch):
    """Given a check that takes its time, reading goes on and the act is done after it."""
    Store.create(path, register_uuid=REGISTER, version="0.1.0").close()
    may_end, order = threading.Event(), []
    real = Verification._check

    def slow(self, connection):
        may_end.wait(5)
        order.append("checked")
        real(self, connection)

    monkeypatch.setattr(Verification, "_check", slow)
    with Store.open(path) as store:
        assert store.find(Place) == []
        assert not store.verified.done
        threading.Timer(0.05, may_end.set).start()

        store.commit(act(Insert(place())), lambda *_: order.append("written"))

    assert order == ["checked", "written"]


# The lock


def test_a_register_is_open_once(store):
    with pytest.raises(Locked, match="redan öppet i ett annat fönster"):
        Store.open(store.path)

    store.commit(act(Insert(place())), nothing)


def test_a_register_open_in_another_process_is_locked(store):
    code = (
        "import sys, pathlib; from db.store import Store; from db.errors import Locked\n"
        "try: Store.open(pathlib.Path(sys.argv[1]))\n"
        "except Locked: print('locked')"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "locked"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right that users lack there")
def test_another_name_for_the_same_register_is_locked(store, tmp_path):
    link = tmp_path / "genväg.vanbok"
    link.symlink_to(store.path)

    with pytest.raises(Locked):
        Store.open(link)


@pytest.mark.parametrize("left", [b"", b"12345", b"\0" * 4096, "skräp åäö".encode()])
def test_a_lock_file_left_behind_does_not_lock(store, left):
    store.close()
    store.path.with_name(f"{store.path.name}.lock").write_bytes(left)

    with Store.open(store.path) as again:
        again.commit(act(Insert(place())), nothing)


def test_a_process_that_died_leaves_no_lock(store):
    store.close()
    code = (
        "import os, sys, pathlib; from db.store import Store\n"
        "store = Store.open(pathlib.Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, store.path], check=False)

    with Store.open(store.path) as again:
        again.commit(act(Insert(place())), nothing)


def test_a_lock_that_cannot_be_made_is_said(store):
    store.close()
    store.path.with_name(f"{store.path.name}.lock").mkdir()

    with pytest.raises(ReadOnly, match="mapp som inte går att skriva i"):
        Store.open(store.path)


# Opening and closing


def test_a_closed_register_is_one_file(store):
    store.commit(act(Insert(place())), nothing)
    folder = store.path.parent

    store.close()
    store.close()

    assert [each.name for each in folder.iterdir()] == [store.path.name]


def test_a_save_broken_off_is_taken_back_when_opened(store, tmp_path):
    """Given the file and journal of a program that died in the middle of a save."""
    store.commit(act(Insert(place())), nothing)
    connection = store._file.connection
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE junk (x)")
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
        "INSERT INTO junk SELECT hex(randomblob(500)) FROM n"
    )
    torn = tmp_path / "avbruten.vanbok"
    shutil.copy(store.path, torn)
    shutil.copy(f"{store.path}-journal", f"{torn}-journal")
    connection.execute("ROLLBACK")
    assert torn.stat().st_size > store.path.stat().st_size

    with Store.open(torn) as again:
        assert again.find(Place) == [place()]
        assert again.rows("SELECT count(*) FROM sqlite_schema WHERE name = 'junk'") == [(0,)]
        again.commit(act(Insert(place(id=2))), nothing)


def test_the_settings_that_keep_the_file_whole_are_on(store):
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "normal",
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "busy_timeout": 5000,
    }

    assert {name: store.rows(f"PRAGMA {name}")[0][0] for name in wanted} == wanted


def test_a_register_another_tool_left_in_wal_is_taken_out_of_it(store):
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("PRAGMA journal_mode = WAL")

    with Store.open(store.path) as again:
        assert again.rows("PRAGMA journal_mode") == [("truncate",)]


def test_a_new_register_never_overwrites(store):
    before = listing(store.path.parent)

    with pytest.raises(AlreadyThere, match="finns redan en fil"):
        Store.create(store.path, register_uuid=REGISTER, version="0.1.0")

    assert listing(store.path.parent) == before


def test_a_new_register_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(NotFound, match="Mappen"):
        Store.create(tmp_path / "ingen" / "x.vanbok", register_uuid=REGISTER, version="0.1.0")


def test_a_head_that_is_not_the_last_event_is_damage(store):
    store.commit(act(Insert(place())), nothing)
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        other.executescript("DROP TRIGGER event_kept; DELETE FROM event_subject; DELETE FROM event")

    with pytest.raises(Damaged, match="loggen slutar inte"):
        Store.open(store.path)


def test_a_wrong_question_of_ours_is_not_called_damage(store):
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        store.find(Place, "nonsense = 1")
