"""`today`: the start page, computed from stored days and the day it is."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, add_file, add_json, add_on, opened
from desktop.domain.swedish import capital, digits, kr, short_date, weekday_date
from desktop.domain.text import Text
from desktop.flow.today import Today, today

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

_GROUPS = {
    "late": "Försenat",
    "week": "Närmaste sju dagarna",
    "mine": "Väntar på mig",
    "others": "Väntar på andra",
}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print what is late, what comes, what waits, and what is left of the money."""
    with opened(arguments) as desk:
        seen = today(desk)
    if arguments.json:
        print(written(data(seen)))
    else:
        print("\n".join(lines(seen)))
    return 0


def data(value: object) -> object:
    """Give a value of Today as JSON holds it: texts in words, days as ISO, records by field."""
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [data(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        counted = {"left": data(value.left)} if hasattr(value, "left") else {}
        return {**{each.name: data(getattr(value, each.name)) for each in fields(value)}, **counted}
    return value


def lines(seen: Today) -> Iterator[str]:
    """Give Today in words."""
    yield capital(weekday_date(seen.day))
    if seen.lapsed:
        yield f"Obs: {seen.lapsed.strong} {seen.lapsed.more}"
    for name, title in _GROUPS.items():
        matters = getattr(seen, name)
        if matters:
            yield f"\n{title} ({len(matters)})"
        for each in matters:
            yield f"  {each.title} · {each.when} ({each.day}) · {each.words}"
            yield f"    {each.detail}"
    if not seen.late:
        yield "\nInget är försenat."
    if seen.later:
        yield "\nLängre fram"
        yield from (f"  {short_date(each.day)}  {each.text}" for each in seen.later)
    if seen.pots:
        yield f"\nPotter {seen.day.year}, kvar efter förslag"
    for pot in seen.pots:
        yield f"  {pot.place.name}, {pot.short.lower()}: {kr(pot.left)} av {digits(pot.cap)}"
    if seen.frame:
        yield f"Ramen: {kr(seen.frame.left)} kvar av {kr(seen.frame.whole)}"


SUBCOMMAND = Subcommand(
    name="today",
    about="Visa vad som är försenat, på gång och väntar.",
    add=add,
    run=run,
)
