"""What the acts of a visit share: finding it, checking its stage, its days and its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.agenda import AGENDA
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.registers import Place
from desktop.domain.rule import Status
from desktop.domain.text import say
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.visit_words import FORM_WORDS, FUNDING_WORDS, STAGE_WORDS
from desktop.domain.visiting import Visit
from desktop.flow.visit_facts import judged
from desktop.flow.visit_picture import VisitPicture, visit_picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.domain.visit_words import VisitStage
    from desktop.domain.visiting import VisitCost, VisitPeople
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

FORMS = {str(kind): str(word) for kind, word in FORM_WORDS.items()}
FUNDINGS = {str(kind): str(word) for kind, word in FUNDING_WORDS.items()}
GOALS = AGENDA
_FIELDS = {
    "agreement": "reason",
    "areas": "areas",
    "bearer": "bearer",
    "not_digital": "why_not_digital",
    "purpose": "purpose",
    "quota": "funding",
}
"""Which field answers a rule that stops."""
LONGEST_DAYS = 366
"""A visit that lasts longer is a typing mistake."""


def seen_visit(desk: Desk, visit_id: int) -> VisitPicture:
    """Give the visit whole, or refuse one that is not in the register."""
    if desk.store.first(Visit, "id = ?", visit_id) is None:
        raise refuse("visit_id", "Besök – finns inte i registret – välj i listan.")
    return visit_picture(desk, visit_id)


def in_stage(seen: VisitPicture, *stages: VisitStage) -> None:
    """Refuse an act that does not fit where the visit stands."""
    if seen.stage not in stages:
        raise refuse(
            "visit_id",
            "Besök – {number} står som {state} – öppna besöket och se nästa steg.",
            number=seen.visit.number,
            state=STAGE_WORDS[seen.stage],
        )


def stage_is(*stages: VisitStage) -> Any:  # noqa: ANN401 - a predicate on a VisitPicture
    """Make the predicate that a visit stands in one of the stages."""
    return lambda seen: seen.stage in stages


def step_on(desk: Desk, work: Work, visit: Visit, stage: VisitStage, **values: Any) -> Visit:  # noqa: ANN401
    """Put the visit in another stage, from today."""
    since = desk.today if stage is not visit.stage else visit.stage_since
    return work.change(visit, stage=stage, stage_since=since, **values)


def done(work: Work, visit: Visit) -> None:
    """Note what the act is about."""
    work.about("visit", visit.id)
    if visit.place_id is not None:
        work.about("place", visit.place_id)


def known_place(desk: Desk, place_id: int | None) -> Place | None:
    """Give a place, or refuse one that is not in the register."""
    if place_id is None:
        return None
    place = desk.store.first(Place, "id = ?", place_id)
    if place is None:
        raise refuse("place_id", "Ort – finns inte i registret – välj i listan.")
    return place


def with_somebody(place: Place | None, elsewhere: str) -> None:
    """Refuse a visit without another party."""
    if place is None and not elsewhere:
        raise refuse(
            "place_id", "Ort – saknas – välj orten, eller skriv vilken annan ort det gäller."
        )


def spanned(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """Give first and last day, the last the first when it is left out; refuse them turned."""
    if first is None and last is not None:
        raise refuse("starts_on", "Första dag – saknas – skriv den också.")
    if first is None or last is None:
        return first, first
    if last < first:
        raise refuse(
            "ends_on",
            "Sista dag – {last} är före {first} – skriv en senare dag.",
            last=last.isoformat(),
            first=first.isoformat(),
        )
    if (last - first).days > LONGEST_DAYS:
        raise refuse(
            "ends_on",
            "Sista dag – {last} är mer än ett år efter {first} – skriv en tidigare dag.",
            last=last.isoformat(),
            first=first.isoformat(),
        )
    return first, last


def require_gate(
    desk: Desk,
    visit: Visit,
    people: Sequence[VisitPeople],
    costs: Sequence[VisitCost],
    field: str = "",
) -> tuple[Finding, ...]:
    """Refuse, with the paragraph of every rule that stops the visit as it would be.

    A rule that leaves room stops only until there is a written reason. `field` is the field
    to blame; without one each rule has its own.
    """
    found = judged(desk, visit, people, costs)
    rules = visit_rules(desk.guideline(visit.guideline_id)).rules
    problems = [
        Problem(
            field or _FIELDS.get(rule.kind, ""),
            say(
                "{title} – {value} – {limit} ({rule} {short}).",
                title=each.title,
                value=each.value,
                limit=each.limit,
                rule=each.rule,
                short=each.short,
            ),
        )
        for rule, each in zip(rules, found, strict=True)
        if each.status is Status.STOPS
    ]
    if problems:
        raise Refusal(problems)
    return found


def only_visit(_desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    """Propose just the visit."""
    return {"visit_id": seen.id}
