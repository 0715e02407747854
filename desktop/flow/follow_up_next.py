"""The one next act of a year's follow-up, and its words with their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.spoken import counted
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.flow.follow_up_view import FollowUpPicture
    from desktop.flow.step import Step


def follow_up_next(seen: FollowUpPicture) -> str:
    """Give the name of the next act; "" when the board has noted the report."""
    if seen.round is None and not seen.reports:
        return "start_follow_up" if seen.terms is not None else "make_yearly_report"
    if seen.done:
        return ""
    if seen.report is not None and not seen.missing:
        return "note_yearly_report"
    if seen.unsent:
        return "send_follow_up"
    if seen.missing:
        return _about_missing(seen)
    return "note_yearly_report" if seen.report is not None else "make_yearly_report"


def _about_missing(seen: FollowUpPicture) -> str:
    """Remind when the day has passed; wait for the answers, or take them in, before it."""
    return "remind_follow_up" if seen.days_late else "read_answer"


def follow_up_next_words(seen: FollowUpPicture) -> Text:
    """Give the words on the button of the next act; empty when there is none."""
    return button_words(follow_up_next(seen), seen)


def button_words(name: str, seen: FollowUpPicture) -> Text:
    """Give the words on the button of an act, with how many it is about."""
    match name:
        case "remind_follow_up":
            return say("Påminn {count}", count=counted(len(seen.missing)))
        case "send_follow_up":
            return _send(len(seen.unsent))
        case _:
            return VERBS.get(name, Text(""))


def _send(count: int) -> Text:
    if count == 1:
        return say("Gör ett formulär")
    return say("Gör {count} formulär", count=counted(count))


VERBS: dict[str, Text] = {
    "start_follow_up": say("Starta uppföljningen"),
    "read_answer": say("Läs in svar"),
    "make_yearly_report": say("Gör årsrapporten"),
    "note_yearly_report": say("Ange paragraf"),
}
"""Words that need no number, by name of the act."""


def other_follow_up_acts(seen: FollowUpPicture) -> tuple[Step, ...]:
    """Give the acts that can be done besides the next one."""
    from desktop.flow.steps import acts_about  # noqa: PLC0415 - lists need no commands

    now = follow_up_next(seen)
    return tuple(
        step for step in acts_about("follow_up") if step.name != now and step.applies(seen)
    )
