"""Numbers with check digits: organisation numbers, bankgiro, plusgiro, personal numbers in text."""

from __future__ import annotations

import re

from desktop.domain.phases import AccountKind
from desktop.domain.problems import Refusal, refuse

ORGANISATION_DIGITS = 10
BANKGIRO_SHORT = 7
MIN_GROUP = 2
"""The third digit of an organisation number is at least 2, or it is a person's number."""

_PERSONAL = re.compile(
    r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-9]\d)[-+ ]?\d{4}(?!\d)"
)


def _luhn(digits: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415 - 22 ms that no first page needs

    return bool(luhn.is_valid(digits))


def _digits(written: str) -> str:
    return re.sub(r"[\s\u00a0\u2009-]", "", written)


def organisation_number(written: str, field: str = "organisation_number") -> str:
    """Give NNNNNN-NNNN, or "" for nothing; refuse a wrong one and a personal number."""
    digits = _digits(written)
    if not digits:
        return ""
    if len(digits) == ORGANISATION_DIGITS + 2 and digits.startswith("16"):
        digits = digits[2:]
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (10, 12):
        raise refuse(
            field,
            "Organisationsnummer – {written} har inte tio siffror – skriv som 802456-7896"
            " eller lämna tomt.",
            written=written[:40],
        )
    if len(digits) != ORGANISATION_DIGITS or int(digits[2]) < MIN_GROUP:
        raise refuse(
            field,
            "Organisationsnummer – {written} ser ut som ett personnummer, och sådana sparas inte"
            " här – lämna tomt om föreningen saknar eget nummer.",
            written=f"{digits[:2]}…",
        )
    if not _luhn(digits):
        raise refuse(
            field,
            "Organisationsnummer – sista siffran stämmer inte – kontrollera mot stadgarna"
            " eller lämna tomt.",
        )
    return f"{digits[:6]}-{digits[6:]}"


def bankgiro(written: str, field: str = "account") -> str:
    """Give NNN-NNNN or NNNN-NNNN; refuse what is not a bankgiro number."""
    digits = _digits(written)
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (7, 8):
        raise refuse(
            field,
            "Bankgiro – {written} har inte sju eller åtta siffror – skriv som 5402-9681.",
            written=written[:40],
        )
    if not _luhn(digits):
        raise refuse(
            field,
            "Bankgiro – sista siffran i {written} stämmer inte – kontrollera mot föreningens"
            " intyg, eller välj plusgiro.",
            written=written[:40],
        )
    return f"{digits[:-4]}-{digits[-4:]}"


def plusgiro(written: str, field: str = "account") -> str:
    """Give pairs from the right and the check digit, "12 34 56-6"; refuse what is not one."""
    digits = _digits(written)
    if not digits.isascii() or not digits.isdigit() or not 2 <= len(digits) <= 8:  # noqa: PLR2004
        raise refuse(
            field,
            "Plusgiro – {written} har inte två till åtta siffror – skriv som 12 34 56-6.",
            written=written[:40],
        )
    if not _luhn(digits):
        raise refuse(
            field,
            "Plusgiro – sista siffran i {written} stämmer inte – kontrollera mot föreningens"
            " intyg, eller välj bankgiro.",
            written=written[:40],
        )
    body = digits[:-1]
    head = len(body) % 2
    pairs = [body[:head]] if head else []
    pairs += [body[at : at + 2] for at in range(head, len(body), 2)]
    return f"{' '.join(pairs)}-{digits[-1]}"


def account(kind: AccountKind, written: str, field: str = "account") -> str:
    """Give the account number as printed; refuse a wrong one."""
    return bankgiro(written, field) if kind is AccountKind.BANKGIRO else plusgiro(written, field)


def accounting_string(written: str, parts: tuple[str, ...], field: str = "account_string") -> str:
    """Give an accounting string (kontosträng) with `/` between its parts (S5).

    `parts` are the names of its parts, in order, as the guideline has them. Refuses one with a
    part missing, naming that part, one with too many, and a part with other signs than letters,
    digits and hyphens. Nothing gives "".
    """
    given = [each.strip() for each in re.split(r"\s*/\s*", written.strip())]
    if not any(given):
        return ""
    shape = "/".join(parts)
    if len(given) > len(parts):
        raise refuse(
            field,
            "Kontosträng – {count} delar är fler än {wanted} – skriv som {shape}.",
            count=len(given),
            wanted=len(parts),
            shape=shape,
        )
    for at, name in enumerate(parts):
        if at >= len(given) or not given[at]:
            raise refuse(
                field,
                "Kontosträng – {part} saknas – skriv som {shape}.",
                part=name,
                shape=shape,
            )
        if not re.fullmatch(r"[0-9A-Za-zÅÄÖåäö-]{1,20}", given[at]):
            raise refuse(
                field,
                "Kontosträng – {part} {written} har andra tecken än siffror och bokstäver – skriv"
                " som {shape}.",
                part=name,
                written=given[at][:40],
                shape=shape,
            )
    return "/".join(given)


def valid_as(written: str) -> tuple[AccountKind, ...]:
    """Give the kinds a number can be; both means that somebody has to choose."""
    kinds = []
    for kind in AccountKind:
        try:
            account(kind, written)
        except Refusal:
            continue
        kinds.append(kind)
    return tuple(kinds)


def masked(number: str) -> str:
    """Hide all but the last four characters that are digits, for what is published."""
    keep = len(number) - 4
    return "".join("•" if sign.isdigit() and at < keep else sign for at, sign in enumerate(number))


def personal_numbers(words: str) -> bool:
    """Say whether a personal number stands in free text: a day and a right check digit."""
    return any(_luhn(re.sub(r"\D", "", found[0])[-10:]) for found in _PERSONAL.finditer(words))
