"""Fonts of a masked letter lose every glyph that only the hidden words had."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Pdf

    from desktop.letters.dossier.glyphs import Show

_BLOCK = re.compile(rb"\d+ beginbfchar\n(.*?)endbfchar", re.DOTALL)
_LINE = re.compile(rb"<([0-9A-Fa-f]{2})> <[0-9A-Fa-f]{4,}>\n?")
_CHECKSUM = 0xB1B0AFBA
_COMPOSITE_WORDS, _MORE, _SCALE, _SCALES, _MATRIX = 0x0001, 0x0020, 0x0008, 0x0040, 0x0080
_SHORT_LOCA = 0


def scrub(pdf: Pdf, shows: Iterable[Show]) -> None:
    """Take away what the fonts say, measure and draw for codes that are no longer shown."""
    used: dict[tuple[int, int], set[int]] = {}
    for show in shows:
        left = {code for at, code in enumerate(show.codes) if at not in show.hidden}
        used.setdefault(show.font.key, set()).update(left)
    done: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for font in page.obj.Resources.Font.values():
            if font.objgen not in done:
                done.add(font.objgen)
                _scrub(pdf, font, used.get(font.objgen, set()))


def _scrub(pdf: Pdf, font: Any, used: set[int]) -> None:  # noqa: ANN401 - an object of the file
    font.ToUnicode = pdf.make_stream(_meaning(font.ToUnicode.read_bytes(), used))
    first = int(font.FirstChar)
    for at in range(len(font.Widths)):
        if first + at not in used:
            font.Widths[at] = 0
    descriptor = font.FontDescriptor
    data = _outlines(descriptor.FontFile2.read_bytes(), used)
    descriptor.FontFile2 = pdf.make_stream(data, {"/Length1": len(data)})


def _meaning(cmap: bytes, used: set[int]) -> bytes:
    def kept(block: re.Match[bytes]) -> bytes:
        lines = [line[0] for line in _LINE.finditer(block[1]) if int(line[1], 16) in used]
        body = b"".join(line if line.endswith(b"\n") else line + b"\n" for line in lines)
        return b"%d beginbfchar\n%sendbfchar" % (len(lines), body) if lines else b""

    return _BLOCK.sub(kept, cmap)


def _outlines(data: bytes, used: set[int]) -> bytes:
    """Empty the glyphs of a TrueType subset that no used code needs."""
    tables = _tables(data)
    codes = _codes(tables["cmap"])
    offsets = _offsets(tables)
    kept = {0} | {codes[code] for code in used if code in codes}
    _add_parts(kept, tables["glyf"], offsets)
    glyf, places = bytearray(), [0]
    for glyph in range(len(offsets) - 1):
        if glyph in kept:
            glyf += tables["glyf"][offsets[glyph] : offsets[glyph + 1]]
            glyf += b"\0" * (-len(glyf) % 4)
        places.append(len(glyf))
    short = _short(tables)
    loca = [place // 2 for place in places] if short else places
    tables["glyf"] = bytes(glyf)
    tables["loca"] = struct.pack(f">{len(loca)}{'H' if short else 'L'}", *loca)
    tables["hmtx"] = _measures(tables, kept)
    return _font_file(data[:4], tables)


def _tables(data: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for place in range(12, 12 + 16 * count, 16):
        tag, _, begin, length = struct.unpack_from(">4sLLL", data, place)
        found[tag.decode("latin-1")] = data[begin : begin + length]
    return found


def _codes(cmap: bytes) -> dict[int, int]:
    """Read code and glyph from the table of format 6 that the subsets have."""
    begin = struct.unpack_from(">L", cmap, 8)[0]
    kind, _, _, first, count = struct.unpack_from(">5H", cmap, begin)
    if kind != 6:  # noqa: PLR2004 - the format's number
        raise ValueError("a font that we did not cut")
    glyphs = struct.unpack_from(f">{count}H", cmap, begin + 10)
    return {first + at: glyph for at, glyph in enumerate(glyphs)}


def _short(tables: dict[str, bytes]) -> bool:
    return bool(struct.unpack_from(">h", tables["head"], 50)[0] == _SHORT_LOCA)


def _offsets(tables: dict[str, bytes]) -> list[int]:
    loca = tables["loca"]
    if _short(tables):
        return [2 * each for each in struct.unpack(f">{len(loca) // 2}H", loca)]
    return list(struct.unpack(f">{len(loca) // 4}L", loca))


def _add_parts(kept: set[int], glyf: bytes, offsets: list[int]) -> None:
    """Keep also the glyphs that kept ones are put together from."""
    waiting = list(kept)
    while waiting:
        glyph = waiting.pop()
        for part in _parts(glyf[offsets[glyph] : offsets[glyph + 1]]):
            if part not in kept:
                kept.add(part)
                waiting.append(part)


def _parts(outline: bytes) -> list[int]:
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:  # noqa: PLR2004 - its head
        return []
    found, at, flags = [], 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        found.append(part)
        at += 4 + (4 if flags & _COMPOSITE_WORDS else 2)
        at += 2 if flags & _SCALE else 4 if flags & _SCALES else 8 if flags & _MATRIX else 0
    return found


def _measures(tables: dict[str, bytes], kept: set[int]) -> bytes:
    """Give the widths, 0 for glyphs that are gone."""
    count = struct.unpack_from(">H", tables["hhea"], 34)[0]
    measures = bytearray(tables["hmtx"])
    for glyph in range(count):
        if glyph not in kept:
            struct.pack_into(">Hh", measures, 4 * glyph, 0, 0)
    return bytes(measures)


def _font_file(version: bytes, tables: dict[str, bytes]) -> bytes:
    head = bytearray(tables["head"])
    struct.pack_into(">L", head, 8, 0)
    tables = {**tables, "head": bytes(head)}
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = [
        version
        + struct.pack(">4H", count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    ]
    begin, bodies = 12 + 16 * count, []
    for tag in sorted(tables):
        body = tables[tag]
        directory.append(struct.pack(">4sLLL", tag.encode("latin-1"), _sum(body), begin, len(body)))
        padded = body + b"\0" * (-len(body) % 4)
        bodies.append(padded)
        begin += len(padded)
    whole = bytearray(b"".join(directory + bodies))
    at = whole.index(bytes(head), 12 + 16 * count)
    struct.pack_into(">L", whole, at + 8, (_CHECKSUM - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
