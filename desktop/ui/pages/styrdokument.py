"""The page of a governing document: who decided it, how long it holds, when it is reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_words import DOCUMENT_WORDS
from desktop.domain.text import say
from desktop.flow.document_view import GoverningPicture, governing_picture
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.natverk_subject import SubjectPage
from desktop.ui.pages.natverk_words import TONES, day_words

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


class GoverningPage(SubjectPage):
    """One governing document, or the form of a new one."""

    kind, page, new, part, on = (
        "governing_document",
        "styrdokument",
        "register_governing_document",
        "documents",
        "document",
    )
    back_words = say("Styrdokument")
    changing = "change_governing_document"
    wide = ("change_governing_document",)

    def read(self, desk: Desk, subject: int) -> GoverningPicture:
        """Give the document."""
        return governing_picture(desk, subject)

    def name(self, seen: GoverningPicture) -> str:
        """Give its name."""
        return seen.document.name

    def sign_words(self, name: str) -> str:
        """Say what the wide form is for."""
        del name
        return tr("Beslut, dagar och själva dokumentet.")

    def resting(self, seen: GoverningPicture) -> str:
        """Say when it is looked at again."""
        due = seen.document.next_review_on
        if seen.ended or due is None:
            return shown(seen.label) + "."
        return tr("Ses över {day}.", day=due.isoformat())

    def show_seen(self, desk: Desk, seen: GoverningPicture) -> None:
        """Fill header and cards."""
        it = seen.document
        self.frame.set_badge(shown(seen.label), TONES[seen.tone])
        kind = shown(DOCUMENT_WORDS[it.kind])
        self.frame.set_line(" · ".join(part for part in (kind, seen.cited, it.dnr) if part))
        self.cards.show_rules(desk, tr("Regler"), seen.findings)
        self.cards.show_facts(
            [
                (tr("Beslutat av"), seen.cited),
                (tr("Diarienummer"), it.dnr),
                (tr("Ansvarig"), it.owner),
                (tr("Gäller från"), day_words(it.valid_from)),
                (tr("Gäller till"), day_words(it.valid_to)),
                (tr("Sett över"), day_words(it.reviewed_on)),
                (tr("Ses över"), day_words(it.next_review_on)),
                (tr("Originalet ligger"), it.original_at),
                (tr("Anteckning"), it.note),
            ]
        )
        self.cards.show_papers(
            [seen.file] if seen.file else [],
            tr("Dokumentet är inte inlagt. Lägg till det under Ändra."),
        )
