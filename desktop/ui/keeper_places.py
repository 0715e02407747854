"""Where a register's backups lie on this computer: what the preferences know and learn of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop.ui.i18n import tr
from desktop.ui.second_place import second_problem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from db.backups.place import Place
    from desktop.domain.problems import Problem
    from desktop.ui.keeper_work import Report
    from desktop.ui.preferences import Preferences


class KeeperPlaces:
    """The second place of every register, by the register's own name."""

    def __init__(self, preferences: Preferences) -> None:
        """Belong to a person's preferences."""
        self._preferences = preferences

    def second(self, uuid: str) -> Path | None:
        """Give the folder chosen as a second place."""
        return self._preferences.second(uuid) if uuid else None

    def known(self, uuid: str) -> bool:
        """Say whether backups have been made there."""
        return bool(uuid) and self._preferences.second_known(uuid)

    def of(self, register: Path, uuid: str) -> tuple[Place, ...]:
        """Give the places for backups of a register, without touching any disk."""
        from db.backups.place import beside, second  # noqa: PLC0415 - not before the first paint

        chosen = self.second(uuid)
        if chosen is None:
            return (beside(register),)
        return beside(register), second(chosen, known=self.known(uuid))

    def learn(self, report: Report) -> None:
        """Remember that the second place worked, and when; unless another was chosen since."""
        task, preferences = report.task, self._preferences
        last = report.lasts[1] if len(report.lasts) > 1 else None
        if last is None or self.second(task.uuid) != task.second:
            return
        if not self.known(task.uuid) or preferences.second_at(task.uuid) != last.made_at:
            preferences.keep_second(task.uuid, task.second, known=True, at=last.made_at)

    def choose(self, register: Path, uuid: str, folder: Path | None) -> Problem | None:
        """Use a folder as the second place, None for none; gives what speaks against it."""
        problem = second_problem(register, folder) if folder is not None else None
        if problem is None:
            self._preferences.keep_second(uuid, folder)
            self._preferences.asked_second(uuid)
        return problem

    def ask(self, parent: QWidget, register: Path, uuid: str) -> Path | None:
        """Ask for a folder, beginning where it is now; None when nobody chose."""
        from desktop.ui import dialogs  # noqa: PLC0415 - file dialogs are slow to load

        at = self.second(uuid) or register.parent
        # Unlike Path's own, it says no where a disk does not answer.
        folder = next((each for each in (at, *at.parents) if os.path.isdir(each)), at)  # noqa: PTH112
        return dialogs.ask_folder(parent, tr("Var ska säkerhetskopiorna också ligga?"), folder)


def uuid_of(register: Path) -> str:
    """Give a register's own name; "" when it cannot be read, which a backup of it will say."""
    from db.backups.facts import live  # noqa: PLC0415 - not before the first paint
    from db.errors import FileTrouble  # noqa: PLC0415 - as above

    try:
        return live(register).register_uuid
    except FileTrouble:
        return ""
