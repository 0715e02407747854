"""What is hidden in masked copies of a case's papers: words of the register, now and earlier."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Document
from desktop.domain.problems import refuse
from desktop.domain.registers import Member, Officer
from desktop.domain.text import Text, say
from desktop.flow.journal_events import EVERY
from desktop.letters.dossier.hidden import Hidden
from desktop.letters.dossier.mask import mask
from desktop.letters.dossier.problems import Unmaskable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture


class Masking(StrEnum):
    """A kind of words that a masked copy hides; personal numbers are always hidden."""

    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    SIGNATURES = "signatures"


MASKING_WORDS: dict[Masking, Text] = {
    Masking.ACCOUNTS: say("Kontonummer och kontering"),
    Masking.CONTACTS: say("Kontaktpersoner, e-post och telefon"),
    Masking.SIGNATURES: say("Beslutsfattarens och ledamöternas namn"),
}
USUAL = frozenset({Masking.ACCOUNTS, Masking.CONTACTS})
"""What is hidden on a notice board."""

_IN_CONTENTS = {
    Masking.ACCOUNTS: "kontonummer och kontering",
    Masking.CONTACTS: "kontaktpersoners namn, e-post och telefon",
    Masking.SIGNATURES: "namn på handläggare och ledamöter",
}
_ONCE = "SELECT DISTINCT officer FROM event UNION SELECT name FROM round_member"
"""Everybody who ever did an act, or was heard in a round."""
_SHORTEST_NAME = 3
_NAME_PART = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, kw_only=True)
class _Said:
    """Values that the register holds or once held."""

    accounts: frozenset[str]
    contacts: frozenset[str]
    addresses: frozenset[str]
    phones: frozenset[str]


def hidden_words(desk: Desk, seen: Picture, kinds: Iterable[Masking]) -> Hidden:
    """Gather what is to be hidden in the papers of a case."""
    chosen = frozenset(kinds)
    said = _said(desk, seen)
    accounts, contacts = Masking.ACCOUNTS in chosen, Masking.CONTACTS in chosen
    names = set(_with_parts(said.contacts, _public_words(desk, seen))) if contacts else set()
    if Masking.SIGNATURES in chosen:
        names |= set(_signers(desk, seen))
    return Hidden(
        accounts=tuple(sorted(said.accounts)) if accounts else (),
        names=tuple(sorted(names)),
        addresses=tuple(sorted(said.addresses)) if contacts else (),
        phones=tuple(sorted(said.phones)) if contacts else (),
        any_account=accounts,
        any_address=contacts,
        open_addresses=tuple(each for each in (desk.office().email,) if each),
    )


def masked_words(kinds: Iterable[Masking]) -> str:
    """Say in a sentence what is masked, for the contents of the file."""
    chosen = set(kinds)
    found = [_IN_CONTENTS[each] for each in Masking if each in chosen]
    return f"{', '.join(found)} samt personnummer" if found else "personnummer"


def masked_copy(
    desk: Desk, seen: Picture, document_id: int, kinds: Iterable[Masking] = USUAL
) -> bytes:
    """Give a masked copy of one of our letters; the kept letter is not touched.

    Refuses what came in from outside, and a letter that cannot be masked for certain.
    """
    document = desk.store.get(Document, document_id)
    if not document.outgoing:
        raise refuse(
            "",
            "Maskad kopia – {title} är inget brev härifrån – maska den för hand.",
            title=document.title,
        )
    try:
        return mask(desk.store.content(document_id), hidden_words(desk, seen, kinds))
    except Unmaskable as trouble:
        raise refuse(
            "",
            "Maskad kopia – {title} går inte att maska säkert – maska en utskrift för hand.",
            title=document.title,
        ) from trouble


def _said(desk: Desk, seen: Picture) -> _Said:
    rows = list(_rows(desk, seen))
    values = _values(rows)
    sent = {each.recipient for each in seen.dispatches if _is_name(each.recipient)}
    paid = {each.account for each in seen.payments}
    accounts = values["account"] | values["account_string"] | values["coding"] | paid
    contacts = values["contact"] | values["principal"] | sent
    return _Said(
        accounts=frozenset(filter(None, accounts)),
        contacts=frozenset(filter(None, contacts - {seen.association.name})),
        addresses=frozenset(filter(None, values["email"])),
        phones=frozenset(filter(None, values["phone"])),
    )


def _is_name(words: str) -> bool:
    """Tell a person's name from "föreningen" and the like."""
    parts = words.split()
    return len(parts) > 1 and all(part[:1].isupper() for part in parts)


_FIELDS = ("account", "account_string", "coding", "contact", "email", "phone", "principal")
_KEPT_IN = {
    "association": tuple(field for field in _FIELDS if field != "coding"),
    "payment": ("account",),
    "office": ("coding",),
}
"""The columns that hold what may be masked, by table."""


def _values(rows: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {field: set() for field in _FIELDS}
    for row in rows:
        for field in _FIELDS:
            value = row.get(field)
            if isinstance(value, str) and value.strip():
                found[field].add(value.strip())
    return found


def _rows(desk: Desk, seen: Picture) -> Iterator[dict[str, Any]]:
    """Give the association as it is and as it was, the office's coding, and the decisions'."""
    store, who = desk.store, seen.association
    yield {field: getattr(who, field, "") for field in _FIELDS}
    yield {"coding": desk.office().coding}
    for decision in seen.decisions:
        yield json.loads(decision.snapshot).get("recipient", {})
    for subject in (("association", who.id), ("case", seen.id), ("office", 1)):
        for event in store.events(subject, limit=EVERY):
            for change in event.changed():
                fields = _KEPT_IN.get(change.table, ())
                if change.table != "association" or change.id == who.id:
                    for row in (change.before or {}, change.after):
                        yield {field: row[field] for field in fields if field in row}


def _public_words(desk: Desk, seen: Picture) -> frozenset[str]:
    """Give words that are no secret although a person may bear them: the applicant's own name."""
    office = desk.office()
    names = (seen.association.name, seen.place.name, office.municipality, office.full_name)
    public = " ".join((*names, office.department, office.board))
    return frozenset(each.casefold() for each in _NAME_PART.findall(public))


def _with_parts(names: Iterable[str], public: frozenset[str]) -> Iterator[str]:
    """Give each name whole, turned round, and its parts, unless a part is a public word."""
    for name in names:
        yield name
        parts = name.split()
        if len(parts) > 1:
            yield f"{parts[-1]}, {' '.join(parts[:-1])}"
        for part in parts:
            bare = part.strip(".,()")
            known = bare.casefold() in public
            if len(bare) >= _SHORTEST_NAME and bare[:1].isupper() and not known:
                yield bare


def _signers(desk: Desk, seen: Picture) -> Iterator[str]:
    yield from (each.name for each in desk.store.find(Officer, everything=True) if each.name)
    yield from (each.name for each in desk.store.find(Member, everything=True) if each.name)
    yield from (each.officer for each in seen.decisions if each.officer)
    # Whoever had another name then, or the post, has signed letters too.
    yield from (name for (name,) in desk.store.rows(_ONCE) if name)
