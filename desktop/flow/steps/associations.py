"""Acts on associations: who they are, where they are paid, their annual reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import ApplicantKind
from desktop.domain.casework import Case
from desktop.domain.dates import financial_year, last_closed_year
from desktop.domain.numbers import account, organisation_number, valid_as
from desktop.domain.phases import ACCOUNT_WORDS, CHANNEL_WORDS, AccountKind, Channel
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.registers import AnnualReport, Association, AssociationPlace, Place
from desktop.domain.spoken import year_words
from desktop.domain.swedish import fold
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

ACCOUNTS = {str(kind): str(word) for kind, word in ACCOUNT_WORDS.items()}
CHANNELS = {str(kind): str(word) for kind, word in CHANNEL_WORDS.items()}


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


@dataclass(frozen=True, kw_only=True)
class ReceiveAnnualReport(Command):
    """Receive an association's annual report for a closed financial year (P8)."""

    association_id: int = ask(Kind.REF, "Förening", ref="association")
    year_end: date = ask(Kind.DAY, "Räkenskapsåret slutade", past=True)
    received_on: date = ask(Kind.DAY, "Kom in", past=True)
    channel: str = ask(Kind.CHOICE, "Hur", choices=CHANNELS, default="email")
    file: File | None = ask(Kind.FILE, "Handlingen", default=None)


def association_of(desk: Desk, association_id: int) -> Association:
    """Give an association, or refuse one that is not in the register."""
    found = desk.store.first(Association, "id = ?", association_id)
    if found is None:
        raise refuse("association_id", "Förening – finns inte i registret – välj i listan.")
    return found


def applicant_unique(desk: Desk, name: str, number: str, own: int = 0) -> None:
    """Refuse a name or an organisation number that another applicant has."""
    for each in desk.store.find(Association):
        if each.id == own:
            continue
        if fold(each.name) == fold(name):
            raise refuse(
                "name", "Förening – {name} finns redan – öppna den i stället.", name=each.name
            )
        if number and each.organisation_number == number:
            raise refuse(
                "organisation_number",
                "Organisationsnummer – {number} hör redan till {name} – kontrollera numret.",
                number=number,
                name=each.name,
            )


def year_end_of(written: str) -> str:
    """Read the last day of a financial year: "12-31", "31/8", "31 aug" become MM-DD."""
    from desktop.flow.reading import parse_day  # noqa: PLC0415 - reading knows every way to write

    match = re.fullmatch(r"(\d{1,2})-(\d{1,2})", written)
    day = parse_day(f"2028-{written}" if match else written, date(2028, 1, 1))
    if day is None:
        raise refuse(
            "year_end",
            "Räkenskapsåret slutar – {written} är ingen dag – skriv som 12-31 eller 31 aug.",
            written=written,
        )
    return "02-28" if (day.month, day.day) == (2, 29) else f"{day.month:02}-{day.day:02}"


def checked(work: list[Problem], read: Any, *given: Any) -> Any:  # noqa: ANN401 - any reader
    """Read a value; keep what is wrong with it and give "" instead."""
    try:
        return read(*given)
    except Refusal as refusal:
        work.extend(refusal.problems)
        return ""


def account_of(
    problems: list[Problem], kind: str | None, number: str
) -> tuple[AccountKind | None, str]:
    """Give kind and number of a giro account; keep what is wrong with them."""
    if not number:
        return None, ""
    if kind:
        return AccountKind(kind), checked(problems, account, AccountKind(kind), number)
    kinds = valid_as(number)
    if len(kinds) == 1:
        return kinds[0], account(kinds[0], number)
    problems.append(
        problem(
            "account_kind",
            "Kontotyp – numret kan vara både bankgiro och plusgiro – välj vilket föreningen har.",
        )
        if kinds
        else problem(
            "account",
            "Kontonummer – {number} är varken bankgiro eller plusgiro – kontrollera siffrorna.",
            number=number,
        )
    )
    return None, ""


def _add(desk: Desk, it: AddAssociation, work: Work) -> None:
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
    work.said = say("{name} är ändrad.", name=it.name)


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


def receive(desk: Desk, it: ReceiveAnnualReport, work: Work) -> None:
    """Plan the annual report's row; refuse a day on which no financial year of theirs ended."""
    association = association_of(desk, it.association_id)
    expected = last_closed_year(it.year_end, association.year_end).last
    if expected != it.year_end:
        raise refuse(
            "year_end",
            "Räkenskapsåret slutade – {day} är inte föreningens bokslutsdag – skriv {expected}"
            " eller ändra föreningens räkenskapsår.",
            day=it.year_end.isoformat(),
            expected=expected.isoformat(),
        )
    year = financial_year(it.year_end)
    if desk.store.first(
        AnnualReport, "association_id = ? and year_end = ?", association.id, it.year_end
    ):
        raise refuse(
            "year_end",
            "Räkenskapsåret slutade – berättelsen för {year} finns redan – välj ett annat år.",
            year=year_words(year),
        )
    document = (
        file_away(
            desk,
            work,
            it.file,
            kind="annual_report",
            title=f"Verksamhetsberättelse {year}",
            subject=f"association:{association.id}",
        )
        if it.file
        else None
    )
    work.add(
        AnnualReport(
            association_id=association.id,
            year_end=it.year_end,
            received_on=it.received_on,
            channel=Channel(it.channel),
            document_id=document.id if document else None,
        )
    )
    work.about("association", association.id)
    work.said = say(
        "Verksamhetsberättelsen för {year} från {name} har kommit in.",
        year=year_words(year),
        name=association.name,
    )


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


def annual_report_now(desk: Desk, association: Association) -> dict[str, Any]:
    """Propose the year that the payment gate asks for today."""
    year = last_closed_year(desk.today, association.year_end)
    return {
        "association_id": association.id,
        "year_end": year.last,
        "received_on": desk.today,
        "channel": "email",
    }


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
    Step(
        name="receive_annual_report",
        command=ReceiveAnnualReport,
        about="association",
        title=say("Ta emot verksamhetsberättelsen"),
        button=say("Ta emot och godkänn"),
        plan=receive,
        applies=lambda it: it.kind is ApplicantKind.ASSOCIATION,
        prefill=annual_report_now,
    ),
)
