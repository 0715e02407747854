"""How the files of the example were made: the coat of arms and what the associations sent in.

Run as a script it writes them anew; a test keeps them as they are drawn here.
"""

from __future__ import annotations

import struct
import zlib
from math import hypot, pi, sin
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "resources" / "example"
WIDTH, HEIGHT = 240, 280
BLUE, WHITE = (27, 94, 155), (255, 255, 255)
FINER = 4
"""Points looked at along each side of a pixel."""
STRAIGHT = 110.0
"""Down to here the sides of the shield are straight; below they are two arcs that meet."""
RADIUS = 173.0


def shield(x: float, y: float) -> bool:
    """Tell whether a point lies on the shield."""
    if not (8 <= x <= WIDTH - 8 and y >= 6):
        return False
    if y <= STRAIGHT:
        return True
    left, right = 8 + RADIUS, WIDTH - 8 - RADIUS
    return max(hypot(x - left, y - STRAIGHT), hypot(x - right, y - STRAIGHT)) <= RADIUS


def waves(x: float, y: float) -> bool:
    """Tell whether a point lies on one of the two waves."""
    swell = 11 * sin((x - 48) / 72 * 2 * pi)
    return 48 <= x <= WIDTH - 48 and any(abs(y - middle - swell) <= 11 for middle in (88, 134))


def looked_at(column: int, row: int) -> list[tuple[bool, bool]]:
    """Tell of points of a pixel whether they lie on the shield, and on a wave."""
    found = [(shield(x, y), waves(x, y)) for x in (column, column + 1) for y in (row, row + 1)]
    if len(set(found)) == 1:
        return found[:1]
    places = [(place + 0.5) / FINER for place in range(FINER)]
    return [
        (shield(column + x, row + y), waves(column + x, row + y)) for x in places for y in places
    ]


def pixel(column: int, row: int) -> bytes:
    """Give red, green, blue and opacity of a pixel."""
    points = looked_at(column, row)
    on = [wave for inside, wave in points if inside]
    white = sum(on) / len(on) if on else 0
    colour = (round(b + (w - b) * white) for b, w in zip(BLUE, WHITE, strict=True))
    return bytes((*colour, round(255 * len(on) / len(points))))


def samples() -> bytes:
    """Give the rows of the picture, each after its filter byte."""
    rows = (
        b"\0" + b"".join(pixel(column, row) for column in range(WIDTH)) for row in range(HEIGHT)
    )
    return b"".join(rows)


def coat() -> bytes:
    """Give the coat of arms as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(samples(), 9))
        + chunk(b"IEND", b"")
    )


def pdf(lines: tuple[str, ...]) -> bytes:
    """Give one page of plain lines as PDF, the first one larger."""
    shown = ["BT", "/F1 16 Tf", "1 0 0 1 72 760 Tm"]
    for at, line in enumerate(lines):
        words = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        shown += ["/F1 11 Tf", "0 -18 Td"] if at else []
        shown.append(f"({words}) Tj")
    stream = "\n".join([*shown, "ET"]).encode("cp1252")
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            b" /Resources << /Font << /F1 4 0 R >> >> >>"
        ),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    )
    data = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(parts) + 1, table, len(parts) + 1, len(data))
    )


PAGES: dict[str, tuple[str, ...]] = {
    "ansokan-vinterkonsert.pdf": (
        "Ansökan om aktivitetsbidrag",
        "Körsällskapet Trollsländan söker 8 000 kr till en vinterkonsert",
        "med kör från Grindavík den 22–24 november 2026.",
        "",
        "Lokal och teknik 7 000 kr, resor för gästerna 8 500 kr, noter 3 500 kr.",
        "Tillsammans 19 000 kr. Biljetter och sponsorer ger 9 000 kr.",
        "",
        "Greta Visström, ordförande",
    ),
    "ansokan-tva-hamnar.pdf": (
        "Ansökan om aktivitetsbidrag",
        "Seglarlaget Passadvinden söker 14 000 kr till utställningen Två hamnar",
        "om Piteå och Saint-Barthélemy, 27 november–10 december 2026.",
        "",
        "Kostnader 20 000 kr, varav 9 000 kr betalas av studieförbundet.",
        "",
        "Nils Verslund",
    ),
    "verksamhetsberattelse-havsornen-2025.pdf": (
        "Verksamhetsberättelse 2025",
        "Föreningen Havsörnen har haft 14 möten och tre öppna kvällar.",
        "Vid årets slut hade föreningen 38 medlemmar.",
        "",
        "Ada Påhittsdotter, ordförande",
    ),
    "rapport-karelens-sanger.pdf": (
        "Rapport: Karelens sånger",
        "Studiecirkeln träffades 22 gånger från oktober 2025 till oktober 2026.",
        "Sexton personer var med. Avslutningen på biblioteket hade 60 besökare.",
        "Bidraget, 4 000 kr, gick till noter och lokal. Kvitton finns hos oss.",
        "",
        "Ivar Sagström",
    ),
    "overenskommelse-grindavik-2023.pdf": (
        "Överenskommelse om kostnader vid besök",
        "mellan Piteå kommun och Grindavíkurbær",
        "",
        "Gäller 2023-01-01–2027-12-31. Uppsägning sex månader. Ses över 2027-03-31.",
        "Gästen betalar resan. Värden betalar logi, kost, lokala transporter och program.",
        "Tolk delas lika. Var och en står för sina gåvor, högst 500 kr styck.",
        "",
        "Undertecknad 2022-12-05",
        "Maja Diktnäs, Piteå              Sölvi Uppspunason, Grindavík",
    ),
    "overenskommelse-saint-barthelemy-2022.pdf": (
        "Agreement on the sharing of costs for visits",
        "between Piteå kommun and Collectivité de Saint-Barthélemy",
        "",
        "Valid from 1 January 2022 until terminated. Notice: six months.",
        "The guest pays for travel. The host pays for accommodation, meals and local transport.",
        "",
        "Signed 13 December 2021",
        "Maja Diktnäs, Piteå              Odile Inventée, Saint-Barthélemy",
    ),
    "overenskommelse-kandalaksja-2015.pdf": (
        "Överenskommelse om kultur och bibliotek",
        "mellan Piteå kommun och Kandalaksja distrikt",
        "",
        "Gäller från 2015-01-01. Uppsägning sex månader.",
        "",
        "Undertecknad 2014-12-08",
    ),
}
TEXTS: dict[str, str] = {
    "mejl-sagokvall.txt": (
        "Hej!\n\nVi söker 5 000 kr till en sagokväll om Grindavík på biblioteket den 5 december.\n"
        "Kostnaderna är 7 400 kr och inträdet ger 2 400 kr.\n\nHälsningar\nBirger Fabelin,"
        " Isländska sällskapet Norrsken\n"
    ),
}


def drawn() -> dict[str, bytes]:
    """Give every file but the coat of arms, by name."""
    pages = {name: pdf(lines) for name, lines in PAGES.items()}
    return {**pages, **{name: words.encode() for name, words in TEXTS.items()}}


if __name__ == "__main__":
    (FOLDER / "files").mkdir(parents=True, exist_ok=True)
    (FOLDER / "vapen.png").write_bytes(coat())
    for name, data in drawn().items():
        (FOLDER / "files" / name).write_bytes(data)
