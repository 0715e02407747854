"""The slip beside every backup: what it is, so that a list of many is read in a moment."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from db import chain
from db.backups.facts import Facts
from db.backups.occasion import Occasion
from db.backups.place import MANIFEST, part_of
from db.insisting import replaced

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
"""The form of the slip; another is judged by opening the backup."""
_LARGEST = 100_000
_HEADER = 100
"""Bytes of a file's header, where SQLite counts its saves and its pages."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What was verified about a backup when it was made."""

    register_name: str
    """The register's file then, "Piteå.vanbok"."""
    number: int
    """Its place in the order they were made in that folder."""
    made_at: datetime
    """When, local time by the clock then."""
    occasion: Occasion
    """Why."""
    program: str
    """The version of the program that made it."""
    facts: Facts
    """What the copy holds, read from the copy."""
    size: int
    """Bytes."""
    header: str
    """The copy's first 100 bytes in hexadecimal: they change when somebody writes in it."""
    sha256: str
    """Of all of its bytes."""


def manifest_path(backup: Path) -> Path:
    """Give where the slip of a backup lies."""
    return backup.with_name(backup.name + MANIFEST)


def write(manifest: Manifest, backup: Path) -> None:
    """Write the slip of a backup, whole or not at all; raises OSError."""
    body = _body(manifest)
    data = json.dumps(body | {"check": _check(body)}, ensure_ascii=False, indent=1, sort_keys=True)
    path = manifest_path(backup)
    part = part_of(path)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(data + "\n")
            file.flush()
            os.fsync(file.fileno())
        replaced(part, path)
    finally:
        part.unlink(missing_ok=True)


def read(backup: Path) -> Manifest | None:
    """Read the slip of a backup; None when it is missing, torn, changed or of another form."""
    path = manifest_path(backup)
    try:
        if path.stat().st_size > _LARGEST:
            return None
        body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if body.pop("check") != _check(body) or body["format"] != FORMAT:
            return None
        return _manifest(body)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _body(manifest: Manifest) -> dict[str, Any]:
    facts = manifest.facts
    return {
        "format": FORMAT,
        "register": manifest.register_name,
        "register_uuid": facts.register_uuid,
        "number": manifest.number,
        "made_at": manifest.made_at.isoformat(timespec="seconds"),
        "occasion": manifest.occasion.value,
        "program": manifest.program,
        "schema": facts.schema,
        "head": facts.head,
        "events": facts.events,
        "last_event_at": facts.last_at,
        "counts": dict(facts.counts),
        "size": manifest.size,
        "header": manifest.header,
        "sha256": manifest.sha256,
    }


def _manifest(body: dict[str, Any]) -> Manifest:
    return Manifest(
        register_name=str(body["register"]),
        number=int(body["number"]),
        made_at=datetime.fromisoformat(body["made_at"]),
        occasion=Occasion(body["occasion"]),
        program=str(body["program"]),
        facts=Facts(
            register_uuid=str(body["register_uuid"]),
            schema=int(body["schema"]),
            head=str(body["head"]),
            events=int(body["events"]),
            last_at=str(body["last_event_at"]),
            counts={str(name): int(count) for name, count in body["counts"].items()},
        ),
        size=int(body["size"]),
        header=str(body["header"]),
        sha256=str(body["sha256"]),
    )


def _check(body: dict[str, Any]) -> str:
    return hashlib.sha256(chain.canonical(body).encode()).hexdigest()


def header_of(path: Path) -> str:
    """Give the header of a file that no window has open; raises OSError."""
    with path.open("rb") as file:
        return file.read(_HEADER).hex()


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file that no window has open; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
