"""Damage that SQLite cannot see: words in a row are others than were written."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("written", "found"),
    [(b'"local_transport"', b'"local_transpost"'), (b'"municipality"', b'"municipalit\x00"')],
)
def test_a_guideline_with_another_letter_is_damage_and_no_fault_of_the_program(
    cli, register, written, found
):
    whole = register.read_bytes()
    assert written in whole
    register.write_bytes(whole.replace(written, found))

    done = cli("deadlines", register)

    assert done.code == 1
    assert f"Registret {register.name} är skadat" in done.err
