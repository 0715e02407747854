"""The one next act of a case, and the others that can be done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.phases import PaymentState, Phase, ReportState
from desktop.domain.proposal import has_rule, stopping
from desktop.domain.text import Text, say
from desktop.flow.standing import missing, open_tracks
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.picture import Picture
    from desktop.flow.step import Step


def next_act(seen: Picture) -> str:
    """Give the name of the next act; "" when the case is closed or waits for a list.

    Two acts are not about the case itself: "close_round" is about its round, and
    "decide_together" about its pot.
    """
    if seen.undecided:
        return _before_decision(seen)
    if seen.case.phase is Phase.CLOSED:
        return ""
    carried = _carrying_out(seen) if seen.case.phase is Phase.CARRIED_OUT else ""
    return _pressing(seen) or carried or _finishing(seen)


def _pressing(seen: Picture) -> str:
    """Give what comes before the ordinary course: court, reclaim, a letter not sent."""
    if seen.open_appeal is not None:
        return "settle_appeal"
    if seen.annulled:
        return "record_new_board_decision" if seen.by_board else "decide_anew"
    if seen.reclaim_open:
        return "claim_sent" if seen.reclaim_unsent else "record_repayment"
    return "send_letter" if seen.dispatch is None else ""


def _before_decision(seen: Picture) -> str:  # noqa: PLR0911 - one for each place to stand
    phase = seen.case.phase
    if phase is Phase.COMPLETION:
        school = seen.scheme.for_schools
        return "receive_school_completion" if school else "receive_completion"
    if phase is Phase.CONSULTATION:
        return "close_round"
    if phase is Phase.READY:
        together = seen.scheme.round and seen.facts.pot.undecided > 1
        stopped = stopping(seen.draft.findings, "decision")
        if seen.board:
            return "record_board_decision"
        return "decide_together" if together and not stopped else "decide"
    if missing(seen) and not seen.completions:
        return "ask_completion"
    if seen.board:
        return "prepare_for_board"
    return "add_to_round" if has_rule(seen.scheme, "consultation") else "decide"


def _carrying_out(seen: Picture) -> str:
    report, payment = seen.report, seen.payment
    if report is not None and seen.report_late and seen.with_money:
        return "receive_report" if _just_reminded(seen) else "remind_report"
    if payment is not None:
        blocked = payment.state is not PaymentState.HANDED and seen.payment_stops
        if blocked:
            gated = has_rule(seen.scheme, "annual_report")
            return "receive_annual_report" if gated else "change_school_account"
        return _PAYING[payment.state]
    if report is not None and not seen.report_done and seen.with_money:
        return "judge_report" if report.state is ReportState.RECEIVED else "receive_report"
    if report is not None and seen.reclaim is None and seen.paid and _deviates(seen):
        return "record_board_reclaim" if seen.board else "reclaim"
    return ""


REMIND_AGAIN = timedelta(days=14)
"""How long a reminder is left alone before the next one is proposed."""
_PAYING = {
    PaymentState.PLANNED: "release_payment",
    PaymentState.READY: "hand_to_finance",
    PaymentState.HANDED: "mark_paid",
}


def _just_reminded(seen: Picture) -> bool:
    """Say whether the association still has time to answer the latest reminder."""
    return bool(seen.reminders) and seen.today - seen.reminders[-1].day < REMIND_AGAIN


def _deviates(seen: Picture) -> bool:
    report = seen.report
    if report is None:
        return False
    if report.state is ReportState.MISSING:
        return True
    return report.state is ReportState.DEVIATING and bool(report.deviation)


def _finishing(seen: Picture) -> str:
    if not open_tracks(seen):
        return "close_case"
    return "make_list" if seen.unlisted else "report_list"


def other_acts(seen: Picture) -> tuple[Step, ...]:
    """Give the acts of the case that can be done besides the next one."""
    from desktop.flow.steps import acts_about  # noqa: PLC0415 - lists and Today need no commands

    now = next_act(seen)
    return tuple(step for step in acts_about("case") if step.name != now and step.applies(seen))


def next_words(seen: Picture) -> Text:
    """Give the words for the next act in lists: "Besluta 5 000 kr"; empty when there is none."""
    name = next_act(seen)
    if name == "add_to_round":
        return say("Lägg i samråd")
    return VERBS[name](seen) if name else say("")
