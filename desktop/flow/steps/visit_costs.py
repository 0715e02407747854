"""What a visit costs, as rows of a form: planned, and then real in the currency it was paid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.cost_types import SHORT_WORDS, CostType
from desktop.domain.currency import CURRENCIES, MOST, SEK, parse_amount, parse_rate, to_ore
from desktop.domain.currency import written_amount as written
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.domain.visit_words import AFTER_VISIT, PARTY_WORDS, Funding, Party, VisitStage
from desktop.domain.visiting import Visit, VisitCost
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.agreement_lines import COSTS, ORE
from desktop.flow.steps.row_sync import paired, put_rows
from desktop.flow.steps.visit_about import FUNDINGS, done, in_stage, seen_visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work

_CODES = {code: code for code in CURRENCIES}
_PARTIES = {str(kind): str(word) for kind, word in PARTY_WORDS.items()}
_MOST_UNITS = 999_999


@dataclass(frozen=True, kw_only=True)
class PlannedRow(Command):
    """One planned cost, in kronor."""

    cost_type: str = ask(Kind.CHOICE, "Kostnad", choices=COSTS)
    detail: str = ask(Kind.LINE, "Så räknat", default="", help="6 gäster × 3 nätter × 950 kr.")
    planned: int | None = ask(Kind.KR, "Planerat", default=None)
    bearer: str = ask(Kind.LINE, "Nämnd", default="", help="Tomt: besökets nämnd.")
    source: str = ask(Kind.CHOICE, "Pengar", choices=FUNDINGS, default="", required=False)


@dataclass(frozen=True, kw_only=True)
class CostRow(PlannedRow):
    """One real cost, in the currency it was paid."""

    amount: str = ask(Kind.LINE, "Betalt belopp", default="", limit=30)
    currency: str = ask(Kind.CHOICE, "Valuta", choices=_CODES, default=SEK)
    rate: str = ask(Kind.LINE, "Kurs", default="", limit=20, help="Kronor för en enhet.")
    rate_on: date | None = ask(Kind.DAY, "Kursdag", default=None, past=True)
    paid_by: str = ask(Kind.CHOICE, "Betalades av", choices=_PARTIES, default="", required=False)
    payer: str = ask(
        Kind.CHOICE,
        "Ska betalas av",
        choices=_PARTIES,
        default="",
        required=False,
        help="Bara när det avviker från överenskommelsen.",
    )
    quantity: int | None = ask(
        Kind.NUMBER,
        "Antal",
        default=None,
        low=1,
        high=_MOST_UNITS,
        help="Det som taket räknas för.",
    )
    note: str = ask(Kind.LINE, "Not", default="")


@dataclass(frozen=True, kw_only=True)
class RecordCosts(Command):
    """Fill in what a visit really cost, and who paid."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    costs: tuple[CostRow, ...] = ask(Kind.ROWS, "Kostnader", row=CostRow)


def planned_rows(seen: VisitPicture) -> tuple[PlannedRow, ...]:
    """Give the costs as rows of the plan's form."""
    return tuple(PlannedRow(**_planned(each)) for each in seen.costs)


def cost_rows(seen: VisitPicture) -> tuple[CostRow, ...]:
    """Give the costs as rows of the form for real costs."""
    return tuple(
        CostRow(
            **_planned(each),
            amount="" if each.amount is None else written(each.amount, each.currency),
            currency=each.currency,
            rate=each.rate.replace(".", ","),
            rate_on=each.rate_on,
            paid_by=str(each.paid_by or ""),
            payer=str(each.payer or ""),
            quantity=each.quantity,
            note=each.note,
        )
        for each in seen.costs
    )


def _planned(each: VisitCost) -> dict[str, Any]:
    return {
        "cost_type": str(each.cost_type),
        "detail": each.detail,
        "planned": None if each.planned_ore is None else each.planned_ore // ORE,
        "bearer": each.bearer,
        "source": str(each.source),
    }


def _base(visit: Visit, at: int, row: PlannedRow) -> VisitCost:
    no_personal_numbers(f"costs.{at}.detail", "Så räknat", row.detail)
    return VisitCost(
        visit_id=visit.id,
        cost_type=CostType(row.cost_type),
        detail=row.detail,
        planned_ore=None if row.planned is None else row.planned * ORE,
        bearer=row.bearer or visit.bearer,
        source=Funding(row.source) if row.source else visit.funding,
    )


def planned_costs(
    seen: VisitPicture, rows: Sequence[PlannedRow] | None
) -> tuple[VisitCost, ...] | None:
    """Give the costs that a plan wants; what is already paid of one stays with it."""
    if rows is None:
        return None
    for at, row in enumerate(rows):
        if row.planned is None and not any(_alike(row, each) for each in seen.costs if each.amount):
            raise refuse(
                f"costs.{at}.planned",
                "Planerat – saknas för {name} – skriv en summa i kronor.",
                name=SHORT_WORDS[CostType(row.cost_type)],
            )
    wanted = [_base(seen.visit, at, row) for at, row in enumerate(rows)]
    pairs = paired(seen.costs, wanted, *COST_KEYS)
    kept = {old.id for old, _ in pairs if old is not None}
    for old in seen.costs:
        if old.amount is not None and old.id not in kept:
            raise refuse(
                "costs",
                "Kostnader – {name} är redan betald – ta bort den där kostnaderna fylls i.",
                name=SHORT_WORDS[old.cost_type],
            )
    return tuple(new if old is None else _with_paid(old, new) for old, new in pairs)


def _with_paid(old: VisitCost, new: VisitCost) -> VisitCost:
    return replace(
        old,
        detail=new.detail,
        cost_type=new.cost_type,
        planned_ore=new.planned_ore,
        bearer=new.bearer,
        source=new.source,
    )


def _alike(row: PlannedRow, cost: VisitCost) -> bool:
    return str(cost.cost_type) == row.cost_type


def _by_detail(each: VisitCost) -> tuple[str, str]:
    return each.cost_type, each.detail


def _by_type(each: VisitCost) -> str:
    return each.cost_type


COST_KEYS = (_by_detail, _by_type)
"""What makes a written cost the one that was there, the surest first."""


def real_costs(visit: Visit, rows: Sequence[CostRow]) -> tuple[VisitCost, ...]:
    """Read the rows of real costs; refuse a sum, rate or day that is wrong or missing."""
    return tuple(_real(visit, at, row) for at, row in enumerate(rows))


def _real(visit: Visit, at: int, row: CostRow) -> VisitCost:
    name = SHORT_WORDS[CostType(row.cost_type)]
    no_personal_numbers(f"costs.{at}.note", "Not", row.note)
    cost = replace(
        _base(visit, at, row),
        currency=row.currency,
        paid_by=Party(row.paid_by) if row.paid_by else None,
        payer=Party(row.payer) if row.payer else None,
        quantity=row.quantity,
        note=row.note,
    )
    if not row.amount:
        if row.planned is None:
            raise refuse(
                f"costs.{at}.amount",
                "Betalt belopp – saknas för {name} – skriv det, eller ta bort raden.",
                name=name,
            )
        return replace(cost, currency=SEK)
    return _paid(at, row, cost)


def _paid(at: int, row: CostRow, cost: VisitCost) -> VisitCost:
    amount = parse_amount(row.amount, row.currency)
    if amount is None:
        raise refuse(
            f"costs.{at}.amount",
            "Betalt belopp – {given} går inte att läsa i {currency} – skriv som 17 100 eller"
            " 950,50.",
            given=row.amount,
            currency=row.currency,
        )
    rate = _rate(at, row)
    ore = to_ore(amount, row.currency, rate)
    if ore > MOST:
        raise refuse(
            f"costs.{at}.amount",
            "Betalt belopp – {given} blir mer än 999 999 999 kronor – kontrollera belopp och kurs.",
            given=row.amount,
        )
    foreign = row.currency != SEK
    return replace(
        cost, amount=amount, rate=rate, rate_on=row.rate_on if foreign else None, sek_ore=ore
    )


def _rate(at: int, row: CostRow) -> str:
    if row.currency == SEK:
        if row.rate:
            raise refuse(f"costs.{at}.rate", "Kurs – behövs inte för kronor – lämna fältet tomt.")
        return ""
    rate = parse_rate(row.rate)
    if rate is None:
        raise refuse(
            f"costs.{at}.rate",
            "Kurs – saknas eller går inte att läsa för {currency} – skriv kronor för en enhet,"
            " till exempel 0,0750.",
            currency=row.currency,
        )
    if row.rate_on is None:
        raise refuse(
            f"costs.{at}.rate_on",
            "Kursdag – saknas för {currency} – skriv vilken dag kursen är från.",
            currency=row.currency,
        )
    return rate


def put_costs(
    desk: Desk, work: Work, seen: VisitPicture, wanted: Sequence[VisitCost] | None
) -> tuple[VisitCost, ...]:
    """Bring the costs to what is wanted; leave them when nothing is. Settled costs are fixed."""
    if wanted is None:
        return seen.costs
    before = len(work.changes)
    put = put_rows(desk, work, seen.costs, wanted, *COST_KEYS)
    if seen.settled and len(work.changes) > before:
        raise refuse("costs", "Kostnader – besöket är reglerat – öppna regleringen först.")
    return put


def _record(desk: Desk, it: RecordCosts, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    in_stage(seen, *_OPEN)
    if seen.settled:
        raise refuse("visit_id", "Besök – det är reglerat – öppna regleringen först.")
    put_costs(desk, work, seen, real_costs(seen.visit, it.costs))
    done(work, seen.visit)
    work.said = say("Kostnaderna i {number} är sparade.", number=seen.visit.number)


_OPEN = (VisitStage.APPROVED, VisitStage.PLANNED, *AFTER_VISIT)

STEPS = (
    Step(
        name="record_costs",
        command=RecordCosts,
        about="visit",
        title=say("Fyll i kostnaderna"),
        button=say("Spara kostnaderna"),
        plan=_record,
        applies=lambda seen: seen.stage in _OPEN and not seen.settled,
        prefill=lambda _desk, seen: {"visit_id": seen.id, "costs": cost_rows(seen)},
    ),
)
