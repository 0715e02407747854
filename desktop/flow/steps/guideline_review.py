"""The guideline itself is reviewed, as at the start of every mandate period (U1, S9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import VERDICT_WORDS, Verdict
from desktop.domain.commitments import GuidelineReview
from desktop.domain.registers import GuidelineVersion
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.commitment_about import known

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_VERDICTS = {str(kind): str(word) for kind, word in VERDICT_WORDS.items()}


@dataclass(frozen=True, kw_only=True)
class ReviewGuideline(Command):
    """Note that the guideline was reviewed, and whether it is to be revised."""

    guideline_id: int = ask(Kind.REF, "Riktlinje", ref="guideline")
    held_on: date = ask(Kind.DAY, "Omprövad", past=True)
    verdict: str = ask(Kind.CHOICE, "Utfall", choices=_VERDICTS, default="keep")
    decision: str = ask(Kind.LINE, "Beslut", default="", help="Organ och §.")
    reason: str = ask(Kind.NOTE, "Skäl", default="")


def _review(desk: Desk, it: ReviewGuideline, work: Work) -> None:
    version = known(desk, GuidelineVersion, it.guideline_id, "guideline_id", "Riktlinje")
    no_personal_numbers("reason", "Skäl", it.reason)
    verdict = Verdict(it.verdict)
    work.add(
        GuidelineReview(
            guideline_id=version.id,
            held_on=it.held_on,
            verdict=verdict,
            decision=it.decision,
            reason=it.reason,
        )
    )
    work.about("guideline", version.id)
    work.reason = it.reason
    work.said = say(
        "Omprövningen av {title} är inlagd: {verdict}.",
        title=version.title,
        verdict=VERDICT_WORDS[verdict],
    )


def _now(desk: Desk, _subject: object) -> dict[str, Any]:
    return {"guideline_id": desk.in_force()[0], "held_on": desk.today}


STEPS = (
    Step(
        name="review_guideline",
        command=ReviewGuideline,
        about="guideline",
        title=say("Riktlinjen är omprövad"),
        button=say("Spara omprövningen"),
        plan=_review,
        prefill=_now,
    ),
)
