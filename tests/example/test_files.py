"""The files of the example are as they are drawn: plainly invented, and small."""

from __future__ import annotations

import re
import struct
import zlib

import pypdfium2
import pytest

from desktop.domain.numbers import personal_numbers
from tests.example.drawing import FOLDER, HEIGHT, PAGES, WIDTH, drawn, samples


def test_the_coat_of_arms_is_the_drawn_one():
    data = (FOLDER / "vapen.png").read_bytes()

    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
    length = struct.unpack(">I", data[33:37])[0]
    assert zlib.decompress(data[41 : 41 + length]) == samples()


def test_what_the_associations_sent_in_is_as_drawn():
    assert {path.name: path.read_bytes() for path in (FOLDER / "files").iterdir()} == drawn()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read(name):
    document = pypdfium2.PdfDocument(FOLDER / "files" / name)
    page = document[0]
    words = page.get_textpage()

    assert words.get_text_range().startswith(PAGES[name][0])
    for each in (words, page, document):
        each.close()


def test_nobody_in_the_script_can_be_somebody():
    words = (FOLDER / "pitea.jsonl").read_text(encoding="utf-8")

    addresses = re.findall(r"[\w.]+@[\w.]+", words)
    assert addresses
    assert all(each.endswith(".example") for each in addresses)
    assert not personal_numbers(words)
