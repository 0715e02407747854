"""`cases`: the list of cases, in words or with everything as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.case_data import Data, case_data
from desktop.cli.columns import table
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, add_file, add_json, add_on, opened
from desktop.domain.phases import Phase
from desktop.domain.swedish import digits, fold
from desktop.flow.picture import picture

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from desktop.domain.casework import Summary
    from desktop.flow.desk import Desk

_HEAD = (
    "Ärende",
    "Sökande",
    "Bidrag",
    "Ort",
    "År",
    "Sökt",
    "Beviljat",
    "Utbetalt",
    "Läge",
    "Nästa steg",
)
_RIGHT = (5, 6, 7)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument("--phase", choices=list(Phase), type=Phase, help="skede")
    parser.add_argument("--place", help="ortens namn")
    parser.add_argument("--year", type=int, help="bidragsår")
    parser.add_argument("--scheme", help="bidragets nyckel eller namn")
    parser.add_argument("--text", default="", help="ord som ska finnas i ärendet")
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print the cases that the filters let through, by number."""
    with opened(arguments) as desk:
        chosen = list(_chosen(desk, arguments))
        if arguments.json:
            _print_json(desk, chosen)
        elif chosen:
            print(table(_HEAD, (_row(desk, each) for each in chosen), _RIGHT))
        else:
            print("Inga ärenden.")
    return 0


def _chosen(desk: Desk, arguments: Namespace) -> Iterator[Summary]:
    words = fold(arguments.text).split()
    rows = desk.store.rows("SELECT s.id, x.folded FROM summary s JOIN search x ON x.id = s.id")
    ids = [key for key, folded in rows if all(word in folded for word in words)]
    shown = sorted(desk.store.summaries(ids), key=lambda each: each.number)
    yield from (each for each in shown if _wanted(each, arguments))


def _wanted(row: Summary, arguments: Namespace) -> bool:
    scheme = arguments.scheme and fold(arguments.scheme)
    return (
        (arguments.phase is None or row.phase is arguments.phase)
        and (not arguments.place or fold(row.place) == fold(arguments.place))
        and (arguments.year is None or row.year == arguments.year)
        and (not scheme or scheme in (fold(row.scheme), fold(row.scheme_name)))
    )


def _print_json(desk: Desk, chosen: list[Summary]) -> None:
    """Print an array with one case a line, each as it is read: a large register fits too."""
    print("[", end="")
    for at, each in enumerate(chosen):
        print(",\n " if at else "", written(_data(desk, each)), sep="", end="")
    print("]")


def _data(desk: Desk, row: Summary) -> Data:
    return case_data(picture(desk, row.id), desk.store.awaited([row.id])[row.id])


def _row(desk: Desk, row: Summary) -> tuple[str, ...]:
    data = _data(desk, row)
    granted = digits(row.granted) if row.granted is not None else ""
    return (
        row.number,
        row.applicant,
        row.scheme_name,
        row.place,
        str(row.year),
        digits(row.asked),
        f"({digits(row.proposed)})" if row.proposed is not None else granted,
        digits(row.paid),
        data["label"]["text"],
        data["next_words"],
    )


SUBCOMMAND = Subcommand(
    name="cases",
    about="Visa ärendena med läge, summor, dagar och regler.",
    add=add,
    run=run,
)
