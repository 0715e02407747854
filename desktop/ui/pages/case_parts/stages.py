"""The phases of a case on its line, with the day each was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.row import table_of
from desktop.domain.casework import Case
from desktop.domain.phases import OUTCOME_WORDS, WITH_MONEY, Phase
from desktop.domain.proposal import has_rule
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.case_parts.saying import brief, channel_word
from desktop.ui.roles import Mark
from desktop.ui.widgets.phase import PhaseStep

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

MANY = 1000
"""More events than a case ever has."""

_AT = {
    Phase.RECEIVED: 0,
    Phase.PREPARATION: 1,
    Phase.COMPLETION: 1,
    Phase.CONSULTATION: 2,
    Phase.READY: 3,
    Phase.DECIDED: 3,
    Phase.CARRIED_OUT: 4,
    Phase.CLOSED: 5,
}
"""Which step of the line each phase is."""


def phase_days(desk: Desk, case_id: int) -> dict[Phase, date]:
    """Give the latest day the case came to each phase, read from the log."""
    found: dict[Phase, date] = {}
    table = table_of(Case)
    for event in reversed(desk.store.events(("case", case_id), limit=MANY)):
        for each in event.changed():
            if each.table == table and each.id == case_id and "phase" in each.after:
                found[Phase(str(each.after["phase"]))] = event.at.date()
    return found


def phase_steps(seen: Picture, reached: Mapping[Phase, date]) -> list[PhaseStep]:
    """Give the line: what is passed, where the case stands, and what is to come."""
    here = _AT[seen.case.phase]
    money = seen.decision is None or seen.decision.outcome in WITH_MONEY
    steps = []
    for at, (past, now, note) in enumerate(_words(seen, reached)):
        if at == _AT[Phase.CARRIED_OUT] and not money:
            continue
        if at == _AT[Phase.CONSULTATION] and not has_rule(seen.scheme, "consultation"):
            continue
        closed = seen.case.phase is Phase.CLOSED
        state = Mark.OK if at < here or closed else Mark.MINE if at == here else Mark.TODO
        steps.append(
            PhaseStep(
                word=past if state is Mark.OK else now,
                note=note if state is not Mark.TODO else "",
                state=state,
            )
        )
    return steps


def _words(seen: Picture, reached: Mapping[Phase, date]) -> list[tuple[str, str, str]]:
    """Give each step's word when passed and now, and its note."""

    def day(*phases: Phase) -> str:
        days = [reached[phase] for phase in phases if phase in reached]
        return brief(min(days), seen.today) if days else ""

    carried = day(Phase.CARRIED_OUT)
    return [
        (tr("Inkommet"), tr("Inkommet"), _came(seen)),
        (tr("Berett"), _preparing(seen), _prepared(seen, day)),
        (tr("Samråd"), tr("Samråd"), _consulted(seen)),
        (tr("Beslutat"), _deciding(seen), _decided(seen)),
        (tr("Verkställt"), tr("Verkställs"), tr("sedan {day}", day=carried) if carried else ""),
        (tr("Avslutat"), tr("Avslutat"), day(Phase.CLOSED)),
    ]


def _came(seen: Picture) -> str:
    now = seen.versions[0]
    return f"{brief(now.came_on, seen.today)}, {channel_word(now.channel)}"


def _preparing(seen: Picture) -> str:
    return (
        tr("Bereds") if seen.case.phase in (Phase.PREPARATION, Phase.COMPLETION) else tr("Berett")
    )


def _prepared(seen: Picture, day: object) -> str:
    phase = seen.case.phase
    if phase is Phase.COMPLETION and seen.completion is not None:
        return tr("komplettering till {day}", day=brief(seen.completion.due_on, seen.today))
    if phase is Phase.PREPARATION:
        return tr("sedan {day}", day=brief(seen.case.phase_since, seen.today))
    later = (Phase.CONSULTATION, Phase.READY, Phase.DECIDED)
    return str(day(*later)) if callable(day) else ""


def _consulted(seen: Picture) -> str:
    heard = seen.facts.consultation
    if heard.held_on is not None:
        number = heard.number.split("/")[0]
        return tr("{day}, omgång {number}", day=brief(heard.held_on, seen.today), number=number)
    if seen.case.phase is Phase.CONSULTATION and seen.round is not None:
        return tr("omgång {number}", number=seen.round.number)
    return tr("hoppades över") if seen.case.unconsulted else tr("behövdes inte")


def _deciding(seen: Picture) -> str:
    return tr("Beslutas") if seen.case.phase is Phase.READY else tr("Beslutat")


def _decided(seen: Picture) -> str:
    if seen.decision is None:
        return tr("klart för beslut")
    day = brief(seen.decision.decided_on, seen.today)
    return f"{day}, {shown(OUTCOME_WORDS[seen.decision.outcome]).lower()}"
