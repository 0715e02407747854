"""A coat of arms of any kind becomes one small picture; a hostile file is refused in words."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from desktop.letters.pictures import LONGEST, MOST_BYTES, normal_coat
from desktop.letters.problems import BadPicture
from tests.letters.pictures import COAT, picture

NAVY = Image.new("RGB", (300, 360), (0, 0, 128))


def saved(image, kind, **more):
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def opened(data):
    return Image.open(io.BytesIO(normal_coat(data)))


def near(found, wanted):
    return all(abs(one - other) < 8 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_each_kind_of_file_keeps_its_colours(kind):
    coat = opened(saved(NAVY, kind))
    assert coat.mode == "RGB"
    assert near(coat.getpixel((100, 100)), (0, 0, 128))


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_picture_from_a_print_shop_is_converted(kind):
    assert near(opened(saved(NAVY.convert("CMYK"), kind)).getpixel((100, 100)), (0, 0, 128))


@pytest.mark.parametrize(("mode", "kind"), [("I;16", "PNG"), ("I", "TIFF")])
def test_grey_of_sixteen_bits_is_grey_of_eight(mode, kind):
    coat = opened(saved(Image.new(mode, (90, 90), 0x8000), kind))
    assert near(coat.getpixel((40, 40)), (127, 127, 127))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_seen_through_lies_on_white(mode):
    see_through = Image.new("RGBA", (90, 90), (0, 0, 0, 0)).convert(mode)
    more = {"transparency": see_through.getpixel((1, 1))} if mode == "P" else {}
    assert opened(saved(see_through, "PNG", **more)).getpixel((40, 40)) == (255, 255, 255)


def test_a_picture_that_lies_on_its_side_is_raised():
    turned = Image.Exif()
    turned[0x0112] = 6
    coat = opened(saved(Image.new("RGB", (400, 100), "red"), "JPEG", exif=turned))
    assert coat.height > coat.width


@pytest.mark.parametrize("cut", [None, 60])
def test_a_colour_profile_is_used_or_dropped_and_never_kept(cut):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()[:cut]
    coat = opened(saved(NAVY, "JPEG", icc_profile=profile))
    assert "icc_profile" not in coat.info
    assert near(coat.getpixel((100, 100)), (0, 0, 128))


def test_a_large_picture_is_made_small():
    assert max(opened(saved(Image.new("RGB", (3000, 1000), "red"), "PNG")).size) == LONGEST


def test_a_pdf_gives_its_first_page_without_the_white_round_it():
    page = Image.new("RGB", (600, 800), "white")
    page.paste(Image.new("RGB", (120, 60), "navy"), (300, 300))
    coat = opened(saved(page, "PDF"))
    assert coat.width > coat.height * 1.6
    assert near(coat.getpixel((200, 100)), (0, 0, 128))


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png(wide, high, *chunks):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


BOMB = png(60_000, 60_000, chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000)))
TEXT_BOMB = png(9, 9, chunk(b"zTXt", b"x\0\0" + zlib.compress(b"a" * 80_000_000)))
HOSTILE = {
    "empty": (b"", "går inte att läsa som bild"),
    "words": ("nej åäö".encode(), "går inte att läsa som bild"),
    "half": (COAT[: len(COAT) // 2], "är skadad"),
    "bomb": (BOMB, "40 miljoner punkter"),
    "hidden words": (TEXT_BOMB, "är skadad"),
    "no data": (png(9, 9), "är skadad"),
    "large": (COAT + b"\0" * MOST_BYTES, "större än 20 MB"),
    "drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "är en SVG"),
    "broken pdf": (b"%PDF-1.7\nnej", "första sida"),
    "blank pdf": (saved(Image.new("RGB", (90, 90), "white"), "PDF"), "tom bild"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "som bild"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_picture_is_refused_in_words(name):
    data, said = HOSTILE[name]
    with pytest.raises(BadPicture) as refused:
        normal_coat(data)
    assert said in str(refused.value)


def test_every_cut_of_a_picture_is_read_or_refused():
    for data in (picture("RGB", kind="JPEG"), saved(NAVY, "TIFF"), saved(NAVY, "GIF")):
        for part in range(0, len(data), max(1, len(data) // 25)):
            try:
                normal_coat(data[:part])
            except BadPicture:
                continue
