"""A founded register, made once and copied for each test."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from desktop.flow.desk import Desk
from desktop.flow.registers import begin, open_register
from tests.flow.coordinator import (
    ASSOCIATIONS,
    FOUNDED,
    FOUNDING,
    GRINDAVIK,
    Clock,
    Coordinator,
    Numbers,
)
from tests.flow.lived_stage import goes_on
from tests.flow.papers_stage import sets as sets_papers
from tests.flow.school_stage import FUND
from tests.flow.school_stage import sets as sets_schools
from tests.flow.stage import sets
from tests.flow.trying import open_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.store import Store


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with office, committee, frame, places and four associations for Grindavík."""
    path: Path = tmp_path_factory.mktemp("register") / "påhittat.vanbok"
    clock = Clock(datetime.combine(FOUNDED, time(9, 30)))
    desk = begin(path, FOUNDING, clock=clock, new_uuid=Numbers())
    coordinator = Coordinator(desk, clock)
    for each in ASSOCIATIONS:
        coordinator.does("add_association", place_ids=[GRINDAVIK], **each)
    desk.store.close()
    return path


@pytest.fixture
def coordinator(founded: Path, tmp_path: Path) -> Iterator[Coordinator]:
    """At her desk on Monday 2 March 2026, with a copy of the founded register."""
    path = tmp_path / "påhittat.vanbok"
    shutil.copy(founded, path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    yield Coordinator(desk, clock)
    desk.store.close()


@pytest.fixture(scope="session")
def staged(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a case wherever a case can stand."""
    path: Path = tmp_path_factory.mktemp("stage") / "påhittat.vanbok"
    shutil.copy(founded, path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    sets(Coordinator(desk, clock))
    desk.store.close()
    return path


@pytest.fixture(scope="session")
def school_staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a school fund, and a case wherever one can stand."""
    path: Path = tmp_path_factory.mktemp("schools") / "fond.vanbok"
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = begin(path, FUND, clock=clock, new_uuid=Numbers())
    sets_schools(Coordinator(desk, clock))
    desk.store.close()
    return path


@pytest.fixture
def stage(staged: Path, tmp_path: Path) -> Iterator[Coordinator]:
    """At the desk with a copy of that register."""
    path = tmp_path / "påhittat.vanbok"
    shutil.copy(staged, path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    yield Coordinator(desk, clock)
    desk.store.close()


@pytest.fixture(scope="session")
def looked_at(staged: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A copy of that register in which nothing is ever done, for all who only try or look."""
    with open_copy(staged, tmp_path_factory.mktemp("looked")) as store:
        yield store


@pytest.fixture(scope="session")
def school_looked_at(
    school_staged: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The same of the register with a school fund."""
    with open_copy(school_staged, tmp_path_factory.mktemp("looked")) as store:
        yield store


@pytest.fixture(scope="session")
def papered(staged: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same register with more of all that papers tell."""
    path: Path = tmp_path_factory.mktemp("papers") / "påhittat.vanbok"
    shutil.copy(staged, path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    sets_papers(Coordinator(desk, clock))
    desk.store.close()
    return path


@pytest.fixture
def full(papered: Path, tmp_path: Path) -> Iterator[Coordinator]:
    """At the desk with a copy of that register."""
    path = tmp_path / "påhittat.vanbok"
    shutil.copy(papered, path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    yield Coordinator(desk, clock)
    desk.store.close()


@pytest.fixture
def schools(school_staged: Path, tmp_path: Path) -> Iterator[Coordinator]:
    """At the desk with a copy of the register of a school fund."""
    path = tmp_path / "fond.vanbok"
    shutil.copy(school_staged, path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    yield Coordinator(desk, clock)
    desk.store.close()


@pytest.fixture(scope="session")
def lived(staged: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """At the desk with the register some months later; nothing is written."""
    path: Path = tmp_path_factory.mktemp("lived") / "påhittat.vanbok"
    shutil.copy(staged, path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    goes_on(Coordinator(desk, clock))
    yield desk
    desk.store.close()


@pytest.fixture
def autumn(lived: Desk) -> Desk:
    """At its desk on 1 October; nothing is written."""
    return lived.on(date(2026, 10, 1))


@pytest.fixture
def school_desk(school_looked_at: Store) -> Desk:
    """At the desk with the school fund; nothing is written."""
    return Desk(store=school_looked_at, clock=lambda: datetime(2026, 3, 2, 9, 30))
