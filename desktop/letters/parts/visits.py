"""Parts of the invitation, the visit sheet and the settlement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, short_date
from desktop.letters.content import (
    Align,
    Block,
    Cell,
    Column,
    Fields,
    Notes,
    Paragraph,
    Run,
    Signature,
    Table,
)
from desktop.letters.fill import hold, run
from desktop.letters.parts.table import cell, facts_table, sum_column
from desktop.letters.phrases import sentence
from desktop.letters.tongue import SWEDISH, tongue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from desktop.letters.facts import InvitationFacts, VisitSheetFacts
    from desktop.letters.facts.visits import PeopleRow, RuleLine, SheetCost
    from desktop.letters.fill import Filler
    from desktop.letters.tongue import Tongue

_NONE = "\u2013"


def invitation_facts(facts: InvitationFacts, filler: Filler) -> Iterator[Block]:
    """What it is about, when, and for how many."""
    words = tongue(facts.language)
    yield facts_table(
        (
            (words.say("Syfte", "Purpose"), filler.text("{purpose}")),
            (
                words.say("Antal gäster", "Number of guests"),
                filler.text("{guests}") if facts.guests else "",
            ),
        )
    )


def programme(facts: InvitationFacts | VisitSheetFacts, words: Tongue) -> Fields:
    """Give the programme, day by day."""
    return facts_table((words.days(day, day), said) for day, said in _by_day(facts.programme))


def _by_day(rows: Iterable[tuple[date, str]]) -> Iterable[tuple[date, str]]:
    """Put what stands on one day in one row."""
    found: dict[date, list[str]] = {}
    for day, said in rows:
        found.setdefault(day, []).append(sentence(said))
    return ((day, " ".join(each)) for day, each in found.items())


def invited_programme(facts: InvitationFacts, _filler: Filler) -> Iterator[Block]:
    """The programme of an invitation."""
    yield programme(facts, tongue(facts.language))


def invitation_signature(facts: InvitationFacts, filler: Filler) -> Iterator[Block]:
    """Who invites, with the title when the language has one."""
    words = tongue(facts.language)
    title = words.title(facts.officer.title) or filler.text("{municipality}")
    yield Signature(name=hold(facts.officer.name), title=hold(title))


def sheet_why(facts: VisitSheetFacts, _filler: Filler) -> Iterator[Block]:
    """Purpose, goals, and who approved it."""
    told = (
        (f"{facts.goals_title}: ", ", ".join(facts.goals)),
        ("Agenda 2030: ", ", ".join(facts.agenda)),
        ("Syftet godkänt ", facts.approved),
    )
    purpose = sentence(capital(facts.purpose)) or "Syftet är inte skrivet."
    yield Paragraph(runs=(run(purpose, bold=True),))
    runs = [
        each
        for label, said in told
        if said
        for each in (Run(label, muted=True), run(sentence(said)), Run(" "))
    ]
    if runs:
        yield Paragraph(runs=tuple(runs[:-1]))


def sheet_people(facts: VisitSheetFacts, _filler: Filler) -> Iterator[Block]:
    """Those who take part, by side, role and age; minors only as numbers."""
    yield Table(
        columns=(
            Column(title="Från", weight=2.6),
            Column(title="Uppgift", weight=3),
            Column(title="Namn", weight=4),
            *(
                Column(title=ages, weight=1.1, align=Align.RIGHT)
                for ages in ("0\u201312", "13\u201317", "18\u201325", "26\u2013", "Antal")
            ),
        ),
        rows=tuple(map(_person, facts.people)),
        total=(
            cell("Tillsammans", bold=True),
            cell(""),
            cell(""),
            *(
                cell(str(count), bold=True)
                for count in (
                    *(sum(row.ages[place] for row in facts.people) for place in range(4)),
                    sum(sum(row.ages) for row in facts.people),
                )
            ),
        ),
        small=True,
    )


def _person(row: PeopleRow) -> tuple[Cell, ...]:
    return (
        cell(row.side),
        cell(row.role),
        cell(row.name),
        *(cell(str(count) if count else _NONE) for count in row.ages),
        cell(str(sum(row.ages))),
    )


def sheet_programme(facts: VisitSheetFacts, _filler: Filler) -> Iterator[Block]:
    """How many are young, and the programme, one day after the other."""
    runs = [run(f"{sentence(facts.youth)} ")] if facts.youth and facts.people else []
    if facts.programme:
        runs.append(Run("Program: ", bold=True))
    for day, said in _by_day(facts.programme):
        runs += [run(f"{short_date(day)}: ", muted=True), run(f"{said} ")]
    if runs:
        yield Paragraph(runs=(*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())))


def sheet_costs(facts: VisitSheetFacts, _filler: Filler) -> Iterator[Block]:
    """The costs with what was planned, what was paid, by whom, and from what other money."""
    planned = sum(row.planned_ore or 0 for row in facts.costs)
    real = sum(row.real_ore or 0 for row in facts.costs)
    apart = any(row.bearer or row.source for row in facts.costs)
    columns = [
        Column(title="Kostnad", weight=6.4),
        sum_column("Planerat, kr", 1.6),
        sum_column("Betalt, kr", 1.6),
        Column(title="Ska betala", weight=2.4),
        Column(title="Har betalt", weight=2.4),
    ]
    columns += [Column(title="Andra pengar", weight=2.4)] if apart else []
    total = [
        cell("Tillsammans", bold=True),
        cell(_kronor(planned), bold=True),
        cell(_kronor(real), bold=True),
        *(Cell() for _ in columns[3:]),
    ]
    yield Table(
        columns=tuple(columns),
        rows=tuple(_cost(row)[: len(columns)] for row in facts.costs),
        total=tuple(total),
        small=True,
    )


def _cost(row: SheetCost) -> tuple[Cell, ...]:
    about = ", ".join(filter(None, (row.detail, row.own_amount)))
    return (
        Cell(lines=((run(row.words), *((run(f", {about}", muted=True),) if about else ())),)),
        cell(_kronor(row.planned_ore)),
        cell(_kronor(row.real_ore)),
        cell(row.should or _NONE),
        cell(row.paid_by or _NONE),
        cell(", ".join(filter(None, (row.bearer, row.source)))),
    )


def _kronor(ore: int | None) -> str:
    return _NONE if ore is None else SWEDISH.number(ore)


def sheet_settled(facts: VisitSheetFacts, _filler: Filler) -> Iterator[Block]:
    """What it is split by, who owes whom, and what differs, with the reasons."""
    told = filter(None, (sentence(facts.agreement), sentence(facts.settlement)))
    runs = [run(f"{each} ") for each in told]
    if facts.deviations:
        said = " ".join(sentence(each) for each in facts.deviations)
        runs += [Run("Avviker: ", bold=True), run(said)]
    if runs:
        yield Paragraph(runs=(*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())))


def sheet_rules(facts: VisitSheetFacts, _filler: Filler) -> Iterator[Block]:
    """What the guideline's rules find, small and last: those that are met, then each other."""
    met = [_named(row) for row in facts.rules if row.met]
    said = [f"Uppfyllda regler: {', '.join(met)}."] if met else []
    said += [
        f"{row.status}: {_named(row)}{f', {row.said}' if row.said else ''}."
        for row in facts.rules
        if not row.met
    ]
    yield Notes(lines=((run(" ".join(said)),),))


def _named(row: RuleLine) -> str:
    return f"{row.rule}\u00a0{row.title}{f' ({row.paragraph})' if row.paragraph else ''}"
