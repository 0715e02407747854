"""The README's table of the rules: all 39, each with examples that are there and name it."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from desktop import library

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "tests" / "scenarios"
COUNTS = {"P": 14, "S": 9, "U": 8, "A": 3, "B": 5}
MUNICIPALITIES = {
    "P": "pitea",
    "S": "skelleftea",
    "U": "umea",
    "A": "uppsala",
    "B": "upplands-bro",
}
RULES = tuple(f"{letter}{at}" for letter, most in COUNTS.items() for at in range(1, most + 1))
ROW = re.compile(r"^\| ([PSUAB]\d+) \|(.+)\|$", re.MULTILINE)


def table() -> dict[str, list[str]]:
    words = (ROOT / "README.md").read_text("utf-8")
    section = words.split("## The 39 rules", 1)[1].split("\n## ", 1)[0]
    return {
        match[1]: [cell.strip() for cell in match[2].split("|")] for match in ROW.finditer(section)
    }


def ids_of(key: str) -> set[str]:
    data = library.municipality(key).guideline
    rules = chain(
        data.get("shared", ()),
        data.get("statement", ()),
        *(scheme["rule"] for scheme in data["scheme"]),
        data["visits"].get("rule", ()),
        data["work"].get("rule", ()),
    )
    return {rule["id"] for rule in rules}


def test_the_table_has_every_rule_once_in_order():
    assert tuple(table()) == RULES
    assert len(RULES) == 39


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_it_asks_where_it_is_seen_on_which_paper_and_in_which_examples(rule):
    asks, screen, paper, examples = table()[rule]

    assert asks
    assert screen
    assert paper
    for name in examples.split(", "):
        path = SCENARIOS / name
        assert path.is_file(), f"{rule}: {name}"
        words = path.read_text("utf-8")
        assert tomllib.loads(words)["scenario"], name
        assert re.search(rf"\b{rule}\b", words), f"{name} does not name {rule}"


@pytest.mark.parametrize(("letter", "key"), MUNICIPALITIES.items())
def test_every_rule_stands_in_its_municipalitys_guideline_and_no_other_does(letter, key):
    assert ids_of(key) == {rule for rule in RULES if rule.startswith(letter)}
