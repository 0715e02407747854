"""The catalogue of English words follows the Swedish ones in the program."""

from __future__ import annotations

import gettext

import pytest

import translate

PROGRAM = """
from desktop.domain.text import say

LABEL = say("Belopp")
HINT = page.tr("Ångra senaste åtgärden")
PROBLEM = problem("amount", "Potten räcker till {left} kr", left=3)
REFUSAL = refuse("", "Ärendet är avslutat")
EITHER = say("Ja" if sure else "Nej")
FIELD = ask(Kind.LINE, "Namn", help="Som det står i stadgarna", choices={"a": "Arkiv"})
ANSWERS = {"heard": "Hörd"}
ANSWER = ask(Kind.CHOICE, "Svar", choices=ANSWERS)
NOT_WORDS = title("Inte ett ord")
GIVEN = say(template)
"""
PROGRAM_WORDS = {
    "Arkiv",
    "Belopp",
    "Hörd",
    "Ja",
    "Namn",
    "Nej",
    "Potten räcker till {left} kr",
    "Som det står i stadgarna",
    "Svar",
    "Ångra senaste åtgärden",
    "Ärendet är avslutat",
}


@pytest.fixture
def house(tmp_path):
    """Give a checkout with one module."""
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "page.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def write_po(house, *pairs):
    folder = house / "resources" / "i18n"
    folder.mkdir(parents=True, exist_ok=True)
    entries = [f'msgid "{swedish}"\nmsgstr "{english}"\n' for swedish, english in pairs]
    (folder / "en.po").write_text("\n".join(entries), encoding="utf-8")


def english(house):
    """Give the catalogue as the program reads it."""
    with (house / "resources" / "i18n" / "en.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_the_words_of_every_kind_of_call_are_found(house):
    assert set(translate.words(house)) == PROGRAM_WORDS


def test_a_word_is_found_with_its_place(house):
    assert translate.words(house)["Belopp"] == "desktop/page.py:4"


def test_titles_of_guidelines_are_found_at_any_depth(house):
    file = house / "resources" / "guidelines" / "somewhere" / "2030-01-01.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[guideline]\ntitle = "Riktlinje"\n[[shared]]\ntitle = "Tak"\ntext = "x"\n')

    assert set(translate.words(house)) - PROGRAM_WORDS == {"Riktlinje", "Tak"}


def test_what_the_window_shows_of_schemes_and_goals_is_found(house):
    file = house / "resources" / "guidelines" / "somewhere" / "grant" / "2030-01-01.toml"
    file.parent.mkdir(parents=True)
    file.write_text(
        '[[goal]]\nkey = "x"\nshort = "Unga"\ntext = "x"\n'
        '[[scheme]]\nkey = "x"\nname = "Resebidrag"\nshort = "Resa"\ndefinite = "resebidraget"\n'
        '[[scheme.rule]]\nid = "X1"\ntitle = "Tak"\nshort = "st. 1"\n'
    )

    found = set(translate.words(house)) - PROGRAM_WORDS
    assert found == {"Unga", "Resebidrag", "Resa", "resebidraget", "Tak"}


def test_what_start_says_of_a_municipality_is_found_but_not_its_own_facts(house):
    file = house / "resources" / "guidelines" / "somewhere" / "municipality.toml"
    file.parent.mkdir(parents=True)
    file.write_text('name = "Någonstans"\nabout = "Bidrag till resor"\nroles = ["ordförande"]\n')

    assert set(translate.words(house)) - PROGRAM_WORDS == {"Bidrag till resor"}


def test_new_words_come_in_untranslated(house):
    assert translate.main([], house) == 0

    catalogue = translate.read(house / "resources" / "i18n" / "en.po")
    assert {message.id: message.string for message in catalogue if message.id} == dict.fromkeys(
        PROGRAM_WORDS, ""
    )


def test_a_translation_is_kept_and_read_by_the_program(house):
    write_po(house, ("Ångra senaste åtgärden", "Undo “the last act”"))

    translate.main([], house)

    assert english(house).gettext("Ångra senaste åtgärden") == "Undo “the last act”"


def test_a_word_no_longer_used_is_dropped(house):
    write_po(house, ("Borta", "Gone"))

    translate.main([], house)

    assert "Borta" not in (house / "resources" / "i18n" / "en.po").read_text(encoding="utf-8")


def test_a_second_update_changes_nothing(house):
    translate.main([], house)
    folder = house / "resources" / "i18n"
    first = [(folder / name).read_bytes() for name in ("en.po", "en.mo")]

    translate.main([], house)

    assert [(folder / name).read_bytes() for name in ("en.po", "en.mo")] == first


def test_check_is_content_when_every_word_is_translated(house):
    write_po(house, *((word, word) for word in PROGRAM_WORDS))
    translate.main([], house)

    assert translate.main(["--check"], house) == 0


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], "desktop/page.py:4: not in the catalogue: 'Belopp'"),
        ([("Belopp", "")], "desktop/page.py:4: not translated: 'Belopp'"),
        ([("Potten räcker till {left} kr", "The pot holds {rest} kr")], "other values in"),
        ([("Borta", "Gone")], "no longer used: 'Borta'"),
        ([("Belopp", "Amount")], "en.mo is not made of this en.po"),
    ],
)
def test_check_names_what_is_left_to_do(house, capsys, pairs, said):
    write_po(house, *pairs)

    assert translate.main(["--check"], house) == 1
    assert said in capsys.readouterr().out


def test_check_names_words_that_no_catalogue_can_hold(house, capsys):
    (house / "desktop" / "bad.py").write_text('say(f"{count} ärenden")\n', encoding="utf-8")

    assert translate.main(["--check"], house) == 1
    assert "desktop/bad.py:1: an f-string cannot be translated" in capsys.readouterr().out


def test_check_writes_nothing(house):
    translate.main(["--check"], house)

    assert not (house / "resources").exists()
