"""Every difference between two versions is told in the document's order, and where it stands."""

from __future__ import annotations

import pytest

from desktop.domain.guideline_diff import LINE, differences, line_words
from desktop.domain.guideline_edit import Tree, with_item, with_value, without
from tests.domain.facts import kept, pitea

RULE: Tree = {"id": "P99", "title": "Egen regel", "paragraph": "1 Påhitt", "text": "Så."}


def told(old: Tree, new: Tree) -> list[tuple[str, str, str, str, tuple[str | int, ...]]]:
    return [
        (
            each.section,
            str(each.label),
            str(each.old).replace("\u00a0", " "),
            str(each.new).replace("\u00a0", " "),
            each.path,
        )
        for each in differences(old, new)
    ]


PITEA, FUND, UMEA = pitea(), kept("skelleftea"), kept("umea")
NEW_GOAL = {"key": "new", "short": "Nytt mål", "text": "Text"}
TOOK_AWAY = "tas bort"


@pytest.mark.parametrize(
    ("old", "path", "value", "line"),
    [
        (
            PITEA,
            ("guideline", "owner"),
            "Kansliet",
            ("guideline", "Ansvarig", "Kommunledningsförvaltningen", "Kansliet"),
        ),
        (
            PITEA,
            ("guideline", "minimum_goals"),
            2,
            ("goal", "Minst så många i varje ansökan", "1", "2"),
        ),
        (
            PITEA,
            ("goal", 0, "short"),
            "Nämnder",
            ("goal", "Utveckla verksamheterna: Kort", "Utveckla verksamheterna", "Nämnder"),
        ),
        (
            PITEA,
            ("visits", "near_first"),
            False,
            ("visits", "Närliggande vänorter går först", "ja", "nej"),
        ),
        (
            PITEA,
            ("visits", "quota_per_period"),
            None,
            ("visits", "Resor per ort och mandatperiod", "1", "tomt"),
        ),
        (
            PITEA,
            ("scheme", 0, "name"),
            "Nytt namn",
            ("scheme.0", "Nytt namn: Namn", "Aktivitetsbidrag", "Nytt namn"),
        ),
        (
            FUND,
            ("scheme", 0, "type", 0, "name"),
            "Projekt",
            (
                "scheme.0",
                "Redan beviljat projekt eller utbyte: Vad ansökan kan gälla",
                "Redan beviljat projekt eller utbyte",
                "Projekt",
            ),
        ),
        (
            UMEA,
            ("work", "areas_title"),
            "Områden",
            ("work", "Vad områdena kallas", "Inriktning", "Områden"),
        ),
    ],
)
def test_a_changed_value_is_told_where_it_stands(old, path, value, line):
    assert told(old, with_value(old, path, value)) == [(*line, path)]


@pytest.mark.parametrize(
    ("old", "path", "key", "value", "line"),
    [
        (
            PITEA,
            ("shared", 0),
            "short",
            "sid. 1",
            ("shared", "Skriftlig ansökan, kort hänvisning", "Bidrag st. 4", "sid. 1"),
        ),
        (
            PITEA,
            ("scheme", 0, "rule", 0),
            "gate",
            "payment",
            (
                "scheme.0",
                "Aktivitetsbidrag: Inte finansierat på annat sätt, när den prövas",
                "prövas före beslut",
                "prövas före utbetalning",
            ),
        ),
        (
            PITEA,
            ("scheme", 0, "rule", 0),
            "overridable",
            True,
            (
                "scheme.0",
                "Aktivitetsbidrag: Inte finansierat på annat sätt, går att frångå med skäl",
                "nej",
                "ja",
            ),
        ),
        (
            PITEA,
            ("scheme", 0, "rule", 1),
            "text",
            "",
            (
                "scheme.0",
                "Aktivitetsbidrag: Högsta belopp per ort och år, riktlinjens egna ord",
                (
                    "Förutom grundbidraget kan föreningar ansöka om ett bidrag för"
                    " samverkansortsrelaterade aktiviteter som inte finansieras…"
                ),
                "tomt",
            ),
        ),
        (
            PITEA,
            ("scheme", 0, "rule", 0),
            "cap",
            15_000,
            (
                "scheme.0",
                "Aktivitetsbidrag: Inte finansierat på annat sätt",
                "Bidraget täcker högst kostnaderna minus annan finansiering.",
                "ändrad",
            ),
        ),
        (
            PITEA,
            ("statement", 0),
            "title",
            "Digitalt först",
            (
                "statement",
                "Digitalt först",
                "Kontakter i första hand digitalt.",
                "Digitalt först.",
            ),
        ),
        (
            FUND,
            ("scheme", 0, "rule", 0),
            "forms",
            ["compulsory"],
            (
                "scheme.0",
                "Fonden för internationellt skolutbyte: Skola i kommunen",
                "Bidraget är för skolor i kommunen: grundskolor och gymnasieskolor.",
                "Bidraget är för skolor i kommunen: grundskolor.",
            ),
        ),
        (
            UMEA,
            ("work", "rule", 0),
            "on",
            "place",
            ("work", "Nätverk har ett tydligt syfte, vad den gäller", "Nätverk", "Orter"),
        ),
    ],
)
def test_a_changed_rule_is_told_by_its_title(old, path, key, value, line):
    assert told(old, with_value(old, (*path, key), value)) == [(*line, path)]


@pytest.mark.parametrize(
    ("old", "path", "line"),
    [
        (PITEA, ("goal", 0), ("goal", "Mål", "Utveckla verksamheterna", TOOK_AWAY)),
        (
            PITEA,
            ("statement", 1),
            ("statement", "Regel", "Resor har ett särskilt syfte.", TOOK_AWAY),
        ),
        (PITEA, ("scheme", 0), ("scheme", "Bidrag", "Aktivitetsbidrag", TOOK_AWAY)),
        (
            FUND,
            ("scheme", 0, "type", 1),
            (
                "scheme.0",
                "Fonden för internationellt skolutbyte: Vad ansökan kan gälla",
                "Praktik eller gymnasiearbete utomlands",
                TOOK_AWAY,
            ),
        ),
        (
            UMEA,
            ("work", "rule", 0),
            ("work", "Regel", "Det är skrivet vad det är till för.", TOOK_AWAY),
        ),
        (UMEA, ("work", "networks"), ("work", "Nätverk och medlemskap", "finns", TOOK_AWAY)),
    ],
)
def test_what_is_taken_away_stands_nowhere(old, path, line):
    assert told(old, without(old, path)) == [(*line, ())]


def test_what_is_new_is_told_where_it_stands():
    goal = told(PITEA, with_item(PITEA, ("goal",), NEW_GOAL))
    statement = differences(PITEA, with_item(PITEA, ("statement",), RULE))

    assert goal == [("goal", "Mål", "finns inte", "Nytt mål", ("goal", 6))]
    assert [(str(each.label), each.path, each.new_rule) for each in statement] == [
        ("Ny regel", ("statement", 5), True)
    ]


def test_a_rule_that_stands_twice_is_one_new_rule():
    twice = with_item(PITEA, ("statement",), PITEA["statement"][0])

    assert [each[1:3] for each in told(PITEA, twice)] == [("Ny regel", "finns inte")]
    assert [each[1::2] for each in told(twice, PITEA)] == [("Regel", TOOK_AWAY)]


def test_another_order_of_the_grants_or_the_goals_changes_nothing():
    turned = {key: each[::-1] if key in ("scheme", "goal") else each for key, each in PITEA.items()}

    assert told(PITEA, turned) == []


def test_a_part_that_comes_or_goes_is_told_with_its_rules():
    bare = without(PITEA, ("visits",))

    went, came = told(PITEA, bare), told(bare, PITEA)

    assert went[0] == ("visits", "Besök", "finns", TOOK_AWAY, ())
    assert came[0] == ("visits", "Besök", "finns inte", "finns", ())
    assert {each[1] for each in went[1:]} == {"Regel"}
    assert len(went) == 11
    lines = [each for each in came if each[0] == "matrix"]
    assert (len(lines), lines[2]) == (
        12,
        ("matrix", "Logi", "nämns inte", "Värd", ("visits", "line", 2)),
    )
    assert sum(each[1] == "Ny regel" for each in came) == 10


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"payer": "host"}, "Värd"),
        ({"payer": "shared"}, "Delas, gästen 50 %"),
        ({"payer": "shared", "guest_share": 40}, "Delas, gästen 40 %"),
        (
            {"payer": "host", "ceiling_ore": 95_000, "ceiling_unit": "night"},
            "Värd, högst 950 kr per natt",
        ),
    ],
)
def test_a_line_of_the_matrix_is_said_in_words(line, words):
    assert str(line_words(line)).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a" * LINE, "a" * LINE),
        ("a" * (LINE + 1), "a" * (LINE - 1) + "…"),
        ("a" * (LINE - 2) + " bc", "a" * (LINE - 2) + "…"),
        ("ett\n  två", "ett två"),
    ],
)
def test_a_long_text_is_shown_as_one_short_line(text, shown):
    new = with_value(PITEA, ("shared", 0, "text"), text)

    assert told(PITEA, new)[0][3] == shown
