"""Acts on schools: who they are, who their principal is and where they are paid (S2, S5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import FORM_WORDS, KIND_WORDS, SCHOOLS, ApplicantKind, SchoolForm
from desktop.domain.numbers import accounting_string, organisation_number
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.registers import Association
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.association_about import (
    ACCOUNTS,
    account_of,
    applicant_unique,
    association_of,
)
from desktop.flow.steps.association_about import checked as _checked
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

KINDS = {str(kind): str(KIND_WORDS[kind]) for kind in SCHOOLS}
FORMS = {str(form): str(word) for form, word in FORM_WORDS.items()}


@dataclass(frozen=True, kw_only=True)
class AddSchool(Command):
    """Register a school that can apply for the exchange fund."""

    name: str = ask(Kind.LINE, "Skola")
    kind: str = ask(Kind.CHOICE, "Huvudman", choices=KINDS, default="municipal_school")
    school_form: str = ask(Kind.CHOICE, "Skolform", choices=FORMS, default="upper_secondary")
    outside: bool = ask(Kind.YES, "Skolan ligger i en annan kommun", default=False)
    principal: str = ask(Kind.LINE, "Ansvarig rektor", default="")
    account_string: str = ask(
        Kind.LINE, "Kontosträng", default="", limit=120, help="För en kommunal skola."
    )
    account_kind: str | None = ask(Kind.CHOICE, "Kontotyp", choices=ACCOUNTS, default=None)
    account: str = ask(
        Kind.LINE, "Kontonummer", default="", limit=40, help="För en fristående skola."
    )
    contact: str = ask(Kind.LINE, "Kontaktperson", default="")
    email: str = ask(Kind.LINE, "E-post", default="")
    phone: str = ask(Kind.LINE, "Telefon", default="", limit=40)
    address: str = ask(Kind.LINE, "Gatuadress eller box", default="")
    postcode: str = ask(Kind.LINE, "Postnummer", default="", limit=12)
    city: str = ask(Kind.LINE, "Postort", default="")
    organisation_number: str = ask(Kind.LINE, "Organisationsnummer", default="")
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangeSchool(Command):
    """Change what is registered of a school; where it is paid has an act of its own."""

    association_id: int = ask(Kind.REF, "Skola", ref="association")
    name: str = ask(Kind.LINE, "Namn")
    school_form: str = ask(Kind.CHOICE, "Skolform", choices=FORMS, default="upper_secondary")
    outside: bool = ask(Kind.YES, "Skolan ligger i en annan kommun", default=False)
    contact: str = ask(Kind.LINE, "Kontaktperson", default="")
    email: str = ask(Kind.LINE, "E-post", default="")
    phone: str = ask(Kind.LINE, "Telefon", default="", limit=40)
    address: str = ask(Kind.LINE, "Gatuadress eller box", default="")
    postcode: str = ask(Kind.LINE, "Postnummer", default="", limit=12)
    city: str = ask(Kind.LINE, "Postort", default="")
    organisation_number: str = ask(Kind.LINE, "Organisationsnummer", default="")
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangeSchoolAccount(Command):
    """Change where a school is paid and to which principal; needs a dated source."""

    association_id: int = ask(Kind.REF, "Skola", ref="association")
    principal: str = ask(Kind.LINE, "Ansvarig rektor")
    account_string: str = ask(
        Kind.LINE, "Kontosträng", default="", limit=120, help="För en kommunal skola."
    )
    account_kind: str | None = ask(Kind.CHOICE, "Kontotyp", choices=ACCOUNTS, default=None)
    account: str = ask(
        Kind.LINE, "Kontonummer", default="", limit=40, help="För en fristående skola."
    )
    source: str = ask(
        Kind.LINE,
        "Varifrån uppgiften kommer",
        help="Till exempel ansökan eller ett samtal med rektorn.",
    )
    source_on: date = ask(Kind.DAY, "Underlagets dag", past=True)


def is_school(applicant: Association) -> bool:
    """Say whether an applicant is a school."""
    return applicant.kind in SCHOOLS


def _paid_to(
    desk: Desk, kind: ApplicantKind, it: AddSchool | ChangeSchoolAccount, problems: list[Problem]
) -> dict[str, Any]:
    """Give account and accounting string as they are kept; each kind of school has its own (S5)."""
    municipal = kind is ApplicantKind.MUNICIPAL_SCHOOL
    if municipal and it.account:
        problems.append(
            problem(
                "account",
                "Kontonummer – en kommunal skola betalas med kontosträng (S5) – skriv den och lämna"
                " kontonumret tomt.",
            )
        )
    if not municipal and it.account_string:
        problems.append(
            problem(
                "account_string",
                "Kontosträng – en fristående skola betalas till bankgiro eller plusgiro (S5) –"
                " skriv numret och lämna kontosträngen tom.",
            )
        )
    parts = desk.in_force()[1].account_parts
    string = _checked(problems, accounting_string, it.account_string, parts) if municipal else ""
    giro_kind, giro = (None, "") if municipal else account_of(problems, it.account_kind, it.account)
    return {
        "principal": it.principal,
        "account_string": string,
        "account_kind": giro_kind,
        "account": giro,
    }


def _add(desk: Desk, it: AddSchool, work: Work) -> None:
    no_personal_numbers("note", "Anteckning", it.note)
    problems: list[Problem] = []
    number = _checked(problems, organisation_number, it.organisation_number)
    kind = ApplicantKind(it.kind)
    paid = _paid_to(desk, kind, it, problems)
    if problems:
        raise Refusal(problems)
    applicant_unique(desk, it.name, number)
    known = paid["account_string"] or paid["account"]
    new = work.add(
        Association(
            name=it.name,
            kind=kind,
            school_form=SchoolForm(it.school_form),
            outside=it.outside,
            organisation_number=number,
            contact=it.contact,
            email=it.email,
            phone=it.phone,
            address=it.address,
            postcode=it.postcode,
            city=it.city,
            account_source=f"registreringen {desk.today}" if known else "",
            note=it.note,
            **paid,
        )
    )
    work.about("association", new.id)
    work.said = say("{name} är tillagd.", name=new.name)


def _school_of(desk: Desk, association_id: int) -> Association:
    found = association_of(desk, association_id)
    if not is_school(found):
        raise refuse("association_id", "Skola – {name} är ingen skola.", name=found.name)
    return found


def _change(desk: Desk, it: ChangeSchool, work: Work) -> None:
    no_personal_numbers("note", "Anteckning", it.note)
    school = _school_of(desk, it.association_id)
    problems: list[Problem] = []
    number = _checked(problems, organisation_number, it.organisation_number)
    if problems:
        raise Refusal(problems)
    applicant_unique(desk, it.name, number, school.id)
    values = {name: value for name, value in vars(it).items() if name != "association_id"}
    form = SchoolForm(it.school_form)
    work.change(school, **{**values, "organisation_number": number, "school_form": form})
    work.about("association", school.id)
    work.said = say("Uppgifterna om {name} är ändrade.", name=it.name)


def _change_account(desk: Desk, it: ChangeSchoolAccount, work: Work) -> None:
    school = _school_of(desk, it.association_id)
    problems: list[Problem] = []
    paid = _paid_to(desk, school.kind, it, problems)
    if problems:
        raise Refusal(problems)
    if not paid["account_string"] and not paid["account"]:
        municipal = school.kind is ApplicantKind.MUNICIPAL_SCHOOL
        raise Refusal([_unnamed(municipal=municipal)])
    work.change(school, account_source=f"{it.source}, {it.source_on}", **paid)
    work.about("association", school.id)
    work.reason = f"{it.source}, {it.source_on}"
    work.said = say("Kontot för {name} är ändrat.", name=school.name)


def _unnamed(*, municipal: bool) -> Problem:
    if municipal:
        return problem("account_string", "Kontosträng – saknas – en kommunal skola har en (S5).")
    return problem(
        "account", "Kontonummer – saknas – en fristående skola har bankgiro eller plusgiro (S5)."
    )


def _now(_desk: Desk, school: Association) -> dict[str, Any]:
    names = ChangeSchool.__dataclass_fields__
    values = {name: getattr(school, name) for name in names if hasattr(school, name)}
    form = school.school_form or SchoolForm.OTHER
    return {**values, "association_id": school.id, "school_form": str(form)}


def _account_now(desk: Desk, school: Association) -> dict[str, Any]:
    return {
        "association_id": school.id,
        "principal": school.principal,
        "source_on": desk.today,
    }


def _old_account(school: Association) -> Text:
    return say(
        "Nuvarande konto: {account}. Ring skolan på ett nummer du redan har.",
        account=school.account_string or school.account or "inget",
    )


STEPS = (
    Step(
        name="add_school",
        command=AddSchool,
        about="associations",
        title=say("Ny skola"),
        button=say("Lägg till skolan"),
        plan=_add,
    ),
    Step(
        name="change_school",
        command=ChangeSchool,
        about="association",
        title=say("Ändra skola"),
        button=say("Ändra skolan"),
        plan=_change,
        applies=is_school,
        prefill=_now,
    ),
    Step(
        name="change_school_account",
        command=ChangeSchoolAccount,
        about="association",
        title=say("Konto och rektor"),
        button=VERBS["change_school_account"],
        plan=_change_account,
        applies=is_school,
        prefill=_account_now,
        consequence=_old_account,
    ),
)
