"""The matrix of an agreement as rows of a form: who pays each kind of cost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cost_types import COST_WORDS, CostType
from desktop.domain.problems import refuse
from desktop.domain.visit_guideline import MatrixLine, visit_rules
from desktop.domain.visit_words import PAYER_WORDS, UNIT_WORDS, CeilingUnit, Payer
from desktop.domain.visiting import Agreement, AgreementLine
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command
from desktop.flow.steps.row_sync import put_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

COSTS = {str(kind): str(word) for kind, word in COST_WORDS.items()}
_PAYERS = {str(kind): str(word) for kind, word in PAYER_WORDS.items()}
_UNITS = {str(kind): str(word) for kind, word in UNIT_WORDS.items()}
ORE = 100


@dataclass(frozen=True, kw_only=True)
class LineRow(Command):
    """Who pays one kind of cost."""

    cost_type: str = ask(Kind.CHOICE, "Kostnad", choices=COSTS)
    payer: str = ask(Kind.CHOICE, "Betalas av", choices=_PAYERS)
    guest_share: int = ask(Kind.NUMBER, "Gästens del i procent", default=50, high=100)
    ceiling: int | None = ask(Kind.KR, "Tak", default=None, low=1)
    ceiling_unit: str = ask(Kind.CHOICE, "Taket räknas", choices=_UNITS, default="")
    note: str = ask(Kind.LINE, "Not", default="", help="Efter // skriver du det på engelska.")


def row_of(line: AgreementLine | MatrixLine) -> LineRow:
    """Give a line as a row of the form."""
    return LineRow(
        cost_type=str(line.cost_type),
        payer=str(line.payer),
        guest_share=line.guest_share,
        ceiling=None if line.ceiling_ore is None else line.ceiling_ore // ORE,
        ceiling_unit=str(line.ceiling_unit),
        note=line.note,
    )


def lines_now(desk: Desk) -> tuple[LineRow, ...]:
    """Give the matrix that the guideline in force proposes."""
    return tuple(map(row_of, visit_rules(desk.in_force()[1]).lines))


def put_lines(
    desk: Desk,
    work: Work,
    agreement: Agreement,
    known: Sequence[AgreementLine],
    rows: Sequence[LineRow],
) -> None:
    """Bring an agreement's lines to what the rows say; refuse a kind of cost named twice."""
    counted = Counter(row.cost_type for row in rows)
    for at, row in enumerate(rows):
        if counted[row.cost_type] > 1:
            raise refuse(
                f"lines.{at}.cost_type",
                "Kostnad – {name} står två gånger – ta bort en av raderna.",
                name=COSTS[row.cost_type],
            )
    wanted = [_line(agreement, at, row) for at, row in enumerate(rows)]
    put_rows(desk, work, known, wanted, lambda line: line.cost_type)


def _line(agreement: Agreement, at: int, row: LineRow) -> AgreementLine:
    if row.ceiling is not None and not row.ceiling_unit:
        raise refuse(
            f"lines.{at}.ceiling_unit",
            "Taket räknas – saknas för {name} – välj per natt, per dag eller en annan enhet.",
            name=COSTS[row.cost_type],
        )
    return AgreementLine(
        agreement_id=agreement.id,
        cost_type=CostType(row.cost_type),
        payer=Payer(row.payer),
        guest_share=row.guest_share,
        ceiling_ore=None if row.ceiling is None else row.ceiling * ORE,
        ceiling_unit=CeilingUnit(row.ceiling_unit if row.ceiling is not None else ""),
        note=row.note,
    )
