"""Where things stand: nothing is parted that belongs together, nothing leaves the paper."""

from dataclasses import replace

import pytest

from desktop.letters.compose import compose
from desktop.letters.content import (
    Box,
    Cell,
    Column,
    Heading,
    Numbered,
    Paragraph,
    Run,
    Signature,
    Table,
    Window,
    runs_text,
)
from desktop.letters.layout.column import Column as LayoutColumn
from desktop.letters.layout.lines import break_lines, measure
from desktop.letters.layout.paper import lay_block
from desktop.letters.layout.prose import set_blocks
from desktop.letters.layout.strips import Strip, glue, lay
from desktop.letters.layout.style import BODY, MM
from desktop.letters.pdf.tags import Element
from desktop.letters.render import render
from tests.letters.blocks import PAPER
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
    column = LayoutColumn(0, 300, Element("Sect"))
    made = set_blocks((Heading(text="Del"), _paragraph(1)), column, lay_block)

    assert made[0].glued


def test_a_small_line_under_a_heading_is_never_last_on_a_page_either():
    column = LayoutColumn(0, 300, Element("Sect"))
    small = replace(_paragraph(1), small=True)
    made = set_blocks((Heading(text="Del"), small, _paragraph(1), small), column, lay_block)

    assert [each.glued for each in made] == [True, True, False, False]


@pytest.mark.parametrize("words", [40, 60, 200])
def test_no_single_line_of_a_paragraph_stands_alone(words):
    made = set_blocks((_paragraph(words),), LayoutColumn(0, 200, Element("Sect")), lay_block)

    assert made[0].glued
    assert made[-2].glued
    assert not made[-1].glued


def test_a_signature_stays_with_what_it_signs():
    made = set_blocks(
        (_paragraph(1), Signature(name="Ebba Sagolin")),
        LayoutColumn(0, 300, Element("Sect")),
        lay_block,
    )

    assert made[0].glued


def test_a_box_is_whole():
    box = Box(blocks=(_paragraph(50), Numbered(items=((Run("ett"),), (Run("två"),)))))
    made = lay_block(box, LayoutColumn(0, 300, Element("Sect")))

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


@pytest.mark.parametrize("room", range(40, 200, 7))
@pytest.mark.parametrize(
    "held",
    ["§ 201", "10 000 kr", "1 250 000 kronor", "den 3 maj", "21 november", "2026-11-21",
     "SEK 6 500", "21 November", "punkt 4.7", "12 %"],
)  # fmt: skip
def test_what_belongs_together_is_on_one_line(held, room):
    lines = break_lines((Run(f"Enligt det här beslutet gäller {held} för alla."),), room, BODY)

    said = [runs_text(line.runs).replace("\u00a0", " ") for line in lines]
    assert any(held in line for line in said) or measure((Run(held),), BODY) > room


NAME = "Samfälligheten för internationellt kulturutbyte och vänortssamarbete i Norra Bottenviken "


@pytest.mark.parametrize("left", [26.0, 115.0])
@pytest.mark.parametrize("times", [1, 3])
def test_a_long_recipient_keeps_inside_the_window(left, times):
    document = replace(
        PAPER, recipient=((NAME * times).strip(), "Låtsasgatan 4", "941 00 Piteå"),
        window=Window(left=left, top=48),
    )  # fmt: skip
    with opened(render(document)) as pdf:
        page = pdf.pages[0]
        lines = [each for each in _places(page) if abs(each[0] - left * MM) < 0.1]
        inside = [(x, 842 - up) for x, up in lines if 40 * MM < 842 - up < 90 * MM]

    assert len(inside) >= 3
    assert all(48 * MM <= down <= (48 + 32) * MM for _, down in inside)
    assert all(line.width <= 85 * MM for line in break_lines((Run(NAME),), 73 * MM, BODY))


def test_a_table_leaves_no_row_alone_on_a_page():
    rows = tuple((Cell(lines=((Run(f"Rad {number}"),),)),) for number in range(200))
    table = Table(columns=(Column(title="Vad", weight=1),), rows=rows)
    made = lay_block(table, LayoutColumn(0, 300, Element("Sect")))

    for height in range(100, 400, 13):
        pages = lay(made, 0, 0, height)
        assert len([strip for _, strip in pages[-1].placed if strip not in made[:1]]) >= 3


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
