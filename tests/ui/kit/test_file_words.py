"""What is said of a register put back promises nothing that was not kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.backups.facts import Facts
from db.backups.making import Outcome
from db.backups.place import beside
from db.backups.restoring import Restored
from db.backups.trouble import Busy
from desktop.domain.text import say
from desktop.ui.file_words import restored_words

BACKUP = Path("pitea-2026-11-20-120000-00007-0f8fad5b.vanbok")
FACTS = Facts(register_uuid="x", schema=7, head="h", events=1, last_at="", counts={})
FAILED = Outcome(place=beside(BACKUP), backup=None, trouble=Busy(say("Någon annan är vid den.")))


def told(**what) -> str:
    found = {"facts": FACTS, "outcomes": (), "aside": None, "proven": True, **what}
    return str(restored_words(BACKUP, Restored(**found)))


@pytest.mark.parametrize("outcomes", [(), (FAILED,)])
def test_where_nothing_was_kept_nothing_is_said_to_be(outcomes):
    assert told(outcomes=outcomes) == "Registret är nu som det var 2026-11-20 12.00."


def test_what_was_put_aside_is_named(tmp_path):
    words = told(aside=tmp_path, proven=False)
    assert f"Det som låg där förut ligger i {tmp_path}." in words
    assert words.endswith("kontrollera registret.")
