"""Files embedded in a PDF byte for byte, under names that every system can keep."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Pdf

    from desktop.letters.dossier.whole import Paper

_LONGEST = 100
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_MEDIA = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)


def file_names(papers: Iterable[Paper], first: int) -> list[str]:
    """Give each a name of its own: its number, from `first`, and what is safe of its own name."""
    names = []
    for number, paper in enumerate(papers, first):
        composed = unicodedata.normalize("NFC", paper.name)
        visible = "".join(
            sign
            for sign in composed
            if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
        )
        safe = _UNSAFE.sub("_", visible).strip(" .") or "fil"
        if _RESERVED.fullmatch(safe):
            safe = f"_{safe}"
        path = PurePosixPath(safe)
        stem = path.stem[: _LONGEST - len(path.suffix[:12])]
        names.append(f"{number:03}-{stem}{path.suffix[:12]}")
    return names


def embed(pdf: Pdf, files: Iterable[tuple[str, Paper]]) -> None:
    """Embed files as sources of the document, sorted by name."""
    from pikepdf import Array, Dictionary, Name, String  # noqa: PLC0415 - slow to load

    named, sources = [], []
    for name, paper in sorted(files, key=lambda each: each[0]):
        day = f"D:{paper.day:%Y%m%d}000000+00'00'"
        stream = pdf.make_stream(paper.data)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name(f"/{media_type(paper.media)}")
        digest = hashlib.md5(paper.data, usedforsecurity=False).digest()
        stream.Params = Dictionary(
            Size=len(paper.data), ModDate=String(day), CheckSum=String(digest)
        )
        held = pdf.make_indirect(stream)
        spec = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(name),
                UF=String(name),
                Desc=String(paper.title or name),
                AFRelationship=Name.Source,
                EF=Dictionary(F=held, UF=held),
            )
        )
        named += [String(name), spec]
        sources.append(spec)
    if sources:
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(named)))
        pdf.Root.AF = Array(sources)


def media_type(written: str) -> str:
    """Give a media type that a PDF may name; anything odd is bytes."""
    return written if _MEDIA.fullmatch(written) else "application/octet-stream"
