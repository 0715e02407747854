"""What the screen, menus, days and papers offer: what the guideline has, and what is registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.applicants import SCHOOLS, ApplicantKind
from desktop.domain.budgeting import Allocation
from desktop.domain.casework import Case, Decision, Round
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    Project,
)
from desktop.domain.follow_up import FollowUpRound
from desktop.domain.proposal import has_rule
from desktop.domain.registers import Association, BudgetEntry, BudgetPeriod, Member
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.visiting import Agreement, Visit
from desktop.domain.work_guideline import work_rules
from desktop.flow.picture import deciding_board
from desktop.flow.rounds_view import reports

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline
    from desktop.domain.record import Record
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Offered:
    """What is offered: the guideline in force has it, or the register holds some already.

    What a guideline lacks does not appear; what was registered under another never vanishes.
    """

    grants: bool
    """Applications, decisions, letters about them."""
    associations: bool
    """Associations as applicants."""
    schools: bool
    """Schools as applicants."""
    pots: bool
    """Sums for a place or a year that grants are drawn from."""
    rounds: bool
    """Consultation of a committee (P9), with its members."""
    lists: bool
    """Delegation lists: an officer decides by delegation, or has."""
    board_decides: bool
    """Grants that the board decides itself, or has."""
    budget: bool
    """A frame, its movements and what is drawn from it (P2)."""
    visits: bool
    """Visits and other contacts."""
    agreements: bool
    """Cost-sharing agreements (P12, U3)."""
    quota: bool
    """A number of trips for each place and mandate period (P13)."""
    networks: bool
    """Networks and memberships (U4, A3)."""
    projects: bool
    """Projects (A2, U6, B4)."""
    plans: bool
    """Action plans (B1)."""
    contacts: bool
    """Contact persons (B2)."""
    documents: bool
    """Governing documents."""
    follow_up: bool
    """The yearly round to boards, offices and companies (S7, U8, B3)."""
    areas: bool
    """Goals or priority areas to choose among."""
    agenda_goals: bool
    """The goals of Agenda 2030 (U2)."""
    report: bool = True
    """The yearly report: there is always something to tell the board."""

    @property
    def bodies(self) -> bool:
        """True when anything is about boards, offices and companies by name."""
        return self.networks or self.projects or self.plans or self.contacts or self.follow_up

    @property
    def applicants(self) -> bool:
        """True when somebody can apply, or has."""
        return self.associations or self.schools


def offered(desk: Desk) -> Offered:
    """Give what is offered today; computed once for the register as it stands."""
    return desk.keep(("offered", desk.today), lambda: _offered(desk))


def begun(desk: Desk) -> bool:
    """Say whether anything has been registered that Today can tell of."""
    return _any(desk, Case, Visit, Body, Network, Project, ActionPlan, FollowUpRound)


TEXTS: dict[str, str] = {
    "board_decision": "board_decides",
    "board_proposal": "board_decides",
    "committee_sheet": "rounds",
    "delegation_list": "lists",
    **dict.fromkeys(
        (
            "appeal",
            "completion_request",
            "conditions",
            "confirmation",
            "decision_dismissed",
            "decision_granted",
            "decision_partly",
            "decision_rejected",
            "decision_written_off",
            "overdue_reminder",
            "payment_order",
            "reclaim_decision",
            "report_extension",
            "report_reminder",
        ),
        "grants",
    ),
}
"""The part that each letter and text belongs to; one that is not named here is for everybody."""


DAYS: dict[str, str] = {
    **dict.fromkeys(
        ("report", "completion", "decision", "payment_gate", "reclaim", "appeal"), "grants"
    ),
    **dict.fromkeys(("board", "notice_board"), "lists"),
    **dict.fromkeys(("visit_report", "visit_gate", "visit_begins", "visit_held"), "visits"),
    **dict.fromkeys(
        ("agreement_end", "agreement_notice", "agreement_review", "place_agreement"), "agreements"
    ),
    "network_review": "networks",
    **dict.fromkeys(("project_report", "project_end"), "projects"),
    **dict.fromkeys(("plan_missing", "plan_evaluate", "plan_revise"), "plans"),
    "contact_missing": "contacts",
    **dict.fromkeys(("governing_review", "governing_end"), "documents"),
    "follow_up": "follow_up",
    "frame": "budget",
}
"""The part that each kind of deadline belongs to; one that is not named here is for everybody."""


def day_offered(it: Offered, kind: str) -> bool:
    """Say whether a kind of deadline is of use."""
    return kind not in DAYS or bool(getattr(it, DAYS[kind]))


def text_offered(it: Offered, name: str) -> bool:
    """Say whether a letter or text of a name is of use."""
    return name not in TEXTS or bool(getattr(it, TEXTS[name]))


def _offered(desk: Desk) -> Offered:
    _, guideline = desk.in_force()
    visits, work = visit_rules(guideline), work_rules(guideline)
    return Offered(
        grants=bool(guideline.schemes) or _any(desk, Case),
        associations=guideline.associations or _applied(desk, schools=False),
        schools=guideline.schools or _applied(desk, schools=True),
        pots=any(scheme.cap for scheme in guideline.schemes),
        rounds=_asks(guideline, "consultation") or _any(desk, Round, Member),
        lists=reports(desk),
        board_decides=any(deciding_board(desk, each) for each in guideline.schemes)
        or desk.store.first(Decision, "board <> ''") is not None,
        budget=_asks(guideline, "budget", "yearly_frame")
        or _any(desk, BudgetPeriod, BudgetEntry, Allocation),
        visits=guideline.visits is not None or _any(desk, Visit),
        agreements=visits.endless_warns
        or any(rule.kind in ("agreement", "ending") for rule in visits.rules)
        or _any(desk, Agreement),
        quota=visits.quota_per_period is not None,
        networks=work.networks is not None or _any(desk, Network),
        projects=work.projects is not None or _any(desk, Project),
        plans=work.plans is not None or _any(desk, ActionPlan),
        contacts=work.contacts is not None or _any(desk, ContactPerson),
        documents=work.documents or _any(desk, GoverningDocument),
        follow_up=work.follow_up is not None or _any(desk, FollowUpRound),
        areas=bool(guideline.goals),
        agenda_goals=work.agenda_goals,
    )


def _asks(guideline: Guideline, *kinds: str) -> bool:
    return any(has_rule(scheme, kind) for scheme in guideline.schemes for kind in kinds)


def _any(desk: Desk, *kinds: type[Record]) -> bool:
    return any(desk.store.first(kind) is not None for kind in kinds)


def _applied(desk: Desk, *, schools: bool) -> bool:
    kinds = SCHOOLS if schools else (ApplicantKind.ASSOCIATION,)
    marks = ", ".join("?" for _ in kinds)
    return desk.store.first(Association, f"kind in ({marks})", *kinds) is not None
