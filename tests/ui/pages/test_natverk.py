from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.flow.offered import offered
from desktop.flow.today import today
from desktop.ui.deadline_route import deadline_route
from desktop.ui.list_printing import list_pdf
from desktop.ui.page import Route
from desktop.ui.pages.natverk import PARTS, part_word
from desktop.ui.pages.natverk_late import late_count
from desktop.ui.pages.natverk_paper import part_paper
from tests.ui.pages.network_register import (
    BOARD,
    COMPANY,
    FORUM,
    LEFT,
    OFFICE,
    PLAN,
    POLICY,
    RUNNING,
    empty_register,
    network_register,
)
from tests.ui.pages.register_window import CTRL, RegisterWindow

NBSP = "\u00a0"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("networks") / "Umeå.vanbok"
    network_register(path)
    return path.read_bytes()


@pytest.fixture
def opened(qapp, preferences, tmp_path, made):
    path = tmp_path / "Umeå.vanbok"
    path.write_bytes(made)
    window = RegisterWindow(preferences, path)
    yield window
    window.close()


def names(page):
    return [page.table.rows.cells(at)[0].text for at in range(len(page.table.rows.ids))]


def part(opened, key):
    return opened.go(Route(page="natverk", act=key))


def test_the_list_shows_fees_late_reviews_and_the_next_step(opened):
    page = part(opened, "networks")
    assert names(page) == ["Bottenviksforum", "Kulturstäderna"]
    late = page.table.rows.cells(0)
    assert late[3].second == "51 dagar sen"
    assert late[-1].text == "Ompröva"
    assert page.frame.header.line.text() == "En omprövning är sen."
    assert page.part.sums(page.rows)["fee"] == f"27{NBSP}000{NBSP}kr"


def test_what_was_left_is_shown_when_it_is_asked_for(opened):
    page = part(opened, "networks")
    assert page.all_link.text() == "Visa 1 lämnade"
    page.all_link.click()
    assert names(page)[-1] == "Gamla nätverket"
    assert page.part.sums(page.rows)["fee"] == f"27{NBSP}000{NBSP}kr"


def test_a_part_is_chosen_and_filtered(opened):
    page = part(opened, "networks")
    page.choice.set_key("projects")
    page.choice.chosen.emit("projects")
    assert names(page) == ["Gröna skolgårdar", "Unga över havet"]
    page.filter.setText("havet")
    assert names(page) == ["Unga över havet"]
    page.filter.setText("finns inte")
    assert names(page) == []
    page.table.emptied.emit()
    assert len(names(page)) == 2


def test_projects_tell_own_and_others_money(opened):
    page = part(opened, "projects")
    cells = page.table.rows.cells(names(page).index("Unga över havet"))
    assert cells[3].text == f"90{NBSP}000{NBSP}kr"
    assert cells[4].second == "10 %"
    assert cells[5].text == "Redovisning sen"
    assert page.frame.header.line.text() == "Egna pengar 10 procent. Ett projekt är sent."


def test_bodies_without_a_contact_person_are_in_the_list(opened):
    page = part(opened, "contacts")
    assert names(page) == ["Påhittsnämnden", "Påhittskontoret", "Sagobolaget AB"]
    assert page.table.rows.cells(0)[1].text == "Ylva Påhittad"
    assert page.table.rows.cells(1)[1].text == "–"


def test_the_next_step_of_a_row_opens_its_form(opened):
    page = part(opened, "networks")
    page.table.stepped.emit(0)
    assert opened.shown == "natverk_ett"
    assert opened.page.title() == "Bottenviksforum"
    assert "outcome" in opened.page.form.inputs


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("networks", "natverk_ett"),
        ("projects", "projekt"),
        ("plans", "handlingsplan"),
        ("contacts", "verksamhet"),
        ("documents", "styrdokument"),
    ],
)
def test_ctrl_n_makes_one_of_the_part_that_is_shown(opened, key, wanted):
    part(opened, key)
    opened.press(Qt.Key.Key_N, CTRL)
    assert opened.shown == wanted


def test_an_empty_part_says_what_to_do(qapp, preferences, tmp_path):
    path = tmp_path / "Tomt.vanbok"
    empty_register(path).desk.store.close()
    window = RegisterWindow(preferences, path)
    page = window.go(Route(page="natverk", act="projects"))
    assert page.table.empty.accessibleName() == "Inga projekt än. En idé räcker för att börja."
    page.table.emptied.emit()
    assert window.shown == "projekt"
    window.close()


def test_a_part_that_the_guideline_lacks_is_not_offered(qapp, preferences, path):
    window = RegisterWindow(preferences, path)
    page = window.go(Route(page="natverk"))
    assert "plans" not in [each.key for each in page.parts]
    window.close()


@pytest.mark.parametrize(
    ("subject", "page"),
    [
        (("network", FORUM), "natverk_ett"),
        (("network", LEFT), "natverk_ett"),
        (("project", RUNNING), "projekt"),
        (("plan", PLAN), "handlingsplan"),
        (("body", OFFICE), "verksamhet"),
        (("body", COMPANY), "verksamhet"),
        (("body", BOARD), "verksamhet"),
        (("governing_document", POLICY), "styrdokument"),
    ],
)
def test_a_deadline_or_hit_leads_to_its_page(opened, subject, page):
    route = deadline_route(opened.desk, subject)
    assert route is not None
    opened.go(route)
    assert opened.shown == page


def test_the_nav_counts_what_is_late(opened):
    assert late_count(opened.desk) == 3


def test_the_list_is_printed_as_it_is_shown(opened):
    page = part(opened, "networks")
    paper = part_paper(page.part, page.rows, opened.desk.today)
    assert [row[0] for row in paper.groups[0].rows] == [
        "Bottenviksforum\nutveckla hamnarna",
        "Kulturstäderna\ndela erfarenheter",
    ]
    assert list(paper.sums)[4] == f"27{NBSP}000{NBSP}kr"
    assert list_pdf(paper).startswith(b"%PDF")


def test_what_is_late_stands_on_today_and_leads_to_its_page(opened):
    late = [each for each in today(opened.desk).late if each.kind in ("network", "project")]
    assert [each.subject for each in late] == [RUNNING, FORUM]
    page = opened.go(Route(page="idag"))
    page._open(late[1])
    assert opened.shown == "natverk_ett"


def test_everything_stands_on_one_paper(opened):
    page = opened.go(Route(page="natverk"))
    (offer,) = page.offers("papper")
    offer.do()
    assert opened.shown == "natverkspapper"
    assert opened.page.content.startswith(b"%PDF")


@pytest.mark.parametrize(("asked", "words"), [(True, "Kontaktpersoner"), (False, "Verksamheter")])
def test_bodies_go_by_their_own_name_where_no_contact_persons_are_asked_for(opened, asked, words):
    it = replace(offered(opened.desk), contacts=asked)

    assert {str(part_word(each, it)) for each in PARTS} >= {words, "Projekt"}
