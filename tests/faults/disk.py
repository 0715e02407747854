"""A disk as it can look after a power cut, from the record of what was done on it.

What was synced is there. Of every write since, any part may be: none, all, those up to some
moment, or any of them, torn at sectors of 512 bytes, with the file's size old or new. What was
done with names since their folder was synced is there up to some moment, folder by folder.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.ground import Layout
    from tests.faults.record import Call

SECTOR = 512


@dataclass(eq=False)
class Content:
    """The content of one file, whatever it is called."""

    data: bytearray
    """As the program sees it."""
    synced: bytes
    """As it is on the disk for sure."""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Writes since it was synced, by place; None cuts or stretches the file to that size."""

    def write(self, at: int, data: bytes) -> None:
        """Write."""
        _put(self.data, at, data)
        self.since.append((at, data))

    def resize(self, size: int) -> None:
        """Cut or stretch."""
        _resize(self.data, size)
        self.since.append((size, None))

    def sync(self) -> None:
        """Put it on the disk."""
        if self.since:
            self.synced = bytes(self.data)
            self.since = []

    def after_cut(self, chance: random.Random) -> bytes:
        """Give what may be found afterwards."""
        if not self.since:
            return self.synced
        way = chance.randrange(5)
        if way == 0:
            return self.synced
        data, torn = bytearray(self.synced), chance.random() < 0.5
        upto = len(self.since) if way != 2 else chance.randint(0, len(self.since))
        share = chance.choice((0.1, 0.5, 0.9)) if way > 2 else 1.0
        for at, written in self.since[:upto]:
            if chance.random() >= share:
                continue
            if written is None:
                _resize(data, at)
            else:
                _sectors(data, at, written, chance if torn else None)
        size = chance.choice((None, None, len(self.synced), len(self.data)))
        if size is not None:
            _resize(data, size)
        return bytes(data)


def _put(data: bytearray, at: int, written: bytes) -> None:
    if at > len(data):
        data.extend(bytes(at - len(data)))
    data[at : at + len(written)] = written


def _resize(data: bytearray, size: int) -> None:
    if size < len(data):
        del data[size:]
    else:
        data.extend(bytes(size - len(data)))


def _sectors(data: bytearray, at: int, written: bytes, chance: random.Random | None) -> None:
    """Write, and leave some sectors out when there is a chance of it."""
    if chance is None or chance.random() < 0.5:
        _put(data, at, written)
        return
    start = at
    while start < at + len(written):
        end = min(at + len(written), (start // SECTOR + 1) * SECTOR)
        if chance.random() < 0.5:
            _put(data, start, written[start - at : end - at])
        start = end


Names = dict[str, "Content | None"]
"""Files and folders by name; None is a folder."""


class Disk:
    """A folder of files, as the program sees it and as it is on the disk."""

    def __init__(self, folder: str, layout: Layout) -> None:
        """Begin with everything on the disk."""
        self._folder = folder
        self._seen: Names = {
            name: None if data is None else Content(bytearray(data), data)
            for name, data in layout.items()
        }
        self._sure: Names = dict(self._seen)
        self._since: dict[str, list[Callable[[Names], None]]] = {}
        self._handles: dict[int, str | Content] = {}

    def do(self, call: Call) -> None:
        """Do a call of the record."""
        one = self._name(call.one) if call.kind in "OtRLUFD" else ""
        match call.kind:
            case "O":
                self._open(call, one)
            case "W":
                self._file(call.file).write(call.offset, call.one)
            case "T":
                self._file(call.file).resize(call.offset)
            case "t":
                found = self._seen[one]
                assert found is not None
                found.resize(call.offset)
            case "S":
                self._sync(self._handles[call.file])
            case "R":
                self._rename(one, self._name(call.two))
            case "L":
                self._changed(self._name(call.two), partial(_named, self._seen[one]))
            case "F":
                self._changed(one, partial(_named, None))
            case "U" | "D":
                self._changed(one, _removed)
            case _:
                pass

    def _name(self, path: bytes) -> str:
        return os.fsdecode(path).removeprefix(self._folder).strip("/")

    def _file(self, handle: int) -> Content:
        found = self._handles[handle]
        assert isinstance(found, Content)
        return found

    def _open(self, call: Call, name: str) -> None:
        if call.offset & 1:
            self._changed(name, partial(_named, Content(bytearray(), b"")))
        found = self._seen.get(name)
        self._handles[call.file] = name if found is None else found
        if call.offset & 2 and found is not None:
            found.resize(0)

    def _sync(self, what: str | Content) -> None:
        if isinstance(what, Content):
            what.sync()
            return
        for change in self._since.pop(what, ()):
            change(self._sure)

    def _changed(self, name: str, change: Callable[[str, Names], None]) -> None:
        done = partial(change, name)
        done(self._seen)
        self._since.setdefault(os.path.dirname(name), []).append(done)  # noqa: PTH120 - a name

    def _rename(self, old: str, new: str) -> None:
        self._changed(new, partial(_renamed, old))

    def after_cut(self, chance: random.Random) -> Layout:
        """Give what may be found afterwards."""
        names = dict(self._sure)
        for changes in self._since.values():
            way = chance.randrange(3)
            upto = (0, len(changes), chance.randint(0, len(changes)))[way]
            for change in changes[:upto]:
                change(names)
        found: Layout = {}
        for name in sorted(names):
            folder = os.path.dirname(name)  # noqa: PTH120 - a name
            if not folder or folder in found:
                content = names[name]
                found[name] = None if content is None else content.after_cut(chance)
        return found


def _named(content: Content | None, name: str, names: Names) -> None:
    names[name] = content


def _removed(name: str, names: Names) -> None:
    names.pop(name, None)


def _renamed(old: str, name: str, names: Names) -> None:
    if old in names:
        names[name] = names.pop(old)
