"""Opening and beginning a register file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.store import Store
from desktop import __version__
from desktop.domain.text import say
from desktop.flow.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.text import Text
    from desktop.flow.steps.founding import FoundRegister


def begin(
    path: Path,
    founding: FoundRegister,
    *,
    clock: Callable[[], datetime],
    new_uuid: Callable[[], str],
) -> Desk:
    """Make a new file and do the first act in it; a refused act leaves no file behind."""
    from desktop.flow.run import run  # noqa: PLC0415 - opening a file needs no acts

    store = Store.create(path, register_uuid=new_uuid(), version=__version__)
    desk = Desk(store=store, clock=clock, new_uuid=new_uuid)
    try:
        run(desk, founding)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return desk


def open_register(path: Path, *, clock: Callable[[], datetime] | None = None) -> Desk:
    """Open a file; raises db.errors.FileTrouble with what it is and what to do."""
    store = Store.open(path)
    return Desk(store=store, clock=clock) if clock else Desk(store=store)


def brought_over(copy: str) -> Text:
    """Say that an older register was brought to this version, and which copy is the old one."""
    return say(
        "Registret var från en äldre version av Vänbok och är överfört. "
        "Som det var ligger det kvar i {copy}, i samma mapp.",
        copy=copy,
    )
