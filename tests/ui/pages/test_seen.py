"""How far a register had come when it was last open here, and what is told when it has not."""

from __future__ import annotations

from datetime import datetime

import pytest

from db.store import Store
from desktop.ui.companions import accompany
from desktop.ui.seen import TRAIL, Older, Sight, Sights, compared, seen_now
from tests.ui.pages.backup_register import Ground, settled
from tests.ui.pages.register_window import RegisterWindow

OLDER = "older"


@pytest.fixture
def ground(path, tmp_path):
    return Ground(path=path, usb=tmp_path / "usb", now=datetime.now())  # noqa: DTZ005


@pytest.fixture
def window(qapp, preferences, ground):
    made = RegisterWindow(preferences)
    accompany(made.window)
    yield made
    made.close()


def seen(path) -> Sight:
    with Store.open(path) as store:
        return seen_now(store)


def against(path, sight):
    with Store.open(path) as store:
        return compared(store, sight)


def test_the_same_register_lacks_nothing(ground):
    assert against(ground.path, seen(ground.path)) is None


def test_a_register_that_went_on_lacks_nothing(ground):
    before = seen(ground.path)
    ground.work("En till")
    assert against(ground.path, before) is None


def test_an_older_register_lacks_what_was_seen_since(ground):
    old = ground.path.read_bytes()
    ground.work("En till")
    ground.work("Och en")
    sight = seen(ground.path)
    ground.path.write_bytes(old)
    assert against(ground.path, sight) == Older(events=2, forked=False)


def test_a_register_on_another_track_is_told_apart_from_an_older_one(ground):
    old = ground.path.read_bytes()
    ground.work("Ebbas")
    sight = seen(ground.path)
    ground.path.write_bytes(old)
    ground.work("Någon annans")
    ground.work("Och en till")
    assert against(ground.path, sight) == Older(events=1, forked=True)


def test_a_much_older_register_is_counted_by_numbers(ground):
    sight = seen(ground.path)
    far = Sight(
        uuid=sight.uuid, path=sight.path, events=sight.events + 1000, trail=("0" * 12,) * TRAIL
    )
    assert against(ground.path, far) == Older(events=1000, forked=False)


def test_no_name_is_remembered(window, ground):
    ground.work("Föreningen Hemlig")
    window.window.open_file(ground.path)
    folder = window.session.preferences.folder / "seen"
    settled(lambda: list(folder.glob("*.json")))
    (kept,) = folder.glob("*.json")
    assert "Hemlig" not in kept.read_text(encoding="utf-8")


def test_a_damaged_memory_counts_as_none(tmp_path, ground):
    sights = Sights(tmp_path)
    sight = seen(ground.path)
    sights.keep(sight)
    (kept,) = (tmp_path / "seen").glob("*.json")
    kept.write_text('{"uuid": [', encoding="utf-8")
    assert sights.of(sight.uuid) is None
    assert sights.at(ground.path) is None


def test_an_older_register_is_told_of_and_still_opens(window, ground):
    old = ground.path.read_bytes()
    ground.work("En till")
    Sights(window.session.preferences.folder).keep(seen(ground.path))
    ground.path.write_bytes(old)
    window.window.open_file(ground.path)
    settled(lambda: OLDER in window.window.notices.bands)
    assert "1 händelse saknas" in window.window.notices.bands[OLDER].accessibleName()
    assert window.session.desk is not None


def test_what_is_right_is_not_told_again(window, ground):
    old = ground.path.read_bytes()
    ground.work("En till")
    sights = Sights(window.session.preferences.folder)
    sights.keep(seen(ground.path))
    ground.path.write_bytes(old)
    window.window.open_file(ground.path)
    settled(lambda: OLDER in window.window.notices.bands)
    window.window.notices.bands[OLDER].links[1].click()
    uuid = window.session.desk.store.register_uuid
    assert sights.of(uuid) == seen_now(window.session.desk.store)
    assert OLDER not in window.window.notices.bands
