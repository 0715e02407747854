"""Preparing a case: begin, ask for completion, receive it or go on without (T03–T06)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Completion
from desktop.domain.phases import Phase
from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away, keep_letter
from desktop.flow.papers import completion_request
from desktop.flow.standing import missing
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    in_phase,
    in_phase_of,
    move,
    no_personal_numbers,
    not_before,
    only_case,
    phase_is,
    seen_case,
)
from desktop.flow.steps.application import application_now, new_version
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

DAYS_TO_ANSWER = 14
"""Days proposed for answering a request for completion."""


@dataclass(frozen=True, kw_only=True)
class BeginPreparation(Command):
    """Begin to handle a new application."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")


def _begin(desk: Desk, it: BeginPreparation, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, Phase.RECEIVED)
    move(desk, work, seen.case, Phase.PREPARATION)
    work.about("case", seen.id)
    work.said = say("{number} bereds.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class AskCompletion(Command):
    """Ask the applicant for what is missing; the letter is written at once."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    items: str = ask(Kind.NOTE, "Det som saknas", limit=2000, help="En sak per rad.")
    due_on: date = ask(Kind.DAY, "Senast")


def _ask(desk: Desk, it: AskCompletion, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, Phase.RECEIVED, Phase.PREPARATION)
    if it.due_on <= desk.today:
        raise refuse(
            "due_on",
            "Senast – {day} ger ingen tid att svara – skriv en dag efter i dag.",
            day=it.due_on.isoformat(),
        )
    no_personal_numbers("items", "Det som saknas", it.items)
    items = [line for line in it.items.split("\n") if line]
    letter = keep_letter(
        desk,
        work,
        completion_request(desk, seen, items, it.due_on),
        kind="completion_request",
        title="Begäran om komplettering",
        name=f"{seen.case.number}-komplettering-{len(seen.completions) + 1}",
        case_id=seen.id,
    )
    work.add(
        Completion(
            case_id=seen.id,
            asked_on=desk.today,
            due_on=it.due_on,
            items="\n".join(items),
            document_id=letter.id,
        )
    )
    move(desk, work, seen.case, Phase.COMPLETION)
    work.about("case", seen.id)
    work.said = say(
        "Komplettering av {number} är begärd till {day}.",
        number=seen.case.number,
        day=it.due_on.isoformat(),
    )


def _ask_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    return {
        "case_id": seen.id,
        "items": "\n".join(missing(seen)),
        "due_on": desk.today + timedelta(days=DAYS_TO_ANSWER),
    }


@dataclass(frozen=True, kw_only=True)
class ReceiveCompletion(Command):
    """Receive what was missing: the next version of the application."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    received_on: date = ask(Kind.DAY, "Kom in", past=True)
    purpose: str = ask(Kind.LINE, "Ändamål", default="")
    starts_on: date | None = ask(Kind.DAY, "Börjar", default=None)
    ends_on: date | None = ask(Kind.DAY, "Slutar", default=None)
    asked: int = ask(Kind.KR, "Sökt", low=1)
    costs: int | None = ask(Kind.KR, "Kostnader", default=None)
    other_funding: int | None = ask(Kind.KR, "Annan finansiering", default=None)
    participants: int | None = ask(Kind.NUMBER, "Deltagare", default=None, low=1, high=99_999)
    participant_days: int | None = ask(
        Kind.NUMBER,
        "Dagar per deltagare",
        default=None,
        low=1,
        high=366,
        help="Tomt: alla dagar från den första till den sista.",
    )
    goals: tuple[str, ...] = ask(Kind.CHOICES, "Kommunens mål", source="goals", default=())
    file: File | None = ask(Kind.FILE, "Handlingen", default=None)


def _receive(desk: Desk, it: ReceiveCompletion, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase_of(seen, Phase.COMPLETION, schools=False)
    new_version(work, seen, it)
    if it.file:
        file_away(desk, work, it.file, kind="attachment", title="Komplettering", case_id=seen.id)
    if seen.completion is not None:
        not_before("received_on", "Kom in", it.received_on, seen.completion.asked_on)
        work.change(seen.completion, received_on=it.received_on)
    move(desk, work, seen.case, Phase.PREPARATION)
    work.about("case", seen.id)
    work.said = say("Kompletteringen av {number} har kommit in.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class GoOnWithout(Command):
    """Go on without the completion, with a reason while its day has not passed."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(Kind.LINE, "Skäl", default="", help="Behövs om dagen inte har passerat.")


def _go_on(desk: Desk, it: GoOnWithout, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    in_phase(seen, Phase.COMPLETION)
    asked = seen.completion
    if asked is not None:
        if asked.due_on >= desk.today and not it.reason:
            raise refuse(
                "reason",
                "Skäl – tiden går ut först {day} – skriv varför du inte väntar.",
                day=asked.due_on.isoformat(),
            )
        work.change(asked, ended_reason=it.reason or "tiden gick ut")
    move(desk, work, seen.case, Phase.PREPARATION)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("{number} bereds utan komplettering.", number=seen.case.number)


def _waits_for(seen: Picture) -> Text:
    if seen.scheme.for_schools:
        return say("Skriver brevet. Ärendet väntar på skolan.")
    return say("Skriver brevet. Ärendet väntar på föreningen.")


STEPS = (
    Step(
        name="begin_preparation",
        command=BeginPreparation,
        about="case",
        title=say("Börja handlägga"),
        button=say("Börja handlägga"),
        plan=_begin,
        applies=phase_is(Phase.RECEIVED),
        prefill=only_case,
    ),
    Step(
        name="ask_completion",
        command=AskCompletion,
        about="case",
        title=say("Begär komplettering"),
        button=VERBS["ask_completion"],
        plan=_ask,
        applies=phase_is(Phase.RECEIVED, Phase.PREPARATION),
        prefill=_ask_now,
        consequence=_waits_for,
    ),
    Step(
        name="receive_completion",
        command=ReceiveCompletion,
        about="case",
        title=say("Ta emot kompletteringen"),
        button=VERBS["receive_completion"],
        plan=_receive,
        applies=lambda seen: seen.case.phase is Phase.COMPLETION and not seen.scheme.for_schools,
        prefill=lambda desk, seen: {**application_now(desk, seen), "received_on": desk.today},
    ),
    Step(
        name="go_on_without",
        command=GoOnWithout,
        about="case",
        title=say("Gå vidare utan komplettering"),
        button=say("Gå vidare utan"),
        plan=_go_on,
        applies=phase_is(Phase.COMPLETION),
        prefill=only_case,
    ),
)
