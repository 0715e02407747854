"""The words on the buttons of next acts, with their object or sum; lists need no more of an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.proposal import stopping
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.flow.picture import Picture

Verb: TypeAlias = "Callable[[Picture], Text]"


def _add_to_round(seen: Picture) -> Text:
    stops = stopping(seen.draft.findings, "decision")
    amount = kr(0 if stops else seen.draft.amount)
    return say("Lägg i samråd med {amount}", amount=amount)


def _decide(seen: Picture) -> Text:
    amount = seen.decidable
    return say("Besluta {amount}", amount=kr(amount)) if amount else say("Besluta avslag")


def _release(seen: Picture) -> Text:
    return say("Frige {amount}", amount=kr(seen.payment.amount)) if seen.payment else say("Frige")


def _prepare(seen: Picture) -> Text:
    short = seen.board in ("", "kommunstyrelsen")
    return say("Förbered för KS") if short else say("Förbered för {board}", board=seen.board)


def _fixed(words: Text) -> Verb:
    return lambda _seen: words


VERBS: dict[str, Verb] = {
    "add_to_round": _add_to_round,
    "ask_completion": _fixed(say("Begär komplettering")),
    "change_school_account": _fixed(say("Skriv in konto och rektor")),
    "claim_sent": _fixed(say("Markera kravet skickat")),
    "close_case": _fixed(say("Avsluta")),
    "close_round": _fixed(say("Samråd klart")),
    "decide": _decide,
    "decide_anew": _fixed(say("Fatta ett nytt beslut")),
    "decide_together": _fixed(say("Fördela")),
    "hand_to_finance": _fixed(say("Lämna till ekonomi")),
    "judge_report": _fixed(say("Granska rapporten")),
    "make_list": _fixed(say("Skriv lista")),
    "mark_paid": _fixed(say("Markera utbetald")),
    "prepare_for_board": _prepare,
    "receive_annual_report": _fixed(say("Ta emot")),
    "receive_completion": _fixed(say("Ta emot komplettering")),
    "receive_school_completion": _fixed(say("Ta emot komplettering")),
    "receive_report": _fixed(say("Ta emot rapporten")),
    "record_board_decision": _fixed(say("Skriv in beslutet")),
    "record_new_board_decision": _fixed(say("Skriv in det nya beslutet")),
    "reclaim": _fixed(say("Besluta om återkrav")),
    "record_board_reclaim": _fixed(say("Skriv in återkravet")),
    "record_repayment": _fixed(say("Ta emot återbetalningen")),
    "release_payment": _release,
    "remind_report": lambda seen: say("Påminn igen") if seen.reminders else say("Påminn"),
    "report_list": _fixed(say("Ange paragraf")),
    "send_letter": _fixed(say("Markera skickat")),
    "settle_appeal": _fixed(say("Domstolen har avgjort")),
}
"""By name of the act; next_act gives no other names."""
