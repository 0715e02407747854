"""Telling tries of acts, after others were done or at once: what is said and written, or why not.

The texts stand in tests/flow/views/tries. VANBOK_VIEWS=write writes them down anew.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from desktop import library
from desktop.domain.problems import Refusal
from desktop.flow.ask import File
from desktop.flow.steps import step_named
from tests.flow import school_stage, visit_stage
from tests.flow.stage import DAY, MORE
from tests.flow.telling import in_one_line, is_as_written
from tests.flow.trying import outcome, refused, sits_down, tried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.flow.coordinator import Coordinator

Which = dict[str, int]
Typed = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Tries:
    """Acts that are tried one by one, each from the same register."""

    after: tuple[tuple[str, Which, Typed], ...] = ()
    """Acts that are done first."""
    tries: tuple[tuple[str, Which, Typed], ...]
    """The act, what it is about, and what is typed over what is proposed."""
    on: date = DAY
    """The day of the tries."""
    schools: bool = False
    """True in the register with a school fund."""


def _all(name: str, which: Which, *typed: Typed) -> tuple[tuple[str, Which, Typed], ...]:
    return tuple((name, which, each) for each in typed)


def _file(words: str | bytes, name: str = "riktlinje.json") -> File:
    return File(name=name, content=words if isinstance(words, bytes) else words.encode())


def _guideline(**changed: Any) -> File:
    data = copy.deepcopy(dict(library.municipality("pitea").guideline))
    for scheme in data["scheme"]:
        scheme.update(changed)
    return _file(json.dumps(data, default=str))


COST = {"cost_type": "lodging", "detail": "två rum", "planned": 100}
EURO = {**COST, "amount": "100,50", "currency": "EUR", "rate": "11,2345", "rate_on": "2026-02-10"}
PEOPLE = [
    {"side": "host", "role": "official", "name": "Ylva Påhittad", "aged_18_25": 1},
    {"role": "youth", "under_13": 2, "aged_13_17": 3, "aged_18_25": 4},
    {"role": "companion", "aged_26": 1},
]
LINE = {
    "cost_type": "lodging",
    "payer": "shared",
    "guest_share": 30,
    "ceiling": 900,
    "ceiling_unit": "night",
    "note": "två // two",
}
DAYS = [{"day": "2026-02-10", "text": "middag"}, {"day": "2026-02-09", "text": "ankomst"}]
PARTNERS = [{"name": "Sagohamn", "country": "Island", "place_id": 2, "role": "värd"}]
REPORTED = [{"due_on": "2026-03-02", "text": "Lägesrapport", "done_on": "2026-03-01"}]
GOAL = {"text": "två ungdomsutbyten", "measure": "antal", "status": "partly", "result": "ett"}
BASE = {"association_id": 1, "scheme": "base_grant", "place_id": 2, "asked": 500}
WITHDRAWN = {"evidence": "mejl", "unbiased": True}
LESS = {"ground": "villkoren", "outcome": "partly", "granted": 400, "unbiased": True}
FROM_2027 = {"valid_from": "2027-03-01", "adopted_on": "2026-03-01", "paragraph": "§ 9"}

TRIES: dict[str, Tries] = {
    "allocation": Tries(
        tries=(
            *_all(
                "set_allocation",
                {},
                {"purpose": "trips", "amount": 480_000},
                {"purpose": "trips", "amount": 480_001},
                {"purpose": "trips", "amount": 1, "year": 2027},
                {"purpose": "trips", "amount": 1, "year": 2026},
            ),
            *_all(
                "move_frame",
                {},
                {"amount": 0, "reference": "KS § 3"},
                {"amount": -1, "reference": "KS § 3"},
            ),
        )
    ),
    "allocation_again": Tries(
        after=(
            ("set_allocation", {}, {"purpose": "trips", "amount": 1_000}),
            ("set_allocation", {}, {"purpose": "hosting", "amount": 2_000, "year": 2026}),
            ("plan_year", {}, {"plan": 100}),
        ),
        tries=(
            *_all(
                "set_allocation",
                {},
                {"purpose": "trips", "amount": 0},
                {"purpose": "trips", "amount": 478_000},
                {"purpose": "trips", "amount": 478_001},
                {"purpose": "trips", "amount": 5, "year": 2026},
                {"purpose": "hosting", "amount": 5},
                {"purpose": "hosting", "amount": 5, "year": 2026},
                {"purpose": "hosting", "amount": 0, "year": 2026},
                {"purpose": "hosting", "amount": 5, "year": 2025},
            ),
            ("plan_year", {}, {"plan": 300}),
            ("set_frame", {}, {"frame": 2_999}),
            ("set_frame", {}, {"frame": 500_000}),
        ),
    ),
    "agreements": Tries(
        tries=(
            *_all(
                "draft_agreement",
                {},
                {"place_id": visit_stage.NEAR, "notice_months": ""},
                {"place_id": visit_stage.NEAR, "valid_to": "2028-12-31", "notice_months": ""},
                {"place_id": visit_stage.NEAR, "notice_months": 3},
            ),
            *_all(
                "terminate_agreement",
                {"agreement": 1},
                {"reason": "ingen kontakt"},
                {"reason": "ingen kontakt", "ends_on": "2026-09-01"},
                {"reason": "ingen kontakt", "ends_on": "2026-09-03"},
            ),
            *_all(
                "end_agreement",
                {"agreement": 1},
                {"reason": "ingen kontakt", "ends_on": "2027-12-31"},
                {"reason": "ingen kontakt", "ends_on": "2028-01-01"},
                {"reason": "ingen kontakt", "ends_on": "2026-03-01"},
            ),
            ("rest_agreement", {"agreement": 1}, {"reason": "ingen kontakt", "how": "paused"}),
        )
    ),
    "agreements_over_each_other": Tries(
        after=(
            ("draft_agreement", {}, {"place_id": visit_stage.GRINDAVIK}),
            ("new_agreement_version", {"agreement": 2}, {}),
        ),
        tries=(
            *_all(
                "sign_agreement",
                {"agreement": 4},
                {"counterpart": "Grindavík", "valid_from": "2026-03-02"},
                {"counterpart": "Grindavík", "valid_from": "2022-03-02", "valid_to": "2022-12-31"},
                {"counterpart": "Grindavík", "valid_from": "2028-01-01"},
            ),
            *_all(
                "sign_agreement",
                {"agreement": 5},
                {"counterpart": "Kandalaksja", "valid_from": "2023-01-01"},
                {"counterpart": "Kandalaksja", "valid_from": "2023-01-02"},
            ),
        ),
    ),
    "bodies": Tries(
        tries=(
            *_all(
                "end_body",
                {"body": 2},
                {},
                {"active_until": "2024-12-31"},
                {"active_until": "2026-01-31"},
            ),
            *_all(
                "register_body",
                {},
                {"name": "påhittsNÄMNDEN"},
                {"name": "Kontoret", "kind": "office", "parent_id": 1},
                {"name": "Kontoret", "kind": "office", "parent_id": 2},
                {"name": "Kontoret", "kind": "company", "parent_id": 3},
            ),
            *_all(
                "change_body",
                {"body": 1},
                {"name": "Påhittsnämnden"},
                {"name": "Påhittskontoret"},
            ),
        )
    ),
    "associations": Tries(
        after=(
            (
                "change_association",
                {"association": 1},
                {"organisation_number": "802456-7896", "year_end": "31 aug"},
            ),
        ),
        tries=(
            *_all(
                "add_association",
                {},
                {"name": "Nya kören", "organisation_number": "802456-7896"},
                {"name": "körsällskapet TROLLSLÄNDAN"},
                {"name": "Nya kören", "account": "5402-9681", "account_kind": "plusgiro"},
                {"name": "Nya kören", "account": "991-2346", "account_kind": ""},
                {"name": "Nya kören", "year_end": "29/2"},
                {"name": "Nya kören", "year_end": "2-30"},
                {"name": "Nya kören", "place_ids": [2, 1], "postcode": "94185"},
            ),
            *_all(
                "change_association",
                {"association": 1},
                {"organisation_number": "802456-7896", "place_ids": [1]},
                {"name": "Roddklubben Sagofjorden"},
            ),
            ("remove_association", {"association": 5}, {}),
            *_all(
                "receive_annual_report",
                {"association": 1},
                {},
                {"year_end": "2025-08-31", "received_on": "2025-08-30"},
                {"year_end": "2025-08-31", "received_on": "2025-08-31"},
            ),
        ),
    ),
    "projects": Tries(
        after=(
            (
                "set_project_report_days",
                {"project": 4},
                {
                    "report_days": [
                        {"due_on": "2026-03-02", "text": "Lägesrapport"},
                        {"due_on": "2026-03-03", "text": "Slutrapport"},
                    ]
                },
            ),
            (
                "set_project_partners",
                {"project": 1},
                {"partners": [{"name": "Sagohamn", "country": "Island"}]},
            ),
        ),
        tries=(
            *_all(
                "change_project",
                {"project": 1},
                {"starts_on": "2026-05-01", "ends_on": "2026-04-30"},
                {"starts_on": "2026-05-01", "ends_on": "2026-05-01"},
                {"name": "Ansökan"},
                {"body_id": 4},
            ),
            *_all("apply_project", {"project": 1}, {"dnr": "26KS7"}, {"applied_on": "2026-02-01"}),
            *_all(
                "reject_project",
                {"project": 2},
                {"granted_on": "2026-03-01"},
                {"granted_on": "2026-03-02", "result": "för få partner"},
            ),
            *_all("grant_project", {"project": 2}, {"granted_on": "2026-03-01"}),
            *_all(
                "mark_project_reported",
                {"project": 4},
                {},
                {"reported_on": "2026-03-01", "result": "en metod"},
            ),
            *_all(
                "set_project_partners",
                {"project": 1},
                {"partners": []},
                {"partners": [{"name": "Sagohamn", "role": "värd", "place_id": 2}]},
                {"partners": [{"name": "Sagohamn"}, {"name": "sagohamn"}]},
            ),
            *_all(
                "set_project_report_days",
                {"project": 4},
                {"report_days": [{"due_on": "2026-03-02", "text": "Lägesrapport", "done_on": DAY}]},
                {"report_days": []},
            ),
            *_all(
                "set_project_funding",
                {"project": 1},
                {"funding": [{"financier": "Sagofonden", "applied": 5, "body_id": 1}]},
                {"funding": [{"financier": "Kommunen", "own": True, "body_id": 4, "applied": 5}]},
                {"funding": [{"financier": "Kommunen", "own": True, "applied": 5}]},
            ),
        ),
    ),
    "plans": Tries(
        tries=(
            *_all(
                "set_plan_goals",
                {"plan": 1},
                {"goals": [{"text": "ett utbyte", "measure": "antal", "area": "young"}]},
                {"goals": [{"text": "två ungdomsutbyten", "area": "P99"}]},
                {"goals": []},
            ),
            *_all(
                "evaluate_action_plan",
                {"plan": 1},
                {"goals": [{"text": "två ungdomsutbyten", "status": "partly", "result": "ett"}]},
                {"evaluation": "det gick bra", "evaluated_on": "2026-03-01"},
            ),
            *_all(
                "revise_action_plan",
                {"plan": 1},
                {"carry_over": True, "revised_on": "2026-03-01"},
                {"carry_over": False},
            ),
            ("register_action_plan", {}, {"body_id": 1, "year": 2025}),
            ("register_action_plan", {}, {"body_id": 4, "year": 2026}),
        )
    ),
    "documents": Tries(
        tries=(
            *_all(
                "register_governing_document",
                {},
                {"name": "policy för PÅHITT"},
                {"name": "Ny", "valid_from": "2026-05-01", "valid_to": "2026-04-30"},
                {"name": "Ny", "valid_from": "2026-05-01", "valid_to": "2026-05-01"},
            ),
            *_all(
                "review_governing_document",
                {"governing_document": 1},
                {"next_review_on": "2026-03-02"},
                {"next_review_on": "2026-03-03"},
            ),
            *_all(
                "review_network",
                {"network": 1},
                {"outcome": "leave", "next_review_on": ""},
                {"next_review_on": "2026-03-02"},
                {"next_review_on": ""},
            ),
            *_all(
                "register_network", {}, {"name": "nätverket PÅHITT"}, {"name": "N", "body_id": 4}
            ),
            *_all(
                "change_network", {"network": 1}, {"fee": 900, "areas": ["young"], "body_id": ""}
            ),
        )
    ),
    "guidelines": Tries(
        tries=_all(
            "adopt_guideline",
            {},
            {**FROM_2027, "caps": [{"scheme": "base_grant", "cap": 12_000}]},
            {**FROM_2027, "caps": [{"scheme": "P99", "cap": 12_000}]},
            {**FROM_2027, "valid_to": "2027-02-28"},
            {**FROM_2027, "valid_from": "2021-01-01"},
            {**FROM_2027, "data": _file("inte json")},
            {**FROM_2027, "data": _file("a = [", "riktlinje.toml")},
            {**FROM_2027, "data": _file("{}")},
            {**FROM_2027, "data": _file(b"\xff\xfe\x00")},
            {**FROM_2027, "data": _guideline(), "caps": [{"scheme": "P99", "cap": 1}]},
            {**FROM_2027, "data": _guideline(per_place=False), "caps": []},
            {**FROM_2027, "data": _guideline(applicants=["municipal_school"]), "caps": []},
            {**FROM_2027, "data": _guideline(cap=7_000), "caps": []},
        )
    ),
    "visits": Tries(
        tries=(
            *_all(
                "plan_visit",
                {"visit": 2},
                {"people": PEOPLE, "costs": [COST]},
                {"people": [{"role": "companion", "name": "Nils Dikt", "aged_26": 1}]},
                {"people": [{"role": "youth", "name": "Nils Dikt", "aged_13_17": 1}]},
                {"people": [{"role": "official", "name": "Nils Dikt", "aged_26": 2}]},
                {"people": [{"role": "youth"}]},
                {"programme": [{"day": "2026-02-09", "text": "middag"}]},
                {"programme": [{"day": "2026-02-12", "text": "middag"}]},
                {"programme": [{"day": "2026-02-13", "text": "middag"}]},
                {"costs": [{**COST, "source": "project", "bearer": "Påhittsnämnden"}]},
                {"costs": [{"cost_type": "lodging"}]},
            ),
            *_all(
                "carry_out_visit",
                {"visit": 3},
                {"starts_on": "2026-02-10", "ends_on": "2026-02-11", "people": PEOPLE},
                {"people": []},
                {"starts_on": "2026-02-13"},
            ),
            *_all(
                "record_costs",
                {"visit": 4},
                {"costs": [EURO]},
                {"costs": [{**EURO, "rate": ""}]},
                {"costs": [{**EURO, "rate": "dyrt"}]},
                {"costs": [{**EURO, "rate_on": ""}]},
                {"costs": [{**EURO, "amount": "99999999", "rate": "11"}]},
                {"costs": [{**EURO, "currency": "SEK"}]},
                {"costs": [{**EURO, "currency": "SEK", "rate": ""}]},
                {"costs": [{**COST, "amount": "1 250,50", "paid_by": "guest", "payer": "host"}]},
                {"costs": [{**COST, "amount": "många"}]},
                {"costs": [{"cost_type": "food"}]},
                {"costs": [{**COST, "quantity": 3, "note": "två rum"}]},
            ),
            *_all(
                "report_visit",
                {"visit": 4},
                {"outcome": "en ansökan", "costs": [EURO]},
                {"outcome": "en ansökan", "reported_on": "2026-02-11"},
                {"outcome": "en ansökan", "reported_on": "2026-02-12", "lessons": "mer tid"},
            ),
            *_all(
                "settle_visit",
                {"visit": 5},
                {"settled_on": "2026-02-11"},
                {"settled_on": "2026-02-12"},
            ),
            *_all(
                "cancel_visit",
                {"visit": 3},
                {"reason": "snöstorm"},
                {"reason": "snöstorm", "costs": [{**COST, "amount": "900", "paid_by": "host"}]},
                {"reason": "snöstorm", "costs": [COST]},
            ),
            *_all(
                "reopen_visit",
                {"visit": 7},
                {"reason": "fel belopp"},
                {"reason": "fel belopp", "settlement": True},
            ),
            ("reopen_visit", {"visit": 6}, {"reason": "fel belopp"}),
            *_all(
                "approve_purpose",
                {"visit": 1},
                {"areas": ["young"]},
                {"areas": [], "why_not_digital": "x"},
                {"areas": ["young"], "why_not_digital": "x", "bearer": ""},
                {"areas": ["young"], "why_not_digital": "x", "funding": "project"},
                {
                    "areas": ["young"],
                    "why_not_digital": "x",
                    "funding": "project",
                    "project": "Sagan",
                },
                {"areas": ["young"], "why_not_digital": "x", "starts_on": "", "ends_on": ""},
            ),
            *_all(
                "change_visit",
                {"visit": 2},
                {"starts_on": "", "ends_on": ""},
                {"place_id": "", "elsewhere": "Sagohamn"},
                {"areas": []},
                {"form": "outgoing"},
            ),
            *_all(
                "new_visit",
                {},
                {"elsewhere": "Sagohamn", "form": "digital", "ends_on": "2026-04-02"},
                {"elsewhere": "Sagohamn", "form": "digital", "starts_on": "2026-04-02"},
                {"form": "digital"},
            ),
            *_all(
                "log_contact",
                {},
                {"elsewhere": "Sagohamn", "purpose": "möte", "areas": ["young"]},
            ),
        )
    ),
    "invitations": Tries(
        on=date(2026, 12, 5),
        tries=_all(
            "send_invitation",
            {"visit": 9},
            {},
            {"answer_by": "2026-12-05"},
            {"answer_by": "2026-12-04"},
            {"answer_by": "2026-12-06", "language": "sv", "contact": "Jóna Tilbúinsdóttir"},
            {"answer_by": "2026-12-07"},
        ),
    ),
    "decided_anew": Tries(
        tries=(
            *_all(
                "decide_anew",
                {"case": 7},
                {"ground": "villkoren", "outcome": "rejected", "granted": 0, "unbiased": True},
                LESS,
                {**LESS, "deviation": "bussen var billigare"},
            ),
            *_all("decide_anew", {"case": 6}, {**LESS, "deviation": "bussen var billigare"}),
            *_all("decide_anew", {"case": 4}, {**LESS, "deviation": "bussen var billigare"}),
            *_all("decide_anew", {"case": 14}, LESS),
            *_all(
                "decide_anew",
                {"case": 9},
                {"ground": "fel sökande", "outcome": "rejected", "unbiased": True},
            ),
            *_all(
                "decide_anew",
                {"case": 8},
                {"ground": "villkoren", "report_due": "2026-05-01", "unbiased": True},
                {"ground": "villkoren", "outcome": "rejected", "granted": 0, "unbiased": True},
            ),
        )
    ),
    "cases": Tries(
        tries=(
            *_all(
                "judge_report",
                {"case": 1},
                {"judgement": "deviating", "deviation": 0},
                {"judgement": "deviating", "deviation": 0, "note": "bussen"},
                {"judgement": "deviating", "deviation": "", "note": "bussen"},
                {"judgement": "deviating", "deviation": 500, "note": "bussen"},
                {"judgement": "deviating", "deviation": 501, "note": "bussen"},
                {"judgement": "completion", "note": "kvitton"},
            ),
            *_all(
                "record_repayment", {"case": 3}, {"amount": 100}, {"amount": 500}, {"amount": 501}
            ),
            *_all("settle_appeal", {"case": 4}, {"result": "annulled"}, {"result": "upheld"}),
            *_all("reopen_case", {"case": 5}, {"reason": "fel", "report_again": True}),
            *_all("send_letter", {"case": 13}, {"recipient": ""}, {"channel": "post"}),
            *_all(
                "register_application",
                {},
                *(
                    {**MORE["register_application"], **each}
                    for each in (
                        {"starts_on": "2026-05-01", "ends_on": "2026-04-30"},
                        {"starts_on": "2027-05-01", "year": ""},
                        {"channel": "post", "came_on": "2026-03-02"},
                        {"arrived_on": "2026-02-27", "arrival_note": "lämnad i luckan"},
                        {"place_id": ""},
                        {"participants": 3, "participant_days": 4, "confirm": True},
                        {"goals": ["young", "P99"]},
                    )
                ),
            ),
        )
    ),
    "taken_back": Tries(
        after=(
            ("add_place", {}, {"name": "Sagostad"}),
            ("take_back", {}, {"event_id": 0}),
        ),
        tries=_all("take_back", {}, {"event_id": 0}, {"event_id": -1}, {"event_id": 1}),
    ),
    "saved_as_it_opens": Tries(
        after=(
            ("change_agreement", {"agreement": 3}, {"lines": [LINE], "prevailing": "en"}),
            ("plan_visit", {"visit": 2}, {"people": PEOPLE, "costs": [COST], "programme": DAYS}),
            ("record_costs", {"visit": 4}, {"costs": [{**EURO, "note": "x", "quantity": 3}]}),
            ("set_project_partners", {"project": 1}, {"partners": PARTNERS}),
            ("set_project_report_days", {"project": 1}, {"report_days": REPORTED}),
            ("set_plan_goals", {"plan": 1}, {"goals": [{**GOAL, "area": "young"}]}),
        ),
        tries=(
            ("change_agreement", {"agreement": 3}, {}),
            ("plan_visit", {"visit": 2}, {}),
            ("record_costs", {"visit": 4}, {}),
            ("report_visit", {"visit": 4}, {"outcome": "x"}),
            ("change_visit", {"visit": 2}, {}),
            ("set_project_partners", {"project": 1}, {}),
            ("set_project_report_days", {"project": 1}, {}),
            ("set_project_funding", {"project": 1}, {}),
            ("change_project", {"project": 1}, {}),
            ("set_plan_goals", {"plan": 1}, {}),
            ("change_network", {"network": 1}, {}),
            ("change_governing_document", {"governing_document": 1}, {}),
            ("change_association", {"association": 1}, {}),
            ("change_place", {"place": 2}, {}),
            ("change_member", {"member": 1}, {}),
            ("change_reason", {"reason": 1}, {}),
            ("set_office", {}, {}),
            ("set_officer", {}, {}),
            ("set_window", {}, {}),
        ),
    ),
    "somebody_owes": Tries(
        after=(
            (
                "report_visit",
                {"visit": 4},
                {"outcome": "x", "costs": [{**COST, "amount": "900,50", "paid_by": "guest"}]},
            ),
        ),
        tries=(
            ("settle_visit", {"visit": 4}, {}),
            ("close_visit", {"visit": 4}, {}),
            *_all(
                "report_visit",
                {"visit": 4},
                {"costs": [{**COST, "amount": "900", "paid_by": "guest", "payer": "guest"}]},
                {"costs": [{**COST, "amount": "900"}]},
            ),
        ),
    ),
    "deviating_costs": Tries(
        after=(
            (
                "report_visit",
                {"visit": 4},
                {
                    "outcome": "x",
                    "costs": [{**COST, "amount": "900", "paid_by": "guest", "payer": "guest"}],
                },
            ),
        ),
        tries=_all("settle_visit", {"visit": 4}, {}, {"deviation": "Gästen ville det."}),
    ),
    "carried_out_again": Tries(
        after=(
            (
                "decide_anew",
                {"case": 8},
                {"ground": "fel", "outcome": "rejected", "granted": 0, "unbiased": True},
            ),
            ("send_letter", {"case": 8}, {}),
            (
                "decide_anew",
                {"case": 8},
                {
                    "ground": "rätt",
                    "outcome": "granted",
                    "granted": 500,
                    "reasons": ["goals"],
                    "unbiased": True,
                },
            ),
            ("change_project", {"project": 2}, {"body_id": 3}),
            ("end_body", {"body": 3}, {"active_until": "2026-03-01"}),
            ("letter_came_back", {"case": 1}, {}),
            ("claim_came_back", {"case": 3}, {}),
        ),
        tries=(
            ("send_letter", {"case": 8}, {}),
            ("send_letter", {"case": 1}, {}),
            ("claim_sent", {"case": 3}, {}),
            ("change_project", {"project": 2}, {"note": "x"}),
            ("change_project", {"project": 1}, {"body_id": 3}),
            ("end_body", {"body": 3}, {}),
        ),
    ),
    "with_an_address": Tries(
        after=(
            ("change_association", {"association": 4}, {"address": "Sagogatan 1"}),
            ("change_association", {"association": 2}, {"postcode": "941 85"}),
            ("settle_appeal", {"case": 4}, {"result": "annulled"}),
            ("close_round", {"round": 10}, {}),
            ("set_plan_goals", {"plan": 1}, {"goals": [{**GOAL, "area": "young"}]}),
            ("record_costs", {"visit": 2}, {"costs": [{**COST, "amount": "90"}]}),
        ),
        tries=(
            *_all("send_letter", {"case": 13}, {}, {"channel": "post"}),
            *_all("claim_sent", {"case": 2}, {}, {"channel": "post"}),
            ("release_payment", {"case": 4}, {}),
            ("decide_anew", {"case": 4}, {"ground": "domen", "unbiased": True}),
            ("decide", {"case": 16}, {"unbiased": True}),
            ("revise_action_plan", {"plan": 1}, {"carry_over": True}),
            *_all(
                "plan_visit",
                {"visit": 2},
                {"costs": [{"cost_type": "lodging"}]},
                {"costs": [{"cost_type": "food"}]},
                {"costs": [{"cost_type": "lodging", "planned": 5, "detail": "ett rum"}]},
            ),
            *_all(
                "extend_visit_report",
                {"visit": 4},
                {"reason": "sjuk", "new_on": "2026-03-12"},
                {"reason": "sjuk", "new_on": "2026-03-13"},
            ),
            *_all("register_application", {}, BASE, {**BASE, "association_id": 3, "year": ""}),
        ),
    ),
    "before_the_decision": Tries(
        tries=(
            *_all("withdraw", {"case": 16}, WITHDRAWN, {**WITHDRAWN, "withdrawn_on": "2026-03-01"}),
            *_all("withdraw", {"case": 10}, WITHDRAWN),
            *_all("withdraw", {"case": 14}, WITHDRAWN),
            *_all("take_from_round", {"case": 16}, {"reason": "inte klar"}),
            *_all("decide", {"case": 16}, {"unbiased": True}),
            *_all("decide", {"case": 10}, {"unbiased": True}, {"unbiased": True, "deviation": "x"}),
            *_all(
                "close_round",
                {"round": 10},
                {"form": "email", "remarks": [{"case_id": 16, "remark": "Bra."}]},
                {"remarks": [{"case_id": 10, "remark": "Bra."}]},
                {"members": [{"name": "Gullvi Påhittsson", "answer": "conflicted"}]},
                {"members": [{"name": "Gullvi Påhittsson", "answer": "silent"}]},
            ),
        )
    ),
    "next_year": Tries(
        on=date(2027, 2, 1),
        tries=(
            ("make_list", {}, {}),
            ("new_visit", {}, {"elsewhere": "Sagohamn", "form": "digital"}),
            ("register_application", {}, MORE["register_application"]),
            (
                "reclaim",
                {"case": 1},
                {"reason": "bussen", "unbiased": True, "pay_to": "5402-9681", "heard_on": DAY},
            ),
            ("remind_report", {"case": 2}, {"answer_by": "2027-02-14"}),
            ("remind_report", {"case": 2}, {"answer_by": "2027-02-01"}),
            ("remind_report", {"case": 2}, {}),
            ("report_missing", {"case": 8}, {"reason": "inget svar"}),
            ("report_missing", {"case": 2}, {"reason": "inget svar"}),
            ("go_on_without", {"case": 11}, {}),
            ("close_case", {"case": 9}, {}),
            ("close_case", {"case": 1}, {}),
        ),
    ),
    "next_year_in_schools": Tries(
        on=date(2027, 1, 15),
        schools=True,
        tries=(
            (
                "record_new_board_decision",
                {"case": 4},
                {"ground": "nya uppgifter", "paragraph": "§ 3", "kind": "review"},
            ),
            ("record_board_decision", {"case": 3}, {"paragraph": "3"}),
            ("register_school_application", {}, school_stage.APPLICATION),
        ),
    ),
    "follow_up": Tries(
        tries=(
            *_all("make_yearly_report", {"follow_up": 2025}, {"year": 2027}),
            *_all(
                "start_follow_up",
                {"follow_up": 2026},
                {"body_ids": []},
                {"body_ids": [4]},
                {"answer_by": "2026-12-31"},
                {"questions": "En fråga\n\n  En   till "},
            ),
            *_all("ask_body", {"follow_up": 2025}, {"body_id": 5}, {"body_id": 6}, {"body_id": 4}),
            *_all(
                "set_lead_time",
                {},
                {"kind": "report", "days": 1},
                {"kind": "report", "days": 0},
                {"kind": "appeal", "days": 2},
            ),
            *_all(
                "set_window",
                {},
                {"side": "right", "left": 100},
                {"side": "left", "left": 60, "top": 60, "fold_mark": True, "fold_at": 99},
            ),
            *_all("add_note", {}, {"text": "Ring", "day": DAY, "subject": "case:3"}),
        )
    ),
    "schools": Tries(
        schools=True,
        tries=(
            *_all("register_project", {}, {"name": "Nytt", "kind": "eu"}),
            *_all("register_project", {}, {"name": "Nytt", "kind": "aid", "purpose": "x"}),
            *_all("log_contact", {}, {"elsewhere": "Sagohamn", "purpose": "möte"}),
            *_all("ask_completion", {"case": 1}, {"items": "resplan"}),
            *_all("go_on_without", {"case": 2}, {}, {"reason": "vi vet nog"}),
            *_all("write_confirmation", {"case": 1}, {}),
            ("decide", {"case": 3}, {"outcome": "granted", "unbiased": True, "decided_on": DAY}),
            (
                "record_board_decision",
                {"case": 2},
                {"paragraph": "3", "outcome": "granted", "granted": 30_000},
            ),
            *_all("release_payment", {"case": 4}, {}, {"handed": False}),
            *_all(
                "change_school_account",
                {"association": 1},
                {"source": "mejl", "account_string": "2310/441/10/77002/6", "principal": "Ny Chef"},
                {"source": "mejl", "account": "5402-9681"},
                {"source": ""},
            ),
            *_all(
                "change_school_account",
                {"association": 2},
                {"source": "mejl", "account": "991-2346", "account_kind": "bankgiro"},
                {"source": "mejl", "account_string": "2310/441/10/77002/6"},
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", TRIES)
def test_a_try_says_and_writes_what_was_written_down(name, request):
    these = TRIES[name]
    if these.after:
        it = request.getfixturevalue("stage")
        for act, which, typed in these.after:
            it.does(act, which, **_counted_back(it, typed))
    else:
        kept = "school_looked_at" if these.schools else "looked_at"
        it = sits_down(request.getfixturevalue(kept), these.on)
    head = it.head

    lines = [line for each in these.tries for line in _tried(it, *each)]

    assert it.head == head
    is_as_written(f"tries/{name}", "\n".join(lines) + "\n")


def _tried(it: Coordinator, name: str, which: Which, typed: Typed) -> Iterator[str]:
    step = step_named(name)
    seen = it.subject(step, **which)
    raw = {**step.prefill(it.desk, seen), **_counted_back(it, typed)}
    found = tried(it, step, raw)
    about = "".join(f" {kind} {number}" for kind, number in which.items())
    words = ", ".join(f"{key}={_short(value)}" for key, value in typed.items())
    after = step.consequence(seen)
    yield f"{name}{about}: {words}"
    yield f"  ‹{in_one_line(step.verb(seen))}› {in_one_line(after or '')}".rstrip()
    said = [refused(found)] if isinstance(found, Refusal) else outcome(found)
    yield from (f"  {line}" for line in said)


def _counted_back(it: Coordinator, typed: Typed) -> Typed:
    """Give the last event for 0 and those before it for -1 and so on."""
    event_id = typed.get("event_id", 1)
    return typed if event_id > 0 else {"event_id": it.desk.store.last_event_id + event_id}


def _short(value: Any) -> str:
    return value.name if isinstance(value, File) else str(value)
