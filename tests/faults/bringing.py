"""Older registers brought to today's schema: the old one or the new, and never between."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.store import Store
from tests.faults.operation import Operation, Verdict
from tests.faults.registers import NAME, stored
from tests.faults.state import State, older, rows
from tests.faults.telling import Told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.ground import Layout


@dataclass
class Migrate(Operation):
    """The register of an earlier release opened by this one."""

    schema: int = 1
    _opened: dict[frozenset[bytes], tuple[str, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"migrate {self.schema}"

    def layout(self) -> Layout:
        return {NAME: stored(self.schema)}

    def act(self, folder: Path) -> str | None:
        Store.open(folder / NAME).close()
        return None

    def state(self, folder: Path) -> State:
        """Read it without bringing it over, after SQLite has taken half a change back."""
        path = folder / NAME
        found = rows(path)
        if older(path):
            return State(rows=found)
        return self.reader.opened(path)

    def judge(self, folder: Path, told: Told) -> Verdict:
        verdict = self.held(self.state(folder), told)
        if verdict.lost:
            return verdict
        # Whatever lies about, the next opening brings it all the way.
        marks = {hashlib.sha256(path.read_bytes()).digest() for path in folder.iterdir()}
        key = frozenset(marks)
        if key not in self._opened:
            self._opened[key] = self._again(folder)
        return Verdict(lost=self._opened[key], false=verdict.false)

    def _again(self, folder: Path) -> tuple[str, ...]:
        opened = self.reader.opened(folder / NAME)
        if opened != self.after:
            return (f"opened again: {opened}",)
        copies = folder.glob("*före version*.vanbok")
        kept = any(rows(path) == self.before.rows for path in copies)
        return () if kept else ("no copy of the register as it was",)
