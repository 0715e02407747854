"""Swedish words for sums, days and lists."""

from datetime import date

import pytest

from desktop.domain import swedish


def shown(text):
    return text.replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("amount", "said"),
    [(0, "0_kr"), (999, "999_kr"), (6500, "6_500_kr"), (-1234567, "–1_234_567_kr")],
)
def test_kronor_in_tables(amount, said):
    assert shown(swedish.kr(amount)) == said


@pytest.mark.parametrize(("amount", "said"), [(1, "1_krona"), (0, "0_kronor"), (2, "2_kronor")])
def test_kronor_in_sentences(amount, said):
    assert shown(swedish.kronor(amount)) == said


def test_days():
    day = date(2026, 12, 28)

    assert shown(swedish.long_date(day)) == "den_28_december 2026"
    assert shown(swedish.weekday_date(day)) == "måndagen den_28_december 2026"
    assert shown(swedish.short_date(date(2026, 11, 21))) == "21_nov"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2026, 11, 22), (2026, 11, 24), "22–24_november 2026"),
        ((2026, 11, 22), (2026, 11, 22), "22_november 2026"),
        ((2026, 11, 30), (2026, 12, 2), "30_november–2_december 2026"),
        ((2025, 9, 1), (2026, 8, 31), "1_september 2025–31_augusti 2026"),
        ((2025, 11, 1), (2026, 11, 2), "1_november 2025–2_november 2026"),
    ],
)
def test_periods_say_month_and_year_once(first, last, said):
    assert shown(swedish.period(date(*first), date(*last))) == said


def test_lists_and_counts():
    assert swedish.list_of([]) == ""
    assert swedish.list_of(["a"]) == "a"
    assert swedish.list_of(["a", "b"]) == "a och b"
    assert swedish.list_of(["a", "b", "c"]) == "a, b och c"
    assert swedish.count_word(3) == "tre"
    assert swedish.count_word(13) == "13"


@pytest.mark.parametrize(
    ("name", "owner"), [("Piteå", "Piteås"), ("Vaxholms", "Vaxholms"), ("Sax", "Sax")]
)
def test_owners(name, owner):
    assert swedish.genitive(name) == owner


@pytest.mark.parametrize(
    ("title", "definite"),
    [
        ("internationell samordnare", "internationella samordnaren"),
        ("samordnare", "samordnaren"),
        ("kommunchef", "kommunchefen"),
        ("kommundirektör", "kommundirektören"),
        ("tillförordnad utvecklingsstrateg", "tillförordnad utvecklingsstrategen"),
        ("1:e vice ordförande", "1:e vice ordföranden"),
        ("internationell koordinator", "internationella koordinatorn"),
        ("lots", ""),
        ("", ""),
    ],
)
def test_titles_in_definite_form(title, definite):
    assert swedish.definite_title(title) == definite


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("GRINDAVÍK", "grindavik"),
        ("Saint-Barthélemy", "saint-barthelemy"),
        ("Åsa Öberg-Ärlig", "åsa öberg-ärlig"),
        ("A\u030asa", "åsa"),
        ("Rødøy og Bærum", "rödöy og bärum"),
        ("Hafnarfjörður", "hafnarfjördur"),
        ("Þórður", "thordur"),
        ("Würzburg", "wurzburg"),
        ("STRASSE straße", "strasse strasse"),
        ("Łódź", "lodz"),
        ("6\u00a0500\u00a0kr", "6 500 kr"),
        ("22–24", "22-24"),
    ],
)
def test_folding_keeps_swedish_letters_and_drops_other_accents(text, folded):
    assert swedish.fold(text) == folded


def test_folding_twice_is_folding_once():
    text = "ÞÓRÐUR Ærø ŁÓDŹ İzmir ǅ ﬁ Ǆ"

    assert swedish.fold(swedish.fold(text)) == swedish.fold(text)
