"""What is typed and not sent: a local file for each register, and what the forms ask of it."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4
from weakref import WeakSet

from desktop.ui.draft import Draft, DraftKey, Spot, plainly, written_in
from desktop.ui.draft_file import DraftFile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CONFIG = "VANBOK_CONFIG"
"""As preferences has it: the drafts lie below the same folder then."""
START = "start"
"""Name of the file of what is typed before a register is open."""
_OLD_ACTS = {"riktlinje": "guideline", "riktlinje-antas": "adopt_guideline"}
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class Place(Protocol):
    """The window, as far as drafts know it."""

    def spot(self, key: DraftKey) -> Spot:
        """Give where the form of a key stands now."""

    def done_since(self, draft: Draft) -> str:
        """Say what has been done since the draft was begun; "" when it still is as it was."""

    def go_on(self, draft: Draft) -> None:
        """Show a draft in its form."""


class Keeps(Protocol):
    """Something that is being typed in."""

    @property
    def dirty(self) -> bool:
        """True while something is typed that was not sent."""

    def keep(self) -> None:
        """Put what is typed and not kept yet among the drafts."""


def drafts_folder(config: Path | None = None) -> Path:
    """Give the folder: on this computer only, never among what follows a user about."""
    given = config or os.environ.get(CONFIG)
    if given:
        return Path(given) / "drafts"
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - only where it is asked

    where = QStandardPaths.StandardLocation.GenericStateLocation
    return Path(QStandardPaths.writableLocation(where)) / "vanbok" / "drafts"


class Drafts:
    """Every draft of this person on this computer."""

    def __init__(self, folder: Path, old: Path | None = None) -> None:
        """Read nothing yet; `old` is the one file of all drafts that earlier versions had."""
        self.folder = folder
        self.place: Place | None = None
        self.failing = False
        """True while what is typed cannot be written on the disk."""
        self.told: list[Callable[[], object]] = []
        """Called after each draft that comes or goes."""
        self._thrown: list[Draft] = []
        self._old = old
        self._files: dict[str, DraftFile] = {}
        self._keeping: WeakSet[Keeps] = WeakSet()

    # Reading

    def of(self, key: DraftKey) -> list[Draft]:
        """Give the drafts of a form, the newest first."""
        return [each for each in self.of_register(key.register) if each.key == key]

    def of_register(self, register: str) -> list[Draft]:
        """Give every draft of a register, the newest first."""
        found = self._file(register).all().values()
        return sorted(found, key=lambda each: each.at, reverse=True)

    def get(self, key: DraftKey) -> dict[str, object] | None:
        """Give what was typed last in a form, or None."""
        found = self.of(key)
        return dict(found[0].values) if found else None

    def damaged(self, register: str) -> Path | None:
        """Give the damaged file that was put aside for the one before it, or None."""
        self._file(register).all()
        return self._file(register).damaged

    def later(self, register: str) -> Path | None:
        """Give the file of a later program that this one cannot read, or None."""
        self._file(register).all()
        return self._file(register).later

    # Keeping

    def begun(self, key: DraftKey) -> Draft:
        """Give a new, empty draft of a form; nothing is written before it is kept."""
        return Draft(id=uuid4().hex, key=key, spot=self.spot(key), at=_now())

    def spot(self, key: DraftKey) -> Spot:
        """Give where the form stands now."""
        return self.place.spot(key) if self.place is not None else Spot()

    def write(self, draft: Draft, values: Mapping[str, object]) -> Draft:
        """Keep what is typed in a draft; gives it as it was kept."""
        plain = {name: plainly(each) for name, each in values.items()}
        kept = replace(draft, values=plain, at=_now())
        self._hear(kept_well=self._file(draft.key.register).put(kept))
        return kept

    def keep(self, key: DraftKey, values: Mapping[str, object]) -> None:
        """Keep the one draft of something that has no more than one, such as a letter's text."""
        found = self.of(key)
        draft = found[0] if found else self.begun(key)
        self.write(written_in(draft, values, self.spot(key), _now()), values)

    def throw(self, draft: Draft) -> None:
        """Forget a draft because somebody said so; until the program is closed it can come back."""
        self._thrown.append(draft)
        self.drop_one(draft)

    def thrown(self, register: str) -> list[Draft]:
        """Give what was thrown of a register since the program began, the last first."""
        return [each for each in reversed(self._thrown) if each.key.register == register]

    def put_back(self, draft: Draft) -> None:
        """Keep a draft that was thrown away, as it was."""
        self._thrown = [each for each in self._thrown if each.id != draft.id]
        self._hear(kept_well=self._file(draft.key.register).put(draft))

    def write_again(self) -> None:
        """Try again to write what could not be written."""
        self._hear(kept_well=not [file for file in self._files.values() if not file.write_again()])

    def drop(self, key: DraftKey) -> None:
        """Forget every draft of a form."""
        self._drop(key.register, [each.id for each in self.of(key)])

    def drop_one(self, draft: Draft) -> None:
        """Forget one draft."""
        if draft.id in self._file(draft.key.register).all():
            self._drop(draft.key.register, [draft.id])

    def _drop(self, register: str, names: list[str]) -> None:
        if names:
            self._hear(kept_well=self._file(register).drop(names))

    def _hear(self, *, kept_well: bool) -> None:
        self.failing = not kept_well
        for tell in list(self.told):
            tell()

    # What is being typed

    def watch(self, keeper: Keeps) -> None:
        """Know of something that is being typed in, for as long as it lives."""
        self._keeping.add(keeper)

    def typing(self) -> bool:
        """Say whether something is typed anywhere that was not sent."""
        return any(keeper.dirty for keeper in list(self._keeping))

    def keep_all(self) -> None:
        """Keep everything that is typed at this moment."""
        for keeper in list(self._keeping):
            keeper.keep()

    # Files

    def _file(self, register: str) -> DraftFile:
        name = register or START
        if name not in self._files:
            safe = re.sub(r"[^0-9A-Za-z-]", "_", name)[:60]
            self._files[name] = DraftFile(self.folder / f"{safe}.json", register)
        if register and self._old is not None:
            old, self._old = self._old, None
            self._take_over(old, register)
        return self._files[name]

    def _take_over(self, old: Path, register: str) -> None:
        """Take over the file of earlier versions, once; it is taken away when all is kept."""
        try:
            found = json.loads(old.read_bytes())
        except FileNotFoundError:
            return
        except (OSError, ValueError):
            found = None
        if not isinstance(found, dict):
            return
        well = True
        for name, values in found.items():
            if isinstance(values, dict):
                key = _old_key(name, register)
                draft = Draft(id=uuid4().hex, key=key, values=values, at=_now())
                well = self._file(key.register).put(draft) and well
        if well:
            old.unlink(missing_ok=True)


def _now() -> datetime:
    return datetime.now().astimezone()


def _old_key(name: str, register: str) -> DraftKey:
    """Read the name of a draft of an earlier version; one without a register is the open one's."""
    parts = name.split(":")
    if _UUID.fullmatch(parts[0]):
        register, parts = parts[0], parts[1:]
    if parts[0] == "brevtext":
        return DraftKey(register=register, act="letter_text", more=":".join(parts[1:]))
    if parts[0] in _OLD_ACTS:
        return DraftKey(register=register, act=_OLD_ACTS[parts[0]])
    subject = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
    return DraftKey(register=register, act=parts[0], subject=subject, more=":".join(parts[2:]))
