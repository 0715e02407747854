"""What is wrong with a letter's text is told, with its field and remedy, before it is adopted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.letters.editing import added, read, with_head, with_words, without, write
from desktop.letters.judging import judge, may_be_empty, words_in
from desktop.letters.paper_names import GROUPS, PAPER_NAMES, PART_NAMES, SHOWN_IN, states
from desktop.letters.placeholder_names import NAMES, coded, named
from desktop.letters.sample import Around, example, example_kinds
from desktop.letters.template import KINDS, PLACEHOLDER, builtin
from desktop.letters.words import values
from tests.letters.samples import GUIDELINE, OFFICE, OFFICER

AROUND = Around(office=OFFICE, officer=OFFICER, guideline=GUIDELINE, made_on=date(2026, 11, 21))
EDITED = tuple(name for _, names in GROUPS for name in names)
NOT_EDITED = {
    "journal",
    "dossier",
    "agreement",
    "invitation",
    "invitation_en",
    "visit_sheet",
    "settlement",
    "settlement_en",
    "trip_list",
    "budget_overview",
    "follow_up_form",
    "follow_up_reminder",
    "yearly_report",
    "work_list",
}


def facts(name):
    return example(SHOWN_IN.get(name, name), AROUND)


def remarks(name, text):
    return judge(name, text, facts(name))


def told(name, text, *, stops=True):
    return [str(each.problem.text) for each in remarks(name, text) if each.stops is stops]


def replaced(name, old, new):
    text = builtin(name)
    assert old in text
    return text.replace(old, new)


def test_everything_that_is_printed_has_a_text_to_edit_or_is_made_of_parts():
    assert set(EDITED) == set(KINDS) - NOT_EDITED | {"conditions", "appeal"}
    assert set(PAPER_NAMES) == set(EDITED)
    assert set(example_kinds()) == set(KINDS) - NOT_EDITED


@pytest.mark.parametrize("name", EDITED)
def test_the_texts_of_the_program_have_nothing_wrong(name):
    assert remarks(name, builtin(name)) == ()


@pytest.mark.parametrize("name", EDITED)
def test_every_placeholder_and_part_of_the_program_has_a_name(name):
    wording = read(name, builtin(name))
    used = {each for words in words_in(wording) for each in PLACEHOLDER.findall(words.text)}
    parts = {each.words[0] for each in wording.blocks if each.what in ("part", "include")}

    assert used <= NAMES.keys()
    assert parts <= PART_NAMES.keys()


@pytest.mark.parametrize("name", EDITED)
def test_when_a_part_is_shown_is_said_in_plain_words(name):
    for block in read(name, builtin(name)).blocks:
        for words in states(block.when, block.unless):
            assert "angivet" not in str(words), words


@pytest.mark.parametrize("name", EDITED)
def test_swedish_names_are_coded_back(name):
    assert coded(named(builtin(name))) == builtin(name)


def test_no_two_placeholders_have_the_same_name():
    assert len(set(NAMES.values())) == len(NAMES)


def test_every_name_is_of_something_that_a_paper_knows():
    known = {each for kind in example_kinds() for each in values(example(kind, AROUND))}

    assert NAMES.keys() <= known


def test_an_unknown_placeholder_stops():
    text = replaced("confirmation", "{arrived}", "{ankomst}")

    (only,) = remarks("confirmation", text)

    assert only.stops
    assert only.problem.field == "block.0"
    assert "{ankomst} – finns inte att fylla i här" in str(only.problem.text)


def test_a_placeholder_of_another_paper_stops():
    assert told("confirmation", replaced("confirmation", "{arrived}", "{granted}"))


def test_a_placeholder_that_the_example_leaves_empty_stops():
    text = replaced("decision_rejected", 'unless = "lapsed"', 'unless = "deviation"').replace(
        "Beslutet följer {guideline_long}", "{deviation} Beslutet följer {guideline_long}"
    )

    assert any("avsteg" in each for each in told("decision_rejected", text))


def test_a_placeholder_that_may_be_empty_is_doubtful():
    text = replaced("confirmation", "Ange {reference}.", "Ange {dnr}.")

    assert any("saknas i en del brev" in each for each in told("confirmation", text, stops=False))
    assert "dnr" in may_be_empty("confirmation")


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("appeal", "{court}, ", "domstolen, ", "Domstolen – saknas"),
        ("appeal", "{court_address}", "adressen", "Domstolens adress"),
        ("appeal", "tre veckor", "en månad", "Tiden"),
        ("decision_granted", "{decider} beviljar", "Vi beviljar", "vem som beslutar"),
        ("decision_granted", "{decider} beviljar", "{decider} noterar", "vad som beslutas"),
        ("decision_granted", "på {board_genitive} vägnar, {rec", "{rec", "vems vägnar"),
        ("decision_partly", "{recipient} {granted} i", "{recipient} pengar i", "vilken summa"),
        ("decision_rejected", 'part = "reasons"', 'part = "amounts"', "Skälen"),
        ("decision_granted", 'include = "conditions"', 'include = "appeal"', "Villkoren"),
        ("decision_dismissed", 'include = "appeal"', 'part = "amounts"', "Överklagande"),
        ("reclaim_decision", "betala tillbaka {amount}", "betala tillbaka", "vilken summa"),
        ("conditions", "**{report_due}**", "snart", "Rapporten – dagen saknas"),
        ("committee_sheet", "Kommittén hörs.", "Kommittén beslutar.", "beslutar aldrig"),
        ("confirmation", "{committee_capital} hörs", "{committee_capital} har beslutat", "aldrig"),
    ],
)
def test_a_text_without_what_it_needs_stops(name, old, new, words):
    assert any(words in each for each in told(name, replaced(name, old, new)))


def test_conditions_without_the_repayment_clause_stop():
    wording = read("conditions", builtin("conditions"))
    kept = [each for each in wording.blocks if "tillbaka" not in each.words[0]]

    text = write(replace(wording, blocks=tuple(kept)))

    assert any("Återbetalning – villkoret saknas" in each for each in told("conditions", text))


def test_a_decision_without_its_opening_sentence_stops():
    wording = read("decision_granted", builtin("decision_granted"))
    at = [each.what for each in wording.blocks].index("lead")

    assert told("decision_granted", write(without(wording, (at,))))


def test_a_request_without_its_last_day_is_doubtful():
    wording = read("report_extension", builtin("report_extension"))
    text = write(wording).replace("{new_day}", "snart").replace("{new_iso}", "snart")

    assert told("report_extension", text) == []
    assert any("Sista dag" in each for each in told("report_extension", text, stops=False))


@pytest.mark.parametrize("word", ["Härmed", "Vänligen"])
def test_stiff_words_are_doubtful(word):
    text = replaced("confirmation", "Beslutet kommer", f"{word} meddelas att beslutet kommer")

    assert told("confirmation", text) == []
    assert len(told("confirmation", text, stops=False)) == 1


def test_empty_parts_stop():
    wording = read("confirmation", builtin("confirmation"))

    empty, _ = added(wording, (0,), "text")

    assert any("är tomt" in each for each in told("confirmation", write(empty)))
    assert any(
        "Rubrik" in each for each in told("confirmation", write(with_head(wording, "heading", "")))
    )


def test_a_sign_that_no_font_has_stops():
    wording = read("confirmation", builtin("confirmation"))

    odd = with_words(wording, (0,), 0, "Tack \U0001f389")

    assert any("går inte att skriva ut" in each for each in told("confirmation", write(odd)))


@pytest.mark.parametrize(
    "text",
    [
        "[[block",
        "block = 3",
        "[[block]]\ntext = 'a'\nhej = 'b'",
        "",
        "title = 'a'\nheading = 'b'\nblock = 3",
        "title = 'a'\nheading = 'b'\nblock = ['a']",
        "title = 'a'\nheading = 'b'\nside = 3",
        "title = 'a'\nheading = 'b'\n[[block]]\nbullets = []",
        "title = 'a'\nheading = 'b'\n[[block]]\nfields = ['a']",
        "title = 'a'\nheading = 'b'\n[[block]]\npart = 'nothing'",
        "title = 'a'\nheading = 'b'\n[[block]]\nlead = ['a']\nwhen = 3",
    ],
)
def test_what_is_no_template_stops(text):
    assert len(told("confirmation", text)) == 1
