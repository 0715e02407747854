"""Everything about a register that can be verified, each finding a plain Swedish sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from db import invariants
from db.checking import history, soundness, source
from db.errors import Damaged, FileTrouble, NotARegister
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from db.checking.source import Source
    from db.store import Store

    Told = Callable[["Stage", int, int], object]
    Look = Callable[[Source, Callable[[int, int], object]], Iterator[Text]]

_MOST = 200
"""Findings of one stage that are given; one mistake may be made in every row."""


class Depth(StrEnum):
    """How thoroughly a register is verified."""

    QUICK = "quick"
    """SQLite's quick check, the schema, the ends of the log: under a second for a large one."""
    FULL = "full"
    """Everything: every page, index, event, row, document and sum."""


class Stage(StrEnum):
    """What is being verified."""

    READING = "reading"
    STRUCTURE = "structure"
    SCHEMA = "schema"
    LOG = "log"
    ROWS = "rows"
    DOCUMENTS = "documents"
    MONEY = "money"

    @property
    def words(self) -> Text:
        """Say it while it goes on."""
        return _WORDS[self]


_WORDS = {
    Stage.READING: say("läser filen"),
    Stage.STRUCTURE: say("kontrollerar filens sidor"),
    Stage.SCHEMA: say("jämför filens uppbyggnad"),
    Stage.LOG: say("följer händelserna"),
    Stage.ROWS: say("jämför uppgifterna med händelserna"),
    Stage.DOCUMENTS: say("kontrollerar handlingarna"),
    Stage.MONEY: say("räknar efter pengarna"),
}


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How much a register holds, of what was verified."""

    bytes: int
    """Size of the file."""
    events: int
    """Events in the log."""
    rows: int
    """Rows of all kinds."""
    documents: int
    """Documents."""


@dataclass(frozen=True, kw_only=True)
class Examined:
    """What came of verifying a register."""

    findings: tuple[Text, ...]
    """What is wrong; nothing when all is well."""
    depth: Depth
    """How thoroughly it was verified."""
    counts: Counts | None
    """What it holds; None when it could not be read, or was stopped before."""
    pages: tuple[int, ...]
    """The pages that SQLite names as wrong."""
    stopped: bool
    """True when it was stopped: nothing is known of what had not been verified."""
    unread: Text | None = None
    """Why it, or the rest of it, could not be read now, which says nothing about what it holds."""

    @property
    def well(self) -> bool:
        """True when everything was verified and nothing was wrong."""
        return not self.findings and not self.stopped and self.unread is None


def check(store: Store) -> list[Text]:
    """Verify structure, log, rows, documents and money; give what is wrong, nothing when well.

    Raises a FileTrouble when it cannot be read, which says nothing about what it holds.
    """
    found = source.of_store(store)
    return list(_findings(found, _stages(Depth.FULL), _untold))


def _untold(_stage: Stage, _done: int, _total: int) -> None:
    """Tell nobody how far it has come."""


def _never() -> bool:
    return False


def examine(
    path: Path,
    *,
    depth: Depth = Depth.FULL,
    told: Told = _untold,
    stopped: Callable[[], bool] = _never,
) -> Examined:
    """Verify a register from any thread, also beside a window that has it open and saves in it.

    What is verified is a copy, taken a few pages at a time, so that nobody who saves waits.
    `told` is called in this thread with the stage, how much of it is done and of how much;
    `stopped` is asked all the time. Damage is a finding, and any other FileTrouble is why it could
    not be read; nothing is raised, nothing written.
    """
    findings: list[Text] = []
    counts: Counts | None = None
    found: Source | None = None
    unread: Text | None = None
    try:
        with source.snapshot(path, partial(told, Stage.READING), stopped) as found:
            counts = Counts(**found.counts())
            findings.extend(_findings(found, _stages(depth), told))
    except source.Stopped:
        pass
    except (Damaged, NotARegister) as trouble:
        findings.append(trouble.text)
    except FileTrouble as trouble:
        unread = trouble.text
    return Examined(
        findings=tuple(dict.fromkeys(findings)),
        depth=depth,
        counts=counts,
        pages=() if found is None else tuple(sorted(found.pages)),
        stopped=stopped(),
        unread=unread,
    )


def _stages(depth: Depth) -> dict[Stage, Look]:
    if depth is Depth.QUICK:
        return {
            Stage.STRUCTURE: soundness.quick_structure,
            Stage.SCHEMA: soundness.schema,
            Stage.LOG: history.ends,
            Stage.DOCUMENTS: soundness.sizes,
            Stage.MONEY: _money,
        }
    return {
        Stage.STRUCTURE: soundness.structure,
        Stage.SCHEMA: soundness.schema,
        Stage.LOG: history.log,
        Stage.ROWS: history.rows,
        Stage.DOCUMENTS: soundness.documents,
        Stage.MONEY: _money,
    }


def _money(found: Source, _told: Callable[[int, int], object]) -> Iterator[Text]:
    yield from invariants.money(found)


def _findings(found: Source, stages: dict[Stage, Look], told: Told) -> Iterator[Text]:
    for stage, look in stages.items():
        told(stage, 0, 1)
        try:
            yield from _some(look(found, partial(told, stage)))
        except (Damaged, NotARegister) as trouble:
            yield trouble.text
        except (LookupError, TypeError, ValueError) as error:
            yield say("Kontrollen kunde inte slutföras: {reason}", reason=plain(str(error)))
        told(stage, 1, 1)


def _some(findings: Iterator[Text]) -> Iterator[Text]:
    yield from islice(findings, _MOST)
    if next(findings, None) is not None:
        yield say("Fler fel av samma slag visas inte.")
