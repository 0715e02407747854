"""Visits and agreements beside the examples: undo, next acts, watched days, old registers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from db.change import Update
from db.check import check
from db.errors import NotSaved
from desktop import library
from desktop.domain.guideline import from_json, to_json
from desktop.domain.registers import GuidelineVersion, Place
from desktop.domain.visit_words import VisitForm, VisitStage
from desktop.domain.visiting import AgreementLine, Visit, VisitCost, VisitPeople
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.own_costs import visit_costs
from desktop.flow.steps import step_named
from desktop.flow.today import today
from desktop.flow.visit_dates import visit_dates
from desktop.flow.visit_list import visit_list
from desktop.flow.visit_next import (
    next_visit_words,
    other_visit_acts,
    visit_label,
    visit_next,
)
from desktop.flow.visit_picture import visit_picture
from desktop.flow.visit_place import trip_places
from tests.db.samples import act, nothing
from tests.flow import visit_stage as lead
from tests.flow.coordinator import GRINDAVIK


def sees(it, visit):
    return visit_picture(it.desk, visit)


def takes_back(it, event):
    return it.does("take_back", event_id=event)


def test_every_stage_that_is_not_final_has_a_next_act_that_applies(stage):
    for each in stage.desk.store.find(Visit):
        seen = sees(stage, each.id)
        name = visit_next(seen)
        assert bool(name) is not seen.final, seen.visit
        assert not name or step_named(name).applies(seen)
        assert str(next_visit_words(seen)) or not name
        assert name not in {step.name for step in other_visit_acts(seen)}


def test_no_rule_judges_a_contact_that_was_only_noted(coordinator):
    day = coordinator.today
    coordinator.does("log_contact", place_id=GRINDAVIK, purpose="månadsmöte", day=day)
    visit = coordinator.desk.store.first(Visit, order="id desc")
    assert visit
    seen = sees(coordinator, visit.id)
    assert seen.noted
    assert seen.findings == ()


def test_following_the_next_act_leads_from_idea_to_closed(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    visit = lead.ideas(coordinator)
    typed: dict[str, dict[str, Any]] = {
        "approve_purpose": lead.GATE,
        "plan_visit": {"people": lead.PEOPLE, "costs": lead.PLANNED},
        "report_visit": {"outcome": "en ansökan", "costs": lead.PAID},
    }

    done = []
    while name := visit_next(sees(coordinator, visit)):
        coordinator.does(name, {"visit": visit}, **typed.get(name, {}))
        done.append(name)

    assert done == [
        "approve_purpose",
        "plan_visit",
        "carry_out_visit",
        "report_visit",
        "settle_visit",
        "close_visit",
    ]


@pytest.mark.parametrize(
    "name", ["approve_purpose", "plan_visit", "carry_out_visit", "report_visit", "settle_visit"]
)
def test_each_act_is_undone_by_itself_and_leaves_the_rows_as_they_were(coordinator, name):
    lead.signs(coordinator, GRINDAVIK)
    before = {
        "approve_purpose": lead.ideas,
        "plan_visit": lead.approves,
        "carry_out_visit": lead.plans,
        "report_visit": lead.holds,
        "settle_visit": lead.reports,
    }
    visit = before[name](coordinator)
    seen = sees(coordinator, visit)
    typed: dict[str, dict[str, Any]] = {
        "approve_purpose": lead.GATE,
        "plan_visit": {"people": lead.PEOPLE, "costs": lead.PLANNED},
        "report_visit": {"outcome": "en ansökan", "costs": lead.PAID},
    }
    done = coordinator.does(name, {"visit": visit}, **typed.get(name, {}))

    takes_back(coordinator, done.event.id)

    again = sees(coordinator, visit)
    assert replace(again.visit, rev=seen.visit.rev) == seen.visit
    assert len(again.costs) == len(seen.costs)
    assert [each.sek_ore for each in again.costs] == [each.sek_ore for each in seen.costs]
    assert check(coordinator.desk.store) == []


def test_a_signing_is_not_taken_back_when_a_visit_was_split_by_it(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    signed = coordinator.desk.store.last_event_id
    lead.holds(coordinator)

    (problem,) = coordinator.is_refused("take_back", event_id=signed)

    assert "B 2026-01 är delat efter överenskommelsen" in str(problem.text)


def test_a_signing_is_taken_back_before_that(coordinator):
    agreement = lead.signs(coordinator, GRINDAVIK)

    takes_back(coordinator, coordinator.desk.store.last_event_id)

    assert str(agreement_picture(coordinator.desk, agreement).status) == "draft"


def test_costs_are_not_taken_back_behind_a_settlement(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    visit = lead.holds(coordinator)
    recorded = coordinator.does("record_costs", {"visit": visit}, costs=lead.PAID)
    coordinator.does("settle_visit", {"visit": visit})

    (problem,) = coordinator.is_refused("take_back", event_id=recorded.event.id)

    assert "är avslutat eller reglerat – öppna det igen först" in str(problem.text)


def test_the_file_itself_refuses_to_change_what_was_settled_or_signed(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    lead.settles(coordinator)
    store = coordinator.desk.store
    cost, line = store.find(VisitCost)[0], store.find(AgreementLine)[0]

    for before, after, words in (
        (cost, replace(cost, note="ändrad"), "besöket är reglerat"),
        (line, replace(line, guest_share=1), "undertecknad"),
    ):
        with pytest.raises(NotSaved, match=words):
            store.commit(act(Update(before, after)), nothing)


def test_the_file_itself_refuses_the_name_of_a_minor(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    lead.plans(coordinator)
    store = coordinator.desk.store
    youth = next(each for each in store.find(VisitPeople) if each.young)

    with pytest.raises(NotSaved):
        store.commit(act(Update(youth, replace(youth, name="Kim Påhitt"))), nothing)


def test_a_place_with_visits_is_not_removed(coordinator):
    lead.ideas(coordinator)

    (problem,) = coordinator.is_refused("remove_place", {"place": GRINDAVIK})

    assert "har besök eller en överenskommelse" in str(problem.text)


def test_what_is_to_be_watched(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    lead.holds(coordinator)
    lead.plans(coordinator, starts_on=date(2026, 5, 4), ends_on=date(2026, 5, 6))
    lead.plans(coordinator)

    found = [(each.kind, each.due_on) for each in visit_dates(coordinator.desk)]

    assert found == [
        ("visit_held", date(2026, 2, 12)),
        ("visit_report", date(2026, 3, 12)),
        ("visit_begins", date(2026, 5, 4)),
        ("visit_settlement", None),
    ]


def test_the_list_is_filtered_by_year_place_and_form(stage):
    listed = visit_list(stage.desk)

    assert [row.stage for row in listed.rows].count(VisitStage.CLOSED) == 2
    assert listed.years == (2026,)
    assert visit_list(stage.desk, year=2025).rows == ()
    assert visit_list(stage.desk, place_id=1).rows == ()
    (contact,) = visit_list(stage.desk, form=VisitForm.DIGITAL).rows
    assert contact.contact
    assert contact not in visit_list(stage.desk, contacts=False).rows
    assert len(visit_list(stage.desk, text="grindavik fritid").rows) == 8
    assert listed.youth.percent == 33


def test_places_are_listed_by_distance_where_a_trip_is_chosen(coordinator):
    found = [each.place.name for each in trip_places(coordinator.desk)]

    assert found == ["Kandalaksja", "Grindavík", "Saint-Barthélemy"]


def test_another_day_changes_nothing_but_what_is_derived(stage):
    head = stage.head
    rows = [sees(stage, each.id).visit for each in stage.desk.store.find(Visit)]

    stage.on(date(2028, 3, 2))

    assert [sees(stage, each.id).visit for each in stage.desk.store.find(Visit)] == rows
    assert stage.head == head


def test_a_register_from_before_visits_reads_their_part_from_the_library(coordinator):
    row = coordinator.desk.store.find(GuidelineVersion)[0]
    old = {
        key: value
        for key, value in library.municipality("pitea").guideline.items()
        if key != "visits"
    }
    assert from_json(to_json(old)).visits is None

    _, version = coordinator.desk.in_force()
    visits = from_json(row.text).visits

    assert version.visits == visits
    assert visits is not None
    assert visits.quota_per_period == 1
    assert library.visits_part("pitea", date(2022, 10, 9)) is None
    assert library.visits_part("pitea", date(2027, 1, 1)) is not None
    assert library.visits_part("../pitea", date(2027, 1, 1)) is None


def test_numbers_that_were_taken_back_are_not_given_again(coordinator):
    lead.ideas(coordinator)
    takes_back(coordinator, coordinator.desk.store.last_event_id)

    again = lead.ideas(coordinator)

    assert sees(coordinator, again).visit.number == "B 2026-02"


def test_a_place_of_the_stage_has_its_name_in_the_title(coordinator):
    visit = lead.ideas(coordinator, form="outgoing")

    name = coordinator.desk.store.get(Place, GRINDAVIK).name
    assert str(sees(coordinator, visit).title) == f"Resa till {name}"


def test_a_report_can_wait_longer_and_the_old_day_is_kept(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    visit = {"visit": lead.holds(coordinator)}
    due = sees(coordinator, visit["visit"]).visit.report_due_on

    coordinator.does(
        "extend_visit_report", visit, new_on=due + timedelta(days=14), reason="tolken är sjuk"
    )

    seen = sees(coordinator, visit["visit"])
    assert seen.visit.report_due_on == due + timedelta(days=14)
    assert [(each.old_on, each.reason) for each in seen.extensions] == [(due, "tolken är sjuk")]
    (problem,) = coordinator.is_refused(
        "extend_visit_report", visit, new_on=due, reason="tolken är sjuk"
    )
    assert problem.field == "new_on"


def test_a_file_is_kept_with_a_visit_as_it_was(coordinator):
    visit = {"visit": lead.ideas(coordinator)}

    coordinator.does(
        "attach_to_visit",
        visit,
        file={"name": "program.pdf", "base64": "aGVq"},
        title="Program på isländska",
    )

    (kept,) = sees(coordinator, visit["visit"]).documents
    assert (kept.title, kept.outgoing) == ("Program på isländska", False)
    assert coordinator.desk.store.content(kept.id) == b"hej"


def test_a_visit_stands_once_in_today_where_it_is_most_urgent(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    coming = lead.plans(coordinator, starts_on=date(2026, 5, 4), ends_on=date(2026, 5, 6))
    soon = lead.plans(coordinator, starts_on=date(2026, 3, 5), ends_on=date(2026, 3, 6))
    asked = lead.ideas(coordinator, starts_on=date(2026, 9, 5), ends_on=date(2026, 9, 6))
    held = lead.holds(coordinator)
    coordinator.on(date(2026, 3, 2))

    seen = today(coordinator.desk)

    def visits(name):
        return sorted(each.subject for each in getattr(seen, name) if each.kind == "visit")

    assert {name: visits(name) for name in ("late", "week", "mine", "others")} == {
        "late": [],
        "week": [soon],
        "mine": [asked, held],
        "others": [],
    }
    assert coming not in (soon, asked, held)
    assert date(2026, 5, 4) in [each.day for each in seen.later]

    coordinator.on(date(2026, 3, 20))
    late = [each for each in today(coordinator.desk).late if each.kind == "visit"]
    assert [(each.subject, each.act) for each in late] == [(held, "report_visit")]


def test_a_cost_that_another_board_bears_is_none_of_our_budget(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    row = {"cost_type": "lodging", "planned": 26_300}
    theirs = lead.plans(coordinator, [{**row, "bearer": "kulturnämnden"}])
    ours = lead.plans(coordinator, [{**row, "bearer": ""}])

    assert sees(coordinator, theirs).own_ore == 0
    assert [each.visit_id for each in visit_costs(coordinator.desk)] == [ours]
    assert sees(coordinator, ours).own_ore == 2_630_000


def test_costs_of_visits_follow_what_is_written_after_they_were_read(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    row = {"cost_type": "travel", "planned": 1_000}
    visit = lead.plans(coordinator, [row], form="outgoing")
    assert [each.amount for each in visit_costs(coordinator.desk)] == [1_000]

    coordinator.does("record_costs", {"visit": visit}, costs=[{**row, "planned": 1_500}])

    assert [each.amount for each in visit_costs(coordinator.desk)] == [1_500]


def test_the_plan_of_a_cancelled_visit_is_kept_and_costs_nothing(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    row = {"cost_type": "travel", "planned": 1_000}
    visit = lead.plans(
        coordinator, [row], form="outgoing", starts_on=lead.COMING, ends_on=lead.COMING
    )

    coordinator.does("cancel_visit", {"visit": visit}, reason="storm")

    seen = sees(coordinator, visit)
    assert [(each.planned_ore, each.sek_ore) for each in seen.costs] == [(100_000, None)]
    assert (seen.own_ore, seen.final) == (0, True)


def test_label_and_next_act_of_a_visit_to_report_agree(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    seen = sees(coordinator, lead.holds(coordinator))
    assert visit_next(seen) == "report_visit"
    assert str(visit_label(seen).text).startswith("Rapport senast")
