"""A reclaim of the first release, without number and letter, lives on in today's program."""

from __future__ import annotations

from datetime import datetime

import pytest

from db.check import check
from desktop.cli.case_data import tracks as data_of
from desktop.domain.phases import ReclaimState
from desktop.domain.problems import Refusal
from desktop.flow.dossier import gather
from desktop.flow.journal import journal
from desktop.flow.journal_tracks import tracks
from desktop.flow.next_act import next_act
from desktop.flow.picture import picture
from desktop.flow.reading import read
from desktop.flow.registers import open_register
from desktop.flow.run import run
from desktop.flow.steps import acts_about, step_named
from desktop.flow.waiting import waiting
from desktop.letters.dossier.bind import bind
from tests.db.old_reclaim import CASE, claim_back
from tests.db.test_released import stored
from tests.flow.test_letters import text_of

TODAY = datetime(2026, 5, 4, 9)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "gammalt.vanbok"
    made.write_bytes(stored(1))
    claim_back(made)
    return made


@pytest.fixture
def desk(path):
    opened = open_register(path, clock=lambda: TODAY)
    yield opened
    opened.store.close()


def does(desk, act, **typed):
    step = step_named(act)
    seen = picture(desk, CASE)
    raw = step.prefill(desk, seen) | {"case_id": CASE} | typed
    return run(desk, read(step.command, raw, desk.today))


def state(desk):
    reclaim = picture(desk, CASE).reclaim
    return reclaim and reclaim.state


def test_it_has_no_number_and_the_register_is_well(desk):
    seen = picture(desk, CASE)

    assert [str(each) for each in check(desk.store)] == []
    assert seen.reclaim
    assert (seen.reclaim.number, seen.reclaim.document_id) == (0, None)
    assert seen.reclaim_lists == ()


def test_it_waits_for_the_money_and_for_no_list(desk):
    seen = picture(desk, CASE)

    assert next_act(seen) == "record_repayment"
    assert [each.kind for each in waiting(seen)][:1] == ["reclaim"]
    assert "listing" not in [each.kind for each in waiting(seen)]


def test_every_act_of_the_case_is_offered_or_not_without_a_fault(desk):
    seen = picture(desk, CASE)

    offered = {step.name for step in acts_about("case") if step.applies(seen)}

    assert {"record_repayment", "drop_reclaim"} <= offered
    assert not {"claim_sent", "claim_came_back", "appeal_reclaim"} & offered
    for step in acts_about("case"):
        if step.name in offered:
            assert step.prefill(desk, seen) is not None
            step.consequence(seen)


def test_the_money_can_come_back_and_the_case_be_claimed_anew_with_a_letter(desk):
    does(desk, "record_repayment")
    assert state(desk) is ReclaimState.PAID

    does(desk, "reclaim", amount=1_000, reason="en annan påhittad resa", unbiased=True)

    seen = picture(desk, CASE)
    assert seen.reclaim
    assert seen.reclaim.number > 0
    assert len(seen.reclaim_lists) == 1
    assert [str(each) for each in check(desk.store)] == []


def test_it_can_be_written_off(desk):
    does(desk, "drop_reclaim", reason="preskriberat, påhittat")

    assert state(desk) is ReclaimState.WRITTEN_OFF


def test_it_is_not_appealed_for_it_was_no_numbered_decision(desk):
    with pytest.raises(Refusal):
        does(desk, "appeal_reclaim")


def test_journal_whole_case_and_data_tell_of_it(desk):
    seen = picture(desk, CASE)

    assert dict(tracks(seen))["Återkrav"].startswith(
        "2\u00a0000\u00a0kr, beslutat 2026-03-02, krävt"
    )
    assert "2 000 kr, beslutat 2026-03-02" in text_of(journal(desk, seen))
    assert bind(gather(desk, seen)).data.startswith(b"%PDF-")
    data = data_of(seen)["reclaim"]
    assert (data["number"], data["appeal"], data["amount"]) == ("", None, 2_000)
