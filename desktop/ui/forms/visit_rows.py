"""The rows of a visit's forms: who takes part, the programme, and what it costs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from math import prod
from typing import TYPE_CHECKING

from desktop.domain.cost_types import SHORT_WORDS
from desktop.domain.currency import CURRENCIES, SEK, money, parse_amount, parse_rate, to_ore
from desktop.domain.visit_words import FUNDING_WORDS, ROLE_WORDS, Party, Payer, Side
from desktop.flow.ask import asks
from desktop.flow.steps.visit_costs import CostRow, PlannedRow
from desktop.flow.steps.visit_rows import DayRow, PeopleRow
from desktop.ui.forms.row_lines import RowLinesInput, Rows, Said, Slot
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import Input, LineInput, ManyInput, OneInput
from desktop.ui.make_input import make_input
from desktop.ui.widgets.choose import CheckList
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.field import LineEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from desktop.flow.ask import Ask
    from desktop.flow.visit_picture import VisitPicture
    from desktop.ui.widgets.combo import Option
    from desktop.ui.widgets.day import ReadDay

AGES = ("under_13", "aged_13_17", "aged_18_25", "aged_26")
YOUNG = AGES[:3]
_ODD = ("payer", "quantity", "note")
_FACTOR = re.compile(r"\d[\d\s\u00a0]*")


def visit_rows(seen: VisitPicture, day: ReadDay) -> dict[str, Callable[[Ask], Input]]:
    """Give the makers of the inputs of rows, by the name of their field."""
    made = _Makers(seen=seen, day=day)
    return {
        "people": made.people,
        "programme": made.programme,
        "costs": made.costs,
        "agenda_goals": _agenda,
    }


@dataclass(frozen=True, kw_only=True)
class _Makers:
    """Makes the tables for one visit."""

    seen: VisitPicture
    day: ReadDay

    def people(self, _ask: Ask) -> Input:
        """Make the table of those who take part."""
        slots = [
            Slot(key="side", title=tr("Gäst eller värd"), width=13.5),
            Slot(key="role", title=tr("Roll"), width=15),
            Slot(key="name", title=tr("Namn, bara vuxna i tjänst"), width=13, grows=True),
            Slot(key="under_13", title=tr("Under 13"), width=5),
            Slot(key="aged_13_17", title=tr("13–17 år"), width=5),
            Slot(key="aged_18_25", title=tr("18–25 år"), width=5),
            Slot(key="aged_26", title=tr("26 och äldre"), width=6.5),
        ]
        makers = self._makers(PeopleRow) | {
            "side": lambda: _one([(side, self._side(side)) for side in Side], skip=False),
            "role": lambda: _one([(str(k), shown(v)) for k, v in ROLE_WORDS.items()]),
            **dict.fromkeys(AGES, _count),
        }
        return RowLinesInput(Rows(slots=slots, make=lambda key: makers[key](), total=_heads))

    def programme(self, _ask: Ask) -> Input:
        """Make the table of the programme, one row for each day while there is none."""
        slots = [
            Slot(key="day", title=tr("Dag"), width=10.6),
            Slot(key="text", title=tr("Vad som händer"), width=20, grows=True),
        ]
        makers = self._makers(DayRow)
        return RowLinesInput(
            Rows(
                slots=slots,
                make=lambda key: makers[key](),
                fresh=[{"day": each} for each in _days(self.seen)],
                fill=self._first_day,
            )
        )

    def _first_day(self, key: str, _raw: Mapping[str, object]) -> Mapping[str, object]:
        return {"day": self.seen.visit.starts_on} if key == "text" else {}

    def costs(self, asked: Ask) -> Input:
        """Make the table of costs, planned or real."""
        return self._real() if asked.row is CostRow else self._planned()

    def _planned(self) -> Input:
        slots = [
            Slot(key="cost_type", title=tr("Kostnad"), width=17),
            Slot(key="detail", title=tr("Så räknat"), width=15, grows=True),
            Slot(key="planned", title=tr("Planerat"), width=8.3, right=True),
            Slot(key="should", title=tr("Ska betala"), width=9, worked_out=True),
            Slot(key="bearer", title=tr("Nämnd"), width=14, more=True),
            Slot(key="source", title=tr("Pengar"), width=10.5, more=True),
        ]
        makers = self._makers(PlannedRow)
        return RowLinesInput(
            Rows(
                slots=slots,
                make=lambda key: makers[key](),
                say=lambda raw: Said(words={"should": self.should(raw)}),
                total=_planned_total,
                opens=self._unlike,
                fill=_multiplied,
            )
        )

    def _real(self) -> Input:
        slots = [
            Slot(key="cost_type", title=tr("Kostnad"), width=11.5),
            Slot(key="detail", title=tr("Så räknat"), width=8, grows=True),
            Slot(key="amount", title=tr("Betalt belopp"), width=7.5, right=True),
            Slot(key="currency", title=tr("Valuta"), width=5.8),
            Slot(key="rate", title=tr("Kurs"), width=5.6, right=True),
            Slot(key="rate_on", title=tr("Kursdag"), width=9.2),
            Slot(key="sek", title=tr("Kronor"), width=7.2, worked_out=True, right=True),
            Slot(key="should", title=tr("Ska betala"), width=7.4, worked_out=True),
            Slot(key="paid_by", title=tr("Har betalat"), width=8.2),
            Slot(key="planned", title=tr("Planerat"), width=8.3, more=True),
            Slot(key="payer", title=tr("Ska betalas av, vid avvikelse"), width=12, more=True),
            Slot(key="quantity", title=tr("Antal för taket"), width=6.5, more=True),
            Slot(key="bearer", title=tr("Nämnd"), width=12, more=True),
            Slot(key="source", title=tr("Pengar"), width=10, more=True),
            Slot(key="note", title=tr("Not"), width=14, more=True, grows=True),
        ]
        makers = self._makers(CostRow) | {
            "currency": lambda: _one([(code, code) for code in CURRENCIES], skip=False),
            "paid_by": lambda: _one(self._parties()),
            "payer": lambda: _one(self._parties()),
            "amount": _sum,
            "rate": _sum,
        }
        return RowLinesInput(
            Rows(
                slots=slots,
                make=lambda key: makers[key](),
                say=self._said,
                total=_paid_total,
                opens=lambda values: any(values.get(key) for key in _ODD) or self._unlike(values),
                fill=self._payer_for,
                link=tr("Fyll i det planerade där inget är betalt än"),
                linked=_as_planned,
            )
        )

    def _makers(self, row_type: type[Any]) -> dict[str, Callable[[], Input]]:
        """Give the makers of a row's fields; the kind of cost begins empty, in short words."""
        found: dict[str, Callable[[], Input]] = {
            key: partial(make_input, replace(each, required=False), _none, self.day)
            for key, each in asks(row_type).items()
        }
        kinds = [(str(kind), shown(words)) for kind, words in SHORT_WORDS.items()]
        money = [(str(kind), shown(words)) for kind, words in FUNDING_WORDS.items()]
        found["cost_type"] = partial(_one, kinds)
        found["source"] = partial(_one, money)
        return found

    def _unlike(self, values: Mapping[str, object]) -> bool:
        """Say whether a cost is borne by another board or money than the visit."""
        visit = self.seen.visit
        bearer, source = values.get("bearer"), values.get("source")
        return bearer not in (None, "", visit.bearer) or source not in (None, "", visit.funding)

    # What is worked out

    def _side(self, side: Side) -> str:
        name = shown(self.seen.party(Party(side.value)))
        if side is Side.GUEST:
            return tr("Gäst, {name}", name=name)
        return tr("Värd, {name}", name=name)

    def _parties(self) -> list[Option]:
        named = [(str(each), shown(self.seen.party(each))) for each in Party]
        return [(key, words[:1].upper() + words[1:]) for key, words in named]

    def should(self, raw: Mapping[str, object]) -> str:
        """Give who should pay by the agreement, in a word."""
        if raw.get("payer"):
            return shown(self.seen.party(Party(str(raw["payer"]))))
        line = next(
            (each for each in self.seen.lines if str(each.cost_type) == raw.get("cost_type")), None
        )
        if line is None:
            return ""
        match line.payer:
            case Payer.SHARED:
                return tr(
                    "delas {guest}/{host}", guest=line.guest_share, host=100 - line.guest_share
                )
            case Payer.OWN:
                return tr("var och en")
            case _:
                return shown(self.seen.party(Party(line.payer.value)))

    def _owing(self, raw: Mapping[str, object]) -> str:
        """Give the party that should pay the whole; "" when none does."""
        if raw.get("payer"):
            return str(raw["payer"])
        for line in self.seen.lines:
            if str(line.cost_type) == raw.get("cost_type"):
                whole = line.payer in (Payer.GUEST, Payer.HOST, Payer.OTHER)
                return str(line.payer) if whole else ""
        return ""

    def _said(self, raw: Mapping[str, object]) -> Said:
        ore = _in_ore(raw)
        owing, paid_by = self._owing(raw), raw.get("paid_by")
        plain = raw.get("currency") == SEK
        return Said(
            words={"sek": "" if ore is None else money(ore), "should": self.should(raw)},
            hints={"amount": str(_as_planned(raw).get("amount", ""))} if plain else {},
            tinted=bool(owing and paid_by and owing != paid_by),
            idle=frozenset({"rate", "rate_on"}) if plain else frozenset(),
        )

    def _payer_for(self, key: str, raw: Mapping[str, object]) -> Mapping[str, object]:
        """Propose that the one who should pay has paid, and the day of the visit for the rate."""
        found: dict[str, object] = {}
        if key in ("amount", "cost_type") and raw.get("amount") and self._owing(raw):
            found["paid_by"] = self._owing(raw)
        if key == "currency" and raw.get("currency") != SEK:
            found["rate_on"] = self.seen.visit.starts_on
        return found


def _agenda(asked: Ask) -> Input:
    checks = ManyInput(CheckList(columns=3))
    checks.offer([(key, shown(words)) for key, words in asked.choices])
    return checks


def _none(_ask: Ask) -> Sequence[Option]:
    return ()


def _one(options: Sequence[Option], *, skip: bool = True) -> Input:
    made = OneInput(ComboBox(), may_skip=skip)
    made.offer(options)
    return made


class _Count(LineInput):
    """A number of people; none is left empty."""

    def put(self, value: object) -> None:
        """Write."""
        super().put("" if value in (0, "0") else value)


def _count() -> Input:
    field = LineEdit()
    return _Count(field, short=True)


def _sum() -> Input:
    return LineInput(LineEdit(), short=True)


def _days(seen: VisitPicture) -> list[date]:
    first = seen.visit.starts_on
    return [first + timedelta(days=at) for at in range(min(seen.days, 10))] if first else []


def _number(value: object) -> int:
    words = str(value or "")
    return int(words) if words.isdigit() else 0


def _heads(rows: Sequence[Mapping[str, object]]) -> str:
    guests = [row for row in rows if row.get("side") == Side.GUEST]
    counts = [
        (
            sum(_number(row.get(age)) for age in AGES),
            sum(_number(row.get(age)) for age in YOUNG),
            bool(row.get("name")),
        )
        for row in guests
    ]
    whole = sum(count or named for count, _young, named in counts)
    young = sum(young for _count, young, _named in counts)
    if not whole:
        return ""
    return tr(
        "{count} gäster, {young} av dem 25 år eller yngre ({percent} procent)",
        count=whole,
        young=young,
        percent=(young * 200 + whole) // (2 * whole),
    )


def _in_ore(raw: Mapping[str, object]) -> int | None:
    currency = str(raw.get("currency") or SEK)
    amount = parse_amount(str(raw.get("amount") or ""), currency)
    if amount is None:
        return None
    if currency == SEK:
        return amount
    rate = parse_rate(str(raw.get("rate") or ""))
    return to_ore(amount, currency, rate) if rate else None


def _kronor(value: object) -> int:
    ore = parse_amount(str(value or ""), SEK)
    return ore or 0


def _planned_total(rows: Sequence[Mapping[str, object]]) -> str:
    total = sum(_kronor(row.get("planned")) for row in rows)
    return tr("Tillsammans {amount}", amount=money(total)) if total else ""


def _paid_total(rows: Sequence[Mapping[str, object]]) -> str:
    total = sum(_in_ore(row) or 0 for row in rows)
    planned = sum(_kronor(row.get("planned")) for row in rows)
    if not total:
        return ""
    return tr("Betalt {amount}, planerat {planned}", amount=money(total), planned=money(planned))


def _as_planned(raw: Mapping[str, object]) -> Mapping[str, object]:
    ore = _kronor(raw.get("planned"))
    return {"amount": money(ore).removesuffix("kr").strip()} if ore else {}


def product(words: str) -> int | None:
    """Give `6 gäster × 3 nätter × 950 kr` multiplied; None for what is no multiplication."""
    factors = re.split(r"\s[x*×]\s|×", words)
    numbers = [_FACTOR.match(each.strip()) for each in factors]
    if len(factors) == 1 or not all(numbers):
        return None
    return prod(int(re.sub(r"\D", "", found[0])) for found in numbers if found)


def _multiplied(key: str, raw: Mapping[str, object]) -> Mapping[str, object]:
    # While the last factor is typed the product is not known: a sum is proposed at its unit.
    words = str(raw.get("detail") or "")
    total = product(words) if key == "detail" and words.rstrip().endswith("kr") else None
    return {"planned": total} if total else {}
