"""What the visit sheet says: the auditors' five questions, answered from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.agenda import AGENDA
from desktop.domain.cost_types import SHORT_WORDS
from desktop.domain.rule import STATUS_WORDS, Status
from desktop.domain.settlement import parts, shown
from desktop.domain.spoken import listed
from desktop.domain.swedish import capital, period
from desktop.domain.visit_guideline import asks_of_visits
from desktop.domain.visit_words import (
    BEFORE_VISIT,
    FUNDING_WORDS,
    ROLE_WORDS,
    STAGE_WORDS,
    Funding,
    Party,
    Side,
    VisitForm,
    VisitStage,
)
from desktop.domain.work_guideline import work_rules
from desktop.flow.papers import base
from desktop.flow.waiting import late_words
from desktop.letters.facts import VisitSheetFacts
from desktop.letters.facts.visits import PeopleRow, RuleLine, SheetCost
from desktop.letters.tongue import SWEDISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.rule import Finding
    from desktop.domain.settlement import Row
    from desktop.domain.visiting import VisitCost, VisitPeople
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture

_WHOLE = 10_000
"""A sum to see shares of: öre of a hundred kronor."""


def sheet_facts(desk: Desk, seen: VisitPicture) -> VisitSheetFacts:
    """Gather the answers about a visit as it stands."""
    visit = seen.visit
    goals = {goal.key: goal.short for goal in seen.guideline.goals}
    return VisitSheetFacts(
        **base(desk, desk.today, f"{visit.number}:visit_sheet:{desk.today}"),
        number=visit.number,
        title=str(seen.title),
        days=period(visit.starts_on, visit.ends_on) if visit.starts_on and visit.ends_on else "",
        stage=str(STAGE_WORDS[seen.stage]),
        purpose=visit.purpose,
        goals=tuple(goals[key] for key in visit.areas if key in goals),
        goals_title=work_rules(seen.guideline).areas_title or "Mål",
        agenda=tuple(AGENDA[key] for key in visit.agenda_goals if key in AGENDA),
        approved=_approved(seen),
        why_not_digital=visit.why_not_digital,
        digital=visit.form is VisitForm.DIGITAL,
        digital_first=asks_of_visits(seen.guideline, "not_digital"),
        people=tuple(_people(seen, each) for each in seen.people),
        youth=_youth(seen),
        programme=tuple((each.day, each.text) for each in seen.programme),
        costs=tuple(_cost(seen, each) for each in seen.costs),
        bearer=_bearer(seen),
        agreement=_agreement(seen),
        settlement=_settlement(seen),
        deviations=tuple(_deviations(seen)),
        outcome=visit.outcome,
        lessons=visit.lessons,
        reported=_reported(seen),
        held=seen.stage not in BEFORE_VISIT,
        cancelled=_cancelled(seen),
        rules=tuple(
            _rule(each) for each in seen.findings if each.status is not Status.NOT_APPLICABLE
        ),
    )


def _approved(seen: VisitPicture) -> str:
    visit = seen.visit
    if visit.approved_on is None:
        return ""
    by = f" av {visit.approved_by}" if visit.approved_by else ""
    return f"{visit.approved_on}{by}"


def _people(seen: VisitPicture, each: VisitPeople) -> PeopleRow:
    party = Party.GUEST if each.side is Side.GUEST else Party.HOST
    return PeopleRow(
        side=str(seen.party(party)),
        role=str(ROLE_WORDS[each.role]),
        name=each.name,
        ages=(each.under_13, each.aged_13_17, each.aged_18_25, each.aged_26),
    )


def _youth(seen: VisitPicture) -> str:
    share = seen.youth
    if not share.whole:
        return ""
    return f"{share.part} av {share.whole} gäster är 25 år eller yngre, {share.percent} procent"


def _cost(seen: VisitPicture, cost: VisitCost) -> SheetCost:
    line = next((each for each in seen.lines if each.cost_type is cost.cost_type), None)
    shares = {party: ore for party, ore in parts(cost, line, _WHOLE).items() if ore}
    own = shares.get(seen.our_party, 0) or not shares
    return SheetCost(
        words=str(SHORT_WORDS[cost.cost_type]),
        detail=cost.detail,
        planned_ore=cost.planned_ore,
        real_ore=cost.sek_ore,
        own_amount=(
            SWEDISH.foreign(cost.amount, cost.currency, cost.rate)
            if cost.amount is not None
            else ""
        ),
        should=_shares(seen, shares) or ("var och en sitt" if line else ""),
        paid_by=str(seen.party(cost.paid_by)) if cost.paid_by else "",
        bearer=cost.bearer if own and _another(seen, cost.bearer) else "",
        source=_source(seen, cost.source) if own and cost.source is not seen.visit.funding else "",
    )


def _another(seen: VisitPicture, bearer: str) -> bool:
    return bearer.strip().casefold() != seen.visit.bearer.strip().casefold()


def _source(seen: VisitPicture, source: Funding) -> str:
    if source is Funding.PROJECT and seen.visit.project:
        return seen.visit.project
    return str(FUNDING_WORDS[source]).lower()


def _shares(seen: VisitPicture, shares: dict[Party, int]) -> str:
    if len(shares) == 1:
        return str(seen.party(next(iter(shares))))
    percents = (f"{seen.party(party)} {ore * 100 // _WHOLE} %" for party, ore in shares.items())
    return ", ".join(percents)


def _bearer(seen: VisitPicture) -> str:
    visit = seen.visit
    if not visit.bearer:
        return ""
    money = {Funding.OWN: "ur egen budget", Funding.PROJECT: "med projektmedel"}
    source = money.get(visit.funding, "med pengar från en annan källa")
    project = f" ({visit.project})" if visit.project else ""
    return f"{visit.bearer} bär våra kostnader {source}{project}"


def _agreement(seen: VisitPicture) -> str:
    if seen.visit.form is VisitForm.DIGITAL:
        return ""
    before = seen.stage in BEFORE_VISIT
    if seen.agreement is None:
        if before and seen.visit.starts_on is None:
            return ""
        return "Ingen överenskommelse om kostnader " + ("gäller" if before else "gällde")
    day = seen.agreement.valid_from
    return f"{'Delas' if before else 'Delat'} enligt överenskommelsen från {day}"


def _settlement(seen: VisitPicture) -> str:
    day = seen.visit.settled_on
    if day is None:
        return "Kostnaderna är inte reglerade" if seen.to_settle else ""
    owed = [
        f"{capital(str(seen.party(each.debtor)))} betalar {shown(each.ore)}"
        f" till {seen.party(each.creditor)}."
        for each in seen.settlement.owes
    ]
    return " ".join([*(owed or ["Ingen är skyldig någon annan något."]), f"Reglerat {day}"])


def _deviations(seen: VisitPicture) -> Iterator[str]:
    visit = seen.visit
    if visit.approval_reason:
        yield f"Syftet godkändes med skäl: {visit.approval_reason}"
    for row in seen.settlement.deviating:
        yield _deviates(seen, row)
    unrecovered = [SHORT_WORDS[each.cost_type] for each in seen.costs if each.unrecovered]
    if unrecovered:
        names = str(listed([str(each).lower() for each in unrecovered]))
        yield f"{capital(names)} gick inte att få tillbaka"
    if visit.deviation:
        yield SWEDISH.own_part(visit.deviation)


def _deviates(seen: VisitPicture, row: Row) -> str:
    name = SHORT_WORDS[row.cost.cost_type]
    if row.exempted and row.cost.payer is not None:
        return f"{name} betalas av {seen.party(row.cost.payer)}, inte enligt överenskommelsen"
    if row.unnamed:
        # Where no agreement was in force there is none that could name it.
        lacking = " nämns inte i överenskommelsen och" if seen.agreement else ""
        return f"{name}{lacking} stannar hos den som betalade"
    return f"{name} kostade {shown(row.over_ore)} mer än högsta beloppet"


def _reported(seen: VisitPicture) -> str:
    visit = seen.visit
    if visit.reported_on is not None:
        return f"Rapporterat {visit.reported_on}"
    if seen.to_report and visit.report_due_on is not None:
        late = f", {late_words(seen.report_late)}" if seen.report_late else ""
        return f"Rapporten ska vara inne {visit.report_due_on}{late}"
    return ""


def _cancelled(seen: VisitPicture) -> str:
    if seen.stage is not VisitStage.CANCELLED:
        return ""
    return f"{seen.visit.cancel_reason.rstrip('.')} ({seen.visit.cancelled_on})"


def _rule(found: Finding) -> RuleLine:
    said = ", ".join(filter(None, (str(found.value), str(found.limit))))
    return RuleLine(
        rule=found.rule,
        title=str(found.title),
        said=said,
        status=str(STATUS_WORDS[found.status]),
        paragraph=found.short,
        met=found.status is Status.MET,
    )
