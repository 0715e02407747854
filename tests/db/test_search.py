"""The filter in memory finds what SQL finds, in the list's order, at each letter."""

from __future__ import annotations

import threading
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import search
from db.block import EVERY, Block, Entry
from db.change import Insert
from db.search import CaseIndex, Hits
from db.store import Store
from desktop.domain.swedish import fold
from tests.db.samples import REGISTER, act, case, grounds, nothing, refreshed, summary

PLACES = ("Grindavík", "Kandalaksja", "Raahe")
SCHEMES = ("base_grant", "activity_grant")
LETTERS = "aåäöéø \"%_-'&1"


def write(store, *cases, words=""):
    """Write summaries, and the cases that are missing behind them."""
    there = {key for (key,) in store.rows("SELECT id FROM grant_case")}
    missing = [Insert(case(each.id)) for each in cases if each.id not in there]
    store.commit(act(*missing), refreshed(*cases, words=words))


@pytest.fixture
def three(started):
    """Cases 1 and 2 open, case 3 closed."""
    write(started, summary(1, applicant="Föreningen Älg & Å", place="Raahe"))
    write(started, summary(2, applicant='Klubben "Fisk"', scheme="activity_grant"))
    write(started, summary(3, open=False, year=2025, applicant="Sällskapet Lo"))
    return started


def ids(index, text="", **chosen):
    return index.query(text, **chosen).ids


def test_open_cases_come_first_then_closed_the_latest_first(three):
    assert ids(CaseIndex.load(three.path)) == (2, 1, 3)


def test_numbers_are_ordered_as_numbers(started):
    for key, number in enumerate(("2026-009", "2026-010", "2026-1000", "2025-2000", "udda"), 1):
        write(started, summary(key, number=number))

    assert ids(CaseIndex.load(started.path)) == (3, 2, 1, 4, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("älg", (1,)),
        ("ÄLG", (1,)),
        ("alg", ()),
        ("å", (1,)),
        ("å f", (1,)),
        ("sällskapet", (3,)),
        ("sallskapet", ()),
        ("grindavik", (2, 3)),
        ("GRINDAVÍK", (2, 3)),
        ('"fisk"', (2,)),
        ('"', (2,)),
        ("%", ()),
        ("_", ()),
        ("&", (1,)),
        ("a AND b", ()),
        ("klubben AND", ()),
        ("fisk klubben", (2,)),
        ("klubben fisk 2026", (2,)),
        ("2026-00", (2, 1, 3)),
        ("fisk älg", ()),
        ("   ", (2, 1, 3)),
        ("x" * 5000, ()),
        ("NEAR(", ()),
        ("a-b", ()),
        ("*", ()),
        ("\x00", ()),
        ("\n", (2, 1, 3)),
    ],
)
def test_words_are_found_as_they_are_typed(three, text, found):
    assert ids(CaseIndex.load(three.path), text) == found


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"closed": False}, (2, 1)),
        ({"closed": True}, (3,)),
        ({"within": {1, 3, 99}}, (1, 3)),
        ({"within": {1, 3}, "closed": False}, (1,)),
        ({"within": set()}, ()),
        ({"place": "Raahe"}, (1,)),
        ({"scheme": "activity_grant"}, (2,)),
        ({"year": 2025}, (3,)),
        ({"year": 2026, "scheme": "base_grant"}, (1,)),
        ({"place": "Raahe", "closed": True}, ()),
    ],
)
def test_filters_narrow_the_list(three, chosen, found):
    index = CaseIndex.load(three.path)

    assert ids(index, **chosen) == found
    assert index.count("", **chosen) == len(found)


def test_more_tells_that_there_are_more(three):
    index = CaseIndex.load(three.path)

    assert index.query("20", limit=2) == Hits((2, 1), more=True)
    assert index.query("20", limit=3) == Hits((2, 1, 3), more=False)
    assert (index.count("20"), len(index)) == (3, 3)


def test_an_empty_register_finds_nothing(store):
    index = CaseIndex.load(store.path)

    assert (index.query("a"), index.count("a"), len(index)) == (Hits((), more=False), 0, 0)


def test_a_new_case_is_found_after_the_act(three):
    index = CaseIndex.load(three.path)
    write(three, summary(4, applicant="Nya gänget"))

    index.catch_up(three)

    assert ids(index, "gänget") == (4,)
    assert ids(index) == (4, 2, 1, 3)


def test_a_changed_case_moves_and_is_found_by_its_new_words(three):
    index = CaseIndex.load(three.path)
    assert ids(index, "fisk") == (2,)
    write(three, summary(2, open=False, applicant="Klubben Sill"))

    index.catch_up(three)

    assert (ids(index, "fisk"), ids(index, "sill")) == ((), (2,))
    assert ids(index) == (1, 3, 2)


def test_a_case_taken_away_is_found_no_more(three):
    index = CaseIndex.load(three.path)
    three.commit(act(), lambda _, derived: derived.remove_case(2))

    index.catch_up(three)

    assert (ids(index), len(index)) == ((1, 3), 2)


def test_an_index_loaded_before_an_act_catches_up_and_one_loaded_after_need_not(three):
    early = CaseIndex.load(three.path)
    write(three, summary(4))
    late = CaseIndex.load(three.path)

    for index in (early, late):
        index.catch_up(three)
        index.catch_up(three)

    assert ids(early) == ids(late) == (4, 2, 1, 3)


def test_the_index_is_loaded_in_another_thread_while_acts_go_on(three):
    loaded = []
    thread = threading.Thread(target=lambda: loaded.append(CaseIndex.load(three.path)))

    thread.start()
    write(three, summary(4))
    thread.join()
    loaded[0].catch_up(three)

    assert ids(loaded[0]) == (4, 2, 1, 3)


def test_filters_asked_for_long_ago_are_let_go(three):
    index = CaseIndex.load(three.path)

    for year in range(1990, 2030):
        index.query("", year=year)

    assert len(index._blocks[0]._parts) <= search._KEPT_FILTERS + 1


# The same as SQL


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "index.vanbok"
    with Store.create(path, register_uuid=REGISTER, version="0.1.0") as store:
        store.commit(act(*grounds()), nothing)
        store.rows("PRAGMA synchronous = OFF")
        yield store


def by_sql(store, text, chosen):
    """What instr() finds, in the list's order."""
    conditions = ["1"]
    values: list[object] = []
    for word in fold(text).split():
        conditions.append("instr(x.folded, ?) > 0")
        values.append(word)
    for column in ("place", "scheme", "year"):
        if chosen[column] is not None:
            conditions.append(f"s.{column} = ?")
            values.append(chosen[column])
    if chosen["closed"] is not None:
        conditions.append("s.open = ?")
        values.append(not chosen["closed"])
    if chosen["within"] is not None:
        conditions.append(f"s.id IN ({', '.join(map(str, chosen['within']))})")
    sql = (
        "SELECT s.id FROM summary AS s JOIN search AS x ON x.id = s.id "
        f"WHERE {' AND '.join(conditions)} ORDER BY s.open DESC, s.number DESC"
    )
    return tuple(key for (key,) in store.rows(sql, *values))


CASES = st.builds(
    summary,
    st.integers(1, 25),
    applicant=st.text(LETTERS, max_size=12),
    place=st.sampled_from(PLACES),
    scheme=st.sampled_from(SCHEMES),
    year=st.integers(2024, 2026),
    open=st.booleans(),
)
FILTERS = st.fixed_dictionaries(
    {
        "place": st.none() | st.sampled_from((*PLACES, "Ingenstans")),
        "scheme": st.none() | st.sampled_from(SCHEMES),
        "year": st.none() | st.integers(2024, 2026),
        "closed": st.none() | st.booleans(),
        "within": st.none() | st.frozensets(st.integers(1, 25)),
    }
)


@settings(max_examples=60)
@given(
    cases=st.lists(CASES, max_size=25),
    changes=st.lists(CASES, max_size=4),
    typed=st.lists(st.text(LETTERS, max_size=6), min_size=1, max_size=4),
    chosen=FILTERS,
    limit=st.integers(1, 6),
)
def test_every_letter_finds_what_sql_finds(written, cases, changes, typed, chosen, limit):
    """Given small blocks, letters typed one by one and changes between, the answers agree."""
    with mock.patch.object(search, "BLOCK", 4):
        write(written, *{each.id: each for each in cases}.values())
        index = CaseIndex.load(written.path)
        for change, text in zip((None, *changes), (*typed, typed[0], *typed, *typed), strict=False):
            if change is not None:
                write(written, change)
                index.catch_up(written)
            for end in range(len(text) + 1):
                expected = by_sql(written, text[:end], chosen)

                found = index.query(text[:end], **chosen, limit=limit)

                assert found == Hits(expected[:limit], len(expected) > limit)
                assert index.count(text[:end], **chosen) == len(expected)


@settings(max_examples=100)
@given(
    lines=st.lists(st.text("abc ", max_size=8), min_size=1, max_size=12),
    words=st.lists(st.text("abc", min_size=1, max_size=2), max_size=3),
)
def test_a_block_finds_the_lines_with_all_of_the_words(lines, words):
    entries = [Entry(n, n, ("", "", 2026, False), line.encode()) for n, line in enumerate(lines)]
    wanted = [word.encode() for word in words]

    part = Block(entries).part(EVERY)

    expected = [n for n, line in enumerate(lines) if all(word in line for word in words)]
    assert [key for key, _ in part.search(wanted)] == expected
    assert part.count(wanted) == len(expected)


def test_blocks_split_when_they_grow(started):
    with mock.patch.object(search, "BLOCK", 4):
        index = CaseIndex.load(started.path)
        for key in range(1, 30):
            write(started, summary(key))
            index.catch_up(started)

    assert ids(index) == tuple(range(29, 0, -1))
    assert max(map(len, index._blocks)) <= 8
