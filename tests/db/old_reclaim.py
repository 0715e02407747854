"""A reclaim as the first release wrote it: without number or letter, and logged as all acts are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from db import chain

CASE = 2
"""The case of the stored register that has been paid."""
ROW: dict[str, Any] = {
    "id": 1,
    "rev": 1,
    "deleted": None,
    "case_id": CASE,
    "amount_ore": 200_000,
    "reason": "en påhittad resa ställdes in",
    "decided_on": "2026-03-02",
    "claimed_on": "2026-03-03",
    "due_on": "2026-04-02",
    "state": "claimed",
    "ended_reason": "",
}


def claim_back(path: Path) -> None:
    """Claim 2 000 kr back in a register of schema 1."""
    with closing(sqlite3.connect(path)) as file, file:
        ((number, head),) = file.execute("SELECT max(id) + 1, (SELECT head FROM meta) FROM event")
        after = {name: value for name, value in ROW.items() if name not in {"id", "deleted"}}
        after |= {"id": 1, "deleted": None}
        changes = [{"table": "reclaim", "id": 1, "before": None, "after": after}]
        cells = (
            number, "00000000-0000-4000-8000-000000000001", "2026-03-02T10:00:00", "Ebba Sagolin",
            "reclaim", "{}", chain.canonical([["case", CASE]]), "2 000 kr återkrävs.", "",
            chain.canonical(changes), 0, None, head,
        )  # fmt: skip
        file.execute(chain.INSERT, (*cells, chain.digest(cells)))
        file.execute("UPDATE meta SET head = ?", (chain.digest(cells),))
        file.execute("INSERT INTO event_subject VALUES ('case', ?, ?)", (CASE, number))
        names = ", ".join(ROW)
        file.execute(
            f"INSERT INTO reclaim ({names}) VALUES ({', '.join('?' * len(ROW))})",
            tuple(ROW.values()),
        )
