"""Sentences kept in Swedish with named values, shown in any language; words that are data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.swedish import fold
from desktop.domain.text import Text, plain, say


def test_a_sentence_is_filled_when_it_is_shown():
    words = say("{count} föreningar delar {whole}", count=3, whole="10 000 kr")

    assert str(words) == "3 föreningar delar 10 000 kr"
    assert words.shown(lambda _: "{whole} for {count}") == "10 000 kr for 3"


def test_a_sentence_inside_a_sentence_is_shown_in_the_same_language():
    words = say("{what} saknas", what=say("Kostnader"))

    assert words.shown({"{what} saknas": "{what} missing", "Kostnader": "Costs"}.__getitem__) == (
        "Costs missing"
    )


@given(st.text())
def test_words_that_are_data_are_never_taken_for_a_template(words):
    assert str(plain(words)) == words
    assert str(say("{name}.", name=words)) == f"{words}."


def test_texts_are_compared_by_what_they_say():
    assert say("{a}", a=1) == Text("{a}", (("a", 1),))
    assert len({say("x"), say("x")}) == 1


def test_a_refusal_says_all_its_problems():
    refusal = Refusal(
        [problem("asked", "Sökt – {sum} – sänk.", sum=5), *refuse("", "Nej").problems]
    )

    assert [each.field for each in refusal.problems] == ["asked", ""]
    assert str(refusal) == "Sökt – 5 – sänk. Nej"
    assert refusal.problems[1] == Problem("", say("Nej"))


@given(st.text())
def test_folding_twice_is_folding_once(words):
    assert fold(fold(words)) == fold(words)


def test_what_is_typed_finds_what_is_stored_and_swedish_letters_stay_apart():
    assert fold("GRINDAVÍK") == fold("grindavik")
    assert fold("Bærum") == fold("bärum")
    assert fold("Helsingør") == fold("helsingör")
    assert fold("Þór ð ŋ") == "thor d n"
    assert fold("Våra") != fold("Vara")
    assert fold("Körsällskap") != fold("Korsallskap")
    assert fold("STRASSE") == fold("straße")
