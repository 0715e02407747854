"""The registers that each release left behind, today's too: from them migrations are tried."""

from __future__ import annotations

import pytest

from db.check import check
from db.header import SCHEMA
from db.store import Store
from tests.faults.registers import NAME, schemas, stored


def test_a_register_is_kept_of_todays_schema():
    """Given the next schema, its migration is tried on a register that this release wrote."""
    assert SCHEMA in schemas()


@pytest.mark.parametrize("schema", schemas())
def test_a_register_that_is_kept_opens_and_is_well(tmp_path, schema):
    path = tmp_path / NAME
    path.write_bytes(stored(schema))

    with Store.open(path) as store:
        assert [str(each) for each in check(store)] == []
        assert (store.copied is None) == (schema == SCHEMA)
