"""A small register with backups in two places, and events after the last of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest

from db.backups.making import Order, back_up
from db.backups.occasion import Occasion
from db.backups.place import beside, places
from desktop.flow.registers import open_register
from desktop.flow.run import run
from desktop.flow.steps.associations import AddAssociation
from tests.ui.pages.register_window import GRINDAVIK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.backups.listing import Backup

PATIENCE = 10_000
"""Milliseconds that a thread may take on a busy machine."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Where everything lies."""

    path: Path
    usb: Path
    now: datetime

    @property
    def folder(self) -> Path:
        """The backups beside the register."""
        return beside(self.path).folder

    def work(self, name: str, path: Path | None = None) -> None:
        """Do one act, whose event names an association."""
        desk = open_register(path or self.path)
        try:
            run(
                desk,
                AddAssociation(
                    name=name,
                    place_ids=(GRINDAVIK,),
                    address="Låtsasgatan 4",
                    postcode="941 00",
                    city="Piteå",
                    account="5402-9681",
                    account_kind="bankgiro",
                ),
            )
        finally:
            desk.store.close()

    def back_up(self, ago: timedelta, occasion: Occasion, *, second: bool = True) -> Backup:
        """Back up as it would have been done some time ago."""
        order = Order(occasion=occasion, now=self.now - ago, program="0.6.0")
        where = places(self.path, self.usb if second else None)
        made = back_up(self.path, where, order)[0].backup
        assert made is not None
        return made


def backed_up(path: Path, usb: Path) -> Ground:
    """Make two backups, the first in both places, with two events between and one after."""
    usb.mkdir()
    ground = Ground(path=path, usb=usb, now=datetime.now().replace(microsecond=0))  # noqa: DTZ005
    ground.back_up(timedelta(days=3), Occasion.CLOSE)
    ground.work("Påhittade vänner")
    ground.work("Hittepåkören")
    ground.back_up(timedelta(minutes=1), Occasion.INTERVAL, second=False)
    ground.work("Låtsaslaget")
    return ground


def settled(condition: Callable[[], Any]) -> None:
    """Wait until something holds, as when a thread has answered."""
    waited = 0
    while not condition() and waited < PATIENCE:
        QTest.qWait(10)
        waited += 10
    assert condition()
