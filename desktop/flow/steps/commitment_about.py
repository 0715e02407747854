"""What the acts of networks, projects, plans, bodies and documents share: finding and judging."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from desktop.domain.agenda import AGENDA
from desktop.domain.commitments import Body
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.rule import Status
from desktop.domain.swedish import fold
from desktop.domain.text import say
from desktop.flow.steps.about import no_personal_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from desktop.domain.record import Record
    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk

    R = TypeVar("R", bound=Record)

GOALS = AGENDA


def known(desk: Desk, kind: type[R], row_id: int, field: str, label: str) -> R:
    """Give a row, or refuse one that is not in the register."""
    found = desk.store.first(kind, "id = ?", row_id)
    if found is None:
        raise refuse(field, "{label} – finns inte i registret – välj i listan.", label=say(label))
    return found


def known_body(desk: Desk, body_id: int | None, field: str = "body_id") -> Body | None:
    """Give a body that is in being, or refuse; None without an id."""
    if body_id is None:
        return None
    found = known(desk, Body, body_id, field, "Verksamhet")
    if found.active_until is not None and found.active_until < desk.today:
        raise refuse(
            field,
            "Verksamhet – {name} upphörde {day} – välj en annan.",
            name=found.name,
            day=found.active_until.isoformat(),
        )
    return found


def same_or_known(desk: Desk, body_id: int | None, before: int | None) -> Body | None:
    """Give a body as `known_body` does; one that was chosen before may have ended since."""
    if body_id is not None and body_id == before:
        return known(desk, Body, body_id, "body_id", "Verksamhet")
    return known_body(desk, body_id)


def known_areas(desk: Desk, keys: tuple[str, ...], kept: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give goals that the guideline in force has, or that were chosen before; refuse another."""
    goals = {goal.key for goal in desk.in_force()[1].goals} | set(kept)
    for key in keys:
        if key not in goals:
            raise refuse(
                "areas", "Mål – {key} finns inte i riktlinjen – välj i listan.", key=key[:40] or "?"
            )
    return keys


def unique(rows: Iterable[tuple[int, str]], name: str, own: int = 0) -> None:
    """Refuse a name that another row of the same register has."""
    for row_id, other in rows:
        if row_id != own and fold(other) == fold(name):
            raise refuse(
                "name", "Namn – {name} finns redan – öppna det som finns i stället.", name=other
            )


def in_order(first: date | None, last: date | None, field: str, label: str) -> None:
    """Refuse a last day before the first."""
    if first is not None and last is not None and last < first:
        raise refuse(
            field,
            "{label} – {last} är före {first} – skriv en senare dag.",
            label=say(label),
            last=last.isoformat(),
            first=first.isoformat(),
        )


def without_personal_numbers(fields: Mapping[str, tuple[str, str]]) -> None:
    """Refuse a personal number in any of the fields: name of the field to its label and words."""
    for field, (label, words) in fields.items():
        no_personal_numbers(field, label, words)


def require_entry(
    found: Iterable[Finding], fields: Mapping[str, str], before: Iterable[Finding] = ()
) -> None:
    """Refuse what a rule of entry stops, with its paragraph.

    `fields` says which field answers a rule, by its title's place: rule id to field. What the
    rule stopped already `before` the act, and this act leaves alone, is only told of.
    """
    stood = {(each.rule, str(each.title)) for each in before if each.status is Status.STOPS}
    problems = [
        Problem(
            fields.get(str(each.title), ""),
            say(
                "{title} – {value} – {limit} ({rule} {short}).",
                title=each.title,
                value=each.value,
                limit=each.limit,
                rule=each.rule,
                short=each.short,
            ),
        )
        for each in found
        if each.status is Status.STOPS and (each.rule, str(each.title)) not in stood
    ]
    if problems:
        raise Refusal(problems)


def fields_of(desk: Desk, on: str, by_kind: Mapping[str, str]) -> dict[str, str]:
    """Give the field that answers each rule about a subject, by the rule's title."""
    work = desk.in_force()[1].work
    rules = work.rules_on(on) if work else ()
    return {rule.title: by_kind[rule.kind] for rule in rules if rule.kind in by_kind}
