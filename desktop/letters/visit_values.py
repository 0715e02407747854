"""An invitation, a visit sheet and a settlement as words for their templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, genitive, weekday_date
from desktop.domain.visit_words import Party
from desktop.letters.phrases import sentence, yes
from desktop.letters.tongue import tongue

if TYPE_CHECKING:
    from desktop.letters.facts import Facts, InvitationFacts, SettlementFacts, VisitSheetFacts
    from desktop.letters.tongue import Tongue


def around(facts: Facts, words: Tongue) -> dict[str, str]:
    """Give who writes and when, in the language of the paper."""
    if not words.english:
        return {}
    return {
        "municipality": words.town(facts.office),
        "date": words.day(facts.made_on),
        "officer_title": words.title(facts.officer.title),
    }


def invitation_values(facts: InvitationFacts) -> dict[str, str]:
    """Give what the template of an invitation may name."""
    words = tongue(facts.language)
    answer = words.day(facts.answer_by) if words.english else weekday_date(facts.answer_by)
    return {
        **around(facts, words),
        "recipient": facts.recipient.name,
        "number": facts.number,
        "purpose": sentence(capital(facts.purpose)),
        "days": words.days(facts.starts_on, facts.ends_on),
        "guests": _guests(facts, words),
        "answer_by": answer,
        "answer_by_iso": facts.answer_by.isoformat(),
        "lines": yes(facts.lines),
        "agreed_on": words.day(facts.agreed_on),
        "arrival_place": words.own_part(facts.arrival_place),
        "programme": yes(facts.programme),
        "young": yes(facts.young),
    }


def _guests(facts: InvitationFacts, words: Tongue) -> str:
    if not facts.guests:
        return ""
    if not facts.young:
        return str(facts.guests)
    return f"{facts.guests}, {words.say('varav unga', 'of whom young people')} {facts.young}"


def sheet_values(facts: VisitSheetFacts) -> dict[str, str]:
    """Give what the template of a visit sheet may name."""
    return {
        "number": facts.number,
        "visit": facts.title,
        "days": facts.days or "utan dag",
        "stage": facts.stage,
        "purpose": sentence(capital(facts.purpose)),
        "why_not_digital": sentence(capital(facts.why_not_digital)),
        "digital": yes(facts.digital or not (facts.digital_first or facts.why_not_digital)),
        "people": yes(facts.people),
        "youth": sentence(facts.youth),
        "programme": yes(facts.programme),
        "costs": yes(facts.costs),
        "bearer": sentence(capital(facts.bearer)),
        "outcome": sentence(capital(facts.outcome)),
        "lessons": sentence(capital(facts.lessons)),
        "reported": sentence(facts.reported),
        "held": yes(facts.held),
        "cancelled": sentence(facts.cancelled),
        "rules": yes(facts.rules),
    }


def settlement_values(facts: SettlementFacts) -> dict[str, str]:
    """Give what the template of a settlement may name."""
    words = tongue(facts.language)
    other = facts.guest if facts.ours is Party.HOST else facts.host
    own = words.own_part(facts.deviation)
    debts = facts.debts
    plain = len(debts) == 1 and Party.OTHER not in debts[0][:2]
    debtor, creditor, ore = debts[0] if debts else (Party.OTHER, Party.OTHER, 0)
    return {
        **around(facts, words),
        "number": facts.number,
        "other": other,
        "guest": facts.guest,
        "host": facts.host,
        "visit": _visit(facts, words),
        "days": words.days(facts.starts_on, facts.ends_on) or words.say("Utan dag", "Without days"),
        "agreed_from": words.day(facts.agreed_from),
        "first_day": words.day(facts.starts_on),
        "debts": yes(debts),
        "debtor": named(facts, debtor, words),
        "creditor": named(facts, creditor, words),
        "creditor_owner": genitive(named(facts, creditor, words)),
        "owed": words.money(ore) if plain else "",
        "many": yes(debts and not plain),
        "ours_owe": yes(plain and debtor is facts.ours),
        "they_owe": yes(plain and creditor is facts.ours),
        "lacking": words.list_of([words.cost(each).lower() for each in facts.lacking]),
        "rows": yes(facts.rows),
        "foreign": yes(any(row.currency != "SEK" for row in facts.rows)),
        "deviations": yes(deviating(facts)),
        "deviation": sentence(own) if words.only(facts.deviation) or not words.english else "",
        "unsaid": yes(words.english and facts.deviation and not words.only(facts.deviation)),
        "cancelled": yes(facts.cancelled),
        "open": yes(not facts.settled),
    }


def _visit(facts: SettlementFacts, words: Tongue) -> str:
    if facts.incoming:
        return words.say(f"besöket från {facts.guest}", f"the visit from {facts.guest}")
    return words.say(f"resan till {facts.host}", f"the visit to {facts.host}")


def named(facts: SettlementFacts, party: Party, words: Tongue) -> str:
    """Give the name of a party."""
    names = {Party.GUEST: facts.guest, Party.HOST: facts.host}
    return names.get(party) or words.say("annan", "another party")


def deviating(facts: SettlementFacts) -> bool:
    """Tell whether any cost differs from the agreement."""
    return any(row.over_ore or row.exempted or row.unnamed for row in facts.rows)
