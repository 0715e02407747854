"""The whole case bound: contents, journal, letters as they are, originals, and every file in it."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.letters.compose import compose
from desktop.letters.content import plain
from desktop.letters.dossier.embed import embed, file_names
from desktop.letters.dossier.mask import MARK, mask, written
from desktop.letters.dossier.merge import Part, merge, page_count
from desktop.letters.dossier.problems import Unmaskable
from desktop.letters.dossier.sheets import original_sheet
from desktop.letters.dossier.stamp import Stamp, stamp_all
from desktop.letters.dossier.whole import Bound, Paper, Progress, Whole, silent
from desktop.letters.facts.dossier import ContentsRow, FileRow
from desktop.letters.legible import legible
from desktop.letters.pdf.metadata import information_pairs, packet
from desktop.letters.render import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Pdf

    from desktop.letters.content import Document

NOT_MASKED = "lämnas inte ut maskerad – finns i ärendet"
"""Said of what cannot be masked."""

_FIRST = 2
"""The number of the first document; the journal is number 1."""

_TRIES = 6
_OUR_PART, _ANY_PART = 2, 3


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """A document on its way into the file."""

    paper: Paper
    part: Part | None
    """None for one that has no page."""
    note: str = ""
    out: bool = False
    """True when it is left out, its file too."""


def bind(whole: Whole, progress: Progress = silent) -> Bound:
    """Bind a case. The same case gives the same bytes; may be called from any thread.

    The file is PDF/UA-1, and PDF/A-2a while it holds nothing but our own letters, PDF/A-3a as soon
    as an original is embedded.
    """
    steps = len(whole.papers) + 3
    front = compose("dossier", legible(whole.contents))
    journal = _drawn(compose("journal", whole.journal), whole)
    progress(1, steps)
    pieces = []
    for number, paper in enumerate(whole.papers, _FIRST):
        pieces.append(_piece(whole, front, paper, number))
        progress(number, steps)
    embedded = _embedded(whole, pieces)
    named = Part(title=f"Journal {whole.contents.number}", data=journal)
    parts = [named, *(each.part for each in pieces if each.part)]
    first = _contents(whole, pieces, embedded, [page_count(each.data) for each in parts])
    progress(steps - 1, steps)
    pdf = merge([Part(title="Innehåll", data=first), *parts])
    _finish(pdf, whole, [first, *(each.data for each in parts)], parts, embedded)
    data, pages = written(pdf), len(pdf.pages)
    pdf.close()
    progress(steps, steps)
    left_out = tuple(each.paper.title for each in pieces if each.out)
    return Bound(data=data, pages=pages, embedded=len(embedded), left_out=left_out)


def _drawn(document: Document, whole: Whole) -> bytes:
    data = render(document)
    return mask(data, whole.hidden, mark="") if whole.hidden else data


def _piece(whole: Whole, front: Document, paper: Paper, number: int) -> _Piece:
    if paper.ours:
        if whole.hidden is None:
            return _Piece(paper=paper, part=Part(title=paper.title, data=paper.data))
        try:
            data = mask(paper.data, whole.hidden, mark="")
        except Unmaskable:
            return _Piece(paper=paper, part=None, note=NOT_MASKED, out=True)
        return _Piece(paper=paper, part=Part(title=whole.hidden.text(paper.title), data=data))
    if not whole.originals:
        note = NOT_MASKED if whole.hidden else "inte med i den här filen – finns i ärendet"
        return _Piece(paper=paper, part=None, note=note, out=True)
    if whole.hidden:
        hide = whole.hidden.text
        paper = replace(paper, title=hide(paper.title), name=hide(paper.name))
    data, note = original_sheet(front, paper, number)
    return _Piece(paper=paper, part=Part(title=paper.title, data=data), note=note)


def _embedded(whole: Whole, pieces: Sequence[_Piece]) -> list[tuple[str, Paper]]:
    """Give the files to embed: every original, and every letter unless it is masked."""
    names = file_names((each.paper for each in pieces), _FIRST)
    return [
        (name, each.paper)
        for name, each in zip(names, pieces, strict=True)
        if not each.out and not (each.paper.ours and whole.hidden)
    ]


def _contents(
    whole: Whole, pieces: Sequence[_Piece], embedded: Sequence[tuple[str, Paper]], pages: list[int]
) -> bytes:
    """Draw the first pages, until the pages they name are where they are."""
    own = 1
    for _ in range(_TRIES):
        facts = replace(
            whole.contents,
            rows=tuple(_rows(whole, pieces, pages, own + 1)),
            files=tuple(_files(pieces, embedded)),
            last_page=own + sum(pages),
        )
        data = _drawn(compose("dossier", legible(facts)), whole)
        if page_count(data) == own:
            return data
        own = page_count(data)
    return data


def _rows(
    whole: Whole, pieces: Sequence[_Piece], pages: list[int], first: int
) -> list[ContentsRow]:
    day = whole.journal.made_on
    rows = [ContentsRow(number=1, title="Journal", day=day, page=first)]
    at, counts = first + pages[0], iter(pages[1:])
    for number, each in enumerate(pieces, _FIRST):
        page = at if each.part else 0
        at += next(counts) if each.part else 0
        rows.append(
            ContentsRow(
                number=number,
                title=each.paper.title,
                day=each.paper.day,
                page=page,
                note=each.note,
            )
        )
    return rows


def _files(pieces: Sequence[_Piece], embedded: Sequence[tuple[str, Paper]]) -> list[FileRow]:
    names = {id(paper): name for name, paper in embedded}
    rows = []
    for number, each in enumerate(pieces, _FIRST):
        name = names.get(id(each.paper), "")
        if name:
            rows.append(
                FileRow(
                    number=number,
                    name=name,
                    kind=each.paper.media,
                    size=each.paper.size,
                    sha256=each.paper.sha256,
                )
            )
    return rows


def _finish(
    pdf: Pdf,
    whole: Whole,
    datas: Sequence[bytes],
    parts: Sequence[Part],
    embedded: Sequence[tuple[str, Paper]],
) -> None:
    """Give the file what a file has once: metadata, colours, bookmarks, page numbers, files."""
    import pikepdf  # noqa: PLC0415 - slow to load, and seldom wanted
    from pikepdf import Array, Dictionary, Name, OutlineItem, String  # noqa: PLC0415 - as above

    with pikepdf.open(io.BytesIO(datas[0])) as source:
        intents = pdf.copy_foreign(source.make_indirect(source.Root.OutputIntents))
        language = str(source.Root.Lang)
    root = pdf.Root
    root.OutputIntents, root.Lang = intents, String(language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    _metadata(pdf, whole, _ANY_PART if any(not p.ours for _, p in embedded) else _OUR_PART)
    with pdf.open_outline() as outline:
        at = 0
        for title, data in zip(["Innehåll", *(each.title for each in parts)], datas, strict=True):
            outline.root.append(OutlineItem(plain(title), at))
            at += page_count(data)
    left = MARK if whole.hidden else ""
    count = len(pdf.pages)
    stamp_all(
        pdf,
        [
            Stamp(left=left, right=f"Hela ärendet {whole.contents.number}, sida {at} av {count}")
            for at in range(1, count + 1)
        ],
    )
    embed(pdf, embedded)


def _metadata(pdf: Pdf, whole: Whole, part: int) -> None:
    from pikepdf import Name, String  # noqa: PLC0415 - slow to load

    document = compose("dossier", whole.contents)
    if whole.hidden:
        document = replace(document, title=f"{MARK}: {whole.hidden.text(document.title)}")
    stream: Any = pdf.make_stream(packet(document, part=part))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
    for key, value in information_pairs(document).items():
        pdf.docinfo[Name(f"/{key}")] = String(value)
