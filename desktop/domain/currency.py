"""Currencies that visits are paid in, their smallest units, and kronor at a day's rate."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain.swedish import NO_BREAK, digits

SEK = "SEK"
CURRENCIES: dict[str, int] = {
    SEK: 2,
    "EUR": 2,
    "NOK": 2,
    "DKK": 2,
    "ISK": 0,
    "GBP": 2,
    "USD": 2,
    "CHF": 2,
    "PLN": 2,
    "CZK": 2,
    "HUF": 2,
    "RON": 2,
    "BGN": 2,
    "UAH": 2,
    "MDL": 2,
    "GEL": 2,
    "RUB": 2,
    "BYN": 2,
    "TRY": 2,
    "CAD": 2,
    "CNY": 2,
    "INR": 2,
    "JPY": 0,
    "KRW": 0,
    "TZS": 2,
    "ZAR": 2,
    "NAD": 2,
    "BWP": 2,
}
"""Decimals of each currency's smallest unit (ISO 4217)."""
MOST = 99_999_999_900
"""The most of any sum in its smallest unit: 999 999 999 kronor."""
MOST_RATE = Decimal(100_000)
"""The highest rate anybody writes; more is a typing mistake."""

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_AMOUNT = re.compile(r"(\d{1,12})(?:[.,](\d{1,2}))?")
_RATE = re.compile(r"(\d{1,6})(?:[.,](\d{1,8}))?")


def parse_amount(written: str, currency: str) -> int | None:
    """Give a sum as smallest units: "17 100" kronor is 1 710 000; None when it is no sum."""
    match = _matched(_AMOUNT, written, currency)
    if match is None:
        return None
    decimals = CURRENCIES[currency]
    fraction = (match[2] or "").rstrip("0")
    if len(fraction) > decimals:
        return None
    units = int(match[1]) * 10**decimals + int(fraction.ljust(decimals, "0") or 0)
    return units if units <= MOST else None


def parse_rate(written: str) -> str | None:
    """Give a rate with a point, "0.0750"; None when it is none or nothing at all."""
    match = _matched(_RATE, written, "")
    if match is None:
        return None
    rate = f"{int(match[1])}.{match[2]}" if match[2] else str(int(match[1]))
    return rate if 0 < Decimal(rate) <= MOST_RATE else None


def _matched(pattern: re.Pattern[str], written: str, unit: str) -> re.Match[str] | None:
    bare = _SPACES.sub("", written).lower().removesuffix(unit.lower())
    match = pattern.fullmatch(bare.removesuffix("kr") if unit in ("", SEK) else bare)
    return match if match is not None and bare.isascii() else None


def to_ore(amount: int, currency: str, rate: str) -> int:
    """Give smallest units at a rate as öre; half an öre is rounded up."""
    if currency == SEK:
        return amount
    units = Decimal(amount).scaleb(-CURRENCIES[currency])
    return int((units * Decimal(rate) * 100).quantize(Decimal(1), ROUND_HALF_UP))


def written_amount(amount: int, currency: str) -> str:
    """Give a sum as it is typed and shown, without its unit: "552 000", "950,50"."""
    whole, rest = divmod(abs(amount), 10 ** CURRENCIES[currency])
    sign = "\u2013" if amount < 0 else ""
    shown = f"{sign}{digits(whole)}"
    return f"{shown},{rest:0{CURRENCIES[currency]}}" if rest else shown


def money(amount: int, currency: str = SEK) -> str:
    """Give a sum with its unit: "4 200 kr", "552 000 ISK"."""
    unit = "kr" if currency == SEK else currency
    return f"{written_amount(amount, currency)}{NO_BREAK}{unit}"
