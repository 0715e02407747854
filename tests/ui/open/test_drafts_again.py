"""Forms that were begun are told of again, gone on with, thrown and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.registers import Association
from desktop.flow.steps.associations import ChangeAssociation, RemoveAssociation
from desktop.ui.draft import DraftKey
from desktop.ui.drafts import Drafts
from desktop.ui.form_draft import LONGEST
from desktop.ui.page import Route
from desktop.ui.unfinished import BEGUN, FAILING, HARMED, LATER, PAGE
from desktop.ui.widgets.words import Words
from tests.ui.open.watched import CHANGE, TYPED, Watched
from tests.ui.pages.register_window import HAVSORNEN, TROLLSLANDAN, fill, submit

NOTICED = "Du har ett påbörjat formulär."


@pytest.fixture
def again(qapp, preferences, path, watched):
    """Give what closes the window and opens another one on the same register."""
    windows = []

    def reopened(*, first: bool = True) -> Watched:
        if first:
            watched.close()
        windows.append(Watched(preferences, path))
        return windows[-1]

    yield reopened
    for each in windows:
        each.close()


def on_disk(watched) -> list[str]:
    """Give the addresses that a second program would read among the drafts."""
    drafts = Drafts(watched.session.preferences.drafts.folder)
    found = drafts.of_register(watched.desk.store.register_uuid)
    return [str(each.values.get("address")) for each in found]


def band(watched, key=BEGUN) -> str:
    found = watched.window.notices.bands.get(key)
    return found.accessibleName() if found is not None else ""


def line(watched, at=0):
    return watched.page.lines[at]


def test_a_moment_after_the_last_key_it_is_on_the_disk(watched):
    watched.half_typed()
    assert on_disk(watched) == []
    QTest.qWait(600)
    assert on_disk(watched) == [TYPED]


def test_it_is_on_the_disk_when_the_keyboard_goes_elsewhere(watched):
    watched.half_typed()
    watched.page.form.field("address").setFocus()
    watched.page.form.field("city").setFocus()
    assert on_disk(watched) == [TYPED]


def test_it_is_on_the_disk_when_another_window_comes_forward(watched, qapp):
    watched.half_typed()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert on_disk(watched) == [TYPED]


def test_it_is_on_the_disk_when_another_page_is_shown(watched):
    watched.half_typed()
    watched.go(Route(page="arenden"))
    assert on_disk(watched) == [TYPED]


def test_one_who_never_stops_typing_is_kept_all_the_same(watched, monkeypatch):
    monkeypatch.setattr("desktop.ui.form_draft.LONGEST", 50)
    assert LONGEST <= 3000
    watched.half_typed()
    for _ in range(12):
        QTest.qWait(10)
        fill(watched.page.form, address=TYPED)
    assert on_disk(watched) == [TYPED]


def test_an_act_that_is_done_leaves_no_draft(watched):
    watched.half_typed()
    QTest.qWait(600)
    watched.press_button()
    assert on_disk(watched) == []


def test_a_form_that_is_called_as_its_page_is_named_once(again, watched):
    fill(watched.go(Route(page="ansokan")).form, asked="12 000")
    assert band(again()).count("Ny ansökan") == 1


def test_after_a_close_it_is_told_and_found_again(again, watched):
    watched.half_typed()
    window = again()
    assert band(window).startswith(NOTICED)
    window.window.notices.bands[BEGUN].links[0].click()
    assert window.shown == PAGE
    assert line(window).name == "Ändra förening"
    line(window).links["Fortsätt"].click()
    QTest.qWait(5)
    assert window.shown == "forening"
    assert window.typed == TYPED
    window.press_button()
    assert window.stored == TYPED
    assert band(window) == ""


def test_not_now_leaves_them_for_the_next_time(again, watched):
    watched.half_typed()
    window = again()
    window.window.notices.bands[BEGUN].links[1].click()
    assert band(window) == ""
    window.close()
    assert band(again(first=False)).startswith(NOTICED)


def test_a_second_form_of_the_same_act_does_not_write_over_the_first(again, watched):
    watched.half_typed()
    window = again()
    page = window.go(CHANGE)
    fill(page.form, address="Något helt annat")
    page.form.keep_draft()
    assert sorted(on_disk(window)) == [TYPED, "Något helt annat"]
    window.go(Route(page=PAGE))
    assert len(window.page.lines) == 2


def test_two_new_ones_begun_after_each_other_are_two(again, watched):
    for words in ("Ett hus", "Ett annat hus"):
        page = watched.go(Route(page="forening", act="add_association"))
        fill(page.form, name=words)
        watched.window.shelf.forget()
    found = watched.unfinished.waiting()
    assert {each.values["name"] for each in found} == {"Ett hus", "Ett annat hus"}


def test_what_is_thrown_can_be_taken_back(again, watched):
    watched.half_typed()
    window = again()
    window.go(Route(page=PAGE))
    line(window).links["Kasta"].click()
    QTest.qWait(1)
    assert on_disk(window) == []
    line(window).links["Ta tillbaka"].click()
    QTest.qWait(1)
    assert on_disk(window) == [TYPED]


def test_one_whose_subject_is_gone_offers_only_its_words(again, watched):
    page = watched.go(Route(page="forening", subject=HAVSORNEN, act="change_association"))
    fill(page.form, address=TYPED)
    page.form.keep_draft()
    assert watched.session.run(RemoveAssociation(association_id=HAVSORNEN)) is not None
    window = again()
    window.go(Route(page=PAGE))
    assert "Fortsätt" not in line(window).links
    line(window).links["Kopiera texten"].click()
    assert TYPED in QApplication.clipboard().text()


def test_one_whose_act_was_done_meanwhile_says_so(again, watched):
    watched.half_typed()
    watched.page.form.keep_draft()
    association = watched.desk.store.get(Association, TROLLSLANDAN)
    values = {name: getattr(association, name) for name in ("name", "postcode", "city")}
    done = watched.session.run(
        ChangeAssociation(
            association_id=TROLLSLANDAN,
            place_ids=(2,),
            address="Sparad gata 1",
            **values,
        )
    )
    assert done is not None
    window = again()
    window.go(Route(page=PAGE))
    words = [each.text() for each in line(window).findChildren(Words)]
    assert any("Samma sak gjordes" in each for each in words)
    page = window.go(CHANGE)
    assert "Samma sak gjordes" in page.form.offer.accessibleName()


def test_a_damaged_file_of_drafts_is_told(again, watched):
    watched.half_typed()
    watched.page.form.keep_draft()
    fill(watched.page.form, address="sedan")
    watched.page.form.keep_draft()
    uuid = watched.desk.store.register_uuid
    folder = watched.session.preferences.drafts.folder
    watched.close()
    (folder / f"{uuid}.json").write_bytes(b"{")
    watched.session.preferences.drafts = type(watched.session.preferences.drafts)(folder)
    window = again(first=False)
    assert "skadad" in band(window, HARMED)
    assert band(window).startswith(NOTICED)


def test_drafts_of_a_later_version_are_told_and_not_called_damaged(again, watched):
    uuid = watched.desk.store.register_uuid
    folder = watched.session.preferences.drafts.folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{uuid}.json").write_bytes(b'{"form": 2, "drafts": []}')
    window = again()
    assert "nyare version" in band(window, LATER)
    assert band(window, HARMED) == ""


def test_drafts_that_cannot_be_written_are_told_until_they_can(watched):
    folder = watched.session.preferences.drafts.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"")
    watched.half_typed()
    watched.page.form.keep_draft()
    assert "kan inte läggas undan" in band(watched, FAILING)
    folder.unlink()
    watched.unfinished._try_again()
    assert band(watched, FAILING) == ""
    assert on_disk(watched) == [TYPED]


def test_a_draft_that_nobody_knows_the_place_of_is_not_offered_as_a_form(watched):
    drafts = watched.session.preferences.drafts
    drafts.place = None
    key = DraftKey(register=watched.desk.store.register_uuid, act="no_such_act", subject=9)
    drafts.keep(key, {"text": "gammalt utkast"})
    drafts.place = watched.unfinished
    watched.go(Route(page=PAGE))
    assert list(line(watched).links) == ["Kopiera texten", "Kasta"]


def test_the_act_of_a_half_typed_form_is_refused_without_losing_it(watched):
    watched.half_typed()
    fill(watched.page.form, name="")
    submit(watched.page.form)
    assert watched.typed == TYPED
    QTest.qWait(600)
    assert on_disk(watched) == [TYPED]
