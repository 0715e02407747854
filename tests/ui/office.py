"""A session without a file: it remembers what was asked and answers as it is told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from desktop.domain.text import plain
from desktop.ui.session import Session, Status


class Office(Session):
    """Stands where a register would be open."""

    def __init__(self, preferences) -> None:
        super().__init__(preferences)
        self.desk: Any = SimpleNamespace(store=SimpleNamespace(copied=None, register_uuid=""))
        self.asked: list[Any] = []
        self.problems: tuple[Any, ...] = ()
        self.undone = 0

    @property
    def path(self):
        return None

    def submit(self, command, raw):
        self.asked.append((command, raw))
        if self.problems:
            self.refused.emit(self.problems)
            return None
        outcome: Any = SimpleNamespace(text=plain("Berättelsen är mottagen."), final=False)
        self.changed.emit(outcome)
        return outcome

    def can_undo(self):
        return bool(self.asked)

    def undo(self):
        self.undone += 1
        self.changed.emit(SimpleNamespace(text=plain("Ångrat."), final=False))
        return True

    def status(self):
        return Status(saved="21.58", file="Piteå.vanbok", officer="Ebba Sagolin")

    def shelter(self):
        """Keep nothing: there is no file."""

    def close(self):
        self.desk = None
        self.closed.emit()
