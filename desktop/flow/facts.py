"""What the rules look at, read from the file: application, pot, frame, consultation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.errors import damaged
from desktop.domain.casework import (
    Application,
    Case,
    Document,
    Exemption,
    Report,
    Round,
    RoundCase,
)
from desktop.domain.phases import Phase
from desktop.domain.rule import CaseFacts, Consultation
from desktop.domain.text import say
from desktop.flow.money import frame_left, pot_of
from desktop.flow.queue import alone

if TYPE_CHECKING:
    from desktop.domain.casework import BudgetLine
    from desktop.domain.registers import Place
    from desktop.flow.desk import Desk


def case_facts(desk: Desk, case: Case) -> CaseFacts:
    """Read what the rules look at for a case in the file."""
    store = desk.store
    application = store.first(Application, "case_id = ?", case.id, order="version desc")
    if application is None:
        raise damaged(store.path.name, say("{number} saknar sin ansökan", number=case.number))
    original = store.first(Document, "case_id = ? and kind = 'application'", case.id)
    report = store.first(Report, "case_id = ?", case.id, order="id desc")
    exemptions = store.find(Exemption, "case_id = ?", case.id)
    return facts_for(
        desk,
        case,
        application,
        original=original is not None,
        consultation=_consultation(desk, case),
        report=report,
        exemptions={each.rule: each.reason for each in exemptions},
    )


def facts_for(  # noqa: PLR0913 - each is a fact of its own
    desk: Desk,
    case: Case,
    application: Application,
    *,
    original: bool = False,
    consultation: Consultation | None = None,
    report: Report | None = None,
    exemptions: dict[str, str] | None = None,
    lines: tuple[BudgetLine, ...] | None = None,
    place: Place | None = None,
) -> CaseFacts:
    """Gather the facts; the case need not be in the file yet, so a form can show its rules."""
    return replace(
        alone(desk, case, application, lines=lines, place=place),
        original=original,
        pot=pot_of(desk, case, application),
        frame_left=frame_left(desk, case),
        consultation=consultation or Consultation(reason=case.unconsulted),
        report=report,
        exemptions=exemptions or {},
    )


def _consultation(desk: Desk, case: Case) -> Consultation:
    row = desk.store.first(RoundCase, "case_id = ?", case.id, order="id desc")
    early = case.phase in (Phase.RECEIVED, Phase.PREPARATION, Phase.COMPLETION)
    if row is None or early or case.unconsulted:
        return Consultation(reason=case.unconsulted)
    found = desk.store.get(Round, row.round_id)
    return Consultation(
        held_on=found.held_on,
        number=f"{found.number}/{found.year}",
        reason=case.unconsulted,
        waiting=found.held_on is None,
    )
