"""Who takes part in a visit and what it costs, as tables, and what is odd about the costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cost_types import SHORT_WORDS
from desktop.domain.currency import SEK, money, written_amount
from desktop.domain.settlement import shown as kronor
from desktop.domain.visit_words import (
    ROLE_WORDS,
    Funding,
    Party,
    Payer,
    PeopleRole,
    Side,
    VisitStage,
)
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.case_parts.saying import brief
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.grid_table import GridRow, Head, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.settlement import Row
    from desktop.domain.visiting import VisitCost, VisitPeople
    from desktop.flow.visit_picture import VisitPicture

AGES = ("under_13", "aged_13_17", "aged_18_25", "aged_26")


def people_table(seen: VisitPicture, side: Side) -> tuple[list[Head], list[GridRow], GridRow]:
    """Give headings, a row for each role, and the sums of one side."""
    people = [each for each in seen.people if each.side is side]
    titles = (tr("Under 13 år"), tr("13–17 år"), tr("18–25 år"), tr("26 år och äldre"))
    used = [
        (age, title)
        for age, title in zip(AGES, titles, strict=True)
        if age != "under_13" or any(each.under_13 for each in people)
    ]
    heads = [
        Head(title=tr("Roll"), share=1),
        *(Head(title=title, right=True, below=True) for _age, title in used),
        Head(title=tr("Tillsammans"), right=True),
    ]
    roles = [role for role in PeopleRole if any(each.role is role for each in people)]
    rows = [_people_row(role, [p for p in people if p.role is role], used) for role in roles]
    sums = _counts(people, used, "strong")
    return heads, rows, GridRow(places=[Place(text=tr("Tillsammans"), size="strong"), *sums])


def _people_row(
    role: PeopleRole, people: Sequence[VisitPeople], used: Sequence[tuple[str, str]]
) -> GridRow:
    names = ", ".join(each.name for each in people if each.name)
    words = shown(ROLE_WORDS[role])
    first = Place(text=f"{words}: {names}" if names else words)
    return GridRow(places=[first, *_counts(people, used, "body")])


def _counts(
    people: Sequence[VisitPeople], used: Sequence[tuple[str, str]], size: str
) -> list[Place]:
    counts = [sum(getattr(each, age) for each in people) for age, _title in used]
    places = [
        Place(text=str(each), size=size) if each else Place(text="–", tone=Tone.MUTED)
        for each in counts
    ]
    return [*places, Place(text=str(sum(each.count for each in people)), size=size)]


def cost_table(seen: VisitPicture) -> tuple[list[Head], list[GridRow], GridRow]:
    """Give headings, a row for each cost, and the sum."""
    heads = [
        Head(title=tr("Kostnad"), share=3),
        Head(title=tr("Så räknat"), share=5, below=True),
        Head(title=tr("Kronor"), right=True),
        Head(title=tr("Ska betala"), below=True),
        Head(title=tr("Har betalat"), below=True),
        Head(title=tr("Bärs av"), share=3, below=True),
    ]
    known = {row.cost.id: row for row in seen.settlement.rows}
    rows = [_cost_row(seen, cost, known.get(cost.id)) for cost in seen.costs]
    # What a cancelled visit would have cost stands beside, and is no part of the sum.
    cancelled = seen.stage is VisitStage.CANCELLED
    total = sum((cost.sek_ore or 0) if cancelled else _ore(cost) for cost in seen.costs)
    strong = Place(text=tr("Tillsammans"), size="strong")
    sums = [strong, Place(text=""), Place(text=_digits(total), size="strong")]
    return heads, rows, GridRow(places=[*sums, Place(text=""), Place(text=""), Place(text="")])


def _ore(cost: VisitCost) -> int:
    return (cost.planned_ore or 0) if cost.sek_ore is None else cost.sek_ore


def _digits(ore: int) -> str:
    return kronor(ore).removesuffix("kr").strip()


def _cost_row(seen: VisitPicture, cost: VisitCost, row: Row | None) -> GridRow:
    planned = cost.sek_ore is None
    paid = tr("inte betald") if cost.paid_by is None else shown(seen.party(cost.paid_by))
    odd = row is not None and (row.advanced or row.deviates)
    bearer, tone = _bearer(seen, cost, row)
    return GridRow(
        tinted=odd,
        places=[
            Place(text=shown(SHORT_WORDS[cost.cost_type])),
            Place(text=detail_words(seen, cost), tone=Tone.MUTED),
            Place(text=_digits(_ore(cost)), tone=Tone.MUTED if planned else Tone.TEXT),
            Place(text=should_words(seen, cost)),
            Place(
                text=paid[:1].upper() + paid[1:] if not planned else paid,
                tone=Tone.MUTED if cost.paid_by is None else Tone.TEXT,
                mark=Mark.WARN if odd else None,
            ),
            Place(text=bearer, tone=tone),
        ],
    )


def detail_words(seen: VisitPicture, cost: VisitCost) -> str:
    """Give how a cost is counted: its own words, or the currency at its rate."""
    if cost.currency == SEK or cost.amount is None:
        return cost.detail
    day = brief(cost.rate_on, seen.today) if cost.rate_on else ""
    words = tr(
        "{amount} × {rate} den {day}",
        amount=money(cost.amount, cost.currency),
        rate=cost.rate.replace(".", ","),
        day=day,
    )
    return f"{cost.detail}, {words}" if cost.detail else words


def should_words(seen: VisitPicture, cost: VisitCost) -> str:
    """Give who should pay, in a word."""
    if cost.payer is not None:
        return _named(seen, cost.payer)
    line = next((each for each in seen.lines if each.cost_type is cost.cost_type), None)
    if line is None:
        return "–"
    match line.payer:
        case Payer.SHARED:
            return tr("delas {guest}/{host}", guest=line.guest_share, host=100 - line.guest_share)
        case Payer.OWN:
            return tr("var och en")
        case _:
            return _named(seen, Party(line.payer.value))


def _named(seen: VisitPicture, party: Party) -> str:
    words = shown(seen.party(party))
    return words[:1].upper() + words[1:]


def _bearer(seen: VisitPicture, cost: VisitCost, row: Row | None) -> tuple[str, Tone]:
    line = next((each for each in seen.lines if each.cost_type is cost.cost_type), None)
    theirs = Party.HOST if seen.our_party is Party.GUEST else Party.GUEST
    whole = (
        row.should.get(theirs, 0) == cost.sek_ore
        if row is not None and cost.sek_ore
        else (line is not None and line.payer.value == theirs.value)
    )
    if whole:
        return (tr("gästens") if theirs is Party.GUEST else tr("värdens")), Tone.MUTED
    if cost.source is Funding.PROJECT:
        return seen.visit.project or tr("projektmedel"), Tone.TEXT
    words = cost.bearer or seen.visit.bearer
    return words[:1].upper() + words[1:], Tone.TEXT


def remarks(seen: VisitPicture) -> list[str]:
    """Say what is odd about the costs, one sentence each."""
    found = []
    for row in seen.settlement.rows:
        name = shown(SHORT_WORDS[row.cost.cost_type]).lower()
        payer = shown(seen.party(row.cost.paid_by or Party.OTHER))
        payer = payer[:1].upper() + payer[1:]
        if row.over_ore:
            found.append(
                tr(
                    "{name} är {over} över taket {ceiling}.",
                    name=name[:1].upper() + name[1:],
                    over=kronor(row.over_ore),
                    ceiling=kronor(row.ceiling_ore or 0),
                )
            )
        if row.unnamed:
            words = tr(
                "överenskommelsen säger inget om {name}; det stannar hos {payer}.",
                name=name,
                payer=payer,
            )
            found.append(words[:1].upper() + words[1:])
        elif row.exempted:
            found.append(
                tr(
                    "{name} betalas av {payer} i stället för enligt överenskommelsen.",
                    name=name[:1].upper() + name[1:],
                    payer=_named(seen, row.cost.payer or Party.OTHER),
                )
            )
        if row.advanced and not row.unnamed:
            found.append(_advanced(seen, row, payer, name))
    return found


def _advanced(seen: VisitPicture, row: Row, payer: str, name: str) -> str:
    owing = [party for party, ore in row.should.items() if ore and party is not row.cost.paid_by]
    whole = len(row.should) == 1
    who = shown(seen.party(owing[0]))
    if whole:
        return tr(
            "{payer} betalade {name}, som {who} ska stå för. Det räknas in i regleringen.",
            payer=payer,
            name=name,
            who=who,
        )
    return tr(
        "{payer} betalade {name}, som delas. Det räknas in i regleringen.", payer=payer, name=name
    )


def settlement_table(seen: VisitPicture) -> tuple[list[Head], list[GridRow]]:
    """Give what each party should bear, has paid, and the difference."""
    it = seen.settlement
    theirs = Party.HOST if seen.our_party is Party.GUEST else Party.GUEST
    parties = [seen.our_party, theirs]
    if it.should[Party.OTHER] or it.paid[Party.OTHER]:
        parties.append(Party.OTHER)
    heads = [Head(title="", share=1), *(Head(title=_named(seen, p), right=True) for p in parties)]
    rows = [
        GridRow(
            places=[
                Place(text=words),
                *(Place(text=_digits(sums[party])) for party in parties),
            ]
        )
        for words, sums in ((tr("Ska bära"), it.should), (tr("Har betalat"), it.paid))
    ]
    strong = Place(text=tr("Skillnad"), size="strong")
    last = [Place(text=_signed(it.difference(party)), size="strong") for party in parties]
    return heads, [*rows, GridRow(places=[strong, *last])]


def _signed(ore: int) -> str:
    sign = "+" if ore > 0 else "−" if ore < 0 else ""
    return f"{sign}{_digits(abs(ore))}"


def foreign_words(seen: VisitPicture) -> list[str]:
    """Give what each party has paid in other currencies, as it was paid."""
    found = []
    for each in seen.settlement.currencies:
        if each.currency == SEK:
            continue
        for party, amount in each.paid.items():
            if amount:
                words = f"{written_amount(amount, each.currency)} {each.currency}"
                found.append(
                    tr("{who} har betalat {amount}.", who=_named(seen, party), amount=words)
                )
    return found
