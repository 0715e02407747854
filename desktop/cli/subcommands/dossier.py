"""`dossier`: a whole case as one file, masked or as it is."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.subcommand import Subcommand, Unusable, add_file, add_on, opened
from desktop.domain.casework import Case
from desktop.flow.masking import Masking
from desktop.flow.picture import picture

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_case(parser)
    parser.add_argument(
        "--mask",
        type=masks,
        default=frozenset(),
        metavar="KIND,…",
        help=f"maska: {', '.join(Masking)}; personnummer maskas alltid då",
    )
    parser.add_argument(
        "--originals",
        action="store_true",
        help="ta med inkomna handlingar omaskade också när resten maskas",
    )
    add_on(parser)


def add_case(parser: ArgumentParser) -> None:
    """Declare the register, the case and where the PDF goes."""
    add_file(parser)
    parser.add_argument("case", metavar="CASE", help="ärendets nummer, som 2026-014")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help="PDF-filen")


def masks(written: str) -> frozenset[Masking]:
    """Read kinds with commas between; argparse says which one is unknown."""
    found = set()
    for word in filter(None, (each.strip() for each in written.split(","))):
        if word not in set(Masking):
            raise ArgumentTypeError(f"{word[:40]!r} är inget av {', '.join(Masking)}")
        found.add(Masking(word))
    return frozenset(found)


def case_named(desk: Desk, number: str) -> Picture:
    """Give the case with a number; Unusable when there is none."""
    case = desk.store.first(Case, "number = ?", number)
    if case is None:
        raise Unusable(f"Ärendet {number[:40]} finns inte i registret.")
    return picture(desk, case.id)


def run(arguments: Namespace) -> int:
    """Make the file and say what is in it."""
    # pikepdf and ReportLab are slow to load: not for the other subcommands.
    from desktop.flow.dossier import Choices, gather  # noqa: PLC0415
    from desktop.letters.dossier.bind import bind  # noqa: PLC0415

    kinds: frozenset[Masking] = arguments.mask
    choices = Choices(masks=kinds, originals=arguments.originals or not kinds)
    with opened(arguments) as desk:
        whole = gather(desk, case_named(desk, arguments.case), choices)
    made = bind(whole)
    arguments.out.write_bytes(made.data)
    print(f"{made.pages} sidor och {made.embedded} bifogade filer i {arguments.out}")
    for title in made.left_out:
        print(f"Inte med: {title}")
    return 0


SUBCOMMAND = Subcommand(
    name="dossier",
    about="Spara ett helt ärende som en fil, med alla handlingar bifogade.",
    add=add,
    run=run,
)
