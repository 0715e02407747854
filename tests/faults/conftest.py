"""The shim, compiled once in a run; and why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.run import figures
from tests.faults.shim import LACKING, compiled, unfit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.figures import Figure


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    why = unfit()
    if why == LACKING:
        pytest.fail(why)
    if why:
        pytest.skip(why)
    return compiled(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def does(shim: Path) -> Callable[..., list[Figure]]:
    """Do a job behind the shim and give its figures."""

    def do(*words: str) -> list[Figure]:
        return list(figures(shim, words))

    return do
