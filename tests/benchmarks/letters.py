"""A hundred two-page letters, tagged and composed, against the same words through platypus.

Ours is everything: facts are composed, laid out, tagged, checked for missing characters and
written as PDF/A-2a and PDF/UA-1. The other is a plain SimpleDocTemplate that is given the composed
words free of charge and tags nothing; once with cells that wrap as ours do, once with cells that
are bare strings and would run into each other.
"""

from __future__ import annotations

import io
import random
from dataclasses import replace
from functools import cache
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pypdfium2
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Image, ListFlowable, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Grid

from desktop.letters.compose import compose
from desktop.letters.content import (
    Align,
    Amounts,
    Box,
    Bullets,
    Cell,
    Column,
    Fields,
    Heading,
    Lead,
    Notes,
    Numbered,
    Paragraph,
    Run,
    Signature,
    Table,
    runs_text,
)
from desktop.letters.pdf.fonts import faces
from desktop.letters.render import render
from tests.letters.pictures import picture
from tests.letters.samples import COMPLETION

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.letters.content import Block, Document, Runs
    from desktop.letters.facts import CompletionFacts

LETTERS = 100
ROWS = 30
KEYS = 20
THINGS = ("Norrsken", "Lingon", "Fyren", "Skridskon", "Visan", "Barken", "Åsnan", "Ängen", "Örnen")


def measure() -> dict[str, float]:
    """Measure a hundred letters against platypus, and a key press against drawing alone."""
    _warm()
    chance = random.Random(1)
    letters = [_three_ways(facts_of(chance, number), number) for number in range(LETTERS)]
    keys = [_key_press(number) for number in range(KEYS)]
    return {
        "letter / plain platypus": median(ours / wrapped for ours, wrapped, _ in letters),
        "letter / platypus with bare cells": median(ours / bare for ours, _, bare in letters),
        "letter ms": median(ours for ours, _, _ in letters) * 1000,
        "key press to picture / picture alone": median(ours / alone for ours, alone in keys),
        "key press ms": median(ours for ours, _ in keys) * 1000,
        "worst key press ms": max(ours for ours, _ in keys) * 1000,
    }


def facts_of(chance: random.Random, number: int) -> CompletionFacts:
    """Give facts that no other letter has."""
    name = f"Föreningen {chance.choice(THINGS)} {number}"
    reason = f"Verksamheten i {name} når {chance.randrange(20, 900)} personer under året."
    return replace(
        COMPLETION,
        coat=_coat(),
        document_id=f"bench/{chance.random()}/{number}",
        recipient=replace(COMPLETION.recipient, name=name),
        items=(reason, *COMPLETION.items),
    )


def letter(facts: CompletionFacts, chance: random.Random) -> Document:
    """Compose a letter with a list, and give it another list and a table of its own."""
    document = compose("completion_request", facts)
    table = Table(
        columns=(
            Column(title="Post", weight=1),
            Column(title="Vad", weight=4),
            Column(title="Dag", weight=2),
            Column(title="Kronor", weight=1.4, align=Align.RIGHT),
        ),
        rows=tuple(_row(chance, place) for place in range(ROWS)),
        small=True,
    )
    items = tuple((Run(f"{chance.choice(THINGS)} {chance.randrange(999)}"),) for _ in range(6))
    return replace(document, blocks=(*document.blocks, Bullets(items=items), table))


def _row(chance: random.Random, place: int) -> tuple[Cell, ...]:
    words = (
        f"{place + 1}",
        f"{chance.choice(THINGS)} och {chance.choice(THINGS).lower()}, tillfälle {place}",
        f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        f"{chance.randrange(1, 10)}\u00a0{chance.randrange(100, 999)}\u00a0kr",
    )
    return tuple(Cell(lines=((Run(word),),)) for word in words)


@cache
def _coat() -> bytes:
    data: bytes = picture(size=(320, 400))
    return data


def _warm() -> None:
    chance = random.Random(0)
    document = letter(facts_of(chance, 0), chance)
    render(document)
    _platypus(document, wrap=True)


def _three_ways(facts: CompletionFacts, number: int) -> tuple[float, float, float]:
    """Make one letter in three ways, in an order of chance, seconds each."""
    composed = letter(facts, random.Random(number))

    def ours() -> None:
        render(letter(facts, random.Random(number)))

    def wrapped() -> None:
        _platypus(composed, wrap=True)

    def bare() -> None:
        _platypus(composed, wrap=False)

    taken = {way: _seconds(way) for way in random.sample([ours, wrapped, bare], 3)}
    return taken[ours], taken[wrapped], taken[bare]


def _seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _key_press(number: int) -> tuple[float, float]:
    """Time one more letter of a reason until its page is a picture, and the picture alone."""
    chance = random.Random(99)
    facts = facts_of(chance, 99)
    typed = "Stadgar som visar vem som tecknar firman."[: number + 8]
    made: list[bytes] = []

    def press() -> None:
        document = letter(replace(facts, items=(typed,)), random.Random(7))
        made.append(render(document))
        _first_page(made[0])

    taken = _seconds(press)
    return taken, _seconds(lambda: _first_page(made[0]))


def _first_page(data: bytes) -> None:
    file = pypdfium2.PdfDocument(data)
    file[0].render(scale=1.4)
    file.close()


# The same words through platypus.


@cache
def _styles() -> dict[str, ParagraphStyle]:
    regular, bold = (faces()[face].font for face in ("regular", "bold"))
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - beside the fonts that it registers

    pdfmetrics.registerFont(bold)
    text = ParagraphStyle("text", fontName=regular.fontName, fontSize=9.9, leading=14.7)
    return {
        "text": text,
        "cell": ParagraphStyle("cell", parent=text, fontSize=8.5, leading=12),
        "head": ParagraphStyle("head", parent=text, fontName=bold.fontName, spaceBefore=10),
    }


def _platypus(document: Document, *, wrap: bool) -> bytes:
    out = io.BytesIO()
    template = SimpleDocTemplate(out, title=document.title, invariant=1, pageCompression=1)
    template.build(_story(document, wrap=wrap), onFirstPage=_numbered, onLaterPages=_numbered)
    return out.getvalue()


def _numbered(canvas: Any, template: Any) -> None:
    canvas.setFont(_styles()["text"].fontName, 8)
    canvas.drawString(72, 30, f"Sida {template.page}")


def _story(document: Document, *, wrap: bool) -> list[Any]:
    text, head = _styles()["text"], _styles()["head"]
    letterhead = document.letterhead
    story: list[Any] = []
    if letterhead.coat:
        story.append(Image(io.BytesIO(letterhead.coat), 27, 34, hAlign="LEFT"))
    lines = [letterhead.municipality, *letterhead.lines, document.label]
    lines += [f"{label} {value}" for label, value in document.side] + list(document.recipient)
    story += [Words(escape(line), text) for line in lines]
    story.append(Words(escape(document.heading), head))
    for block in document.blocks:
        story += _flowables(block, wrap=wrap)
    for column in document.footer:
        story += [Words(escape(line), text) for line in column.lines]
    return story


def _flowables(block: Block, *, wrap: bool) -> list[Any]:
    text, head = _styles()["text"], _styles()["head"]
    match block:
        case Heading():
            return [Words(escape(block.text), head)]
        case Paragraph() | Lead():
            return [_words(block.runs, text)]
        case Numbered() | Bullets():
            items = [_words(item, text) for item in block.items]
            kind = "1" if isinstance(block, Numbered) else "bullet"
            return [ListFlowable(items, bulletType=kind, bulletFontName=text.fontName)]
        case Box():
            return [each for inside in block.blocks for each in _flowables(inside, wrap=wrap)]
        case Amounts():
            rows = [(Run(row.label), Run(row.value)) for row in block.rows]
            return [_grid([[(each,) for each in row] for row in rows], (300, 100), wrap=wrap)]
        case Fields():
            pairs = [[(Run(label),), value] for label, value in block.rows]
            return [_grid(pairs, (128, 320), wrap=wrap)]
        case Table():
            cells: list[list[Runs]] = [[(Run(each.title),) for each in block.columns]]
            cells += [[cell.lines[0] for cell in row] for row in block.rows]
            return [_grid(cells, (50, 220, 90, 90), wrap=wrap)]
        case Signature():
            return [Spacer(1, 30), Words(escape(block.name), head), Words(block.title, text)]
        case Notes():
            return [_words(line, text) for line in block.lines]
    return []


def _grid(rows: list[Any], widths: tuple[int, ...], *, wrap: bool) -> Any:
    cell = _styles()["cell"]
    made = [[_words(runs, cell) if wrap else runs_text(runs) for runs in row] for row in rows]
    look = [
        ("FONT", (0, 0), (-1, -1), cell.fontName, 8.5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey"),
    ]
    return Grid(made, colWidths=widths, repeatRows=1, style=look)


def _words(runs: tuple[Run, ...], style: ParagraphStyle) -> Any:
    marked = [
        f"<font name='Vanbok bold'>{escape(run.text)}</font>" if run.bold else escape(run.text)
        for run in runs
    ]
    return Words("".join(marked), style)
