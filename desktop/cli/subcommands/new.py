"""`new`: begins a register, as the wizard of first start does."""

from __future__ import annotations

import sys
from argparse import SUPPRESS
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from desktop.cli.acting import with_files
from desktop.cli.json_lines import parse
from desktop.cli.subcommand import Subcommand, add_file, add_on
from desktop.flow.ask import Kind, asks
from desktop.flow.desk import clock_on
from desktop.flow.reading import read
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_FLAGS = tuple(name for name, asked in asks(FoundRegister).items() if asked.kind is not Kind.ROWS)
"""What has an argument of its own; the committee's members are given by --json."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments: one for each field of the first form."""
    add_file(parser)
    for name in _FLAGS:
        asked = asks(FoundRegister)[name]
        words = (asked.label, asked.help) if asked.help else (asked.label,)
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            default=SUPPRESS,
            metavar="FILE" if asked.kind is Kind.FILE else "…",
            help=". ".join(str(each).rstrip(".") for each in words).replace("%", "%%"),
        )
    parser.add_argument(
        "--json", type=Path, metavar="SETUP.json", help="alla uppgifter som JSON; - läser indata"
    )
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Begin the register; a file that is there is never overwritten."""
    clock = clock_on(arguments.on) if arguments.on else datetime.now
    founding = read(FoundRegister, given(arguments), clock().date())
    desk = begin(arguments.file, founding, clock=clock, new_uuid=lambda: str(uuid4()))
    with desk.store as store:
        print(f"{store.events(limit=1)[0].text} {arguments.file}")
    return 0


def given(arguments: Namespace) -> dict[str, Any]:
    """Gather the fields: those of the JSON file, and before them those of the arguments."""
    found: dict[str, Any] = {}
    if arguments.json is not None:
        pipe = str(arguments.json) == "-"
        data = sys.stdin.buffer.read() if pipe else arguments.json.read_bytes()
        folder = Path() if pipe else arguments.json.parent
        found = with_files(FoundRegister, parse(data), folder)
    flags = {name: value for name, value in vars(arguments).items() if name in _FLAGS}
    if "coat" in flags:
        flags["coat"] = {"path": flags["coat"]}
    return {**found, **with_files(FoundRegister, flags, Path())}


SUBCOMMAND = Subcommand(
    name="new",
    about="Lägg upp ett nytt register.",
    add=add,
    run=run,
)
