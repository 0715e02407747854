"""The forms of the follow-up are made, and those that have not answered are reminded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.dates import next_working_day
from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.follow_up_next import button_words
from desktop.flow.follow_up_papers import keep_form, keep_reminder
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import not_before
from desktop.flow.steps.follow_up_about import begun, only_round, round_of, seen_round, told

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.follow_up_view import FollowUpPicture
    from desktop.flow.work import Work

ANSWER_WITHIN = timedelta(days=14)
"""Days proposed for answering a reminder."""


@dataclass(frozen=True, kw_only=True)
class SendFollowUp(Command):
    """Make the forms, on paper and for Excel, to everybody who has not got one."""

    round_id: int = ask(Kind.REF, "Uppföljning", ref="follow_up")


@dataclass(frozen=True, kw_only=True)
class RemindFollowUp(Command):
    """Write a reminder to everybody whose answer is missing."""

    round_id: int = ask(Kind.REF, "Uppföljning", ref="follow_up")
    answer_by: date = ask(Kind.DAY, "Svar senast")


def _send(desk: Desk, it: SendFollowUp, work: Work) -> None:
    seen = seen_round(desk, it.round_id)
    found = round_of(seen)
    if not seen.unsent:
        raise refuse("round_id", "Uppföljning – alla har fått sitt formulär – inget att göra.")
    not_before("round_id", "Svar senast", found.answer_by, desk.today)
    for each in seen.unsent:
        keep_form(desk, work, each)
        work.change(each.asked, sent_on=desk.today)
        work.about("asked", each.id)
    work.change(found, sent_on=found.sent_on or desk.today)
    told(work, found.id)
    work.said = _sent_words(len(seen.unsent), found.year)


def _sent_words(count: int, year: int) -> Text:
    if count == 1:
        return say("Ett formulär om {year} är klart att skicka.", year=year)
    return say("{count} formulär om {year} är klara att skicka.", count=count, year=year)


def _remind(desk: Desk, it: RemindFollowUp, work: Work) -> None:
    seen = seen_round(desk, it.round_id)
    if not seen.missing:
        raise refuse("round_id", "Uppföljning – inga svar saknas – inget att göra.")
    if it.answer_by <= desk.today:
        raise refuse(
            "answer_by",
            "Svar senast – {day} ger ingen tid att svara – skriv en dag efter i dag.",
            day=it.answer_by.isoformat(),
        )
    for each in seen.missing:
        keep_reminder(desk, work, each, it.answer_by)
        work.change(each.asked, reminded_on=desk.today)
        work.about("asked", each.id)
    told(work, it.round_id)
    work.said = _reminded_words(seen)


def _reminded_words(seen: FollowUpPicture) -> Text:
    if len(seen.missing) == 1:
        return say("{name} är påmind om sitt svar.", name=seen.missing[0].name)
    return say("{count} är påminda om sitt svar.", count=len(seen.missing))


def _later(desk: Desk, seen: FollowUpPicture) -> dict[str, Any]:
    return {
        **only_round(desk, seen),
        "answer_by": next_working_day(desk.today + ANSWER_WITHIN),
    }


def _what_is_sent(seen: FollowUpPicture) -> Text:
    if len(seen.unsent) == 1:
        return say(
            "{name} får ett brev med formulär och en Excelfil att fylla i.",
            name=seen.unsent[0].name,
        )
    return say(
        "Var och en får ett brev med formulär och en Excelfil att fylla i: {count} av varje.",
        count=len(seen.unsent),
    )


def _who_is_reminded(seen: FollowUpPicture) -> Text:
    if len(seen.missing) == 1:
        return say("Ett brev till {name}.", name=seen.missing[0].name)
    return say("Ett brev till var och en av {count}.", count=len(seen.missing))


STEPS = (
    Step(
        name="send_follow_up",
        command=SendFollowUp,
        about="follow_up",
        title=say("Formulär till verksamheterna"),
        button=lambda seen: button_words("send_follow_up", seen),
        plan=_send,
        applies=lambda seen: begun(seen) and bool(seen.unsent),
        prefill=only_round,
        consequence=_what_is_sent,
    ),
    Step(
        name="remind_follow_up",
        command=RemindFollowUp,
        about="follow_up",
        title=say("Påminn om svaren"),
        button=lambda seen: button_words("remind_follow_up", seen),
        plan=_remind,
        applies=lambda seen: begun(seen) and bool(seen.missing),
        prefill=_later,
        consequence=_who_is_reminded,
    ),
)
