"""Boards, offices and companies with their contact persons; those that lack one are shown (B2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.commitment_facts import ContactFacts
from desktop.domain.commitment_rules import commitment_findings
from desktop.domain.commitments import Body, ContactPerson
from desktop.domain.swedish import fold
from desktop.domain.text import Text, say
from desktop.domain.work_guideline import work_rules
from desktop.flow.bodies import all_bodies, body_of, grouped, in_being
from desktop.flow.plan_view import PlanPicture, plans_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class BodyPicture:
    """Everything about one body; read once, never changed."""

    today: date
    """The day it is seen."""
    body: Body
    """The body."""
    parent: Body | None
    """The board it works for."""
    offices: tuple[Body, ...]
    """Offices that work for it."""
    persons: tuple[ContactPerson, ...]
    """Its contact persons today."""
    former: tuple[ContactPerson, ...]
    """Those who have been, and those who begin later."""
    plans: tuple[PlanPicture, ...]
    """Its action plans, the latest first."""
    findings: tuple[Finding, ...]
    """What the guideline's rules say of its contact person."""

    @property
    def id(self) -> int:
        """Its id."""
        return self.body.id

    @property
    def ended(self) -> bool:
        """True when it is in being no more."""
        return self.body.active_until is not None and self.body.active_until < self.today

    @property
    def missing(self) -> bool:
        """True when it has no contact person and the guideline wants one (B2)."""
        return bool(self.findings) and not self.persons and not self.ended

    @property
    def next_act(self) -> str:
        """Name of the next act; empty when nothing waits."""
        return "register_contact_person" if self.missing else ""

    @property
    def next_words(self) -> Text:
        """The words of the next act in lists."""
        return say("Skriv in kontaktperson") if self.missing else say("")


@dataclass(frozen=True, kw_only=True)
class ContactRow:
    """One line of the list of contact persons; a body without one has a line too."""

    body: Body
    """The body."""
    person: ContactPerson | None
    """The person; None when the body has none."""
    missing: bool
    """True when the guideline wants one and there is none (B2)."""


def serving(person: ContactPerson, day: date) -> bool:
    """Say whether somebody is contact person on a day."""
    begun = person.since is None or person.since <= day
    return begun and (person.until is None or person.until >= day)


def body_picture(desk: Desk, body_id: int) -> BodyPicture:
    """Read a body whole; LookupError when there is none with that id."""
    body = desk.store.get(Body, body_id)
    people = desk.store.find(ContactPerson, "body_id = ?", body_id)
    return _pictured(desk, body, people, plans_of(desk, body_id))


def body_list(desk: Desk, text: str = "", *, ended: bool = False) -> tuple[BodyPicture, ...]:
    """Give the bodies whose words hold `text`: boards, offices, companies, by name."""
    people = grouped(desk.store.find(ContactPerson), lambda it: it.body_id)
    wanted = fold(text)
    found = (
        _pictured(desk, each, people.get(each.id, ()), plans_of(desk, each.id))
        for each in all_bodies(desk).values()
        if ended or in_being(desk, each)
    )
    return tuple(each for each in found if wanted in _words(each))


def contact_list(desk: Desk, text: str = "") -> tuple[ContactRow, ...]:
    """Give the contact persons of today, and the bodies that lack one and should have one."""
    rows: list[ContactRow] = []
    for seen in body_list(desk, text):
        rows += [ContactRow(body=seen.body, person=each, missing=False) for each in seen.persons]
        if seen.missing:
            rows.append(ContactRow(body=seen.body, person=None, missing=True))
    return tuple(rows)


def without_contact(desk: Desk) -> tuple[Body, ...]:
    """Give the bodies that should have a contact person and have none (B2)."""
    return tuple(each.body for each in contact_list(desk) if each.missing)


def _words(seen: BodyPicture) -> str:
    people = (f"{each.name} {each.role} {each.e_mail}" for each in seen.persons)
    return fold(" ".join((seen.body.name, seen.body.note, *people)))


def _pictured(
    desk: Desk, body: Body, people: Iterable[ContactPerson], plans: tuple[PlanPicture, ...]
) -> BodyPicture:
    known = tuple(people)
    now = tuple(each for each in known if serving(each, desk.today))
    guideline = desk.in_force()[1]
    terms = work_rules(guideline).contacts
    facts = ContactFacts(today=desk.today, guideline=guideline, body=body, persons=now)
    asked = terms is not None and body.kind in terms.of
    return BodyPicture(
        today=desk.today,
        body=body,
        parent=body_of(desk, body.parent_id),
        offices=tuple(
            each
            for each in all_bodies(desk).values()
            if each.parent_id == body.id and in_being(desk, each)
        ),
        persons=now,
        former=tuple(each for each in known if each not in now),
        plans=plans,
        findings=commitment_findings("contact", facts) if asked else (),
    )
