"""The documents of a case as its list shows them, and all of them as one to print."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from desktop.flow.case_documents import documents_of as documents_of_case
from desktop.letters.pdfium import PDFIUM
from desktop.ui.pages.case_parts.saying import brief
from desktop.ui.widgets.lists import Doc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.casework import Document
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

PDF = "application/pdf"


def documents_of(desk: Desk, seen: Picture) -> list[Document]:
    """Give the case's own documents and those it shares with others, newest first."""
    return list(reversed(documents_of_case(desk, seen)))


def listed(documents: Iterable[Document], seen: Picture) -> list[Doc]:
    """Give them as lines: a lock for decisions, a clip for what came in."""
    return [
        Doc(id=row.id, title=row.title, day=brief(row.made_on, seen.today), kind=_kind(row))
        for row in documents
    ]


def _kind(row: Document) -> str:
    if not row.outgoing:
        return "clip"
    decided = row.kind.startswith("decision") or row.kind == "reclaim_decision"
    return "lock" if decided else "document"


def bound(contents: Iterable[bytes]) -> bytes:
    """Give several PDF files as one; a single one is given as it is."""
    import pypdfium2  # noqa: PLC0415 - only when something is to be printed

    files = list(contents)
    if len(files) == 1:
        return files[0]
    with PDFIUM:
        whole = pypdfium2.PdfDocument.new()
        for content in files:
            part = pypdfium2.PdfDocument(content)
            whole.import_pages(part)
            part.close()
        written = BytesIO()
        whole.save(written)
        whole.close()
    return written.getvalue()


def printable(desk: Desk, documents: Iterable[Document]) -> bytes:
    """Give every PDF among the documents as one, the oldest first; b"" when there is none."""
    ordered = sorted(documents, key=lambda each: (each.made_on, each.id))
    contents = [desk.store.content(row.id) for row in ordered if row.media == PDF]
    return bound(contents) if contents else b""
