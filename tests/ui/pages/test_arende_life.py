"""A whole activity grant, from application to closed, through the pages and on a real file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.casework import Case, Document
from desktop.domain.phases import Phase
from desktop.flow.picture import picture
from tests.ui.pages.case_window import CTRL, Desktop


@pytest.fixture
def desktop(qtbot, preferences, tmp_path):
    made = Desktop(qtbot, preferences, tmp_path, full=False)
    yield made
    made.window.close()


def registered(desktop):
    """Register an application with the keyboard alone."""
    desktop.press(Qt.Key.Key_N, CTRL)
    desktop.type("troll")
    desktop.press(Qt.Key.Key_Return)
    form = desktop.form
    form.inputs["scheme"].put("activity_grant")
    form.follow()
    for field, words in (
        ("purpose", "vinterkonsert med kör från Grindavík"),
        ("starts_on", "2026-11-02"),
        ("ends_on", "2026-11-04"),
        ("asked", "12000"),
        ("costs", "19 000"),
        ("other_funding", "9000 kr"),
        ("came_on", "2026-10-19"),
    ):
        form.field(field).setFocus()
        form.field(field).clear()
        desktop.type(words)
    form.inputs["goals"].put(["cultures"])
    desktop.ctrl_enter()


def test_a_grant_is_carried_from_application_to_closed(desktop):
    registered(desktop)
    assert desktop.where == "arende"
    case = desktop.desk.store.get(Case, 1)
    assert "registrerad" in desktop.said()
    titles = []

    def step():
        titles.append(desktop.form.title.text())
        desktop.form.focus_first()
        desktop.ctrl_enter()

    step()
    assert desktop.form.title.text() == "Samrådet är klart"
    assert not desktop.form.has_focus()
    step()
    assert desktop.desk.store.get(Case, case.id).phase is Phase.READY
    step()
    assert desktop.where == "besluta"
    assert "Körsällskapet Trollsländan" in desktop.page.letter.text()
    draft = desktop.page.letter._content
    desktop.form.field("unbiased").setChecked(True)
    desktop.ctrl_enter()
    seen = picture(desktop.desk, case.id)
    assert seen.decision is not None
    assert (seen.decision.outcome, seen.decision.granted) == ("partly", 10_000)
    assert desktop.desk.store.content(seen.decision.document_id) == draft
    assert desktop.where == "besluta"
    step()
    assert titles[-1] == "Skicka beslutet"
    assert desktop.where == "arende"
    for title in (
        "Ta emot verksamhetsberättelsen",
        "Frige utbetalningen",
        "Utbetalt",
        "Ta emot rapporten",
        "Granska rapporten",
        "Ny delegationslista",
    ):
        step()
        assert titles[-1] == title, desktop.said()
    # The list is reported where lists are; the case's page offers it too.
    desktop.form.field("paragraph").setText("201")
    step()
    assert titles[-1] == "Listan är anmäld"
    step()
    assert titles[-1] == "Avsluta ärendet"
    assert desktop.desk.store.get(Case, case.id).phase is Phase.CLOSED
    assert desktop.form.title.text() == "Inget mer att göra"
    letters = {row.kind for row in desktop.desk.store.find(Document)}
    assert {"decision_partly", "payment_order", "delegation_list"} <= letters
    assert len(titles) <= 15


def test_what_closes_the_case_can_be_undone_and_the_form_is_back(desktop):
    registered(desktop)
    desktop.form.focus_first()
    desktop.ctrl_enter()
    assert desktop.form.title.text() == "Samrådet är klart"
    desktop.press(Qt.Key.Key_Z, CTRL)
    QTest.qWait(1)
    assert desktop.form.title.text() == "Lägg i samråd"


def test_after_undoing_the_registration_the_page_says_the_case_is_gone(desktop):
    registered(desktop)
    desktop.window.answers.undo()
    QTest.qWait(1)
    assert desktop.page.gone.isVisible()
    desktop.page.gone.button.click()
    assert desktop.where == "arenden"
