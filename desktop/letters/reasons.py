"""The library of reasons that decision letters pick from."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from desktop.letters.problems import BadTemplate


@dataclass(frozen=True, kw_only=True)
class ReasonText:
    """A ready reason; the officer may edit it before it stands in a letter."""

    key: str
    """Short key, unique."""
    title: str
    """What the list of reasons shows."""
    text: str
    """One or two sentences with {placeholders}."""
    outcomes: tuple[str, ...] = ()
    """Outcomes it is proposed for; empty means all."""
    schemes: tuple[str, ...] = ()
    """Keys of the schemes it is proposed for; empty means all."""
    rule: str = ""
    """Kind of the rule that proposes it when it lowers or stops; empty for none."""


@lru_cache(maxsize=16)
def reasons(text: str) -> tuple[ReasonText, ...]:
    """Read the text of the library, in its order. Raises BadTemplate."""
    try:
        return tuple(
            ReasonText(
                key=reason["key"],
                title=reason["title"],
                text=reason["text"],
                outcomes=tuple(reason.get("outcomes", ())),
                schemes=tuple(reason.get("schemes", ())),
                rule=reason.get("rule", ""),
            )
            for reason in tomllib.loads(text).get("reason", [])
        )
    except (tomllib.TOMLDecodeError, KeyError) as fault:
        raise BadTemplate("reasons", str(fault)) from None
