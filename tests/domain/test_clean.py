"""The border where words from outside become words of ours."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.clean import clean


@pytest.mark.parametrize(
    ("given_words", "kept"),
    [
        ("  vinter\tkonsert \r\n", "vinter konsert"),
        ("Bja\u0308rn", "Bjärn"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\ud800b\udfff", "ab"),
        ("å ä ö ð þ ŋ <b>&", "å ä ö ð þ ŋ <b>&"),
        ("ord\u2028ord", "ord ord"),
        ("a\ufffeb\ue000c", "abc"),
        ("\x00", ""),
    ],
)
def test_one_line_is_cleaned(given_words, kept):
    assert clean(given_words) == kept


def test_lines_are_kept_where_they_are_wanted():
    assert clean("  ett \r\ntvå\rtre  \n\n", lines=True) == "ett\ntvå\ntre"


@given(st.text() | st.text(st.characters(categories=("Cs", "Cc", "Co", "Cn"))))
def test_whatever_comes_in_can_be_kept_and_is_clean_the_second_time(words):
    for lines in (False, True):
        kept = clean(words, lines=lines)

        assert clean(kept, lines=lines) == kept
        assert unicodedata.is_normalized("NFC", kept)
        kept.encode()
        assert json.loads(json.dumps(kept, ensure_ascii=False)) == kept
        assert lines or "\n" not in kept
