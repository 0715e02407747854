"""A letter's text survives being read, edited and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.editing import (
    Wording,
    added,
    block_at,
    moved,
    read,
    with_head,
    with_item,
    with_side,
    with_words,
    without,
    write,
)
from desktop.letters.template import KINDS, TemplateBlock, builtin, parse

NAMES = [*KINDS, "appeal", "conditions"]
LIST = Wording(
    name="appeal",
    blocks=(
        TemplateBlock(what="head", words=("Ett",)),
        TemplateBlock(what="numbered", words=("a", "b", "c"), when=("place",)),
        TemplateBlock(what="box", inside=(TemplateBlock(what="text", words=("i",)),), strong=True),
    ),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_of_the_program_comes_back_as_it_was(name):
    """Given a built-in text, when it is written and read again, then every part is the same."""
    before = read(name, builtin(name))

    after = read(name, write(before))

    assert after == before
    assert before.blocks


@pytest.mark.parametrize("name", KINDS)
def test_a_paper_written_again_is_the_same_template(name):
    assert parse(name, write(read(name, builtin(name)))) == parse(name, builtin(name))


@given(st.text(max_size=60))
def test_any_words_survive(words):
    before = Wording(name="appeal", blocks=(TemplateBlock(what="text", words=(words,)),))

    assert read("appeal", write(before)) == before


def test_conditions_level_and_frame_survive():
    block = TemplateBlock(
        what="head", words=("Vem",), when=("place", "email"), unless=("phone",), level=3
    )
    box = TemplateBlock(what="box", strong=True, inside=(block, block))
    fields = TemplateBlock(what="fields", words=("Ort", "{place}", "År", "{year}"))
    before = Wording(name="appeal", blocks=(block, box, fields))

    assert read("appeal", write(before)) == before


def test_the_heading_and_the_words_at_the_side_change_alone():
    before = read("confirmation", builtin("confirmation"))

    after = with_side(with_head(before, "heading", "Tack"), 0, "Dag")

    again = read("confirmation", write(after))
    assert again.template is not None
    assert before.template is not None
    assert again.template.heading == "Tack"
    assert again.template.side[0].label == "Dag"
    assert again.template.side[0].value == before.template.side[0].value
    assert again.blocks == before.blocks


def test_words_change_where_they_stand():
    assert with_words(LIST, (1,), 2, "d").blocks[1].words == ("a", "b", "d")
    assert with_words(LIST, (2, 0), 0, "j").blocks[2].inside[0].words == ("j",)


def test_a_block_is_added_after_another():
    changed, path = added(LIST, (0,), "text")

    assert path == (1,)
    assert block_at(changed, path).words == ("",)
    assert [each.what for each in changed.blocks] == ["head", "text", "numbered", "box"]


def test_the_first_block_can_be_added():
    changed, path = added(Wording(name="appeal", blocks=()), (0,), "text")

    assert path == (0,)
    assert len(changed.blocks) == 1


def test_an_item_is_added_moved_and_taken_away():
    longer = with_item(LIST, (1,), 0)
    assert longer.blocks[1].words == ("a", "", "b", "c")

    assert without(longer, (1,), 1).blocks[1].words == ("a", "b", "c")

    shifted, path, at = moved(LIST, (1,), 2, -1)
    assert (shifted.blocks[1].words, path, at) == (("a", "c", "b"), (1,), 1)


def test_a_block_moves_and_stops_at_the_end():
    shifted, path, _ = moved(LIST, (0,), 0, 1)

    assert path == (1,)
    assert shifted.blocks[1] == LIST.blocks[0]
    assert moved(LIST, (0,), 0, -1)[0] == LIST
    assert moved(LIST, (2, 0), 0, 1)[0] == LIST


def test_the_last_paragraph_of_a_box_takes_the_box_with_it():
    assert [each.what for each in without(LIST, (2, 0)).blocks] == ["head", "numbered"]


def test_an_empty_text_is_written_and_read():
    empty = Wording(name="conditions", blocks=())

    assert read("conditions", write(empty)) == empty
