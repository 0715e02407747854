"""What the placeholders of letter texts are called in Swedish, as a person writes them."""

from __future__ import annotations

import re

from desktop.letters.template import PLACEHOLDER

NAMES: dict[str, str] = {
    "account": "konto",
    "account_source": "kontots källa",
    "activity": "aktiviteten eller verksamheten",
    "account_wanted": "konto som saknas",
    "amount": "belopp",
    "amount_kr": "belopp i kr",
    "answer_by": "svara senast",
    "answer_by_day": "svara senast, dag",
    "answer_by_iso": "svara senast, siffror",
    "application": "ansökan om …",
    "application_capital": "Ansökan om …",
    "applications": "antal ansökningar",
    "arrived": "dag ansökan kom",
    "asked": "sökt belopp",
    "attestor": "attestant",
    "authority": "stöd i riktlinjen",
    "board": "nämnd",
    "board_capital": "Nämnd",
    "board_genitive": "nämndens",
    "board_paragraph": "nämndens paragraf",
    "board_meeting": "nämndens sammanträde",
    "called": "föreningen",
    "called_capital": "Föreningen",
    "called_genitive": "föreningens",
    "case_number": "ärendenummer",
    "coding": "kontering",
    "committee": "kommittén",
    "committee_capital": "Kommittén",
    "conflict": "jäv",
    "consulted_on": "dag för samråd",
    "copies_to": "kopia till",
    "count": "antal beslut",
    "court": "förvaltningsrätt",
    "court_address": "domstolens adress",
    "date": "brevets dag",
    "date_iso": "brevets dag, siffror",
    "decided_on": "beslutsdag",
    "decider": "Den som beslutar",
    "decider_alone": "Den som beslutar, ensamt",
    "decision_number": "beslutets nummer",
    "deciding_board": "nämnden som beslutar själv",
    "deciding_board_genitive": "nämndens som beslutar själv",
    "deciding_board_capital": "Nämnden som beslutar själv",
    "delegation": "delegation",
    "department": "förvaltning",
    "deviation": "avsteg",
    "dnr": "diarienummer",
    "due": "sista dag",
    "due_iso": "sista dag, siffror",
    "email": "e-post",
    "for_what": "till vad",
    "for_what_when": "till vad och när",
    "frame_after": "ram efter förslagen",
    "frame_before": "ram före förslagen",
    "goals": "mål som ansökan följer",
    "granted": "beviljat belopp",
    "ground": "skäl till ändringen",
    "guideline": "riktlinjen",
    "guideline_capital": "Riktlinjen",
    "guideline_long": "riktlinjens namn",
    "guideline_source": "när riktlinjen antogs",
    "heard_on": "dag för yttrande",
    "late": "antal dagar försenad",
    "meeting": "sammanträde",
    "meets_on": "kommittén hörs",
    "missing": "det som saknas",
    "municipality": "kommun",
    "new_day": "ny sista dag",
    "new_iso": "ny sista dag, siffror",
    "number": "nummer",
    "officer": "handläggare",
    "officer_title": "titel",
    "officer_title_definite": "titeln i bestämd form",
    "old_day": "tidigare sista dag",
    "organisation_number": "organisationsnummer",
    "paid": "utbetalt belopp",
    "paragraph": "ställe i riktlinjen",
    "pay_by": "betala senast",
    "pay_by_day": "betala senast, dag",
    "pay_by_iso": "betala senast, siffror",
    "pay_to": "betala till",
    "period": "dagar",
    "phone": "telefon",
    "place": "ort",
    "principal": "ansvarig rektor",
    "proposed": "föreslaget belopp",
    "purpose": "ändamål",
    "reason": "skäl",
    "recipient": "mottagare",
    "recipient_genitive": "mottagarens",
    "reclaimed": "återkrävt belopp",
    "reference": "diarienummer eller ärende",
    "rejected": "avslaget belopp",
    "remark": "kommitténs synpunkt",
    "reminded": "dagar för påminnelse",
    "replaces": "beslut som ersätts",
    "report_due": "rapport senast",
    "returned": "återbetalt belopp",
    "round": "samrådsomgång",
    "scheme": "bidrag",
    "scheme_capital": "Bidrag",
    "scheme_year": "Bidrag och år",
    "sent_on": "utskickat",
    "subject": "Saken",
    "subject_inside": "saken",
    "sum": "summa",
    "town": "kommunens korta namn",
    "unconsulted": "skäl till att samråd inte hölls",
    "valid_to": "riktlinjens sista dag",
    "version": "version",
    "version_word": "slag av beslut",
    "website": "webbplats",
    "withdrawn_on": "dag ansökan togs tillbaka",
    "year": "bidragsår",
}
"""Placeholder and its name; the names differ from each other also in capitals only."""

_BY_NAME = {name: key for key, name in NAMES.items()}
_WRITTEN = re.compile(r"\{([^{}\n]*)\}")


def name_of(placeholder: str) -> str:
    """Give the Swedish name; a placeholder without one is its own name."""
    return NAMES.get(placeholder, placeholder)


def named(text: str) -> str:
    """Put Swedish names in the place of placeholders, for a person to read and edit."""
    return PLACEHOLDER.sub(lambda match: f"{{{name_of(match[1])}}}", text)


def coded(text: str) -> str:
    """Put placeholders in the place of Swedish names; what is none stays as it is written."""

    def code(match: re.Match[str]) -> str:
        written = match[1].strip()
        return f"{{{_BY_NAME.get(written, written)}}}"

    return _WRITTEN.sub(code, text)


def braces(text: str) -> tuple[str, ...]:
    """List what stands within braces in a text, placeholder or not."""
    return tuple(dict.fromkeys(_WRITTEN.findall(text)))
