"""Acts on the budget: the frame of the mandate period, the yearly plan, movements, own costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.dates import mandate_period
from desktop.domain.problems import refuse
from desktop.domain.registers import BudgetEntry, BudgetPeriod, BudgetYear
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class SetFrame(Command):
    """Set the budget frame of a mandate period (P2)."""

    first_year: int = ask(Kind.NUMBER, "Första året", low=2000, high=2199)
    frame: int = ask(Kind.KR, "Ram för mandatperioden", low=1)


@dataclass(frozen=True, kw_only=True)
class PlanYear(Command):
    """Set what is planned for one year of the period."""

    year: int = ask(Kind.NUMBER, "År", low=2000, high=2199)
    plan: int = ask(Kind.KR, "Planerat för året")


@dataclass(frozen=True, kw_only=True)
class MoveFrame(Command):
    """Note a movement of the frame, such as money carried over, with its decision."""

    year: int = ask(Kind.NUMBER, "År", low=2000, high=2199)
    day: date = ask(Kind.DAY, "Dag")
    amount: int = ask(Kind.KR, "Belopp", low=-999_999_999, help="Minus när ramen minskar.")
    reference: str = ask(Kind.LINE, "Beslut", help="Till exempel KS 2024-02-12 § 21.")


@dataclass(frozen=True, kw_only=True)
class AddOwnCost(Command):
    """Note a cost of the municipality's own that the frame pays."""

    year: int = ask(Kind.NUMBER, "År", low=2000, high=2199)
    day: date = ask(Kind.DAY, "Dag")
    amount: int = ask(Kind.KR, "Belopp", low=1)
    reference: str = ask(Kind.LINE, "Vad kostnaden gäller")


@dataclass(frozen=True, kw_only=True)
class RemoveEntry(Command):
    """Take a movement or cost away that was entered by mistake."""

    entry_id: int = ask(Kind.REF, "Budgetpost", ref="budget_entry")


def _period(desk: Desk, year: int) -> BudgetPeriod:
    found = desk.store.first(BudgetPeriod, "first_year <= ? and last_year >= ?", year, year)
    if found is None:
        raise refuse(
            "year",
            "År – ingen ram är inlagd för {year} – lägg in mandatperiodens ram först.",
            year=year,
        )
    return found


def _set_frame(desk: Desk, it: SetFrame, work: Work) -> None:
    first, last = mandate_period(it.first_year)
    if first != it.first_year:
        raise refuse(
            "first_year",
            "Första året – {year} är inte första året i en mandatperiod – skriv {first}.",
            year=it.first_year,
            first=first,
        )
    period = desk.store.first(BudgetPeriod, "first_year = ?", first)
    if period is None:
        period = work.add(BudgetPeriod(first_year=first, last_year=last, frame=it.frame))
    else:
        work.change(period, frame=it.frame)
    work.about("budget", period.id)
    work.said = say(
        "Ramen för {first}–{last} är {frame}.", first=first, last=last, frame=kr(it.frame)
    )


def _plan_year(desk: Desk, it: PlanYear, work: Work) -> None:
    period = _period(desk, it.year)
    row = desk.store.first(BudgetYear, "period_id = ? and year = ?", period.id, it.year)
    if row is None:
        work.add(BudgetYear(period_id=period.id, year=it.year, plan=it.plan))
    else:
        work.change(row, plan=it.plan)
    work.about("budget", period.id)
    work.said = say("Planen för {year} är {plan}.", year=it.year, plan=kr(it.plan))


def _move(desk: Desk, it: MoveFrame, work: Work) -> None:
    if it.amount == 0:
        raise refuse("amount", "Belopp – 0 kr ändrar ingenting – skriv beloppet.")
    period = _period(desk, it.year)
    work.add(
        BudgetEntry(
            period_id=period.id,
            day=it.day,
            kind="movement",
            amount=it.amount,
            reference=it.reference,
        )
    )
    work.about("budget", period.id)
    work.said = say("Ramen är flyttad {amount}.", amount=kr(it.amount))


def _own_cost(desk: Desk, it: AddOwnCost, work: Work) -> None:
    period = _period(desk, it.year)
    work.add(
        BudgetEntry(
            period_id=period.id,
            day=it.day,
            kind="own_cost",
            amount=it.amount,
            reference=it.reference,
        )
    )
    work.about("budget", period.id)
    work.said = say("Egen kostnad {amount} är inlagd.", amount=kr(it.amount))


def _remove(desk: Desk, it: RemoveEntry, work: Work) -> None:
    entry = desk.store.first(BudgetEntry, "id = ?", it.entry_id)
    if entry is None:
        raise refuse("entry_id", "Budgetpost – finns inte i budgeten – välj i listan.")
    work.change(entry, deleted=desk.today)
    work.about("budget", entry.period_id)
    work.said = say("Posten på {amount} är borttagen.", amount=kr(entry.amount))


def _frame_now(desk: Desk, period: object) -> dict[str, Any]:
    if isinstance(period, BudgetPeriod):
        return {"first_year": period.first_year, "frame": period.frame}
    return {"first_year": mandate_period(desk.today.year)[0]}


def _year_now(desk: Desk, _subject: object) -> dict[str, Any]:
    return {"year": desk.today.year, "day": desk.today}


STEPS = (
    Step(
        name="set_frame",
        command=SetFrame,
        about="budget",
        title=say("Ram för mandatperioden"),
        button=say("Sätt ramen"),
        plan=_set_frame,
        prefill=_frame_now,
    ),
    Step(
        name="plan_year",
        command=PlanYear,
        about="budget",
        title=say("Plan för ett år"),
        button=say("Sätt planen"),
        plan=_plan_year,
        prefill=lambda desk, _: {"year": desk.today.year},
    ),
    Step(
        name="move_frame",
        command=MoveFrame,
        about="budget",
        title=say("Flytta eller ändra ramen"),
        button=say("Lägg in ändringen"),
        plan=_move,
        prefill=_year_now,
    ),
    Step(
        name="add_own_cost",
        command=AddOwnCost,
        about="budget",
        title=say("Egen kostnad"),
        button=say("Lägg in kostnaden"),
        plan=_own_cost,
        prefill=_year_now,
    ),
    Step(
        name="remove_entry",
        command=RemoveEntry,
        about="budget_entry",
        title=say("Ta bort post"),
        button=say("Ta bort posten"),
        plan=_remove,
        prefill=lambda _desk, entry: {"entry_id": entry.id},
    ),
)
