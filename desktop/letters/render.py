"""A document becomes a PDF file: PDF/A-2a and PDF/UA-1, always the same bytes."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from desktop.letters.glyphs import missing_glyphs

if TYPE_CHECKING:
    from desktop.letters.content import Document

_LOCK = Lock()
"""One file at a time: ReportLab's fonts keep their place while they are cut to subsets."""


def render(document: Document, *, conformance: str = "A") -> bytes:
    """Draw a document. The same document gives the same bytes, on any day and any machine.

    May be called from any thread. ReportLab is loaded at the first call.
    `conformance` is what the metadata claims: "A" for PDF/A-2a and PDF/UA-1, or "B" for PDF/A-2b,
    for checkers that know no more; nothing but the metadata differs.
    Raises MissingGlyph for a character that no letter font shows, and BadPicture.
    """
    with _LOCK:
        missing = missing_glyphs(document)
        if missing:
            raise missing[0]
        return _rendered(document, conformance)


def _rendered(document: Document, conformance: str) -> bytes:
    # ReportLab and Pillow are slow to load: not before the first paper.
    from desktop.letters.layout.paper import draw  # noqa: PLC0415
    from desktop.letters.pdf.file import File  # noqa: PLC0415
    from desktop.letters.pdf.pen import Pen  # noqa: PLC0415
    from desktop.letters.pdf.tags import Element  # noqa: PLC0415
    from desktop.letters.pictures import decoded  # noqa: PLC0415

    coat = document.letterhead.coat
    picture = decoded(coat) if coat else None
    file = File(document)
    pen, root = Pen(file.pdf), Element("Document")
    draw(document, pen, root, picture)
    return file.write(pen, root, conformance)
