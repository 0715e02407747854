"""Rules applied alone to a case that nothing else is wrong with, and what they say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.applicants import ApplicantKind, SchoolForm
from desktop.domain.casework import BudgetLine, Report
from desktop.domain.guideline import RuleData, parse
from desktop.domain.phases import ReportState
from desktop.domain.registers import Association
from desktop.domain.rule import CaseFacts, Draft, Finding, Limit, Pot, Unreported
from desktop.domain.rules import RULES
from desktop.domain.text import say
from tests.domain.facts import APPLICATION, facts, kept, share

FUND = parse(kept("skelleftea"))
"""Skellefteå's, whose scheme is for schools, with two types of application."""
LATE = Unreported(case="2025-004", due_on=date(2025, 6, 30))
NEVER = Unreported(case="2023-002", due_on=date(2023, 3, 2), given_up=True)
OTHERS = Pot(granted=(share(3_500, "2026-007"),), ahead=(share(4_000, "2026-008"),))
SCHOOL = Association(
    id=1,
    name="Friskolan Sagoön",
    kind=ApplicantKind.INDEPENDENT_SCHOOL,
    school_form=SchoolForm.COMPULSORY,
    account="5050-1055",
    principal="Rut Rektor",
)
MUNICIPAL = replace(
    SCHOOL, kind=ApplicantKind.MUNICIPAL_SCHOOL, account="", account_string="1-2-3-4-5"
)
AWAITED = Report(
    case_id=1,
    ended_on=date(2026, 3, 22),
    month_on=date(2026, 4, 22),
    due_on=date(2026, 4, 22),
    state=ReportState.AWAITED,
)
MONTH: dict[str, Any] = {"months": 1, "to_working_day": True}


def budget(**kronor: int) -> tuple[BudgetLine, ...]:
    return tuple(
        BudgetLine(application_id=1, place_in_list=number, cost_type=kind, amount=each)
        for number, (kind, each) in enumerate(kronor.items(), 1)
    )


def rule(kind: str, **figures: Any) -> RuleData:
    return RuleData(
        id="V9",
        kind=kind,
        gate="decision",
        title="Påhittad regel",
        paragraph="1 kap. 1 §",
        short="1:1",
        text="",
        overridable=figures.pop("overridable", False),
        figures=figures,
    )


def known(**more: Any) -> CaseFacts:
    """Facts where a name of the application's fields is written in the application."""
    fields = set(APPLICATION.__dataclass_fields__)
    written = {name: more.pop(name) for name in list(more) if name in fields}
    of_fund = more.pop("of_fund", False)
    found = facts(**more)
    if of_fund:
        found = replace(found, guideline=FUND, scheme=FUND.schemes[0])
    return replace(found, application=replace(found.application, **written))


def applied(it: RuleData, seen: CaseFacts) -> Draft:
    asked = seen.application.asked
    first = Limit(rule="", title=say("Sökt"), parts=(), amount=asked)
    return RULES[it.kind](it, seen, Draft(amount=asked, limits=(first,)))


def line(draft: Draft) -> str:
    found = draft.findings[-1]
    return plain(f"{found.status}: {found.value}; {found.limit}")


def ceilings(draft: Draft) -> list[str]:
    found = []
    for each in draft.limits[1:]:
        rows = ", ".join(
            f"{row.sign}{row.label} {row.case} {row.amount}".replace("  ", " ")
            for row in each.parts
        )
        queued = f" (+{each.queued})" if each.queued else ""
        found.append(plain(f"{each.title}: {rows} = {each.amount}{queued}. {each.said}".strip()))
    return found


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def says(kind: str, figures: dict[str, Any], **more: Any) -> list[str]:
    """Give the line of one rule and its ceilings; each is to name the rule and its paragraph."""
    it = rule(kind, **figures)
    draft = applied(it, known(**more))
    found = draft.findings[-1]
    assert (found.rule, str(found.title), found.gate) == (it.id, it.title, it.gate)
    assert found.overridable is it.overridable
    parts: tuple[Finding | Limit, ...] = (found, *draft.limits[1:])
    for each in parts:
        assert (each.rule, each.paragraph, each.short) == (it.id, it.paragraph, it.short)
    kinds = [each.kind for each in draft.limits[1:]]
    assert kinds == [kind, "yearly_share"][: len(kinds)]
    return [line(draft), *ceilings(draft)]
