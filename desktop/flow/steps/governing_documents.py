"""Governing documents are registered, changed, reviewed and ended."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import DOCUMENT_WORDS, DocumentKind
from desktop.domain.commitments import GoverningDocument
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.document_view import GoverningPicture, governing_picture
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.commitment_about import in_order, known, unique

if TYPE_CHECKING:
    from desktop.domain.casework import Document
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_KINDS = {str(kind): str(word) for kind, word in DOCUMENT_WORDS.items()}
_LABEL = "Styrdokument"


@dataclass(frozen=True, kw_only=True)
class RegisterGoverningDocument(Command):
    """Register a policy, programme, strategy or other document that governs the work."""

    name: str = ask(Kind.LINE, "Namn")
    kind: str = ask(Kind.CHOICE, "Slag", choices=_KINDS, default="policy")
    body: str = ask(Kind.LINE, "Beslutat av", default="")
    decided_on: date | None = ask(Kind.DAY, "Beslutat", default=None, past=True)
    paragraph: str = ask(Kind.LINE, "Paragraf", default="", limit=40)
    dnr: str = ask(Kind.LINE, "Diarienummer", default="")
    owner: str = ask(Kind.LINE, "Ansvarig för dokumentet", default="")
    valid_from: date | None = ask(Kind.DAY, "Gäller från", default=None)
    valid_to: date | None = ask(Kind.DAY, "Gäller till", default=None)
    next_review_on: date | None = ask(Kind.DAY, "Ses över", default=None)
    original_at: str = ask(Kind.LINE, "Originalet ligger", default="")
    file: File | None = ask(Kind.FILE, "Dokumentet", default=None)
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangeGoverningDocument(RegisterGoverningDocument):
    """Change what is registered of a governing document."""

    governing_document_id: int = ask(Kind.REF, "Styrdokument", ref="governing_document")


@dataclass(frozen=True, kw_only=True)
class ReviewGoverningDocument(Command):
    """Note that a governing document was reviewed, and when it is next."""

    governing_document_id: int = ask(Kind.REF, "Styrdokument", ref="governing_document")
    held_on: date = ask(Kind.DAY, "Sett över", past=True)
    next_review_on: date | None = ask(Kind.DAY, "Ses över nästa gång", default=None)


@dataclass(frozen=True, kw_only=True)
class EndGoverningDocument(Command):
    """Note the last day of a governing document; it is kept."""

    governing_document_id: int = ask(Kind.REF, "Styrdokument", ref="governing_document")
    valid_to: date = ask(Kind.DAY, "Sista dag")


_COLUMNS = tuple(each.name for each in fields(RegisterGoverningDocument) if each.name != "file")


def seen_document(desk: Desk, document_id: int) -> GoverningPicture:
    """Give the governing document whole, or refuse one that is not in the register."""
    found = known(desk, GoverningDocument, document_id, "governing_document_id", _LABEL)
    return governing_picture(desk, found.id)


def _columns(desk: Desk, it: RegisterGoverningDocument, own: int = 0) -> dict[str, Any]:
    standing = (
        (each.id, each.name)
        for each in desk.store.find(GoverningDocument)
        if each.valid_to is None or each.valid_to >= desk.today
    )
    unique(standing, it.name, own)
    no_personal_numbers("note", "Anteckning", it.note)
    in_order(it.valid_from, it.valid_to, "valid_to", "Gäller till")
    return {**{name: getattr(it, name) for name in _COLUMNS}, "kind": DocumentKind(it.kind)}


def _file(desk: Desk, work: Work, it: RegisterGoverningDocument) -> Document | None:
    """Keep the document itself, when it was given; before the row that points at it."""
    if it.file is None:
        return None
    return file_away(desk, work, it.file, kind="governing_document", title=it.name)


def _register(desk: Desk, it: RegisterGoverningDocument, work: Work) -> None:
    columns = _columns(desk, it)
    kept = _file(desk, work, it)
    made = work.add(GoverningDocument(**columns, document_id=kept.id if kept else None))
    if kept is not None:
        work.change(kept, subject=f"governing_document:{made.id}")
    work.about("governing_document", made.id)
    work.said = say("Styrdokumentet {name} är registrerat.", name=made.name)


def _change(desk: Desk, it: ChangeGoverningDocument, work: Work) -> None:
    seen = seen_document(desk, it.governing_document_id)
    columns = _columns(desk, it, seen.id)
    kept = _file(desk, work, it)
    if kept is not None:
        work.change(kept, subject=f"governing_document:{seen.id}")
        columns["document_id"] = kept.id
    work.change(seen.document, **columns)
    work.about("governing_document", seen.id)
    work.said = say("Styrdokumentet {name} är ändrat.", name=it.name)


def _review(desk: Desk, it: ReviewGoverningDocument, work: Work) -> None:
    seen = seen_document(desk, it.governing_document_id)
    if it.next_review_on is not None and it.next_review_on <= it.held_on:
        raise refuse(
            "next_review_on",
            "Ses över nästa gång – {day} är inte efter översynen – skriv en senare dag.",
            day=it.next_review_on.isoformat(),
        )
    work.change(seen.document, reviewed_on=it.held_on, next_review_on=it.next_review_on)
    work.about("governing_document", seen.id)
    work.said = say("Styrdokumentet {name} är sett över.", name=seen.document.name)


def _end(desk: Desk, it: EndGoverningDocument, work: Work) -> None:
    seen = seen_document(desk, it.governing_document_id)
    in_order(seen.document.valid_from, it.valid_to, "valid_to", "Sista dag")
    work.change(seen.document, valid_to=it.valid_to)
    work.about("governing_document", seen.id)
    work.said = say(
        "{name} gäller till och med {day}.",
        name=seen.document.name,
        day=it.valid_to.isoformat(),
    )


def _now(_desk: Desk, seen: GoverningPicture) -> dict[str, Any]:
    values = {name: getattr(seen.document, name) for name in _COLUMNS}
    return {**values, "kind": str(seen.document.kind), "governing_document_id": seen.id}


STEPS = (
    Step(
        name="register_governing_document",
        command=RegisterGoverningDocument,
        about="governing_documents",
        title=say("Nytt styrdokument"),
        button=say("Registrera dokumentet"),
        plan=_register,
    ),
    Step(
        name="change_governing_document",
        command=ChangeGoverningDocument,
        about="governing_document",
        title=say("Ändra styrdokumentet"),
        button=say("Spara ändringen"),
        plan=_change,
        prefill=_now,
    ),
    Step(
        name="review_governing_document",
        command=ReviewGoverningDocument,
        about="governing_document",
        title=say("Se över styrdokumentet"),
        button=say("Markera sett över"),
        plan=_review,
        applies=lambda seen: not seen.ended,
        prefill=lambda desk, seen: {"governing_document_id": seen.id, "held_on": desk.today},
    ),
    Step(
        name="end_governing_document",
        command=EndGoverningDocument,
        about="governing_document",
        title=say("Styrdokumentet upphör"),
        button=say("Avsluta"),
        plan=_end,
        applies=lambda seen: not seen.ended,
        prefill=lambda desk, seen: {
            "governing_document_id": seen.id,
            "valid_to": max(desk.today, seen.document.valid_from or desk.today),
        },
    ),
)
