"""Parts of the case journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, digits, kr
from desktop.letters.content import (
    Align,
    Amount,
    Amounts,
    Block,
    Column,
    Paragraph,
    Run,
    Table,
)
from desktop.letters.fill import run
from desktop.letters.parts.table import cell, facts_table, lines
from desktop.letters.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Cell, Runs
    from desktop.letters.facts import JournalFacts
    from desktop.letters.facts.journal import EventRow, HeardRow
    from desktop.letters.fill import Filler

_SHORT_DIGEST = 12


def journal_head(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """What the case is, as label and value."""
    yield facts_table(facts.head)


def journal_sums(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """Asked, granted, paid, returned."""
    yield Amounts(
        rows=tuple(Amount(label=run(label).text, value=kr(amount)) for label, amount in facts.sums),
        wide=False,
    )


def journal_tracks(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """Where each track stands."""
    yield facts_table(facts.tracks)


def journal_decisions(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """The versions of the decision, and what replaced what."""
    yield Table(
        columns=(
            Column(title="Beslut", weight=1.4),
            Column(title="Dag", weight=1.7),
            Column(title="Utfall", weight=6),
            Column(title="Beslutat av", weight=4),
            Column(title="Beviljat, kr", weight=2, align=Align.RIGHT),
        ),
        rows=tuple(
            (
                cell(row.number),
                cell(row.day.isoformat()),
                lines((run(row.outcome, bold=True),), (run(row.note),)),
                cell(row.officer),
                cell(digits(row.granted) if row.granted else "\u2013"),
            )
            for row in facts.decisions
        ),
        small=True,
    )


def journal_consultations(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """Each consultation with what was proposed, who answered what, and what was said."""
    for row in facts.consultations:
        yield from _heard(row)


def _heard(row: HeardRow) -> Iterator[Block]:
    said = f" {capital(row.proposal)}." if row.proposal else ""
    yield Paragraph(runs=(run(f"{row.round}.", bold=True), run(said)))
    if row.answers:
        yield Paragraph(runs=(run(f"{'; '.join(row.answers)}."),))
    if row.remark:
        yield Paragraph(runs=(run("Synpunkt: ", bold=True), run(sentence(capital(row.remark)))))


def journal_rules(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """The rules that were checked, where they stand and what came of it."""
    yield Table(
        columns=(
            Column(title="Regel", weight=1),
            Column(title="Vad som prövades", weight=8),
            Column(title="Resultat", weight=2),
            Column(title="Paragraf", weight=5),
        ),
        rows=tuple(
            (
                cell(row.rule, muted=True),
                cell(row.title),
                cell(row.result, bold=True),
                cell(row.paragraph, muted=True),
            )
            for row in facts.rules
        ),
        small=True,
    )


def journal_deviations(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """Every deviation with its reason."""
    for row in facts.deviations:
        day = f" {row.day.isoformat()}" if row.day else ""
        yield Paragraph(
            runs=(run(f"{row.what}{day}: ", bold=True), run(sentence(capital(row.reason))))
        )


def journal_events(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """Everything that happened, in order."""
    yield Table(
        columns=(
            Column(title="Dag", weight=1.8),
            Column(title="Kl.", weight=1),
            Column(title="Vad som hände", weight=11),
            Column(title="Vem", weight=3.2),
        ),
        rows=tuple(map(_event, facts.events)),
        small=True,
    )


def _event(row: EventRow) -> tuple[Cell, ...]:
    undone: Runs = (run("Ångrades sedan.", muted=True),) if row.undone else ()
    reason: Runs = (Run("Skäl: ", bold=True), run(row.reason)) if row.reason else ()
    return (
        cell(row.day.isoformat()),
        cell(f"{row.at:%H.%M}" if row.at else ""),
        lines((run(row.what),), reason, undone),
        cell(row.who, muted=True),
    )


def journal_documents(facts: JournalFacts, _filler: Filler) -> Iterator[Block]:
    """The documents with day and the beginning of their digests."""
    told = any(row.sha256 for row in facts.documents)
    columns = [
        Column(title="Dag", weight=1.8),
        Column(title="In/ut", weight=1),
        Column(title="Handling", weight=9.5),
    ]
    if told:
        columns.append(Column(title="SHA-256, början", weight=3.6))
    rows = []
    for row in facts.documents:
        cells = [cell(row.day.isoformat()), cell(row.way, muted=True), cell(row.title)]
        if told:
            cells.append(cell(row.sha256[:_SHORT_DIGEST], muted=True))
        rows.append(tuple(cells))
    yield Table(columns=tuple(columns), rows=tuple(rows), small=True)
