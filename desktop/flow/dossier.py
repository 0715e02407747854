"""The whole case as one file: gathered here from the register, bound without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.flow.case_documents import documents_of
from desktop.flow.journal import journal_facts, subject
from desktop.flow.masking import Masking, hidden_words, masked_words
from desktop.flow.papers import base
from desktop.letters.dossier.whole import Paper, Whole
from desktop.letters.facts import DossierFacts

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What goes into the file."""

    masks: frozenset[Masking] = frozenset()
    """What is masked; nothing for the file as it is."""
    originals: bool = True
    """Whether originals that came in are in it; they cannot be masked."""


def gather(desk: Desk, seen: Picture, choices: Choices | None = None) -> Whole:
    """Read all that the file is made from; `bind` then makes it, in any thread."""
    chosen = choices or Choices()
    masked = bool(chosen.masks)
    journal = journal_facts(desk, seen, digests=not masked)
    case = seen.case
    return Whole(
        contents=DossierFacts(
            **base(desk, desk.today, f"{case.number}:dossier:{desk.today}"),
            number=case.number,
            applicant=seen.association.name,
            subject=subject(seen),
            head=journal.head,
            rows=(),
            masked=masked_words(chosen.masks) if masked else "",
        ),
        journal=journal,
        papers=tuple(_papers(desk, seen)),
        hidden=hidden_words(desk, seen, chosen.masks) if masked else None,
        originals=chosen.originals,
    )


def _papers(desk: Desk, seen: Picture) -> list[Paper]:
    return [
        Paper(
            title=each.title,
            name=each.name,
            media=each.media,
            day=each.made_on,
            sha256=each.sha256,
            data=desk.store.content(each.id),
            ours=each.outgoing,
        )
        for each in documents_of(desk, seen)
    ]
