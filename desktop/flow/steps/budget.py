"""Acts on the budget: the frame of the mandate period, the yearly plan, movements, own costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.budgeting import PURPOSE_WORDS, Allocation, Purpose
from desktop.domain.dates import mandate_period
from desktop.domain.problems import refuse
from desktop.domain.registers import BudgetEntry, BudgetPeriod, BudgetYear
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.money import frame_of
from desktop.flow.step import Command, Step

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


_PURPOSES = {str(key): str(word) for key, word in PURPOSE_WORDS.items()}


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
    purpose: str = ask(Kind.CHOICE, "Slag", choices=_PURPOSES, default="other")


@dataclass(frozen=True, kw_only=True)
class SetAllocation(Command):
    """Set part of the frame aside for a purpose, for one year or the whole period (P3)."""

    first_year: int = ask(Kind.NUMBER, "Mandatperiodens första år", low=2000, high=2199)
    purpose: str = ask(Kind.CHOICE, "Ändamål", choices=_PURPOSES)
    year: int | None = ask(
        Kind.NUMBER, "År", low=2000, high=2199, default=None, help="Tomt: hela mandatperioden."
    )
    amount: int = ask(Kind.KR, "Avsatt", help="0 kr tar bort avsättningen.")


@dataclass(frozen=True, kw_only=True)
class RemoveEntry(Command):
    """Take a movement or cost away that was entered by mistake."""

    entry_id: int = ask(Kind.REF, "Budgetpost", ref="budget_entry")


def _period(desk: Desk, year: int, field: str = "year") -> BudgetPeriod:
    found = desk.store.first(BudgetPeriod, "first_year <= ? and last_year >= ?", year, year)
    if found is None:
        raise refuse(
            field,
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
            purpose=Purpose(it.purpose),
        )
    )
    work.about("budget", period.id)
    work.said = say("Egen kostnad {amount} är inlagd.", amount=kr(it.amount))


def _set_allocation(desk: Desk, it: SetAllocation, work: Work) -> None:
    period = _period(desk, it.year if it.year is not None else it.first_year, "first_year")
    rows = desk.store.find(Allocation, "period_id = ?", period.id)
    same = [each for each in rows if each.purpose == it.purpose]
    row = next((each for each in same if each.year == it.year), None)
    words = PURPOSE_WORDS[Purpose(it.purpose)]
    if it.amount:
        _require_one_way(it, same)
        _require_room(desk, it, period, [each for each in rows if each is not row])
    work.about("budget", period.id)
    if row is not None:
        gone = {} if it.amount else {"deleted": desk.today}
        work.change(row, amount=it.amount, **gone)
    elif it.amount:
        work.add(
            Allocation(
                period_id=period.id, year=it.year, purpose=Purpose(it.purpose), amount=it.amount
            )
        )
    else:
        raise refuse("amount", "Avsatt – 0 kr avsätter ingenting – skriv beloppet.")
    work.said = (
        say("{purpose}: {amount} är avsatt.", purpose=words, amount=kr(it.amount))
        if it.amount
        else say("{purpose}: avsättningen är borttagen.", purpose=words)
    )


def _require_one_way(it: SetAllocation, same: list[Allocation]) -> None:
    """Refuse a purpose that has money both for the period and for its years: it counts twice."""
    if any((each.year is None) != (it.year is None) for each in same):
        raise refuse(
            "year",
            "År – {purpose} är redan avsatt på annat sätt – avsätt antingen för hela"
            " mandatperioden eller år för år, eller ta bort den gamla med 0 kr.",
            purpose=PURPOSE_WORDS[Purpose(it.purpose)],
        )


def _require_room(
    desk: Desk, it: SetAllocation, period: BudgetPeriod, others: list[Allocation]
) -> None:
    frame = frame_of(desk, period.first_year)
    whole = frame.whole if frame is not None else period.frame
    room = whole - sum(each.amount for each in others)
    if it.amount > room:
        raise refuse(
            "amount",
            "Avsatt – {amount} är mer än ramen har oavsatt – skriv högst {room}.",
            amount=kr(it.amount),
            room=kr(max(0, room)),
        )


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


def _allocation_now(desk: Desk, line: object) -> dict[str, Any]:
    if isinstance(line, Allocation):
        period = desk.store.get(BudgetPeriod, line.period_id)
        return {
            "first_year": period.first_year,
            "purpose": line.purpose,
            "year": line.year,
            "amount": line.amount,
        }
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
        prefill=lambda desk, subject: {**_year_now(desk, subject), "purpose": "other"},
    ),
    Step(
        name="set_allocation",
        command=SetAllocation,
        about="budget",
        title=say("Avsätt ur ramen"),
        button=say("Avsätt"),
        plan=_set_allocation,
        prefill=_allocation_now,
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
