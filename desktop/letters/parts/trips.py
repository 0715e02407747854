"""Parts of the list of trips and visits for the committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Block, Column, Table
from desktop.letters.fill import run
from desktop.letters.parts.table import cell, lines, number, sum_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Cell
    from desktop.letters.facts import TripListFacts
    from desktop.letters.facts.trips import TripPlaceRow, TripRow
    from desktop.letters.fill import Filler

_NONE = "\u2013"


def trip_places(facts: TripListFacts, _filler: Filler) -> Iterator[Block]:
    """Every place: quota, visits, shares and money."""
    yield Table(
        columns=(
            Column(title="Ort", weight=3.4),
            sum_column("Km", 1.3),
            sum_column("Resor i kvoten", 1.7),
            sum_column("Resor utanför", 1.6),
            sum_column("Besök hit", 1.4),
            sum_column("Digitalt", 1.4),
            sum_column("Andel digitalt", 1.6),
            sum_column("Gäster", 1.4),
            sum_column("Andel unga", 1.5),
            sum_column("Egen budget, kr", 2),
            sum_column("Projekt och annat, kr", 2),
        ),
        rows=tuple(map(_place, facts.places)),
        total=(
            cell("Tillsammans", bold=True),
            cell(""),
            *(
                number(sum(getattr(row, name) for row in facts.places), bold=True)
                for name in ("used", "project", "incoming", "digital")
            ),
            cell(_share(_total(facts, "digital"), _total(facts, "contacts")), bold=True),
            number(_total(facts, "guests"), bold=True),
            cell(_share(_total(facts, "young"), _total(facts, "guests")), bold=True),
            number(_total(facts, "own"), bold=True),
            number(_total(facts, "other"), bold=True),
        ),
        small=True,
        row_heads=True,
    )


def _total(facts: TripListFacts, name: str) -> int:
    return sum(getattr(row, name) for row in facts.places)


def _share(part: int, whole: int) -> str:
    return f"{(part * 200 + whole) // (2 * whole)}\u00a0%" if whole else _NONE


def _place(row: TripPlaceRow) -> tuple[Cell, ...]:
    quota = f"{row.used} av {row.allowed}" if row.allowed is not None else str(row.used)
    return (
        cell(row.place),
        number(row.distance_km),
        cell(quota),
        number(row.project),
        number(row.incoming),
        number(row.digital),
        cell(_share(row.digital, row.contacts)),
        number(row.guests),
        cell(_share(row.young, row.guests)),
        number(row.own),
        number(row.other),
    )


def trips(facts: TripListFacts, _filler: Filler) -> Iterator[Block]:
    """The visits by first day, with what each was for and cost."""
    yield Table(
        columns=(
            Column(title="Besök", weight=1.8),
            Column(title="Ort och syfte", weight=7),
            Column(title="Dagar", weight=3.4),
            Column(title="Form", weight=2.8),
            Column(title="Läge", weight=2.2),
            sum_column("Gäster", 1.3),
            sum_column("Unga", 1.1),
            sum_column("Egen budget, kr", 1.9),
            sum_column("Projekt och annat, kr", 1.9),
        ),
        rows=tuple(map(_trip, facts.trips)),
        total=(
            cell("Summa", bold=True),
            *(cell("") for _ in range(4)),
            number(sum(row.guests for row in facts.trips), bold=True),
            number(sum(row.young for row in facts.trips), bold=True),
            number(sum(row.own for row in facts.trips), bold=True),
            number(sum(row.other for row in facts.trips), bold=True),
        ),
        small=True,
    )


def _trip(row: TripRow) -> tuple[Cell, ...]:
    return (
        cell(row.number),
        lines((run(row.place, bold=True),), (run(row.purpose, muted=True),)),
        cell(row.days),
        lines((run(row.form),), (run(row.quota, muted=True),)),
        cell(row.stage),
        number(row.guests),
        number(row.young),
        number(row.own),
        number(row.other),
    )
