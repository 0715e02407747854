"""The papers that the README shows, each page drawn from its sample.

python -m tests.letters.shown    draw them anew, after looking at what has changed
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from desktop.letters.compose import compose
from desktop.letters.render import render
from tests.letters.samples import SAMPLES

FOLDER = Path(__file__).parents[2] / "resources" / "help"
SHOWN = {
    "beslut": "decision_partly",
    "samrad": "committee_sheet",
    "aterkrav": "reclaim_decision",
}
"""Kind of paper by the name of its picture: "beslut.png"."""
WIDE = 760
"""Pixels of a page's width."""
COLOURS = 64
"""Of a picture: few enough that it stays small."""


def draw(folder: Path = FOLDER) -> None:
    """Write the first page of each."""
    for name, kind in SHOWN.items():
        document = pypdfium2.PdfDocument(render(compose(kind, SAMPLES[kind])))
        page = document[0]
        image = page.render(scale=WIDE / page.get_width()).to_pil()
        image.quantize(COLOURS).save(folder / f"{name}.png", optimize=True)
        document.close()


if __name__ == "__main__":
    draw()
