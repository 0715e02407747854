"""A visit is registered with a few fields, changed; a digital contact is noted in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.problems import refuse
from desktop.domain.registers import Place
from desktop.domain.text import say
from desktop.domain.visit_words import (
    BEFORE_VISIT,
    Funding,
    VisitForm,
    VisitStage,
)
from desktop.domain.visiting import Visit
from desktop.domain.work_guideline import work_rules
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.visit_about import (
    FORMS,
    FUNDINGS,
    GOALS,
    done,
    in_stage,
    known_place,
    only_visit,
    require_gate,
    seen_visit,
    spanned,
    stage_is,
    with_somebody,
)
from desktop.flow.visit_picture import VisitPicture, title_of

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class NewVisit(Command):
    """Register the idea of a visit."""

    place_id: int | None = ask(Kind.REF, "Ort", ref="place", default=None)
    elsewhere: str = ask(Kind.LINE, "Annan ort", default="", help="När orten inte är registrerad.")
    form: str = ask(Kind.CHOICE, "Form", choices=FORMS)
    purpose: str = ask(Kind.NOTE, "Syfte", default="")
    starts_on: date | None = ask(Kind.DAY, "Första dag", default=None)
    ends_on: date | None = ask(Kind.DAY, "Sista dag", default=None, help="Tomt: samma dag.")


@dataclass(frozen=True, kw_only=True)
class ChangeVisit(NewVisit):
    """Change what is registered of a visit before it is carried out; the rules are asked anew."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    areas: tuple[str, ...] = ask(Kind.CHOICES, "Mål", source="goals", default=())
    agenda_goals: tuple[str, ...] = ask(Kind.CHOICES, "Agenda 2030", choices=GOALS, default=())
    why_not_digital: str = ask(Kind.NOTE, "Varför inte digitalt", default="")
    bearer: str = ask(Kind.LINE, "Nämnd som betalar", default="")
    funding: str = ask(Kind.CHOICE, "Pengarna kommer från", choices=FUNDINGS, default="own")
    project: str = ask(Kind.LINE, "Projekt", default="")
    reason: str = ask(Kind.NOTE, "Skäl att gå vidare", default="")
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class LogContact(Command):
    """Note a digital contact with a place: a meeting, a call, a letter."""

    place_id: int | None = ask(Kind.REF, "Ort", ref="place", default=None)
    purpose: str = ask(Kind.LINE, "Vad den gällde")
    day: date = ask(Kind.DAY, "Dag", past=True)
    elsewhere: str = ask(Kind.LINE, "Annan ort", default="", help="När orten inte är registrerad.")
    areas: tuple[str, ...] = ask(Kind.CHOICES, "Mål", source="goals", default=())


@dataclass(frozen=True, kw_only=True)
class RemoveContact(Command):
    """Take away a digital contact that was noted by mistake."""

    visit_id: int = ask(Kind.REF, "Kontakt", ref="visit")


def next_number(desk: Desk, series: str) -> str:
    """Give the next running number of the year: "B 2026-02"; one taken back is not used again."""
    begins = f"{series} {desk.today.year}-"
    rows = desk.store.rows(
        "select number from visit where substr(number, 1, length(?)) = ?", begins, begins
    )
    used = max((int(number.removeprefix(begins)) for (number,) in rows), default=0)
    return f"{begins}{used + 1:02}"


def _new(desk: Desk, it: NewVisit, work: Work) -> None:
    place = known_place(desk, it.place_id)
    with_somebody(place, it.elsewhere)
    no_personal_numbers("purpose", "Syfte", it.purpose)
    starts_on, ends_on = spanned(it.starts_on, it.ends_on)
    visit = work.add(
        Visit(
            number=next_number(desk, "B"),
            form=VisitForm(it.form),
            guideline_id=desk.in_force()[0],
            stage_since=desk.today,
            place_id=it.place_id,
            elsewhere="" if place else it.elsewhere,
            purpose=it.purpose,
            starts_on=starts_on,
            ends_on=ends_on,
            bearer=desk.office().board,
        )
    )
    done(work, visit)
    work.said = say(
        "{number} är registrerat: {title}.",
        number=visit.number,
        title=title_of(visit, place.name if place else it.elsewhere),
    )


def _change(desk: Desk, it: ChangeVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    no_personal_numbers("reason", "Skäl att gå vidare", it.reason)
    in_stage(seen, *BEFORE_VISIT)
    place = known_place(desk, it.place_id)
    with_somebody(place, it.elsewhere)
    for field, label in (("purpose", "Syfte"), ("why_not_digital", "Varför inte digitalt")):
        no_personal_numbers(field, label, getattr(it, field))
    no_personal_numbers("note", "Anteckning", it.note)
    starts_on, ends_on = spanned(it.starts_on, it.ends_on)
    values: dict[str, Any] = {
        "place_id": it.place_id,
        "elsewhere": "" if place else it.elsewhere,
        "form": VisitForm(it.form),
        "purpose": it.purpose,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "areas": known_goals(seen.guideline, it.areas),
        "agenda_goals": it.agenda_goals,
        "why_not_digital": it.why_not_digital,
        "bearer": it.bearer,
        "funding": Funding(it.funding),
        "project": it.project,
        "approval_reason": it.reason,
        "note": it.note,
    }
    if seen.stage is not VisitStage.IDEA:
        days_known(starts_on)
        after = replace(seen.visit, **values)
        require_gate(desk, after, seen.people, seen.costs)
    work.change(seen.visit, **values)
    done(work, seen.visit)
    work.reason = it.reason
    work.said = say("{number} är ändrat.", number=seen.visit.number)


def days_known(starts_on: date | None) -> None:
    """Refuse to go on without days: quota and agreement follow from them."""
    if starts_on is None:
        raise refuse(
            "starts_on", "Första dag – saknas – kvot och överenskommelse följer av den, skriv den."
        )


def known_goals(guideline: Guideline, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the goals that the guideline has, or refuse another."""
    known = {goal.key for goal in guideline.goals}
    for key in keys:
        if key not in known:
            raise refuse(
                "areas", "Mål – {key} finns inte i riktlinjen – välj i listan.", key=key[:40] or "?"
            )
    return keys


def _log(desk: Desk, it: LogContact, work: Work) -> None:
    place = known_place(desk, it.place_id)
    with_somebody(place, it.elsewhere)
    no_personal_numbers("purpose", "Vad den gällde", it.purpose)
    guideline_id, guideline = desk.in_force()
    areas = known_goals(guideline, it.areas)
    if not areas and "visit" in work_rules(guideline).area_required:
        raise refuse("areas", "Mål – inget är valt – välj det som kontakten tjänar.")
    visit = work.add(
        Visit(
            number=next_number(desk, "D"),
            form=VisitForm.DIGITAL,
            guideline_id=guideline_id,
            stage=VisitStage.CLOSED,
            stage_since=desk.today,
            closed_on=desk.today,
            place_id=it.place_id,
            elsewhere="" if place else it.elsewhere,
            purpose=it.purpose,
            areas=areas,
            starts_on=it.day,
            ends_on=it.day,
        )
    )
    done(work, visit)
    work.said = say(
        "Digital kontakt med {name} {day}.",
        name=place.name if place else it.elsewhere,
        day=it.day.isoformat(),
    )


def _remove(desk: Desk, it: RemoveContact, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    if not seen.noted:
        raise refuse(
            "visit_id",
            "Kontakt – {number} är ett besök – ställ in det i stället.",
            number=seen.visit.number,
        )
    work.change(seen.visit, deleted=desk.today)
    done(work, seen.visit)
    work.said = say("Kontakten {number} är borttagen.", number=seen.visit.number)


def _about_place(_desk: Desk, subject: Any) -> dict[str, Any]:  # noqa: ANN401 - a Place or nothing
    return {"place_id": subject.id} if isinstance(subject, Place) else {}


def _now(_desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    visit = seen.visit
    same = ("place_id", "elsewhere", "purpose", "starts_on", "ends_on", "areas", "agenda_goals")
    more = ("why_not_digital", "bearer", "project", "note")
    return {
        **{name: getattr(visit, name) for name in (*same, *more)},
        "visit_id": visit.id,
        "form": str(visit.form),
        "funding": str(visit.funding),
        "reason": visit.approval_reason,
    }


STEPS = (
    Step(
        name="new_visit",
        command=NewVisit,
        about="visits",
        title=say("Nytt besök"),
        button=say("Lägg upp besöket"),
        plan=_new,
        prefill=_about_place,
    ),
    Step(
        name="log_contact",
        command=LogContact,
        about="visits",
        title=say("Digital kontakt"),
        button=say("Notera kontakten"),
        plan=_log,
        prefill=lambda desk, subject: {**_about_place(desk, subject), "day": desk.today},
    ),
    Step(
        name="change_visit",
        command=ChangeVisit,
        about="visit",
        title=say("Ändra besöket"),
        button=say("Ändra besöket"),
        plan=_change,
        applies=stage_is(*BEFORE_VISIT),
        prefill=_now,
    ),
    Step(
        name="remove_contact",
        command=RemoveContact,
        about="visit",
        title=say("Ta bort kontakten"),
        button=say("Ta bort kontakten"),
        plan=_remove,
        applies=lambda seen: seen.noted,
        prefill=only_visit,
    ),
)
