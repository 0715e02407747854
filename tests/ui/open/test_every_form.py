"""Every form that can be written in keeps a draft, and the list of drafts leads back to it."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

import desktop.ui
from desktop.ui.inputs import LineInput, NoteInput
from desktop.ui.page import Route
from desktop.ui.preferences import Preferences
from tests.ui.open.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.ui.form import FormPanel

FORMS = (
    # page, act of the draft, table of the route's subject, act of the route
    ("ansokan", "register_application", "", ""),
    ("arende", "change_application", "grant_case", "change_application"),
    ("arende", "ask_completion", "grant_case", "ask_completion"),
    ("arende", "send_letter", "grant_case", "send_letter"),
    ("arende", "receive_report", "grant_case", "receive_report"),
    ("arende", "decline", "grant_case", "decline"),
    ("besluta", "decide", "grant_case", ""),
    ("besluta", "decide_anew", "grant_case", "decide_anew"),
    ("aterkrav", "reclaim", "grant_case", ""),
    ("fordelning", "decide_together", "grant_case", ""),
    ("samrad", "close_round", "round", "close_round"),
    ("samrad", "make_list", "", "make_list"),
    ("bevakningar", "add_note", "", "add_note"),
    ("bevakningar", "set_lead_time", "", "set_lead_time"),
    ("budget", "add_own_cost", "", "add_own_cost"),
    ("budget", "set_frame", "", "set_frame"),
    ("budget", "new_what_if", "", "new_what_if"),
    ("budget", "adopt_what_if", "", "adopt_what_if 1"),
    ("ort", "add_place", "", "add_place"),
    ("ort", "change_place", "place", "change_place"),
    ("forening", "add_association", "", "add_association"),
    ("forening", "change_association", "association", "change_association"),
    ("forening", "receive_annual_report", "association", "receive_annual_report"),
    ("installningar", "set_office", "", "set_office"),
    ("installningar", "set_officer", "", "set_officer"),
    ("installningar", "add_member", "", "add_member"),
    ("installningar", "change_reason", "reason", "change_reason"),
    ("riktlinjer", "review_guideline", "", "review_guideline"),
    ("riktlinje_andra", "adopt_guideline", "", ""),
    ("brevtexter", "edit_letter_text", "", "confirmation"),
    ("uppfoljning", "change_follow_up", "", "change_follow_up"),
    ("svar", "register_answer", "follow_up_asked", "register_answer"),
    ("nyttbesok", "new_visit", "place", ""),
    ("nyttbesok", "log_contact", "", "log_contact"),
    ("besoksteg", "change_visit", "visit", "change_visit"),
    ("besoksteg", "plan_visit", "visit", "plan_visit"),
    ("besoksteg", "report_visit", "visit", "report_visit"),
    ("overenskommelse", "draft_agreement", "place", "draft_agreement"),
    ("overenskommelse", "end_agreement", "agreement", "end_agreement"),
    ("natverk_ett", "register_network", "", ""),
    ("projekt", "register_project", "", ""),
    ("verksamhet", "register_body", "", ""),
)
WITHOUT = {
    "arende": "its key is that of the act",
    "case_parts/split_side": "leads to another page, nothing is written",
    "besok": "a signpost, nothing is written",
    "overenskommelse": "says that nothing waits, nothing is written",
    "natverk_subject": "a signpost, nothing is written",
    "utskrift": "two proposed fields about what was printed a moment ago",
    "start_question": "kept by the page of first start as a whole",
    "newcomer": "kept with the application it stands in",
}
"""Forms without a draft of their own, and why."""
WRITTEN = "Halvskrivet om Härnösand"


def test_no_form_is_without_a_draft_unless_it_is_said_why():
    found = set()
    root = Path(desktop.ui.__file__).parent
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "FormPanel":
                continue
            if not {each.arg for each in node.keywords} & {"draft_key", None}:
                found.add(path.relative_to(root).with_suffix("").as_posix().split("/", 1)[1])
    assert found <= set(WITHOUT)


@pytest.fixture(scope="module")
def office(qapp, made, tmp_path_factory) -> Iterator[Watched]:
    """Open one window on it for all the forms: none of them is sent."""
    path = shutil.copy(made, tmp_path_factory.mktemp("example") / made.name)
    opened = Watched(Preferences(tmp_path_factory.mktemp("config")), path)
    yield opened
    opened.close()


def subjects(office: Watched, table: str) -> list[int]:
    if not table:
        return [0]
    sql = f'SELECT id FROM "{table}" WHERE deleted IS NULL ORDER BY id DESC'
    return [key for (key,) in office.desk.store.rows(sql)]


def shown(office: Watched, page: str, act: str, table: str, route_act: str):
    """Go from one subject to the next until the form is there."""
    for subject in subjects(office, table):
        route = Route(page=page, subject=subject, act=route_act)
        office.window.go(route)
        form = office.page.form if office.window.shelf.route == route else None
        if form is not None and form.draft.key is not None and form.draft.key.act == act:
            return form
    raise AssertionError(f"{page} {act}: nothing in the example has it")


def written_in(form: FormPanel) -> str:
    """Write in the last field for words, else for a line, else in a row; give its name."""
    notes = [name for name, each in form.inputs.items() if isinstance(each, NoteInput)]
    lines = [name for name, each in form.inputs.items() if isinstance(each, LineInput)]
    if notes or lines:
        name = (notes or lines)[-1]
        form.inputs[name].put(WRITTEN)
        return name
    rows = form.inputs["people"].raw()
    assert isinstance(rows, list)
    form.inputs["people"].put([*rows, {"side": "guest", "role": "officer", "name": WRITTEN}])
    return "people"


@pytest.mark.parametrize(("page", "act", "table", "route"), FORMS)
def test_what_is_written_is_kept_and_found_again(office, page, act, table, route):
    form = shown(office, page, act, table, route)
    key, name = form.draft.key, written_in(form)
    form.draft.typed()
    office.window.shelf.forget()
    (draft, *_) = office.session.preferences.drafts.of(key)
    assert WRITTEN in str(draft.values[name])
    assert draft.spot.what
    assert WRITTEN in draft.first_words()

    office.go(Route(page="utkast"))
    office.unfinished.go_on(draft)
    QTest.qWait(1)
    again = office.page.form
    assert office.shown == page, office.said()
    assert again is not form
    assert again.draft.holds(draft)
    assert WRITTEN in str(again.raw()[name])
    again.done()
    assert office.session.preferences.drafts.of(key) == []
