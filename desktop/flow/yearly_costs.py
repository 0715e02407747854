"""What the year cost: the budget's own costs, and what other boards and other money bore (P14)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.budgeting import PURPOSE_WORDS, Purpose
from desktop.domain.swedish import capital
from desktop.domain.text import Text, plain, say
from desktop.domain.visit_words import FUNDING_WORDS, Funding
from desktop.domain.yearly import KR, Figure, Section, Source, figure
from desktop.flow.budget_view import budget_view
from desktop.flow.own_costs import PURPOSES, our_ore, visit_costs
from desktop.flow.visit_facts import (
    agreement_for,
    all_visits,
    costs_by_visit,
    lines_of,
    of_own_budget,
)
from desktop.flow.visit_list import visit_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk
    from desktop.flow.own_costs import OwnCost
    from desktop.flow.yearly_frame import Frame
    from desktop.flow.yearly_visits import Contacts


@dataclass(frozen=True, kw_only=True)
class _Cost:
    """One row, and what it can be divided by."""

    row: Source
    bearer: str
    source: Funding
    purpose: Purpose


def costs(known: Contacts, frame: Frame) -> Section | None:
    """Give the costs by source, by board and by purpose; the same rows divided in three ways."""
    board = frame.desk.office().board
    found = {
        year: [*_own(frame, known, year, board), *_others(frame, known, year)]
        for year in frame.years
    }
    if not any(found.values()):
        return None
    boards = {each.bearer for kept in found.values() for each in kept} - {board}
    named = {board: plain(capital(board))} | {each: plain(capital(each)) for each in sorted(boards)}
    sources = {str(key): word for key, word in FUNDING_WORDS.items()}
    purposes = {str(key): word for key, word in PURPOSE_WORDS.items()}
    return Section(
        key="costs",
        title=say("Kostnader"),
        figures=(
            _figure("costs", say("Kostnader"), found, sources, lambda it: it.source, _note()),
            _figure("costs_bearer", say("Kostnader per nämnd"), found, named, lambda it: it.bearer),
            _figure(
                "costs_purpose",
                say("Kostnader per ändamål"),
                found,
                purposes,
                lambda it: it.purpose,
            ),
        ),
    )


def _figure(  # noqa: PLR0913, PLR0917 - what a figure is made of
    key: str,
    title: Text,
    found: dict[int, list[_Cost]],
    named: dict[str, Text],
    by: Callable[[_Cost], str],
    note: Text | None = None,
) -> Figure:
    """Make the sum of all costs, divided in one way."""
    parts = []
    for name, words in named.items():
        kept = {
            year: [each.row for each in costs if by(each) == name] for year, costs in found.items()
        }
        if any(kept.values()):
            parts.append(figure(f"{key}.{name}", words, kept, tuple(found), unit=KR))
    rows = {year: [each.row for each in costs] for year, costs in found.items()}
    return figure(key, title, rows, tuple(found), unit=KR, parts=parts, note=note)


def _note() -> Text:
    return say("Vår del enligt överenskommelserna. Av planerat och verkligt räknas det större.")


def _own(frame: Frame, known: Contacts, year: int, board: str) -> Iterator[_Cost]:
    """Give what the budget page counts as own costs of the year."""
    for each in own_costs_of(frame.desk, year):
        subject = ("visit", each.visit_id) if each.visit_id else ("budget_entry", each.entry_id)
        visit = known.visits.get(each.visit_id)
        text = known.row(visit, 0).text if visit else plain(each.words)
        yield _Cost(
            row=Source(subject=subject, text=text, amount=each.amount, day=each.day),
            bearer=board,
            source=Funding.OWN,
            purpose=each.purpose,
        )


def own_costs_of(desk: Desk, year: int) -> list[OwnCost]:
    """Give the year's own costs as the budget has them; of visits alone where no frame is set."""
    seen = budget_view(desk, year)
    known = seen.costs if seen.frame is not None else visit_costs(desk)
    return [each for each in known if each.year == year]


def _others(frame: Frame, known: Contacts, year: int) -> Iterator[_Cost]:
    """Give our part of what other boards, projects and other money bear of visits."""
    desk, board = frame.desk, frame.desk.office().board
    by_visit = costs_by_visit(desk)
    for visit in all_visits(desk):
        if visit_year(visit) != year or not by_visit.get(visit.id):
            continue
        sums = _sums(desk, visit, board)
        for (bearer, source), ore in sums.items():
            amount = (ore + 50) // 100
            if amount:
                yield _Cost(
                    row=known.row(visit, amount),
                    bearer=bearer or board,
                    source=source,
                    purpose=PURPOSES.get(visit.form, Purpose.OTHER),
                )


def _sums(desk: Desk, visit: Visit, board: str) -> dict[tuple[str, Funding], int]:
    lines = {line.cost_type: line for line in lines_of(desk, agreement_for(desk, visit))}
    found: dict[tuple[str, Funding], int] = defaultdict(int)
    for cost in costs_by_visit(desk).get(visit.id, ()):
        if not of_own_budget(cost, board):
            bearer = cost.bearer.strip()
            same = bearer.casefold() == board.strip().casefold()
            key = ("" if same else bearer, cost.source)
            found[key] += our_ore(visit, cost, lines.get(cost.cost_type))
    return found
