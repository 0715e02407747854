"""Where the tracks of a case stand, in the words of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import last_day_of_appeal
from desktop.domain.phases import CHANNEL_WORDS, PaymentState, ReclaimState, ReportState
from desktop.domain.swedish import kr
from desktop.flow.waiting import late_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop.domain.casework import Appeal, DecisionList, Payment
    from desktop.flow.picture import Picture


def tracks(seen: Picture) -> tuple[tuple[str, str], ...]:
    """Give label and state of each track that has begun; none before the decision."""
    if seen.decision is None:
        return ()
    found = [
        ("Brev", _letter(seen)),
        ("Anmälan", _reporting(seen)),
        ("Överklagande", _appealed(seen.appeal, seen.announced_on, seen.today)),
        ("Utbetalning", _payments(seen)),
        ("Rapport", _report(seen)),
        ("Återkrav", _reclaim(seen)),
        *_reclaims_told(seen),
    ]
    return tuple((label, state) for label, state in found if state)


def _letter(seen: Picture) -> str:
    sent = seen.dispatch
    if sent is None:
        back = seen.came_back(seen.decision.document_id) if seen.decision else None
        return f"Kom tillbaka {back}" if back else "Inte skickat"
    how = str(CHANNEL_WORDS[sent.channel]).lower()
    return f"Skickat {sent.sent_on} till {sent.recipient}, {how}"


def _reclaims_told(seen: Picture) -> Iterator[tuple[str, str]]:
    """Give how each reclaim was told to the board, and whether the latest can be appealed."""
    for claim, listing in seen.reclaim_lists:
        number = claim.cited
        yield f"Anmälan av {number}", _listed(listing)
        if claim == seen.reclaim:
            announced = listing.announced_on if listing else None
            words = _appealed(seen.reclaim_appeal, announced, seen.today)
            yield f"Överklagande av {number}", words


def _reporting(seen: Picture) -> str:
    if seen.by_board and seen.decision is not None:
        told = f", anslaget {seen.announced_on}" if seen.announced_on else ""
        return f"{seen.decision.board.capitalize()} {seen.decision.paragraph}{told}"
    return _listed(seen.listing)


def _listed(listing: DecisionList | None) -> str:
    if listing is None:
        return "Inte anmält"
    number = f"delegationslista {listing.number}/{listing.year}"
    if not listing.paragraph:
        return f"Står på {number}, mötet har inte varit"
    meeting = f" {listing.meeting_on}" if listing.meeting_on else ""
    told = f", anslaget {listing.announced_on}" if listing.announced_on else ""
    return f"Anmält{meeting} {listing.paragraph}, {number}{told}"


def _appealed(appeal: Appeal | None, announced_on: date | None, today: date) -> str:
    if appeal is not None:
        if appeal.settled_on is None:
            return f"Överklagat {appeal.received_on}, inte avgjort"
        result = "upphävt" if appeal.result == "annulled" else "beslutet står fast"
        return f"Överklagat {appeal.received_on}, avgjort {appeal.settled_on}: {result}"
    if announced_on is None:
        return "Tiden löper inte: protokollet är inte anslaget"
    last = last_day_of_appeal(announced_on)
    return f"Tiden gick ut {last}" if today > last else f"Kan överklagas till och med {last}"


_PAID_HOW = {
    PaymentState.PLANNED: "planerad",
    PaymentState.READY: "klar för ekonomi",
    PaymentState.HANDED: "lämnad till ekonomi",
    PaymentState.PAID: "betald",
    PaymentState.REVERSED: "betald och återförd",
    PaymentState.CANCELLED: "inställd",
}


def _payments(seen: Picture) -> str:
    if seen.case.declined_on:
        note = f": {seen.case.declined_note}" if seen.case.declined_note else ""
        return f"Mottagaren avstod {seen.case.declined_on}{note}"
    return "; ".join(map(_payment, seen.payments))


def _payment(payment: Payment) -> str:
    day = payment.paid_on or payment.handed_on or payment.released_on
    when = f" {day}" if day else ""
    why = f" ({payment.reason})" if payment.reason else ""
    if payment.reverses_id:
        return f"{kr(-payment.amount)} återfört{when}{why}"
    return f"{kr(payment.amount)} {_PAID_HOW[payment.state]}{when}{why}"


def _report(seen: Picture) -> str:
    report = seen.report
    if report is None:
        return ""
    judged = f" {report.judged_on}" if report.judged_on else ""
    note = f": {report.note}" if report.note else ""
    words = {
        ReportState.AWAITED: f"Väntas senast {report.due_on}",
        ReportState.RECEIVED: f"Kom in {report.received_on}, ska granskas",
        ReportState.COMPLETION: "Ska kompletteras",
        ReportState.APPROVED: f"Godkänd{judged}",
        ReportState.DEVIATING: f"Avviker med {kr(report.deviation or 0)}{judged}{note}",
        ReportState.WAIVED: f"Eftergiven{judged}{note}",
        ReportState.MISSING: f"Uteblev{judged}{note}",
        ReportState.LAPSED: "Behövs inte",
    }[report.state]
    late = f", {late_words(seen.report_late)}" if seen.report_late else ""
    return words + late


def _reclaim(seen: Picture) -> str:
    claim = seen.reclaim
    if claim is None:
        return ""
    amount = f"{kr(claim.amount)}, beslutat {claim.decided_on}"
    back = seen.came_back(claim.document_id)
    if seen.reclaim_unsent and back is not None:
        return f"{amount}, brevet kom tillbaka {back}"
    return {
        ReclaimState.DECIDED: f"{amount}, inte skickat",
        ReclaimState.CLAIMED: f"{amount}, krävt {claim.claimed_on}, betalas senast {claim.due_on}",
        ReclaimState.PART_PAID: f"{amount}, {kr(seen.repaid)} har kommit tillbaka",
        ReclaimState.PAID: f"{amount}, har kommit tillbaka",
        ReclaimState.WRITTEN_OFF: f"{amount}, avskrivet: {claim.ended_reason}",
    }[claim.state]
