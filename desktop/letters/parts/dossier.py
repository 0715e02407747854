"""Parts of the contents of the whole case as one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits
from desktop.letters.content import Align, Block, Column, Heading, Paragraph, Table
from desktop.letters.fill import run
from desktop.letters.parts.table import cell, facts_table, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Cell
    from desktop.letters.facts import DossierFacts
    from desktop.letters.facts.dossier import ContentsRow, FileRow
    from desktop.letters.fill import Filler

_HALF = 32
"""Digits of a digest on a line."""


def dossier_head(facts: DossierFacts, _filler: Filler) -> Iterator[Block]:
    """What the case is, as label and value."""
    yield facts_table(facts.head)


def dossier_contents(facts: DossierFacts, _filler: Filler) -> Iterator[Block]:
    """The parts of the file with the page each begins on."""
    yield Table(
        columns=(
            Column(title="Nr", weight=0.7),
            Column(title="Handling", weight=11),
            Column(title="Dag", weight=2.1),
            Column(title="Sida", weight=1.1, align=Align.RIGHT),
        ),
        rows=tuple(map(_part, facts.rows)),
    )


def _part(row: ContentsRow) -> tuple[Cell, ...]:
    return (
        cell(str(row.number), muted=True),
        lines((run(row.title),), (run(row.note, muted=True),)),
        cell(row.day.isoformat()),
        cell(str(row.page) if row.page else "\u2013"),
    )


def dossier_files(facts: DossierFacts, _filler: Filler) -> Iterator[Block]:
    """The embedded files with name, kind, size and digest; those left out with the reason."""
    yield Heading(text="Bifogade filer")
    yield Paragraph(
        runs=(
            run(
                "Filerna ligger bifogade byte för byte som de finns i registret. Kontrollsumman"
                " är SHA-256. Kolumnen Nr är numret i innehållet."
            ),
        )
    )
    yield Table(
        columns=(
            Column(title="Nr", weight=0.7),
            Column(title="Fil, sort och kontrollsumma", weight=12),
            Column(title="Storlek, byte", weight=2.4, align=Align.RIGHT),
        ),
        rows=tuple(map(_file, facts.files)),
        small=True,
    )


def _file(row: FileRow) -> tuple[Cell, ...]:
    digest = row.sha256
    return (
        cell(str(row.number), muted=True),
        lines(
            (run(row.name, bold=True), run(f", {row.kind}" if row.name else row.kind)),
            (run(digest[:_HALF], muted=True),) if digest else (),
            (run(digest[_HALF:], muted=True),) if digest else (),
            (run(row.note),) if row.note else (),
        ),
        cell(digits(row.size)),
    )
