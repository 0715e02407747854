"""Swedish public holidays and the three eves that count as such (2 § lagen 1930:173)."""

from __future__ import annotations

from datetime import date, timedelta

NATIONAL_DAY_SINCE = 2005
"""The 6 June took the place of Whit Monday that year (lagen 1989:253)."""
FIXED = ((1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31))
"""Month and day of those that keep their day; Christmas Eve and New Year's Eve among them."""
AFTER_EASTER = (-2, 0, 1, 39, 49)
"""Good Friday, Easter, its Monday, Ascension Day, Whit Sunday: days after Easter Day."""
SATURDAY = 5


def red_days(year: int) -> frozenset[date]:
    """Give the holidays and eves of a year, from 1953 on."""
    easter = easter_day(year)
    midsummer = _first(SATURDAY, date(year, 6, 20))
    days = [date(year, month, day) for month, day in FIXED]
    days += [easter + timedelta(days=after) for after in AFTER_EASTER]
    days += [midsummer - timedelta(days=1), midsummer, _first(SATURDAY, date(year, 10, 31))]
    if year >= NATIONAL_DAY_SINCE:
        days.append(date(year, 6, 6))
    else:
        days.append(easter + timedelta(days=50))
    return frozenset(days)


def _first(weekday: int, day: date) -> date:
    """Give the first such weekday on or after a day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def easter_day(year: int) -> date:
    """Give Easter Day in the Gregorian calendar, by the moon of the church."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    after = moon - weekday
    month = 3 + (after + 40) // 44
    return date(year, month, after + 28 - 31 * (month // 4))
