"""The review of the guideline itself is written in where the guideline is read (U1, S9)."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop.domain.commitments import GuidelineReview
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from desktop.ui.page import Route
from tests.ui.pages.register_window import RegisterWindow, submit

UUID = "00000000-0000-4000-8000-000000000001"


@pytest.fixture
def umea(qapp, preferences, tmp_path):
    """Give a window on a register of Umeå that began early in the year."""
    path = tmp_path / "Umeå.vanbok"
    command = FoundRegister(name="Ebba Sagolin", guideline="umea")
    begin(
        path, command, clock=lambda: datetime(2026, 1, 7, 12), new_uuid=lambda: UUID
    ).store.close()
    made = RegisterWindow(preferences, path)
    yield made
    made.close()


def test_a_review_that_is_missing_is_told_of_and_written_in(umea):
    page = umea.go(Route(page="riktlinjer", act="review_guideline"))
    assert page.form is not None
    submit(page.form)
    assert len(umea.desk.store.find(GuidelineReview)) == 1
    assert page.form is None
    assert page._review_band() == []


def test_the_band_opens_the_form(umea):
    page = umea.go(Route(page="riktlinjer"))
    (band,) = page._review_band()
    band.followed.emit("review_guideline")
    assert page.form is not None
