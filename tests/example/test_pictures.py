"""Every page of the catalogue is drawn from the example, and nothing else is touched."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage

from desktop.__main__ import main
from desktop.ui import pictures
from desktop.ui.pages import PAGES
from desktop.ui.theme import Look
from tests.example.conftest import DAY

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("qapp")]


@pytest.fixture(scope="module")
def folder(made, tmp_path_factory, qapp):
    """Every page in one look and size; the others differ in no code."""
    place = tmp_path_factory.mktemp("pictures")
    example = shutil.copy(made, place / "Exempel.vanbok")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VANBOK_CONFIG", str(place / "config"))
        patch.setattr(pictures, "LOOKS", (Look.LIGHT,))
        patch.setattr(pictures, "SIZES", (100,))
        count = pictures.draw(example, place / "out", date.fromisoformat(DAY))
    assert len(list((place / "out").iterdir())) == count
    return place


def test_every_page_of_the_catalogue_is_drawn(folder):
    names = {path.name.removesuffix("-light-100.png") for path in (folder / "out").iterdir()}

    assert {name.split("-")[0] for name in names} == {entry.key for entry in PAGES}


def test_every_picture_is_of_the_whole_window_and_not_blank(folder):
    for path in (folder / "out").iterdir():
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1440, 900)
        colours = {image.pixel(x, y) for x in range(0, 1440, 9) for y in range(0, 900, 3)}
        assert len(colours) > 20, f"{path.name} is blank"


def test_no_two_pages_are_the_same(folder):
    images = sorted(path.read_bytes() for path in (folder / "out").iterdir())

    assert all(one != other for one, other in pairwise(images))


def test_neither_the_register_nor_what_a_person_prefers_is_changed(folder, made):
    assert (folder / "Exempel.vanbok").read_bytes() == made.read_bytes()
    assert not (folder / "config").exists()


def test_the_letters_are_saved_beside_the_pictures(example, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pictures, "SIZES", ())

    assert main(["pictures", str(example), "--out", str(tmp_path / "out"), "--on", DAY]) == 0

    assert (tmp_path / "out" / "2026-014-beslut-2026-5.pdf").exists()
    assert "0 bilder" in capsys.readouterr().out
