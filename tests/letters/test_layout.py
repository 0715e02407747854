"""Where things stand: nothing is parted that belongs together, nothing leaves the paper."""

from dataclasses import replace

import pytest

from desktop.letters.compose import compose
from desktop.letters.content import Box, Heading, Numbered, Paragraph, Run, Signature
from desktop.letters.layout.column import Column
from desktop.letters.layout.lines import break_lines
from desktop.letters.layout.paper import lay_block
from desktop.letters.layout.prose import set_blocks
from desktop.letters.layout.strips import Strip, glue, lay
from desktop.letters.layout.style import BODY
from desktop.letters.pdf.tags import Element
from desktop.letters.render import render
from tests.letters.samples import PARTLY, SAMPLES
from tests.letters.structure import Checker, opened
from tests.letters.variants import hostile, long


def strips(count, height=10.0, **own):
    return [Strip(height, **own) for _ in range(count)]


def shape(pages):
    return [len(page.placed) for page in pages]


def test_strips_fill_a_page_before_the_next():
    assert shape(lay(strips(25), 0, 0, 100)) == [10, 10, 5]


def test_later_pages_begin_higher():
    assert shape(lay(strips(25), 50, 0, 100)) == [5, 10, 10]


def test_glued_strips_move_together():
    assert shape(lay([*strips(8), *glue(strips(4))], 0, 0, 100)) == [8, 4]


def test_a_bunch_that_no_page_can_hold_is_parted():
    assert shape(lay(glue(strips(25)), 0, 0, 100)) == [10, 10, 5]


def test_room_above_is_left_out_at_the_top_of_a_page():
    (page,) = lay(strips(1, before=7.0), 0, 0, 100)

    assert page.placed[0][0] == 0


def test_a_head_comes_again_on_the_next_page():
    head = Strip(10)
    pages = lay([head, *strips(12, head=head)], 0, 0, 100)

    assert [page.placed[0][1] is head for page in pages] == [True, True]
    assert shape(pages) == [10, 4]


def test_what_stands_low_stands_at_the_foot_of_the_last_page():
    (page,) = lay([*strips(2), Strip(10, low=True)], 0, 0, 100)

    assert page.placed[-1][0] == 90


def test_a_heading_is_never_last_on_a_page():
    column = Column(0, 300, Element("Sect"))
    made = set_blocks((Heading(text="Del"), _paragraph(1)), column, lay_block)

    assert made[0].glued


@pytest.mark.parametrize("words", [40, 60, 200])
def test_no_single_line_of_a_paragraph_stands_alone(words):
    made = set_blocks((_paragraph(words),), Column(0, 200, Element("Sect")), lay_block)

    assert made[0].glued
    assert made[-2].glued
    assert not made[-1].glued


def test_a_signature_stays_with_what_it_signs():
    made = set_blocks(
        (_paragraph(1), Signature(name="Ebba Sagolin")), Column(0, 300, Element("Sect")), lay_block
    )

    assert made[0].glued


def test_a_box_is_whole():
    box = Box(blocks=(_paragraph(50), Numbered(items=((Run("ett"),), (Run("två"),)))))
    made = lay_block(box, Column(0, 300, Element("Sect")))

    assert all(strip.glued for strip in made[:-1])
    assert len({strip.frame for strip in made}) == 1


def test_the_appeal_is_on_one_page():
    for reasons in range(1, 14):
        facts = replace(PARTLY, reasons=("En mening som fyller sidan med ord. " * 6,) * reasons)
        with opened(render(compose("decision_partly", facts))) as pdf:
            checker = Checker(pdf)
            checker.check(b"")
            pages = {
                page
                for (page, _), text in checker.marks.items()
                if "Så här överklagar du" in text or "skäl som kommer in senare" in text
            }
        assert len(pages) == 1, f"{reasons} reasons"


def _paragraph(words):
    return Paragraph(runs=(Run("ord " * words),))


@pytest.mark.parametrize("room", [30, 80, 400])
def test_no_line_is_wider_than_its_room(room):
    runs = (Run("Ett långt ord är "), Run("internationaliseringssamordnare", bold=True), Run("."))

    lines = break_lines(runs, room, BODY)

    assert all(line.width <= room + 0.01 for line in lines)
    assert "".join(run.text for line in lines for run in line.runs).replace(" ", "") == (
        "Ettlångtordärinternationaliseringssamordnare."
    )


def made_hostile(kind):
    return hostile(SAMPLES[kind])


@pytest.mark.parametrize("change", [long, made_hostile])
@pytest.mark.parametrize("kind", SAMPLES)
def test_nothing_is_drawn_outside_the_paper(kind, change):
    with opened(render(compose(kind, change(kind)))) as pdf:
        for page in pdf.pages:
            _, _, width, height = map(float, page.MediaBox)
            for x, y in _places(page):
                assert 0 <= x <= width
                assert 20 <= y <= height - 20


def _places(page):
    for line in page.Contents.read_bytes().decode("ascii").splitlines():
        if line.startswith("BT "):
            words = line.split()
            yield float(words[5]), float(words[6])
