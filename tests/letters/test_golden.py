"""No paper changes without somebody meaning it."""

import pytest

from tests.letters.golden import REFRESH, digest, digests, drawn, kept


@pytest.fixture(scope="module")
def found():
    return digests()


def test_every_paper_is_the_one_that_was_looked_at(found):
    changed = sorted(kind for kind in kept().keys() & found.keys() if kept()[kind] != found[kind])

    assert not changed, f"changed: {', '.join(changed)}. Look at them, then run {REFRESH}"


def test_every_paper_is_written_down(found):
    differing = sorted(kept().keys() ^ found.keys())

    assert not differing, f"new or gone: {', '.join(differing)}. Look at them, then run {REFRESH}"


def test_a_changed_word_changes_the_digest():
    data = drawn()["confirmation"]
    changed = data.replace(b"/Marked true", b"/Marked null", 1)

    assert changed != data
    assert digest(changed) != digest(data)
