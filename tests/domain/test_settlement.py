"""Whatever a visit cost: sums add up, nobody's money is invented, and order does not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cost_types import CUSTOM, CostType
from desktop.domain.currency import (
    CURRENCIES,
    money,
    parse_amount,
    parse_rate,
    to_ore,
    written_amount,
)
from desktop.domain.settlement import Debt, Extent, parts, settle
from desktop.domain.visit_guideline import MatrixLine
from desktop.domain.visit_words import CeilingUnit, Party, Payer
from desktop.domain.visiting import AgreementLine, VisitCost

ORE = st.integers(0, 10_000_000_00)
RATES = st.decimals("0.0001", "99", places=4).map(str)
LINES = st.lists(
    st.builds(
        AgreementLine,
        agreement_id=st.just(1),
        cost_type=st.sampled_from(CostType),
        payer=st.sampled_from(Payer),
        guest_share=st.integers(0, 100),
        ceiling_ore=st.none() | st.integers(1, 1_000_000),
        ceiling_unit=st.sampled_from(CeilingUnit),
    ),
    unique_by=lambda line: line.cost_type,
)
PARTIES = st.none() | st.sampled_from(Party)


@st.composite
def costs(draw):
    currency = draw(st.sampled_from(sorted(CURRENCIES)))
    amount = draw(st.none() | ORE)
    rate = "" if currency == "SEK" else draw(RATES)
    return VisitCost(
        visit_id=1,
        cost_type=draw(st.sampled_from(CostType)),
        amount=amount,
        currency=currency,
        rate=rate,
        rate_on=date(2026, 10, 12) if rate else None,
        sek_ore=None if amount is None else to_ore(amount, currency, rate),
        paid_by=draw(PARTIES),
        payer=draw(PARTIES),
    )


COSTS = st.lists(costs(), max_size=8)
EXTENT = Extent(guests=6, nights=3, days=4)


@given(lines=LINES, paid=COSTS)
def test_what_all_should_bear_is_what_all_have_paid(lines, paid):
    made = settle(lines, paid, EXTENT)

    known = [each for each in paid if each.amount is not None and each.paid_by]
    assert sum(made.should.values()) == sum(made.paid.values()) == made.total_ore
    assert made.total_ore == sum(each.sek_ore for each in known)
    assert len(made.rows) + len(made.open) == len(paid)


@given(lines=LINES, paid=COSTS)
def test_after_the_debts_are_paid_everybody_has_borne_their_part(lines, paid):
    made = settle(lines, paid, EXTENT)

    after = dict(made.paid)
    for debt in made.owes:
        assert debt.ore > 0
        assert debt.debtor is not debt.creditor
        after[debt.debtor] += debt.ore
        after[debt.creditor] -= debt.ore
    assert after == made.should
    assert not {each.debtor for each in made.owes} & {each.creditor for each in made.owes}


@given(lines=LINES, paid=COSTS, chance=st.randoms(use_true_random=False))
def test_the_order_does_not_matter(lines, paid, chance):
    mixed, shuffled = list(paid), list(lines)
    chance.shuffle(mixed)
    chance.shuffle(shuffled)

    one, other = settle(lines, paid, EXTENT), settle(shuffled, mixed, EXTENT)

    assert (one.should, one.paid, one.owes) == (other.should, other.paid, other.owes)
    assert one.currencies == other.currencies


@given(lines=LINES, paid=COSTS)
def test_each_currency_adds_up_by_itself(lines, paid):
    for each in settle(lines, paid, EXTENT).currencies:
        assert sum(each.should.values()) == sum(each.paid.values())


@given(paid=COSTS)
def test_nobody_is_asked_for_a_part_of_what_another_party_alone_should_bear(paid):
    mine = [replace(each, paid_by=Party.HOST, payer=Party.HOST) for each in paid]

    assert settle((), mine, EXTENT).owes == ()


def kronor(cost_type, kr, paid_by=Party.HOST, **more):
    return VisitCost(
        visit_id=1, cost_type=cost_type, amount=kr * 100, sek_ore=kr * 100, paid_by=paid_by, **more
    )


@pytest.mark.parametrize(
    ("unit", "quantity", "most"),
    [
        (CeilingUnit.NIGHT, None, 18),
        (CeilingUnit.DAY, None, 24),
        (CeilingUnit.PERSON, None, 6),
        (CeilingUnit.VISIT, None, 1),
        (CeilingUnit.NIGHT, 5, 5),
        (CeilingUnit.ITEM, 3, 3),
    ],
)
def test_a_ceiling_is_counted_for_its_units(unit, quantity, most):
    line = MatrixLine(
        cost_type=CostType.LODGING, payer=Payer.HOST, ceiling_ore=100_00, ceiling_unit=unit
    )
    cost = kronor(CostType.LODGING, 100 * most, quantity=quantity)
    more = replace(cost, amount=cost.amount + 1, sek_ore=cost.sek_ore + 1)

    assert [row.over_ore for row in settle([line], [cost, more], EXTENT).rows] == [0, 1]
    assert [row.deviates for row in settle([line], [cost, more], EXTENT).rows] == [False, True]


def test_a_ceiling_for_items_without_a_number_says_nothing():
    line = MatrixLine(
        cost_type=CostType.GIFTS,
        payer=Payer.OWN,
        ceiling_ore=1,
        ceiling_unit=CeilingUnit.ITEM,
    )

    (row,) = settle([line], [kronor(CostType.GIFTS, 900)], EXTENT).rows

    assert (row.ceiling_ore, row.over_ore) == (None, 0)


def test_somebody_else_who_paid_the_hosts_cost_is_owed_it():
    lines = [MatrixLine(cost_type=each, payer=payer) for each, payer in CUSTOM.items()]

    made = settle(lines, [kronor(CostType.FOOD, 500, Party.OTHER)], EXTENT)

    assert [(str(each.debtor), str(each.creditor), each.ore) for each in made.owes] == [
        ("host", "other", 500_00)
    ]


@pytest.mark.parametrize(
    ("written", "currency", "units"),
    [
        ("17 100", "SEK", 1_710_000),
        ("17\u00a0100,50 kr", "SEK", 1_710_050),
        ("950.5", "EUR", 95_050),
        ("552 000", "ISK", 552_000),
        ("552 000 ISK", "ISK", 552_000),
        ("12,0", "ISK", 12),
        ("12,5", "ISK", None),
        ("1.234", "SEK", None),
        ("1,2,3", "SEK", None),
        ("-5", "SEK", None),
        ("", "SEK", None),
        ("٣", "SEK", None),
        ("9" * 40, "SEK", None),
    ],
)
def test_sums_are_read_in_their_smallest_unit(written, currency, units):
    assert parse_amount(written, currency) == units


@given(units=ORE, currency=st.sampled_from(sorted(CURRENCIES)))
def test_a_sum_is_read_as_it_is_written(units, currency):
    assert parse_amount(written_amount(units, currency), currency) == units


@pytest.mark.parametrize(
    ("written", "rate"),
    [
        ("0,0750", "0.0750"),
        ("11.2345", "11.2345"),
        ("7", "7"),
        ("0", None),
        ("", None),
        ("x", None),
    ],
)
def test_rates_keep_their_decimals(written, rate):
    assert parse_rate(written) == rate


@pytest.mark.parametrize(
    ("amount", "currency", "rate", "ore"),
    [
        (552_000, "ISK", "0.0750", 4_140_000),
        (10_050, "EUR", "11.2345", 112_907),
        (1, "EUR", "0.5", 1),
        (1, "EUR", "0.4999", 0),
        (950, "SEK", "", 950),
    ],
)
def test_half_an_ore_is_rounded_up(amount, currency, rate, ore):
    assert to_ore(amount, currency, rate) == ore


def test_sums_are_shown_with_their_unit():
    assert money(420_000) == "4\u00a0200\u00a0kr"
    assert money(552_000, "ISK") == "552\u00a0000\u00a0ISK"
    assert money(95_050, "EUR") == "950,50\u00a0EUR"


def test_the_worked_example_of_a_visit_with_six_guests():
    """P12: the guest pays the journey, the host what is had at the place."""
    lines = [MatrixLine(cost_type=each, payer=payer) for each, payer in CUSTOM.items()]
    paid = [
        kronor(CostType.LODGING, 17_100, Party.HOST),
        kronor(CostType.FOOD, 12_480, Party.HOST),
        kronor(CostType.LOCAL_TRANSPORT, 4_200, Party.GUEST),
        kronor(CostType.TRAVEL, 41_400, Party.GUEST),
    ]

    made = settle(lines, paid, EXTENT)

    assert made.should == {Party.HOST: 33_780_00, Party.GUEST: 41_400_00, Party.OTHER: 0}
    assert made.owes == (Debt(debtor=Party.HOST, creditor=Party.GUEST, ore=4_200_00),)
    assert (made.difference(Party.GUEST), made.difference(Party.HOST)) == (4_200_00, -4_200_00)
    assert made.total_ore == 75_180_00


@pytest.mark.parametrize(
    ("units", "guest_share", "guest", "host"),
    [
        (100_00, 50, 50_00, 50_00),
        (100_00, 40, 40_00, 60_00),
        (3, 50, 2, 1),
        (1, 49, 0, 1),
        (1, 50, 1, 0),
        (100_00, 0, 0, 100_00),
        (100_00, 100, 100_00, 0),
        (33_33, 33, 11_00, 22_33),
    ],
)
def test_a_shared_cost_is_divided_to_the_ore_half_up_for_the_guest(units, guest_share, guest, host):
    line = MatrixLine(cost_type=CostType.FOOD, payer=Payer.SHARED, guest_share=guest_share)

    divided = parts(kronor(CostType.FOOD, 1), line, units)

    assert divided == {Party.GUEST: guest, Party.HOST: host}


@pytest.mark.parametrize(
    ("line", "payer", "paid_by", "should"),
    [
        (None, None, Party.GUEST, Party.GUEST),
        (None, Party.OTHER, Party.GUEST, Party.OTHER),
        (Payer.OWN, None, Party.HOST, Party.HOST),
        (Payer.HOST, None, Party.GUEST, Party.HOST),
        (Payer.GUEST, None, Party.HOST, Party.GUEST),
        (Payer.OTHER, None, Party.HOST, Party.OTHER),
        (Payer.HOST, Party.GUEST, Party.HOST, Party.GUEST),
        (Payer.SHARED, Party.GUEST, Party.HOST, Party.GUEST),
    ],
)
def test_a_cost_is_borne_by_who_the_agreement_or_the_exception_says(line, payer, paid_by, should):
    cost = replace(kronor(CostType.FOOD, 5, paid_by), payer=payer)
    lines = [MatrixLine(cost_type=CostType.FOOD, payer=line)] if line else []

    (row,) = settle(lines, [cost], EXTENT).rows

    assert row.should == {should: 500}
    assert row.advanced is (should is not paid_by)
    assert row.unnamed is (line is None and payer is None)
    assert row.exempted is (payer is not None)
    assert row.deviates is (row.unnamed or row.exempted)


def test_currencies_stand_apart_with_kronor_first():
    euro = replace(
        kronor(CostType.FOOD, 0, Party.GUEST), currency="EUR", amount=10_00, sek_ore=115_00
    )
    danish = replace(euro, currency="DKK", amount=20_00, sek_ore=30_00)
    lines = [MatrixLine(cost_type=CostType.FOOD, payer=Payer.HOST)]

    made = settle(lines, [euro, danish, kronor(CostType.FOOD, 7, Party.HOST)], EXTENT)

    assert [(each.currency, each.should[Party.HOST]) for each in made.currencies] == [
        ("SEK", 7_00),
        ("DKK", 20_00),
        ("EUR", 10_00),
    ]
    assert [each.paid[Party.GUEST] for each in made.currencies] == [0, 20_00, 10_00]


def test_a_cost_that_is_not_known_keeps_the_settlement_open():
    known = kronor(CostType.FOOD, 7, Party.HOST)
    unknown = [replace(known, sek_ore=None), replace(known, paid_by=None)]

    made = settle([], [*unknown, known], EXTENT)

    assert made.open == tuple(unknown)
    assert [row.cost for row in made.rows] == [known]


@pytest.mark.parametrize(("paid", "over"), [(9_00, 0), (9_01, 1)])
def test_what_is_above_the_ceiling_is_told(paid, over):
    line = MatrixLine(
        cost_type=CostType.FOOD,
        payer=Payer.HOST,
        ceiling_ore=3_00,
        ceiling_unit=CeilingUnit.NIGHT,
    )
    cost = replace(kronor(CostType.FOOD, 1, Party.HOST), sek_ore=paid, quantity=3)

    made = settle([line], [cost], EXTENT)

    assert (made.rows[0].ceiling_ore, made.rows[0].over_ore) == (9_00, over)
    assert bool(made.deviating) is bool(over)
