"""The pages of a file that SQLite's own check finds wrong, read out of its words and said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.errors import damaged
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.errors import Damaged

_PAGE = re.compile(r"\bpage (\d+)", re.IGNORECASE)
_MOST = 6
"""Runs of pages that are said."""


def damaged_pages(name: str, findings: Iterable[str]) -> Damaged:
    """Say which pages SQLite's own check found wrong in a register, or else what it found."""
    found = list(findings)
    pages = pages_in(found)
    detail = pages_words(pages) if pages else plain(found[0] if found else "")
    return damaged(name, detail, pages)


def pages_in(findings: Iterable[str]) -> tuple[int, ...]:
    """Give the pages that SQLite names in what its check has found, in order."""
    return tuple(sorted({int(each) for text in findings for each in _PAGE.findall(text)}))


def pages_words(pages: tuple[int, ...]) -> Text:
    """Say in a line which pages are wrong: "sidorna 212–215, 300 innehåller fel data"."""
    if len(pages) == 1:
        return say("sidan {page} innehåller fel data", page=pages[0])
    return say("sidorna {pages} innehåller fel data", pages=plain(spans(pages)))


def spans(pages: Iterable[int]) -> str:
    """Give numbers as people list them, the first runs of them: "212–215, 230"."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = [str(a) if a == b else f"{a}\N{EN DASH}{b}" for a, b in runs[:_MOST]]
    return ", ".join(shown) + (" …" if len(runs) > _MOST else "")
