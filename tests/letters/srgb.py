"""Make the colour profile of the letters' output intent: sRGB as a version 2 display profile.

The numbers are those of IEC 61966-2-1, adapted to D50; `python -m tests.letters.srgb` writes it.
"""

import struct
from pathlib import Path

D50 = (0.9642, 1.0, 0.8249)
RED = (0.4360747, 0.2225045, 0.0139322)
GREEN = (0.3850649, 0.7168786, 0.0971045)
BLUE = (0.1430804, 0.0606169, 0.7141733)
STEPS = 1024
PROFILE = Path(__file__).parents[2] / "resources" / "icc" / "srgb.icc"


def _fixed(value):
    return struct.pack(">i", round(value * 65536))


def _xyz(values):
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _text(words):
    return b"text\0\0\0\0" + words.encode("ascii") + b"\0"


def _description(words):
    said = words.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(said)) + said + bytes(4 + 4 + 2 + 1 + 67)


def _linear(value):
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _curve():
    points = [round(_linear(step / (STEPS - 1)) * 65535) for step in range(STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{STEPS}H", STEPS, *points)


def profile():
    curve = _curve()
    tags = [
        (b"desc", _description("sRGB IEC61966-2.1")),
        (b"cprt", _text("No copyright, use freely")),
        (b"wtpt", _xyz(D50)),
        (b"rXYZ", _xyz(RED)),
        (b"gXYZ", _xyz(GREEN)),
        (b"bXYZ", _xyz(BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    places, body, begin = {}, b"", 128 + 4 + 12 * len(tags)
    for _, data in tags:
        if data not in places:
            places[data] = begin + len(body)
            body += data + bytes(-len(data) % 4)
    table = struct.pack(">I", len(tags)) + b"".join(
        struct.pack(">4sII", name, places[data], len(data)) for name, data in tags
    )
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI",
        begin + len(body),
        b"\0\0\0\0",
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2026, 1, 1, 0, 0, 0),
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        b"\0\0\0\0",
        0,
        0,
    )
    illuminant = b"".join(map(_fixed, D50))
    return (head + illuminant).ljust(128, b"\0") + table + body


if __name__ == "__main__":
    PROFILE.parent.mkdir(parents=True, exist_ok=True)
    PROFILE.write_bytes(profile())
