"""Only the address stands in the envelope's window, at the left and at the right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from desktop.domain.phases import WindowSide
from desktop.flow.envelope import WINDOWS
from desktop.letters.compose import compose
from desktop.letters.content import Window
from desktop.letters.render import render
from tests.letters.samples import SAMPLES
from tests.letters.structure import faults

POINTS = 72 / 25.4
LETTERS = [kind for kind, facts in SAMPLES.items() if compose(kind, facts).recipient]
"""What goes in an envelope."""


@pytest.mark.parametrize("side", WindowSide)
@pytest.mark.parametrize("kind", LETTERS)
def test_nothing_but_the_address_is_seen_in_the_window(kind, side):
    window = WINDOWS[side]
    left, top = window.address
    facts = replace(SAMPLES[kind], window=Window(left=left, top=top, fold=105))
    document = compose(kind, facts)
    data = render(document)
    page = PdfDocument(data)[0]
    high = page.get_height()
    seen = page.get_textpage().get_text_bounded(
        left=window.left * POINTS,
        right=(window.left + window.width) * POINTS,
        top=high - window.top * POINTS,
        bottom=high - (window.top + window.height) * POINTS,
    )
    assert seen.split() == " ".join(document.recipient).split()
    assert faults(data, document) == []
