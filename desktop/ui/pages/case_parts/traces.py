"""What an event changed, said in words: `Ärendet: läge Bereds → I samråd`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import (
    CHANNEL_WORDS,
    OUTCOME_WORDS,
    PHASE_WORDS,
    Channel,
    Outcome,
    Phase,
)
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.ui.i18n import shown, tr

if TYPE_CHECKING:
    from db.change import Changed, Event
    from db.row import SqlValue

_ROWS: dict[str, Text] = {
    "grant_case": say("Ärendet"),
    "application": say("Ansökan"),
    "document": say("Handling"),
    "completion": say("Komplettering"),
    "round": say("Samrådsomgång"),
    "round_case": say("Rad i samrådet"),
    "round_member": say("Ledamot i samrådet"),
    "decision": say("Beslut"),
    "dispatch": say("Utskick"),
    "decision_list": say("Delegationslista"),
    "listed_decision": say("Rad på delegationslistan"),
    "listed_reclaim": say("Rad på delegationslistan"),
    "appeal": say("Överklagande"),
    "exemption": say("Undantag"),
    "payment": say("Utbetalning"),
    "report": say("Rapport"),
    "extension": say("Längre tid"),
    "reminder": say("Påminnelse"),
    "reclaim": say("Återkrav"),
    "repayment": say("Återbetalning"),
    "annual_report": say("Verksamhetsberättelse"),
    "taken_back": say("Taget tillbaka"),
}
_FIELDS: dict[str, Text] = {
    "phase": say("läge"),
    "state": say("läge"),
    "number": say("nummer"),
    "dnr": say("diarienummer"),
    "unconsulted": say("skäl utan samråd"),
    "declined_on": say("avstod"),
    "asked_ore": say("sökt"),
    "granted_ore": say("beviljat"),
    "amount_ore": say("belopp"),
    "proposal_ore": say("förslag"),
    "costs_ore": say("kostnader"),
    "other_funding_ore": say("annan finansiering"),
    "participants": say("deltagare"),
    "participant_days": say("dagar per deltagare"),
    "deviation_ore": say("avviker"),
    "purpose": say("ändamål"),
    "came_on": say("kom in"),
    "received_on": say("kom in"),
    "due_on": say("senast"),
    "held_on": say("hölls"),
    "sent_on": say("skickat"),
    "returned_on": say("kom tillbaka"),
    "meeting_on": say("möte"),
    "paragraph": say("paragraf"),
    "announced_on": say("anslaget"),
    "decided_on": say("beslutat"),
    "handed_on": say("lämnat till ekonomi"),
    "paid_on": say("utbetalt"),
    "judged_on": say("bedömd"),
    "settled_on": say("avgjort"),
    "channel": say("hur"),
    "recipient": say("till"),
    "outcome": say("utfall"),
    "title": say("namn"),
    "account": say("konto"),
    "reason": say("skäl"),
    "note": say("anteckning"),
    "deleted": say("borttagen"),
}
_STATES: dict[str, Text] = {
    "planned": say("planerad"),
    "ready": say("klar att betala"),
    "handed": say("hos ekonomi"),
    "paid": say("betald"),
    "reversed": say("återförd"),
    "cancelled": say("struken"),
    "awaited": say("väntas"),
    "received": say("inkommen"),
    "completion": say("kompletteras"),
    "approved": say("godkänd"),
    "deviating": say("avviker"),
    "waived": say("efterges"),
    "missing": say("uteblev"),
    "lapsed": say("behövs inte"),
    "decided": say("beslutat"),
    "claimed": say("krävt"),
    "part_paid": say("delvis betalt"),
    "written_off": say("avskrivet"),
}


def changes_of(event: Event) -> list[str]:
    """Give a line for each row of the case that the event wrote; rows without words are left."""
    lines = [_line(each) for each in event.changed()]
    said = [line for line in lines if line]
    if event.reason:
        said.append(tr("Skäl: {reason}", reason=event.reason))
    return list(dict.fromkeys(said))


def _line(changed: Changed) -> str:
    row = _ROWS.get(changed.table)
    if row is None:
        return ""
    parts = []
    for name, after in changed.after.items():
        if name not in _FIELDS or after in (None, ""):
            continue
        words = _value(changed.table, name, after)
        before = _before(changed, name)
        arrow = f"{before} → {words}" if before else words
        parts.append(f"{shown(_FIELDS[name])} {arrow}")
    title = shown(row)
    return f"{title}: {', '.join(parts)}" if parts else title


def _before(changed: Changed, name: str) -> str:
    if changed.before is None or changed.before.get(name) in (None, ""):
        return ""
    return _value(changed.table, name, changed.before[name])


def _value(table: str, name: str, value: SqlValue) -> str:
    if name.endswith("_ore") and isinstance(value, int):
        return kr(value // 100)
    words = str(value)
    if name == "phase":
        return shown(PHASE_WORDS[Phase(words)])
    if name == "channel":
        return shown(CHANNEL_WORDS[Channel(words)]).lower()
    if name == "outcome" and table == "decision":
        return shown(OUTCOME_WORDS[Outcome(words)]).lower()
    if name == "state":
        return shown(_STATES.get(words)) or words
    return words
