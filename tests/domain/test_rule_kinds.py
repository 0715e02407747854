"""Every kind of rule is described in words that somebody who writes a guideline understands."""

from __future__ import annotations

import pytest

from desktop import library
from desktop.domain.commitment_rules import COMMITMENT_RULES
from desktop.domain.guideline import RuleData, parse
from desktop.domain.rule_fields import day_words
from desktop.domain.rule_kind import FigureKind, RulePart, fault, is_day_of_year
from desktop.domain.rule_kinds import KINDS, brief, kind_of, sentence_of
from desktop.domain.rules import RULES
from desktop.domain.visit_rules import VISIT_RULES

ALL = [kind for kinds in KINDS.values() for kind in kinds.values()]


def rule(kind, part=RulePart.GRANT, **figures):
    return RuleData(
        id="1",
        kind=kind,
        gate=getattr(kind_of(part, kind), "gate", "decision"),
        title="Påhittad regel",
        paragraph="1 §",
        short="1 §",
        text="",
        figures=figures,
    )


def said(kind, part=RulePart.GRANT, **figures):
    return str(sentence_of(part, rule(kind, part, **figures))).replace("\u00a0", " ")


# No kind without its words, no words without a kind


def test_every_rule_about_grants_has_a_kind():
    assert set(KINDS[RulePart.GRANT]) == set(RULES)


def test_every_rule_about_visits_has_a_kind():
    assert set(KINDS[RulePart.VISIT]) == set(VISIT_RULES)


def test_every_rule_about_the_other_registers_has_a_kind():
    known = {(on, key) for key, kind in KINDS[RulePart.WORK].items() for on in kind.on}

    assert set(COMMITMENT_RULES) <= known


@pytest.mark.parametrize("municipality", library.municipalities(), ids=lambda each: each.key)
def test_every_rule_of_a_guideline_we_ship_is_described_and_right(municipality):
    guideline = parse(municipality.guideline)
    rules = [(RulePart.GRANT, rule) for each in guideline.schemes for rule in each.rules]
    rules += [(RulePart.VISIT, rule) for rule in getattr(guideline.visits, "rules", ())]
    rules += [(RulePart.WORK, rule) for rule in getattr(guideline.work, "rules", ())]

    assert rules
    for part, found in rules:
        kind = kind_of(part, found.kind)
        assert kind is not None or found.kind == "statement", found
        assert kind is None or kind.wrong(found.figures) == ()
        assert kind is None or found.gate in (kind.gates or (kind.gate,)), found
        assert "…" not in str(sentence_of(part, found))


@pytest.mark.parametrize("kind", ALL, ids=lambda each: f"{each.part} {each.key}")
def test_a_kind_is_a_title_and_one_sentence(kind):
    words = str(kind.said(rule(kind.key, kind.part, **kind.begun())))

    assert str(kind.title)[0].isupper()
    assert not str(kind.title).endswith(".")
    assert words[0].isupper()
    assert words.endswith(".")
    assert words.count(". ") == 0


@pytest.mark.parametrize("kind", ALL, ids=lambda each: f"{each.part} {each.key}")
def test_a_rule_that_is_half_written_still_says_something(kind):
    assert str(kind.said(rule(kind.key, kind.part)))


@pytest.mark.parametrize("kind", ALL, ids=lambda each: f"{each.part} {each.key}")
def test_what_a_new_rule_begins_with_is_never_wrong_in_itself(kind):
    given = kind.begun()

    assert [key for key, _ in kind.wrong(given) if key in given] == []


@pytest.mark.parametrize("kind", ALL, ids=lambda each: f"{each.part} {each.key}")
def test_only_pots_have_a_figure_that_a_scheme_takes_for_its_pot(kind):
    pot = kind.part is RulePart.GRANT and kind.key in ("cap", "sharing", "yearly_frame")

    assert (kind.field("cap") is not None) is pot


# The sentences


@pytest.mark.parametrize(
    ("kind", "figures", "words"),
    [
        ("cap", {"cap": 10_000}, "Högst 10 000 kr per ort och år för alla sökande tillsammans"),
        ("report", {"months": 1, "to_working_day": True}, "senast en månad efter"),
        ("cost_share", {"percent": 50, "basis": "resekostnaderna"}, "50 procent av resekostn"),
        (
            "per_person_day",
            {"cap_per_person_day": 300, "max_days": 5, "max_persons": 3},
            "Högst 300 kr per person och dag, för högst 5 dagar och 3 personer.",
        ),
        (
            "per_pupil",
            {"cap_compulsory": 4_000, "cap_upper_secondary": 3_000},
            "Högst 4 000 kr per elev i grundskolan och 3 000 kr per elev i gymnasieskolan.",
        ),
        (
            "base_amount",
            {"permille": 6, "round_to": 10, "cap_percent": 15, "min_days": 5},
            (
                "Högst 0,6 procent av årets prisbasbelopp per deltagare, avrundat till närmaste"
                " 10 kr, och högst 15 procent av prisbasbeloppet per sökande och år; minst 5 dagar."
            ),
        ),
        ("yearly_share", {"percent": 25}, "En sökande får högst 25 procent av potten om året."),
        (
            "window",
            {"opens": "09-01", "closes": "10-31", "year_before": True},
            "från 1 september till 31 oktober året före bidragsåret.",
        ),
        ("window", {"months_before": 2}, "senast 2 månader före aktivitetens första dag."),
        (
            "late_deduction",
            {"closes": "03-01", "percent": 10, "weeks": 4, "after_percent": 65},
            (
                "Kommer ansökan in efter 1 mars bidragsåret dras 10 procent av för varje påbörjad"
                " vecka i 4 veckor, och därefter 65 procent."
            ),
        ),
        ("prior_report", {"years": 3}, "en som aldrig kom räknas i 3 år."),
    ],
)
def test_a_rule_says_its_figures(kind, figures, words):
    assert words in said(kind, **figures)


def test_a_statement_says_its_title():
    assert said("statement") == "Påhittad regel."
    assert str(brief(RulePart.GRANT, rule("statement"))) == "Påhittad regel"


def test_a_day_that_cannot_be_read_is_dots():
    assert str(day_words("13-01")) == str(day_words("snart")) == "…"


# What is wrong with a figure


@pytest.mark.parametrize(
    ("kind", "figures", "keys"),
    [
        ("cap", {}, ["cap"]),
        ("cap", {"cap": 0}, ["cap"]),
        ("cap", {"cap": "tusen"}, ["cap"]),
        ("cap", {"cap": True}, ["cap"]),
        ("cap", {"cap": 10_000, "share_equally": "ja"}, ["share_equally"]),
        ("cost_share", {"percent": 101}, ["percent"]),
        ("window", {"closes": "02-30"}, ["closes"]),
        ("window", {"closes": "02-29"}, []),
        ("window", {}, ["opens"]),
        ("window", {"months_before": 2}, []),
        ("yearly_share", {}, ["cap_per_applicant"]),
        ("per_pupil", {"cap_other": 100}, []),
        ("school", {"forms": ["compulsory"]}, []),
        ("school", {"forms": ["nursery"]}, ["forms"]),
        ("complete", {"parts": ["budget"], "also": {"practice": ["support"]}}, []),
        ("complete", {"parts": ["budget"], "also": {"practice": ["shoes"]}}, ["also"]),
    ],
)
def test_a_wrong_figure_is_named_by_its_key(kind, figures, keys):
    found = kind_of(RulePart.GRANT, kind)
    assert found is not None

    assert [key for key, _ in found.wrong(figures)] == keys


def test_a_problem_says_what_to_do():
    kind = kind_of(RulePart.GRANT, "cost_share")
    assert kind is not None

    ((_, words),) = kind.wrong({"percent": 150})

    assert str(words) == (
        "Högst så stor del av kostnaderna – 150 går inte – skriv ett tal från 1 till 100."
    )


def test_a_choice_is_one_of_those_there_are():
    field = next(each for kind in ALL for each in kind.figures if each.kind is FigureKind.CHOICES)

    assert fault(field, "compulsory") is not None


@pytest.mark.parametrize("words", ["00-10", "1-1", "12-32", "04-31", "", None, 1231])
def test_a_day_of_the_year_is_one_that_a_year_can_have(words):
    assert not is_day_of_year(words)


@pytest.mark.parametrize(
    ("kind", "figures", "words"),
    [
        ("window", {"opens": "01-15"}, "Ansökan kommer in från 15 januari."),
        (
            "window",
            {"opens": "01-15", "closes": "02-28"},
            "Ansökan kommer in från 15 januari till 28 februari bidragsåret.",
        ),
        (
            "window",
            {"closes": "10-31", "year_before": True},
            "Ansökan kommer in senast 31 oktober året före bidragsåret.",
        ),
        (
            "window",
            {"months_before": 2},
            "Ansökan kommer in senast 2 månader före aktivitetens första dag.",
        ),
        (
            "cap",
            {"cap": 9_000, "share_equally": True},
            "Högst 9 000 kr per ort och år, delat lika mellan dem som inte fått beslut än.",
        ),
        (
            "cap",
            {"cap": 9_000},
            "Högst 9 000 kr per ort och år för alla sökande tillsammans, i den ordning de kom in.",
        ),
        (
            "yearly_share",
            {"cap_per_applicant": 9_000, "percent": 25},
            "En sökande får högst 9 000 kr om året, och högst 25 procent av potten.",
        ),
        ("yearly_share", {"percent": 25}, "En sökande får högst 25 procent av potten om året."),
        ("yearly_share", {"cap_per_applicant": 9_000}, "En sökande får högst 9 000 kr om året."),
        (
            "report",
            {"months": 1, "to_working_day": True},
            "Rapport lämnas senast en månad efter aktivitetens sista dag, eller nästa vardag.",
        ),
        (
            "report",
            {"months": 2, "to_working_day": False},
            "Rapport lämnas senast 2 månader efter aktivitetens sista dag.",
        ),
        ("consultation", {}, "Kommittén hörs före beslutet."),
        (
            "consultation",
            {"without": ["written_off", "dismissed"]},
            "Kommittén hörs före beslutet, men inte vid avvisning och avskrivning.",
        ),
        ("complete", {"parts": ["theme"]}, "I ansökan ska det finnas tema."),
    ],
)
def test_a_rule_says_its_whole_sentence(kind, figures, words):
    assert said(kind, **figures).replace("\u00a0", " ") == words
