"""A small register with an agreement and a visit in each stage that pages look different in."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from tests.flow.coordinator import Clock, Coordinator
from tests.ui.pages.register_window import GRINDAVIK, NOW, small_register

if TYPE_CHECKING:
    from pathlib import Path

SETTLING, IDEA, HELD, TRIP, CONTACT = 1, 2, 3, 4, 5
AGREEMENT = 1
GATE = {"why_not_digital": "studiebesök på två fritidsgårdar", "areas": ["young"]}
PEOPLE = [
    {"role": "project_leader", "name": "Jóna Tilbúinsdóttir"},
    {"role": "official", "aged_26": 3},
    {"role": "youth", "aged_13_17": 2},
]
COSTS = [
    {"cost_type": "lodging", "detail": "6 gäster × 3 nätter × 950 kr", "planned": 17_100},
    {"cost_type": "food", "detail": "6 gäster × 4 dagar × 520 kr", "planned": 12_480},
    {"cost_type": "local_transport", "detail": "minibuss, fyra dagar", "planned": 4_200},
    {"cost_type": "travel", "planned": 41_400},
]
FLIGHT = {"amount": "552 000", "currency": "ISK", "rate": "0,0750", "rate_on": "2026-10-12"}
PAID = [
    {**COSTS[0], "amount": "17 100", "paid_by": "host"},
    {**COSTS[1], "amount": "12 480", "paid_by": "host"},
    {**COSTS[2], "amount": "4 200", "paid_by": "guest"},
    {**COSTS[3], **FLIGHT, "paid_by": "guest"},
]
DAYS = {"starts_on": "2026-10-12", "ends_on": "2026-10-15"}


def visit_register(path: Path) -> None:
    """Make the register at a path."""
    desk = small_register(path)
    clock = Clock(NOW)
    desk.clock = clock
    it = Coordinator(desk, clock)
    it.on(date(2026, 4, 1))
    drafted = it.does("draft_agreement", place_id=GRINDAVIK, notice_months=6)
    agreement = dict(drafted.subjects)["agreement"]
    it.does(
        "sign_agreement",
        {"agreement": agreement},
        valid_from="2023-01-01",
        valid_to="2027-12-31",
        signed_on="2026-04-01",
    )
    purpose = "jämföra hur kommunerna ordnar fritid för unga"
    _visits(it, "incoming", purpose, **DAYS)
    _visits(it, "incoming", "", starts_on="2026-12-01", ends_on="2026-12-03")
    _visits(it, "incoming", "kulturdagar", starts_on="2026-10-01", ends_on="2026-10-03")
    _visits(
        it, "outgoing", "planera ett ungdomsutbyte", starts_on="2026-05-04", ends_on="2026-05-06"
    )
    it.does("log_contact", place_id=GRINDAVIK, purpose="månadsmöte", day="2026-03-02")
    for visit in (SETTLING, HELD, TRIP):
        it.does("approve_purpose", {"visit": visit}, **GATE)
        it.does(
            "plan_visit", {"visit": visit}, people=PEOPLE, costs=COSTS, programme=_programme(visit)
        )
    it.on(date(2026, 10, 16))
    for visit in (SETTLING, HELD):
        it.does("carry_out_visit", {"visit": visit})
    it.does("report_visit", {"visit": SETTLING}, outcome="en gemensam ansökan", costs=PAID)
    clock.now = datetime(2026, 11, 21, 12)
    desk.store.close()


def _visits(it: Coordinator, form: str, purpose: str, **days: str) -> None:
    it.does("new_visit", place_id=GRINDAVIK, form=form, purpose=purpose, **days)


def _programme(visit: int) -> list[dict[str, str]]:
    return [{"day": "2026-10-12", "text": "Ankomst, kvällsmat"}] if visit == SETTLING else []
