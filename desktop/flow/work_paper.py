"""Networks, projects, plans, contact persons and governing documents on paper; never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_words import DOCUMENT_WORDS, PROJECT_KIND_WORDS
from desktop.domain.rule import Status
from desktop.domain.swedish import kr
from desktop.domain.work_guideline import work_rules
from desktop.flow.contact_view import contact_list
from desktop.flow.document_view import governing_list
from desktop.flow.network_view import network_fees, network_list
from desktop.flow.papers import base, draw
from desktop.flow.plan_view import plan_list
from desktop.flow.project_view import project_list
from desktop.letters.facts import WorkColumn, WorkListFacts, WorkTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk

_LOUD = (Status.STOPS, Status.NOTE, Status.WAITS)


def draw_work_list(desk: Desk) -> bytes:
    """Draw every list that holds anything as it stands today; writes nothing."""
    facts = WorkListFacts(
        **base(desk, desk.today, f"work_list:{desk.today}"),
        tables=tuple(
            table
            for table in (
                _networks(desk),
                _projects(desk),
                _plans(desk),
                _contacts(desk),
                _documents(desk),
            )
            if table.rows
        ),
    )
    return draw(desk, "work_list", facts)


def _rules(desk: Desk, on: str) -> str:
    found = [rule for rule in work_rules(desk.in_force()[1]).rules if rule.on == on]
    return ", ".join(dict.fromkeys(f"{rule.id} {rule.short}" for rule in found))


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _days(first: date | None, last: date | None) -> str:
    """Give the days of something that may lack one; a day alone says which it is."""
    if first is None or last is None:
        return f"från {first}" if first else f"till {last}" if last else ""
    return f"{first} – {last}"


def _state(label: object, findings: Iterable[Finding]) -> str:
    """Give how something stands, with the rules that are not met."""
    loud = [f"{each.rule} {each.title}" for each in findings if each.status in _LOUD]
    return ". ".join(dict.fromkeys((str(label), *loud)))


def _networks(desk: Desk) -> WorkTable:
    found = [each for each in network_list(desk) if not each.left]
    fees = network_fees(found)
    return WorkTable(
        title="Nätverk",
        rules=_rules(desk, "network"),
        columns=(
            WorkColumn(title="Nätverk", weight=3),
            WorkColumn(title="Syfte", weight=4.4),
            WorkColumn(title="Ansvarig", weight=2.4),
            WorkColumn(title="Avgift per år", weight=1.5, right=True),
            WorkColumn(title="Senast aktivt", weight=1.5),
            WorkColumn(title="Ompröva", weight=1.5),
            WorkColumn(title="Läge", weight=3),
        ),
        rows=tuple(
            (
                each.network.name,
                each.network.purpose,
                each.body.name if each.body else "",
                kr(each.network.fee) if each.network.fee else "",
                _day(each.last_activity),
                _day(each.review_due),
                _state(each.label, each.findings),
            )
            for each in found
        ),
        note=f"Avgifterna är tillsammans {kr(fees)} om året" if fees else "",
    )


def _projects(desk: Desk) -> WorkTable:
    found = project_list(desk, living=True)
    return WorkTable(
        title="Projekt",
        rules=_rules(desk, "project"),
        columns=(
            WorkColumn(title="Projekt", weight=3),
            WorkColumn(title="Slag", weight=1.3),
            WorkColumn(title="Planerad utveckling", weight=3.6),
            WorkColumn(title="Ansvarig", weight=2.2),
            WorkColumn(title="Egna medel", weight=1.5, right=True),
            WorkColumn(title="Andras medel", weight=1.6, right=True),
            WorkColumn(title="Tid", weight=1.7),
            WorkColumn(title="Läge", weight=2.6),
        ),
        rows=tuple(
            (
                each.project.name,
                str(PROJECT_KIND_WORDS[each.project.kind]),
                each.project.planned_development,
                each.body.name if each.body else "",
                kr(each.own),
                kr(each.external),
                _days(each.project.starts_on, each.project.ends_on),
                _state(each.label, each.findings),
            )
            for each in found
        ),
    )


def _plans(desk: Desk) -> WorkTable:
    return WorkTable(
        title="Handlingsplaner",
        rules=_rules(desk, "plan"),
        columns=(
            WorkColumn(title="Verksamhet", weight=3),
            WorkColumn(title="År", weight=1),
            WorkColumn(title="Mål", weight=5),
            WorkColumn(title="Utvärderad", weight=1.5),
            WorkColumn(title="Reviderad", weight=1.5),
            WorkColumn(title="Läge", weight=3),
        ),
        rows=tuple(
            (
                each.body.name,
                str(each.year),
                ". ".join(goal.text for goal in each.plan.goals) if each.plan else "",
                _day(each.plan.plan.evaluated_on) if each.plan else "",
                _day(each.plan.plan.revised_on) if each.plan else "",
                _state(each.label, each.findings),
            )
            for each in plan_list(desk)
        ),
    )


def _contacts(desk: Desk) -> WorkTable:
    return WorkTable(
        title="Kontaktpersoner",
        rules=_rules(desk, "contact"),
        columns=(
            WorkColumn(title="Verksamhet", weight=3),
            WorkColumn(title="Kontaktperson", weight=3),
            WorkColumn(title="Roll", weight=3),
            WorkColumn(title="E-post", weight=3),
            WorkColumn(title="Telefon", weight=2),
        ),
        rows=tuple(
            (
                each.body.name,
                each.person.name if each.person else "saknas",
                each.person.role if each.person else "",
                each.person.e_mail if each.person else each.body.e_mail,
                each.person.phone if each.person else "",
            )
            for each in contact_list(desk)
            if each.person is not None or each.missing
        ),
    )


def _documents(desk: Desk) -> WorkTable:
    return WorkTable(
        title="Styrande dokument",
        rules=_rules(desk, "document"),
        columns=(
            WorkColumn(title="Dokument", weight=4),
            WorkColumn(title="Slag", weight=1.6),
            WorkColumn(title="Beslut", weight=3),
            WorkColumn(title="Ägare", weight=2.4),
            WorkColumn(title="Gäller till", weight=1.5),
            WorkColumn(title="Se över", weight=1.5),
            WorkColumn(title="Läge", weight=2),
        ),
        rows=tuple(
            (
                each.document.name,
                str(DOCUMENT_WORDS[each.document.kind]),
                each.cited,
                each.document.owner,
                _day(each.document.valid_to),
                _day(each.document.next_review_on),
                _state(each.label, each.findings),
            )
            for each in governing_list(desk, ended=False)
        ),
    )
