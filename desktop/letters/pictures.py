"""The coat of arms: any picture becomes small, opaque and RGB."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.letters.pdfium import PDFIUM
from desktop.letters.problems import BadPicture

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 480
"""The longest side that is kept, pixels: 15 mm at 800 dots an inch."""

MOST_PIXELS = 40_000_000
"""A larger picture is refused before it is unpacked."""

MOST_BYTES = 20 * 1024 * 1024
"""A larger file is refused unread."""

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
"""What Pillow may read; it knows many more, seldom tried and never needed."""

_SEE_THROUGH = {"RGBA", "LA", "PA", "P", "La", "RGBa"}
_DEEP = {"I;16", "I;16B", "I;16L", "I;16N", "I", "F"}
_PDF_SIDE = 4 * LONGEST
"""Pixels that the longest side of a PDF page is drawn at, before its white edges are cut off."""


@dataclass(frozen=True)
class Picture:
    """A picture as a PDF file keeps it."""

    width: int
    """Pixels."""
    height: int
    """Pixels."""
    samples: bytes
    """The samples, packed."""
    packed: str = "FlateDecode"
    """How: FlateDecode, or DCTDecode for a JPEG file as it is."""
    colours: str = "DeviceRGB"
    """DeviceRGB, three samples for each pixel, or DeviceGray, one."""


def normal_coat(data: bytes) -> bytes:
    """Make a chosen picture fit to keep: an opaque RGB PNG, at most LONGEST pixels.

    Takes PNG, JPEG, GIF, BMP, TIFF and WEBP in any colours, and the first page of a PDF.
    Raises BadPicture when the bytes are no picture that can be read; it holds a Text that goes on
    from the file's name: "… är skadad – spara den på nytt".
    """
    if len(data) > MOST_BYTES:
        raise BadPicture(say("är större än 20 MB – spara en mindre kopia av bilden"))
    image = _opaque(_pdf_page(data) if data.startswith(b"%PDF-") else _opened(data))
    # Whatever the file said besides its picture, a colour profile or a place, stays behind.
    image.info.clear()
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=8)
def decoded(data: bytes) -> Picture:
    """Read a coat of arms for a letter; the last few are remembered."""
    image = _opaque(_opened(data))
    return Picture(image.width, image.height, zlib.compress(image.tobytes(), 9))


def _opened(data: bytes) -> Image:
    """Read a picture; a size that is too large is refused before anything is unpacked."""
    if _is_svg(data):
        raise BadPicture(say("är en SVG, som bara läses i fönstret – spara bilden som PNG"))
    # Pillow is slow to load: not before the first picture.
    from PIL import Image as pillow  # noqa: N813, PLC0415
    from PIL import ImageOps, UnidentifiedImageError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            # Pillow warns of what is refused below.
            warnings.simplefilter("ignore", pillow.DecompressionBombWarning)
            image: Image = pillow.open(io.BytesIO(data), formats=FORMATS)
            if image.width * image.height > MOST_PIXELS:
                raise _too_many()
            image.load()
            return _shrunk(_in_srgb(ImageOps.exif_transpose(_shallow(image))))
    except pillow.DecompressionBombError as fault:
        raise _too_many() from fault
    except UnidentifiedImageError as fault:
        raise BadPicture(
            say("går inte att läsa som bild – välj en PNG, JPEG, SVG eller PDF")
        ) from fault
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error) as fault:
        raise BadPicture(
            say("är skadad och går inte att läsa som bild – spara den på nytt")
        ) from fault


def _too_many() -> BadPicture:
    return BadPicture(say("har fler än 40 miljoner punkter – spara en mindre kopia av bilden"))


def _is_svg(data: bytes) -> bool:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) and b"<svg" in data.lower()


def _shrunk(image: Image) -> Image:
    see_through = image.convert("RGBA" if image.mode in _SEE_THROUGH or _keyed(image) else "RGB")
    see_through.thumbnail((LONGEST, LONGEST))
    return see_through


def _keyed(image: Image) -> bool:
    """Say whether one colour of the picture stands for nothing at all."""
    return "transparency" in image.info


def _shallow(image: Image) -> Image:
    """Bring grey of 16 or 32 bits down to 8: Pillow itself would cut it off at white."""
    if image.mode not in _DEEP:
        return image
    from PIL import ImageMath  # noqa: PLC0415 - as above

    deep = image.convert("F" if image.mode == "F" else "I")
    low, high = _extremes(deep)
    top = 65_535.0 if low >= 0 and 255 < high <= 65_535 else max(high, 1.0)  # noqa: PLR2004
    grey: Image = ImageMath.lambda_eval(
        lambda args: args["convert"](args["it"] * 255.0 / top, "L"), it=deep
    )
    return grey


def _extremes(image: Image) -> tuple[float, float]:
    found = image.getextrema()
    low, high = found[0], found[1]
    if isinstance(low, tuple) or isinstance(high, tuple):
        raise ValueError("one band was expected")  # noqa: TRY004 - a picture, not an argument
    if not (abs(low) < float("inf") and abs(high) < float("inf")):
        raise ValueError("a grey that is no number")
    return float(low), float(high)


def _in_srgb(image: Image) -> Image:
    """Convert from the picture's own colour profile, where it has one that can be used."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    from PIL import ImageCms  # noqa: PLC0415 - as above

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, own, target, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


def _pdf_page(data: bytes) -> Image:
    """Draw the first page of a PDF, without the white round it."""
    import pypdfium2  # noqa: PLC0415 - slow to load, and seldom wanted

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data)
            try:
                page = document[0]
                longest = max(page.get_size())
                if not longest > 0:
                    raise ValueError("a page without size")
                drawn: Image = page.render(scale=_PDF_SIDE / longest).to_pil().convert("RGB")
            finally:
                document.close()
    except (pypdfium2.PdfiumError, ValueError, IndexError, OSError, MemoryError) as fault:
        raise BadPicture(
            say("har ingen första sida som går att läsa som bild – spara den som PNG")
        ) from fault
    return _shrunk(_cut_out(drawn))


def _cut_out(image: Image) -> Image:
    from PIL import Image as pillow  # noqa: N813, PLC0415 - as above
    from PIL import ImageChops  # noqa: PLC0415 - as above

    box = ImageChops.difference(image, pillow.new("RGB", image.size, "white")).getbbox()
    if box is None:
        raise BadPicture(say("är en tom bild – välj en fil med kommunvapnet"))
    return image.crop(box)


def _opaque(image: Image) -> Image:
    """Lay a picture on white paper."""
    if image.mode == "RGB":
        return image
    from PIL import Image as pillow  # noqa: N813, PLC0415 - as above

    paper = pillow.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")
