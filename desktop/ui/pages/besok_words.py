"""A visit in words: its days, what it waits for, and what is missing before it is approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import STATUS_WORDS
from desktop.domain.visit_words import (
    FORM_WORDS,
    FUNDING_WORDS,
    STAGE_WORDS,
    AgreementStatus,
    VisitForm,
    VisitStage,
)
from desktop.flow.visit_facts import all_visits
from desktop.flow.visit_next import visit_label
from desktop.flow.visit_picture import pictured
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.case_parts.saying import MARKS, brief
from desktop.ui.roles import Mark
from desktop.ui.spoken import count_word, period
from desktop.ui.widgets.phase import PhaseStep
from desktop.ui.widgets.rules import RuleGroup, RuleLine

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture

TONES = {"late": Mark.LATE, "mine": Mark.MINE, "coming": Mark.WAITING, "done": None}
"""The mark of each tone that a visit's label has."""
STATUS_MARKS = {
    AgreementStatus.DRAFT: Mark.MINE,
    AgreementStatus.COMING: Mark.WAITING,
    AgreementStatus.ACTIVE: Mark.OK,
    AgreementStatus.DORMANT: Mark.WAITING,
    AgreementStatus.PAUSED: Mark.WAITING,
    AgreementStatus.TERMINATED: Mark.WARN,
    AgreementStatus.REPLACED: None,
    AgreementStatus.ENDED: None,
}
LINE = (
    VisitStage.IDEA,
    VisitStage.APPROVED,
    VisitStage.PLANNED,
    VisitStage.CARRIED_OUT,
    VisitStage.REPORTED,
)
"""Phases in their order; closed is after the last of them."""


def waiting_count(desk: Desk) -> int:
    """Count the visits that wait for the coordinator or are late."""

    def count() -> int:
        open_ones = (each for each in all_visits(desk) if each.stage is not VisitStage.CLOSED)
        tones = [visit_label(pictured(desk, each)).tone for each in open_ones]
        return sum(tone in ("late", "mine") for tone in tones)

    return desk.keep(("visits waiting", desk.today), count)


def days_words(visit: Visit) -> str:
    """Give the days: `12–15 oktober 2026`; "" while they are not known."""
    if visit.starts_on is None:
        return ""
    return period(visit.starts_on, visit.ends_on or visit.starts_on)


def visit_line(seen: VisitPicture) -> str:
    """Give the grey line under a visit's name."""
    visit = seen.visit
    parts = [
        days_words(visit) or tr("dagarna är inte bestämda"),
        shown(FORM_WORDS[visit.form]).lower(),
    ]
    if seen.guests:
        one = seen.guests == 1
        parts.append(tr("en gäst") if one else tr("{count} gäster", count=count_word(seen.guests)))
    if seen.nights:
        one = seen.nights == 1
        parts.append(tr("en natt") if one else tr("{count} nätter", count=count_word(seen.nights)))
    if visit.project:
        parts.append(visit.project)
    return " · ".join(part for part in parts if part)


def money_words(visit: Visit) -> str:
    """Give where the money comes from: `Källa: egen budget`."""
    words = visit.project or shown(FUNDING_WORDS[visit.funding]).lower()
    return tr("Källa: {money}", money=words)


def phase_steps(seen: VisitPicture) -> list[PhaseStep]:
    """Give the phases, each with the day it was reached."""
    visit = seen.visit
    if seen.stage is VisitStage.CANCELLED:
        steps = [
            PhaseStep(word=shown(STAGE_WORDS[each]), note=_when(seen, each), state=Mark.OK)
            for each in _reached(seen)
        ]
        note = brief(visit.cancelled_on, seen.today) if visit.cancelled_on else ""
        last = PhaseStep(word=shown(STAGE_WORDS[VisitStage.CANCELLED]), note=note, state=Mark.MINE)
        return [*steps, last]
    at = len(LINE) if seen.stage is VisitStage.CLOSED else LINE.index(seen.stage)
    digital = visit.form is VisitForm.DIGITAL
    line = [each for each in LINE if not (digital and each is VisitStage.REPORTED)]
    return [
        PhaseStep(
            word=shown(STAGE_WORDS[each]),
            note=_when(seen, each),
            state=Mark.OK if number < at else Mark.MINE if number == at else Mark.TODO,
        )
        for number, each in enumerate(line)
    ]


def _reached(seen: VisitPicture) -> list[VisitStage]:
    """Give the stages that a cancelled visit came through: only a plan names people and days."""
    found = [VisitStage.IDEA]
    planned = bool(seen.people or seen.programme or seen.costs)
    if seen.visit.approved_on or planned:
        found.append(VisitStage.APPROVED)
    return [*found, VisitStage.PLANNED] if planned else found


def _when(seen: VisitPicture, stage: VisitStage) -> str:
    visit, today = seen.visit, seen.today
    days: dict[VisitStage, date | None] = {
        VisitStage.APPROVED: visit.approved_on,
        VisitStage.CARRIED_OUT: visit.ends_on
        if seen.stage in (*LINE[3:], VisitStage.CLOSED)
        else None,
        VisitStage.REPORTED: visit.reported_on,
    }
    if stage is VisitStage.REPORTED and visit.reported_on is None and visit.report_due_on:
        return tr("senast {day}", day=brief(visit.report_due_on, today))
    day = days.get(stage)
    if day is None and stage is seen.stage:
        return tr("sedan {day}", day=brief(visit.stage_since, today))
    return brief(day, today) if day else ""


def rule_line(found: Finding, key: str, above: str = "") -> RuleLine:
    """Give one finding as a line; words that stand above it already are not said again."""
    value, limit = shown(found.value), shown(found.limit)
    if above and value and value.rstrip("…") in " ".join(above.split()):
        value = tr("se ovan")
    return RuleLine(
        rule=key,
        mark=MARKS[found.status],
        word=shown(STATUS_WORDS[found.status]),
        name=shown(found.title),
        limit="; ".join(part for part in (value, limit) if part),
        paragraph=found.rule,
        source=found.short,
    )


def rule_group(findings: tuple[Finding, ...], above: str = "") -> list[RuleGroup]:
    """Give every finding as one group without a heading."""
    lines = [rule_line(found, f"{at}:{found.rule}", above) for at, found in enumerate(findings)]
    return [RuleGroup(title="", lines=lines)] if lines else []


def missing_words(seen: VisitPicture) -> list[str]:
    """Say in plain words what is missing before the purpose can be approved."""
    found = []
    for each in seen.stops:
        limit = shown(each.limit)
        words = f"{shown(each.title)}: {limit or shown(each.value)}"
        found.append(f"{words} ({each.rule})" if each.rule else words)
    if seen.visit.starts_on is None:
        found.insert(0, tr("Dagarna: skriv när besöket är"))
    return found
