"""What letters after a decision may say: of its report, and of money that is claimed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import ReclaimGround
from desktop.domain.swedish import count_word, kronor, list_of, long_date, weekday_date
from desktop.letters.facts import ExtensionFacts, OverdueFacts, ReminderFacts
from desktop.letters.phrases import day, sentence, yes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.letters.facts import ReclaimFacts, ReportFacts


def report_values(facts: ReportFacts) -> dict[str, str]:
    """Give what a letter about a report may name."""
    found = {
        "number": facts.number,
        "decided_on": long_date(facts.decided_on),
        "granted": kronor(facts.granted),
    }
    match facts:
        case ReminderFacts():
            found["due"] = weekday_date(facts.due_on)
        case OverdueFacts():
            found |= _overdue(facts)
        case ExtensionFacts():
            found |= {
                "old_day": weekday_date(facts.old_on),
                "new_day": weekday_date(facts.new_on),
                "new_iso": facts.new_on.isoformat(),
                "reason": sentence(facts.reason),
            }
    return found


def _overdue(facts: OverdueFacts) -> dict[str, str]:
    days = (facts.made_on - facts.due_on).days
    return {
        "due": weekday_date(facts.due_on),
        "late": f"{count_word(days)} {'dag' if days == 1 else 'dagar'}",
        "paid": kronor(facts.paid) if facts.paid else "",
        "reminded": _days(facts.reminded_on),
        "answer_by": weekday_date(facts.answer_by),
        "answer_by_day": long_date(facts.answer_by),
        "answer_by_iso": facts.answer_by.isoformat(),
    }


def _days(days: Iterable[date]) -> str:
    return list_of(tuple(dict.fromkeys(map(long_date, days))))


def reclaim_values(facts: ReclaimFacts) -> dict[str, str]:
    """Give what a decision to claim money back may name."""
    return {
        "number": facts.number,
        "decision_number": facts.decision_number,
        "decided_on": long_date(facts.decided_on),
        "granted": kronor(facts.granted),
        "paid": kronor(facts.paid),
        "returned": kronor(facts.returned) if facts.returned else "",
        "amount": kronor(facts.amount),
        **{f"ground_{each}": yes(facts.ground is each) for each in ReclaimGround},
        "reason": sentence(facts.reason),
        "paragraph": facts.paragraph,
        "report_due": weekday_date(facts.report_due) if facts.report_due else "",
        "reminded": _days(facts.reminded_on),
        "heard_on": day(facts.heard_on),
        "pay_by": weekday_date(facts.due_on),
        "pay_by_day": long_date(facts.due_on),
        "pay_by_iso": facts.due_on.isoformat(),
        "pay_to": facts.pay_to.strip().rstrip("."),
        "conflict": sentence(facts.conflict),
        "copies_to": sentence(facts.copies_to or facts.office.copies_to),
        "board_meeting": day(facts.board_meeting),
    }
