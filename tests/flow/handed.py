"""What flow hands to letters when it makes a paper: worded by them, and not drawn."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest

from desktop.flow import papers
from desktop.letters.compose import compose, kind_of
from tests.flow.telling import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.letters.facts import Facts

EVERYWHERE = frozenset({"office", "officer", "coat", "window", "checksum", "made_on"})
"""What every paper knows; a test of its own looks at it."""


class _Handed(Exception):  # noqa: N818 - no error: it stops the drawing
    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self.facts = facts


def handed(make: Callable[[], object]) -> Any:
    """Give the facts of the first paper that `make` would draw; an act that makes it stops there.

    The paper is worded for real; the drawing is left out because it is slow, and tested with
    letters.
    """

    def worded(kind: str, facts: Facts, *rest: Any, **named: Any) -> None:
        assert kind == kind_of(facts)
        compose(kind, facts, *rest, **named)
        raise _Handed(facts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(papers, "compose", worded)
        try:
            make()
        except _Handed as stopped:
            return stopped.facts
    raise AssertionError("no paper was made")


def said(facts: Facts) -> str:
    """Tell what stands in a paper and nowhere else."""
    own = {
        each.name: value
        for each in fields(facts)
        if each.name not in EVERYWHERE
        and (value := getattr(facts, each.name)) not in (None, "", (), False)
    }
    guideline = own.pop("guideline", None)
    if guideline is not None and not isinstance(guideline, str):
        own["guideline_title"] = guideline.title
    elif guideline:
        own["guideline_title"] = guideline
    return f"{type(facts).__name__}\n{told(own)}"
