"""What every rule that only stops, waits or notes says of a case, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.phases import ReportState
from desktop.domain.registers import Place
from desktop.domain.rule import Consultation
from desktop.domain.rules import RULES
from tests.domain import test_ceilings_said
from tests.domain.facts import guideline
from tests.domain.rule_stage import AWAITED, LATE, MONTH, MUNICIPAL, NEVER, SCHOOL, budget, says

SAID: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    (
        "window",
        {"opens": "02-01", "closes": "03-02"},
        {},
        ["met: 2026-03-02; 2026-02-01 – 2026-03-02"],
    ),
    ("window", {"opens": "03-02"}, {}, ["met: 2026-03-02; från 2026-03-02"]),
    ("window", {"closes": "03-02"}, {}, ["met: 2026-03-02; senast 2026-03-02"]),
    (
        "window",
        {"closes": "03-01"},
        {},
        ["stops: 2026-03-02; 1 dag för sent, sista dag 2026-03-01"],
    ),
    (
        "window",
        {"closes": "02-20", "overridable": True},
        {},
        ["note: 2026-03-02; 10 dagar för sent, sista dag 2026-02-20"],
    ),
    ("window", {"opens": "03-03"}, {}, ["note: 2026-03-02; före första dag 2026-03-03"]),
    (
        "window",
        {"opens": "09-01", "closes": "10-31", "year_before": True},
        {"arrived_on": date(2025, 10, 31)},
        ["met: 2025-10-31; 2025-09-01 – 2025-10-31"],
    ),
    (
        "window",
        {"months_before": 2},
        {"starts_on": None, "ends_on": None},
        ["stops: saknas; aktivitetens första dag behövs"],
    ),
    (
        "window",
        {"months_before": 1},
        {"starts_on": None, "ends_on": date(2026, 4, 2)},
        ["met: 2026-03-02; senast 2026-03-02"],
    ),
    ("prior_report", {}, {}, ["met: inget saknas; rapporter om tidigare bidrag"]),
    (
        "prior_report",
        {},
        {"unreported": (LATE, NEVER)},
        ["stops: 2025-004, 2023-002; rapporten skulle ha kommit 2023-03-02"],
    ),
    (
        "prior_report",
        {"years": 3},
        {"unreported": (NEVER,)},
        ["stops: 2023-002; rapporten skulle ha kommit 2023-03-02"],
    ),
    (
        "prior_report",
        {"years": 3},
        {"unreported": (NEVER,), "arrived_on": date(2026, 3, 3)},
        ["met: inget saknas; rapporter om tidigare bidrag"],
    ),
    (
        "prior_report",
        {"overridable": True},
        {"unreported": (LATE,)},
        ["note: 2025-004; rapporten skulle ha kommit 2025-06-30"],
    ),
    ("budget", {}, {"frame_left": 8_000}, ["met: 8 000 kr; kvar av ramen 8 000 kr"]),
    (
        "budget",
        {},
        {"frame_left": 7_999},
        ["stops: 8 000 kr; bara 7 999 kr kvar, bereds för styrelsen"],
    ),
    ("budget", {}, {"frame_left": -5}, ["stops: 8 000 kr; bara 0 kr kvar, bereds för styrelsen"]),
    ("budget", {}, {"frame_left": None}, ["note: 8 000 kr; ingen ram är inlagd"]),
    ("consultation", {}, {}, ["met: 2026-03-02; kommittén hörd, omgång 1/2026"]),
    (
        "consultation",
        {},
        {"consultation": Consultation(reason="brådskande")},
        ["note: utan samråd; brådskande"],
    ),
    (
        "consultation",
        {},
        {"consultation": Consultation(waiting=True, number="2/2026")},
        ["waits: pågår; omgång 2/2026"],
    ),
    ("consultation", {}, {"consultation": Consultation()}, ["waits: återstår; nästa omgång"]),
    ("annual_report", {}, {}, ["met: inkommen; för 2025"]),
    ("annual_report", {}, {"annual_reports": frozenset()}, ["stops: saknas; för 2025"]),
    (
        "annual_report",
        {},
        {"annual_reports": frozenset(), "exemptions": {"V9": "bildad i år"}},
        ["note: undantag; bildad i år"],
    ),
    ("goals", {}, {}, ["met: 1 vald; minst 1 av 6 mål"]),
    ("goals", {}, {"goals": ("cultures", "young")}, ["met: 2 valda; minst 1 av 6 mål"]),
    ("goals", {}, {"goals": ()}, ["stops: 0 valda; minst 1 av 6 mål"]),
    ("place_link", {}, {}, ["met: Grindavík; samverkansort sedan 1977"]),
    ("place_link", {}, {"place": Place(id=2, name="Sagovik")}, ["met: Sagovik; samverkansort"]),
    (
        "place_link",
        {},
        {"linked": False},
        ["note: Grindavík; föreningen är inte kopplad till orten"],
    ),
    ("written_application", {}, {}, ["met: 2026-03-02; original bifogat"]),
    ("written_application", {}, {"original": False}, ["met: 2026-03-02; original ej bifogat"]),
    (
        "validity",
        {},
        {"today": date(2026, 9, 30)},
        ["met: 2026-09-30; Kommunstyrelsen 2022-10-10 § 164"],
    ),
    (
        "validity",
        {},
        {"today": date(2026, 10, 1)},
        ["note: 2026-09-30; har gått ut, står i brevet"],
    ),
    (
        "validity",
        {},
        {"guideline": replace(guideline(), valid_to=None)},
        ["met: tills vidare; Kommunstyrelsen 2022-10-10 § 164"],
    ),
    (
        "school",
        {"forms": ["compulsory"]},
        {"association": SCHOOL, "of_fund": True},
        ["met: Fristående skola; Grundskola"],
    ),
    (
        "school",
        {"forms": ["upper_secondary"]},
        {"association": SCHOOL, "of_fund": True},
        ["stops: Grundskola; fonden är inte för skolformen"],
    ),
    (
        "school",
        {"forms": ["compulsory"]},
        {"association": replace(SCHOOL, school_form=None), "of_fund": True},
        ["stops: skolform saknas; fonden är inte för skolformen"],
    ),
    (
        "school",
        {"forms": ["compulsory"]},
        {"association": replace(SCHOOL, outside=True), "of_fund": True},
        ["stops: Fristående skola; ligger inte i kommunen"],
    ),
    (
        "school",
        {"forms": ["compulsory"]},
        {"of_fund": True},
        ["stops: Förening; fonden är för skolor"],
    ),
    ("payee", {}, {"association": SCHOOL}, ["met: 5050-1055; Rut Rektor"]),
    ("payee", {}, {"association": MUNICIPAL}, ["met: 1-2-3-4-5; Rut Rektor"]),
    (
        "payee",
        {},
        {"association": replace(SCHOOL, account="")},
        ["stops: saknas; bankgiro eller plusgiro"],
    ),
    (
        "payee",
        {},
        {"association": replace(MUNICIPAL, account_string="")},
        ["stops: saknas; kontosträng"],
    ),
    (
        "payee",
        {},
        {"association": replace(SCHOOL, principal="")},
        ["stops: saknas; ansvarig rektor"],
    ),
    ("complete", {"parts": ["costs", "budget"]}, {}, ["stops: 1 del saknas; detaljerad budget"]),
    (
        "complete",
        {"parts": ["theme", "budget"]},
        {"lines": budget(travel=1)},
        ["stops: 1 del saknas; tema"],
    ),
    (
        "complete",
        {"parts": ["theme", "pupils"], "also": {"practice": ["support"]}},
        {"application_type": "practice", "pupils": 0},
        [("stops: 2 delar saknas; tema och åtgärder som stödjer eleverna under praktiken")],
    ),
    (
        "complete",
        {"parts": ["starts_on"], "also": {"practice": ["support"]}},
        {"application_type": "project"},
        ["met: komplett; alla delar finns"],
    ),
    ("complete", {"parts": ["costs"]}, {"costs": 0}, ["met: komplett; alla delar finns"]),
    ("report", MONTH, {}, ["waits: 2026-04-22; en månad efter aktiviteten"]),
    (
        "report",
        MONTH,
        {"ends_on": date(2026, 1, 31)},
        ["waits: 2026-03-02; 2026-02-28 är ingen vardag, nästa vardag gäller"],
    ),
    (
        "report",
        {"months": 2, "to_working_day": True},
        {},
        ["waits: 2026-05-22; 2 månader efter aktiviteten"],
    ),
    (
        "report",
        {"months": 1, "to_working_day": False},
        {"ends_on": date(2026, 1, 31)},
        ["waits: 2026-02-28; en månad efter aktiviteten"],
    ),
    ("report", MONTH, {"ends_on": None}, ["stops: dag saknas; aktivitetens sista dag behövs"]),
    (
        "report",
        MONTH,
        {"report": AWAITED, "today": date(2026, 4, 22)},
        ["waits: 2026-04-22; en månad efter aktiviteten"],
    ),
    (
        "report",
        MONTH,
        {"report": AWAITED, "today": date(2026, 4, 23)},
        ["note: 2026-04-22; 1 dag sen"],
    ),
    (
        "report",
        MONTH,
        {"report": AWAITED, "today": date(2026, 4, 25)},
        ["note: 2026-04-22; 3 dagar sen"],
    ),
    (
        "report",
        MONTH,
        {"report": replace(AWAITED, due_on=date(2026, 4, 23))},
        ["waits: 2026-04-23; 2026-04-22 är ingen vardag, nästa vardag gäller"],
    ),
    (
        "report",
        MONTH,
        {"report": replace(AWAITED, state=ReportState.RECEIVED, received_on=date(2026, 4, 20))},
        ["waits: 2026-04-20; inkommen, att granska"],
    ),
    (
        "report",
        MONTH,
        {"report": replace(AWAITED, state=ReportState.APPROVED, note="granskad")},
        ["met: godkänd; granskad"],
    ),
    (
        "report",
        MONTH,
        {"report": replace(AWAITED, state=ReportState.WAIVED, note="inställt")},
        ["note: efterges; inställt"],
    ),
]


@pytest.mark.parametrize(("kind", "figures", "facts", "words"), SAID)
def test_a_rule_says_what_it_found(kind, figures, facts, words):
    assert says(kind, figures, **facts) == words


def test_the_tables_have_every_kind_of_rule():
    assert {kind for kind, *_ in (*SAID, *test_ceilings_said.SAID)} == set(RULES)
