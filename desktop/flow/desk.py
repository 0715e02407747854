"""The coordinator's desk: the open register, the clock and who sits there."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import uuid4

from desktop import library
from desktop.domain.guideline import Guideline, from_json, in_force, with_visits, with_work
from desktop.domain.registers import GuidelineVersion, Office, Officer

if TYPE_CHECKING:
    from db.store import Store


T = TypeVar("T")


def _new_uuid() -> str:
    return str(uuid4())


def clock_on(day: date) -> Callable[[], datetime]:
    """Give a clock that stands at noon of a day, for `--on` and for the example register."""
    noon = datetime.combine(day, time(12))
    return lambda: noon


@dataclass(kw_only=True)
class Desk:
    """What every act needs at hand. The only place where the program meets the clock."""

    store: Store
    """The open register."""
    clock: Callable[[], datetime] = datetime.now
    """Local time; tests and `--on` give another."""
    new_uuid: Callable[[], str] = _new_uuid
    """Where the id of a new command comes from."""
    _guidelines: dict[int, Guideline] = field(default_factory=dict)
    _kept: dict[Hashable, object] = field(default_factory=dict)
    _kept_at: int = -1
    _stamped: dict[Hashable, tuple[object, object]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day it is at the desk."""
        return self.clock().date()

    def on(self, day: date) -> Desk:
        """Give the same desk on another day."""
        return Desk(
            store=self.store,
            clock=clock_on(day),
            new_uuid=self.new_uuid,
            _guidelines=self._guidelines,
        )

    def guideline(self, version_id: int) -> Guideline:
        """Give an adopted version; they never change, so each is read once."""
        if version_id not in self._guidelines:
            row = self.store.get(GuidelineVersion, version_id)
            found = from_json(row.text)
            key, day = found.municipality, found.valid_from
            whole = with_visits(found, library.visits_part(key, day))
            self._guidelines[version_id] = with_work(whole, library.work_part(key, day))
        return self._guidelines[version_id]

    def keep(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Compute once for the register as it stands; any write forgets it."""
        if self._kept_at != self.store.changes:
            self._kept.clear()
            self._kept_at = self.store.changes
        if key not in self._kept:
            self._kept[key] = compute()
        return cast("T", self._kept[key])

    def keep_while(self, key: Hashable, stamp: object, compute: Callable[[], T]) -> T:
        """Compute once for as long as a stamp stays the same, through writes of other things."""
        found = self._stamped.get(key)
        if found is None or found[0] != stamp:
            found = self._stamped[key] = (stamp, compute())
        return cast("T", found[1])

    def versions(self) -> list[tuple[int, Guideline]]:
        """Give id and guideline of every adopted version."""
        rows = self.store.find(GuidelineVersion, order="valid_from, id")
        return [(row.id, self.guideline(row.id)) for row in rows]

    def in_force(self, day: date | None = None) -> tuple[int, Guideline]:
        """Give id and version followed on a day, today unless said."""
        return in_force(self.versions(), day or self.today)

    def office(self) -> Office:
        """Give the office that writes the letters."""
        return self.store.get(Office, 1)

    def officer(self) -> Officer:
        """Give the officer who decides; the first registered who is not taken away."""
        found = self.store.first(Officer, order="id")
        return found or Officer(name="", title="")
