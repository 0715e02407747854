"""A visit and an agreement wherever one can stand, so that every act about them can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.visiting import Agreement, Visit
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.visit_picture import visit_picture

if TYPE_CHECKING:
    from desktop.flow.step import Step
    from tests.flow.coordinator import Coordinator

NEAR, GRINDAVIK, FAR = 3, 2, 1
PEOPLE = [
    {"role": "project_leader", "name": "Jóna Tilbúinsdóttir"},
    {"role": "official", "aged_26": 3},
    {"role": "youth", "aged_13_17": 2},
]
PLANNED = [{"cost_type": "lodging", "detail": "6 gäster × 3 nätter × 950 kr", "planned": 17_100}]
PAID = [{**PLANNED[0], "amount": "17 100", "paid_by": "host"}]
IDEA = {"place_id": GRINDAVIK, "form": "incoming", "purpose": "jämföra hur unga ordnar sin fritid"}
GATE = {"why_not_digital": "studiebesök på två fritidsgårdar", "areas": ["young"]}
FIRST, LAST = date(2026, 2, 9), date(2026, 2, 12)
COMING = date(2026, 12, 7)


def sets(it: Coordinator) -> None:
    """Lead visits and agreements to every place in their life; on a day after the visits."""
    signs(it, GRINDAVIK)
    signs(it, NEAR)
    it.does("rest_agreement", {"agreement": 2}, reason="ingen kontakt just nu")
    it.does("draft_agreement", place_id=FAR)
    for lead in (ideas, approves, plans, holds, reports, settles, closes):
        lead(it)
    it.does("log_contact", place_id=GRINDAVIK, purpose="månadsmöte", day=FIRST)
    approves(it, starts_on=COMING, ends_on=COMING)


def signs(it: Coordinator, place: int, **typed: Any) -> int:
    """Draft and sign an agreement with a place; give it."""
    notice = typed.pop("notice_months", 6)
    drafted = it.does("draft_agreement", place_id=place, notice_months=notice)
    made = dict(drafted.subjects)["agreement"]
    days = {"valid_from": "2023-01-01", "valid_to": "2027-12-31", "signed_on": it.today}
    it.does("sign_agreement", {"agreement": made}, **(days | typed))
    return made


def ideas(it: Coordinator, **typed: Any) -> int:
    """Register the idea of a visit; give it."""
    made = it.does("new_visit", **({**IDEA, "starts_on": FIRST, "ends_on": LAST} | typed))
    return dict(made.subjects)["visit"]


def approves(it: Coordinator, **typed: Any) -> int:
    """Lead a visit until its purpose is approved; give it."""
    gate = {name: typed.pop(name) for name in tuple(typed) if name in GATE_FIELDS}
    visit = ideas(it, **typed)
    it.does("approve_purpose", {"visit": visit}, **(GATE | gate))
    return visit


GATE_FIELDS = ("areas", "bearer", "funding", "project", "reason", "why_not_digital")


def plans(it: Coordinator, costs: Any = None, **typed: Any) -> int:
    """Lead a visit until it is planned; give it."""
    visit = approves(it, **typed)
    planned = PLANNED if costs is None else costs
    it.does("plan_visit", {"visit": visit}, people=PEOPLE, costs=planned)
    return visit


def holds(it: Coordinator, **typed: Any) -> int:
    """Lead a visit until it is carried out; give it."""
    visit = plans(it, **typed)
    it.does("carry_out_visit", {"visit": visit})
    return visit


def reports(it: Coordinator, paid: Any = None, **typed: Any) -> int:
    """Lead a visit until it is reported with its costs; give it."""
    visit = holds(it, **typed)
    costs = PAID if paid is None else paid
    it.does("report_visit", {"visit": visit}, outcome="en gemensam ansökan", costs=costs)
    return visit


def settles(it: Coordinator, **typed: Any) -> int:
    """Lead a visit until it is settled, if it cost anything; give it."""
    visit = reports(it, **typed)
    if typed.get("paid") != []:
        it.does("settle_visit", {"visit": visit})
    return visit


def closes(it: Coordinator, **typed: Any) -> int:
    """Lead a visit until it is closed; give it."""
    visit = settles(it, **typed)
    it.does("close_visit", {"visit": visit})
    return visit


FITS: dict[str, Callable[[Any], bool]] = {"record_costs": lambda seen: bool(seen.costs)}
"""What an act needs of a visit besides that it applies."""
KINDS: dict[str, tuple[type[Any], Callable[[Any, int], Any]]] = {
    "agreement": (Agreement, agreement_picture),
    "visit": (Visit, visit_picture),
}


def pictures(it: Coordinator, about: str) -> list[Any]:
    """Give every visit or agreement whole."""
    kind, picture = KINDS[about]
    return [picture(it.desk, each.id) for each in it.desk.store.find(kind, order="id")]


def subject_of(it: Coordinator, step: Step) -> Any:
    """Give the first visit or agreement that the act applies to."""
    fits = FITS.get(step.name, lambda _: True)
    return next(seen for seen in pictures(it, step.about) if step.applies(seen) and fits(seen))


MORE: dict[str, dict[str, Any]] = {
    "approve_purpose": GATE,
    "change_visit": GATE,
    "draft_agreement": {"place_id": NEAR},
    "extend_visit_report": {"new_on": date(2026, 4, 30)},
    "log_contact": {"place_id": GRINDAVIK, "purpose": "månadsmöte"},
    "new_visit": IDEA,
    "report_visit": {"outcome": "en gemensam ansökan"},
    "terminate_agreement": {"ends_on": date(2031, 1, 1)},
}
