"""What is typed beside ordinary fields is kept too: files, parts of a form, words, first start."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtTest import QTest

from db.store import Store
from db.verification import Verification
from desktop.domain.follow_up import YearlyWords
from desktop.flow.ask import File
from desktop.running import Ended
from desktop.ui.afterwards import KEY, Afterwards
from desktop.ui.draft import DraftKey
from desktop.ui.page import Route
from desktop.ui.roles import Mark
from desktop.ui.what_is_saved import what_is_saved
from tests.ui.open.test_watching import act_in_window, fill_the_disk
from tests.ui.open.watched import TYPED
from tests.ui.pages.register_window import HAVSORNEN, RegisterWindow, write

REPORT = Route(page="forening", subject=HAVSORNEN, act="receive_annual_report")


def again(watched, route: Route):
    """Build the page anew, as the next start would, and go on with its draft."""
    watched.window.shelf.forget()
    page = watched.go(route)
    assert page.form.offer is not None
    page.form.offer.followed.emit("take")
    return page.form


def chosen(watched, tmp_path):
    """Choose a file in a form, and give where it lies."""
    path = tmp_path / "berättelse.pdf"
    path.write_bytes(b"%PDF-1.4 words")
    page = watched.go(REPORT)
    page.form.field("file").take(path)
    return path


def test_a_file_is_kept_by_its_place_and_read_again(watched, tmp_path):
    path = chosen(watched, tmp_path)
    form = again(watched, REPORT)
    found = form.raw()["file"]
    assert found == File(name=path.name, content=b"%PDF-1.4 words")


def test_a_file_that_lies_there_no_more_is_said(watched, tmp_path):
    chosen(watched, tmp_path).unlink()
    form = again(watched, REPORT)
    assert form.raw()["file"] == ""
    assert "berättelse.pdf ligger inte kvar" in form.fields["file"].problem.text()


def test_a_new_association_half_written_in_an_application_is_kept(watched):
    page = watched.go(Route(page="ansokan"))
    page.form.newcomer.open()
    write(page.form.newcomer.form.field("name"), "Föreningen Halvfärdig")
    form = again(watched, Route(page="ansokan"))
    assert form.newcomer.is_open()
    assert form.newcomer.form.raw()["name"] == "Föreningen Halvfärdig"


def test_her_own_words_stay_when_the_register_does_not_take_them(watched):
    fill_the_disk(watched)
    page = watched.go(Route(page="uppfoljning"))
    page.words.edit.setText("Ett gott år. " * 600)
    page.words.save()
    page.refresh()
    assert page.words.edit.text().startswith("Ett gott år.")
    assert watched.desk.store.count(YearlyWords) == 0

    watched.desk.store.file.connection.execute("PRAGMA max_page_count = 1000000")
    page.words.save()
    assert watched.desk.store.count(YearlyWords) == 1
    assert watched.unfinished.waiting() == []


def test_her_own_words_that_were_never_saved_are_offered(watched):
    fill_the_disk(watched)
    page = watched.go(Route(page="uppfoljning"))
    page.words.edit.setText("Ett gott år. " * 600)
    watched.window.shelf.forget()
    page = watched.go(Route(page="uppfoljning"))
    assert page.words.edit.text() == ""
    assert page.words.offer is not None
    page.words.offer.followed.emit("take")
    assert page.words.edit.text().startswith("Ett gott år.")


@pytest.fixture
def alone(qapp, preferences):
    made = RegisterWindow(preferences)
    yield made
    made.close()


def test_first_start_is_gone_on_with_where_it_ended(alone, preferences):
    officer = alone.page.questions[1].forms[0]
    alone.page.go_to(1)
    write(officer.field("name"), "Sixten Halvfabrikat")
    alone.page.draft.keep()
    assert preferences.drafts.of(DraftKey(act="found_register"))

    alone.window.shelf.forget()
    alone.go(Route(page="start"))
    assert alone.page.offer is not None
    alone.page.offer.followed.emit("take")
    assert alone.page.questions[1].forms[0].raw()["name"] == "Sixten Halvfabrikat"
    assert alone.page.offer is None


def test_first_start_that_nobody_wrote_in_leaves_no_draft(alone, preferences):
    alone.go(Route(page="start"))
    alone.page.leave()
    assert preferences.drafts.of_register("") == []


# What is said when the program goes wrong


def test_the_answer_tells_whether_the_act_under_way_was_saved(watched):
    watched.half_typed()
    saved = watched.desk.store.events(limit=1)[0].uuid
    well, undone = what_is_saved(watched.session, saved), what_is_saved(watched.session, "x" * 36)
    assert "hann sparas" in well.text
    assert "är inte sparad" in undone.text
    assert "undanlagt" in well.text
    assert watched.unfinished.waiting()[0].values["address"] == TYPED


def test_nothing_is_promised_of_a_file_that_is_gone(watched, path):
    path.unlink()
    found = what_is_saved(watched.session)
    assert "går inte att läsa" in found.strong
    assert "förlorat" not in found.strong


def test_nothing_is_promised_before_the_check_has_answered(watched, monkeypatch):
    watched.desk.store.verified.wait()
    assert "Inget som var sparat är förlorat" in what_is_saved(watched.session).strong

    monkeypatch.setattr(Verification, "done", property(lambda _check: False))
    found = what_is_saved(watched.session)
    assert "förlorat" not in found.strong
    assert "kontrolleras fortfarande" in found.text
    assert found.mark is Mark.INFO


def test_nothing_is_promised_of_a_log_that_ends_elsewhere(watched, path, small_file, monkeypatch):
    """Given a file of which nothing is told, as while it is busy, its end is asked for itself."""
    act_in_window(watched)
    path.write_bytes(small_file)
    monkeypatch.setattr(Store, "standing", lambda _store, **_more: None)
    found = what_is_saved(watched.session)
    monkeypatch.undo()
    assert "går inte att läsa" in found.strong


def test_an_error_in_an_act_keeps_the_form_and_says_that_it_was_not_saved(
    watched, hooks, monkeypatch
):
    watched.half_typed()
    before = watched.desk.store.last_event_id

    def broken(*_args):
        raise RuntimeError("fel i programmet")

    monkeypatch.setattr("desktop.flow.run.refresh", broken)
    try:
        watched.page.form.submit()
    except RuntimeError as error:
        hooks.caught(type(error), error, error.__traceback__)
    ((_words, saved),) = hooks.shown
    assert "är inte sparad" in saved.text
    assert watched.typed == TYPED
    monkeypatch.undo()
    watched.press_button()
    assert watched.stored == TYPED
    assert watched.desk.store.last_event_id == before + 1


def test_after_a_crash_it_is_said_calmly_when_the_register_is_checked(watched, qtbot):
    watched.half_typed()
    watched.page.form.keep_draft()
    path = watched.path
    began = datetime(2026, 11, 20, 9, 4).astimezone()
    note = 'Fatal Python error: Aborted\n  File "arende.py", line 3 in refresh'
    said = Afterwards(watched.window, (Ended(began=began, note=note),))
    watched.window.open_file(path)
    qtbot.waitUntil(lambda: KEY in watched.window.notices.bands)
    words = watched.window.notices.bands[KEY].accessibleName()
    assert "stängdes oväntat" in words
    assert "inget som var sparat är förlorat" in words
    assert "Ett påbörjat formulär ligger kvar" in words
    assert "Fatal Python error" in said.report()
    assert "2026-11-20 09.04" in said.report()
    watched.window.notices.bands[KEY].links[0].click()
    QTest.qWait(1)
    assert watched.shown == "utkast"
    assert KEY not in watched.window.notices.bands
