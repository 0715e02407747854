"""A guideline told in short sentences."""

from __future__ import annotations

import copy

from desktop import library
from desktop.domain.guideline import parse
from desktop.flow.headlines import headlines


def data():
    return copy.deepcopy(dict(library.municipality("pitea").guideline))


def told(guideline, *, lead):
    lines = headlines(parse(guideline))
    return [(line.rule, str(line.text)) for line in lines if line.lead is lead]


def test_what_is_about_money_comes_first_in_the_order_of_its_numbers():
    assert told(data(), lead=True)[:6] == [
        ("P4", "Grundbidrag högst 10\u00a0000\u00a0kr per ort och år"),
        ("", "Flera föreningar för samma ort delar lika"),
        ("P5", "Aktivitetsbidrag högst 10\u00a0000\u00a0kr per ort och år"),
        ("P7", "Rapport inom en månad efter aktiviteten"),
        ("P8", "Ingen utbetalning utan verksamhetsberättelse"),
        ("P9", "Samordnaren beslutar efter samråd"),
    ]


def test_a_rule_that_schemes_share_is_told_once():
    rest = told(data(), lead=False)
    assert len(rest) == len(set(rest)) == 6


def test_a_new_cap_is_in_the_sentence():
    guideline = data()
    for scheme in guideline["scheme"]:
        for rule in scheme["rule"]:
            if "cap" in rule and scheme["key"] == "activity_grant":
                rule["cap"] = 12_000
    assert ("P5", "Aktivitetsbidrag högst 12\u00a0000\u00a0kr per ort och år") in told(
        guideline, lead=True
    )


def test_another_number_of_months_is_told():
    guideline = data()
    for scheme in guideline["scheme"]:
        for rule in scheme["rule"]:
            if rule["kind"] == "report":
                rule["months"] = 3
    assert ("P7", "Rapport inom 3 månader efter aktiviteten") in told(guideline, lead=True)
