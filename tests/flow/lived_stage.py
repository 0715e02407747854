"""The register of stage.py some months later: much has gone on, and some of it went wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.flow.run import run
from desktop.flow.steps.budget import RemoveEntry
from desktop.flow.steps.notes import NoteDone
from tests.flow import visit_stage
from tests.flow.commitment_stage import BOARD, COMPANY, GOALS, OFFICE
from tests.flow.coordinator import CHOIR, FRIENDS, GRINDAVIK, READERS, ROWERS

if TYPE_CHECKING:
    from tests.flow.coordinator import Coordinator

ISLAND, NEAR, INVENTED = 1, 3, 4
"""Places: Saint-Barthélemy, Kandalaksja, Påhittköping."""
ABROAD = {
    "form": "outgoing",
    "starts_on": "2026-05-04",
    "ends_on": "2026-05-07",
    "purpose": "skriva en gemensam projektansökan",
    "why_not_digital": "avtalet undertecknas på plats",
}
TRAVEL = {"cost_type": "travel", "detail": "flyg för två", "planned": 14_000}
HOTEL = {"cost_type": "lodging", "detail": "tre nätter", "planned": 6_000}
PAID_ABROAD = [
    {**TRAVEL, "amount": "13 480,50", "paid_by": "guest"},
    {
        **HOTEL,
        "amount": "120 000",
        "currency": "ISK",
        "rate": "0,0750",
        "rate_on": "2026-05-07",
        "paid_by": "guest",
    },
]
AGREED = {"notice_months": 0, "valid_from": "2026-04-01", "valid_to": "2026-12-31"}
"""An agreement that soon comes to its end."""


def goes_on(it: Coordinator) -> None:
    """Do all of it, in the order of the days."""
    it.on(date(2026, 3, 20))
    _budget(it)
    _registers(it)
    it.on(date(2026, 5, 11))
    _visits(it)
    it.on(date(2026, 6, 15))
    _cases(it)
    _work(it)
    it.on(date(2026, 10, 1))
    _late(it)
    _thrown_away(it)


def _budget(it: Coordinator) -> None:
    it.does("move_frame", year=2026, day=it.today, amount=-20_000, reference="KS § 33")
    it.does("plan_year", year=2026, plan=150_000)
    it.does("set_allocation", first_year=2023, purpose="trips", amount=40_000)
    it.does("set_allocation", first_year=2023, purpose="hosting", year=2026, amount=60_000)
    it.does(
        "add_own_cost",
        year=2026,
        day=it.today,
        amount=1_250,
        reference="tolk vid mötet",
        purpose="trips",
    )
    it.does("set_lead_time", kind="report", days=30)


def _registers(it: Coordinator) -> None:
    it.does(
        "change_association",
        {"association": READERS},
        place_ids=[GRINDAVIK, NEAR],
        contact="Åke Ägir",
        email="ake@lavafaltet.example",
        city="Fabelby",
    )
    it.does("receive_annual_report", {"association": READERS})
    it.does("receive_annual_report", {"association": CHOIR}, year_end="2024-12-31")
    it.does("add_place", name="Ödeshamn", kind="partnership", country="Åland", distance_km=610)
    it.does("add_note", text="Ring Ödeshamn om broschyren", day="2026-09-28", subject="place:5")
    it.does("add_note", text="Beställ flaggor", day="2026-10-05", subject="case:12")
    it.does("add_note", text="Boka tolk till nästa år", day="2027-02-01", subject="network:1")
    run(it.desk, NoteDone(note_id=1))


def _visits(it: Coordinator) -> None:
    made = visit_stage.reports(it, PAID_ABROAD, costs=[TRAVEL, HOTEL], **ABROAD)
    it.does("settle_visit", {"visit": made})
    visit_stage.plans(
        it,
        **{**ABROAD, "place_id": NEAR, "reason": "enda resan", "purpose": "träffa nya styrelsen"},
    )
    held = visit_stage.holds(
        it, starts_on="2026-05-04", ends_on="2026-05-04", funding="project", project="Pågående"
    )
    it.does("extend_visit_report", {"visit": held}, new_on="2026-07-01", reason="sjukdom")
    called_off = visit_stage.plans(it, starts_on="2026-11-02", ends_on="2026-11-04")
    it.does("cancel_visit", {"visit": called_off}, reason="stormen")
    visit_stage.plans(it, starts_on="2026-10-06", ends_on="2026-10-08")
    visit_stage.plans(it, starts_on="2026-12-01", ends_on="2026-12-03")
    it.does("change_visit", {"visit": 1}, elsewhere="", note="väntar på besked")
    it.does("reopen_visit", {"visit": 7}, reason="en räkning till")
    it.does("log_contact", place_id=NEAR, purpose="julhälsning", day="2026-05-08")
    it.does("log_contact", elsewhere="Bryssel", purpose="frågestund om stöd", day="2026-05-06")
    it.does("terminate_agreement", {"agreement": 1}, reason="nytt avtal förhandlas")
    visit_stage.signs(it, INVENTED, **AGREED)


def _cases(it: Coordinator) -> None:
    it.in_case(1, "judge_report", judgement="deviating", deviation=120, note="Bussen blev billig.")
    it.in_case(1, "reclaim", amount=120, reason="bussen blev billigare", unbiased=True)
    it.in_case(2, "claim_sent")
    it.in_case(2, "record_repayment", amount=200)
    it.in_case(3, "record_repayment", amount=500)
    it.in_case(4, "settle_appeal", result="annulled")
    it.in_case(6, "mark_paid")
    it.in_case(6, "reverse_payment", reason="fel konto")
    it.in_case(7, "hand_to_finance")
    it.in_case(7, "recall_payment", reason="fel belopp")
    it.in_case(9, "close_case")
    it.in_case(10, "begin_preparation")
    it.in_case(11, "go_on_without", reason="de svarade inte")
    it.in_case(12, "letter_came_back")
    it.in_case(13, "send_letter", channel="service")
    it.in_case(13, "decline", evidence="brev")
    it.does("make_sheet", {"round": 10})
    it.does("announce_list", {"list": 1}, announced_on="2026-01-19")
    it.does("announce_list", {"list": 2}, announced_on="2026-06-12")
    it.does("report_list", {"list": 3}, paragraph="305", meeting_on="2026-06-08")
    first = it.registers(ROWERS, asked=3_000, starts_on="2026-10-20", ends_on="2026-10-22")
    it.in_case(first, "skip_consultation", reason="Samma sak som i fjol.")
    second = it.registers(FRIENDS, asked=9_000, costs=12_000, other_funding=4_000)
    it.in_case(second, "add_to_round")
    it.does("close_round", {"round": 10})
    it.in_case(second, "decide", unbiased=True, reasons=["other_funding"])
    it.in_case(5, "reopen_case", reason="fler kvitton", report_again=True)
    it.registers_base(READERS, place_id=NEAR)
    it.registers(CHOIR, asked=700, year=2027, starts_on="2027-03-01", ends_on="2027-03-02")


def _work(it: Coordinator) -> None:
    it.does("note_network_activity", {"network": 1}, held_on="2026-05-20", text="årsmöte i Sagovik")
    it.does("note_network_activity", {"network": 1}, held_on="2026-06-01", text="webbmöte")
    it.does(
        "register_network",
        name="Ängsnätverket",
        fee=12_500,
        body_id=COMPANY,
        delegates="Siv Fabelin",
        next_review_on="2026-09-01",
    )
    it.does("register_network", name="Gamla förbundet", fee=4_000)
    it.does("leave_network", {"network": 3}, left_on="2026-06-14", reason="inget hände")
    it.does("register_network", name="Östersjöringen", fee=900)
    it.does(
        "review_network", {"network": 4}, outcome="leave", reason="ingen tid", held_on="2026-06-10"
    )
    it.does("register_network", name="Allmänna förbundet", fee=100)
    it.does("leave_network", {"network": 5}, left_on="2026-12-31", reason="avgiften")
    days = [
        {"due_on": "2026-09-01", "text": "lägesrapport"},
        {"due_on": "2026-06-01", "text": "första", "done_on": "2026-06-02"},
    ]
    it.does("set_project_report_days", {"project": 4}, report_days=days)
    partners = [{"name": "Kvalmarks högskola", "country": "Norge", "role": "leder"}]
    it.does("set_project_partners", {"project": 4}, partners=partners)
    it.does("change_project", {"project": 3}, ends_on="2026-09-30", programme="Nordplus")
    it.does("start_project", {"project": 3})
    it.does("reject_project", {"project": 2}, result="för små partners")
    it.does("close_project", {"project": 5}, result="en metod")
    odd = [{"financier": "Tretton", "applied": 2}, {"financier": "Vi", "own": True, "applied": 1}]
    it.does("register_project", name="Ojämnt", kind="other", funding=odd)
    it.does("register_project", name="Ännu utan pengar", kind="other")
    it.does("revise_action_plan", {"plan": 1})
    it.does("register_action_plan", body_id=COMPANY, year=2026, goals=[*GOALS, *GOALS])
    it.does("register_action_plan", body_id=OFFICE, year=2025)
    policy = {"body": "Kommunfullmäktige", "decided_on": "2020-02-12", "paragraph": "15"}
    it.does("register_governing_document", name="Äldre program", valid_to="2026-06-30", **policy)
    it.does("register_governing_document", name="Strategi", next_review_on="2026-09-15", **policy)
    it.does("register_governing_document", name="Ny policy", valid_from="2027-01-01")
    it.does("end_contact_person", {"contact": 1}, until="2026-06-30")
    person = {"role": "utredare", "e_mail": "eskil@paahitt.example", "phone": "0123-45"}
    it.does(
        "register_contact_person", {"body": OFFICE}, name="Eskil Dikt", since="2026-07-01", **person
    )
    it.does("register_contact_person", {"body": BOARD}, name="Moa Saga", since="2027-01-01")
    it.does("write_yearly_words", {"follow_up": 2025}, section="contacts", text="Ett gott år.")


def _late(it: Coordinator) -> None:
    it.in_case(8, "remind_report")
    it.in_case(7, "remind_report")
    it.does("remind_follow_up", {"follow_up": 2025}, answer_by="2026-10-15")
    it.does(
        "adopt_guideline",
        valid_from="2026-10-01",
        valid_to="2030-12-31",
        adopted_on="2026-09-28",
        paragraph="§ 9",
    )


def _thrown_away(it: Coordinator) -> None:
    for name in ("Sagostad", "Sagoby"):
        it.does("add_place", name=name)
        it.does("take_back", event_id=it.desk.store.last_event_id)
    it.does("remove_association", {"association": 5})
    it.registers(CHOIR, asked=100)
    it.does("take_back", event_id=it.desk.store.last_event_id)
    several = {"name": "Föreningen Kort", "place_ids": [GRINDAVIK, NEAR]}
    it.does("add_association", **several)
    it.does("take_back", event_id=it.desk.store.last_event_id)
    many = [{"due_on": f"2026-1{at}-01", "text": "delrapport"} for at in range(3)]
    done = it.does("set_project_report_days", {"project": 1}, report_days=many)
    it.does("take_back", event_id=done.event.id)
    run(it.desk, RemoveEntry(entry_id=1))
    away = it.does("add_note", text="Ett misstag", day="2026-12-01")
    back = it.does("take_back", event_id=away.event.id)
    it.does("take_back", event_id=back.event.id)
