"""Files that come in and letters that are drawn up, as documents of the register."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import PurePath
from typing import TYPE_CHECKING

from desktop.domain.casework import Document

if TYPE_CHECKING:
    from desktop.flow.ask import File
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

UNKNOWN = ".bin"
"""The suffix that a file of any other kind is kept under: no system opens it by itself."""
_SAFE = {
    ".pdf",
    ".docx",
    ".doc",
    ".odt",
    ".xlsx",
    ".xls",
    ".ods",
    ".txt",
    ".csv",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
    ".eml",
    ".msg",
    ".rtf",
    ".heic",
}


def file_away(  # noqa: PLR0913 - the columns of the document
    desk: Desk,
    work: Work,
    file: File,
    *,
    kind: str,
    title: str,
    case_id: int | None = None,
    subject: str = "",
) -> Document:
    """Keep a file that came in, exactly as it is, under a name of our own."""
    suffix = PurePath(file.name).suffix.lower()
    suffix = suffix if suffix in _SAFE else UNKNOWN
    media = mimetypes.types_map.get(suffix, "application/octet-stream")
    digest = hashlib.sha256(file.content).hexdigest()
    return work.keep(
        Document(
            kind=kind,
            title=title,
            name=f"{kind}-{digest[:12]}{suffix}",
            media=media,
            sha256="",
            size=0,
            made_on=desk.today,
            case_id=case_id,
            subject=subject,
        ),
        file.content,
    )


def keep_letter(  # noqa: PLR0913 - the columns of the document
    desk: Desk,
    work: Work,
    content: bytes,
    *,
    kind: str,
    title: str,
    name: str,
    case_id: int | None = None,
    subject: str = "",
) -> Document:
    """Keep a letter of ours: rendered once, these bytes for ever (DOMAIN § 5.4)."""
    kept = work.keep(
        Document(
            kind=kind,
            title=title,
            name=f"{name}.pdf",
            media="application/pdf",
            sha256="",
            size=0,
            made_on=desk.today,
            case_id=case_id,
            subject=subject,
            outgoing=True,
        ),
        content,
    )
    work.documents.append(kept.id)
    return kept
