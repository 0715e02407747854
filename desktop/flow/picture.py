"""A case seen whole: everything its page, its papers and its acts need, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import (
    Appeal,
    Application,
    BoardNotice,
    Case,
    Completion,
    Decision,
    DecisionList,
    Dispatch,
    Document,
    Exemption,
    Extension,
    ListedDecision,
    ListedReclaim,
    Payment,
    Reclaim,
    Reminder,
    Repayment,
    Report,
    Round,
    RoundCase,
)
from desktop.domain.phases import (
    BEFORE_DECISION,
    RECLAIM_DONE,
    REPORT_DONE,
    WITH_MONEY,
    PaymentState,
    Phase,
    ReclaimState,
    ReportState,
)
from desktop.domain.proposal import propose, stopping
from desktop.domain.registers import Association, Place
from desktop.domain.rule import CaseFacts, Draft, Finding, Status
from desktop.domain.text import say
from desktop.flow.facts import case_facts
from desktop.flow.snapshot import findings_of, limits_of

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline, Scheme
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A case with all that hangs on it, as it stands in the file."""

    today: date
    """The day it is looked at."""
    case: Case
    """The case."""
    facts: CaseFacts
    """What the rules look at."""
    draft: Draft
    """What the rules make of it today."""
    versions: tuple[Application, ...]
    """Versions of the application, oldest first."""
    completions: tuple[Completion, ...]
    """Requests for completion, oldest first."""
    round: Round | None
    """The latest consultation round."""
    round_case: RoundCase | None
    """The case's row in it."""
    decisions: tuple[Decision, ...]
    """Versions of the decision, oldest first."""
    dispatches: tuple[Dispatch, ...]
    """Letters that left the house."""
    listing: DecisionList | None
    """The delegation list with the standing decision."""
    appeal: Appeal | None
    """The appeal of the standing decision."""
    exemptions: tuple[Exemption, ...]
    """Requirements lifted."""
    payments: tuple[Payment, ...]
    """Payments and reversals, oldest first."""
    report: Report | None
    """The report on the activity."""
    extensions: tuple[Extension, ...]
    """Extensions of its day."""
    reminders: tuple[Reminder, ...]
    """Reminders sent."""
    reclaim: Reclaim | None
    """The latest reclaim."""
    reclaim_lists: tuple[tuple[Reclaim, DecisionList | None], ...] = ()
    """Every numbered reclaim with the delegation list it stands on, oldest first."""
    reclaim_appeal: Appeal | None = None
    """The appeal of the latest reclaim."""
    repayments: tuple[Repayment, ...]
    """Money that came back."""
    documents: tuple[Document, ...]
    """Documents of the case, newest first."""
    board: str = ""
    """The board that decides itself; empty when the officer does."""
    notice: BoardNotice | None = None
    """When the minutes with the board's own decision were announced."""

    @property
    def id(self) -> int:
        """The case's id."""
        return self.case.id

    @property
    def application(self) -> Application:
        """The latest version of the application."""
        return self.facts.application

    @property
    def association(self) -> Association:
        """The applicant."""
        return self.facts.association

    @property
    def place(self) -> Place:
        """The place."""
        return self.facts.place

    @property
    def guideline(self) -> Guideline:
        """The version the case follows."""
        return self.facts.guideline

    @property
    def scheme(self) -> Scheme:
        """The form of grant."""
        return self.facts.scheme

    @property
    def undecided(self) -> bool:
        """True before the first decision."""
        return self.case.phase in BEFORE_DECISION

    @property
    def completion(self) -> Completion | None:
        """The request that is not answered yet."""
        for each in self.completions:
            if each.received_on is None and not each.ended_reason:
                return each
        return None

    @property
    def decision(self) -> Decision | None:
        """The standing decision: the latest version."""
        return self.decisions[-1] if self.decisions else None

    @cached_property
    def snapshot(self) -> dict[str, Any]:
        """What the standing decision rested on; empty before it."""
        if self.decision is None:
            return {}
        found: dict[str, Any] = json.loads(self.decision.snapshot)
        return found

    @property
    def granted(self) -> int | None:
        """Kronor granted and not declined; None while undecided."""
        if self.decision is None:
            return None
        return 0 if self.case.declined_on else self.decision.granted

    @property
    def with_money(self) -> bool:
        """True when the standing decision grants money that is not declined."""
        return bool(
            self.decision and self.decision.outcome in WITH_MONEY and not self.case.declined_on
        )

    @property
    def paid(self) -> int:
        """Kronor paid, less reversals; repayments are counted apart."""
        done = (PaymentState.PAID, PaymentState.REVERSED)
        return sum(each.amount for each in self.payments if each.state in done)

    @property
    def repaid(self) -> int:
        """Kronor that came back from the recipient."""
        return sum(each.amount for each in self.repayments)

    @property
    def payment(self) -> Payment | None:
        """The payment that is under way: planned, ready or handed to finance."""
        under_way = (PaymentState.PLANNED, PaymentState.READY, PaymentState.HANDED)
        for each in self.payments:
            if each.state in under_way:
                return each
        return None

    @property
    def dispatch(self) -> Dispatch | None:
        """How the standing decision's letter was sent, unless it came back."""
        return self.sent(self.decision.document_id) if self.decision else None

    def sent(self, document_id: int | None) -> Dispatch | None:
        """Give how a letter was sent, unless it came back."""
        for each in reversed(self.dispatches):
            if each.document_id == document_id and each.returned_on is None:
                return each
        return None

    def came_back(self, document_id: int | None) -> date | None:
        """Give the day a letter last came back, None when it never did."""
        days = [each.returned_on for each in self.dispatches if each.document_id == document_id]
        return max((day for day in days if day is not None), default=None)

    @property
    def unlisted(self) -> bool:
        """True when the standing decision or a reclaim stands on no delegation list."""
        told = self.by_board or self.listing is not None
        return not told or any(found is None for _, found in self.reclaim_lists)

    @property
    def by_board(self) -> bool:
        """True when the board itself made the standing decision: it is reported to nobody."""
        return self.decision is not None and bool(self.decision.board)

    @property
    def announced_on(self) -> date | None:
        """The day the notice board announced the minutes with the standing decision."""
        if self.by_board:
            return self.notice.announced_on if self.notice else None
        return self.listing.announced_on if self.listing else None

    @property
    def unreported(self) -> DecisionList | None:
        """The first list with a decision of the case whose § in the minutes is not known."""
        for found in (self.listing, *(each for _, each in self.reclaim_lists)):
            if found is not None and not found.paragraph:
                return found
        return None

    @property
    def reported(self) -> bool:
        """True when the board has been told of the decision and of every reclaim."""
        return not self.unlisted and self.unreported is None

    @property
    def open_appeal(self) -> Appeal | None:
        """The appeal, of the decision or of the reclaim, that the court has not settled."""
        for each in (self.appeal, self.reclaim_appeal):
            if each is not None and each.settled_on is None:
                return each
        return None

    @property
    def annulled(self) -> bool:
        """True when a court has annulled the standing decision: a new one is needed."""
        return bool(self.appeal and self.appeal.result == "annulled" and not self.case.declined_on)

    @property
    def report_done(self) -> bool:
        """True when nothing more is awaited of the report."""
        return self.report is None or self.report.state in REPORT_DONE

    @property
    def reclaim_open(self) -> bool:
        """True while money is claimed back."""
        return self.reclaim is not None and self.reclaim.state not in RECLAIM_DONE

    @property
    def reclaim_unsent(self) -> bool:
        """True while the letter of an open reclaim is to be sent, the first time or again."""
        claim = self.reclaim
        if claim is None or not self.reclaim_open:
            return False
        came_back = bool(self.came_back(claim.document_id)) and not self.sent(claim.document_id)
        return claim.state is ReclaimState.DECIDED or came_back

    @property
    def report_late(self) -> int:
        """Days the report is late; 0 when it is not."""
        if self.report is None or self.report.state is not ReportState.AWAITED:
            return 0
        return max(0, (self.today - self.report.due_on).days)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The rule lines: as decided for the decision's gate, as of today for the others."""
        if self.decision is None:
            return self.draft.findings
        frozen = findings_of(self.snapshot)
        gone = () if self.with_money else ("payment", "closing")
        live = (
            self._behind(each)
            for each in self.draft.findings
            if each.gate != "decision" and each.gate not in gone
        )
        return (*frozen, *live)

    @property
    def released(self) -> bool:
        """True when no money waits behind the payment gate: all is with finance or paid."""
        carried = self.case.phase in (Phase.CARRIED_OUT, Phase.CLOSED)
        waits = (PaymentState.PLANNED, PaymentState.READY)
        return (
            carried
            and bool(self.payments)
            and all(each.state not in waits for each in self.payments)
        )

    def _behind(self, found: Finding) -> Finding:
        """Give a payment's finding as it stands: what was paid is not stopped by a new year."""
        if not self.released or found.gate != "payment" or found.status is not Status.STOPS:
            return found
        words = say("uppfyllt när pengarna betalades")
        return replace(found, status=Status.NOT_APPLICABLE, value=say("betalt"), limit=words)

    @cached_property
    def limits(self) -> tuple[Any, ...]:
        """The explained calculation: as decided, or as of today while undecided."""
        return limits_of(self.snapshot) if self.decision else self.draft.limits

    @property
    def proposal(self) -> int:
        """Kronor proposed: as put to the committee, otherwise what the rules give."""
        if self.round_case is not None and self.case.phase in (Phase.CONSULTATION, Phase.READY):
            return self.round_case.proposal
        return self.draft.amount

    @property
    def decidable(self) -> int:
        """Kronor that a decision is proposed for: under the ceiling, 0 where a rule stops."""
        if stopping(self.draft.findings, "decision"):
            return 0
        return min(self.proposal, self.draft.ceiling)

    @property
    def payment_stops(self) -> tuple[Finding, ...]:
        """What keeps the payment gate closed today."""
        return () if self.released else stopping(self.draft.findings, "payment")

    def document(self, document_id: int | None) -> Document | None:
        """Give one of the case's documents."""
        for each in self.documents:
            if each.id == document_id:
                return each
        return None


def picture(desk: Desk, case_id: int) -> Picture:
    """Read a case whole; LookupError when there is none with that id."""
    store = desk.store
    case = store.get(Case, case_id)
    facts = case_facts(desk, case)
    decisions = store.find(Decision, "case_id = ?", case_id, order="version")
    standing = decisions[-1] if decisions else None
    listed = store.first(ListedDecision, "decision_id = ?", standing.id) if standing else None
    report = store.first(Report, "case_id = ?", case_id, order="id desc")
    reclaims = store.find(Reclaim, "case_id = ?", case_id)
    row = (
        None
        if case.unconsulted
        else store.first(RoundCase, "case_id = ?", case_id, order="id desc")
    )
    return Picture(
        today=desk.today,
        case=case,
        facts=facts,
        draft=propose(facts),
        versions=tuple(store.find(Application, "case_id = ?", case_id, order="version")),
        completions=tuple(store.find(Completion, "case_id = ?", case_id)),
        round=store.get(Round, row.round_id) if row else None,
        round_case=row,
        decisions=tuple(decisions),
        dispatches=tuple(store.find(Dispatch, "case_id = ?", case_id)),
        listing=store.get(DecisionList, listed.list_id) if listed else None,
        appeal=store.first(
            Appeal, "decision_id = ? and reclaim_id is null", standing.id, order="id desc"
        )
        if standing
        else None,
        exemptions=tuple(store.find(Exemption, "case_id = ?", case_id)),
        payments=tuple(store.find(Payment, "case_id = ?", case_id)),
        report=report,
        extensions=tuple(store.find(Extension, "report_id = ?", report.id)) if report else (),
        reminders=tuple(store.find(Reminder, "case_id = ?", case_id)),
        reclaim=reclaims[-1] if reclaims else None,
        reclaim_lists=tuple((each, _list_with(desk, each)) for each in reclaims if each.number),
        reclaim_appeal=store.first(Appeal, "reclaim_id = ?", reclaims[-1].id, order="id desc")
        if reclaims
        else None,
        repayments=tuple(store.find(Repayment, "case_id = ?", case_id)),
        board=deciding_board(desk, facts.scheme),
        notice=store.first(BoardNotice, "decision_id = ?", standing.id) if standing else None,
        documents=tuple(
            store.find(Document, "case_id = ?", case_id, order="made_on desc, id desc")
        ),
    )


def _list_with(desk: Desk, reclaim: Reclaim) -> DecisionList | None:
    row = desk.store.first(ListedReclaim, "reclaim_id = ?", reclaim.id)
    return desk.store.get(DecisionList, row.list_id) if row else None


def deciding_board(desk: Desk, scheme: Scheme) -> str:
    """Give the board that decides itself: the guideline says so, and nothing is delegated."""
    if not scheme.decided_by_board or desk.officer().delegation:
        return ""
    return desk.office().board
