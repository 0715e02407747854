"""Registers to test on: empty, with one case, with a row of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db.store import Store
from tests.db import samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "påhittat.vanbok"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, register_uuid=samples.REGISTER, version="0.1.0") as made:
        yield made


@pytest.fixture
def started(store: Store) -> Store:
    """A register with a place, an association, a guideline and case 1."""
    store.commit(samples.act(*samples.grounds()), samples.nothing)
    return store


@pytest.fixture
def full(store: Store) -> Store:
    """A register with a row of every table that others point at."""
    store.commit(samples.act(*samples.one_of_each()), samples.nothing)
    return store
