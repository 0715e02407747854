"""`networks`, `projects`, `plans`, `contacts` and `documents`: registers from the command line."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import DAY

LINES = (
    {"act": "register_body", "kind": "board", "name": "Påhittsnämnden"},
    {
        "act": "register_body",
        "kind": "office",
        "name": "Påhittskontoret",
        "parent": "Påhittsnämnden",
    },
    {"act": "register_contact_person", "body": "Påhittskontoret", "name": "Ylva Påhittad"},
    {
        "act": "register_network",
        "name": "Nätverket Påhitt",
        "fee": 12000,
        "body": "påhittsnämnden",
        "next_review_on": "2026-10-01",
    },
    {"act": "note_network_activity", "network": "Nätverket Påhitt", "held_on": DAY, "text": "möte"},
    {
        "act": "register_project",
        "name": "Gröna hamnar",
        "kind": "eu",
        "funding": [
            {"financier": "Sagofonden", "applied": 75000},
            {"financier": "Kommunen", "own": True, "body": "Påhittsnämnden", "applied": 25000},
        ],
    },
    {
        "act": "register_action_plan",
        "body": "Påhittsnämnden",
        "year": 2026,
        "goals": [{"text": "två utbyten", "measure": "antal"}],
    },
    {
        "act": "register_governing_document",
        "name": "Policy för påhitt",
        "body": "Kommunfullmäktige",
        "decided_on": "2020-02-12",
        "paragraph": "§ 15",
    },
)


@pytest.fixture
def filled(act, register):
    done = act(*LINES)
    assert [each["ok"] for each in done.answers] == [True] * len(LINES)
    return register


def told(cli, register, name, *more):
    done = cli(name, register, "--json", "--on", DAY, *more)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_networks_are_told_with_what_was_done_and_what_comes_next(cli, filled):
    (it,) = told(cli, filled, "networks")

    assert (it["body"], it["fee"], it["last_activity"]) == ("Påhittsnämnden", 12000, DAY)
    assert (it["label"], it["review_due"], it["next_act"]) == (
        "Omprövning sen",
        "2026-10-01",
        "review_network",
    )


def test_projects_are_told_with_their_money(cli, filled):
    (it,) = told(cli, filled, "projects")

    assert (it["budget"], it["own"], it["own_percent"]) == (100000, 25000, 25)
    assert [row["financier"] for row in it["funding"]] == ["Sagofonden", "Kommunen"]


def test_plans_contacts_and_documents_are_told(cli, filled):
    (plan,) = told(cli, filled, "plans", "--year", "2026")
    (contact,) = told(cli, filled, "contacts")
    (document,) = told(cli, filled, "documents")

    assert [goal["text"] for goal in plan["goals"]] == ["två utbyten"]
    assert contact["person"]["name"] == "Ylva Påhittad"
    assert (document["paragraph"], document["label"]) == ("§ 15", "Gäller")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("networks", "Nätverket Påhitt  Påhittsnämnden  12 000 kr"),
        ("projects", "Gröna hamnar  EU-projekt"),
        ("plans", "Påhittsnämnden  2026"),
        ("contacts", "Påhittskontoret  Kontor  Ylva Påhittad"),
        ("documents", "Policy för påhitt  Policy  Kommunfullmäktige 2020-02-12 § 15"),
    ],
)
def test_each_register_is_a_table_of_words(cli, filled, name, line):
    done = cli(name, filled, "--on", DAY)

    assert done.code == 0
    assert line in done.out.replace("\u00a0", " ")
    assert cli(name, filled, "--on", DAY, "--text", "finns inte").out.startswith("Inga ")
