"""More of everything that papers tell: visits with all kinds of costs, years with more in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.flow import follow_up_stage
from tests.flow.coordinator import CHOIR
from tests.flow.stage import DAY
from tests.flow.visit_stage import FAR, GATE, approves, holds, ideas

if TYPE_CHECKING:
    from tests.flow.coordinator import Coordinator

LEISURE = "kultur- och fritidsnämnden"
PAID, RECLAIMED, CLAIMED, APPEALED, CLOSED, HANDED, READY, LATE, OVER = range(1, 10)
RECEIVED, ASKED, LISTED, DECIDED = range(10, 14)
"""The cases of the stage."""
PEOPLE: list[dict[str, Any]] = [
    {"role": "project_leader", "name": "Ebba Sagolin", "aged_26": 1},
    {"role": "youth", "under_13": 1, "aged_13_17": 4, "aged_18_25": 3},
    {"role": "elected", "name": "Sixten Fabelberg", "side": "host"},
]
PROGRAMME = [
    {"day": "2025-09-15", "text": "Ankomst och rundvandring"},
    {"day": "2025-09-16", "text": "Verkstad om ungas fritid"},
]
TRIP: dict[str, Any] = {
    "form": "outgoing",
    "starts_on": date(2025, 9, 15),
    "ends_on": date(2025, 9, 18),
    "purpose": "pröva ett ungdomsråd",
    "areas": ["young"],
    "bearer": LEISURE,
    "funding": "project",
    "project": "Nordplus 2025",
}
SPENT: list[dict[str, Any]] = [
    {
        "cost_type": "travel",
        "detail": "9 resor",
        "planned": 40_000,
        "amount": "552 000",
        "currency": "ISK",
        "rate": "0,0750",
        "rate_on": "2025-09-20",
        "paid_by": "guest",
    },
    {"cost_type": "lodging", "planned": 9_000, "amount": "9 450,50", "paid_by": "guest"},
    {"cost_type": "food", "amount": "12 480", "paid_by": "host"},
    {"cost_type": "interpreting", "amount": "3 001", "paid_by": "host", "source": "own"},
    {
        "cost_type": "programme",
        "amount": "800",
        "paid_by": "host",
        "payer": "guest",
        "bearer": "skolnämnden",
    },
    {"cost_type": "gifts", "amount": "1 500", "paid_by": "guest", "quantity": 2, "source": "other"},
    {"cost_type": "companions", "amount": "640", "paid_by": "other"},
    {"cost_type": "youth_lodging", "amount": "2 200", "paid_by": "guest"},
]
LINES: list[dict[str, Any]] = [
    {"cost_type": "travel", "payer": "guest", "note": "till Keflavík // to Keflavík"},
    {"cost_type": "lodging", "payer": "host", "ceiling": 1_100, "ceiling_unit": "night"},
    {"cost_type": "food", "payer": "host", "ceiling": 300, "ceiling_unit": "day"},
    {"cost_type": "programme", "payer": "host"},
    {"cost_type": "interpreting", "payer": "shared", "guest_share": 33},
    {"cost_type": "gifts", "payer": "own", "ceiling": 500, "ceiling_unit": "item"},
    {"cost_type": "companions", "payer": "other"},
]


def sets(it: Coordinator) -> None:
    """Add to the stage what it has only one of, or none."""
    it.on(DAY)
    _cases(it)
    _replaces_agreement(it)
    _visits(it)
    _work(it)
    _answers(it)
    it.does("set_allocation", first_year=2023, purpose="trips", amount=110_000)
    it.does("set_allocation", first_year=2023, purpose="hosting", year=2026, amount=30_000)
    it.does("plan_year", year=2026, plan=120_000)
    it.does("move_frame", year=2026, day=DAY, amount=-20_000, reference="KS § 21")
    it.does("add_own_cost", year=2025, day="2025-05-02", amount=1_200, reference="en folder")


def _cases(it: Coordinator) -> None:
    """Lead the cases of the stage on to where journals have something to say of them."""
    it.does("change_association", {"association": CHOIR}, organisation_number="899000-0062")
    it.in_case(RECEIVED, "set_reference", dnr="26KS7")
    it.does("take_back", event_id=it.desk.store.last_event_id)
    it.in_case(ASKED, "set_reference", dnr="26KS9")
    it.in_case(PAID, "judge_report", judgement="deviating", deviation=120, note="Kortare resa.")
    it.in_case(RECLAIMED, "claim_sent")
    it.in_case(RECLAIMED, "claim_came_back")
    it.in_case(CLAIMED, "record_repayment", amount=200)
    it.in_case(APPEALED, "settle_appeal", result="upheld")
    it.in_case(HANDED, "mark_paid")
    it.in_case(HANDED, "reverse_payment", reason="fel konto")
    it.in_case(LATE, "extend_report", new_on="2026-03-31", reason="kassören är sjuk")
    it.does("announce_list", {"list": 1}, announced_on=DAY)
    it.in_case(DECIDED, "send_letter", recipient="Läsecirkeln")
    it.in_case(DECIDED, "letter_came_back")
    it.in_case(LISTED, "decline", evidence="mejl från ordföranden")
    it.in_case(ASKED, "go_on_without", reason="Svaret är det de har.")
    arrival = {"came_on": "2026-03-01", "arrived_on": "2026-02-27", "arrival_note": "låg i lådan"}
    other = it.registers(3, asked=400, **arrival)
    it.in_case(other, "add_to_round", proposal=300, deviation="Halva gruppen reser.")
    found = it.sees(other).round
    assert found is not None
    it.does("make_sheet", {"round": found.id})
    it.does(
        "close_round",
        {"round": found.id},
        form="email",
        remarks=[{"case_id": other, "remark": "Bra syfte."}],
    )
    cut = {
        "granted": 250,
        "deviation": "Halva gruppen reser.",
        "own_text": "Halva gruppen reser inte.",
    }
    it.decides(other, outcome="partly", **cut)
    it.in_case(other, "decide_anew", ground="fel belopp", unbiased=True, granted=300)


def _replaces_agreement(it: Coordinator) -> None:
    made = it.does(
        "new_agreement_version",
        {"agreement": 1},
        valid_from="2025-01-01",
        valid_to="2027-06-30",
        counterpart="Grindavíkurbær",
        areas="unga och kultur // young people and culture",
        arrival_place="Keflavík",
        our_signatory="Maja Diktnäs, kommunstyrelsens ordförande",
        their_signatory="Sölvi Uppspunason, bæjarstjóri",
        review_on="2026-09-30",
        lines=LINES,
    )
    number = dict(made.subjects)["agreement"]
    it.does("print_agreement", {"agreement": number})
    it.does("sign_agreement", {"agreement": number}, signed_on="2024-12-10")
    it.does("new_agreement_version", {"agreement": number}, valid_from="2028-01-01")


def _visits(it: Coordinator) -> None:
    _settled_trip(it)
    _cancelled(it)
    coming = ideas(it, starts_on=date(2026, 5, 11), ends_on=date(2026, 5, 13))
    gate = {**GATE, "agenda_goals": ["4", "11"], "bearer": "skolnämnden", "funding": "other"}
    it.does("approve_purpose", {"visit": coming}, **gate)
    programme = [{"day": "2026-05-11", "text": "Ankomst"}]
    costs = [{"cost_type": "food", "planned": 6_000}, {"cost_type": "insurance", "planned": 900}]
    it.does("plan_visit", {"visit": coming}, people=PEOPLE, programme=programme, costs=costs)
    ideas(it, place_id=None, elsewhere="Tórshavn", starts_on=None, ends_on=None)
    tromso = {"place_id": None, "elsewhere": "Tromsø", "form": "outgoing", "reason": "inbjudan"}
    away = holds(it, costs=[], starts_on=date(2026, 1, 19), ends_on=date(2026, 1, 20), **tromso)
    it.does(
        "report_visit",
        {"visit": away},
        outcome="en ny kontakt",
        costs=[{"cost_type": "travel", "amount": "4 999,50", "paid_by": "guest"}],
    )
    it.does("settle_visit", {"visit": away}, deviation="Ingen överenskommelse gällde.")
    for year in (2024, 2025):
        it.does(
            "log_contact",
            place_id=FAR,
            purpose="ett samtal om skolor",
            day=date(year, 4, 2),
            areas=["young"],
        )


def _settled_trip(it: Coordinator) -> None:
    visit = ideas(it, **{name: TRIP[name] for name in ("form", "starts_on", "ends_on", "purpose")})
    gate = {name: TRIP[name] for name in ("areas", "bearer", "funding", "project")}
    why = {"why_not_digital": "ungdomarna skulle träffas", "agenda_goals": ["16"]}
    it.does("approve_purpose", {"visit": visit}, approved_on="2025-08-15", **gate, **why)
    planned = [each for each in SPENT if "planned" in each]
    rows = [{key: each[key] for key in ("cost_type", "planned")} for each in planned]
    it.does("plan_visit", {"visit": visit}, people=PEOPLE, programme=PROGRAMME, costs=rows)
    it.does("carry_out_visit", {"visit": visit})
    it.does(
        "report_visit",
        {"visit": visit},
        outcome="ett ungdomsråd i båda kommunerna",
        lessons="Boka tolken tidigare.",
        costs=SPENT,
    )
    it.does(
        "settle_visit", {"visit": visit}, deviation="Två rum delades. // Two rooms were shared."
    )
    it.does("close_visit", {"visit": visit})


def _cancelled(it: Coordinator) -> None:
    visit = approves(it, form="incoming", starts_on=date(2026, 3, 20), ends_on=date(2026, 3, 21))
    it.does(
        "plan_visit",
        {"visit": visit},
        people=PEOPLE,
        costs=[{"cost_type": "lodging", "planned": 5_000}, {"cost_type": "food", "planned": 900}],
    )
    lost = [
        {"cost_type": "lodging", "planned": 5_000, "amount": "2 000", "paid_by": "host"},
        {"cost_type": "food", "planned": 900, "amount": "450", "paid_by": "host"},
    ]
    it.does("cancel_visit", {"visit": visit}, reason="storm.", costs=lost)


def _work(it: Coordinator) -> None:
    body = {"body_id": 1}
    it.does(
        "register_network",
        name="Nätverket Avgift",
        purpose="påverka",
        fee=12_500,
        member_since="2025-06-01",
        next_review_on="2026-11-30",
    )
    it.does("register_network", name="Gamla nätverket", fee=900, member_since="2019-01-01", **body)
    it.does("note_network_activity", {"network": 2}, held_on="2026-02-03", text="årsmöte")
    it.does("leave_network", {"network": 3}, left_on="2025-12-31", reason="för dyrt")
    it.does(
        "register_project",
        name="Avslutat samarbete",
        kind="other",
        planned_development="ett gemensamt bibliotek",
        starts_on="2025-02-01",
        ends_on="2025-11-30",
        purpose="läsning",
        funding=[{"financier": "Kommunen", "own": True, "granted": 7_000}],
    )
    for name, more in (
        ("apply_project", {"applied_on": "2025-01-10"}),
        ("grant_project", {"granted_on": "2025-01-20"}),
        ("start_project", {}),
        ("close_project", {"result": "ett gemensamt bibliotek öppnade"}),
    ):
        it.does(name, {"project": 6}, **more)
    goals = [{"text": "ett utbyte", "status": "reached"}, {"text": "en fond"}]
    it.does("register_action_plan", body_id=1, year=2026, goals=goals, adopted_on="2026-01-20")
    it.does("register_governing_document", name="Program som ses över", next_review_on="2026-02-01")
    it.does(
        "register_governing_document",
        name="Strategi med slut",
        kind="strategy",
        body="Kommunfullmäktige",
        decided_on="2020-02-12",
        paragraph="§ 15",
        owner="kommunchefen",
        valid_to="2027-12-31",
    )


def _answers(it: Coordinator) -> None:
    follow_up_stage.answers(
        it,
        follow_up_stage.YEAR,
        follow_up_stage.BODIES[2][1],
        activities="Två besök i hamnen.",
        incoming=2,
        outgoing=1,
        participants=14,
        youth=5,
        cost_own=4_000,
        cost_external=1_500,
        areas=["young"],
        agenda_goals=["9"],
        answers=[{"text": "Mer av samma."}],
    )
    it.does("write_yearly_words", {"follow_up": 2025}, text="Året har präglats av unga.")
