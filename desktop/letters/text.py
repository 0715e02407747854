"""All words of a document in reading order: what is checked, read aloud and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop.letters.bars import bar_text
from desktop.letters.charts import chart_table, drawn_words
from desktop.letters.content import (
    Amounts,
    Bars,
    Block,
    Box,
    Bullets,
    Chart,
    CheckRows,
    Document,
    Fields,
    Heading,
    Lead,
    Lines,
    Notes,
    Numbered,
    OwnWords,
    PagePicture,
    Paragraph,
    Run,
    Runs,
    SideBySide,
    Signature,
    Signatures,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Words: TypeAlias = tuple[str, bool]
"""A stretch of text and whether it is bold."""


def document_text(document: Document) -> str:
    """Give the document as plain text, a line for each paragraph, cell or item."""
    lines = ["".join(run.text for run in runs) for runs in _document(document)]
    return "\n".join(line.replace("\u00a0", " ") for line in lines if line.strip())


def texts(document: Document) -> Iterator[Words]:
    """Give every stretch of text that the pages show, with its face."""
    for runs in _document(document):
        for run in runs:
            yield run.text, run.bold
    for block in document.blocks:
        if isinstance(block, Chart):
            for (run,) in drawn_words(block, document.own):
                yield run.text, False
    for line in document.running:
        yield line, True
        yield line, False


def _plain(text: str, *, bold: bool = False) -> Runs:
    return (Run(text, bold=bold),)


def _document(document: Document) -> Iterator[Runs]:
    head = document.letterhead
    if document.mark:
        yield _plain(document.mark, bold=True)
    yield _plain(head.municipality, bold=True)
    yield from map(_plain, head.lines)
    if document.label:
        yield _plain(document.label, bold=True)
    for label, value in document.side:
        yield _plain(f"{label} {value}")
    yield from map(_plain, document.recipient)
    yield _plain(document.heading, bold=True)
    if document.subtitle:
        yield _plain(document.subtitle)
    for block in document.blocks:
        yield from _block(block, document.own)
    for column in document.footer:
        yield from map(_plain, column.lines)


def _block(block: Block, own: OwnWords) -> Iterator[Runs]:  # noqa: C901, PLR0912 - one line for each kind
    match block:
        case Heading():
            yield _plain(block.text, bold=True)
        case Lead():
            yield tuple(Run(run.text, bold=True, link=run.link) for run in block.runs)
        case Paragraph():
            yield block.runs
        case Numbered():
            for number, item in enumerate(block.items, 1):
                yield (Run(f"{number}. "), *item)
        case Bullets():
            for item in block.items:
                yield (Run("\u2022 "), *item)
        case Box():
            for inside in block.blocks:
                yield from _block(inside, own)
        case Amounts():
            for row in block.rows:
                yield _plain(row.label, bold=row.bold)
                yield _plain(row.note)
                yield _plain(row.value, bold=row.bold)
        case Fields():
            for label, value in block.rows:
                yield _plain(label)
                yield value
        case Table():
            yield from _table(block)
        case Bars():
            yield from bar_text(block, own)
        case CheckRows():
            yield from map(_plain, (own.name, *block.boxes, block.signature, *block.names))
        case Signature():
            yield _plain(block.name, bold=True)
            yield _plain(block.title)
            yield block.second
        case Signatures():
            for each in block.each:
                yield from _block(each, own)
        case Notes():
            yield from block.lines
            yield from map(_plain, block.right)
        case SideBySide():
            yield from _side_by_side(block)
        case Chart():
            yield _plain(block.title, bold=True)
            if block.table:
                yield from _table(chart_table(block, own))
        case PagePicture():
            yield _plain(block.title, bold=True)
            yield _plain(block.caption)
        case Lines():
            return


def _after(second: Runs) -> Runs:
    """Put a second line of a head after its first."""
    return (Run(" "), *second) if second else ()


def _side_by_side(block: SideBySide) -> Iterator[Runs]:
    yield from map(_plain, block.heads)
    for place, clause in enumerate(block.clauses):
        for title, side in zip(clause.titles, (clause.left, clause.right), strict=True):
            texts = [_plain(title, bold=True)] if title else []
            texts += [runs for runs in side if runs]
            for number, runs in enumerate(texts):
                yield runs if number else (Run(block.label(place)), *runs)


def _table(table: Table) -> Iterator[Runs]:
    yield from ((Run(column.title), *_after(column.second)) for column in table.columns)
    for row in (*table.rows, table.total):
        for cell in row:
            yield from cell.lines
