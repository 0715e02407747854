"""Governing documents with their days, and the review of the guideline itself (U1, S9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Document
from desktop.domain.commitment_facts import (
    FIRST_MONTHS,
    DocumentFacts,
    PeriodReview,
    ReviewFacts,
    period_review,
)
from desktop.domain.commitment_rules import commitment_findings
from desktop.domain.commitments import GoverningDocument, GuidelineReview
from desktop.domain.swedish import fold
from desktop.domain.text import Text, say
from desktop.domain.work_guideline import MANDATE_PERIOD, work_rules

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class GoverningPicture:
    """Everything about one governing document; read once, never changed."""

    today: date
    """The day it is seen."""
    document: GoverningDocument
    """The document's row."""
    file: Document | None
    """The document itself."""
    findings: tuple[Finding, ...]
    """What the guideline's rules say."""

    @property
    def id(self) -> int:
        """Its id."""
        return self.document.id

    @property
    def ended(self) -> bool:
        """True when its last day has passed."""
        return self.document.valid_to is not None and self.document.valid_to < self.today

    @property
    def review_late(self) -> int:
        """Days that its review is late; 0 when it is not."""
        due = self.document.next_review_on
        return 0 if due is None or self.ended else max(0, (self.today - due).days)

    @property
    def cited(self) -> str:
        """Who decided it, when and where: "Kommunfullmäktige 2020-02-12 § 15"."""
        it = self.document
        day = it.decided_on.isoformat() if it.decided_on else ""
        number = f"§ {it.paragraph}" if it.paragraph[:1].isdigit() else it.paragraph
        return " ".join(part for part in (it.body, day, number) if part)

    @property
    def label(self) -> Text:
        """How it stands, in a few words."""
        if self.ended:
            return say("Gäller inte längre")
        if self.review_late:
            return say("Översyn sen")
        begins = self.document.valid_from
        coming = begins is not None and begins > self.today
        return say("Gäller senare") if coming else say("Gäller")

    @property
    def tone(self) -> str:
        """Give "late", "coming" or "done"."""
        if self.ended:
            return "done"
        return "late" if self.review_late else "coming"

    @property
    def next_act(self) -> str:
        """Name of the next act; empty when nothing waits."""
        due = self.document.next_review_on
        waits = due is not None and due <= self.today and not self.ended
        return "review_governing_document" if waits else ""

    @property
    def next_words(self) -> Text:
        """The words of the next act in lists."""
        return say("Se över") if self.next_act else say("")


@dataclass(frozen=True, kw_only=True)
class GuidelineReviewView:
    """How the review of the guideline in force stands."""

    version_id: int
    """The version in force."""
    reviews: tuple[GuidelineReview, ...]
    """Every review of it and those before it, the latest first."""
    stands: PeriodReview | None
    """When it is next reviewed; None when the guideline asks for no review."""
    findings: tuple[Finding, ...]
    """What the guideline's rules say."""


def governing_picture(desk: Desk, document_id: int) -> GoverningPicture:
    """Read a governing document whole; LookupError when there is none with that id."""
    return _pictured(desk, desk.store.get(GoverningDocument, document_id))


def governing_list(
    desk: Desk, text: str = "", *, ended: bool = True
) -> tuple[GoverningPicture, ...]:
    """Give the documents whose words hold `text`, by name, those no longer valid last."""
    found = [_pictured(desk, each) for each in desk.store.find(GoverningDocument)]
    kept = [each for each in found if (ended or not each.ended) and fold(text) in _words(each)]
    return tuple(sorted(kept, key=lambda it: (it.ended, fold(it.document.name), it.id)))


def guideline_review(desk: Desk) -> GuidelineReviewView:
    """Read how the review of the guideline in force stands."""
    version_id, guideline = desk.in_force()
    reviews = tuple(desk.store.find(GuidelineReview, order="held_on desc, id desc"))
    facts = ReviewFacts(today=desk.today, guideline=guideline, reviews=reviews)
    work = work_rules(guideline)
    rule = work.rule("period_review", "document")
    asked = rule is not None or work.review == MANDATE_PERIOD
    months = int(rule.figures.get("months", FIRST_MONTHS)) if rule else FIRST_MONTHS
    return GuidelineReviewView(
        version_id=version_id,
        reviews=reviews,
        stands=period_review(facts, months) if asked else None,
        findings=commitment_findings("document", facts),
    )


def _words(seen: GoverningPicture) -> str:
    it = seen.document
    return fold(f"{it.name} {seen.cited} {it.dnr} {it.owner} {it.note}")


def _pictured(desk: Desk, it: GoverningDocument) -> GoverningPicture:
    facts = DocumentFacts(today=desk.today, guideline=desk.in_force()[1], document=it)
    file = desk.store.get(Document, it.document_id, everything=True) if it.document_id else None
    return GoverningPicture(
        today=desk.today,
        document=it,
        file=file,
        findings=commitment_findings("document", facts),
    )
