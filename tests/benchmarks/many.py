"""A real register with a few living cases and as many closed ones as are wanted."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date, datetime
from itertools import count, product
from typing import TYPE_CHECKING, Any

from desktop.domain.swedish import fold
from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.steps.application_draft import RegisterApplication
from desktop.flow.steps.associations import AddAssociation
from desktop.flow.steps.founding import FoundRegister

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 21, 12)
LIVING = 20
"""Cases that were registered by acts and wait for something."""
PLACES = ("Grindavík", "Kandalaksja", "Saint-Barthélemy")
KINDS = ("Föreningen", "Sällskapet", "Klubben", "Kören", "Vännerna", "Gillet")
THINGS = ("Lingon", "Åsnan", "Ängen", "Örnen", "Norrsken", "Fyren", "Skridsko", "Visan", "Barken")
TYPED = ("grindavik", "kören örnen", "2019-00", "zzz", "åsnan 7", "a", "saint lingon 2024")
"""What is typed in the filter, letter by letter."""


def fill(path: Path, size: int) -> None:
    """Make a register of `size` cases; the closed ones have only what lists read."""
    numbers = count(1)
    desk = begin(
        path,
        FoundRegister(name="Ebba Sagolin", delegation="punkt 4.7", frame=480_000),
        clock=lambda: NOW,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    )
    for at in range(min(LIVING, size)):
        place = 1 + at % 3
        run(desk, AddAssociation(name=f"Föreningen Lönnbacken {at}", place_ids=(place,)))
        run(desk, _application(at))
    desk.store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        rows = list(_closed(min(LIVING, size) + 1, size))
        connection.executemany(
            "INSERT INTO summary (id, rev, case_id, number, applicant, place, scheme, scheme_name, "
            "year, phase, asked_ore, granted_ore, paid_ore, arrived_on, outcome, open, "
            "applicant_key, place_key) VALUES (?1, 1, ?1, ?2, ?3, ?4, 'base_grant', 'Grundbidrag', "
            "?5, 'closed', ?6, ?6, ?6, '2026-01-01', 'granted', 0, ?7, ?8)",
            rows,
        )
        connection.executemany(
            "INSERT INTO search (id, folded) VALUES (?, ?)",
            [
                (key, fold(f"{number} {applicant} {place} Grundbidrag {year} 26KS{key}"))
                for key, number, applicant, place, year, *_ in rows
            ],
        )
        connection.commit()


def _application(at: int) -> RegisterApplication:
    """Give the application of an association: every other one is for an activity."""
    given: dict[str, Any] = {
        "association_id": at + 1,
        "scheme": "base_grant",
        "asked": 5000,
        "came_on": date(2026, 11, 2),
    }
    if at % 2:
        given |= {
            "scheme": "activity_grant",
            "purpose": "visafton på biblioteket",
            "starts_on": date(2026, 12, 5),
            "ends_on": date(2026, 12, 6),
            "costs": 9000,
            "other_funding": 2000,
            "goals": ("cultures",),
        }
    return RegisterApplication(year=2026, confirm=True, **given)


def _closed(first: int, last: int) -> Iterator[tuple[int, str, str, str, int, int, str, str]]:
    chance = random.Random(last)
    names = [f"{kind} {thing}" for kind, thing in product(KINDS, THINGS)]
    for key in range(first, last + 1):
        year = 2000 + key * 25 // last
        applicant = f"{chance.choice(names)} {chance.randrange(400)}"
        place = chance.choice(PLACES)
        asked = chance.randrange(1, 21) * 50_000
        yield key, f"{year}-{key:03}", applicant, place, year, asked, fold(applicant), fold(place)
