"""The sheet before an original: what it is, and its pages as pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.swedish import digits
from desktop.letters.content import Fields, PagePicture, Paragraph, plain
from desktop.letters.dossier.originals import MOST_PAGES, shown
from desktop.letters.fill import run
from desktop.letters.glyphs import missing_glyphs
from desktop.letters.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Block, Document
    from desktop.letters.dossier.originals import Shown
    from desktop.letters.dossier.whole import Paper

_HALF = 32


def original_sheet(front: Document, paper: Paper, number: int) -> tuple[bytes, str]:
    """Draw the sheet, and say in a few words when the original could not be shown whole.

    `front` is the first page of the file, whose letterhead the sheet bears.
    """
    pictures = shown(paper.data)
    name = plain(paper.title).strip() or plain(paper.name).strip() or f"Handling {number}"
    document = replace(
        front,
        kind="original",
        doc_id=f"{front.doc_id}:{number}:{paper.sha256}",
        title=name,
        label="Inkommen handling",
        heading=name,
        subtitle="",
        side=(("Nr", str(number)), ("Inkom", paper.day.isoformat())),
        running=(*front.running[:1], name),
        blocks=tuple(_blocks(paper, name, pictures)),
    )
    return render(_legible(document)), _note(pictures)


def _blocks(paper: Paper, name: str, pictures: Shown) -> Iterator[Block]:
    yield Fields(
        rows=(
            ("Fil", (run(paper.name),)),
            ("Sort", (run(paper.media),)),
            ("Storlek", (run(f"{digits(paper.size)} byte"),)),
            ("SHA-256, början", (run(paper.sha256[:_HALF]),)),
            ("SHA-256, slutet", (run(paper.sha256[_HALF:]),)),
        )
    )
    yield Paragraph(runs=(run(_sentence(pictures)),))
    for number, picture in enumerate(pictures.pages, 1):
        where = f"sida {number} av {pictures.count}"
        yield PagePicture(
            data=picture,
            alternative=f"Bild av {where} i {name}",
            caption=f"{plain(paper.name)}, {where}",
        )


def _sentence(pictures: Shown) -> str:
    if not pictures.pages:
        return "Filen kan inte visas på papper. Den ligger bifogad som den kom in."
    if pictures.count > MOST_PAGES:
        return (
            f"Här visas de första {MOST_PAGES} av {pictures.count} sidor. Filen ligger bifogad"
            " hel, som den kom in."
        )
    return "Sidorna visas som bilder här efter. Filen ligger bifogad som den kom in."


def _note(pictures: Shown) -> str:
    if not pictures.pages:
        return "kan inte visas, ligger bifogad"
    if pictures.count > MOST_PAGES:
        return f"{MOST_PAGES} av {pictures.count} sidor visas, hela filen ligger bifogad"
    return ""


def _legible(document: Document) -> Document:
    """Write what no letter font shows by its number: a file's name is not refused."""
    missing = {one.character for one in missing_glyphs(document)}
    if not missing:
        return document
    numbers = str.maketrans({sign: f"[U+{ord(sign):04X}]" for sign in missing})
    return replace(
        document,
        title=document.title.translate(numbers),
        heading=document.heading.translate(numbers),
        running=tuple(line.translate(numbers) for line in document.running),
        blocks=tuple(_told(each, numbers) for each in document.blocks),
    )


def _told(block: Block, numbers: dict[int, str]) -> Block:
    match block:
        case PagePicture():
            return replace(block, caption=block.caption.translate(numbers))
        case Fields():
            rows = tuple(
                (label, tuple(replace(each, text=each.text.translate(numbers)) for each in runs))
                for label, runs in block.rows
            )
            return replace(block, rows=rows)
        case _:
            return block
