"""The coat of arms: any picture becomes small, opaque and RGB."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.letters.problems import BadPicture

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 480
"""The longest side that is kept, pixels: 15 mm at 800 dots an inch."""

MOST_PIXELS = 40_000_000
"""A larger picture is refused before it is unpacked."""


@dataclass(frozen=True)
class Picture:
    """A picture as a PDF file keeps it."""

    width: int
    """Pixels."""
    height: int
    """Pixels."""
    samples: bytes
    """Deflated RGB samples, three bytes for each pixel."""


def normal_coat(data: bytes) -> bytes:
    """Make a chosen picture fit to keep: an opaque RGB PNG, at most LONGEST pixels.

    Raises BadPicture when the bytes are no picture that can be read.
    """
    out = io.BytesIO()
    _opened(data).save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=8)
def decoded(data: bytes) -> Picture:
    """Read a coat of arms for a letter; the last few are remembered."""
    image = _opened(data)
    return Picture(image.width, image.height, zlib.compress(image.tobytes(), 9))


def _opened(data: bytes) -> Image:
    # Pillow is slow to load: not before the first picture.
    from PIL import Image as pillow  # noqa: N813, PLC0415
    from PIL import UnidentifiedImageError  # noqa: PLC0415

    try:
        image: Image = pillow.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            raise BadPicture("Bilden är för stor.")
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fault:
        raise BadPicture("Filen är inte en PNG- eller JPEG-bild som går att läsa.") from fault
    if image.mode not in {"RGBA", "LA", "PA", "P"}:
        image = image.convert("RGB")
    see_through = image.convert("RGBA")
    see_through.thumbnail((LONGEST, LONGEST))
    paper = pillow.new("RGBA", see_through.size, "white")
    paper.alpha_composite(see_through)
    return paper.convert("RGB")
