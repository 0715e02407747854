"""The sample facts made long, hostile, foreign and bare."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from desktop.domain.phases import DecisionKind, ReclaimGround
from desktop.domain.text import Text, plain
from desktop.letters.facts import Cost, LetterFacts
from tests.letters.follow_up_samples import FOLLOW_UP_FEW, FOLLOW_UP_MANY
from tests.letters.journal_samples import CONTENTS, EVENT, FILE
from tests.letters.samples import COMMITTEE, CONCERT, GUIDELINE, LISTED, OFFICE, SAMPLES
from tests.letters.visit_variants import VISIT_FEW, VISIT_MANY

HOSTILE = '<b>&amp; <img src="/etc/passwd"/> </para> {} ** %s \\ ) ]] -->'
FOREIGN = "Þórður Łukasz Ŋáhppe Őrs Šņţć Ελλάδα Кандалакша Ålesund ʒ"
KEPT = {"document_id", "checksum", "coat", "email", "website", "called", "text", "key", "state"}


def _each(value, change):
    if isinstance(value, Text):
        return plain(change(str(value)))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: _each(getattr(value, each.name), change)
            for each in fields(value)
            if each.name not in KEPT
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_each(each, change) for each in value)
    return change(value) if type(value) is str and value else value


def hostile(facts):
    return _each(facts, lambda text: f"{text} {HOSTILE}" if len(text) > 3 else text)


def foreign(facts):
    return _each(facts, lambda text: f"{text} {FOREIGN}" if len(text) > 3 else text)


SENTENCE = "Det här är en mening som någon har skrivit för att förklara hur det ligger till. "


MANY: dict[str, dict[str, Any]] = {
    "board_proposal": {
        "told": tuple((heading, SENTENCE * 12) for heading in ("Mål", "Före resan", "Under resan")),
        "costs": tuple(
            Cost(label=f"{SENTENCE} {at}", kind="Resor", amount=at, named=at % 3 > 0)
            for at in range(1, 50)
        ),
        "assessment": (SENTENCE * 6,) * 12,
    },
    "committee_sheet": {"rows": COMMITTEE.rows * 16, "members": COMMITTEE.members * 3},
    "delegation_list": {"rows": (LISTED,) * 60},
    "completion_request": {"items": (SENTENCE * 3,) * 50},
    "confirmation": {"missing": (SENTENCE * 3,) * 50},
    "payment_order": {"gates": (SENTENCE * 3,) * 50},
    "report_reminder": {"matter": replace(CONCERT, purpose=SENTENCE * 60)},
    "overdue_reminder": {"matter": replace(CONCERT, purpose=SENTENCE * 60)},
    "report_extension": {"reason": SENTENCE * 120},
    "journal": {"events": (EVENT,) * 100},
    "dossier": {"rows": (CONTENTS,) * 60, "files": (FILE,) * 60},
    **VISIT_MANY,
    **FOLLOW_UP_MANY,
    "reclaim_decision": {"reason": f"{SENTENCE * 6}\n" * 25},
}


def long(kind):
    """Facts that need three pages or more."""
    return replace(SAMPLES[kind], **MANY.get(kind, {"reasons": (SENTENCE * 6,) * 30}))


BARE_OFFICE = replace(
    OFFICE,
    department="",
    organisation_number="",
    address="",
    postcode="",
    city="",
    phone="",
    email="",
    website="",
    copies_to="",
    coding="",
)


FEW: dict[str, dict[str, Any]] = {
    "board_proposal": {
        "meeting_on": None,
        "about": "",
        "people": "",
        "told": (),
        "costs": (),
        "limits": (),
        "assessment": (),
    },
    "committee_sheet": {
        "meets_on": None,
        "schemes": (),
        "pots": (),
        "frame_before": None,
        "frame_after": None,
        "members": (),
        "rules": (),
        "lapsed": False,
    },
    "delegation_list": {"rows": (), "meeting_on": None},
    "payment_order": {"gates": (), "account_source": ""},
    "confirmation": {"consulted": False},
    "report_reminder": {},
    "overdue_reminder": {"paid": 0, "reminded_on": ()},
    "report_extension": {},
    "reclaim_decision": {
        "returned": 0,
        "paragraph": "",
        "heard_on": None,
        "pay_to": "",
        "ground": ReclaimGround.FACTS,
    },
    "completion_request": {},
    "journal": {
        "dnr": "",
        "tracks": (),
        "decisions": (),
        "consultations": (),
        "rules": (),
        "deviations": (),
        "events": (),
        "documents": (),
    },
    "dossier": {"rows": (), "files": (), "masked": "", "last_page": 0},
    **VISIT_FEW,
    **FOLLOW_UP_FEW,
}
FEW_IN_DECISION: dict[str, Any] = {
    "limits": (),
    "payment": None,
    "report_due": None,
    "gate": False,
    "authority": "",
}


def bare(kind):
    """Facts with every optional part left out."""
    facts = replace(SAMPLES[kind], office=BARE_OFFICE, checksum="", coat=None)
    facts = replace(facts, **FEW.get(kind, FEW_IN_DECISION))
    if not isinstance(facts, LetterFacts):
        return facts
    return replace(
        facts,
        matter=replace(facts.matter, dnr="", purpose="", starts_on=None, ends_on=None, goals=()),
        recipient=replace(facts.recipient, organisation_number="", contact="", address=()),
        guideline=replace(GUIDELINE, valid_to=None, dnr="", paragraph=""),
        lapsed=False,
    )


def corrected(facts):
    """A decision that replaces an earlier one."""
    return replace(
        facts,
        version=2,
        kind=DecisionKind.CORRECTION,
        replaces="beslut 3/2026 den 9 november 2026",
        ground="Beloppet var felskrivet",
    )
