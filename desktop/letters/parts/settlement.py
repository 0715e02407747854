"""Parts of the settlement of a visit's costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.currency import SEK
from desktop.domain.visit_words import Party
from desktop.letters.content import (
    Align,
    Block,
    Bullets,
    Column,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from desktop.letters.fill import hold, run
from desktop.letters.parts.table import cell, lines
from desktop.letters.tongue import tongue
from desktop.letters.visit_values import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Cell
    from desktop.letters.facts import SettlementFacts
    from desktop.letters.facts.visits import SettledRow
    from desktop.letters.fill import Filler
    from desktop.letters.tongue import Tongue

_NONE = "\u2013"
_SHARES = {
    Party.GUEST: ("Gästens del", "Guest's share"),
    Party.HOST: ("Värdens del", "Host's share"),
    Party.OTHER: ("Andras del", "Others' share"),
}


def settled_costs(facts: SettlementFacts, _filler: Filler) -> Iterator[Block]:
    """Each cost: paid in its currency, in kronor, who should pay and who did."""
    words = tongue(facts.language)
    foreign = any(row.currency != SEK for row in facts.rows)
    right = Align.RIGHT
    columns = [Column(title=words.say("Kostnad", "Cost"), weight=6)]
    if foreign:
        columns += [
            Column(title=words.say("Betalt i", "Paid in"), weight=2, align=right),
            Column(title=words.say("Kurs", "Rate"), weight=1.8),
        ]
    columns += [
        Column(title=words.say("Kronor", "SEK"), weight=1.7, align=right),
        Column(title=words.say("Betalt av", "Paid by"), weight=2.4),
        *(
            Column(title=words.say(*_SHARES[party]), weight=1.8, align=right)
            for party in _parties(facts)
        ),
    ]
    total = [cell(words.say("Tillsammans", "Total"), bold=True)]
    total += [cell(""), cell("")] if foreign else []
    total += [cell(words.number(sum(row.sek_ore for row in facts.rows)), bold=True), cell("")]
    should = dict(facts.should)
    total += [cell(words.number(should.get(party, 0)), bold=True) for party in _parties(facts)]
    yield Table(
        columns=tuple(columns),
        rows=tuple(_settled(row, facts, words, foreign=foreign) for row in facts.rows),
        total=tuple(total),
        small=True,
        row_heads=True,
    )


def _parties(facts: SettlementFacts) -> tuple[Party, ...]:
    """Give guest and host, and somebody else when any money is theirs."""
    other = dict(facts.should).get(Party.OTHER) or dict(facts.paid).get(Party.OTHER)
    return (Party.GUEST, Party.HOST, *((Party.OTHER,) if other else ()))


def _settled(
    row: SettledRow, facts: SettlementFacts, words: Tongue, *, foreign: bool
) -> tuple[Cell, ...]:
    should = dict(row.should)
    cells = [
        lines((run(words.cost(row.cost_type)),), (run(words.counted(row.detail), muted=True),))
    ]
    if foreign:
        day = row.rate_on.isoformat() if row.rate_on and row.currency != SEK else ""
        rate = words.rate(row.rate) if row.currency != SEK else ""
        cells += [
            cell(words.money(row.amount, row.currency)),
            lines((run(rate),), (run(day, muted=True),)),
        ]
    cells += [cell(words.number(row.sek_ore)), cell(named(facts, row.paid_by, words))]
    cells += [
        cell(words.number(should[party]) if should.get(party) else _NONE)
        for party in _parties(facts)
    ]
    return tuple(cells)


def settled_sums(facts: SettlementFacts, _filler: Filler) -> Iterator[Block]:
    """What each party should bear, has paid, and the difference."""
    words = tongue(facts.language)
    should, paid = dict(facts.should), dict(facts.paid)
    yield Table(
        columns=(
            Column(title=words.say("Part", "Party"), weight=5),
            *(
                Column(title=title, weight=3, align=Align.RIGHT)
                for title in (
                    words.say("Har betalt, kr", "Has paid, SEK"),
                    words.say("Ska stå för, kr", "To bear, SEK"),
                    words.say("Ska få, kr", "To receive, SEK"),
                    words.say("Ska betala, kr", "To pay, SEK"),
                )
            ),
        ),
        rows=tuple(
            (
                cell(_side(facts, party, words)),
                cell(words.number(paid.get(party, 0))),
                cell(words.number(should.get(party, 0))),
                *_difference(paid.get(party, 0) - should.get(party, 0), words),
            )
            for party in _parties(facts)
        ),
        row_heads=True,
    )


def _side(facts: SettlementFacts, party: Party, words: Tongue) -> str:
    roles = {Party.GUEST: ("gäst", "guest"), Party.HOST: ("värd", "host")}
    said = named(facts, party, words)
    return f"{said}, {words.say(*roles[party])}" if party in roles else said[:1].upper() + said[1:]


def _difference(ore: int, words: Tongue) -> tuple[Cell, Cell]:
    return (
        cell(words.number(ore) if ore > 0 else _NONE, bold=ore > 0),
        cell(words.number(-ore) if ore < 0 else _NONE, bold=ore < 0),
    )


def settled_debts(facts: SettlementFacts, _filler: Filler) -> Iterator[Block]:
    """Who pays whom, when there is more than one debt or somebody else is in it."""
    words = tongue(facts.language)
    for debtor, creditor, ore in facts.debts:
        who, whom = named(facts, debtor, words), named(facts, creditor, words)
        said = words.say(
            f"{who[:1].upper()}{who[1:]} betalar {words.money(ore)} till {whom}.",
            f"{who[:1].upper()}{who[1:]} pays {words.money(ore)} to {whom}.",
        )
        yield Paragraph(runs=(run(said, bold=True),))


def settled_deviations(facts: SettlementFacts, _filler: Filler) -> Iterator[Block]:
    """Each cost that differs from the agreement, and how."""
    words = tongue(facts.language)
    items = []
    for row in facts.rows:
        name = words.cost(row.cost_type)
        if row.over_ore:
            sum_ = words.money(row.over_ore)
            items.append(
                words.say(
                    f"{name}: {sum_} över högsta beloppet.", f"{name}: {sum_} above the ceiling."
                )
            )
        if row.exempted:
            items.append(
                words.say(
                    f"{name}: betalas av någon annan än överenskommelsen säger.",
                    f"{name}: borne by another party than the agreement says.",
                )
            )
        elif row.unnamed:
            items.append(
                words.say(
                    f"{name}: nämns inte i överenskommelsen och stannar hos den som betalade.",
                    f"{name}: not named in the agreement, and stays with whoever paid.",
                )
            )
    yield Bullets(items=tuple((run(each),) for each in items))


def settlement_signatures(facts: SettlementFacts, filler: Filler) -> Iterator[Block]:
    """A line for who settled it, and one for the other party to approve on."""
    words = tongue(facts.language)
    other = facts.guest if facts.ours is Party.HOST else facts.host
    officer = facts.officer
    title = words.title(officer.title) or filler.text("{municipality}")
    approved = words.say(f"{other}, godkänt, datum", f"{other}, approved, date")
    yield Signatures(
        each=(
            Signature(name=hold(officer.name), title=hold(title)),
            Signature(name="", title=hold(approved)),
        )
    )
