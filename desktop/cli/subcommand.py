"""What a subcommand is, and the arguments that several of them share."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db.check import check
from db.errors import damaged
from desktop.domain.errors import BrokenGuideline, UnknownRule
from desktop.flow.desk import clock_on
from desktop.flow.registers import brought_over, open_register
from desktop.flow.typed import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Subcommand:
    """One word on the command line and what it does."""

    name: str
    """The word."""
    about: str
    """One sentence for the help."""
    add: Callable[[ArgumentParser], object]
    """Declares its arguments."""
    run: Callable[[Namespace], int]
    """Does it and gives the exit code; raises Refusal, FileTrouble, Unusable or OSError."""


class Unusable(Exception):  # noqa: N818 - named by what is wrong with the input
    """What was given cannot be used; the message is a sentence for a person."""


def day(written: str) -> date:
    """Read a day as YYYY-MM-DD; argparse says what is wrong with another."""
    try:
        read = date.fromisoformat(written)
    except ValueError:
        read = None
    if read is None or not FIRST_DAY <= read <= LAST_DAY:
        raise ArgumentTypeError(f"{written[:40]!r} är ingen dag, skriv som 2026-11-21")
    return read


def add_file(parser: ArgumentParser) -> None:
    """Declare the register's file."""
    parser.add_argument("file", type=Path, metavar="FILE", help="registrets fil")


def add_on(parser: ArgumentParser) -> None:
    """Declare the day it is."""
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="räkna som om det vore den dagen, ÅÅÅÅ-MM-DD"
    )


def add_json(parser: ArgumentParser) -> None:
    """Declare the choice of JSON instead of words."""
    parser.add_argument("--json", action="store_true", help="svara med JSON")


def add_paper(parser: ArgumentParser, what: str) -> None:
    """Declare where a paper goes."""
    parser.add_argument("--paper", type=Path, metavar="FILE.pdf", help=what)


_SENSELESS = (
    *(ArithmeticError, LookupError, TypeError, ValueError),
    *(BrokenGuideline, UnknownRule),
)


@contextmanager
def opened(arguments: Namespace) -> Iterator[Desk]:
    """Open the register of the arguments on their day, and close it at the end."""
    on: date | None = getattr(arguments, "on", None)
    desk = open_register(arguments.file, clock=clock_on(on) if on else None)
    with desk.store:
        if desk.store.copied is not None:
            print(brought_over(desk.store.copied.name), file=sys.stderr)
        try:
            yield desk
        except _SENSELESS:
            # What no list can make sense of is most often damage, which a check knows.
            desk.store.verified.require()
            for finding in check(desk.store):
                raise damaged(desk.store.path.name, finding) from None
            raise
