"""States that a register's files can be left in by others: half a save, another tool's log."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def listing(folder: Path) -> dict[str, str]:
    """Everything in a folder, with its bytes; folders by what is in them."""
    return {
        str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.rglob("*")
        if each.is_file()
    }


def hot_journal(path: Path) -> None:
    """Leave the file and the journal of a program that died in the middle of a save."""
    torn = path.with_name("torn")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for sql in ("PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE"):
            connection.execute(sql)
        connection.execute("UPDATE place SET note = note || 'halv', rev = rev + 1")
        connection.execute("CREATE TABLE junk (x)")
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
            "INSERT INTO junk SELECT hex(randomblob(500)) FROM n"
        )
        shutil.copy(path, torn)
        shutil.copy(f"{path}-journal", f"{torn}-journal")
        connection.execute("ROLLBACK")
    torn.replace(path)
    torn.with_name("torn-journal").replace(f"{path}-journal")


def in_wal(path: Path, *changes: str) -> None:
    """Leave the file and the log of a tool for write-ahead logging that died after saves."""
    left = path.with_name("left")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        for change in changes:
            connection.execute(change)
        there = [each for each in ("", "-wal", "-shm") if path.with_name(path.name + each).exists()]
        for ending in there:
            shutil.copy(f"{path}{ending}", f"{left}{ending}")
    for ending in there:
        left.with_name(f"left{ending}").replace(f"{path}{ending}")
