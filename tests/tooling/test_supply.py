"""What is delivered: listed with its licence, answered for, and told in the SBOM."""

from __future__ import annotations

import json

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import supply
from supply import Delivered, answered, delivered, faults, listed, sbom, unaudited

PACKAGE = Delivered(name="pillow", version="13.0.0", hashes=("0" * 64,), here=True)
LINE = {"version": "13.0.0", "licence": "MIT-CMU", "audited": "2026-11-22", "advisories": []}


def found(line):
    return faults([PACKAGE], {"pillow": LINE | line})


def test_every_package_that_is_delivered_is_listed_with_its_licence():
    assert faults(list(delivered()), listed()) == []


def test_what_is_in_order_is_passed():
    assert found({}) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"version": "12.0.0"}, "is pinned"),
        ({"licence": "AGPL-3.0-only"}, "not allowed"),
        ({"licence": "MPL-2.0"}, "does not call its licence"),
        ({"advisories": ["CVE-2026-1"]}, "not answered"),
        ({"advisories": ["CVE-2026-1"], "answers": {"CVE-2026-2": "other"}}, "not answered"),
    ],
)
def test_what_is_not_in_order_is_named(line, said):
    (sentence,) = found(line)
    assert sentence.startswith("pillow: ")
    assert said in sentence


def test_an_advisory_that_was_answered_is_passed():
    assert found({"advisories": ["CVE-2026-1"], "answers": {"CVE-2026-1": "no TIFF"}}) == []


def test_a_package_too_many_or_too_few_is_named():
    assert faults([PACKAGE], {}) == ["pillow: is delivered but not listed"]
    assert faults([], {"pillow": LINE}) == ["pillow: is listed but no longer delivered"]


def test_only_an_answer_about_the_pinned_version_counts_as_an_audit():
    lines = {name: LINE | {"audited": ""} for name in ("asked", "skipped", "older")}
    answer = {
        "dependencies": [
            {"name": "Asked", "version": "13.0.0", "vulns": [{"id": "CVE-2026-1"}]},
            {"name": "skipped", "skip_reason": "not found"},
            {"name": "older", "version": "12.0.0", "vulns": []},
        ]
    }
    new = answered(lines, answer, "2026-11-22")
    assert new["asked"]["advisories"] == ["CVE-2026-1"]
    assert new["asked"]["audited"] == "2026-11-22"
    assert unaudited(new) == ["older", "skipped"]


def test_the_sbom_is_cyclonedx_and_names_every_package_with_hashes_and_licence(tmp_path):
    out = tmp_path / "dist" / "vanbok.cdx.json"
    assert sbom(out) == 0
    words = out.read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(words) is None
    told = json.loads(words)
    assert told["metadata"]["component"]["name"] == "vanbok"
    parts = {each["name"]: each for each in told["components"]}
    assert set(parts) == {each.name for each in delivered()}
    assert all(each["hashes"] and each["licenses"] and each["purl"] for each in parts.values())


def test_the_list_is_written_as_it_is_read(tmp_path, monkeypatch):
    lines = {"pillow": LINE | {"advisories": ["CVE-2026-1"], "answers": {"CVE-2026-1": 'no "x"'}}}
    path = tmp_path / "dependencies.toml"
    path.write_text("".join(supply._line(name, line) for name, line in lines.items()))
    monkeypatch.setattr(supply, "LIST", path)
    assert listed() == lines
