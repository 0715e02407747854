"""The schema tells of every act, and what it allows is what the acts take."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from desktop.cli.schema import schema
from desktop.flow.ask import asks
from desktop.flow.steps.catalogue import STEPS
from desktop.paths import resources

SCHEMA = schema()
SCRIPT = (resources() / "example" / "pitea.jsonl").read_text(encoding="utf-8").splitlines()
TYPES = {"string": str, "boolean": bool, "array": list, "object": dict}


def fits(rule, value):
    """Judge by the words of JSON Schema that our schema uses; the real thing has many more."""
    if "$ref" in rule:
        return fits(SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]], value)
    one_of = rule.get("oneOf")
    return (
        (one_of is None or sum(fits(each, value) for each in one_of) == 1)
        and all(fits(each, value) for each in rule.get("allOf", ()))
        and ("const" not in rule or value == rule["const"])
        and of_type(rule.get("type"), value)
        and fits_within(rule, value)
    )


def of_type(kind, value):
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return kind is None or isinstance(value, TYPES[kind])


def fits_within(rule, value):
    if isinstance(value, dict):
        return fits_object(rule, value)
    if isinstance(value, list):
        return all(fits(rule.get("items", {}), each) for each in value)
    if isinstance(value, str):
        return fits_words(rule, value)
    return rule.get("minimum", value) <= value <= rule.get("maximum", value)


def fits_object(rule, value):
    known = rule.get("properties", {})
    if not set(rule.get("required", ())) <= set(value):
        return False
    if rule.get("additionalProperties", True) is False and not set(value) <= set(known):
        return False
    return all(fits(known[name], each) for name, each in value.items() if name in known)


def fits_words(rule, value):
    if rule.get("format") == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    return rule.get("minLength", 0) <= len(value) <= rule.get("maxLength", len(value))


def test_there_is_one_definition_for_each_act():
    assert set(SCHEMA["$defs"]) == {"file", *(step.name for step in STEPS)}
    assert [each["$ref"] for each in SCHEMA["oneOf"]] == [f"#/$defs/{step.name}" for step in STEPS]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_an_act_has_every_field_with_its_label_and_the_docstring(step):
    told = SCHEMA["$defs"][step.name]

    assert told["description"].endswith(".")
    assert told["title"] == str(step.title)
    for name, asked in asks(step.command).items():
        assert told["properties"][name]["title"] == str(asked.label)


def test_units_ranges_choices_and_days_are_told():
    fields = SCHEMA["$defs"]["register_application"]["properties"]

    assert (fields["asked"]["x-unit"], fields["asked"]["minimum"]) == ("kr", 1)
    assert (fields["year"]["minimum"], fields["year"]["maximum"]) == (2000, 2199)
    assert fields["came_on"] == {
        "title": "Kom in",
        "type": "string",
        "format": "date",
        "x-not-after": "today",
    }
    assert {"const": "post", "title": "Post"} in fields["channel"]["oneOf"]
    assert fields["channel"]["default"] == "email"


@pytest.mark.parametrize("line", SCRIPT, ids=range(1, len(SCRIPT) + 1))
def test_every_line_of_the_example_is_as_the_schema_says(line):
    given = json.loads(line)

    assert fits(SCHEMA["$defs"][given["act"]], given)
    assert date.fromisoformat(given["on"]) <= date(2026, 11, 21)


@pytest.mark.parametrize(
    "wrong",
    [
        {"act": "send_letter", "case": "2026-001"},
        {"act": "send_letter", "sent_on": "2026-11-21"},
        {"act": "send_letter", "case": "2026-001", "case_id": 1, "sent_on": "2026-11-21"},
        {"act": "send_letter", "case": "2026-001", "sent_on": "i går"},
        {"act": "send_letter", "case": "2026-001", "sent_on": "2026-11-21", "channel": "duva"},
        {"act": "add_own_cost", "year": 2026, "day": "2026-11-21", "amount": 0, "reference": "x"},
        {"act": "make_list", "meeting": "2026-11-21"},
    ],
)
def test_what_an_act_refuses_the_schema_refuses(wrong, act):
    assert not fits(SCHEMA["$defs"][wrong["act"]], wrong)
    assert act(wrong).code == 1


def test_the_schema_is_printed_as_json(program):
    done = program("acts")

    assert done.code == 0
    assert json.loads(done.out) == json.loads(json.dumps(SCHEMA))
