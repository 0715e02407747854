"""`visits`: the list of visits, in words or with rules, costs and settlement as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.columns import table
from desktop.cli.json_lines import written
from desktop.cli.subcommand import (
    Subcommand,
    Unusable,
    add_file,
    add_json,
    add_on,
    add_paper,
    opened,
)
from desktop.cli.visit_data import visit_data
from desktop.domain.settlement import shown
from desktop.domain.swedish import fold
from desktop.domain.visit_words import FORM_WORDS, VisitForm
from desktop.flow.trip_paper import draw_trip_list
from desktop.flow.visit_list import VisitRow, visit_list
from desktop.flow.visit_papers import draw_visit_sheet
from desktop.flow.visit_picture import visit_picture

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from desktop.flow.desk import Desk

_HEAD = ("Besök", "Ort", "Form", "Första dag", "Sista dag", "Egna kostnader", "Läge", "Nästa steg")
_RIGHT = (5,)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument("--place", default="", help="ortens namn")
    parser.add_argument("--year", type=int, help="året för första dagen")
    parser.add_argument("--form", choices=list(VisitForm), type=VisitForm, help="form")
    parser.add_argument("--text", default="", help="ord som ska finnas i besöket")
    parser.add_argument("--number", default="", help='besökets nummer, som "B 2026-02"')
    add_paper(parser, "skriv reselistan som PDF; med --number besökets blad")
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print the visits that the filters let through, the latest first."""
    with opened(arguments) as desk:
        listed = visit_list(desk, year=arguments.year, form=arguments.form, text=arguments.text)
        wanted = fold(arguments.place)
        rows = [
            row
            for row in listed.rows
            if (not wanted or fold(row.place) == wanted)
            and (not arguments.number or row.number == arguments.number)
        ]
        if arguments.number and not rows:
            raise Unusable(f"Besöket {arguments.number[:40]} finns inte bland dem som söks.")
        if arguments.paper:
            arguments.paper.write_bytes(_paper(desk, arguments, rows))
        if arguments.json:
            data = (written(visit_data(visit_picture(desk, row.id))) for row in rows)
            print("[", ",\n ".join(data), "]", sep="")
        elif rows:
            print(table(_HEAD, map(_row, rows), _RIGHT))
        else:
            print("Inga besök.")
    return 0


def _paper(desk: Desk, arguments: Namespace, rows: list[VisitRow]) -> bytes:
    """Draw the sheet of the one visit that was asked for, or the list of the period's visits."""
    if arguments.number:
        return draw_visit_sheet(desk, visit_picture(desk, rows[0].id))
    return draw_trip_list(desk, arguments.year)


def _row(row: VisitRow) -> tuple[str, ...]:
    return (
        row.number,
        row.place,
        str(FORM_WORDS[row.form]),
        row.starts_on.isoformat() if row.starts_on else "",
        row.ends_on.isoformat() if row.ends_on else "",
        shown(row.own_ore),
        str(row.label.text),
        str(row.next_words),
    )


SUBCOMMAND = Subcommand(
    name="visits",
    about="Visa besöken med läge, kostnader, regler och reglering.",
    add=add,
    run=run,
)
