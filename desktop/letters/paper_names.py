"""What papers and shared texts are called, how they are grouped, and when their parts are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import Text, say
from desktop.letters.placeholder_names import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

GROUPS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (
        say("Beslut"),
        (
            "decision_granted",
            "decision_partly",
            "decision_rejected",
            "decision_dismissed",
            "decision_written_off",
            "reclaim_decision",
        ),
    ),
    (say("Nämndens egna beslut"), ("board_proposal", "board_decision")),
    (
        say("Brev till föreningar"),
        (
            "confirmation",
            "completion_request",
            "report_reminder",
            "overdue_reminder",
            "report_extension",
        ),
    ),
    (say("Blad och listor"), ("committee_sheet", "delegation_list", "payment_order")),
    (say("Gemensamma texter"), ("conditions", "appeal")),
)
"""Everything that has a text to edit."""

PAPER_NAMES: dict[str, Text] = {
    "decision_granted": say("Bifall"),
    "decision_partly": say("Delvis bifall"),
    "decision_rejected": say("Avslag"),
    "decision_dismissed": say("Avvisning"),
    "decision_written_off": say("Avskrivning"),
    "reclaim_decision": say("Återkrav"),
    "board_proposal": say("Tjänsteskrivelse till nämnden"),
    "board_decision": say("Brev om nämndens beslut"),
    "confirmation": say("Bekräftelse av ansökan"),
    "completion_request": say("Begäran om komplettering"),
    "report_reminder": say("Påminnelse om rapport"),
    "overdue_reminder": say("Försenad rapport"),
    "report_extension": say("Längre tid för rapporten"),
    "committee_sheet": say("Samrådsblad"),
    "delegation_list": say("Delegationslista"),
    "payment_order": say("Utbetalningsunderlag"),
    "conditions": say("Villkor"),
    "appeal": say("Så överklagar man"),
}
"""The name of each."""

SHOWN_IN: dict[str, str] = {"conditions": "decision_granted", "appeal": "decision_granted"}
"""The paper that a shared text is shown in while it is edited."""

_STATES: dict[str, tuple[Text, Text]] = {
    "account": (say("kontot är känt"), say("kontot inte är känt")),
    "assessment": (say("en bedömning är skriven"), say("ingen bedömning är skriven")),
    "board_meeting": (
        say("nämndens sammanträde är känt"),
        say("nämndens sammanträde inte är känt"),
    ),
    "consulted": (say("kommittén ska höras"), say("kommittén inte ska höras")),
    "consulted_on": (say("samråd har hållits"), say("samråd inte har hållits")),
    "copies_to": (say("någon får kopia"), say("ingen får kopia")),
    "board_paragraph": (say("nämnden har beslutat själv"), say("beslutet är delegerat")),
    "deciding_board": (say("nämnden beslutar själv"), say("beslutet är delegerat")),
    "delegation_number": (say("beslutet är delegerat"), say("nämnden har beslutat själv")),
    "deviation": (say("beslutet avviker från en regel"), say("beslutet följer reglerna")),
    "deviations": (say("något förslag avviker"), say("inget förslag avviker")),
    "email": (say("e-post är angiven"), say("e-post inte är angiven")),
    "frame_after": (say("ramen efter förslagen är känd"), say("ramen inte är känd")),
    "frame_before": (say("ramen före förslagen är känd"), say("ramen inte är känd")),
    "gate": (
        say("utbetalningen väntar på verksamhetsberättelsen"),
        say("utbetalningen inte väntar på verksamhetsberättelsen"),
    ),
    "gates": (
        say("villkor skulle uppfyllas före utbetalningen"),
        say("inga villkor skulle uppfyllas"),
    ),
    "granted": (say("något beviljas"), say("inget beviljas")),
    "ground_facts": (say("uppgifterna var felaktiga"), say("uppgifterna inte var felaktiga")),
    "ground_purpose": (
        say("pengarna inte använts till ändamålet"),
        say("pengarna använts till ändamålet"),
    ),
    "ground_report": (say("rapporten har uteblivit"), say("rapporten har kommit")),
    "heard_on": (say("föreningen har fått yttra sig"), say("föreningen inte har fått yttra sig")),
    "lapsed": (say("riktlinjen har gått ut"), say("riktlinjen gäller")),
    "later": (say("beslutet ersätter ett tidigare"), say("beslutet är det första")),
    "limits": (say("beräkningen visas"), say("beräkningen inte visas")),
    "members": (say("ledamöterna är kända"), say("ledamöterna inte är kända")),
    "missing": (say("något saknas"), say("inget saknas")),
    "one": (say("listan har ett beslut"), say("listan inte har ett beslut")),
    "outcome_dismissed": (say("ansökan avvisas"), say("ansökan inte avvisas")),
    "outcome_granted": (say("hela summan beviljas"), say("inte hela summan beviljas")),
    "outcome_partly": (say("en del beviljas"), say("inte en del beviljas")),
    "outcome_rejected": (say("ansökan avslås"), say("ansökan inte avslås")),
    "outcome_written_off": (say("ärendet skrivs av"), say("ärendet inte skrivs av")),
    "paid": (say("bidraget är utbetalt"), say("bidraget inte är utbetalt")),
    "paragraph": (say("stället i riktlinjen är känt"), say("stället i riktlinjen inte är känt")),
    "pay_to": (say("kontot att betala till är känt"), say("en faktura skickas")),
    "phone": (say("telefon är angiven"), say("telefon inte är angiven")),
    "place": (say("orten är känd"), say("orten inte är känd")),
    "pots": (say("det finns potter"), say("det inte finns potter")),
    "principal": (say("ansvarig rektor är känd"), say("ansvarig rektor inte är känd")),
    "reasons": (say("skäl är skrivna"), say("skäl inte är skrivna")),
    "reclaimed": (say("något är återkrävt"), say("inget är återkrävt")),
    "remark": (say("kommittén har lämnat synpunkter"), say("kommittén inte har synpunkter")),
    "reminded": (say("vi har påmint"), say("vi inte har påmint")),
    "report_due": (say("en rapport ska lämnas"), say("ingen rapport ska lämnas")),
    "rows": (say("listan har beslut"), say("listan är tom")),
    "several": (say("listan har flera beslut"), say("listan inte har flera beslut")),
    "website": (say("webbplatsen är angiven"), say("webbplatsen inte är angiven")),
    "withdrawn_on": (say("ansökan togs tillbaka"), say("ansökan inte togs tillbaka")),
}
"""What it means that a value is there, and that it is not, to follow "Visas när"."""


def paper_name(name: str) -> Text:
    """Give the name of a paper or shared text; its own key when it has none."""
    return PAPER_NAMES.get(name, Text(name))


def states(when: Iterable[str], unless: Iterable[str] = ()) -> tuple[Text, ...]:
    """Give in words what must be so for a part to be shown; nothing when it always is."""
    held = [_state(name)[0] for name in when]
    return (*held, *(_state(name)[1] for name in unless))


def _state(name: str) -> tuple[Text, Text]:
    known = _STATES.get(name)
    if known is not None:
        return known
    word = NAMES.get(name, name)
    return say("{word} är angivet", word=word), say("{word} inte är angivet", word=word)


PART_NAMES: dict[str, Text] = {
    "amounts": say("Beloppen: sökt, beviljat, avslaget"),
    "reasons": say("Skälen i det här beslutet"),
    "limits": say("Beräkningen, rad för rad"),
    "decided_by": say("Den som beslutat, med delegation"),
    "signature": say("Plats för namnteckning"),
    "items": say("Listan över det som saknas"),
    "missing": say("Listan över det som saknas"),
    "gates": say("Villkoren som är uppfyllda"),
    "order_fields": say("Mottagare, konto och kontering"),
    "attestation": say("Plats för attest"),
    "proposals": say("Ansökningarna med förslag"),
    "pots": say("Potterna per ort"),
    "members": say("Ledamöterna"),
    "remarks": say("Rader för synpunkter"),
    "rule_notes": say("Reglerna som nämns"),
    "decisions": say("Besluten som tabell"),
    "list_signature": say("Plats för namnteckning"),
    "reclaim_amounts": say("Beloppen: utbetalt, återbetalt, återkrav"),
    "reclaim_reason": say("Skälet till återkravet"),
    "conditions": say("Villkoren (en gemensam text)"),
    "appeal": say("Så överklagar man (en gemensam text)"),
    "exchange": say("Utbytet: dagar, deltagare, mål och aktiviteter"),
    "budget_lines": say("Den detaljerade budgeten"),
    "checked_rules": say("Vad reglerna säger"),
    "proposed_sum": say("Beräkningen med förslaget"),
    "assessment": say("Din bedömning"),
}
"""What the program fills in whole, where it stands among the words."""
