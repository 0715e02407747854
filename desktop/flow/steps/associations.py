"""Acts on associations: who they are and where they are paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import ApplicantKind
from desktop.domain.casework import Case
from desktop.domain.numbers import account, organisation_number
from desktop.domain.phases import AccountKind
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.registers import Association, AssociationPlace, Place
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.association_about import (
    ACCOUNTS,
    account_of,
    applicant_unique,
    association_of,
    checked,
    year_end_of,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class AddAssociation(Command):
    """Register an association that can apply for grants."""

    name: str = ask(Kind.LINE, "Förening")
    place_ids: tuple[int, ...] = ask(Kind.REFS, "Orter", ref="place", default=())
    contact: str = ask(Kind.LINE, "Kontaktperson", default="")
    email: str = ask(Kind.LINE, "E-post", default="")
    phone: str = ask(Kind.LINE, "Telefon", default="", limit=40)
    address: str = ask(Kind.LINE, "Gatuadress eller box", default="")
    postcode: str = ask(Kind.LINE, "Postnummer", default="", limit=12)
    city: str = ask(Kind.LINE, "Postort", default="")
    organisation_number: str = ask(
        Kind.LINE, "Organisationsnummer", default="", help="Små föreningar kan sakna nummer."
    )
    account_kind: str | None = ask(Kind.CHOICE, "Kontotyp", choices=ACCOUNTS, default=None)
    account: str = ask(Kind.LINE, "Kontonummer", default="", limit=40)
    year_end: str = ask(
        Kind.LINE,
        "Räkenskapsåret slutar",
        default="12-31",
        limit=12,
        help="Månad och dag, 12-31 för kalenderår.",
    )
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangeAssociation(Command):
    """Change what is registered of an association; the account has an act of its own."""

    association_id: int = ask(Kind.REF, "Förening", ref="association")
    name: str = ask(Kind.LINE, "Namn")
    place_ids: tuple[int, ...] = ask(Kind.REFS, "Orter", ref="place", default=())
    contact: str = ask(Kind.LINE, "Kontaktperson", default="")
    email: str = ask(Kind.LINE, "E-post", default="")
    phone: str = ask(Kind.LINE, "Telefon", default="", limit=40)
    address: str = ask(Kind.LINE, "Gatuadress eller box", default="")
    postcode: str = ask(Kind.LINE, "Postnummer", default="", limit=12)
    city: str = ask(Kind.LINE, "Postort", default="")
    organisation_number: str = ask(Kind.LINE, "Organisationsnummer", default="")
    year_end: str = ask(Kind.LINE, "Räkenskapsåret slutar", default="12-31", limit=12)
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangeAccount(Command):
    """Change where an association is paid; the new number needs a dated source."""

    association_id: int = ask(Kind.REF, "Förening", ref="association")
    account_kind: str = ask(Kind.CHOICE, "Kontotyp", choices=ACCOUNTS, default="bankgiro")
    account: str = ask(Kind.LINE, "Nytt kontonummer", limit=40)
    source: str = ask(
        Kind.LINE,
        "Varifrån numret kommer",
        help="Till exempel intyg från banken eller årsmötets protokoll, inte ett mejl.",
    )
    source_on: date = ask(Kind.DAY, "Underlagets dag", past=True)


@dataclass(frozen=True, kw_only=True)
class RemoveAssociation(Command):
    """Take an association away that has no case."""

    association_id: int = ask(Kind.REF, "Förening", ref="association")


def _add(desk: Desk, it: AddAssociation, work: Work) -> None:
    no_personal_numbers("note", "Anteckning", it.note)
    problems: list[Problem] = []
    number = checked(problems, organisation_number, it.organisation_number)
    year_end = checked(problems, year_end_of, it.year_end)
    kind, giro = account_of(problems, it.account_kind, it.account)
    if problems:
        raise Refusal(problems)
    applicant_unique(desk, it.name, number)
    new = work.add(
        Association(
            name=it.name,
            organisation_number=number,
            contact=it.contact,
            email=it.email,
            phone=it.phone,
            address=it.address,
            postcode=it.postcode,
            city=it.city,
            account_kind=kind,
            account=giro,
            account_source=f"registreringen {desk.today}" if giro else "",
            year_end=year_end,
            note=it.note,
        )
    )
    _link(desk, work, new.id, it.place_ids)
    work.about("association", new.id)
    work.said = say("{name} är tillagd.", name=new.name)


def _link(desk: Desk, work: Work, association_id: int, place_ids: tuple[int, ...]) -> None:
    rows = desk.store.find(AssociationPlace, "association_id = ?", association_id)
    for row in rows:
        if row.place_id not in place_ids:
            work.change(row, deleted=desk.today)
    for place_id in dict.fromkeys(place_ids):
        if desk.store.first(Place, "id = ?", place_id) is None:
            raise refuse("place_ids", "Orter – en ort finns inte i registret – välj i listan.")
        if place_id not in {row.place_id for row in rows}:
            work.add(AssociationPlace(association_id=association_id, place_id=place_id))


def _change(desk: Desk, it: ChangeAssociation, work: Work) -> None:
    association = association_of(desk, it.association_id)
    no_personal_numbers("note", "Anteckning", it.note)
    problems: list[Problem] = []
    number = checked(problems, organisation_number, it.organisation_number)
    year_end = checked(problems, year_end_of, it.year_end)
    if problems:
        raise Refusal(problems)
    applicant_unique(desk, it.name, number, association.id)
    skip = ("association_id", "place_ids")
    values = {name: value for name, value in vars(it).items() if name not in skip}
    work.change(association, **{**values, "organisation_number": number, "year_end": year_end})
    _link(desk, work, association.id, it.place_ids)
    work.about("association", association.id)
    work.said = say("Uppgifterna om {name} är ändrade.", name=it.name)


def _change_account(desk: Desk, it: ChangeAccount, work: Work) -> None:
    association = association_of(desk, it.association_id)
    kind = AccountKind(it.account_kind)
    work.change(
        association,
        account_kind=kind,
        account=account(kind, it.account),
        account_source=f"{it.source}, {it.source_on}",
    )
    work.about("association", association.id)
    work.reason = f"{it.source}, {it.source_on}"
    work.said = say("Kontot för {name} är ändrat.", name=association.name)


def _remove(desk: Desk, it: RemoveAssociation, work: Work) -> None:
    association = association_of(desk, it.association_id)
    if desk.store.first(Case, "association_id = ?", association.id):
        raise refuse(
            "association_id",
            "Förening – {name} har ärenden – behåll den, ärendena pekar på den.",
            name=association.name,
        )
    work.change(association, deleted=desk.today)
    work.about("association", association.id)
    work.said = say("{name} är borttagen.", name=association.name)


def _now(desk: Desk, association: Association) -> dict[str, Any]:
    links = desk.store.find(AssociationPlace, "association_id = ?", association.id)
    names = ChangeAssociation.__dataclass_fields__
    values = {name: getattr(association, name) for name in names if hasattr(association, name)}
    return {
        **values,
        "association_id": association.id,
        "place_ids": tuple(link.place_id for link in links),
    }


def _account_now(_desk: Desk, association: Association) -> dict[str, Any]:
    kind = str(association.account_kind) if association.account_kind else "bankgiro"
    return {"association_id": association.id, "account_kind": kind}


STEPS = (
    Step(
        name="add_association",
        command=AddAssociation,
        about="associations",
        title=say("Ny förening"),
        button=say("Lägg till föreningen"),
        plan=_add,
    ),
    Step(
        name="change_association",
        command=ChangeAssociation,
        about="association",
        title=say("Ändra förening"),
        button=say("Ändra föreningen"),
        plan=_change,
        applies=lambda it: it.kind is ApplicantKind.ASSOCIATION,
        prefill=_now,
    ),
    Step(
        name="change_account",
        command=ChangeAccount,
        about="association",
        title=say("Byt kontonummer"),
        button=say("Byt kontonummer"),
        plan=_change_account,
        applies=lambda it: it.kind is ApplicantKind.ASSOCIATION,
        prefill=_account_now,
        consequence=lambda association: say(
            "Nuvarande konto: {account}. Ring föreningen på ett nummer du redan har.",
            account=association.account or "inget",
        ),
    ),
    Step(
        name="remove_association",
        command=RemoveAssociation,
        about="association",
        title=say("Ta bort förening"),
        button=say("Ta bort föreningen"),
        plan=_remove,
        prefill=lambda _desk, association: {"association_id": association.id},
    ),
)
