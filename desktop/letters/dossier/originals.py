"""Originals made visible: pictures and PDF files as pictures of their pages."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters.pdfium import PDFIUM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MOST_PAGES = 40
"""Pages of one original that are shown; the file itself is embedded whole."""

MOST_PIXELS = 40_000_000
"""A larger picture is not unpacked."""

_LONGEST = 1650
"""Pixels of the longest side: A4 at 140 dots an inch."""

_QUALITY = 82
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The pages of an original as pictures."""

    pages: tuple[bytes, ...] = ()
    """JPEG pictures; none when it cannot be shown."""
    count: int = 0
    """Pages in the original, also those beyond MOST_PAGES."""


def shown(data: bytes) -> Shown:
    """Draw an original; nothing that is in it raises."""
    if b"%PDF-" in data[:1024]:
        return _pdf(data)
    page = _picture(data)
    return Shown(pages=(page,), count=1) if page else Shown()


def _pdf(data: bytes) -> Shown:
    import pypdfium2  # noqa: PLC0415 - slow to load

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data)
        try:
            count = len(document)
            pages = tuple(_pages(document, min(count, MOST_PAGES)))
        finally:
            with PDFIUM:
                document.close()
    except (pypdfium2.PdfiumError, ValueError, OSError, MemoryError):
        return Shown()
    return Shown(pages=pages, count=count)


def _pages(document: object, count: int) -> Iterator[bytes]:
    for at in range(count):
        # Let go of between pages, so that the window can draw its own meanwhile.
        with PDFIUM:
            page = document[at]  # type: ignore[index]
            longest = max(page.get_size())
            if not longest > 0:
                raise ValueError("a page without size")
            drawn: Image = page.render(scale=_LONGEST / longest).to_pil().convert("RGB")
            page.close()
        yield _jpeg(drawn)


def _picture(data: bytes) -> bytes:
    from PIL import Image as pillow  # noqa: N813, PLC0415 - slow to load
    from PIL import ImageOps, UnidentifiedImageError  # noqa: PLC0415 - as above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image: Image = pillow.open(io.BytesIO(data), formats=_FORMATS)
            if image.width * image.height > MOST_PIXELS:
                return b""
            image.draft("RGB", (_LONGEST, _LONGEST))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((_LONGEST, _LONGEST))
            see_through = upright.convert("RGBA")
            paper = pillow.new("RGBA", see_through.size, "white")
            paper.alpha_composite(see_through)
            return _jpeg(paper.convert("RGB"))
    except (
        UnidentifiedImageError,
        pillow.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        TypeError,
        MemoryError,
        struct.error,
        zlib.error,
    ):
        return b""


def _jpeg(image: Image) -> bytes:
    """Pack a picture, in grey when it has no colours."""
    from PIL import ImageChops  # noqa: PLC0415 - slow to load

    red, green, blue = image.split()
    plain = not ImageChops.difference(red, green).getbbox()
    plain = plain and not ImageChops.difference(green, blue).getbbox()
    out = io.BytesIO()
    (red if plain else image).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
