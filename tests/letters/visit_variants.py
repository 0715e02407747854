"""What makes the papers of visits, agreements and budget long and bare."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.letters.visit_samples import (
    COST,
    FIRST,
    LINES,
    LODGING,
    PEOPLE,
    TRIP,
    TRIP_PLACE,
    budget_overview,
)

BUDGET = budget_overview(office=None, officer=None)
NOTE = "Det här gäller bara när båda har sagt ja till det i förväg. // This is agreed beforehand."

DAYS = tuple((FIRST + timedelta(days=each), "Arbete i grupper") for each in range(80))

VISIT_MANY: dict[str, dict[str, Any]] = {
    "agreement": {"lines": tuple(replace(line, note=NOTE * 3) for line in LINES * 4)},
    "invitation": {"programme": DAYS, "lines": LINES * 6},
    "invitation_en": {"programme": DAYS, "lines": LINES * 6},
    "visit_sheet": {"people": PEOPLE * 20, "costs": (COST,) * 60},
    "settlement": {"rows": (LODGING,) * 120},
    "settlement_en": {"rows": (LODGING,) * 120},
    "trip_list": {"trips": (TRIP,) * 60, "places": (TRIP_PLACE,) * 30},
    "budget_overview": {"grants": BUDGET.grants * 15, "costs": BUDGET.costs * 40},
}

_SETTLED = {
    "agreed_from": None,
    "rows": (),
    "should": (),
    "paid": (),
    "debts": (),
    "deviation": "",
    "starts_on": None,
    "ends_on": None,
    "settled": False,
}
_INVITED = {
    "guests": 0,
    "young": 0,
    "lines": (),
    "agreed_on": None,
    "arrival_place": "",
    "programme": (),
}
VISIT_FEW: dict[str, dict[str, Any]] = {
    "agreement": {
        "version": 1,
        "replaced_on": None,
        "areas": "",
        "arrival_place": "",
        "valid_from": None,
        "valid_to": None,
        "notice_months": None,
        "review_on": None,
        "prevailing": "en",
        "draft": True,
    },
    "invitation": _INVITED,
    "invitation_en": _INVITED,
    "visit_sheet": {
        "days": "",
        "purpose": "",
        "goals": (),
        "agenda": (),
        "approved": "",
        "why_not_digital": "",
        "people": (),
        "youth": "",
        "programme": (),
        "costs": (),
        "bearer": "",
        "agreement": "",
        "settlement": "",
        "deviations": (),
        "outcome": "",
        "lessons": "",
        "reported": "",
        "rules": (),
    },
    "settlement": _SETTLED,
    "settlement_en": _SETTLED,
    "trip_list": {
        "places": (),
        "trips": (),
        "digital_percent": None,
        "youth_percent": None,
        "cited": "",
    },
    "budget_overview": {
        "whole": None,
        "left": None,
        "proposed": 0,
        "calculation": (),
        "grants": (),
        "costs": (),
        "allocations": (),
        "unset": None,
    },
}
