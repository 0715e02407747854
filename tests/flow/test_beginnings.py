"""What a register begins from: a municipality, its guideline, a copy or an empty one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop import library
from desktop.domain.guideline import parse
from desktop.domain.problems import Refusal
from desktop.domain.registers import Reason
from desktop.flow.ask import File
from desktop.flow.beginning import beginning, facts_of, ready_key
from desktop.flow.guideline_data import LEAVES, read_tree, tree_of_version
from desktop.flow.registers import begin, brought_over
from desktop.flow.rule_reasons import fits_rules, reasons_for_rules
from desktop.flow.scheme_reasons import new_reasons
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.sweden import court_for, courts, every_municipality, known_municipality
from tests.flow.coordinator import Numbers

DAY = date(2026, 3, 2)
READY = "pitea, skelleftea, umea, upplands-bro, uppsala, empty"


def test_there_are_290_municipalities_and_twelve_courts():
    assert (len(every_municipality()), len(courts())) == (290, 12)


@pytest.mark.parametrize(
    ("written", "code"),
    [("Piteå", "2581"), ("2581", "2581"), ("Malmö stad", "1280")],
)
def test_a_municipality_is_known_by_code_or_name(written, code):
    known = known_municipality(written)
    assert known is not None
    assert known.code == code


def test_what_is_no_municipality_is_not_known():
    assert known_municipality("") is known_municipality("  ") is None
    assert known_municipality("Sagostad") is None


@pytest.mark.parametrize(
    ("code", "court"),
    [("2581", "Förvaltningsrätten i Luleå"), ("1280", "Förvaltningsrätten i Malmö")],
)
def test_each_municipality_has_its_court(code, court):
    found = court_for(code)
    assert found is not None
    assert found.name == court


def test_every_municipality_has_a_court():
    assert not [each.name for each in every_municipality() if court_for(each.code) is None]


@pytest.mark.parametrize(
    ("written", "key"),
    [("Piteå", "pitea"), ("0380", "uppsala"), ("Malmö", ""), ("Sagostad", "")],
)
def test_some_have_a_guideline_ready(written, key):
    assert ready_key(written) == key


def test_of_a_known_municipality_names_and_court_are_known():
    court = court_for("1280")
    assert court is not None
    assert facts_of("malmö") == {
        "code": "1280",
        "name": "Malmö",
        "full_name": "Malmö stad",
        "court": "Förvaltningsrätten i Malmö",
        "court_address": court.address,
    }


def test_of_one_with_a_guideline_all_of_its_file_is_known():
    assert facts_of("Piteå") == library.municipality("pitea").facts


@pytest.mark.parametrize(
    ("written", "name", "full"),
    [
        (" Sagostad ", "Sagostad", "Sagostad kommun"),
        ("Sagostad kommun", "Sagostad", "Sagostad kommun"),
        ("Sagokommunen", "Sagokommunen", "Sagokommunen"),
    ],
)
def test_of_another_only_its_names_are_known(written, name, full):
    assert facts_of(written) == {"name": name, "full_name": full}


def test_without_a_word_it_is_the_first_guideline():
    found = beginning("", "", DAY)

    assert (found.name, found.full_name, found.copied_from) == ("Piteå", "Piteå kommun", "")
    assert found.guideline["guideline"]["valid_from"].isoformat() == "2022-10-10"


def test_a_guideline_alone_brings_its_municipality():
    found = beginning("", "umea", DAY)

    assert (found.name, found.copied_from, found.base) == ("Umeå", "", found.facts)
    assert found.guideline["scheme"] == library.municipality("umea").guideline.get("scheme", [])


def test_a_municipality_alone_brings_its_guideline():
    assert beginning("0380", "", DAY).guideline["guideline"]["municipality"] == "uppsala"
    assert beginning("Uppsala", "uppsala", DAY).copied_from == ""


def test_a_copy_begins_on_its_day_and_says_whose_it_is():
    found = beginning("Malmö", "pitea", DAY)

    assert (found.name, found.full_name, found.copied_from) == ("Malmö", "Malmö stad", "Piteå")
    assert found.base == library.municipality("pitea").facts
    kept = parse(found.guideline)
    assert (kept.municipality, kept.copied_from, kept.valid_from) == ("malmo", "Piteå", DAY)


def test_one_with_an_own_guideline_may_begin_with_anothers():
    found = beginning("Piteå", "umea", DAY)

    assert (found.name, found.copied_from) == ("Piteå", "Umeå")
    assert found.facts == library.municipality("pitea").facts


def test_an_empty_guideline_is_the_municipalitys_own():
    found = beginning("Öckerö", "empty", DAY)

    assert (found.name, found.full_name, found.base) == ("Öckerö", "Öckerö kommun", {})
    kept = parse(found.guideline)
    assert (kept.municipality, kept.schemes, kept.valid_from) == ("ockero", (), DAY)


@pytest.mark.parametrize(
    ("municipality", "guideline", "field", "words"),
    [
        ("", "empty", "municipality", "Kommun – saknas – skriv kommunens namn."),
        (
            "Malmö",
            "",
            "guideline",
            f"Riktlinje – Malmö har ingen färdig – välj en att börja från: {READY}.",
        ),
        (
            "",
            "sagostad",
            "guideline",
            f"Riktlinje – sagostad finns inte – välj {READY}.",
        ),
    ],
)
def test_what_is_missing_is_named(municipality, guideline, field, words):
    with pytest.raises(Refusal) as told:
        beginning(municipality, guideline, DAY)

    (problem,) = told.value.problems
    assert (problem.field, str(problem.text)) == (field, words)


def test_a_refused_beginning_leaves_no_file(tmp_path):
    path = tmp_path / "r.vanbok"

    with pytest.raises(Refusal):
        begin(
            path,
            FoundRegister(guideline="sagostad", name="Ebba Sagolin"),
            clock=lambda: datetime(2026, 3, 2, 9, 30),
            new_uuid=Numbers(),
        )

    assert not path.exists()


def test_a_register_brought_over_says_where_the_old_one_lies():
    assert str(brought_over("gammalt.vanbok")) == (
        "Registret var från en äldre version av Vänbok och är överfört. "
        "Som det var ligger det kvar i gammalt.vanbok, i samma mapp."
    )


# The data of a guideline


def test_the_data_of_a_version_has_every_list_and_the_parts_written_down_later(stage):
    tree = tree_of_version(stage.desk, 1)

    assert all(key in tree for key in (*LEAVES, "visits", "work"))
    assert [each["key"] for each in tree["scheme"]] == ["base_grant", "activity_grant"]


def read(words, name="r.toml"):
    content = words if isinstance(words, bytes) else words.encode()
    return read_tree(File(name=name, content=content), "data")


@pytest.mark.parametrize(
    "words",
    [
        '[guideline]\ntitle = "Ö"\n',
        '\ufeff[guideline]\ntitle = "Ö"\n',
        ' {"guideline": {"title": "Ö"}}',
    ],
)
def test_data_is_read_as_toml_or_json(words):
    tree = read(words)

    assert tree["guideline"] == {"title": "Ö"}
    assert [tree[key] for key in LEAVES] == [[]] * len(LEAVES)


def test_lists_that_stand_there_are_kept():
    assert read('[guideline]\n[[goal]]\nkey = "a"\n')["goal"] == [{"key": "a"}]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("a = 1\n", "delen guideline saknas"),
        ("guideline = 1\n", "delen guideline saknas"),
        ("{}", "delen guideline saknas"),
        ("a = 1\n[", "den tar slut för tidigt"),
        ("a = 1\nb = ?\n", "rad 2 är fel skriven"),
        (b"\xff\xfe", "den är ingen text"),
    ],
)
def test_what_is_no_guideline_is_refused_with_its_name(words, why):
    with pytest.raises(Refusal) as told:
        read(words, "brev.toml")

    (problem,) = told.value.problems
    said = str(problem.text)
    assert problem.field == "data"
    assert said.startswith("Riktlinjens regler – brev.toml går inte att läsa – ")
    assert said.endswith(f" – {why}.")


# Reasons


def _keys(data):
    return [each.key for each in reasons_for_rules(data)]


def test_reasons_come_with_the_kinds_of_rule_of_any_scheme_and_of_all():
    rule = {"kind": "base_amount"}
    own = {"scheme": [{"rule": [rule]}]}
    shared = {"scheme": [{}], "shared": [rule]}

    assert _keys(own) == _keys(shared) != []
    assert _keys({"scheme": [{"rule": [{"kind": "report"}]}]}) == []
    assert _keys({"scheme": [], "shared": [rule]}) == []


def test_a_part_of_the_base_amount_brings_the_ceiling_of_the_year():
    both = set(_keys({"scheme": [{"rule": [{"kind": "base_amount"}]}]}))
    year = set(_keys({"scheme": [{"rule": [{"kind": "yearly_share"}]}]}))

    assert year < both


def test_a_reason_of_a_rule_fits_a_scheme_that_has_one(stage):
    scheme = stage.desk.in_force()[1].schemes[0]
    share = Reason(key="a", title="A", text="A", outcomes=(), schemes=(), rule="base_amount")
    cap = Reason(key="b", title="B", text="B", outcomes=(), schemes=(), rule="cap")

    assert not fits_rules(share, scheme)
    assert fits_rules(cap, scheme)


def test_a_register_gets_each_reason_once(stage):
    own = {"key": "own", "title": "Eget", "text": "Skälet.", "outcomes": ["granted"], "rule": "P1"}
    rule = {"kind": "base_amount"}
    tree = {"scheme": [{"key": "sago", "reason": [own, own], "rule": [rule]}]}

    found = list(new_reasons(stage.desk, tree))

    assert [each.key for each in found] == ["own", *_keys(tree)]
    assert (found[0].title, found[0].text) == ("Eget", "Skälet.")
    assert (found[0].outcomes, found[0].schemes, found[0].rule) == (("granted",), ("sago",), "P1")


def test_a_scheme_without_reasons_brings_those_of_the_library_that_are_missing(stage, school_desk):
    bare = {"scheme": [{"key": "sago"}]}

    assert list(new_reasons(stage.desk, bare)) == []
    assert [each.key for each in new_reasons(school_desk, bare)][:2] == ["goals", "link_to_place"]
    assert list(new_reasons(school_desk, {"scheme": []})) == []
