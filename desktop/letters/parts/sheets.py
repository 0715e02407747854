"""Parts of the committee sheet and of the delegation list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, digits
from desktop.letters.content import (
    Align,
    BarRow,
    Bars,
    Block,
    Cell,
    CheckRows,
    Column,
    Lines,
    Notes,
    Run,
    Signature,
    Table,
)
from desktop.letters.fill import hold, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Runs
    from desktop.letters.facts import (
        CommitteeFacts,
        DelegationListFacts,
        ListedRow,
        ProposalRow,
    )
    from desktop.letters.fill import Filler


_ONE_LINE = 64
"""Characters that surely stand on one line beside the sums."""


def _cell(text: str, *, bold: bool = False, muted: bool = False) -> Cell:
    return Cell(lines=((run(text, bold=bold, muted=muted),),)) if text else Cell()


def proposals(facts: CommitteeFacts, _filler: Filler) -> Iterator[Block]:
    """The applications with what is asked, what is proposed and the rule that decides."""
    rows = tuple(_proposal(number, row) for number, row in enumerate(facts.rows, 1))
    yield Table(
        columns=(
            Column(title="Nr", weight=0.4),
            Column(title="Sökande, ändamål och vad som avgör", weight=12),
            Column(title="Sökt, kr", weight=1.6, align=Align.RIGHT),
            Column(title="Förslag, kr", weight=1.9, align=Align.RIGHT),
            Column(title="Regel", weight=0.9),
        ),
        rows=rows,
        total=(
            Cell(),
            _cell("Tillsammans", bold=True),
            _cell(digits(sum(row.asked for row in facts.rows)), bold=True),
            _cell(digits(sum(row.proposal for row in facts.rows)), bold=True),
            Cell(),
        ),
    )


def _proposal(number: int, row: ProposalRow) -> tuple[Cell, ...]:
    lines: list[Runs] = [(run(row.applicant, bold=True),)]
    about, deciding = run(row.about, muted=True), run(row.deciding)
    if len(row.about) + len(row.deciding) <= _ONE_LINE:
        lines.append((about, Run(" "), deciding))
    else:
        lines += [(about,), (deciding,)]
    if row.deviation:
        lines.append((Run("Avsteg: ", bold=True), run(row.deviation)))
    return (
        _cell(str(number), muted=True),
        Cell(lines=tuple(lines)),
        _cell(digits(row.asked)),
        _cell(digits(row.proposal), bold=True),
        _cell(row.rule),
    )


def pots(facts: CommitteeFacts, _filler: Filler) -> Iterator[Block]:
    """The pots of the year after the proposals."""
    caps = {pot.cap for row in facts.pots for pot in row.pots if pot}
    each = f", {digits(caps.pop())}\u00a0kr var" if len(caps) == 1 else ""
    yield Bars(
        title=f"Potter {facts.year}{each}",
        columns=tuple(map(hold, facts.schemes)),
        rows=tuple(BarRow(label=hold(row.place), pots=row.pots) for row in facts.pots),
    )


def members(facts: CommitteeFacts, _filler: Filler) -> Iterator[Block]:
    """A row for each member: heard, disqualified in which number, signature."""
    yield CheckRows(
        boxes=("Hörd", "Jäv i nr"),
        names=tuple(hold(f"{name}, {role}" if role else name) for name, role in facts.members),
        signature="Signatur",
    )


def remarks(_facts: CommitteeFacts, _filler: Filler) -> Iterator[Block]:
    """Room for what the committee says."""
    yield Lines(count=2)


def rule_notes(facts: CommitteeFacts, _filler: Filler) -> Iterator[Block]:
    """What the rule numbers mean, at the foot."""
    lines = tuple((run(f"{rule}: {words}"),) for rule, words in facts.rules)
    yield Notes(lines=lines, right=(hold(facts.officer.name), hold(facts.officer.title)))


def decisions(facts: DelegationListFacts, _filler: Filler) -> Iterator[Block]:
    """The decisions of the list, with their sum."""
    yield Table(
        columns=(
            Column(title="Nr", weight=1.5),
            Column(title="Dag", weight=2.1),
            Column(title="Diarienr", weight=2.2),
            Column(title="Punkt", weight=1.2),
            Column(title="Delegat", weight=4),
            Column(title="Part och ärende", weight=8),
            Column(title="Beslut", weight=2.6),
            Column(title="Beviljat, kr", weight=2.3, align=Align.RIGHT),
        ),
        rows=tuple(map(_listed, facts.rows)),
        total=(
            Cell(),
            Cell(),
            Cell(),
            Cell(),
            Cell(),
            _cell("Tillsammans", bold=True),
            Cell(),
            _cell(digits(sum(row.granted for row in facts.rows)), bold=True),
        ),
        small=True,
    )


def _listed(row: ListedRow) -> tuple[Cell, ...]:
    return (
        _cell(row.number),
        _cell(row.decided_on.isoformat()),
        _cell(row.dnr),
        _cell(row.point),
        _cell(row.delegate),
        Cell(lines=((run(row.party, bold=True),), (run(capital(row.matter), muted=True),))),
        _cell(row.decision),
        _cell(digits(row.granted) if row.granted else "\u2013"),
    )


def list_signature(facts: DelegationListFacts, _filler: Filler) -> Iterator[Block]:
    """Who drew the list up."""
    yield Signature(name=hold(facts.officer.name), title=f"{hold(facts.officer.title)}, upprättat")
