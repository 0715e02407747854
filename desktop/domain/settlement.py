"""Who pays what of a visit, and who owes whom, by the agreement in force on its day (P12)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.currency import SEK, money
from desktop.domain.visit_words import CeilingUnit, Party, Payer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.domain.visit_guideline import MatrixLine
    from desktop.domain.visiting import AgreementLine, VisitCost

Sums: TypeAlias = "Mapping[Party, int]"
"""A sum for each party, in the smallest unit of its currency."""
Line: TypeAlias = "AgreementLine | MatrixLine"
"""A line of an agreement, or of the matrix that a guideline proposes."""

HUNDRED = 100


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How large a visit is: what ceilings are counted for."""

    guests: int = 0
    """Those who came."""
    nights: int = 0
    """Nights from the first day to the last."""
    days: int = 0
    """Days, both included."""

    def units(self, unit: CeilingUnit) -> int | None:
        """Give how many units a cost is for; None where only the cost itself can say."""
        counted = {
            CeilingUnit.NIGHT: self.guests * self.nights,
            CeilingUnit.DAY: self.guests * self.days,
            CeilingUnit.PERSON: self.guests,
            CeilingUnit.VISIT: 1,
        }
        return counted.get(unit) or None


@dataclass(frozen=True, kw_only=True)
class Row:
    """One paid cost: who should have paid it, who did, and what is odd about it."""

    cost: VisitCost
    """The cost; amount, SEK and payer are known."""
    line: Line | None
    """The agreement's line for it; None when the agreement does not name the kind."""
    should: Sums
    """Öre that each party should bear."""
    over_ore: int = 0
    """Öre above the ceiling; 0 when within it."""
    ceiling_ore: int | None = None
    """The ceiling for the whole cost; None without one."""

    @property
    def unnamed(self) -> bool:
        """True when no agreement says who pays: it stays with whoever paid."""
        return self.line is None and self.cost.payer is None

    @property
    def exempted(self) -> bool:
        """True when somebody else should pay than the agreement says."""
        return self.cost.payer is not None

    @property
    def advanced(self) -> bool:
        """True when another party paid than the one who should: it is settled, not deviating."""
        paid_by = self.cost.paid_by
        return any(sum_ and party is not paid_by for party, sum_ in self.should.items())

    @property
    def deviates(self) -> bool:
        """True when the settlement needs a line of text for it."""
        return self.unnamed or self.exempted or self.over_ore > 0


@dataclass(frozen=True, kw_only=True)
class Debt:
    """What one party owes another."""

    debtor: Party
    """Who owes."""
    creditor: Party
    """To whom."""
    ore: int
    """How much, in öre; positive."""


@dataclass(frozen=True, kw_only=True)
class CurrencySums:
    """The same costs in one of the currencies they were paid in."""

    currency: str
    """Three letters."""
    should: Sums
    """What each party should bear, in the smallest unit."""
    paid: Sums
    """What each paid."""


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """Everything that a settlement says; sums in öre unless a currency is named."""

    rows: tuple[Row, ...]
    """The paid costs, in their order."""
    open: tuple[VisitCost, ...]
    """Costs whose sum or payer is not known: it cannot be settled while there are any."""
    should: Sums
    """What each party should bear."""
    paid: Sums
    """What each has paid."""
    owes: tuple[Debt, ...]
    """Who owes whom."""
    currencies: tuple[CurrencySums, ...]
    """The same in each currency, SEK first."""

    @property
    def total_ore(self) -> int:
        """All that was paid."""
        return sum(self.paid.values())

    @property
    def deviating(self) -> tuple[Row, ...]:
        """The rows that need a line of text."""
        return tuple(row for row in self.rows if row.deviates)

    def difference(self, party: Party) -> int:
        """Give what a party has paid above its part, in öre; negative when it owes."""
        return self.paid[party] - self.should[party]


def settle(
    lines: Iterable[Line], costs: Sequence[VisitCost], extent: Extent | None = None
) -> Settlement:
    """Settle the costs of a visit by an agreement's lines.

    A kind of cost that no line names stays with whoever paid it. The order of costs and lines
    does not matter to any sum.
    """
    known = {line.cost_type: line for line in lines}
    ready = [cost for cost in costs if cost.sek_ore is not None and cost.paid_by is not None]
    rows = tuple(_row(cost, known.get(cost.cost_type), extent or Extent()) for cost in ready)
    should, paid = _sums(), _sums()
    for row in rows:
        _add(should, row.should)
        _add(paid, _paid(row.cost, row.cost.sek_ore or 0))
    return Settlement(
        rows=rows,
        open=tuple(cost for cost in costs if cost not in ready),
        should=should,
        paid=paid,
        owes=_debts({party: paid[party] - should[party] for party in Party}),
        currencies=_currencies(rows),
    )


def parts(cost: VisitCost, line: Line | None, units: int) -> dict[Party, int]:
    """Divide a sum between those who should bear it; the parts add up to the sum."""
    if cost.payer is not None:
        return {cost.payer: units}
    if line is None or line.payer is Payer.OWN:
        return {cost.paid_by: units} if cost.paid_by else {}
    if line.payer is Payer.SHARED:
        guest = (units * line.guest_share * 2 + HUNDRED) // (2 * HUNDRED)
        return {Party.GUEST: guest, Party.HOST: units - guest}
    return {Party(line.payer.value): units}


def _row(cost: VisitCost, line: Line | None, extent: Extent) -> Row:
    ceiling = _ceiling(cost, line, extent)
    paid = cost.sek_ore or 0
    return Row(
        cost=cost,
        line=line,
        should=parts(cost, line, paid),
        ceiling_ore=ceiling,
        over_ore=max(0, paid - ceiling) if ceiling is not None else 0,
    )


def _ceiling(cost: VisitCost, line: Line | None, extent: Extent) -> int | None:
    if line is None or line.ceiling_ore is None:
        return None
    units = cost.quantity or extent.units(line.ceiling_unit)
    return line.ceiling_ore * units if units else None


def _sums() -> dict[Party, int]:
    return dict.fromkeys(Party, 0)


def _add(sums: dict[Party, int], more: Sums) -> None:
    for party, units in more.items():
        sums[party] += units


def _paid(cost: VisitCost, units: int) -> dict[Party, int]:
    return {cost.paid_by: units} if cost.paid_by else {}


def _debts(difference: Mapping[Party, int]) -> tuple[Debt, ...]:
    """Pair those who owe with those who are owed; each owes exactly what it has not borne."""
    debts = []
    owed = Counter({party: units for party, units in difference.items() if units > 0})
    for debtor in Party:
        left = -difference[debtor]
        for creditor in Party:
            part = min(left, owed[creditor])
            if part > 0:
                debts.append(Debt(debtor=debtor, creditor=creditor, ore=part))
                owed[creditor] -= part
                left -= part
    return tuple(debts)


def _currencies(rows: Iterable[Row]) -> tuple[CurrencySums, ...]:
    should: dict[str, dict[Party, int]] = {}
    paid: dict[str, dict[Party, int]] = {}
    for row in rows:
        cost, units = row.cost, row.cost.amount or 0
        _add(should.setdefault(cost.currency, _sums()), parts(cost, row.line, units))
        _add(paid.setdefault(cost.currency, _sums()), _paid(cost, units))
    return tuple(
        CurrencySums(currency=each, should=should[each], paid=paid[each])
        for each in sorted(should, key=lambda name: (name != SEK, name))
    )


def shown(ore: int) -> str:
    """Give öre as kronor for tables: "4 200 kr", "1 234,50 kr"."""
    return money(ore, SEK)
