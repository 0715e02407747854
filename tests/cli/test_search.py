"""The search of everything without a window."""

from __future__ import annotations

import json


def test_everything_with_the_words_is_told_by_groups(cli, register, act):
    act({"act": "add_association", "name": "Föreningen Havsörnen", "place_ids": [2]})

    done = cli("search", register, "havsörnen", "--json")

    assert (done.code, done.err) == (0, "")
    [group] = json.loads(done.out)
    assert (group["group"], group["title"], group["more"]) == ("associations", "Sökande", False)
    [hit] = group["hits"]
    assert (hit["kind"], hit["id"], hit["title"]) == ("association", 1, "Föreningen Havsörnen")


def test_several_words_have_to_stand_together(cli, register):
    assert "Grindavík" in cli("search", register, "grindavik", "island").out
    assert "Grindavík" not in cli("search", register, "grindavik", "frankrike").out


def test_a_rule_is_found_by_its_number_with_its_paragraph(cli, register):
    done = cli("search", register, "P8", "--json")

    hits = [hit for group in json.loads(done.out) for hit in group["hits"]]
    assert [hit["rule"] for hit in hits] == ["P8"]
    assert hits[0]["detail"]


def test_nothing_found_is_said(cli, register):
    assert cli("search", register, "zzz").out == "Inget hittat.\n"
    assert cli("search", register, "zzz", "--json").out == "[]\n"


def test_no_more_than_asked_for_of_each_group(cli, register, act):
    for at in range(4):
        act({"act": "add_association", "name": f"Klubben Lo {at}", "place_ids": [1]})

    done = cli("search", register, "klubben", "--most", "2", "--json")

    [group] = json.loads(done.out)
    assert (len(group["hits"]), group["more"]) == (2, True)
