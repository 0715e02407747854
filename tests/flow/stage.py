"""A register with a case wherever a case can stand, so that every act can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.budgeting import Note, WhatIf
from desktop.domain.casework import Case, DecisionList, Round
from desktop.domain.phases import Phase
from desktop.domain.registers import Association, BudgetEntry, Member, Place, Reason
from desktop.flow.money import in_pot
from desktop.flow.standing import open_tracks
from desktop.letters.template import builtin
from tests.flow import commitment_stage, follow_up_stage, school_stage, visit_stage

if TYPE_CHECKING:
    from desktop.domain.record import Record
    from desktop.flow.picture import Picture
    from desktop.flow.step import Step
    from tests.flow.coordinator import Coordinator

DAY = date(2026, 3, 2)
DAY_BEFORE = date(2026, 1, 30)
KINDS: dict[str, type[Record]] = {
    "association": Association,
    "budget_entry": BudgetEntry,
    "list": DecisionList,
    "member": Member,
    "note": Note,
    "place": Place,
    "reason": Reason,
    "round": Round,
    "what_if": WhatIf,
}


def sets(it: Coordinator) -> None:
    """Lead cases to every place in the life of a case (DOMAIN § 5)."""
    it.on(date(2026, 1, 12))
    paid, reclaimed, claimed, appealed, closed, handed, ready, late = (
        it.registers(1 + at % 4, asked=500, starts_on=DAY_BEFORE, ends_on=date(2026, 1, 31))
        for at in range(8)
    )
    for case in (paid, reclaimed, claimed, appealed, closed, handed, ready, late):
        it.grants(case)
    for association in range(1, 4):
        it.does("receive_annual_report", {"association": association})
    for case in (paid, reclaimed, claimed):
        it.pays(case)
    it.in_case(handed, "release_payment")
    it.in_case(ready, "release_payment", handed=False)
    it.in_case(appealed, "receive_appeal")
    it.closes(closed)
    it.on(DAY)
    it.in_case(paid, "receive_report")
    over = it.registers(1, asked=500)
    it.decides(over, outcome="dismissed", granted=0, reasons=["wrong_applicant"])
    it.in_case(over, "send_letter")
    it.reports_to_board()
    for case in (reclaimed, claimed):
        it.in_case(case, "reclaim", reason="bussen blev billigare", unbiased=True)
    it.in_case(claimed, "claim_sent")
    it.in_case(late, "remind_report")
    it.does("add_own_cost", year=2026, day=DAY, amount=700, reference="en påhittad resa")
    it.does("add_place", name="Påhittköping")
    it.does("add_association", name="Föreningen Utan Ärenden")
    own = builtin("report_reminder").replace("Rapporten ska ha", "Er rapport ska ha")
    it.does("edit_letter_text", name="report_reminder", text=own)
    visit_stage.sets(it)
    commitment_stage.sets(it)
    follow_up_stage.sets(it)
    _undecided(it)


def _undecided(it: Coordinator) -> None:
    it.registers(1, asked=500)
    it.does("new_what_if", name="En påhittad fördelning")
    it.does("add_note", text="Boka lokal", day=DAY)
    asked = it.registers(2, asked=500, costs="", other_funding="")
    it.in_case(asked, "ask_completion")
    listed, decided = it.registers(3, asked=500), it.registers(4, asked=500)
    for case in (it.registers_base(1), it.registers_base(2)):
        it.in_case(case, "skip_consultation", reason="Samma ansökan prövades nyss.")
    it.grants(listed)
    it.does("make_list")
    it.in_case(decided, "skip_consultation", reason="Samma ansökan prövades nyss.")
    it.decides(decided)
    it.in_case(it.registers(4, asked=500), "add_to_round")


def subject_of(it: Coordinator, step: Step) -> Any:
    """Give the first thing the act applies to."""
    desk = it.desk
    if step.about == "case":
        fits = FITS.get(step.name, step.applies)
        cases = (it.sees(each.id) for each in desk.store.find(Case))
        return next(seen for seen in cases if step.applies(seen) and fits(seen))
    if step.about in visit_stage.KINDS:
        return visit_stage.subject_of(it, step)
    if step.about in commitment_stage.KINDS:
        return commitment_stage.subject_of(it, step)
    if step.about in follow_up_stage.KINDS:
        return follow_up_stage.subject_of(it, step)
    if step.about in KINDS:
        wanted = {
            "remove_place": "Påhittköping",
            "remove_association": "Föreningen Utan Ärenden",
            "receive_annual_report": "Föreningen Utan Ärenden",
        }
        name = wanted.get(step.name)
        rows = desk.store.find(KINDS[step.about])
        return next(
            row
            for row in rows
            if step.applies(row) and (name is None or getattr(row, "name", None) == name)
        )
    return None


def proposed(it: Coordinator, step: Step, subject: Any) -> dict[str, Any]:
    """What the form proposes, and what it cannot know."""
    raw = dict(step.prefill(it.desk, subject))
    if step.name == "decide_together":
        assert len(in_pot(it.desk, "base_grant", 2, 2026)) == 2
        raw |= {"scheme": "base_grant", "place_id": 2, "year": 2026, "decided_on": it.today}
    if step.name == "edit_letter_text":
        text = builtin("confirmation").replace("Vi har fått", "Vi har nu fått")
        raw |= {"name": "confirmation", "text": text}
    if step.name == "restore_letter_text":
        raw["name"] = "report_reminder"
    if step.name == "take_back":
        raw["event_id"] = it.desk.store.last_event_id
    if step.about in visit_stage.KINDS or step.about in commitment_stage.KINDS:
        raw = {name: value for name, value in raw.items() if value not in ("", ())}
    if step.about in follow_up_stage.KINDS:
        raw |= follow_up_stage.more(it, step)
    return {**MORE.get(step.name, {}), **raw}


FITS: dict[str, Callable[[Picture], bool]] = {
    "close_case": lambda seen: not open_tracks(seen),
    "decide": lambda seen: seen.case.phase is Phase.READY,
    "release_payment": lambda seen: not seen.payment_stops,
}
"""What an act needs of a case besides that it applies."""
MORE: dict[str, dict[str, Any]] = {
    "add_association": {"name": "Föreningen Nypåhittad"},
    "add_member": {"name": "Doris Diktad"},
    "add_note": {"text": "Ring om lokalen", "day": DAY},
    "add_own_cost": {"amount": 100, "reference": "en påhittad resa"},
    "add_place": {"name": "Sagostad"},
    "add_reason": {"title": "Påhittat skäl", "text": "Skälet är påhittat."},
    "adopt_guideline": {"paragraph": "§ 9"},
    "change_account": {"account": "991-2346", "source": "intyg", "source_on": DAY},
    "extend_report": {"reason": "kassören är sjuk"},
    "move_frame": {"amount": -100, "reference": "KS § 21"},
    "plan_year": {"plan": 100},
    "receive_annual_report": {"channel": "post"},
    "register_application": {
        "association_id": 1,
        "scheme": "activity_grant",
        "place_id": 2,
        "asked": 500,
        "purpose": "en påhittad resa",
    },
    "report_list": {"paragraph": "§ 7"},
    "set_allocation": {"purpose": "trips", "amount": 1000},
    "set_frame": {"frame": 480_000},
    "set_reference": {"dnr": "26KS9"},
    **school_stage.MORE,
    **visit_stage.MORE,
    **commitment_stage.MORE,
}
