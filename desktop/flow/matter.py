"""What a line of Today is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.text import Text


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One line of Today: a matter stands once, where it is most urgent."""

    kind: str
    """"case", "pot", "round", "list", "note", or what a deadline is about: "visit" …"""
    subject: int
    """Id of the case, round, list, note or other; for a pot the id of its first case."""
    group: str
    """"late", "week", "mine" or "others"."""
    title: Text
    """What it is."""
    detail: Text
    """One grey line."""
    when: Text
    """"26 dagar sen", "onsdag", "3 dagar"."""
    day: Text
    """The day itself, or since when."""
    act: str
    """Name of the next act."""
    words: Text
    """The words on its button."""
    order: tuple[str, int]
    """Sorting key inside the group."""
