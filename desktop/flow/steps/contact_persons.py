"""Contact persons of boards, offices and companies (B2); work facts only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitments import Body, ContactPerson
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.commitment_about import (
    in_order,
    known,
    known_body,
    without_personal_numbers,
)

if TYPE_CHECKING:
    from desktop.flow.contact_view import BodyPicture
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_FACTS = ("name", "role", "e_mail", "phone", "since")


@dataclass(frozen=True, kw_only=True)
class _Facts(Command):
    """What is kept of a contact person."""

    name: str = ask(Kind.LINE, "Namn")
    role: str = ask(Kind.LINE, "Roll", default="")
    e_mail: str = ask(Kind.LINE, "E-post i arbetet", default="")
    phone: str = ask(Kind.LINE, "Telefon i arbetet", default="")
    since: date | None = ask(Kind.DAY, "Sedan", default=None)


@dataclass(frozen=True, kw_only=True)
class RegisterContactPerson(_Facts):
    """Register who is the contact person of a body for international work."""

    body_id: int = ask(Kind.REF, "Verksamhet", ref="body")


@dataclass(frozen=True, kw_only=True)
class ChangeContactPerson(_Facts):
    """Change what is kept of a contact person."""

    contact_id: int = ask(Kind.REF, "Kontaktperson", ref="contact")


@dataclass(frozen=True, kw_only=True)
class EndContactPerson(Command):
    """Note the last day of a contact person."""

    contact_id: int = ask(Kind.REF, "Kontaktperson", ref="contact")
    until: date = ask(Kind.DAY, "Sista dag")


def _columns(it: _Facts) -> dict[str, Any]:
    without_personal_numbers(
        {"name": ("Namn", it.name), "role": ("Roll", it.role), "phone": ("Telefon", it.phone)}
    )
    return {name: getattr(it, name) for name in _FACTS}


def _register(desk: Desk, it: RegisterContactPerson, work: Work) -> None:
    body = known_body(desk, it.body_id)
    assert body is not None  # noqa: S101 - the field is obligatory
    made = work.add(ContactPerson(body_id=body.id, **_columns(it)))
    _about(work, made)
    work.said = say("{name} är kontaktperson för {body}.", name=made.name, body=body.name)


def _change(desk: Desk, it: ChangeContactPerson, work: Work) -> None:
    person = _known(desk, it.contact_id)
    in_order(it.since, person.until, "since", "Sedan")
    _about(work, work.change(person, **_columns(it)))
    work.said = say("Uppgifterna om {name} är ändrade.", name=it.name)


def _end(desk: Desk, it: EndContactPerson, work: Work) -> None:
    person = _known(desk, it.contact_id)
    in_order(person.since, it.until, "until", "Sista dag")
    _about(work, work.change(person, until=it.until))
    body = desk.store.get(Body, person.body_id, everything=True)
    work.said = say(
        "{name} är kontaktperson för {body} till och med {day}.",
        name=person.name,
        body=body.name,
        day=it.until.isoformat(),
    )


def _known(desk: Desk, contact_id: int) -> ContactPerson:
    return known(desk, ContactPerson, contact_id, "contact_id", "Kontaktperson")


def _about(work: Work, person: ContactPerson) -> None:
    work.about("contact", person.id)
    work.about("body", person.body_id)


def _for_body(desk: Desk, seen: BodyPicture) -> dict[str, Any]:
    return {"body_id": seen.id, "since": desk.today}


def _now(_desk: Desk, it: ContactPerson) -> dict[str, Any]:
    return {**{name: getattr(it, name) for name in _FACTS}, "contact_id": it.id}


STEPS = (
    Step(
        name="register_contact_person",
        command=RegisterContactPerson,
        about="body",
        title=say("Ny kontaktperson"),
        button=say("Registrera kontaktpersonen"),
        plan=_register,
        applies=lambda seen: not seen.ended,
        prefill=_for_body,
    ),
    Step(
        name="change_contact_person",
        command=ChangeContactPerson,
        about="contact",
        title=say("Ändra kontaktpersonen"),
        button=say("Spara ändringen"),
        plan=_change,
        prefill=_now,
    ),
    Step(
        name="end_contact_person",
        command=EndContactPerson,
        about="contact",
        title=say("Kontaktpersonen slutar"),
        button=say("Avsluta"),
        plan=_end,
        applies=lambda it: it.until is None,
        prefill=lambda desk, it: {
            "contact_id": it.id,
            "until": max(desk.today, it.since or desk.today),
        },
    ),
)
