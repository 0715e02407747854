"""Pictures that fill a page: scans and photographs, as small as they can be kept."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.letters.pictures import MOST_PIXELS, Picture
from desktop.letters.problems import BadPicture

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SCAN = 2480
"""The longest side of what has to be packed anew, pixels: A4 at 210 dots an inch."""

_UPRIGHT = {None, 1}
"""How a picture that needs no turning says so."""

_ORIENTATION = 0x0112
_COLOURS = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def scan_name(data: bytes) -> str:
    """Give the name of a picture in its file: one for each content."""
    return f"scan{sha256(data).hexdigest()[:16]}"


@lru_cache(maxsize=8)
def scanned(data: bytes) -> Picture:
    """Read a picture for a page; raises BadPicture. The last few are remembered.

    A JPEG file in grey or RGB is kept as it is. Everything else becomes grey or RGB on white.
    """
    image = _opened(data)
    turned = image.getexif().get(_ORIENTATION) not in _UPRIGHT
    if image.format == "JPEG" and image.mode in _COLOURS and not turned:
        return Picture(image.width, image.height, data, "DCTDecode", _COLOURS[image.mode])
    flat = _flat(image)
    samples = zlib.compress(flat.tobytes(), 6)
    return Picture(flat.width, flat.height, samples, colours=_COLOURS[flat.mode])


def _opened(data: bytes) -> Image:
    # Pillow is slow to load: not before the first picture.
    from PIL import Image as pillow  # noqa: N813, PLC0415
    from PIL import UnidentifiedImageError  # noqa: PLC0415

    try:
        image: Image = pillow.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            raise BadPicture("Bilden har fler än 40 miljoner punkter.")
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, zlib.error) as fault:
        raise BadPicture("Filen är inte en PNG- eller JPEG-bild som går att läsa.") from fault
    except pillow.DecompressionBombError as fault:
        raise BadPicture("Bilden har fler än 40 miljoner punkter.") from fault
    return image


def _flat(image: Image) -> Image:
    from PIL import Image as pillow  # noqa: N813, PLC0415 - as above
    from PIL import ImageOps  # noqa: PLC0415 - as above

    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):
        # 16 bits of grey, of which Pillow itself would keep the wrong half.
        upright = upright.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if upright.mode in {"1", "L"} and "transparency" not in upright.info:
        grey = upright.convert("L")
        grey.thumbnail((LONGEST_SCAN, LONGEST_SCAN))
        return grey
    if upright.mode in {"RGB", "CMYK", "YCbCr"} and "transparency" not in upright.info:
        opaque = upright.convert("RGB")
        opaque.thumbnail((LONGEST_SCAN, LONGEST_SCAN))
        return opaque
    see_through = upright.convert("RGBA")
    see_through.thumbnail((LONGEST_SCAN, LONGEST_SCAN))
    paper = pillow.new("RGBA", see_through.size, "white")
    paper.alpha_composite(see_through)
    return paper.convert("RGB")
