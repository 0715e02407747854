"""What acts on applicants share: finding one, its name and number, year end and account."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.numbers import account, valid_as
from desktop.domain.phases import ACCOUNT_WORDS, AccountKind
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.registers import Association
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


ACCOUNTS = {str(kind): str(word) for kind, word in ACCOUNT_WORDS.items()}


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
    typed = f"2028-{written}" if match else written
    day, later = (parse_day(typed, today) for today in (date(2028, 1, 1), date(2028, 1, 2)))
    # "t" and "+7" are days counted from today, and no end of a year.
    if day is None or later is None or (day.month, day.day) != (later.month, later.day):
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
