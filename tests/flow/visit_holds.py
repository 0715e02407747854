"""What must hold of visits and agreements whatever was done (P12, P13); each raises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.agreements import in_force, status
from desktop.domain.currency import SEK
from desktop.domain.dates import mandate_period
from desktop.domain.problems import Refusal
from desktop.domain.registers import Place
from desktop.domain.visit_words import LASTING
from desktop.domain.visiting import Agreement, AgreementLine, Visit
from desktop.flow.budget_view import budget_view
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.steps import step_named
from desktop.flow.steps.visit_costs import CostRow
from desktop.flow.today import today
from desktop.flow.visit_facts import agreements_of
from desktop.flow.visit_list import visit_list
from desktop.flow.visit_next import visit_label, visit_next
from desktop.flow.visit_picture import VisitPicture, visit_picture
from desktop.flow.visit_place import place_visits, trip_places
from tests.flow.visit_stage import GATE, IDEA

if TYPE_CHECKING:
    from tests.flow.coordinator import Coordinator

MOST_ACTS = 12
"""More acts than this to end a visit is a dead end."""


def nobody_is_stuck(it: Coordinator) -> None:
    """Every visit that is not final has a next act that applies, and says it in words."""
    for visit in it.desk.store.find(Visit):
        seen = visit_picture(it.desk, visit.id)
        name = visit_next(seen)
        assert str(visit_label(seen).text), visit
        assert bool(name) != seen.final, (visit, name)
        assert not name or step_named(name).applies(seen), (visit, name)


def settled(it: Coordinator) -> dict[int, Any]:
    """Give how each settled visit was split: agreement, rows and who owes whom."""
    pictures = (visit_picture(it.desk, each.id) for each in it.desk.store.find(Visit))
    return {
        seen.id: (
            seen.visit.agreement_id,
            [(row.cost.cost_type, row.should, row.cost.sek_ore) for row in seen.settlement.rows],
            seen.settlement.owes,
        )
        for seen in pictures
        if seen.settled
    }


def signed(it: Coordinator) -> dict[int, Any]:
    """Give the terms of each signed agreement."""
    store = it.desk.store
    return {
        each.id: (
            each.valid_from,
            each.valid_to,
            each.notice_months,
            each.prevailing,
            store.find(AgreementLine, "agreement_id = ?", each.id, order="id"),
        )
        for each in store.find(Agreement, "state <> 'draft'")
    }


def one_agreement_a_day(it: Coordinator) -> None:
    """No two agreements with a place split the visits of one day."""
    for place in it.desk.store.find(Place):
        known = agreements_of(it.desk, place.id)
        days = {day for each in known for day in _edges(each)}
        for day in days:
            lasting = [each for each in known if status(each, day, known) in LASTING]
            assert len(lasting) <= 1, (place.name, day, lasting)
            assert in_force(known, day) in (*lasting, None)


def _edges(it: Agreement) -> list[date]:
    found = (it.valid_from, it.valid_to, it.ends_on, it.rests_from, it.terminated_on)
    known = [day for day in found if day is not None]
    return [day + timedelta(days=step) for day in known for step in (-1, 0, 1)]


def views_can_be_read(it: Coordinator) -> None:
    """Lists, pages, deadlines and budget can be made, and say the same of money and visits."""
    desk = it.desk
    known = desk.store.find(Visit)
    assert len(visit_list(desk).rows) == len(known)
    for place in desk.store.find(Place):
        seen = place_visits(desk, place.id)
        assert seen.period == mandate_period(it.today.year)
        assert not {each.id for each in seen.quota.counted} & {
            each.id for each in seen.quota.outside
        }
    assert len(trip_places(desk)) == desk.store.count(Place)
    all_deadlines(desk)
    matters = today(desk)
    lines = [
        (each.kind, each.subject)
        for each in (*matters.late, *matters.week, *matters.mine, *matters.others)
        if each.kind == "visit"
    ]
    assert len(set(lines)) == len(lines), "a visit stands once in Today"
    period = budget_view(desk, it.today.year)
    for cost in (each for each in period.costs if each.visit_id):
        own = visit_picture(desk, cost.visit_id).own_ore
        assert 0 < cost.amount <= (own + 50) // 100, cost


def follows(it: Coordinator, visit_id: int, note: Callable[[str], None]) -> str:
    """Do the next act of a visit as a person who fills in what is missing; "" without one.

    Raises AssertionError when no way on is found.
    """
    if it.desk.store.first(Visit, "id = ?", visit_id) is None:
        return ""
    seen = visit_picture(it.desk, visit_id)
    name = visit_next(seen)
    if not name:
        return ""
    last = seen.visit.ends_on or it.today
    if name == "carry_out_visit" and last > it.today:
        it.on(last)
        seen = visit_picture(it.desk, visit_id)
    for each in (name, "cancel_visit"):
        if not step_named(each).applies(seen):
            continue
        try:
            it.does(each, {"visit": visit_id}, **_typed(it, seen, each))
        except Refusal as refusal:
            note(f"{it.today} {each} of {seen.visit.number} refused: {refusal}")
        else:
            note(f"{it.today} did {each} of {seen.visit.number}")
            return each
    raise AssertionError(f"{seen.visit.number} in {seen.stage}: no way on from {name}")


def finishes(it: Coordinator, visit_id: int, note: Callable[[str], None]) -> None:
    """Lead a visit to its end."""
    for _ in range(MOST_ACTS):
        if not follows(it, visit_id, note):
            return
    raise AssertionError(f"visit {visit_id} never ends")


def _typed(it: Coordinator, seen: VisitPicture, act: str) -> dict[str, Any]:
    """Give what she writes in a form where something is needed and nothing is proposed."""
    if act == "approve_purpose":
        answered = {**IDEA, **GATE, "starts_on": it.today, "bearer": "kommunstyrelsen"}
        now = {name: getattr(seen.visit, name) for name in answered if name in _GATE}
        typed = {name: now[name] or answered[name] for name in now}
        return {**typed, "reason": "ett påhittat men skrivet skäl"}
    if act == "record_costs":
        rows = step_named(act).prefill(it.desk, seen)["costs"]
        return {"costs": [_paid(row) for row in rows]}
    texts: dict[str, dict[str, Any]] = {
        "cancel_visit": {"reason": "ett påhittat men skrivet skäl", "costs": ()},
        "report_visit": {"outcome": "en gemensam ansökan"},
        "settle_visit": {"deviation": "Det blev så på plats."},
    }
    return texts.get(act, {})


_GATE = ("purpose", "why_not_digital", "areas", "starts_on", "ends_on", "bearer")


def _paid(row: CostRow) -> CostRow:
    return replace(
        row,
        amount=row.amount or "100",
        rate=row.rate or ("" if row.currency == SEK else "0,5"),
        rate_on=row.rate_on,
        paid_by=row.paid_by or "host",
    )
