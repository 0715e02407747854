"""The tracks that run beside the phases of a case once it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import last_day_of_appeal
from desktop.domain.phases import PaymentState, ReclaimState, ReportState
from desktop.domain.swedish import capital, kr
from desktop.ui.i18n import tr
from desktop.ui.pages.case_parts.saying import brief, channel_word
from desktop.ui.roles import Mark
from desktop.ui.spoken import short_date
from desktop.ui.widgets.tracks import Track

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.casework import Appeal, DecisionList, Reclaim
    from desktop.flow.picture import Picture


def tracks_of(seen: Picture) -> list[Track]:
    """Give the tracks that have something to say; none before the decision."""
    if seen.decision is None:
        return []
    appealed = _appealed(tr("Överklagande"), seen.appeal, seen.announced_on, seen.today)
    tracks: list[Track | None] = [_letter(seen), _listing(seen), appealed]
    if seen.with_money:
        tracks += [_gate(seen), _payment(seen)]
    tracks += [_report(seen), *_reclaim(seen)]
    return [track for track in tracks if track is not None]


def _letter(seen: Picture) -> Track:
    sent = seen.dispatch
    if sent is not None:
        words = tr(
            "Skickat {day}, {channel}",
            day=brief(sent.sent_on, seen.today),
            channel=channel_word(sent.channel),
        )
        return Track(mark=Mark.OK, name=tr("Brev"), state=words)
    back = seen.came_back(seen.decision.document_id) if seen.decision else None
    if back is not None:
        words = tr("Kom tillbaka {day}", day=brief(back, seen.today))
        return Track(mark=Mark.WARN, name=tr("Brev"), state=words)
    return Track(mark=Mark.MINE, name=tr("Brev"), state=tr("Inte skickat"))


def _listing(seen: Picture) -> Track:
    if seen.by_board and seen.decision is not None:
        words = tr(
            "{board} {paragraph}",
            board=capital(seen.decision.board),
            paragraph=seen.decision.paragraph,
        )
        return Track(mark=Mark.OK, name=tr("Protokoll"), state=words)
    return _listed(tr("Anmälan"), seen.listing, seen.today)


def _listed(name: str, listing: DecisionList | None, today: date) -> Track:
    if listing is None:
        return Track(mark=Mark.MINE, name=name, state=tr("Står inte på någon lista"))
    if not listing.paragraph:
        words = (
            tr(
                "Lista {number} till mötet {day}",
                number=listing.number,
                day=brief(listing.meeting_on, today),
            )
            if listing.meeting_on
            else tr("Lista {number}, väntar på mötet", number=listing.number)
        )
        return Track(mark=Mark.WAITING, name=name, state=words)
    day = brief(listing.meeting_on, today) if listing.meeting_on else ""
    words = tr("Anmäld {day} {paragraph}", day=day, paragraph=listing.paragraph)
    return Track(mark=Mark.OK, name=name, state=words)


def _appealed(name: str, appeal: Appeal | None, announced_on: date | None, today: date) -> Track:
    if appeal is not None and appeal.settled_on is None:
        words = tr("Överklagat {day}", day=brief(appeal.received_on, today))
        return Track(mark=Mark.WARN, name=name, state=words)
    if appeal is not None and appeal.settled_on is not None:
        day = brief(appeal.settled_on, today)
        if appeal.result == "annulled":
            return Track(mark=Mark.STOP, name=name, state=tr("Upphävt {day}", day=day))
        return Track(mark=Mark.OK, name=name, state=tr("Står fast {day}", day=day))
    if announced_on is None:
        return Track(mark=Mark.WAITING, name=name, state=tr("Tiden löper inte än"))
    last = last_day_of_appeal(announced_on)
    if today <= last:
        return Track(mark=Mark.WAITING, name=name, state=tr("till {day}", day=last.isoformat()))
    words = tr("Tiden gick ut {day}", day=brief(last, today))
    return Track(mark=Mark.OK, name=name, state=words)


def _gate(seen: Picture) -> Track | None:
    name, stops = tr("Krav"), len(seen.payment_stops)
    gated = any(rule.gate == "payment" for rule in seen.scheme.rules)
    if not gated or (seen.paid and seen.payment is None):
        return None
    if stops:
        words = tr("{count} saknas före utbetalning", count=stops)
        return Track(mark=Mark.STOP, name=name, state=words)
    if seen.exemptions:
        rules = ", ".join(each.rule for each in seen.exemptions)
        return Track(mark=Mark.INFO, name=name, state=tr("Undantag från {rules}", rules=rules))
    return Track(mark=Mark.OK, name=name, state=tr("Uppfyllda"))


def _payment(seen: Picture) -> Track:
    name, under_way = tr("Utbetalning"), seen.payment
    if under_way is None:
        if seen.paid:
            paid = [each.paid_on for each in seen.payments if each.paid_on]
            words = f"{kr(seen.paid)} {short_date(max(paid))}" if paid else kr(seen.paid)
            return Track(mark=Mark.OK, name=name, state=words)
        words = tr("När brevet är skickat") if seen.dispatch is None else tr("Inget att betala")
        return Track(mark=Mark.WAITING, name=name, state=words)
    amount = kr(under_way.amount)
    if under_way.state is PaymentState.HANDED:
        words = tr("Hos ekonomi, {amount}", amount=amount)
        return Track(mark=Mark.WAITING, name=name, state=words)
    if under_way.state is PaymentState.READY:
        words = tr("Klar för ekonomi, {amount}", amount=amount)
        return Track(mark=Mark.MINE, name=name, state=words)
    if seen.payment_stops:
        words = tr("Spärrad, {amount}", amount=amount)
        return Track(mark=Mark.STOP, name=name, state=words)
    words = tr("Kan betalas, {amount}", amount=amount)
    return Track(mark=Mark.MINE, name=name, state=words)


def _report(seen: Picture) -> Track | None:
    report, name = seen.report, tr("Rapport")
    if report is None:
        return None
    day = brief(report.due_on, seen.today)
    judged = brief(report.judged_on, seen.today) if report.judged_on else ""
    if report.state is ReportState.AWAITED:
        if seen.report_late:
            words = tr("{days} dagar sen", days=seen.report_late)
            return Track(mark=Mark.LATE, name=name, state=words)
        return Track(mark=Mark.WAITING, name=name, state=tr("Senast {day}", day=day))
    mark, words = {
        ReportState.RECEIVED: (Mark.MINE, tr("Att granska")),
        ReportState.COMPLETION: (Mark.WAITING, tr("Ska kompletteras")),
        ReportState.APPROVED: (Mark.OK, tr("Godkänd {day}", day=judged)),
        ReportState.DEVIATING: (Mark.WARN, tr("Avviker {sum}", sum=kr(report.deviation or 0))),
        ReportState.WAIVED: (Mark.INFO, tr("Eftergiven {day}", day=judged)),
        ReportState.MISSING: (Mark.STOP, tr("Uteblev")),
        ReportState.LAPSED: (Mark.INFO, tr("Behövs inte")),
    }[report.state]
    return Track(mark=mark, name=name, state=words)


def _reclaim(seen: Picture) -> list[Track]:
    """Give the latest reclaim's own tracks: the money, the board told of it, and the court."""
    reclaim = seen.reclaim
    if reclaim is None:
        return []
    found = [_claim(seen, reclaim)]
    if reclaim.number:
        told = dict(seen.reclaim_lists).get(reclaim)
        announced = told.announced_on if told else None
        appeal = seen.reclaim_appeal
        found += [
            _listed(tr("Återkravets anmälan"), told, seen.today),
            _appealed(tr("Återkravets överklagande"), appeal, announced, seen.today),
        ]
    return found


def _claim(seen: Picture, reclaim: Reclaim) -> Track:
    name, amount = tr("Återkrav"), kr(reclaim.amount)
    back = seen.came_back(reclaim.document_id)
    if seen.reclaim_unsent and back is not None:
        words = tr("Kom tillbaka {day}", day=brief(back, seen.today))
        return Track(mark=Mark.WARN, name=name, state=words)
    due = brief(reclaim.due_on, seen.today) if reclaim.due_on else ""
    mark, words = {
        ReclaimState.DECIDED: (Mark.MINE, tr("{amount}, inte skickat", amount=amount)),
        ReclaimState.CLAIMED: (Mark.WAITING, tr("{amount} till {day}", amount=amount, day=due)),
        ReclaimState.PART_PAID: (
            Mark.WAITING,
            tr("{paid} av {amount}", paid=kr(seen.repaid), amount=amount),
        ),
        ReclaimState.PAID: (Mark.OK, tr("{amount} tillbaka", amount=amount)),
        ReclaimState.WRITTEN_OFF: (Mark.INFO, tr("Avskrivet")),
    }[reclaim.state]
    return Track(mark=mark, name=name, state=words)
