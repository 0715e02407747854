"""What an act is: its command, its words, when it applies, what it proposes and what it plans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.text import Text

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


class Command:
    """A frozen dataclass whose fields are declared with `ask`; the docstring says what it does."""


Subject: TypeAlias = Any
"""What an act is about: a Picture of a case, a record of a register, or None."""


def always(_subject: Subject) -> bool:
    """Apply to every subject."""
    return True


def nothing(_desk: Desk, _subject: Subject) -> dict[str, Any]:
    """Propose no values."""
    return {}


def silent(_subject: Subject) -> Text | None:
    """Say nothing of consequences."""
    return None


@dataclass(frozen=True, kw_only=True)
class Step:
    """One act of the coordinator; the catalogue is steps.STEPS."""

    name: str
    """Stable name, in the log and on the command line: "send_letter"."""
    command: type[Any]
    """The command's dataclass."""
    about: str
    """What it is about: "case", "association", "place", "round", "list", "office", "budget" …"""
    title: Text
    """Heading of the form: "Ta emot verksamhetsberättelsen"."""
    button: Callable[[Subject], Text] | Text
    """Verb with its object or sum: "Besluta 10 000 kr"."""
    plan: Callable[[Desk, Any, Work], None]
    """Look, judge and put the changes on the work; raises Refusal. Writes nothing."""
    applies: Callable[[Subject], bool] = always
    """Whether it can be done with the subject now."""
    prefill: Callable[[Desk, Subject], dict[str, Any]] = nothing
    """Values proposed, by field."""
    consequence: Callable[[Subject], Text | None] = silent
    """One sentence about what it leads to."""

    def verb(self, subject: Subject) -> Text:
        """Give the words on the button."""
        return self.button if isinstance(self.button, Text) else self.button(subject)
