"""The papers of visits, agreements and budget: what is kept, what is only shown, what they say."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from desktop.domain.casework import Document
from desktop.domain.problems import Refusal
from desktop.flow.agreement_papers import draw_agreement
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.budget_paper import draw_budget_overview
from desktop.flow.trip_paper import draw_trip_list
from desktop.flow.visit_papers import draw_invitation, draw_settlement, draw_visit_sheet
from desktop.flow.visit_picture import visit_picture
from tests.flow import visit_stage as lead
from tests.flow.coordinator import GRINDAVIK
from tests.letters.structure import faults, tree_text

if TYPE_CHECKING:
    from tests.flow.coordinator import Coordinator

PAID = [
    {"cost_type": "lodging", "amount": "17 100", "paid_by": "host"},
    {"cost_type": "food", "amount": "12 480", "paid_by": "host"},
    {"cost_type": "local_transport", "amount": "4 200", "paid_by": "guest"},
    {
        "cost_type": "travel",
        "amount": "552 000",
        "currency": "ISK",
        "rate": "0,0750",
        "rate_on": "2026-01-22",
        "paid_by": "guest",
    },
]
COMING = {"starts_on": date(2026, 6, 1), "ends_on": date(2026, 6, 4)}


def kept(it: Coordinator, kind: str) -> list[Document]:
    return it.desk.store.find(Document, "kind = ?", kind, order="id")


def drafted(it: Coordinator, **typed: Any) -> int:
    made = it.does("draft_agreement", place_id=GRINDAVIK, **typed)
    return dict(made.subjects)["agreement"]


def said(data: bytes) -> str:
    return str(tree_text(data)).replace("\u00a0", " ")


def language(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return str(pdf.Root.Lang)


def test_an_agreement_is_shown_as_a_draft_and_kept_without_the_mark(coordinator):
    agreement = drafted(coordinator, areas="unga // young people", notice_months=6)
    before = coordinator.desk.store.changes

    shown = draw_agreement(coordinator.desk, agreement_picture(coordinator.desk, agreement))

    assert coordinator.desk.store.changes == before
    assert said(shown).startswith("Utkast")
    coordinator.does("print_agreement", {"agreement": agreement})
    (paper,) = kept(coordinator, "agreement_paper")
    text = said(coordinator.desk.store.content(paper.id))
    assert "Utkast" not in text
    assert "Samarbetets områden: unga." in text
    assert "Areas of cooperation: young people." in text
    assert "six months after the notice" in text
    assert paper.subject == f"agreement:{agreement}"


def test_a_changed_draft_gives_a_new_paper_and_the_old_one_stays(coordinator):
    agreement = drafted(coordinator)
    coordinator.does("print_agreement", {"agreement": agreement})
    coordinator.does("change_agreement", {"agreement": agreement}, valid_to="2030-12-31")

    coordinator.does("print_agreement", {"agreement": agreement})

    first, second = kept(coordinator, "agreement_paper")
    assert first.name != second.name
    assert first.sha256 != second.sha256


def test_what_is_signed_is_not_printed_again(coordinator):
    agreement = lead.signs(coordinator, GRINDAVIK)

    coordinator.is_refused("print_agreement", {"agreement": agreement}, agreement_id=agreement)


def test_an_invitation_is_kept_in_its_language_with_who_pays(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    visit = lead.plans(coordinator, **COMING)

    coordinator.does(
        "send_invitation",
        {"visit": visit},
        language="en",
        answer_by="2026-04-20",
        purpose="to compare youth centres",
        programme=[{"day": "2026-06-01", "text": "Arrival"}],
    )

    (paper,) = kept(coordinator, "invitation")
    data = coordinator.desk.store.content(paper.id)
    text = said(data)
    assert language(data) == "en-GB"
    assert "To compare youth centres." in text
    assert "You pay" in text
    assert "20 April 2026" in text
    assert faults(data) == []


@pytest.mark.parametrize("answer_by", ["2026-03-01", "2026-06-01"])
def test_an_answer_is_wanted_between_today_and_the_visit(coordinator, answer_by):
    visit = lead.plans(coordinator, **COMING, reason="första besöket")

    coordinator.is_refused("send_invitation", {"visit": visit}, answer_by=answer_by)


def test_an_invitation_needs_days(coordinator):
    visit = lead.ideas(coordinator, starts_on=None, ends_on=None)

    with pytest.raises(Refusal, match="dagar"):
        draw_invitation(coordinator.desk, visit_picture(coordinator.desk, visit), date(2026, 1, 1))


def test_settling_keeps_the_settlement_in_both_languages(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    lead.settles(coordinator, paid=PAID)

    swedish, english = kept(coordinator, "settlement")
    told = said(coordinator.desk.store.content(swedish.id))
    data = coordinator.desk.store.content(english.id)
    assert "betalar 4 200 kr till Grindavík." in told
    assert "552 000 ISK" in told
    assert "41 400" in told
    assert "33 780" in told
    assert language(data) == "en-GB"
    assert "pays SEK 4,200 to Grindavík." in said(data)
    assert "Ej reglerat" not in told


def test_a_settlement_that_lacks_a_payer_says_so(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    visit = lead.reports(coordinator, paid=lead.PLANNED)

    seen = visit_picture(coordinator.desk, visit)
    told = said(draw_settlement(coordinator.desk, seen))

    assert "Belopp eller betalare saknas för logi." in told
    assert "Ingen är skyldig" not in told


def test_closing_keeps_the_sheet_that_answers_five_questions_on_one_page(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    lead.closes(coordinator, paid=PAID)

    (paper,) = kept(coordinator, "visit_sheet")
    data = coordinator.desk.store.content(paper.id)
    text = said(data)
    for question in (
        "Varför?",
        "Varför inte digitalt?",
        "Vilka?",
        "Vem betalade?",
        "Vad gav det?",
    ):
        assert question in text
    assert "Läge Avslutat" in text
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1


def test_minors_stand_on_the_sheet_as_numbers_only(coordinator):
    visit = lead.plans(coordinator, reason="första besöket")

    text = said(draw_visit_sheet(coordinator.desk, visit_picture(coordinator.desk, visit)))

    assert "Ungdom" in text
    assert "2 av 6 gäster är 25 år eller yngre" in text


def test_lists_are_printed_and_never_kept(stage):
    desk, before = stage.desk, stage.desk.store.changes

    trips, budget = draw_trip_list(desk), draw_budget_overview(desk)

    assert desk.store.changes == before
    assert "Kommittén informeras" in said(trips)
    assert "beslut" not in said(trips).split("Ort för ort")[0]
    assert "Så räknas det som är kvar" in said(budget)
    assert faults(trips) == []
    assert faults(budget) == []


def test_the_trip_list_shows_the_quota_that_is_used(coordinator):
    lead.signs(coordinator, GRINDAVIK)
    lead.approves(coordinator, form="outgoing")

    text = said(draw_trip_list(coordinator.desk))

    assert "1 av 1" in text
    assert "i kvoten" in text
