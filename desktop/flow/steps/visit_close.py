"""A visit is settled, closed, cancelled and opened again (P12, P13)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.cost_types import SHORT_WORDS
from desktop.domain.problems import refuse
from desktop.domain.settlement import Debt, shown
from desktop.domain.spoken import listed
from desktop.domain.text import Text, say
from desktop.domain.visit_words import AFTER_VISIT, BEFORE_VISIT, VisitStage
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, not_before
from desktop.flow.steps.row_sync import paired
from desktop.flow.steps.visit_about import (
    done,
    in_stage,
    only_visit,
    seen_visit,
    stage_is,
    step_on,
)
from desktop.flow.steps.visit_costs import (
    COST_KEYS,
    CostRow,
    cost_rows,
    put_costs,
    real_costs,
)
from desktop.flow.steps.visit_report import frozen
from desktop.flow.visit_next import settle_words
from desktop.flow.visit_papers import keep_settlements, keep_visit_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.visiting import VisitCost
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class SettleVisit(Command):
    """Settle the costs by the agreement of the visit's first day; they are fixed from then on."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    settled_on: date = ask(Kind.DAY, "Reglerat", past=True)
    deviation: str = ask(
        Kind.NOTE,
        "Avvikelse",
        default="",
        help="Behövs när något avviker från överenskommelsen.",
    )


@dataclass(frozen=True, kw_only=True)
class CloseVisit(Command):
    """Close a visit that is reported and settled."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")


@dataclass(frozen=True, kw_only=True)
class CancelVisit(Command):
    """Cancel a visit before it is carried out, with the costs that cannot be got back."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    cancelled_on: date = ask(Kind.DAY, "Inställt", past=True)
    reason: str = ask(Kind.LINE, "Skäl", limit=500)
    costs: tuple[CostRow, ...] | None = ask(
        Kind.ROWS,
        "Kostnader som inte fås tillbaka",
        row=CostRow,
        default=None,
        help="Tomt: de som redan är betalda.",
    )


@dataclass(frozen=True, kw_only=True)
class ReopenVisit(Command):
    """Open a closed visit, or its settlement, again."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    reason: str = ask(Kind.LINE, "Skäl", limit=500)
    settlement: bool = ask(Kind.YES, "Öppna också regleringen", default=False)


def owed_words(seen: VisitPicture, debt: Debt) -> Text:
    """Say who pays whom: "Piteå betalar 4 200 kr till Grindavík"."""
    return say(
        "{debtor} betalar {amount} till {creditor}",
        debtor=seen.party(debt.debtor),
        amount=shown(debt.ore),
        creditor=seen.party(debt.creditor),
    )


def _settle(desk: Desk, it: SettleVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    if not seen.to_settle:
        raise refuse("visit_id", "Besök – det finns inget att reglera – se nästa steg.")
    _known(seen)
    _explained(seen, it.deviation)
    no_personal_numbers("deviation", "Avvikelse", it.deviation)
    last = seen.visit.cancelled_on or seen.visit.ends_on
    not_before("settled_on", "Reglerat", it.settled_on, last or it.settled_on)
    after = work.change(seen.visit, settled_on=it.settled_on, deviation=it.deviation)
    keep_settlements(desk, work, seen, after)
    done(work, seen.visit)
    work.reason = it.deviation
    owes = seen.settlement.owes
    if owes:
        work.said = say(
            "{number} är reglerat: {owed}.",
            number=seen.visit.number,
            owed=owed_words(seen, owes[0]),
        )
    else:
        work.said = say("{number} är reglerat: ingen är skyldig något.", number=seen.visit.number)


def _known(seen: VisitPicture) -> None:
    if seen.settlement.open:
        names = listed([str(SHORT_WORDS[each.cost_type]) for each in seen.settlement.open])
        raise refuse(
            "visit_id",
            "Kostnader – belopp eller betalare saknas för {names} – fyll i kostnaderna först.",
            names=names,
        )


def _explained(seen: VisitPicture, words: str) -> None:
    if seen.settlement.deviating and not words:
        names = listed(
            [str(SHORT_WORDS[each.cost.cost_type]) for each in seen.settlement.deviating]
        )
        raise refuse(
            "deviation",
            "Avvikelse – {names} avviker från överenskommelsen – skriv en rad om varför.",
            names=names,
        )


def _close(desk: Desk, it: CloseVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    in_stage(seen, *AFTER_VISIT)
    if seen.to_report:
        raise refuse("visit_id", "Besök – rapporten saknas – rapportera besöket först.")
    if seen.to_settle:
        raise refuse("visit_id", "Besök – kostnaderna är inte reglerade – reglera dem först.")
    after = step_on(desk, work, seen.visit, VisitStage.CLOSED, closed_on=desk.today)
    keep_visit_sheet(desk, work, seen, after)
    done(work, seen.visit)
    work.said = say("{number} är avslutat.", number=seen.visit.number)


def _cancel(desk: Desk, it: CancelVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    in_stage(seen, *BEFORE_VISIT)
    rows = it.costs if it.costs is not None else paid_rows(seen)
    kept = [replace(each, unrecovered=True) for each in real_costs(seen.visit, rows)]
    for at, each in enumerate(kept):
        if each.amount is None:
            raise refuse(
                f"costs.{at}.amount",
                "Betalt belopp – saknas för {name} – skriv det, eller ta bort raden.",
                name=SHORT_WORDS[each.cost_type],
            )
    put_costs(desk, work, seen, [*kept, *still_planned(seen, kept)])
    step_on(
        desk,
        work,
        seen.visit,
        VisitStage.CANCELLED,
        cancelled_on=it.cancelled_on,
        cancel_reason=it.reason,
        **frozen(desk, seen.visit, seen.visit.starts_on),
    )
    done(work, seen.visit)
    work.reason = it.reason
    work.said = say("{number} är inställt.", number=seen.visit.number)


def still_planned(seen: VisitPicture, kept: Sequence[VisitCost]) -> tuple[VisitCost, ...]:
    """Give the costs that were only planned and have no row: the plan is part of the file."""
    used = {old.id for old, _ in paired(seen.costs, kept, *COST_KEYS) if old is not None}
    return tuple(each for each in seen.costs if each.amount is None and each.id not in used)


def paid_rows(seen: VisitPicture) -> tuple[CostRow, ...]:
    """Give the rows of costs that are already paid."""
    pairs = zip(cost_rows(seen), seen.costs, strict=True)
    return tuple(row for row, cost in pairs if cost.amount is not None)


def _reopen(desk: Desk, it: ReopenVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    if not _openable(seen):
        raise refuse("visit_id", "Besök – det är varken avslutat eller reglerat – fortsätt där.")
    values: dict[str, Any] = {}
    if it.settlement or seen.stage is not VisitStage.CLOSED:
        values = {"settled_on": None, "deviation": ""}
    stage = seen.stage
    if stage is VisitStage.CLOSED:
        stage = VisitStage.REPORTED if seen.visit.reported_on else VisitStage.CARRIED_OUT
        values["closed_on"] = None
    step_on(desk, work, seen.visit, stage, **values)
    done(work, seen.visit)
    work.reason = it.reason
    work.said = say("{number} är öppnat igen.", number=seen.visit.number)


def _openable(seen: VisitPicture) -> bool:
    if seen.noted:
        return False
    return seen.stage is VisitStage.CLOSED or seen.settled


def _settle_now(desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    return {"visit_id": seen.id, "settled_on": desk.today, "deviation": seen.visit.deviation}


def _owed(seen: VisitPicture) -> Text | None:
    owes = seen.settlement.owes
    return say("{owed}.", owed=owed_words(seen, owes[0])) if owes else None


STEPS = (
    Step(
        name="settle_visit",
        command=SettleVisit,
        about="visit",
        title=say("Reglera kostnaderna"),
        button=settle_words,
        plan=_settle,
        applies=lambda seen: seen.to_settle and not seen.settlement.open,
        prefill=_settle_now,
        consequence=_owed,
    ),
    Step(
        name="close_visit",
        command=CloseVisit,
        about="visit",
        title=say("Avsluta besöket"),
        button=say("Avsluta"),
        plan=_close,
        applies=lambda seen: (
            seen.stage in AFTER_VISIT and not seen.to_report and not seen.to_settle
        ),
        prefill=only_visit,
    ),
    Step(
        name="cancel_visit",
        command=CancelVisit,
        about="visit",
        title=say("Ställ in besöket"),
        button=say("Ställ in"),
        plan=_cancel,
        applies=stage_is(*BEFORE_VISIT),
        prefill=lambda desk, seen: {
            "visit_id": seen.id,
            "cancelled_on": desk.today,
            "costs": paid_rows(seen),
        },
    ),
    Step(
        name="reopen_visit",
        command=ReopenVisit,
        about="visit",
        title=say("Öppna besöket igen"),
        button=say("Öppna igen"),
        plan=_reopen,
        applies=_openable,
        prefill=only_visit,
    ),
)
