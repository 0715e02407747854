"""The kinds of cost a visit has, in Swedish and English, and who pays them by custom."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.text import Text, say
from desktop.domain.visit_words import Payer


class CostType(StrEnum):
    """A kind of cost."""

    TRAVEL = "travel"
    LOCAL_TRANSPORT = "local_transport"
    LODGING = "lodging"
    FOOD = "food"
    PROGRAMME = "programme"
    INTERPRETING = "interpreting"
    INSURANCE = "insurance"
    VISA = "visa"
    GIFTS = "gifts"
    DAILY_ALLOWANCE = "daily_allowance"
    COMPANIONS = "companions"
    YOUTH_LODGING = "youth_lodging"


COST_WORDS: dict[CostType, Text] = {
    CostType.TRAVEL: say("Resa till och från överenskommen ankomstort"),
    CostType.LOCAL_TRANSPORT: say("Lokala transporter"),
    CostType.LODGING: say("Logi"),
    CostType.FOOD: say("Kost"),
    CostType.PROGRAMME: say("Program, entréer, lokaler"),
    CostType.INTERPRETING: say("Tolk och översättning"),
    CostType.INSURANCE: say("Rese- och sjukförsäkring"),
    CostType.VISA: say("Visum och pass"),
    CostType.GIFTS: say("Gåvor"),
    CostType.DAILY_ALLOWANCE: say("Traktamente och lön"),
    CostType.COMPANIONS: say("Medföljande och privata dagar"),
    CostType.YOUTH_LODGING: say("Ungdomsgrupp: värdfamilj eller enklare logi"),
}
"""The words of agreements, forms and Swedish papers."""

SHORT_WORDS: dict[CostType, Text] = COST_WORDS | {
    CostType.TRAVEL: say("Resa"),
    CostType.PROGRAMME: say("Program"),
    CostType.INTERPRETING: say("Tolk"),
    CostType.INSURANCE: say("Försäkring"),
    CostType.COMPANIONS: say("Medföljande"),
    CostType.DAILY_ALLOWANCE: say("Traktamente"),
    CostType.YOUTH_LODGING: say("Logi för ungdomsgrupp"),
}
"""The words of a visit's costs, where there is little room."""

ENGLISH: dict[CostType, str] = {
    CostType.TRAVEL: "Travel to and from the agreed place of arrival",
    CostType.LOCAL_TRANSPORT: "Local transport",
    CostType.LODGING: "Accommodation",
    CostType.FOOD: "Meals",
    CostType.PROGRAMME: "Programme costs, entrance fees, venues",
    CostType.INTERPRETING: "Interpreting and translation",
    CostType.INSURANCE: "Travel and health insurance",
    CostType.VISA: "Visa, passport",
    CostType.GIFTS: "Gifts",
    CostType.DAILY_ALLOWANCE: "Daily allowance, salary",
    CostType.COMPANIONS: "Accompanying persons, private days",
    CostType.YOUTH_LODGING: "Youth groups: host family or simple lodging",
}
"""The words of English papers; part of a text that two parties sign, so never translated."""

CUSTOM: dict[CostType, Payer] = {
    CostType.TRAVEL: Payer.GUEST,
    CostType.LOCAL_TRANSPORT: Payer.HOST,
    CostType.LODGING: Payer.HOST,
    CostType.FOOD: Payer.HOST,
    CostType.PROGRAMME: Payer.HOST,
    CostType.INTERPRETING: Payer.HOST,
    CostType.INSURANCE: Payer.GUEST,
    CostType.VISA: Payer.GUEST,
    CostType.GIFTS: Payer.OWN,
    CostType.DAILY_ALLOWANCE: Payer.OWN,
    CostType.COMPANIONS: Payer.GUEST,
    CostType.YOUTH_LODGING: Payer.HOST,
}
"""Who pays where neither guideline nor agreement says otherwise; proposed, never imposed."""
