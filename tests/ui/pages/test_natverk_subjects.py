from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from desktop.domain.commitment_words import GoalStatus, ProjectState, ReviewOutcome
from desktop.domain.commitments import (
    ActionPlan,
    ContactPerson,
    Network,
    NetworkReview,
    PlanGoal,
    Project,
    ProjectFunding,
)
from desktop.flow.steps import step_named
from desktop.ui.forms.visit import visit_form
from desktop.ui.page import Route
from desktop.ui.picture_routes import routes
from tests.ui.pages.network_register import (
    APPLIED,
    BOARD,
    COMPANY,
    FORUM,
    OFFICE,
    PLAN,
    POLICY,
    RUNNING,
    network_register,
)
from tests.ui.pages.register_window import (
    CTRL,
    ENTER,
    RegisterWindow,
    fill,
    problem_at,
    submit,
    write,
)

NBSP = "\u00a0"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("networks") / "Umeå.vanbok"
    area = network_register(path)
    return path.read_bytes(), area


@pytest.fixture
def area(made):
    return made[1]


@pytest.fixture
def opened(qapp, preferences, tmp_path, made):
    path = tmp_path / "Umeå.vanbok"
    path.write_bytes(made[0])
    window = RegisterWindow(preferences, path)
    yield window
    window.close()


def line_of(form, name, at):
    return form.field(name).lines[at]


def type_in(line, key, words):
    write(line.inputs[key].widget, words)


def rows_shown(card):
    return card.table.texts()


# A network


def test_a_network_is_registered_and_shown(opened, area):
    page = opened.go(Route(page="natverk_ett", act="register_network"))
    fill(page.form, name="Sagonätet", purpose="lära av varandra", fee="8 000")
    page.form.inputs["areas"].put([area])
    submit(page.form)
    assert opened.shown == "natverk_ett"
    assert opened.page.title() == "Sagonätet"
    found = opened.desk.store.first(Network, "name = ?", "Sagonätet")
    assert found is not None
    assert (found.fee, found.areas) == (8_000, (area,))


def test_a_network_without_purpose_is_refused_beside_the_field(opened):
    page = opened.go(Route(page="natverk_ett", act="register_network"))
    fill(page.form, name="Sagonätet")
    submit(page.form)
    assert "U4" in problem_at(page.form, "purpose")


def test_the_late_review_is_the_next_act(opened):
    page = opened.go(Route(page="natverk_ett", subject=FORUM))
    assert page.form.foot.button.text() == "Spara omprövningen"
    page.form.inputs["outcome"].put("change")
    fill(page.form, reason="vi byter ombud", next_review_on="2028-11-21")
    page.form.focus_first()
    opened.press(ENTER, CTRL)
    review = opened.desk.store.find(NetworkReview, "network_id = ?", FORUM)[-1]
    assert review.outcome is ReviewOutcome.CHANGE
    assert rows_shown(page.reviews)[0][1:3] == ["Fortsätt, men ändra något", "vi byter ombud"]
    assert page.form.foot.button.text() == "Notera aktiviteten"


def test_the_rules_stand_with_their_paragraph_and_open_it(opened):
    page = opened.go(Route(page="natverk_ett", subject=FORUM))
    lines = [line for line in page.cards.rules.view.rules.rows if hasattr(line, "rule")]
    assert [line.paragraph for line in lines] == ["U4", "U4"]
    page.cards.rules.opened.emit(lines[0].rule)
    assert page.cards.paragraph.isVisible()


def test_the_purpose_is_not_said_twice(opened):
    page = opened.go(Route(page="natverk_ett", subject=FORUM))
    lines = [line for line in page.cards.rules.view.rules.rows if hasattr(line, "rule")]
    assert page.cards.purpose.text() == "utveckla hamnarna"
    assert lines[0].limit == "se ovan"


def test_what_was_typed_is_kept_and_offered_again(opened):
    page = opened.go(Route(page="natverk_ett", act="register_network"))
    fill(page.form, name="Ett halvt nätverk")
    opened.press(Qt.Key.Key_Escape)
    QTest.qWait(1)
    page = opened.go(Route(page="natverk_ett", act="register_network"))
    assert page.form.raw()["name"] == "Ett halvt nätverk" or page.form.offer is not None


def test_a_registration_taken_back_leads_to_the_list(opened, area):
    page = opened.go(Route(page="natverk_ett", act="register_network"))
    fill(page.form, name="Sagonätet", purpose="lära")
    page.form.inputs["areas"].put([area])
    submit(page.form)
    opened.press(Qt.Key.Key_Z, CTRL)
    QTest.qWait(10)
    assert opened.shown == "natverk"


# A project


def begin_project(opened, area, kind):
    page = opened.go(Route(page="projekt", act="register_project"))
    fill(page.form, name="Vatten för alla", purpose="rent vatten", planned_development="planen")
    page.form.inputs["kind"].put(kind)
    page.form.inputs["areas"].put([area])
    page.form.inputs["agenda_goals"].put(["6"])
    return page


def pay(form, at, financier, amount, *, own=False):
    line = line_of(form, "funding", at)
    type_in(line, "financier", financier)
    type_in(line, "applied", amount)
    line.inputs["own"].box.setChecked(own)


def test_an_eu_project_is_registered_with_who_pays_what(opened, area):
    page = begin_project(opened, area, "eu")
    pay(page.form, 0, "Sagofonden", "750 000")
    pay(page.form, 1, "Kommunen", "250 000", own=True)
    assert page.form.field("funding").total.text() == (
        f"Tillsammans 1{NBSP}000{NBSP}000{NBSP}kr, egna pengar 250{NBSP}000{NBSP}kr (25 procent)"
    )
    submit(page.form)
    made = opened.desk.store.first(Project, "name = ?", "Vatten för alla")
    assert made is not None
    money = opened.desk.store.find(ProjectFunding, "project_id = ?", made.id)
    assert [(each.applied, each.own) for each in money] == [(750_000, False), (250_000, True)]
    assert opened.page.money.heading.note.text() == "egna pengar 25 procent"
    assert rows_shown(opened.page.money)[-1][3] == f"1{NBSP}000{NBSP}000{NBSP}kr"


def test_an_aid_project_with_own_money_is_refused_beside_the_rows(opened, area):
    page = begin_project(opened, area, "aid")
    pay(page.form, 0, "Kommunen", "50 000", own=True)
    submit(page.form)
    assert opened.shown == "projekt"
    assert "U6" in problem_at(page.form, "funding")
    assert opened.desk.store.first(Project, "name = ?", "Vatten för alla") is None


def test_the_rules_follow_what_is_typed(opened, area):
    page = begin_project(opened, area, "aid")
    page.try_rules()
    assert "Stoppar" not in [line.word for line in page.so_far.view.rules.rows]
    pay(page.form, 0, "Kommunen", "50 000", own=True)
    page.try_rules()
    assert page.so_far.isVisible()
    assert "Stoppar" in [line.word for line in page.so_far.view.rules.rows]


def test_a_bearer_is_only_asked_for_own_money(opened, area):
    page = begin_project(opened, area, "eu")
    line = line_of(page.form, "funding", 0)
    assert line.inputs["body_id"].widget.isHidden()
    line.inputs["own"].box.setChecked(True)
    assert not line.inputs["body_id"].widget.isHidden()


def test_the_late_report_is_ticked_off(opened):
    page = opened.go(Route(page="projekt", subject=RUNNING))
    assert rows_shown(page.days)[0][1:] == ["Lägesrapport 1", "235 dagar sen"]
    opened.press(ENTER, CTRL)
    line = line_of(page.form, "report_days", 0)
    type_in(line, "done_on", "2026-11-20")
    submit(page.form)
    assert rows_shown(page.days)[0][2] == f"klart 20{NBSP}nov"


def test_the_answer_proposes_what_was_applied_for(opened):
    page = opened.go(Route(page="projekt", subject=APPLIED, act="grant_project"))
    assert [line.raw()["granted"] for line in page.form.field("funding").given()] == [
        "90000",
        "10000",
    ]
    submit(page.form)
    assert opened.desk.store.get(Project, APPLIED).state is ProjectState.GRANTED
    assert page.form.foot.button.text() == "Markera startat"


# A plan


def test_a_plan_is_evaluated_goal_by_goal(opened):
    page = opened.go(Route(page="handlingsplan", subject=PLAN, act="evaluate_action_plan"))
    submit(page.form)
    assert "Utfall" in problem_at(page.form, "goals")
    for at, (status, result) in enumerate((("reached", "tre"), ("partly", "40 procent"))):
        line = line_of(page.form, "goals", at)
        line.inputs["status"].put(status)
        type_in(line, "result", result)
    submit(page.form)
    goals = opened.desk.store.find(PlanGoal, "plan_id = ?", PLAN)
    assert [each.status for each in goals] == [GoalStatus.REACHED, GoalStatus.PARTLY]
    assert rows_shown(page.goals)[0][2:] == ["Uppnått", "tre"]
    assert page.form.foot.button.text() == "Markera reviderad"


def test_a_missing_plan_begins_with_its_body_and_year(opened):
    act = "register_action_plan 2027"
    page = opened.go(Route(page="handlingsplan", subject=COMPANY, act=act))
    raw = page.form.raw()
    assert (raw["body_id"], raw["year"]) == (str(COMPANY), "2027")
    submit(page.form)
    assert opened.desk.store.first(ActionPlan, "body_id = ? and year = 2027", COMPANY)
    assert opened.page.title() == "Handlingsplan 2027, Sagobolaget AB"


# A body and its contact person


def test_a_contact_person_is_registered_and_ended(opened):
    page = opened.go(Route(page="verksamhet", subject=OFFICE))
    page.people_heading.link.click()
    fill(page.form, name="Doris Diktad", role="sekreterare", e_mail="doris@kommunen.example")
    submit(page.form)
    person = opened.desk.store.first(ContactPerson, "body_id = ?", OFFICE)
    assert person is not None
    assert person.name == "Doris Diktad"
    page._take("end_contact_person", person)
    submit(page.form)
    assert opened.desk.store.get(ContactPerson, person.id).until == opened.desk.today


def test_a_contact_person_is_changed_where_they_stand(opened):
    page = opened.go(Route(page="verksamhet", subject=BOARD))
    person = opened.desk.store.first(ContactPerson, "body_id = ?", BOARD)
    page._take("change_contact_person", person)
    assert page.form.raw()["name"] == "Ylva Påhittad"
    fill(page.form, phone="0900-12 34 56")
    submit(page.form)
    assert opened.desk.store.get(ContactPerson, person.id).phone == "0900-12 34 56"


# A governing document


def test_a_late_review_of_a_document_is_done(opened):
    page = opened.go(Route(page="styrdokument", subject=POLICY))
    assert page.frame.header.badge.accessibleName() == "Översyn sen"
    fill(page.form, next_review_on="2030-11-21")
    submit(page.form)
    assert page.frame.header.badge.accessibleName() == "Gäller"
    assert page.form.foot.consequence.text() == "Ses över 2030-11-21."


# Beside the registers


def test_a_visit_is_offered_the_names_of_projects(opened):
    page = opened.go(Route(page="nyttbesok"))
    form = visit_form(page, step_named("approve_purpose"), None, values={})
    field = form.field("project")
    assert isinstance(field, QLineEdit)
    completer = field.completer()
    completer.setCompletionPrefix("havet")
    assert completer.currentCompletion() == "Unga över havet"


def test_pages_of_every_register_are_drawn(opened):
    entries = opened.window.shelf.entries()
    drawn = {route.page for route in routes(opened.desk, entries)}
    assert {"natverk", "natverk_ett", "projekt", "handlingsplan", "verksamhet"} <= drawn
    assert "styrdokument" in drawn


@pytest.mark.parametrize(
    "route",
    [
        Route(page="natverk", act="contacts"),
        Route(page="natverk_ett", subject=FORUM),
        Route(page="natverk_ett", act="register_network"),
        Route(page="projekt", subject=RUNNING),
        Route(page="projekt", act="register_project"),
        Route(page="handlingsplan", subject=PLAN, act="evaluate_action_plan"),
        Route(page="handlingsplan", subject=PLAN),
        Route(page="verksamhet", subject=BOARD),
        Route(page="styrdokument", subject=POLICY),
    ],
    ids=lambda route: f"{route.page} {route.act}".strip(),
)
def test_a_page_stands_by_itself(opened, spy, route):
    """No part flashes up as a window of its own, and everything the keyboard reaches has a name."""
    page = opened.go(route)
    assert [type(each).__name__ for each in spy.shown] == []
    nameless = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(each, QAbstractButton | QLineEdit | QComboBox)
        and not each.accessibleName()
    ]
    assert nameless == []
