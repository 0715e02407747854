"""`budget`: a mandate period, as it stands or as it stood when a day ended."""

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
from desktop.cli.subcommands.today import data
from desktop.domain.dates import mandate_period
from desktop.domain.swedish import digits, kr
from desktop.flow.budget_facts import BudgetFacts, budget_facts
from desktop.flow.budget_paper import draw_budget_overview
from desktop.flow.offered import offered

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from datetime import date

    from desktop.flow.desk import Desk

_YEARS = ("År", "Plan", "Sökt", "Föreslaget", "Bidrag", "Eget", "Utbetalt", "Återbetalt")
_GRANTS = ("Ort", "Bidrag", "Sökt", "Föreslaget", "Beslutat", "Utbetalt", "Återbetalt", "Kvar")
FIRST, LAST = 2000, 2199
"""Years that can be asked for."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument(
        "--period", type=int, metavar="YEAR", help="ett år i mandatperioden, till exempel 2023"
    )
    add_paper(parser, "skriv budgetöversikten som PDF")
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print what is left and how it was counted; `--on` gives it as it looked on that day."""
    with opened(arguments) as desk:
        has_budget = offered(desk).budget
        on = _past(desk, arguments.on)
        year = _year(arguments.period, (arguments.on or desk.today).year)
        # A past day is seen from the day of the latest act, whatever the clock says.
        now = desk.on(_latest(desk)) if on else desk
        seen = budget_facts(now, year, on)
        if arguments.paper:
            arguments.paper.write_bytes(draw_budget_overview(now, year, on))
    if arguments.json:
        print(written(data(seen)))
    else:
        print("\n".join(lines(seen) if has_budget else _without()))
    return 0


def _past(desk: Desk, day: date | None) -> date | None:
    """Give the day when something has been done after it; None shows the register as it is."""
    return day if day is not None and day < _latest(desk) else None


def _latest(desk: Desk) -> date:
    return desk.store.events(limit=1)[0].at.date()


def _year(asked: int | None, now: int) -> int:
    """Give the year whose grants are shown: this one, or the last of another period."""
    if asked is None:
        return now
    if not FIRST <= asked <= LAST:
        raise Unusable(f"{asked} är inget år som går att visa. Skriv till exempel 2023.")
    first, last = mandate_period(asked)
    return now if first <= now <= last else last


def _without() -> Iterator[str]:
    yield "Riktlinjen säger inget om budget, och ingen ram är inlagd."


def lines(seen: BudgetFacts) -> Iterator[str]:
    """Give the budget in words."""
    yield f"Budget {seen.first_year}–{seen.last_year} per {seen.on}"
    if seen.left is None:
        yield "Ingen ram är inlagd."
    for row in seen.calculation:
        day = f" {row.day}" if row.kind == "returned" else ""
        case = f", {row.case}" if row.case else ""
        yield f"  {kr(row.amount):>14}  {row.words}{day}{case}"
    if seen.proposed:
        yield f"Varav föreslaget {kr(seen.proposed)}"
    yield "\nÅr för år, kronor"
    yield table(
        _YEARS,
        (
            (
                str(row.year),
                digits(row.plan) if row.plan is not None else "",
                *map(digits, (row.asked, row.proposed, row.decided, row.own)),
                *map(digits, (row.paid, row.returned)),
            )
            for row in seen.years
        ),
        range(1, len(_YEARS)),
    )
    yield f"\nBidrag {seen.year}, kronor"
    yield table(
        _GRANTS,
        (
            (
                row.place,
                row.scheme,
                *map(digits, (row.asked, row.proposed, row.decided, row.paid, row.returned)),
                digits(row.left) if row.cap else "",
            )
            for row in seen.grants
        ),
        range(2, len(_GRANTS)),
    )
    if seen.allocations:
        yield "\nAvsatt ur ramen, kronor"
        yield table(
            ("Ändamål", "Tid", "Avsatt", "Använt", "Kvar"),
            (
                (
                    row.purpose,
                    str(row.year or "hela perioden"),
                    *map(digits, (row.amount, row.used, row.left)),
                )
                for row in seen.allocations
            ),
            (2, 3, 4),
        )


SUBCOMMAND = Subcommand(
    name="budget",
    about="Visa mandatperiodens budget, i dag eller som den såg ut en dag.",
    add=add,
    run=run,
)
