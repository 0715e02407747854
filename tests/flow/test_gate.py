"""The gate before the money: what keeps it shut, and what the payment order says opened it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.change import Content
from desktop.domain.phases import ReportState
from desktop.domain.problems import Refusal
from desktop.domain.rule import Finding, Status
from desktop.domain.text import plain
from desktop.flow.run import plan
from desktop.flow.steps.payment import gate_problems
from desktop.flow.steps.report import report_in
from tests.flow.test_letters import text_of
from tests.flow.trying import sits_down

OPENED, SHUT = 6, 8
"""A payment whose annual report has come, and one whose has not."""
HANDED = 6


@pytest.fixture
def it(looked_at):
    return sits_down(looked_at)


def stopped_by(seen, *, overridable):
    stop = Finding(
        rule="P8",
        status=Status.STOPS,
        title=plain("Berättelsen"),
        value=plain("saknas"),
        limit=plain("för 2025"),
        paragraph="Riktlinjen, § 8",
        short="§ 8",
        gate="payment",
        overridable=overridable,
    )
    return replace(seen, draft=replace(seen.draft, findings=(stop,)))


@pytest.mark.parametrize(
    ("overridable", "way_on"),
    [(True, "ta emot den, eller skriv ett undantag"), (False, "skriv in det först")],
)
def test_a_shut_gate_says_which_rule_shuts_it_and_the_way_on(it, overridable, way_on):
    seen = stopped_by(it.sees(SHUT), overridable=overridable)

    words = [str(each.text) for each in gate_problems(seen)]

    assert words == [f"Berättelsen – saknas för 2025 (§ 8) – {way_on}."]


def test_without_account_and_letter_the_gate_is_shut_too(it):
    seen = it.sees(SHUT)
    seen = replace(
        stopped_by(seen, overridable=True),
        facts=replace(seen.facts, association=replace(seen.association, account="")),
        dispatches=(),
    )

    words = [str(each.text).partition(" – ")[0] for each in gate_problems(seen)]

    assert words == ["Berättelsen", "Konto", "Brev"]


def test_the_payment_order_says_when_the_annual_report_came(lived):
    it = sits_down(lived.store, lived.today)

    work = plan(it.desk, it.command("release_payment", {"case": OPENED}))

    (order,) = [each.data for each in work.changes if isinstance(each, Content)]
    assert "Verksamhetsberättelse för 2025 kom in den 12 januari 2026." in text_of(order)


@pytest.mark.parametrize("states", [(ReportState.RECEIVED,), (ReportState.DEVIATING,), ()])
def test_a_report_that_does_not_stand_there_is_refused(it, states):
    with pytest.raises(Refusal, match="det finns ingen i det läget"):
        report_in(it.sees(HANDED), *states)


def test_a_report_that_stands_there_is_given(it):
    seen = it.sees(HANDED)

    assert report_in(seen, ReportState.RECEIVED, ReportState.AWAITED) == seen.report


def test_a_case_without_a_report_has_none_to_judge(it):
    with pytest.raises(Refusal, match="det finns ingen i det läget"):
        report_in(replace(it.sees(HANDED), report=None), ReportState.AWAITED)
