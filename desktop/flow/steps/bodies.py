"""Boards, offices and companies are registered, changed and ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import BODY_WORDS, BodyKind
from desktop.domain.commitments import Body
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.contact_view import BodyPicture, body_picture
from desktop.flow.step import Command, Step
from desktop.flow.steps.commitment_about import (
    known,
    known_body,
    unique,
    without_personal_numbers,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_KINDS = {str(kind): str(word) for kind, word in BODY_WORDS.items()}
_LABEL = "Verksamhet"


@dataclass(frozen=True, kw_only=True)
class RegisterBody(Command):
    """Register a board, an office or a company of the municipality."""

    kind: str = ask(Kind.CHOICE, "Slag", choices=_KINDS, default="board")
    name: str = ask(Kind.LINE, "Namn")
    parent_id: int | None = ask(
        Kind.REF, "Hör till", ref="body", default=None, help="Nämnden som ett kontor arbetar åt."
    )
    e_mail: str = ask(Kind.LINE, "E-post", default="", help="Dit frågorna i uppföljningen skickas.")
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangeBody(RegisterBody):
    """Change what is registered of a board, an office or a company."""

    body_id: int = ask(Kind.REF, "Verksamhet", ref="body")


@dataclass(frozen=True, kw_only=True)
class EndBody(Command):
    """Note the last day of a board, an office or a company; what it did is kept."""

    body_id: int = ask(Kind.REF, "Verksamhet", ref="body")
    active_until: date = ask(Kind.DAY, "Sista dag")


@dataclass(frozen=True, kw_only=True)
class ResumeBody(Command):
    """Let a body that was ended be in being again."""

    body_id: int = ask(Kind.REF, "Verksamhet", ref="body")


def seen_body(desk: Desk, body_id: int) -> BodyPicture:
    """Give the body whole, or refuse one that is not in the register."""
    return body_picture(desk, known(desk, Body, body_id, "body_id", _LABEL).id)


def _columns(desk: Desk, it: RegisterBody, own: int = 0) -> dict[str, Any]:
    unique(((each.id, each.name) for each in desk.store.find(Body)), it.name, own)
    without_personal_numbers({"name": ("Namn", it.name), "note": ("Anteckning", it.note)})
    parent = known_body(desk, it.parent_id, "parent_id")
    if parent is not None and (it.kind != BodyKind.OFFICE or parent.kind is BodyKind.OFFICE):
        raise refuse(
            "parent_id",
            "Hör till – bara ett kontor hör till en nämnd eller ett bolag – lämna tomt.",
        )
    return {
        "kind": BodyKind(it.kind),
        "name": it.name,
        "parent_id": it.parent_id,
        "e_mail": it.e_mail,
        "note": it.note,
    }


def _register(desk: Desk, it: RegisterBody, work: Work) -> None:
    made = work.add(Body(**_columns(desk, it)))
    work.about("body", made.id)
    work.said = say("{name} är registrerad.", name=made.name)


def _change(desk: Desk, it: ChangeBody, work: Work) -> None:
    seen = seen_body(desk, it.body_id)
    if seen.offices and it.kind == BodyKind.OFFICE:
        raise refuse(
            "kind", "Slag – {name} har kontor under sig – flytta dem först.", name=seen.body.name
        )
    work.change(seen.body, **_columns(desk, it, seen.id))
    work.about("body", seen.id)
    work.said = say("Uppgifterna om {name} är ändrade.", name=it.name)


def _end(desk: Desk, it: EndBody, work: Work) -> None:
    seen = seen_body(desk, it.body_id)
    standing = [each for each in seen.offices if each.active_until is None]
    if standing:
        raise refuse(
            "body_id",
            "Verksamhet – {name} hör till den – flytta eller avsluta kontoret först.",
            name=standing[0].name,
        )
    for person in seen.persons:
        # Nobody is the contact of a body that is no more.
        until = max(it.active_until, person.since or it.active_until)
        work.change(person, until=min(until, person.until or until))
    work.change(seen.body, active_until=it.active_until)
    work.about("body", seen.id)
    work.said = say("{name} upphör {day}.", name=seen.body.name, day=it.active_until.isoformat())


def _resume(desk: Desk, it: ResumeBody, work: Work) -> None:
    seen = seen_body(desk, it.body_id)
    if seen.body.active_until is None:
        raise refuse("body_id", "Verksamhet – den har ingen sista dag – ändra den i stället.")
    work.change(seen.body, active_until=None)
    work.about("body", seen.id)
    work.said = say("{name} finns igen.", name=seen.body.name)


def _now(_desk: Desk, seen: BodyPicture) -> dict[str, Any]:
    it = seen.body
    values = {name: getattr(it, name) for name in ("name", "parent_id", "e_mail", "note")}
    return {**values, "kind": str(it.kind), "body_id": it.id}


STEPS = (
    Step(
        name="register_body",
        command=RegisterBody,
        about="bodies",
        title=say("Ny verksamhet"),
        button=say("Registrera"),
        plan=_register,
    ),
    Step(
        name="change_body",
        command=ChangeBody,
        about="body",
        title=say("Ändra verksamheten"),
        button=say("Spara ändringen"),
        plan=_change,
        prefill=_now,
    ),
    Step(
        name="end_body",
        command=EndBody,
        about="body",
        title=say("Verksamheten upphör"),
        button=say("Avsluta"),
        plan=_end,
        applies=lambda seen: seen.body.active_until is None,
        prefill=lambda desk, seen: {"body_id": seen.id, "active_until": desk.today},
        consequence=lambda _: say("Det som är registrerat om den finns kvar."),
    ),
    Step(
        name="resume_body",
        command=ResumeBody,
        about="body",
        title=say("Verksamheten finns igen"),
        button=say("Återuppta"),
        plan=_resume,
        applies=lambda seen: seen.body.active_until is not None,
        prefill=lambda _desk, seen: {"body_id": seen.id},
    ),
)
