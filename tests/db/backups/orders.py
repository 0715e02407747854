"""When and how the tests back up; without pytest, for programs that are started and killed."""

from __future__ import annotations

from datetime import datetime

from db.backups.making import Order
from db.backups.occasion import Occasion
from db.backups.stepwise import Watch

NOW = datetime(2026, 3, 2, 14, 30)


def order(now=NOW, occasion=Occasion.ASKED, **watched) -> Order:
    return Order(occasion=occasion, now=now, program="0.1.0", watch=Watch(**watched))
