"""The invariants of DOMAIN § 5 and CASE § 7 hold whatever is done; VANBOK_LONG=1 for long."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.flow.visit_machine import WholeLife

LONG = os.environ.get("VANBOK_LONG") == "1"


@pytest.mark.slow
def test_any_sequence_of_acts_keeps_what_must_hold(founded, record_property):
    class ThisLife(WholeLife):
        pass

    ThisLife.founded = founded
    ThisLife.counted = Counter()
    ThisLife.most_cases = 5 if LONG else 3
    run_state_machine_as_test(
        ThisLife,
        settings=settings(
            max_examples=int(os.environ.get("VANBOK_LIVES", "1500")) if LONG else 15,
            stateful_step_count=60 if LONG else 25,
            deadline=None,
            derandomize=not LONG,
            print_blob=LONG,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )

    for what, number in sorted(ThisLife.counted.items()):
        record_property(what, number)
    assert ThisLife.counted["lives"] > 0
