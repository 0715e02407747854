"""The benchmarks are held to their stored ratios, never to milliseconds."""

from __future__ import annotations

import tomllib

import pytest

from tests.benchmarks import __main__ as runner


def test_a_ratio_is_held_and_a_time_or_spread_is_not():
    assert runner.is_ratio("100000: letter / bare repaint")
    assert not runner.is_ratio("100000: letter, worst ms")
    assert not runner.is_ratio("start, upper quartile")


@pytest.mark.parametrize(("measured", "slow"), [(1.19, False), (1.21, True)])
def test_a_fifth_more_than_kept_is_too_slow(measured, slow):
    assert bool(runner.too_slow({"start": measured}, {"start": 1.0})) is slow


def test_what_is_stored_can_be_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "KEPT", tmp_path / "ratios.toml")
    runner.store({"act": {"step": 1.5, "100: letter / instr()": 0.04}})
    assert runner.kept_ratios() == {"act": {"step": 1.5, "100: letter / instr()": 0.04}}


def test_every_module_that_measures_is_found():
    assert {"act", "filter", "filter_ui", "start", "today"} <= set(runner.names())
    assert "many" not in runner.names()


def test_the_stored_ratios_are_of_benchmarks_that_exist():
    kept = tomllib.loads(runner.KEPT.read_text(encoding="utf-8"))
    assert set(kept) <= set(runner.names())
