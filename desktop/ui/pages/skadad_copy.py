"""An own copy of a register that cannot be written in where it lies."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from db.backups.trouble import BrokenOff
from db.errors import FileTrouble
from db.look import copied
from db.store import Store
from desktop.domain.problems import Problem
from desktop.ui import dialogs
from desktop.ui.i18n import tr
from desktop.ui.pages.start_place import documents

if TYPE_CHECKING:
    from datetime import datetime

    from db.backups.stepwise import Watch
    from desktop.ui.page import Page


def own_copy(page: Page, register: Path, now: datetime) -> Path | None:
    """Ask where it is to lie and save a checked copy there; None when there is none."""
    proposed = documents() / register.name
    chosen = dialogs.ask_save(page, tr("Spara en egen kopia"), proposed, tr("Register (*.vanbok)"))
    if chosen is None:
        return None
    try:
        with TemporaryDirectory(prefix="vanbok-", ignore_cleanup_errors=True) as folder:
            # Opened, copied and closed in one thread, as the register is not ours to work in.
            return page.session.care.patiently(
                tr("Kopian sparas …"),
                lambda watch: _copied(register, chosen, Path(folder), now, watch),
            )
    except BrokenOff:
        return None
    except FileTrouble as trouble:
        page.show_problems((Problem("", trouble.text),))
        return None


def _copied(register: Path, chosen: Path, folder: Path, now: datetime, watch: Watch) -> Path:
    with Store.looking(*copied(register, folder, now, watch)) as store:
        return store.copy_to(chosen, watch)
