"""The pages of a register of the first release, with a reclaim that has no number or letter."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.flow.desk import clock_on
from desktop.ui.app import build
from desktop.ui.page import Route
from desktop.ui.widgets.tracks import TrackGrid
from tests.db.old_reclaim import CASE, claim_back
from tests.db.test_released import stored


@pytest.fixture
def window(qapp, preferences, tmp_path):
    path = tmp_path / "gammalt.vanbok"
    path.write_bytes(stored(1))
    claim_back(path)
    made = build(qapp, preferences, clock_on(date(2026, 5, 4)))
    made.open_file(path)
    yield made
    made.close()


@pytest.mark.parametrize("page", ["idag", "arenden", "samrad", "budget", "utskrift", "arende"])
def test_every_page_that_meets_it_opens(window, page):
    window.go(Route(page=page, subject=CASE if page == "arende" else 0))

    assert window.shelf.route.page == page


def test_the_case_shows_what_is_claimed_and_nothing_of_a_list(window):
    window.go(Route(page="arende", subject=CASE))

    told = next(iter(window.findChildren(TrackGrid))).accessibleName()
    assert "Återkrav: 2\u00a0000\u00a0kr till " in told
    assert "Återkravets anmälan" not in told


def test_its_own_page_leads_to_the_case_for_it_has_no_letter(window):
    window.go(Route(page="aterkrav", subject=CASE))

    assert window.shelf.route.page == "arende"
