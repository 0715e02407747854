"""Acts on the library of reasons that decision letters pick from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.phases import OUTCOME_WORDS
from desktop.domain.problems import refuse
from desktop.domain.registers import Reason
from desktop.domain.swedish import fold
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

PLACEHOLDERS = (
    "asked",
    "called",
    "called_capital",
    "goals",
    "granted",
    "guideline",
    "guideline_long",
    "municipality",
    "period",
    "place",
    "purpose",
    "recipient",
    "rejected",
    "scheme",
    "year",
)
"""What the library's texts can have filled in; the letters know more."""
_OUTCOMES = {str(key): str(word) for key, word in OUTCOME_WORDS.items()}


@dataclass(frozen=True, kw_only=True)
class AddReason(Command):
    """Add a reason of the municipality's own."""

    title: str = ask(Kind.LINE, "Rubrik")
    text: str = ask(
        Kind.NOTE,
        "Text i brevet",
        limit=2000,
        help="Ord inom klammer fylls i: {place}, {year}, {asked}, {granted}, {recipient}.",
    )
    outcomes: tuple[str, ...] = ask(Kind.CHOICES, "Kan användas vid", choices=_OUTCOMES, default=())


@dataclass(frozen=True, kw_only=True)
class ChangeReason(AddReason):
    """Change a reason; letters already written keep theirs."""

    reason_id: int = ask(Kind.REF, "Skäl", ref="reason")


@dataclass(frozen=True, kw_only=True)
class RemoveReason(Command):
    """Take a reason out of the library."""

    reason_id: int = ask(Kind.REF, "Skäl", ref="reason")


def _known(desk: Desk, reason_id: int) -> Reason:
    found = desk.store.first(Reason, "id = ?", reason_id)
    if found is None:
        raise refuse("reason_id", "Skäl – finns inte i biblioteket – välj i listan.")
    return found


def _checked(text: str) -> None:
    unknown = sorted(set(re.findall(r"\{(\w*)\}", text)) - set(PLACEHOLDERS))
    if unknown:
        raise refuse(
            "text",
            "Text i brevet – {names} finns inte att fylla i – ta bort klamrarna eller välj"
            " ett ord som finns.",
            names=", ".join(unknown),
        )


def _add(desk: Desk, it: AddReason, work: Work) -> None:
    _checked(it.text)
    key = "_".join(fold(it.title).split())[:60] or "skal"
    taken = {each.key for each in desk.store.find(Reason)}
    unique, count = key, 1
    while unique in taken:
        count += 1
        unique = f"{key}_{count}"
    reason = work.add(Reason(key=unique, title=it.title, text=it.text, outcomes=it.outcomes))
    work.about("reason", reason.id)
    work.said = say("Skälet {title} är tillagt.", title=it.title)


def _change(desk: Desk, it: ChangeReason, work: Work) -> None:
    _checked(it.text)
    reason = _known(desk, it.reason_id)
    work.change(reason, title=it.title, text=it.text, outcomes=it.outcomes)
    work.about("reason", reason.id)
    work.said = say("Skälet {title} är ändrat.", title=it.title)


def _remove(desk: Desk, it: RemoveReason, work: Work) -> None:
    reason = _known(desk, it.reason_id)
    work.change(reason, deleted=desk.today)
    work.about("reason", reason.id)
    work.said = say("Skälet {title} är borttaget.", title=reason.title)


def _now(_desk: Desk, reason: Reason) -> dict[str, Any]:
    return {
        "reason_id": reason.id,
        "title": reason.title,
        "text": reason.text,
        "outcomes": reason.outcomes,
    }


STEPS = (
    Step(
        name="add_reason",
        command=AddReason,
        about="reasons",
        title=say("Nytt skäl"),
        button=say("Lägg till skälet"),
        plan=_add,
    ),
    Step(
        name="change_reason",
        command=ChangeReason,
        about="reason",
        title=say("Ändra skäl"),
        button=say("Ändra skälet"),
        plan=_change,
        prefill=_now,
    ),
    Step(
        name="remove_reason",
        command=RemoveReason,
        about="reason",
        title=say("Ta bort skäl"),
        button=say("Ta bort skälet"),
        plan=_remove,
        prefill=lambda _desk, reason: {"reason_id": reason.id},
    ),
)
