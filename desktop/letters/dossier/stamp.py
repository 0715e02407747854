"""Small words at the very top of finished pages: the page of the whole file, "Maskad kopia"."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop.letters.content import Document, Letterhead
from desktop.letters.dossier.glyphs import fonts_of
from desktop.letters.render import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Pdf

NAME = "/Stamp"
_SIZE, _FROM_TOP, _MARK_SIZE = 7.6, 24.0, 9.0
_LEFT, _RIGHT = 70.87, 62.36
_HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
_GREY, _INK = "0.337 0.369 0.408 rg", "0.106 0.122 0.141 rg"


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What stands at the top of a page, above its own head."""

    left: str = ""
    """What is to be seen first: "Maskad kopia"."""
    right: str = ""
    """What only helps to find: "Hela ärendet 2026-014, sida 3 av 12"."""


def stamp_all(pdf: Pdf, stamps: Sequence[Stamp]) -> None:
    """Put a stamp on each page, as an artifact of its head."""
    import pikepdf  # noqa: PLC0415 - slow to load, and seldom wanted

    signs = "".join(sorted({sign for each in stamps for sign in each.left + each.right}))
    if not signs:
        return
    with pikepdf.open(io.BytesIO(_alphabet(signs))) as source:
        # The bold font of the alphabet's own heading shows every sign of the stamps.
        name, font = next(
            (name, font)
            for name, font in fonts_of(source.pages[0]).items()
            if set(signs) <= {font.meaning[code] for code in font.meaning}
        )
        held = pdf.copy_foreign(source.pages[0].obj.Resources.Font[name])
    codes = {said: code for code, said in font.meaning.items()}
    for page, each in zip(pdf.pages, stamps, strict=True):
        _put(pdf, page, _content(page, each, codes, font.widths), held)


@lru_cache(maxsize=4)
def _alphabet(signs: str) -> bytes:
    return render(
        Document(
            kind="stamp",
            doc_id=f"stamp:{signs}",
            title="Stämpel",
            created=date(2000, 1, 1),
            letterhead=Letterhead(municipality=signs),
            heading=signs,
        )
    )


def _content(page: Any, stamp: Stamp, codes: dict[str, int], widths: dict[int, float]) -> bytes:  # noqa: ANN401
    _, _, right, top = (float(edge) for edge in page.obj.MediaBox)
    lines = []
    for words, size, ink, at_right in (
        (stamp.left, _MARK_SIZE, _INK, False),
        (stamp.right, _SIZE, _GREY, True),
    ):
        if not words:
            continue
        shown = bytes(codes[sign] for sign in words)
        wide = sum(widths[code] for code in shown) * size
        x = right - _RIGHT - wide if at_right else _LEFT
        lines.append(
            f"BT 1 0 0 1 {x:.2f} {top - _FROM_TOP:.2f} Tm {ink} {NAME} {size:g} Tf"
            f" <{shown.hex()}> Tj ET"
        )
    return "\n".join((_HEADER, *lines, "EMC")).encode()


def _put(pdf: Pdf, page: Any, content: bytes, font: Any) -> None:  # noqa: ANN401 - the file's
    import pikepdf  # noqa: PLC0415 - as above

    fonts = page.obj.Resources.Font
    # A page that bears a stamp already keeps its font under the first free name.
    name = next(
        each
        for each in (NAME, *(f"{NAME}{at}" for at in range(2, 10)))
        if each not in fonts or fonts[each].objgen == font.objgen
    )
    fonts[name] = font
    held = page.obj.Contents
    before = list(held) if isinstance(held, pikepdf.Array) else [held]
    own = content.replace(f"{NAME} ".encode(), f"{name} ".encode())
    page.obj.Contents = pikepdf.Array([*before, pdf.make_indirect(pdf.make_stream(own))])
