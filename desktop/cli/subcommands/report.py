"""`report`: the figures of a year, each with the rows it is counted from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.columns import table
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, add_file, add_json, add_on, opened
from desktop.cli.subcommands.follow_up import add_year, year_of
from desktop.domain.yearly import difference_words, numbered
from desktop.flow.yearly import yearly
from desktop.flow.yearly_data import yearly_data
from desktop.flow.yearly_paper import draw_yearly_report

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from desktop.domain.yearly import Figure, Yearly


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    add_year(parser)
    parser.add_argument(
        "--out",
        "--paper",
        type=Path,
        metavar="FILE.pdf",
        help="skriv årsrapporten som PDF, märkt som utkast",
    )
    parser.add_argument("--rows", action="store_true", help="visa raderna bakom varje siffra")
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print the year as the register stands; with `--out` the paper is written too."""
    with opened(arguments) as desk:
        year = year_of(desk, arguments.year)
        seen = yearly(desk, year)
        if arguments.out:
            arguments.out.write_bytes(draw_yearly_report(desk, year))
    if arguments.json:
        print(written(yearly_data(seen)))
    else:
        print("\n".join(_lines(seen, rows=arguments.rows)))
    return 0


def _lines(seen: Yearly, *, rows: bool) -> Iterator[str]:
    yield f"Internationellt arbete {seen.year}, per {seen.on}"
    heads = ("", *map(str, seen.years), "Skillnad")
    for section in seen.sections:
        yield f"\n{section.title}"
        yield table(
            heads,
            (line for each in section.figures for line in _figure(each, seen.years, 0, rows=rows)),
            range(1, len(heads)),
        )
    if seen.remains:
        yield "\nÅterstår innan rapporten kan skrivas under"
        yield from (f"  {each.text}" for each in seen.remains)


def _figure(
    it: Figure, years: tuple[int, ...], depth: int, *, rows: bool
) -> Iterator[tuple[str, ...]]:
    unit = ", kr" if it.unit == "kr" and not depth else ""
    yield (
        f"{'  ' * depth}{it.title}{unit}",
        *(numbered(it.years[year], it.unit) if year in it.years else "" for year in years),
        str(difference_words(it)),
    )
    if rows and not it.parts:
        for each in it.rows:
            values = ("",) * (len(years) - 1)
            yield (f"{'  ' * (depth + 1)}· {each.text}", *values, str(each.amount), "")
    for part in it.parts:
        yield from _figure(part, years, depth + 1, rows=rows)


SUBCOMMAND = Subcommand(
    name="report",
    about="Visa årets siffror, eller skriv årsrapporten som PDF.",
    add=add,
    run=run,
)
